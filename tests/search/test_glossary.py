"""Plain speech of several words."""

import pytest
from django.http import QueryDict

from briefs.search import Found
from briefs.search.abbreviations import LETTERS
from briefs.search.glossary import SAID_FOR, joined, said_for
from briefs.search.loose import widened
from briefs.search.words import MOST_TERMS, Words


@pytest.mark.parametrize(
    ("phrase", "known"),
    [
        ("green card", True),
        ("Green cards", True),
        ("standing by", True),
        ("beaten up", True),
        ("lawyer’s mistake", True),
        ("Notice to Appear", True),
        ("card", False),
        ("red card", False),
        ("", False),
    ],
)
def test_a_phrase_is_known_whatever_its_endings(phrase: str, known: bool):
    assert bool(said_for(phrase)) is known
    assert said_for(f'"{phrase}"') == said_for(phrase)


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (("standing", "by", "while", "others"), ('"standing by"', "while", "others")),
        (("lost", "green", "card"), ("lost", '"green card"')),
        (("green",), ("green",)),
        (("human", "rights", "report"), ('"human rights report"',)),
        ((), ()),
    ],
)
def test_words_that_say_something_together_are_one_term(terms: tuple[str, ...], told: tuple[str, ...]):
    assert joined(terms) == told


def test_every_line_is_a_query_that_the_search_understands():
    for line in SAID_FOR.strip().splitlines():
        said, _, others = line.partition(" -> ")
        for one in said.split("; "):
            assert 1 < len(one.split()) < MOST_TERMS
            (term,) = widened(Words(one)).terms
            assert len(Words(term).groups) == len(said_for(one)) >= 1
            assert others.startswith(said_for(one)[0])


def test_what_is_written_in_letters_is_sought_in_its_words_too():
    for words, letters in LETTERS.items():
        assert said_for(words) == (f'"{words}"', letters)


@pytest.mark.django_db
def test_a_question_in_plain_speech_is_answered_by_what_opinions_say(shelf):
    shelf.put("Alpha v. INS", says="The inaction of the walrus was no persecution.")
    shelf.put("Beta v. INS", says="The holding cannot stand by itself; a heron.")
    found = Found(QueryDict("q=is+standing+by+persecution+by+a+walrus"))
    assert found.hits[0].name == "Alpha v. INS"
    assert "Looked for too: inaction, bystander, passive" in found.loose_note
    assert "Nowhere" not in found.loose_note
