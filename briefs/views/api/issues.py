"""The taxonomy with its counts, and the digest of one issue."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.exporters.api import holding_row, issue_line
from briefs.models import EditionHolding, Issue
from briefs.reading import digest
from briefs.views.answers import as_json, said_in_json
from briefs.views.api.paging import listed, page_of


@open_to(ANYONE)
@require_safe
@said_in_json
def issues(request: HttpRequest) -> HttpResponse:
    """List the issues in the order of the taxonomy."""
    branches = digest.tree(Issue.objects.in_order())
    digest.count(branches, digest.alike(EditionHolding.objects.current()))
    slugs = {pk: branch.issue.slug for pk, branch in branches.items()}
    standing = [branch for branch in branches.values() if branch.issue.merged_into_id is None]
    page = page_of(request, standing)
    return listed(request, page, [issue_line(one.issue, _counts(one), slugs) for one in page])


@open_to(ANYONE)
@require_safe
@said_in_json
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """Give an issue with the propositions that carry it or anything below it: holdings, then others, then separate."""
    branches = digest.tree(Issue.objects.in_order())
    branch = next((one for one in branches.values() if one.issue.slug == slug), None)
    if branch is None:
        raise Http404("There is no such issue.")
    if branch.issue.merged_into_id:
        heir = branches[branch.issue.merged_into_id].issue.slug
        return HttpResponsePermanentRedirect(reverse("api-issue", args=[heir]))
    tagged = EditionHolding.objects.current().filter(issue_ids__overlap=list(branch.ids())).by_court_and_date()
    digest.count(branches, digest.alike(tagged))
    rows = digest.in_lanes(tagged.select_related("edition").defer("edition__page"))
    page = page_of(request, rows)
    slugs = {pk: one.issue.slug for pk, one in branches.items()}
    over = digest.above(branches, branch)
    area = over[0].name if over else branch.issue.name
    told = {
        **issue_line(branch.issue, _counts(branch), slugs),
        "above": [{"slug": one.slug, "name": one.name, "area": area} for one in over],
        "below": [child.issue.slug for child in branch.children],
        "propositions": [holding_row(row) for row in page],
        "pages": page.paginator.num_pages,
    }
    return as_json(request, told)


def _counts(branch: digest.Branch) -> tuple[int, int, int]:
    return branch.holdings, branch.lesser, branch.apart
