"""Two published briefs side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Edition
from briefs.reading.beside import beside

CHOICES = 500  # briefs offered in the two lists


@open_to(ANYONE)
@require_safe
def side_by_side(request: HttpRequest) -> HttpResponse:
    """Show what the briefs `a` and `b` of the address share; without both, offer the briefs to choose from."""
    chosen = [request.GET.get(name, "").replace("\0", "") for name in ("a", "b")]
    choices = list(Edition.objects.current().order_by("name", "slug").values_list("slug", "name", "year")[:CHOICES])
    parts = {"choices": choices, "a": chosen[0], "b": chosen[1]}
    if all(chosen) and chosen[0] != chosen[1]:
        found = {one.slug: one for one in Edition.objects.current().filter(slug__in=chosen)}
        if len(found) < len(chosen):
            raise Http404("One of these briefs is not published.")
        first, second = (found[slug] for slug in chosen)
        parts |= {"first": first, "second": second, "beside": beside(first.page, second.page)}
    return render(request, "briefs/beside.html", parts)
