"""A published brief as a file to take away."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters import FORMATS
from briefs.models import Edition


@open_to(ANYONE)
@require_safe
def export(request: HttpRequest, slug: str, format: str) -> HttpResponse:
    """Give the current edition in one of the formats; an edition never changes, so its file has a fixed ETag."""
    exporter = next((one for one in FORMATS if one.slug == format), None)
    if exporter is None:
        raise Http404("This is not a format briefs come in.")
    edition = get_object_or_404(Edition.objects.current().defer("search"), slug=slug)
    etag = f'"{edition.pk}-{exporter.slug}"'
    return get_conditional_response(request, etag) or _file(edition, exporter, etag)


def _file(edition: Edition, exporter, etag: str) -> HttpResponse:  # type: ignore[no-untyped-def]
    file = exporter.export(edition.page, site_url=settings.SITE_URL)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "ETag": etag}
    return HttpResponse(file.content, content_type=file.mime, headers=headers)
