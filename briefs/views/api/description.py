"""The API's description: as data for programs, as a page for people."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters import openapi as described
from briefs.exporters import schema
from briefs.views.answers import as_json


@open_to(ANYONE)
@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Show every address of the API with what it takes and gives."""
    told = described.described(settings.SITE_URL, settings.CLINIC_NAME)
    parts = {"operations": described.OPERATIONS, "schemas": told["components"]["schemas"], "version": described.VERSION}
    return render(request, "briefs/api.html", parts)


@open_to(ANYONE)
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """Give the description as OpenAPI 3.1."""
    return as_json(request, described.described(settings.SITE_URL, settings.CLINIC_NAME))


@open_to(ANYONE)
@require_safe
def edition_schema(request: HttpRequest) -> HttpResponse:
    """Give the JSON Schema of an edition."""
    return as_json(request, schema.schema(settings.SITE_URL), mime="application/schema+json")
