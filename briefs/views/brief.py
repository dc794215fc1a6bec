"""A published brief: its current edition, and every earlier one at an address of its own."""

from django.db.models import Case, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Edition, Opinion
from briefs.reading.citing import here
from briefs.reading.public import MARK
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
    # One small question: is it there, and what state is everything public in.
    asked_for = Edition.objects.filter(slug=slug)
    asked_for = asked_for.filter(is_current=True) if number is None else asked_for.filter(number=number)
    known = asked_for.values_list("pk", "brief_id", "withdrawn_at", MARK).first()
    if known is None:
        raise Http404("There is no such brief.")
    pk, brief_id, withdrawn_at, mark = known
    court_only = request.GET.get("voices") == "court"
    asked = f"{withdrawn_at} {court_only}"
    return kept(request, mark, lambda: _rendered(request, pk, brief_id, court_only), asked=asked)


def _rendered(request: HttpRequest, pk: int, brief_id: int, court_only: bool) -> HttpResponse:
    # All editions of the brief, with the words of the one that is shown.
    same = Edition.objects.filter(brief=brief_id).defer("page").annotate(words=Case(When(pk=pk, then="page")))
    editions = list(same.order_by("-number"))
    shown = next(one for one in editions if one.pk == pk)
    shown.page = shown.words
    parts = {"edition": shown, "page": shown.page, "editions": editions}
    if shown.withdrawn_at:
        parts["opinion"] = Opinion.objects.released().filter(pk=shown.opinion_id).only("slug").first()
        return render(request, "briefs/withdrawn.html", parts)
    parts["here"] = here(line["id"] for line in shown.page["authorities"])
    parts |= {"related": related(shown) if shown.is_current else [], "court_only": court_only}
    return render(request, "briefs/brief.html", parts)
