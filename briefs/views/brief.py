"""A published brief: its current edition, and every earlier one at an address of its own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Edition
from briefs.reading.citing import here
from briefs.reading.public import MARK
from briefs.reading.related import related
from briefs.views.kept import kept

SMALL = ("slug", "number", "brief_id", "is_current", "published_at", "withdrawn_at")


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
    # One small question: all editions of the brief without their words, and what state everything public is in.
    same = Edition.objects.filter(slug=slug).values("brief")
    editions = list(Edition.objects.filter(brief__in=same).only(*SMALL).annotate(mark=MARK).order_by("-number"))
    asked_for = [
        one for one in editions if one.slug == slug and (one.is_current if number is None else one.number == number)
    ]
    if not asked_for:
        raise Http404("There is no such brief.")
    one, court_only = asked_for[0], request.GET.get("voices") == "court"
    asked = f"{one.withdrawn_at} {court_only}"
    return kept(request, one.mark, lambda: _rendered(request, one.pk, editions, court_only), asked=asked)


def _rendered(request: HttpRequest, pk: int, editions: list[Edition], court_only: bool) -> HttpResponse:
    shown = Edition.objects.get(pk=pk)
    parts = {"edition": shown, "page": shown.page, "editions": editions}
    if shown.withdrawn_at:
        return render(request, "briefs/withdrawn.html", parts)
    parts["here"] = here(line["id"] for line in shown.page["authorities"])
    parts |= {"related": related(shown) if shown.is_current else [], "court_only": court_only}
    return render(request, "briefs/brief.html", parts)
