"""The part of a passage that its headline is made of."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefs.search import Found
from briefs.search.windows import BEFORE, LONG, SPAN, window

WORDS = st.sampled_from(["persecuted", "the", "denied", "counsel", "İzmir", "a", "courteous", "court", "§", "x" * 30])
TEXTS = st.lists(WORDS, max_size=300).map(" ".join)


@given(TEXTS, st.lists(st.sampled_from(["persecut", "deni", "court"]), max_size=3))
def test_a_window_is_a_stretch_of_whole_words_with_as_many_stems_as_any(text, stems):
    part = window(text, stems)
    assert f" {part.strip()} " in f" {text} "
    if part != text:
        assert len(part) <= SPAN + 2 * BEFORE + 80
        lines = [text[at : at + SPAN] for at in range(len(text)) if text[at - 1 : at] in ("", " ")]
        most = max(_has(line, stems) for line in lines)
        assert _has(part, stems) >= most > 0


def _has(line: str, stems: list[str]) -> int:
    words = [word.lower() for word in line.split()]
    beginnings = {stem.rstrip("i") for stem in stems}
    return sum(any(word.startswith(beginning) for word in words) for beginning in beginnings)


def test_a_window_lies_where_the_words_stand_closest():
    far = "Nothing of it. " * 40
    text = f"{far} An officer came. {far} The officer deserted the army. {far} They deserted. {far}"
    part = window(text, ["offic", "desert", "armi"])
    assert "The officer deserted the army." in part
    assert len(part) < LONG


@pytest.mark.parametrize("stems", [[], ["ocelot"], ["othing"]])
def test_where_no_stem_is_seen_the_window_is_the_whole(stems):
    text = "Nothing of it. " * 60
    assert window(text, stems) == text


@pytest.mark.django_db
def test_a_window_on_another_word_does_not_hide_the_one_sought(shelf):
    """“Dying” has the stem “die”, which its letters do not show; “diet” begins like it."""
    shelf.put(
        "Ocelot v. INS", says="A diet, he said. " + "It was a long and quiet journey. " * 30 + "He was dying there."
    )
    (hit,) = Found(QueryDict("q=die")).hits
    assert ("dying", True) in hit.snippet.parts
