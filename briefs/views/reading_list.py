"""A reading list: briefs chosen in the address, to read one after the other or to print."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Edition

MOST = 30


@open_to(ANYONE)
@require_safe
def reading_list(request: HttpRequest) -> HttpResponse:
    """List the briefs that the address names (`brief`, once for each), in its order; what is not public is counted."""
    slugs = list(dict.fromkeys(slug.replace("\0", "") for slug in request.GET.getlist("brief")))
    found = {one.slug: one for one in Edition.objects.current().filter(slug__in=slugs[:MOST])}
    chosen = [found[slug] for slug in slugs if slug in found]
    parts = {
        "listed": [(one, _without(chosen, one)) for one in chosen],
        "missing": len(slugs[:MOST]) - len(chosen),
        "left_out": len(slugs[MOST:]),
        "most": MOST,
    }
    return render(request, "briefs/reading_list.html", parts)


def _without(chosen: list[Edition], gone: Edition) -> str:
    return "&".join(f"brief={one.slug}" for one in chosen if one is not gone)
