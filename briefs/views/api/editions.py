"""Published briefs and their propositions, found with the library's own parameters."""

from django.db.models.fields.json import KT, KeyTransform
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters import edition_json, kept
from briefs.exporters.api import edition_line, holding_row
from briefs.models import Edition, EditionHolding
from briefs.views.answers import FRESH, said_in_json
from briefs.views.api.paging import checked, listed, one_of
from briefs.views.found import rows_found

LARGEST = 2**31 - 1  # number of an edition


@open_to(ANYONE)
@require_safe
@said_in_json
def editions(request: HttpRequest) -> HttpResponse:
    """List the briefs that the library's parameters find; what it could not make sense of stands in `notices`."""
    rows = rows_found(request.GET, "briefs")
    page = checked(request, rows.page)
    keys = rows.on_page("edition_id")
    lines = Edition.objects.current().filter(pk__in=keys).values("pk", "slug", "name", "opinion__slug")
    lines = lines.annotate(case=KeyTransform("case", "page"), writing=KeyTransform("opinion", "page"))
    by_key = {line["pk"]: line for line in lines.annotate(summary=KT("page__summary__text"))}
    return listed(request, page, [edition_line(by_key[key]) for key in keys if key in by_key], rows.notices)


@open_to(ANYONE)
@require_safe
@said_in_json
def edition(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the current edition of a brief whole."""
    return _whole(request, get_object_or_404(Edition.objects.current(), slug=slug))


@open_to(ANYONE)
@require_safe
@said_in_json
def edition_number(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give one edition of a brief whole, be it the current one or not."""
    rows = Edition.objects.filter(withdrawn_at__isnull=True)
    if number > LARGEST:
        raise Http404("There is no such edition.")
    return _whole(request, get_object_or_404(rows, slug=slug, number=number))


@open_to(ANYONE)
@require_safe
@said_in_json
def holdings(request: HttpRequest) -> HttpResponse:
    """List the court's propositions that the library's parameters find; `tab=apart` lists separate opinions'."""
    tab = one_of(request, "tab", ["holdings", "apart"]) or "holdings"
    rows = rows_found(request.GET, tab)
    page = checked(request, rows.page)
    keys = rows.on_page("holding_id")
    found = EditionHolding.objects.current().select_related("edition").defer("edition__page")
    by_key = found.in_bulk(keys)
    return listed(request, page, [holding_row(by_key[key]) for key in keys if key in by_key], rows.notices)


def _whole(request: HttpRequest, shown: Edition) -> HttpResponse:
    etag = f'"{kept.etag(shown, edition_json)}"'
    answer = get_conditional_response(request, etag)
    if answer is None:
        answer = HttpResponse(kept.file_of(shown, edition_json).content, content_type=edition_json.MIME)
        answer["ETag"], answer["Cache-Control"], answer["Access-Control-Allow-Origin"] = etag, FRESH, "*"
    return answer
