"""The order of hits."""

from datetime import date

import numpy as np
import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from briefs.models import Court, Shelf
from briefs.models.vocabulary import SEPARATE_KINDS, OpinionKind
from briefs.search import Found, rank
from briefs.search.columns import Columns, Row
from briefs.search.kept import columns
from briefs.search.matches import state
from briefs.search.words import Words
from tests.search.test_facets import row

RANKS = {"scotus": 1, "ca9": 2, "cand": 3}
COURTS = {pk: Court(pk=pk, rank=rank) for pk, rank in RANKS.items()}
RELEVANCE = st.floats(min_value=0, max_value=1.5, allow_nan=False)


def names(rows: list[Row], scores: list[float]) -> list[int]:
    """The numbers of rows in the order of their scores and standing."""
    kept = Columns.of(rows)
    kept.court_rows = COURTS
    at = np.arange(len(rows))
    return kept.ids[rank.arranged(kept, at, np.array(scores) + rank.standing(kept))].tolist()


@given(RELEVANCE, st.sampled_from(list(SEPARATE_KINDS)), st.sampled_from([*RANKS, None]), st.integers(0, 10**6))
def test_on_equal_words_a_separate_writing_never_stands_above_the_court(relevance, kind, court, cited):
    apart = row(1, kind=kind, court_id="scotus", cited=cited, decided_on=date(2020, 1, 1))
    court_s_own = row(2, court_id=court, is_precedent=False, decided_on=None)
    assert names([apart, court_s_own], [relevance, relevance]) == [2, 1]


@given(RELEVANCE, st.floats(min_value=0, max_value=0.06))
def test_a_little_more_relevance_does_not_lift_a_dissent_above_the_court(relevance, more):
    rows = [row(1, kind="dissent", court_id="scotus", cited=10**6), row(2, court_id=None, is_precedent=False)]
    assert names(rows, [relevance + more, relevance]) == [2, 1]


@given(RELEVANCE)
def test_of_equally_relevant_opinions_the_higher_court_s_stands_first(relevance):
    rows = [row(n + 1, court_id=court) for n, court in enumerate([None, "cand", "ca9", "scotus"])]
    assert names(rows, [relevance] * 4) == [4, 3, 2, 1]


@given(RELEVANCE)
def test_of_equals_the_published_then_the_more_cited_stands_first(relevance):
    rows = [row(1, is_precedent=False), row(2), row(3, cited=5)]
    assert names(rows, [relevance] * 3) == [3, 2, 1]


@given(st.floats(min_value=0, max_value=1), st.sampled_from(OpinionKind.values))
def test_what_is_much_more_relevant_stands_first_whatever_it_is(relevance, kind):
    rows = [row(1, court_id="scotus", cited=10**6), row(2, kind=kind, court_id=None, is_precedent=False)]
    assert names(rows, [relevance, relevance + 0.4]) == [2, 1]


def test_by_date_the_newest_stands_first_and_the_undated_last():
    kept = Columns.of(
        [row(n + 1, decided_on=day) for n, day in enumerate([date(1999, 1, 1), None, date(2008, 11, 12)])]
    )
    assert kept.ids[rank.by_date(kept, np.arange(3))].tolist() == [3, 1, 2]


def test_by_name_capitals_do_not_matter():
    kept = Columns.of([row(n + 1, name=name) for n, name in enumerate(["beta", "Alpha", "Gamma"])])
    assert kept.ids[rank.by_name(kept, np.arange(3))].tolist() == [2, 1, 3]


@given(places=st.permutations(range(5)))
def test_every_order_is_the_same_on_every_visit(places):
    kept = Columns.of([row(n + 1, name="Same", decided_on=None) for n in range(5)])
    at = np.array(places)
    for ordered in (rank.by_date(kept, at), rank.by_name(kept, at), rank.arranged(kept, at, np.zeros(5))):
        assert kept.ids[ordered].tolist() == [1, 2, 3, 4, 5]


@given(st.integers(1, 700), st.randoms(use_true_random=False))
def test_candidates_are_the_best_and_nothing_is_lost(number, chance):
    kept = Columns.of([row(n + 1) for n in range(number)])
    rough = np.array([chance.randrange(1000) / 1000 for _ in range(number)])
    first, rest = rank.candidates(kept, np.arange(number), rough, np.zeros(number))
    assert sorted([*first, *rest.at]) == list(range(number))
    assert list(rank.Order(first, rest)) == [*first, *rest.arranged]
    assert len(first) == min(number, rank.FINE)
    if len(rest):
        assert rough[first].min() >= rough[rest.at].max()
        assert list(rough[rest.arranged]) == sorted(rough[rest.at], reverse=True)


