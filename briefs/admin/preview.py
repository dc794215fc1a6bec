"""A brief as it would be published, of its saved words or of those in the form: as a page, as PDF, and while typing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from briefs.access import may, must
from briefs.admin.gaps import linked
from briefs.admin.pages import says_no_in_sentences
from briefs.exporters import typst_pdf
from briefs.models import SECTIONS, Brief
from briefs.text.counting import count_words
from briefs.workflow.draft import Look, look
from briefs.workflow.typed import HOLDING_PROSE, ROWS, read

_TEMPLATE = "admin/briefs/brief/preview.html"
_PUBLISHED = ("summary", *(name for name, _ in SECTIONS))


@never_cache
@says_no_in_sentences
def preview_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the page as it would be published now; nothing is kept."""
    brief = get_object_or_404(Brief, pk=pk)
    return _hidden(TemplateResponse(request, _TEMPLATE, _parts(_looked_at(request, brief))))


@never_cache
@says_no_in_sentences
def preview_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the page as it would be published now as PDF, by the exporter that sets editions."""
    seen = _looked_at(request, get_object_or_404(Brief, pk=pk))
    file = typst_pdf.export(seen.edition.page, site_url=settings.SITE_URL)
    headers = {"Content-Disposition": f'inline; filename="preview-{file.name}"'}
    return _hidden(HttpResponse(file.content, content_type=file.mime, headers=headers))


@never_cache
def live(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the form's script what the words typed so far would be: the page, what is missing, and the word counts."""
    brief = get_object_or_404(Brief.objects.select_related("opinion"), pk=pk)
    if not may(request.user, "edit brief", brief):
        return _hidden(JsonResponse({"said": "The brief is not with you any more."}, status=403))
    sent = dict(request.POST.lists())
    seen = look(brief, sent)
    counts = counted(sent)
    gaps = linked(brief, seen.missing, seen.places)
    answer = {
        "html": render_to_string(_TEMPLATE, _parts(seen), request),
        "missing": [{"sentence": gap.sentence, "href": gap.href} for gap in gaps],
        "counts": counts,
        "total": total_of(counts),
    }
    return _hidden(JsonResponse(answer))


def counted(sent: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Count the words of each piece of prose in a form, by the name of its field."""
    typed = read(sent)
    pieces = {name: value for name, value in typed.fields.items() if isinstance(value, str)}
    for prefix in ROWS:
        for one in typed.rows[prefix]:
            names = (name for name in (*HOLDING_PROSE, "note") if name in one.row.fields)
            pieces |= {f"{prefix}-{one.index}-{name}": str(one.row.fields[name]) for name in names}
    return {name: count_words(words) for name, words in pieces.items()}


def total_of(counts: Mapping[str, int]) -> int:
    """Add up what would be published: the summary, the sections and the holdings."""
    return sum(count for name, count in counts.items() if name in _PUBLISHED or name.startswith("holdings-"))


def _looked_at(request: HttpRequest, brief: Brief) -> Look:
    if request.method != "POST":
        return look(brief)
    must(request.user, "edit brief", brief)
    return look(brief, dict(request.POST.lists()))


def _parts(seen: Look) -> dict[str, Any]:
    edition = seen.edition
    parts = {"edition": edition, "page": edition.page, "editions": [], "brief": edition.brief}
    return parts | {"on_paper": seen.on_paper}


def _hidden(answer: Any) -> Any:
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
