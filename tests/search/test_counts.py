"""What the tabs count, against a plain query for the same words."""

from collections.abc import Sequence

import pytest
from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.models import Passage, SearchRow, Shelf
from briefs.search import Found
from briefs.search.asked import TABS
from briefs.search.words import CONFIG, instead, is_idle

WORDS = (
    *("persecution", "neutrality", "nuclear", "desertion", "credibility", "Armenian", "telephone", "consular"),
    *("remand", "torture", "Russian", "army", "police", "hospital", "Iran", "family", "Chechnya", "xylophone"),
)
PHRASES = ("police officers", "immigration judge", "telephone calls", "birth certificate", "purple police")

word, phrase = st.sampled_from(WORDS), st.sampled_from(PHRASES)
some = st.lists(word, max_size=2, unique=True)


def asked(typed: str) -> dict[str, int]:
    parameters = QueryDict(mutable=True)
    parameters["q"] = typed
    return Found(parameters).counts


def has(one: str, row: str = "words") -> Q:
    return Q(**{row: SearchQuery(one, config=CONFIG, search_type="phrase")})


def all_of(terms: Sequence[Q]) -> Q:
    whole = Q()
    for term in terms:
        whole &= term
    return whole


@pytest.mark.django_db
@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(word, min_size=1, max_size=2, unique=True), min_size=1, max_size=2), some)
def test_each_tab_counts_the_rows_that_have_the_words(samples, groups: list[list[str]], excluded: list[str]):
    without = [one for one in excluded if not any(one in group for group in groups)]
    line = " or ".join(" ".join([*group, *(f"-{one}" for one in without)]) for group in groups)
    counts = asked(line)
    fits = Q(pk=None)
    for group in groups:
        fits |= all_of([*map(has, group), *(~has(one) for one in without)])
    for name, _, shelf in TABS:
        number = SearchRow.objects.filter(fits, shelf=shelf).count() if shelf else 0
        if number or len(groups) > 1 or without:  # what has most of a question is found where nothing has all of it
            assert not shelf or counts[name] == number, (line, name)


@pytest.mark.django_db
@settings(max_examples=30, deadline=None)
@given(phrase, some, st.booleans())
def test_opinions_are_counted_that_have_a_phrase_in_a_passage(samples, phrase: str, words: list[str], excluded: bool):
    in_passage = Q(Exists(Passage.objects.filter(has(phrase, "search"), opinion=OuterRef("opinion"))))
    fits = all_of([*map(has, words), ~in_passage if excluded else in_passage])
    wanted = SearchRow.objects.filter(fits, shelf=Shelf.OPINION).count()
    line = " ".join([*words, f'{"-" * excluded}"{phrase}"'])
    assert asked(line)["opinions"] == wanted, line


def test_the_words_are_sought_as_they_stand():
    assert not [one for one in WORDS if is_idle(one) or instead(one)]
