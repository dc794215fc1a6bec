"""The taxonomy, and the digest of one issue."""

from collections.abc import Mapping
from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import EditionHolding, Issue
from briefs.models.edition import EditionHoldingQuerySet
from briefs.reading import digest
from briefs.reading.matrix import matrix
from briefs.reading.public import mark_now
from briefs.views.kept import kept


@open_to(ANYONE)
@require_safe
def issues(request: HttpRequest) -> HttpResponse:
    """Show the whole taxonomy with counts of published holdings."""
    return kept(request, mark_now(), lambda: _taxonomy(request))


@open_to(ANYONE)
@require_safe
def issue(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an issue's digest: the note, what is below it, and the published propositions in their lanes."""
    page = request.GET.get("page", "")[:6]
    return kept(request, mark_now(), lambda: _digest(request, slug, page), asked=page)


@open_to(ANYONE)
@require_safe
def courts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the circuit matrix of an issue: what each court held on it, as of today."""
    today = timezone.localdate()
    return kept(request, mark_now(), lambda: _matrix(request, slug, today), asked=f"{today}")


def _taxonomy(request: HttpRequest) -> HttpResponse:
    branches = digest.tree(Issue.objects.in_order())
    digest.count(branches, digest.alike(EditionHolding.objects.current()))
    return render(request, "briefs/issues.html", {"areas": digest.tops(branches)})


def _digest(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    branches, branch = _branch(slug)
    if branch.issue.merged_into_id:
        return HttpResponsePermanentRedirect(branches[branch.issue.merged_into_id].issue.get_absolute_url())
    tagged = _tagged(branch).by_court_and_date()
    digest.count(branches, digest.alike(tagged))
    rows = tagged.select_related("edition__court").defer("edition__page")
    page = Paginator(digest.in_lanes(rows), 50).get_page(number)
    parts = {"branch": branch, "issue": branch.issue, "above": digest.above(branches, branch), "holdings": page}
    return render(request, "briefs/issue.html", parts | {"lanes": digest.lanes(page.object_list)})


def _matrix(request: HttpRequest, slug: str, today: date) -> HttpResponse:
    branches, branch = _branch(slug)
    if branch.issue.merged_into_id:
        heir = branches[branch.issue.merged_into_id].issue
        return HttpResponsePermanentRedirect(reverse("issue-courts", args=[heir.slug]))
    parts = {"issue": branch.issue, "above": digest.above(branches, branch), "today": today}
    return render(request, "briefs/courts.html", parts | {"matrix": matrix(branch, _tagged(branch))})


def _branch(slug: str) -> tuple[Mapping[int, digest.Branch], digest.Branch]:
    branches = digest.tree(Issue.objects.in_order())
    branch = next((one for one in branches.values() if one.issue.slug == slug), None)
    if branch is None:
        raise Http404("No such issue.")
    return branches, branch


def _tagged(branch: digest.Branch) -> EditionHoldingQuerySet:
    return EditionHolding.objects.current().filter(issue_ids__overlap=list(branch.ids()))
