"""Published briefs as files to take away: one edition, or the list that the library's address asks for."""

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters import FORMATS, LISTS, kept
from briefs.exporters.page import File, Page
from briefs.models import Edition
from briefs.views.answers import known
from briefs.views.found import rows_found

NO_FORMAT = "This is not a format briefs come in."
MOST = 1000  # briefs in one list
AT_ONCE = 50  # pages in memory


@open_to(ANYONE)
@require_safe
def export(request: HttpRequest, slug: str, format: str) -> HttpResponse:
    """Give the current edition in one of the formats; an edition never changes, so its file has a fixed ETag."""
    return _export(request, get_object_or_404(Edition.objects.current(), slug=slug), format)


@open_to(ANYONE)
@require_safe
def export_edition(request: HttpRequest, slug: str, number: int, format: str) -> HttpResponse:
    """Give one edition of a brief, be it the current one or not."""
    editions = Edition.objects.filter(withdrawn_at__isnull=True)
    return _export(request, get_object_or_404(editions, slug=slug, number=number), format)


@open_to(ANYONE)
@require_safe
def export_list(request: HttpRequest, format: str) -> HttpResponse:
    """Give every brief that the library's parameters find, in their order, as one file."""
    exporter = next((one for one in LISTS if one.slug == format), None)
    if exporter is None:
        raise Http404(NO_FORMAT)
    rows = rows_found(request.GET, "briefs")
    count = rows.page.paginator.count
    if count > MOST:
        why = f"These are {count} briefs. At most {MOST} can be taken away at once: search for fewer."
        return HttpResponseBadRequest(why, content_type="text/plain; charset=utf-8")
    return known(request, attached(exporter.listed(_pages(rows.on_all("edition_id")), site_url=settings.SITE_URL)))


def attached(file: File) -> HttpResponse:
    """Answer with a file to save under its own name."""
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.mime, headers=headers)


def _pages(found: list[int]) -> Iterator[Page]:
    for start in range(0, len(found), AT_ONCE):
        keys = found[start : start + AT_ONCE]
        pages = dict(Edition.objects.filter(pk__in=keys).values_list("pk", "page"))
        yield from (pages[key] for key in keys if key in pages)


def _export(request: HttpRequest, edition: Edition, format: str) -> HttpResponse:
    exporter = next((one for one in FORMATS if one.slug == format), None)
    if exporter is None:
        raise Http404(NO_FORMAT)
    etag = f'"{kept.etag(edition, exporter)}"'
    answer = get_conditional_response(request, etag)
    if answer is None:
        answer = attached(kept.file_of(edition, exporter))
        answer["ETag"] = etag
    return answer
