"""A published brief: its current edition, and every earlier one at an address of its own."""

from django.db.models import Case, Q, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Edition, Opinion
from briefs.reading.citing import here
from briefs.reading.public import mark_now
from briefs.reading.related import related
from briefs.views.kept import kept


@open_to(ANYONE)
@require_safe
def brief(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the current edition of a brief, or the notice that it was withdrawn."""
    return _show(request, slug)


@open_to(ANYONE)
@require_safe
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one edition of a brief; an earlier one says that it is not the current one."""
    return _show(request, slug, number)


def _show(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    court_only = request.GET.get("voices") == "court"
    return kept(request, mark_now(), lambda: _rendered(request, slug, number, court_only), asked=f"{court_only}")


def _rendered(request: HttpRequest, slug: str, number: int | None, court_only: bool) -> HttpResponse:
    # All editions of the brief, with the words of the one that is shown.
    which = Q(slug=slug, is_current=True) if number is None else Q(slug=slug, number=number)
    same = Edition.objects.filter(brief__in=Edition.objects.filter(which).values("brief"))
    editions = list(same.defer("page").annotate(words=Case(When(which, then="page"))).order_by("-number"))
    shown = next((one for one in editions if one.words), None)
    if shown is None:
        raise Http404("There is no such brief.")
    shown.page = shown.words
    parts = {"edition": shown, "page": shown.page, "editions": editions}
    if shown.withdrawn_at:
        parts["opinion"] = Opinion.objects.released().filter(pk=shown.opinion_id).only("slug").first()
        return render(request, "briefs/withdrawn.html", parts)
    parts["here"] = here(line["id"] for line in shown.page["authorities"])
    parts |= {"related": related(shown) if shown.is_current else [], "court_only": court_only}
    return render(request, "briefs/brief.html", parts)
