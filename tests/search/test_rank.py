"""The order of hits."""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefs.models.vocabulary import SEPARATE_KINDS, OpinionKind
from briefs.search import Found
from briefs.search.rank import ORDERS, Row, ordered

RANKS = {"scotus": 1, "ca9": 2, "cand": 3}


def row(pk: int = 1, **words: Any) -> Row:
    told = {"pk": pk, "name": f"Case {pk}", "court_id": "ca9", "year": 2001, "kind": "lead", "issue_ids": []}
    told |= {"authority_ids": [], "decided_on": date(2001, 5, 4), "relevance": 1.0}
    return Row(**(told | words))


def names(rows: list[Row], order: str) -> list[int]:
    return [one.pk for one in ordered(rows, order, RANKS)]


RELEVANCE = st.floats(min_value=1e-6, max_value=100, allow_nan=False)


@given(RELEVANCE, st.sampled_from(list(SEPARATE_KINDS)), st.sampled_from([*RANKS, None]), st.booleans())
def test_on_equal_words_a_separate_writing_never_stands_above_the_court(relevance, kind, court, newer):
    apart = row(1, kind=kind, court_id="scotus", relevance=relevance, decided_on=date(2020 if newer else 1990, 1, 1))
    court_s_own = row(2, court_id=court, relevance=relevance)
    assert names([apart, court_s_own], "relevance") == [2, 1]


@given(RELEVANCE, st.floats(min_value=1.0, max_value=1.25, exclude_max=True))
def test_a_little_more_relevance_does_not_lift_a_dissent_above_the_court(relevance, more):
    rows = [row(1, kind="dissent", court_id="scotus", relevance=relevance * more), row(2, relevance=relevance)]
    assert names(rows, "relevance") == [2, 1]


@given(RELEVANCE)
def test_of_equally_relevant_opinions_the_higher_court_s_stands_first(relevance):
    rows = [row(n, court_id=court, relevance=relevance) for n, court in enumerate([None, "cand", "ca9", "scotus"])]
    assert names(rows, "relevance") == [3, 2, 1, 0]


@given(RELEVANCE, st.sampled_from(OpinionKind.values))
def test_what_is_much_more_relevant_stands_first_whatever_it_is(relevance, kind):
    rows = [row(1, court_id="scotus", relevance=relevance), row(2, kind=kind, court_id=None, relevance=relevance * 9)]
    assert names(rows, "relevance") == [2, 1]


def test_a_row_without_relevance_stands_last():
    assert names([row(1, relevance=0.0), row(2, relevance=0.001)], "relevance") == [2, 1]


def test_by_date_the_newest_stands_first_and_the_undated_last():
    dates = [date(1999, 1, 1), None, date(2008, 11, 12)]
    assert names([row(n, decided_on=day) for n, day in enumerate(dates)], "date") == [2, 0, 1]


def test_by_name_capitals_do_not_matter():
    assert names([row(n, name=name) for n, name in enumerate(["beta", "Alpha", "Gamma"])], "name") == [1, 0, 2]


@pytest.mark.parametrize("order", [name for name, _, _ in ORDERS])
@given(rows=st.permutations([row(n, name="Same", decided_on=None) for n in range(5)]))
def test_every_order_is_the_same_on_every_visit(order, rows):
    assert names(list(rows), order) == [0, 1, 2, 3, 4]


@pytest.mark.django_db
def test_the_name_counts_more_than_holdings_these_more_than_sections_and_these_more_than_the_opinion(shelf):
    shelf.put("Text v. INS", says="The ocelot appears here, and the ocelot again, an ocelot once more.")
    shelf.put("Section v. INS", facts="An ocelot came in.")
    shelf.put("Held v. INS", answer="No. The ocelot decides it.")
    shelf.put("Ocelot v. INS")
    found = Found(QueryDict("q=ocelot"))
    assert [hit.name for hit in found.hits] == ["Ocelot v. INS", "Held v. INS", "Section v. INS", "Text v. INS"]


@pytest.mark.django_db
def test_words_that_stand_together_count_more(shelf):
    apart = (
        "The tundra was cold. " + "It was a long and quiet journey through many places. " * 8 + "A glacier was near."
    )
    shelf.put("Apart v. INS", says=apart)
    shelf.put("Together v. INS", says="The tundra glacier was cold. " + "It was a long and quiet journey. " * 8)
    assert [hit.name for hit in Found(QueryDict("q=tundra+glacier")).hits] == ["Together v. INS", "Apart v. INS"]


@pytest.mark.django_db
def test_a_dissent_with_the_court_s_words_is_found_below_the_court(shelf):
    shelf.put("Alpha v. INS", kind="dissent", says="Neutrality is an opinion.", decided_on="2009-01-01")
    shelf.put("Beta v. INS", says="Neutrality is an opinion.", decided_on="1999-01-01")
    assert [hit.name for hit in Found(QueryDict("q=neutrality")).hits] == ["Beta v. INS", "Alpha v. INS"]
