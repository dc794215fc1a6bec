"""The library: published briefs, holdings, released opinions and authorities, found by words and facets."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.search import Found, page_asked_for, suggested


@open_to(ANYONE)
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """List what the address asks for; a citation and nothing else leads to the page of what it cites."""
    cited = page_asked_for(request.GET)
    if cited is not None:
        return redirect(cited)
    return render(request, "briefs/library.html", {"found": Found(request.GET)})


@open_to(ANYONE)
@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Offer cases, authorities and issues whose name begins as what was typed: a page, or JSON with `as=json`."""
    typed, only = request.GET.get("q", ""), request.GET.get("only", "").capitalize()
    if request.GET.get("as") == "json":
        rows = [{"what": one.what, "name": one.name, "address": one.address} for one in suggested(typed, only=only)]
        return JsonResponse({"suggestions": rows})
    return render(
        request, "briefs/suggest.html", {"typed": typed[:300], "offered": suggested(typed, only=only, most=50)}
    )
