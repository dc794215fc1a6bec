"""A published brief: its current edition, and every earlier one at an address of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters import FORMATS
from briefs.models import Edition
from briefs.reading.citing import here


@open_to(ANYONE)
@require_safe
def brief(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the current edition of a brief, or the notice that it was withdrawn."""
    return _show(request, get_object_or_404(Edition.objects.defer("search"), slug=slug, is_current=True))


@open_to(ANYONE)
@require_safe
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one edition of a brief; an earlier one says that it is not the current one."""
    return _show(request, get_object_or_404(Edition.objects.defer("search"), slug=slug, number=number))


def _show(request: HttpRequest, shown: Edition) -> HttpResponse:
    editions = Edition.objects.filter(brief=shown.brief_id).defer("page", "search").order_by("-number")
    parts = {"edition": shown, "page": shown.page, "editions": editions, "formats": FORMATS}
    if shown.withdrawn_at:
        return render(request, "briefs/withdrawn.html", parts)
    parts["here"] = here(line["id"] for line in shown.page["authorities"])
    return render(request, "briefs/brief.html", parts)
