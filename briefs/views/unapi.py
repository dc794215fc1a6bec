"""unAPI: how Zotero and its kin ask a page for the entries on it (unapi.info, version 1)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters import REFERENCES, kept
from briefs.models import Edition
from briefs.views.answers import known


@open_to(ANYONE)
@require_safe
def unapi(request: HttpRequest) -> HttpResponse:
    """Say which formats there are, of anything or of one brief; or give a brief's entry in one of them."""
    slug, format = request.GET.get("id", ""), request.GET.get("format", "")
    if not slug.isprintable():
        raise Http404("There is no such brief.")
    edition = get_object_or_404(Edition.objects.current(), slug=slug) if slug else None
    if edition is None or not format:
        shape = '<format name="{}" type="{}"/>'
        rows = format_html_join("", shape, ((one.slug, one.MIME) for one in REFERENCES))
        named = format_html(' id="{}"', slug) if slug else ""
        content = format_html('<?xml version="1.0" encoding="UTF-8"?>\n<formats{}>{}</formats>\n', named, rows)
        # 300: the protocol's own answer to an id without a format.
        return HttpResponse(content, content_type="application/xml", status=300 if slug else 200)
    exporter = next((one for one in REFERENCES if one.slug == format), None)
    if exporter is None:
        raise Http404("Entries do not come in this format.")
    file = kept.file_of(edition, exporter)
    return known(request, HttpResponse(file.content, content_type=f"{file.mime}; charset=utf-8"))
