"""What to try when nothing was found."""

import pytest
from django.http import QueryDict

from briefs.search import Found
from briefs.search.suggestions import MOST_ISSUES, issues_like
from briefs.search.taxonomy import Taxonomy
from briefs.search.words import Words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("persecuton", "past-persecution"),  # a slip
        ("non refoulement", "withholding"),  # a synonym, written apart
        ("imputed political opinon", "imputed-political-opinion"),
        ("opinion political neutrality", "political-neutrality"),  # another order
        ("torture convention", "cat"),
        ("corroborate xyzzy", "corroboration"),
    ],
)
def test_an_issue_that_sounds_like_the_words_is_suggested(typed, slug):
    like = issues_like(Words.read(typed), Taxonomy.load())
    assert slug in [issue.slug for issue in like]
    assert len(like) <= MOST_ISSUES
    assert all(issue.level > 1 for issue in like)


@pytest.mark.parametrize("typed", ["xyzzy", "zebra crossing", "", "-asylum", "a"])
def test_nothing_is_suggested_for_words_like_no_issue(typed):
    assert issues_like(Words.read(typed), Taxonomy.load()) == []


def test_fewer_words_are_suggested_with_how_many_briefs_have_each(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    shelf.put("Beta v. INS", says="A walrus and a pelican slept.")
    found = Found(QueryDict("q=walrus+pelican+unicorn&sort=name&court=ca9"))
    assert found.total == 0
    assert [(one.term, one.count) for one in found.fewer] == [("pelican", 1), ("walrus", 2)]
    assert found.fewer[0].address == "/briefs/?q=pelican&court=ca9&sort=name"


def test_what_only_the_filters_keep_out_is_said(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    found = Found(QueryDict("q=walrus&court=ca2"))
    assert (found.total, found.total_of_words, found.fewer) == (0, 1, [])
    assert found.without_facets == "/briefs/?q=walrus"


def test_nothing_is_suggested_when_something_was_found(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    found = Found(QueryDict("q=walrus"))
    assert (found.total, found.fewer, found.issues_like) == (1, [], [])
