"""The taxonomy, read once."""

import pytest

from briefs.models import Issue
from briefs.search.taxonomy import Taxonomy


@pytest.fixture
def tree() -> Taxonomy:
    return Taxonomy(
        [
            Issue(pk=1, slug="relief", name="Relief", level=1),
            Issue(pk=2, slug="asylum", name="Asylum", level=2, parent_id=1, synonyms=["refugee status"]),
            Issue(pk=3, slug="derivative", name="Derivative asylum", level=3, parent_id=2),
            Issue(pk=4, slug="old", name="Old", level=3, parent_id=2, merged_into_id=3),
            Issue(pk=5, slug="proof", name="Burden of proof", level=1),
        ]
    )


@pytest.mark.parametrize(("issue", "line"), [(1, (1,)), (2, (2, 1)), (3, (3, 2, 1)), (4, (3, 2, 1)), (99, ())])
def test_a_lineage_leads_from_an_issue_to_its_area(tree, issue, line):
    assert tree.lineage(issue) == line


def test_issues_are_spread_over_everything_above_them_once(tree):
    assert tree.spread([3, 2, 4, 5]) == {1, 2, 3, 5}


def test_what_was_merged_goes_by_the_other_s_name(tree):
    assert [issue.slug for issue in tree.among([4])] == ["derivative"]
    assert tree.by_slug["old"] == 3


@pytest.mark.parametrize(
    ("terms", "named"),
    [
        (("asylum",), ["asylum", "derivative"]),
        (("REFUGEE",), ["asylum"]),
        (('"refugee status"',), ["asylum"]),
        (('refugee-status or "status of refugee"',), ["asylum"]),  # of two spellings
        ((), []),
    ],
)
def test_an_issue_is_known_by_a_word_of_its_name_or_synonym(tree, terms, named):
    assert [issue.slug for issue in tree.named([1, 2, 3, 5], terms)] == named
