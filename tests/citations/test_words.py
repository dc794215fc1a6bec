"""Looking near fixed words gives what trying a pattern at every character gives."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefs.citations.reading import read
from briefs.citations.words import _FEW, places_of, sought
from briefs.text.marks import Mark

_SOUGHT = sought("U.S.C", "Stat.")
_PATTERN = re.compile(r"(?<![\w.])\d{1,2} (?:U\.S\.C|Stat\.)(?: \d+)?")
pieces = st.lists(
    st.sampled_from(["8 ", "18 U.S.C", " Stat.", "119 Stat. 2", " 1158", "x", " ", "U.S.C. ", "8 U.S.C 9"])
)


@given(pieces.map("".join))
def test_matches_near_words_are_all_the_matches(text: str) -> None:
    near = [match.span() for match in read(text, ()).matches(_PATTERN, _SOUGHT, 3)]
    assert near == [match.span() for match in _PATTERN.finditer(text)]


@given(st.text("ab ", max_size=40), st.sets(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=4))
def test_every_place_of_every_word_is_found(text: str, needles: set[str]) -> None:
    expected = [(at, word) for at in range(len(text)) for word in needles if text.startswith(word, at)]
    assert places_of(needles, text) == sorted(expected)


def test_no_words_stand_nowhere() -> None:
    assert places_of((), "text") == []


@given(st.text("abcdefghijklmnopqrstu", max_size=60))
def test_many_words_are_found_as_a_few_are(text: str) -> None:
    letters = set("abcdefghijklmnopqrstu")
    assert len(letters) > _FEW
    assert places_of(letters, text) == list(enumerate(text))


def test_words_stand_in_a_text_whether_or_not_they_are_registered() -> None:
    reading = read("See 8 U.S.C. § 1158, as amended.", ())
    assert reading.has("Stat.", "U.S.C")
    assert reading.has("as amended")
    assert not reading.has("Stat.", "repealed")


def _paired(text: str, opening: int) -> int | None:
    """Say where a bracket closes, going through all of a text: those that number a subsection are none."""
    numbering = [match.span() for match in re.finditer(r"\((?<=[\w)]\()\w{1,5}(?:\)|(?=\())", text)]
    waiting: list[int] = []
    for place, sign in enumerate(text):
        if any(start <= place < end for start, end in numbering):
            continue
        if text.startswith("\n\n", place):
            waiting = []
        elif sign in "([":
            waiting.append(place)
        elif sign in ")]" and waiting and text[waiting[-1]] == {")": "(", "]": "["}[sign]:
            begun = waiting.pop()
            if begun == opening:
                return place
    return None


@given(st.text("()[]a \n", max_size=24))
def test_a_bracket_closes_where_it_does_in_the_whole_text(text: str) -> None:
    reading = read(text, [Mark(0, len(text), "paragraph")])
    for place, sign in enumerate(text):
        if sign in "([":
            assert reading.closer(place) == _paired(text, place)
