"""What a reader sees when a page is not there, not theirs, not understood, or broken."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from briefs.access import ANYONE, open_to


@open_to(ANYONE)
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: an unknown address, or something that is not public (never 403, so that drafts cannot be probed)."""
    return render(request, "404.html", status=404)


@open_to(ANYONE)
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: with the sentence that says why, where there is one."""
    return render(request, "403.html", {"why": str(exception)}, status=403)


@open_to(ANYONE)
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a request that makes no sense; what it said is not repeated."""
    return render(request, "400.html", status=400)


@open_to(ANYONE)
def server_error(request: HttpRequest) -> HttpResponse:
    """500: rendered without the request, the session or the database, which may be what broke."""
    return HttpResponseServerError(render_to_string("500.html"))
