"""The digest of an issue: counts that never mix lanes."""

from types import SimpleNamespace

import pytest

from briefs.models import Issue
from briefs.reading import digest


def issue(pk: int, parent: int | None = None, heir: int | None = None) -> Issue:
    return Issue(pk=pk, slug=f"i{pk}", name=f"I{pk}", parent_id=parent, merged_into_id=heir, level=1)


@pytest.fixture
def branches():
    """1 > 2 > 3, and 4 merged into 3."""
    return digest.tree([issue(1), issue(2, 1), issue(3, 2), issue(4, 1, heir=3)])


def test_a_holding_is_counted_once_in_each_issue_above_it(branches):
    digest.count(branches, [("holding", False, [2, 3], 5), ("alternative", False, [3], 1)])
    assert [branches[pk].holdings for pk in (1, 2, 3)] == [6] * 3


@pytest.mark.parametrize("weight", ["dicta", "arguendo", "rule", "remand", "not_reached"])
def test_what_is_not_a_holding_is_not_counted(branches, weight):
    digest.count(branches, [(weight, False, [3], 1)])
    assert (branches[3].holdings, branches[3].lesser, branches[3].apart) == (0, 1, 0)


def test_a_separate_opinion_s_proposition_is_never_a_holding(branches):
    digest.count(branches, [("dissent", True, [3], 1), ("concurrence", True, [3], 1)])
    assert (branches[1].holdings, branches[1].apart) == (0, 2)


def test_what_was_tagged_with_a_merged_issue_counts_for_its_heir(branches):
    digest.count(branches, [("holding", False, [4], 1)])
    assert branches[3].holdings == 1
    assert branches[3].ids() == {3, 4}
    assert [child.issue.pk for child in branches[1].children] == [2]


def test_an_issue_that_is_not_there_is_passed_over(branches):
    digest.count(branches, [("holding", False, [99], 1)])
    assert branches[1].holdings == 0


def test_the_areas_and_the_way_down(branches):
    assert [branch.issue.pk for branch in digest.tops(branches)] == [1]
    assert [one.pk for one in digest.above(branches, branches[3])] == [1, 2]


def test_each_lane_keeps_its_own():
    rows = [
        SimpleNamespace(weight=weight, is_separate=separate)
        for weight, separate in (("dissent", True), ("dicta", False), ("holding", False), ("alternative", False))
    ]
    lanes = {lane.slug: [row.weight for row in lane.holdings] for lane in digest.lanes(rows)}
    assert lanes == {
        "holdings": ["holding", "alternative"],
        "not-holdings": ["dicta"],
        "separate-opinions": ["dissent"],
    }
    assert digest.lanes([]) == []
