"""The queue of files: how far each is, from waiting to be read to released, and what can be done about it."""

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from briefs.access import may, must
from briefs.admin.pages import page, press, says_no_in_sentences
from briefs.models import Job, Opinion, Source
from briefs.models.source import STATES
from briefs.workflow.bring_many import read_again

_TO_A_PAGE = 50
_READ_ANEW = ("waiting", "refused")
_DISCARDED = ("waiting", "refused", "decide")


@says_no_in_sentences
@require_safe
def file_queue(request: HttpRequest) -> HttpResponse:
    """List the files, newest first; `?state=` narrows them to one state."""
    must(request.user, "import")
    rows = Source.objects.with_state()
    counts = dict(rows.order_by().values_list("state").annotate(number=Count("pk")))
    asked = request.GET.get("state", "")
    state = asked if asked in STATES else ""
    opinions = Opinion.objects.select_related("case").without_texts().order_by("position")
    shown = (rows.filter(state=state) if state else rows).defer("content").select_related("received_by")
    shown = shown.prefetch_related(Prefetch("opinions", opinions)).order_by("-received_at", "-pk")
    files = Paginator(shown, _TO_A_PAGE).get_page(request.GET.get("page"))
    for one in files:
        one.said = STATES[one.state]
        one.opinion = next(iter(one.opinions.all()), None)
        one.is_readable = one.state in _READ_ANEW
        one.is_discardable = one.state in _DISCARDED and may(request.user, "discard", one)
    running = Job.objects.asked_for_by(request.user).filter(
        kind="reading", state__in=(Job.State.WAITING, Job.State.RUNNING)
    )
    context = {
        "files": files,
        "state": state,
        "choices": [(code, label, counts.get(code, 0)) for code, label in STATES.items()],
        "total": sum(counts.values()),
        "running": running,
    }
    return page(request, "admin/briefs/source/queue.html", "Files", context)


@says_no_in_sentences
@require_POST
def read_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a file that waits, or that could not be read before."""
    source = get_object_or_404(Source, pk=pk)
    return press(
        request,
        lambda: read_again(source, by=request.user),
        done=f"{source.name} was read; look at it and keep it.",
        refused="The file stays as it is:",
        back=reverse("admin:briefs_source_queue"),
    )
