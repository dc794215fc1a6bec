"""Changes made by hand: done, done again in another reading, and refused where they do not fit."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.changing import ACTS, described, made
from briefs.text.marks import BLOCKS
from briefs.text.normalise import normalise
from briefs.text.pieces import Clean

RAW = (
    "Petitioner v. Respondent\n\nOPINION\n\nThe Board denied asylum because it found no nexus.1 It erred.\n\n"
    "The second *paragraph* stands here & now. It goes on.\n\nA third one ends it.\n"
)


def check(clean: Clean) -> None:
    at = 0
    for piece in clean.pieces:
        assert piece.raw_start == at
        at = piece.raw_end
        if piece.name == "text":
            assert RAW[piece.raw_start : piece.raw_end] == clean.text[piece.clean_start : piece.clean_end]
    assert at == len(RAW)
    blocks = sorted((mark.start, mark.end) for mark in clean.marks if mark.kind in BLOCKS)
    assert all(one[1] <= other[0] for one, other in pairwise(blocks))
    assert all(0 <= mark.start <= mark.end <= len(clean.text) for mark in clean.marks)


def do(act: str, at: str, words: str = "", *, clean: Clean | None = None) -> Clean | None:
    clean = clean or normalise(RAW)
    start = clean.text.index(at)
    change = described(clean, act, start, start + len(at), words)
    after = made(clean, change)
    if after is not None:
        check(after)
    return after


def paragraphs(clean: Clean | None) -> list[str]:
    assert clean is not None
    return [words for _, words in clean.of_kind("paragraph")]


def test_a_paragraph_is_joined_to_the_one_before_and_split_again():
    joined = do("join", "A third one")
    assert paragraphs(joined)[-1] == "The second paragraph stands here & now. It goes on. A third one ends it."
    again = do("split", "A third one", clean=joined)
    assert paragraphs(again) == paragraphs(normalise(RAW))
    assert [mark.data["number"] for mark in again.marks if mark.kind == "paragraph"] == [1, 2, 3]


def test_a_line_is_set_in_the_middle_stays_so_when_it_is_split_and_is_set_back():
    middle = do("centred", "A third one")
    split = do("split", "ends it", clean=middle)
    assert [mark.data.get("centred") for mark, _ in split.of_kind("paragraph")] == [None, None, True, True]
    assert do("centred", "A third one", clean=middle).marks == normalise(RAW).marks


def test_a_block_becomes_a_heading_a_footnote_or_a_paragraph():
    heading = do("heading", "A third one", "2")
    assert [(words, mark.data["level"]) for mark, words in heading.of_kind("heading")][-1] == (
        "A third one ends it.",
        2,
    )
    note = do("footnote", "A third one", "7")
    assert [(words, mark.data["number"]) for mark, words in note.of_kind("footnote")] == [("A third one ends it.", "7")]
    assert len(paragraphs(do("paragraph", "A third one", clean=note))) == 3


def test_quotations_pages_calls_and_words_are_set():
    quoted = do("blockquote", "It goes on.")
    assert [words for _, words in quoted.of_kind("blockquote")] == ["It goes on."]
    assert not [*do("blockquote", "It goes on.", clean=quoted).of_kind("blockquote")]
    page = next(mark for mark in do("page", "It goes on.", "378").marks if mark.kind == "page")
    assert (page.data["label"], page.data["known"]) == ("378", "printed")
    called = do("call", "1")
    assert "no nexus. It erred" in called.text
    assert [mark.data["number"] for mark in called.marks if mark.kind == "call"] == ["1"]
    assert "found a nexus" in do("retype", "no nexus", "a nexus").text


@pytest.mark.parametrize(
    ("act", "at", "words"),
    [
        ("join", "The Board", ""),  # a heading stands before it
        ("split", "oard denied", ""),
        ("split", "The Board", ""),
        ("retype", "no nexus", "no nexus"),
        ("retype", "It goes on.\n\nA third", "It goes on. A third"),
        ("retype", "It erred.\n", "It erred"),  # out of its paragraph
        ("call", "nexus", ""),
        ("page", "A third", ""),
        ("paragraph", "A third", ""),
    ],
)
def test_what_cannot_be_done_is_not_done(act: str, at: str, words: str):
    assert do(act, at, words) is None


def test_a_change_is_made_again_in_another_text_by_its_words_and_dropped_nowhere_else():
    clean = normalise(RAW)
    start = clean.text.index("A third one")
    change = described(clean, "heading", start, start + 19, "1")
    other = normalise(RAW.replace("The Board denied", "In the first place the Board wrongly denied"))
    assert [words for _, words in made(other, change).of_kind("heading")][-1] == "A third one ends it."
    assert made(normalise(RAW.replace("A third one ends it", "Nothing of it stands")), change) is None


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 150), st.integers(1, 30)), max_size=5))
def test_whatever_is_done_every_raw_character_stays_told(acts):
    clean = normalise(RAW)
    for act, start, size in acts:
        start = min(start, len(clean.text) - 1)
        end = min(start + size, len(clean.text))
        after = made(clean, described(clean, act, start, end, "7"))
        if after is not None:
            check(after)
            clean = after
