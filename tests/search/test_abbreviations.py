"""Letters for words."""

import pytest
from django.http import QueryDict

from briefs.search import Found
from briefs.search.abbreviations import CAPITALS, SPELT_OUT, spelt_out
from briefs.search.words import IDLE, Words


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("PSG", "particular social group"),
        ("psg", "particular social group"),
        ("PSGs", "particular social group"),
        ("IJ's", "immigration judge"),
        ("(BIA)", "board of immigration appeals"),
        ("42B", "cancellation of removal"),
        ("CAT", "convention against torture"),
        ("cat", ""),
        ("ice", ""),
        ("asylum", ""),
        ("", ""),
    ],
)
def test_letters_stand_for_words(letters: str, words: str):
    assert spelt_out(letters) == words


def test_letters_stand_in_one_line_only_and_are_no_words_that_ask():
    letters = [line.split()[0] for line in f"{SPELT_OUT}\n{CAPITALS}".split("\n") if line]
    assert len({one.casefold() for one in letters}) == len(letters)
    assert not {one.casefold() for one in letters} & IDLE


def test_every_line_is_a_query_that_the_search_understands():
    for line in f"{SPELT_OUT}\n{CAPITALS}".split("\n"):
        assert not line or len(Words(Words.read(line.split()[0]).telling.terms[0]).groups) >= 2


def test_letters_are_sought_beside_the_words_they_stand_for_each_in_each():
    told = [(one.words, one.phrases) for one in Words.read("PSG and CAT").groups]
    assert told == [
        ("PSG CAT", ()),
        ("CAT", ("particular social group",)),
        ("PSG", ("convention against torture",)),
        ("", ("particular social group", "convention against torture")),
    ]
    assert Words.read('"PSG"').groups == (Words.read('"PSG"').groups[0],)


@pytest.mark.django_db
def test_an_opinion_that_has_only_the_words_is_found_by_the_letters(shelf):
    shelf.put("Alpha v. INS", says="They are members of a particular social group of walruses.")
    shelf.put("Beta v. INS", says="A social walrus.")
    found = Found(QueryDict("q=walrus+PSG"))
    assert [hit.name for hit in found.hits] == ["Alpha v. INS"]
    assert found.word_chips[1][0] == "PSG"
    assert not Found(QueryDict("q=walrus+%22PSG%22")).total
