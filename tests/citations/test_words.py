"""Looking near fixed words gives what trying a pattern at every character gives."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefs.citations.reading import read
from briefs.citations.words import places_of, sought

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
