"""An issue's digest: the taxonomy with counts, and published propositions in lanes that never mix (INV-2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Case, Count, QuerySet, Value, When

from briefs.models import EditionHolding, Issue
from briefs.models.vocabulary import Weight

# What counts as a holding. Every other weight has a lane of its own and is never counted among these.
COUNTED = (Weight.HOLDING, Weight.ALTERNATIVE)


@dataclass(slots=True)
class Branch:
    """An issue, what is below it, and how many propositions carry it or anything below."""

    issue: Issue
    children: list["Branch"] = field(default_factory=list)
    absorbed: list["Branch"] = field(default_factory=list)
    holdings: int = 0
    lesser: int = 0  # the court's, but no holding: rules stated, directions, dicta
    apart: int = 0

    def ids(self) -> set[int]:
        """Give the ids of the issue and of everything below it, and of what was merged into them."""
        own = {self.issue.pk, *(absorbed.issue.pk for absorbed in self.absorbed)}
        return own.union(*(child.ids() for child in self.children))


@dataclass(frozen=True, slots=True)
class Lane:
    """Propositions that may stand under one heading."""

    slug: str
    title: str
    note: str
    holdings: list[EditionHolding]


def tree(issues: Iterable[Issue]) -> Mapping[int, Branch]:
    """Give every issue's branch by its id, children in their order; merged issues hang on their heirs."""
    branches = {issue.pk: Branch(issue) for issue in issues}
    for branch in branches.values():
        heir, parent = branch.issue.merged_into_id, branch.issue.parent_id
        if heir in branches:
            branches[heir].absorbed.append(branch)
        elif parent in branches:
            branches[parent].children.append(branch)
    return branches


def tops(branches: Mapping[int, Branch]) -> list[Branch]:
    """Give the areas."""
    return [branch for branch in branches.values() if branch.issue.parent_id is None]


def above(branches: Mapping[int, Branch], branch: Branch) -> list[Issue]:
    """Give the issues over an issue, its area first."""
    over = branches.get(branch.issue.parent_id or 0)
    return [*above(branches, over), over.issue] if over else []


def alike(holdings: QuerySet[EditionHolding]) -> QuerySet[EditionHolding, tuple[str, bool, list[int], int]]:
    """Count propositions that are the same to a digest: rows (weight, is_separate, issue ids, how many)."""
    return holdings.order_by().values_list("weight", "is_separate", "issue_ids").annotate(number=Count("pk"))


def count(branches: Mapping[int, Branch], rows: Iterable[tuple[str, bool, list[int], int]]) -> None:
    """Count in each branch the propositions it holds, as `alike` gives them; each once, however it is tagged."""
    for weight, is_separate, issue_ids, number in rows:
        reached: dict[int, Branch] = {}
        for issue_id in issue_ids:
            branch = branches.get(issue_id)
            while branch is not None and branch.issue.pk not in reached:
                reached[branch.issue.pk] = branch
                branch = branches.get(branch.issue.merged_into_id or branch.issue.parent_id or 0)
        for branch in reached.values():
            if is_separate:
                branch.apart += number
            elif weight in COUNTED:
                branch.holdings += number
            else:
                branch.lesser += number


def in_lanes(holdings: QuerySet[EditionHolding]) -> QuerySet[EditionHolding]:
    """Order propositions by lane first, and within a lane as they were ordered before."""
    counted = Case(When(weight__in=COUNTED, then=Value(0)), default=Value(1))
    return holdings.order_by("is_separate", counted, *holdings.query.order_by)


def lanes(holdings: Iterable[EditionHolding]) -> list[Lane]:
    """Part propositions into lanes, keeping their order; a lane with nothing in it is left out."""
    rows = list(holdings)
    court = [row for row in rows if not row.is_separate and row.weight in COUNTED]
    other = [row for row in rows if not row.is_separate and row.weight not in COUNTED]
    apart = [row for row in rows if row.is_separate]
    every = (
        Lane("holdings", "Holdings", "", court),
        Lane(
            "not-holdings",
            "Said without holding",
            "Rules stated, directions on remand, assumptions, dicta, questions not reached. None counts as a holding.",
            other,
        ),
        Lane(
            "separate-opinions",
            "Dissents and concurrences",
            "Propositions of separate opinions. None is a holding of the court, and none is counted as one.",
            apart,
        ),
    )
    return [lane for lane in every if lane.holdings]
