"""How far a piece of long work is, and what came of it; for whoever asked for it, and staff."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from briefs.access import STUDENT, may, open_to
from briefs.models import Job
from briefs.workflow.work import stop

LATE = timedelta(minutes=2)


@open_to(STUDENT)
@never_cache
@require_safe
def job(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the work; without scripts the page asks again by itself every few seconds."""
    asked = _job(request, pk)
    told = {"job": asked, "percent": _percent(asked), "is_late": _is_late(asked)}
    answer = render(request, "briefs/job.html", told)
    if not asked.is_over:
        answer["Refresh"] = "3"
    return answer


@open_to(STUDENT)
@never_cache
@require_safe
def job_file(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Give the file the work made."""
    asked = _job(request, pk)
    content = Job.objects.values_list("result", flat=True).get(pk=pk)
    if content is None:
        raise Http404("This work made no file.")
    answer = HttpResponse(bytes(content), content_type=asked.result_mime)
    answer["Content-Disposition"] = content_disposition_header(True, asked.result_name)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@open_to(STUDENT)
@require_POST
def job_stop(request: HttpRequest, pk: UUID) -> HttpResponseRedirect:
    """End the work at its next step."""
    asked = _job(request, pk)
    stop(asked, by=request.user)
    return HttpResponseRedirect(asked.get_absolute_url())


def _job(request: HttpRequest, pk: UUID) -> Any:
    asked = get_object_or_404(Job.objects.defer("result"), pk=pk)
    if not may(request.user, "see job", asked):
        raise Http404("There is no such work.")
    return asked


def _is_late(asked: Job) -> bool:
    """Say whether it waits longer than work does where something does the work."""
    return asked.state == Job.State.WAITING and timezone.now() - asked.asked_at > LATE


def _percent(asked: Job) -> int:
    return 100 * asked.done // asked.total if asked.total else 0
