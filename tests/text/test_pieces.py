"""Offsets go both ways between raw and clean text."""

from briefs.text.marks import Mark
from briefs.text.pieces import Clean, Piece

RAW = "in-\nto the2 end"
CLEAN = Clean(
    "into the end",
    (Mark(0, 12, "paragraph", {"number": 1}),),
    (
        Piece(0, 2, 0, 2, "text"),
        Piece(2, 3, 2, 2, "hyphen"),
        Piece(3, 4, 2, 2, "line-break"),
        Piece(4, 10, 2, 8, "text"),
        Piece(10, 11, 8, 8, "call"),
        Piece(11, 15, 8, 12, "text"),
    ),
)


def test_a_copied_character_goes_there_and_back():
    for offset in range(len(CLEAN.text)):
        assert RAW[CLEAN.to_raw(offset)] == CLEAN.text[offset]
        assert CLEAN.to_clean(CLEAN.to_raw(offset)) == offset


def test_an_artefact_has_no_place_in_the_clean_text():
    assert [CLEAN.to_clean(raw) for raw in (2, 3, 10, len(RAW), 99, -1)] == [None] * 6


def test_the_end_of_the_text_maps_to_the_end_of_the_raw_one():
    assert CLEAN.to_raw(len(CLEAN.text)) == len(RAW)
    assert Clean("", (), ()).to_raw(0) == 0


def test_marks_of_one_kind_come_with_their_words():
    assert [words for _, words in CLEAN.of_kind("paragraph")] == ["into the end"]