@given(st.integers(0, 40), st.integers(0, 80), st.integers(0, 80))
def test_an_order_is_read_in_stretches_as_a_list_is(number, begin, end):
    kept = Columns.of([row(n + 1) for n in range(number)])
    at = np.arange(number)
    order = rank.Order(at[:25], rank.Rest(kept, at[25:], np.zeros(len(at[25:]))))
    whole = list(order)
    assert sorted(whole) == at.tolist()
    assert order[begin:end] == whole[begin:end]
    assert len(order) == number


def test_the_rarer_word_counts_more_and_a_phrase_as_its_rarest():
    rarity = rank.rarity({0: np.array([1.5] * 12 + [0] * 8), 1: np.array([0] * 18 + [4, 9])})
    assert rarity[1] > rarity[0] > 0
    words = Words.read('walrus ocelot "walrus ocelot" unicorn')
    assert rank.counts_of(words, rarity) == [rarity[0], rarity[1], rarity[1], rarity[1]]
    assert rank.counts_of(words, {}) == [1.0, 1.0, 1.0, 1.0]


@pytest.mark.django_db
def test_scores_stand_in_the_order_of_the_rows_they_are_asked_for(shelf):
    for times in (1, 3, 9):
        shelf.put(f"Case {times} v. INS", says="An ocelot. " * times)
    kept = Found(QueryDict("q=ocelot")).columns
    at = np.flatnonzero(kept.shelf == Shelf.OPINION)
    asked = Words.read("ocelot unicorn")
    scores = rank.exact(kept, at, asked, {}, [1.0, 1.0], by_name=False)
    again = rank.exact(kept, at[::-1], asked, {}, [1.0, 1.0], by_name=False)
    assert len(set(scores.tolist())) == 3
    assert again.tolist() == scores[::-1].tolist()


@pytest.mark.django_db
def test_what_the_keys_tell_is_what_the_rows_say(shelf):
    shelf.put("Few v. INS", says="The ocelot slept. " + "It was a long and quiet journey. " * 40)
    shelf.put("Many v. INS", says="An ocelot, an ocelot. " * 9, answer="The ocelot decides it.")
    shelf.put("Ocelot v. INS", facts="An ocelot came in.")
    asked = Words.read("ocelot journey")
    known = state(asked)
    kept = columns(known.mark)
    at = np.arange(len(kept))
    for by_name in (False, True):
        told = rank.amounts(kept, known.stems)
        told = {0: (rank.with_names(kept, known.stems, told) if by_name else told)[0]}
        with CaptureQueriesContext(connection) as queries:
            from_keys = rank.exact(kept, at[told[0] > 0], Words.read("ocelot"), told, [1.0], by_name=by_name)
        assert not queries
        asked_for = rank.exact(kept, at[told[0] > 0], Words.read("ocelot"), {}, [1.0], by_name=by_name)
        # A grade stands for amounts up to a twenty-third more or less.
        assert from_keys == pytest.approx(asked_for, rel=0.05)


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


@pytest.mark.django_db
def test_more_matches_than_are_scored_exactly_still_begin_with_the_best(shelf, monkeypatch):
    monkeypatch.setattr(rank, "FINE", 2)
    for n in range(4):
        shelf.put(f"Text {n} v. INS", says="An ocelot slept.")
    shelf.put("Ocelot v. INS")
    found = Found(QueryDict("q=ocelot"))
    assert found.total == 5
    assert found.hits[0].name == "Ocelot v. INS"


def test_words_that_many_opinions_say_do_not_look_like_a_name():
    small, large = (Columns.of([row(n + 1) for n in range(number)]) for number in (120, 4000))
    assert rank.look_like_a_name(100, small)
    assert not rank.look_like_a_name(101, small)
    assert rank.look_like_a_name(200, large)
    assert not rank.look_like_a_name(201, large)


@pytest.mark.django_db
def test_a_name_that_is_a_common_word_does_not_win(shelf, monkeypatch):
    shelf.put("State v. INS")
    shelf.put("Text v. INS", says="The state, the state, the state, the state and the state said so.")
    assert Found(QueryDict("q=state")).hits[0].name == "State v. INS"
    monkeypatch.setattr(rank, "NAMED_BY", 0)
    assert Found(QueryDict("q=state")).hits[0].name == "Text v. INS"


@given(st.floats(min_value=1, max_value=30))
def test_of_one_word_what_says_it_four_times_as_much_stands_first_whatever_the_court(amount):
    kept = Columns.of([row(1, court_id="scotus", cited=10**6), row(2, court_id=None, is_precedent=False)])
    kept.court_rows = COURTS
    at = np.arange(2)
    scores = rank._said(np.array([amount, amount * 4]), single=True) + rank.standing(kept)
    assert kept.ids[rank.arranged(kept, at, scores)].tolist() == [2, 1]
