"""Where a program begins, and what it is told of an address that is none."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.views.answers import as_json, full, problem

LISTS = ("editions", "holdings", "opinions", "authorities", "issues")


@open_to(ANYONE)
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Give the addresses of the lists and of the description."""
    told = {name: full(reverse(f"api-{name}")) for name in (*LISTS, "openapi")}
    return as_json(request, told, links={"service-desc": told["openapi"], "service-doc": full(reverse("api"))})


@open_to(ANYONE)
@require_safe
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Say in JSON that an address of the API is none."""
    return problem(404, "There is nothing at this address of the API.")
