"""The library: published briefs, found by words and facets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.search import Found


@open_to(ANYONE)
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """List the briefs that the address asks for."""
    return render(request, "briefs/library.html", {"found": Found(request.GET)})
