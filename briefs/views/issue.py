"""The taxonomy, and the digest of one issue."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import EditionHolding, Issue
from briefs.reading import digest

ROWS = ("pk", "weight", "is_separate", "issue_ids")


@open_to(ANYONE)
@require_safe
def issues(request: HttpRequest) -> HttpResponse:
    """Show the whole taxonomy with counts of published holdings."""
    branches = digest.tree(Issue.objects.in_order())
    digest.count(branches, EditionHolding.objects.current().values_list(*ROWS))
    return render(request, "briefs/issues.html", {"areas": digest.tops(branches)})


@open_to(ANYONE)
@require_safe
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an issue's digest: the note, what is below it, and the published propositions in their lanes."""
    branches = digest.tree(Issue.objects.in_order())
    branch = next((one for one in branches.values() if one.issue.slug == slug), None)
    if branch is None:
        raise Http404("No such issue.")
    if branch.issue.merged_into_id:
        return HttpResponsePermanentRedirect(branches[branch.issue.merged_into_id].issue.get_absolute_url())
    tagged = EditionHolding.objects.current().filter(issue_ids__overlap=list(branch.ids())).by_court_and_date()
    digest.count(branches, tagged.values_list(*ROWS))
    rows = tagged.select_related("edition__court").defer("edition__page", "edition__search")
    page = Paginator(digest.in_lanes(rows), 50).get_page(request.GET.get("page"))
    parts = {"branch": branch, "issue": branch.issue, "above": digest.above(branches, branch), "holdings": page}
    return render(request, "briefs/issue.html", parts | {"lanes": digest.lanes(page.object_list)})
