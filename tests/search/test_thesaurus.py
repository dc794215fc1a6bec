"""Words of one meaning."""

from collections import Counter

import pytest

from briefs.search import words
from briefs.search.loose import widened
from briefs.search.thesaurus import ALIKE, alike
from briefs.search.words import IDLE, Words


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("fired", ("terminated", "discharged")),
        ("Lawyers", ("attorney", "counsel")),
        ("lawyer’s", ("attorney", "counsel")),
        ("jailed", ("prison", "imprisonment", "incarceration")),
        ("policing", ("policeman", "policemen", "cop", "officer")),
        ("caring", ()),  # no car
        ("prosecutors", ('"united states attorney"',)),
        ("theft", ("steal", "stole", "stolen", "larceny")),
        ("asylum", ()),
        ("", ()),
    ],
)
def test_a_word_has_others_of_its_meaning(word: str, others: tuple[str, ...]):
    assert alike(word) == (word, *others)


def test_a_word_stands_in_one_line_only():
    words = [word for line in ALIKE.strip().splitlines() for word in line.split('"')[0].split()]
    assert [word for word, number in Counter(words).items() if number > 1] == []


def test_no_word_stands_for_one_that_only_asks_and_joins():
    assert [word for word in IDLE if len(alike(word)) > 1] == []


def test_every_line_is_a_query_that_the_search_understands(monkeypatch):
    monkeypatch.setattr(words, "PASTED", 1)  # however long a line may become
    for line in ALIKE.strip().splitlines():
        one = line.split()[0]
        (term,) = widened(Words(one)).terms
        assert len(Words(term).groups) >= len(alike(one)) >= 2
