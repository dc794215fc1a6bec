"""Quotations of other cases are found through the index of passages, in a fixed number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from briefs.models import Opinion
from briefs.text.quotes import find_quotation
from briefs.workflow.elsewhere import stands_elsewhere
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db

OTHER = """Diallo v. INS, 232 F.3d 279 (2d Cir. 2000)

OPINION

The applicant’s well-founded fear, as the agency[, at last,] conceded, was real.2 The Board nevertheless demanded papers
that nobody in his village could have had, and/or others.

It did so without a word of explanation for the demand.

Explanation it owed him. See A.R. at 12; F.Supp.2d 9. We vacate and remand for further proceedings.
"""


@pytest.fixture
def held(student):
    """The briefed case, and an opinion of another."""
    case = make_opinion(student).case
    other = make_opinion(student, text=OTHER, name="diallo.txt", docket_numbers=["98-1"], short_name="Diallo v. INS")
    return case, other


@pytest.mark.parametrize(
    "quote",
    [
        "demanded papers that nobody in his village could have had",
        "demanded papers ... could have had",
        "[t]he Board nevertheless demanded papers",
        "The Board nevertheless demand[ed] papers that nobody",
        "the applicant's well founded fear",
        "APPLICANT’S WELL-FOUNDED FEAR",
        "as the agency, at last, conceded",
        "conceded, was real. The Board nevertheless",  # over the number of a note
        "for the demand. Explanation it owed him",  # over the end of a paragraph
        "nobody in his village could have had, and/or others",
        "F.Supp.2d 9. We vacate",
    ],
)
def test_a_quotation_is_found_in_another_case(held, quote):
    case, other = held
    (place,) = stands_elsewhere([quote], besides=case.pk)[quote]
    text = Opinion.objects.get(pk=place.opinion.pk).text
    assert place.opinion == other
    assert (place.start, place.end) in find_quotation(quote, text)
    assert place.passage.start <= place.start < place.passage.end


@pytest.mark.parametrize(
    "quote",
    [
        "demanded paper that nobody in his village could have had",
        "papers that somebody in his village could have had",
        "could have had papers that nobody",
        "of the",
        "as it was",
        "…",
        "",
    ],
)
def test_other_words_are_not(held, quote):
    assert stands_elsewhere([quote], besides=held[0].pk) == {}


def test_the_briefed_case_is_left_out(held):
    case, _ = held
    assert stands_elsewhere(["found no nexus", "past persecution raises"], besides=case.pk) == {}


def test_released_opinions_come_first(student, held):
    again = make_opinion(student, text=OTHER + "\nAgain.\n", name="gill.txt", docket_numbers=["98-2"])
    Opinion.objects.filter(pk=again.pk).update(released_at="2026-01-01T00:00:00Z")
    found = stands_elsewhere(["demanded papers that nobody"], besides=held[0].pk)
    assert [place.opinion for place in found["demanded papers that nobody"]] == [again, held[1]]


@pytest.mark.parametrize("times", [1, 40])
def test_any_number_of_quotations_costs_four_queries_at_most(held, times):
    words = TEXT.split() + OTHER.split()
    quotes = [" ".join(words[at : at + 6]) for at in range(times)]
    quotes += ["for the demand. Explanation it owed him", "nobody in his village"]
    with CaptureQueriesContext(connection) as asked:
        found = stands_elsewhere(quotes, besides=0)
    assert set(quotes[-2:]) <= set(found)
    assert len(asked) <= 4
