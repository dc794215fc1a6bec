"""Authorities: what published briefs and released opinions cite, and who cites it."""

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import OuterRef, Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import MARK, Authority, Edition, Opinion
from briefs.reading.citing import CitedBy
from briefs.reading.public import mark_now
from briefs.reading.register import Register
from briefs.reading.years import years
from briefs.views.kept import kept
from briefs.workflow.prose import outside_link


@open_to(ANYONE)
@require_safe
def authorities(request: HttpRequest) -> HttpResponse:
    """List what is publicly cited, by kind and letter."""
    register = Register(request.GET)
    parts = {"register": register}
    return kept(request, mark_now(), lambda: render(request, "briefs/authorities.html", parts), asked=register.asked)


@open_to(ANYONE)
@require_safe
def authority(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what an authority is, where to read it, its parts, and everything public that cites it."""
    shown = get_object_or_404(
        Authority.objects.select_related("merged_into", "parent__parent__parent").annotate(
            other_cites=ArrayAgg("aliases__cite", filter=Q(aliases__isnull=False), default=[]), mark=MARK
        ),
        slug=slug,
    )
    if shown.merged_into:
        return HttpResponsePermanentRedirect(shown.merged_into.get_absolute_url())
    page = request.GET.get("page", "")[:6]
    return kept(request, shown.mark, lambda: _rendered(request, shown, page), asked=page)


def _rendered(request: HttpRequest, shown: Authority, page: str) -> HttpResponse:
    cited_by = CitedBy(shown)
    brief = Edition.objects.current().filter(opinion=OuterRef("pk")).values("slug")[:1]
    held = Opinion.objects.released().filter(case__authority=shown).annotate(brief=Subquery(brief))
    held = list(held.without_texts().order_by("position"))
    if not cited_by and not held:
        raise Http404("Nothing public cites this authority, and it is not held here.")
    url, host = outside_link(shown)
    parts = {"authority": shown, "cited_by": cited_by, "cases": cited_by.page(page)}
    parts |= {"held": held, "url": url, "host": host, "years": years(cited_by.cases)}
    return render(request, "briefs/authority.html", parts)
