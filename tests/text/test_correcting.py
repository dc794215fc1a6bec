"""Words corrected by hand: every mark shifts with its words, and every raw character is still told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.correcting import changes, corrected
from briefs.text.normalise import normalise
from briefs.text.pieces import Clean

RAW = (
    "Petitioner v. Respondent\n\nOPINION\n\nThe Board denied asy-\nlum because it found\nno nexus.\n\n"
    "The *second* paragraph stands here & now.\n\nA third one ends it.\n"
)


def check(clean: Clean, raw: str = RAW) -> None:
    """The pieces tile the raw text, and what is copied is what stands in both."""
    at = 0
    for piece in clean.pieces:
        assert piece.raw_start == at
        at = piece.raw_end
        if piece.name == "text":
            assert raw[piece.raw_start : piece.raw_end] == clean.text[piece.clean_start : piece.clean_end]
    assert at == len(raw)
    assert all(0 <= mark.start <= mark.end <= len(clean.text) for mark in clean.marks)


def correct(clean: Clean, old: str, new: str) -> Clean:
    start = clean.text.index(old)
    for low, high, words in reversed(changes(old, new)):
        clean = corrected(clean, start + low, start + high, words)
    return clean


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("it found no nexus", "it found a nexus"),
        ("it found no nexus", "it found clearly no nexus"),
        ("it found no nexus.", "it found no nexus at all."),
        ("it found no nexus", "it found"),
        ("asylum because it found", "withholding, for it saw"),
        ("The Board", "This Board"),
        ("here & now", "here and now"),
    ],
)
def test_words_are_corrected_and_all_else_stays(old: str, new: str):
    before = normalise(RAW)
    after = correct(before, old, new)
    check(after)
    assert after.text == before.text.replace(old, new)
    words = [one for mark, one in after.of_kind("paragraph")]
    assert words == [one.replace(old, new) for _, one in before.of_kind("paragraph")]
    assert [one for _, one in after.of_kind("emphasis")] == [one for _, one in before.of_kind("emphasis")]


WORDS = st.lists(st.sampled_from(["Board", "no", "nexus", "é\u0301", "🙂", "א", "."]), max_size=4).map(" ".join)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30), WORDS), min_size=1, max_size=4))
def test_any_corrections_leave_every_raw_character_told(edits):
    clean = normalise(RAW)
    start = clean.text.index("The Board")
    length = clean.text.index("\n\n", start) - start
    for at, size, words in edits:
        low = start + at % length
        high = min(low + size, start + length)
        if high - low == length and not words:
            continue
        expected = clean.text[:low] + words + clean.text[high:]
        clean = corrected(clean, low, high, words)
        length += len(words) - (high - low)
        assert clean.text == expected
        check(clean)
        if length < 2:
            return


@given(WORDS, WORDS)
def test_the_changes_of_a_wording_make_the_other(old, new):
    made = old
    for start, end, words in reversed(changes(old, new)):
        made = made[:start] + words + made[end:]
    assert made == new
