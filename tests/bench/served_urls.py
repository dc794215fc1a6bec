"""The site's addresses and one that answers with constant bytes, to measure pages against."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from briefs.access import ANYONE, open_to
from clinic.urls import handler400, handler403, handler404, handler500
from clinic.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500"]

BYTES = b"x" * 100_000


@open_to(ANYONE)
def constant(request: HttpRequest, size: int) -> HttpResponse:
    """Answer with so many bytes, made beforehand."""
    return HttpResponse(BYTES[:size])


urlpatterns = [path("constant/<int:size>", constant), *site]
