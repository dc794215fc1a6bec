"""Released opinions with their masked text, and what published briefs rest on in them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters import web_annotation
from briefs.exporters.api import opinion_line, opinion_whole
from briefs.models import EditionHolding, Opinion, Passage
from briefs.views.answers import as_json, said_in_json
from briefs.views.api.paging import checked, listed
from briefs.views.found import rows_found


@open_to(ANYONE)
@require_safe
@said_in_json
def opinions(request: HttpRequest) -> HttpResponse:
    """List the released opinions that the library's parameters find."""
    rows = rows_found(request.GET, "opinions")
    page = checked(request, rows.page)
    keys = rows.on_page("opinion_id")
    by_key = Opinion.objects.released().for_reading().without_texts().in_bulk(keys)
    return listed(request, page, [opinion_line(by_key[key]) for key in keys if key in by_key], rows.notices)


@open_to(ANYONE)
@require_safe
@said_in_json
def opinion(request: HttpRequest, slug: str) -> HttpResponse:
    """Give one released opinion with its text; registration numbers are masked in it."""
    shown = get_object_or_404(Opinion.objects.released().for_reading().defer("raw", "marks", "pieces"), slug=slug)
    return as_json(request, opinion_whole(shown, _passages(shown)))


@open_to(ANYONE)
@require_safe
@said_in_json
def annotations(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the words of an opinion that published propositions rest on, as Web Annotations."""
    shown = get_object_or_404(Opinion.objects.released().defer("raw", "marks", "pieces"), slug=slug)
    rows = EditionHolding.objects.current().filter(edition__opinion__case=shown.case_id).select_related("edition")
    rows = rows.defer("edition__page").order_by("edition__slug", "number")
    places = {one.anchor: (one.start, one.end) for one in _passages(shown)}
    told = web_annotation.annotations(shown.slug, shown.masked, places, rows, settings.SITE_URL)
    return as_json(request, told, mime=web_annotation.MIME)


def _passages(shown: Opinion) -> list[Passage]:
    return list(Passage.objects.filter(opinion=shown).defer("text", "search").order_by("ordinal"))
