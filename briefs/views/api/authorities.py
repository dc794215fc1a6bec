"""What published briefs and released opinions cite, and who cites it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters.api import authority_line
from briefs.models import Authority, Opinion
from briefs.models.vocabulary import AuthorityKind
from briefs.reading.citing import CitedBy
from briefs.reading.register import Register
from briefs.views.answers import BadRequest, as_json, said_in_json
from briefs.views.api.paging import checked, listed, one_of
from briefs.workflow.prose import outside_link


@open_to(ANYONE)
@require_safe
@said_in_json
def authorities(request: HttpRequest) -> HttpResponse:
    """List what is publicly cited, by kind and first letter."""
    one_of(request, "kind", AuthorityKind.values)
    letter = request.GET.get("letter", "")
    if len(letter) > 1 or (letter and not letter.isalnum()):
        raise BadRequest("“letter” is one letter or digit.")
    page = checked(request, Register(request.GET).page)
    return listed(request, page, [authority_line(row) for row in page])


@open_to(ANYONE)
@require_safe
@said_in_json
def authority(request: HttpRequest, slug: str) -> HttpResponse:
    """Give an authority with everything public that cites it or a part of it."""
    shown = get_object_or_404(Authority.objects.select_related("merged_into").prefetch_related("aliases"), slug=slug)
    if shown.merged_into:
        return HttpResponsePermanentRedirect(reverse("api-authority", args=[shown.merged_into.slug]))
    cited_by = CitedBy(shown)
    held = list(Opinion.objects.released().filter(case__authority=shown).values_list("slug", flat=True).order_by("pk"))
    if not cited_by and not held:
        raise Http404("Nothing public cites this authority, and it is not held here.")
    page = checked(request, cited_by.page(request.GET.get("page")))
    told = {
        **authority_line(shown),
        "note": shown.note,
        "elsewhere": outside_link(shown)[0],
        "also": [alias.cite for alias in shown.aliases.all()],
        "held": held,
        "opinions_citing": cited_by.opinions,
        "briefs_citing": cited_by.briefs,
        "cited_by": [
            {
                "name": case.name,
                "court": case.court,
                "decided_on": case.decided_on.isoformat() if case.decided_on else "",
                "in_opinions": len(case.in_opinions),
                "briefs": sorted({row.edition.slug for row in case.in_briefs}),
            }
            for case in page
        ],
        "pages": page.paginator.num_pages,
    }
    return as_json(request, told)
