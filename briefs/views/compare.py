"""What changed between two published editions of a brief."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Edition
from briefs.reading.comparing import compared


@open_to(ANYONE)
@require_safe
def compare(request: HttpRequest, slug: str, a: int, b: int) -> HttpResponse:
    """Hold edition `b` against edition `a`: from their frozen pages alone, and neither may be withdrawn."""
    shown = Edition.objects.filter(slug=slug, number__in={a, b}, withdrawn_at__isnull=True)
    pages = {edition.number: edition.page for edition in shown}
    if a == b or len(pages) < 2:
        raise Http404("There are no two such editions to compare.")
    context = {
        "page": pages[b],
        "old": pages[a],
        "old_name": f"Edition {a}",
        "new_name": f"Edition {b}",
        "comparison": compared(pages[a], pages[b]),
    }
    return render(request, "briefs/compare.html", context)
