"""Choosing the briefs of a packet and how it is made; for members of the clinic, whose work queue makes it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from briefs.access import STUDENT, open_to
from briefs.exporters.packets.choosing import MOST, STYLES
from briefs.models import Edition, Job
from briefs.views.found import rows_found
from briefs.workflow.make_packet import FORMATS, packet_of
from briefs.workflow.refusal import Refused
from briefs.workflow.work import ask


@open_to(STUDENT)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def packet(request: HttpRequest) -> HttpResponse:
    """Show the briefs that the address finds, to be ticked, or names (`brief`, once for each); ask for the packet."""
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        wanted = _wanted(request.POST)
        try:
            arguments = packet_of(wanted)
            return redirect(ask("packet", arguments["title"], arguments, by=request.user))
        except Refused as problem:
            refused = tuple(problem.reasons)
    found = _found(request.GET)
    told = _wanted(request.POST) if request.method == "POST" else {"style": STYLES[0][0], "format": "pdf"}
    parts = {
        "offered": Edition.objects.in_bulk(found[:MOST]),
        "order": found[:MOST],
        "left_out": len(found[MOST:]),
        "ticked": told.get("editions", found),
        "told": told,
        "styles": STYLES,
        "formats": FORMATS,
        "refused": refused,
        "most": MOST,
    }
    parts["rows"] = [parts["offered"][pk] for pk in parts["order"] if pk in parts["offered"]]
    return render(request, "briefs/packet.html", parts, status=400 if refused else 200)


@open_to(STUDENT)
@never_cache
@require_http_methods(["GET", "HEAD"])
def jobs(request: HttpRequest) -> HttpResponse:
    """List the long work a person asked for, newest first."""
    return render(request, "briefs/jobs.html", {"jobs": Job.objects.asked_for_by(request.user)[:50]})


def _found(parameters: QueryDict) -> list[int]:
    slugs = [slug.replace("\0", "") for slug in parameters.getlist("brief")]
    if slugs:
        keys = dict(Edition.objects.current().filter(slug__in=slugs).values_list("slug", "pk"))
        return [keys[slug] for slug in dict.fromkeys(slugs) if slug in keys]
    return rows_found(parameters, "briefs").on_all("edition_id")


def _wanted(sent: QueryDict) -> dict[str, Any]:
    return {
        "title": sent.get("title", "").replace("\0", ""),
        "editions": [int(one) for one in sent.getlist("edition") if one.isdecimal() and len(one) < 10],
        "style": sent.get("style", ""),
        "format": sent.get("format", ""),
        "separate": "separate" in sent,
        "unpublished": "unpublished" in sent,
    }
