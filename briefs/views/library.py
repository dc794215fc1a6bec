"""The library: published briefs, found by words and facets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.search import Found, page_asked_for


@open_to(ANYONE)
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """List the briefs that the address asks for; a citation and nothing else leads to the page of what it cites."""
    cited = page_asked_for(request.GET)
    if cited is not None:
        return redirect(cited)
    return render(request, "briefs/library.html", {"found": Found(request.GET)})
