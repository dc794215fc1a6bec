"""Two editions of a brief side by side, or the draft beside the live one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from briefs.access import STUDENT, reaches
from briefs.admin.pages import page, says_no_in_sentences
from briefs.models import Brief, Edition
from briefs.reading.comparing import compared
from briefs.workflow.publish import preview

DRAFT = "draft"


@never_cache
@says_no_in_sentences
def compare(request: HttpRequest, brief: int) -> HttpResponse:
    """Show what changed between the two the address names (`from`, `to`: a number or “draft”).

    Without any, what is written now is held against the newest edition.
    """
    if not reaches(request.user, STUDENT):
        raise PermissionDenied("Editions are compared by members of the clinic.")
    row = get_object_or_404(Brief.objects.select_related("opinion"), pk=brief)
    editions = list(row.editions.order_by("number").defer("page"))
    names = {str(one.number): f"Edition {one.number}" for one in editions} | {DRAFT: "The draft as it is now"}
    if not editions:
        context = {"brief": row, "names": names, "comparison": None}
        return page(request, "admin/briefs/edition/compare.html", f"Editions of {row}", context)
    newest = str(editions[-1].number)
    chosen = request.GET.get("from", newest), request.GET.get("to", DRAFT)
    if not set(chosen) <= set(names):
        raise Http404("The brief has no such edition.")
    old, new = chosen
    context = {
        "brief": row,
        "names": names,
        "old": old,
        "new": new,
        "old_name": names[old],
        "new_name": names[new],
        "comparison": compared(_page(row, old), _page(row, new)),
    }
    return page(request, "admin/briefs/edition/compare.html", f"Editions of {row}", context)


def _page(brief: Brief, chosen: str) -> Any:
    if chosen == DRAFT:
        return preview(brief).page
    return Edition.objects.values_list("page", flat=True).get(brief=brief, number=int(chosen))
