"""Released opinions: their list, and the reader."""

from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import EditionHolding, Opinion
from briefs.reading.citing import here
from briefs.reading.finding import find
from briefs.reading.public import mark_now
from briefs.reading.reader import read
from briefs.reading.table import most_cited_first, table
from briefs.search.words import Words, pieces
from briefs.views.kept import kept
from briefs.workflow.caption import MAJORITY
from briefs.workflow.prose import outside_link


@open_to(ANYONE)
@require_safe
def opinions(request: HttpRequest) -> HttpResponse:
    """List the released opinions, newest first."""
    rows = Opinion.objects.released().for_reading().without_texts()
    rows = rows.order_by(F("case__decided_on").desc(nulls_last=True), "case__short_name", "position")
    return render(request, "briefs/opinions.html", {"opinions": Paginator(rows, 50).get_page(request.GET.get("page"))})


@open_to(ANYONE)
@require_safe
def opinion(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one released opinion; `find` in the address marks words in it, as the search does."""
    words = Words.read(request.GET.get("find", ""))
    among = "finds" if words else "pages"
    return kept(request, mark_now(), lambda: _rendered(request, slug, words), asked=words.typed, among=among)


def _rendered(request: HttpRequest, slug: str, words: Words) -> HttpResponse:
    majority = Opinion.objects.filter(case=OuterRef("case"), kind__in=MAJORITY)
    rows = Opinion.objects.released().for_reading().annotate(majority_held=Exists(majority))
    shown = get_object_or_404(rows.defer("raw", "pieces"), slug=slug)
    citations = list(
        shown.citations.select_related("authority", "passage")
        .defer("passage__text", "passage__search")
        .order_by("start")
    )
    holdings = EditionHolding.objects.current().filter(edition__opinion__case=shown.case_id).select_related("edition")
    authorities = most_cited_first(table(citations))
    known = here(line.authority.pk for line in authorities)
    together = len(pieces(words.terms[0])) if words.is_one_phrase else 0
    found = find(shown, words.telling.any_term if words.terms else None, together=together)
    reading = read(
        shown,
        citations,
        holdings.defer("edition__page").order_by("edition__name", "number"),
        held={pk: one.held for pk, one in known.items() if one.held},
        outside=outside_link,
        found=found,
    )
    parts = {"opinion": shown, "case": shown.case, "reading": reading, "authorities": authorities, "here": known}
    return render(request, "briefs/opinion.html", parts | {"words": words, "found": found})
