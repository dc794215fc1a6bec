"""Words found in an opinion: by stem, in masked words only, counted in reading order."""

import pytest

from briefs.reading.finding import find
from briefs.search.words import Words, pieces
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion(student):
    return make_opinion(student)


def found(opinion, typed: str) -> list[str]:
    words = Words.read(typed)
    query = words.telling.any_term if words.terms else None
    together = len(pieces(words.terms[0])) if words.is_one_phrase else 0
    return [opinion.text[one.start : one.end] for one in find(opinion, query, together=together)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("conjectures", ["conjecture"]),
        ("persecuted", ["persecution"]),
        ('"past persecution"', ["past persecution"]),
        ("past persecution", ["past persecution"]),
        ("petitioner", ["Petitioner", "petitioner"]),
        ("board", ["Board", "Board"]),
        ("zebra", []),
        ("the of", []),
        ("", []),
        ("836", []),
        ("-conjecture", []),
    ],
)
def test_words_are_found_by_their_stem(opinion, typed, wanted):
    assert found(opinion, typed) == wanted


def test_places_are_numbered_in_reading_order_and_know_their_passage(opinion, django_assert_num_queries):
    with django_assert_num_queries(1):
        places = find(opinion, Words.read("board").any_term)
    assert [one.number for one in places] == [1, 2]
    assert [one.anchor for one in places] == ["para-1", "para-3"]


def test_the_words_of_a_phrase_are_not_marked_apart(student):
    text = TEXT.replace("conjecture", "conjecture; past harm, persecution and past persecution")
    opinion = make_opinion(student, text=text, name="phrase.txt")
    assert set(found(opinion, '"past persecution"')) == {"past persecution"}
    assert {"past", "persecution"} <= set(found(opinion, "past persecution"))


def test_a_phrase_with_common_words_in_it_is_one_place(student):
    opinion = make_opinion(student, text=TEXT.replace("conjecture", "a matter of the record; the record matters"))
    assert found(opinion, '"matter of the record"') == ["matter of the record"]


def test_a_phrase_that_runs_on_into_the_next_paragraph_is_found_across_both(student):
    opinion = make_opinion(student, text=f"{TEXT}\nHe drove the military car.\n\nAbout a mile on he left it.\n")
    assert found(opinion, '"military car about a mile"') == ["military car.\n\nAbout a mile"]
    assert found(opinion, '"about a mile military car"') == []


def test_a_number_that_is_masked_is_never_found(student):
    opinion = make_opinion(student, text=TEXT, name="again.txt")
    assert found(opinion, "A75 836 651") == []


def test_markup_in_a_text_is_words_like_others(student):
    text = TEXT.replace("conjecture", "conjecture <b>indeed</b> and conjecture")
    places = found(make_opinion(student, text=text, name="b.txt"), "conjecture")
    assert set(places) <= {"conjecture"}
