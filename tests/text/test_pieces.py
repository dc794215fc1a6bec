"""Offsets go both ways between raw and clean text, and pieces come back as they were kept."""

from hypothesis import given
from hypothesis import strategies as st

from briefs.text.marks import Mark
from briefs.text.normalise import normalise
from briefs.text.pieces import Clean, Piece, joined, packed, renumbered, unpacked

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


def test_a_part_cut_out_keeps_the_whole_raw_text_and_its_own_words():
    raw = "PAEZ, Circuit Judge:\n\nOne.\n\nTwo *words* here.\n\nThree.\n"
    whole = normalise(raw)
    start, end = whole.text.index("Two"), whole.text.index("\n\nThree")
    part = whole.cut(start, end, "other-writing")
    assert part.text == "Two words here."
    assert [(mark.kind, part.text[mark.start : mark.end]) for mark in part.marks] == [
        ("paragraph", "Two words here."),
        ("emphasis", "words"),
    ]
    assert [piece.raw_start for piece in part.pieces] == [0, *(piece.raw_end for piece in part.pieces[:-1])]
    assert part.pieces[-1].raw_end == len(raw)
    copied = [raw[piece.raw_start : piece.raw_end] for piece in part.pieces if piece.name == "text"]
    assert "".join(copied) == part.text
    assert renumbered(part).marks[0].data["number"] == 1


def test_texts_set_one_after_another_are_one_text_with_one_map():
    first, second = "One.\n", "A two-\nfold thing.\n"
    raw, clean = joined([(first, normalise(first)), (second, normalise(second))])
    assert clean.text == "One.\n\nA twofold thing."
    assert [mark.data["number"] for mark in clean.marks] == [1, 2]
    assert sum(piece.raw_end - piece.raw_start for piece in clean.pieces) == len(raw)
    for piece in clean.pieces:
        if piece.name == "text":
            assert raw[piece.raw_start : piece.raw_end] == clean.text[piece.clean_start : piece.clean_end]


PLACES = st.integers(0, 2**32 - 1)
NAMES = st.sampled_from(["text", "spaces", "line-break", "rûle", "page-number"])


@given(st.lists(st.builds(Piece, PLACES, PLACES, PLACES, PLACES, NAMES)))
def test_packed_pieces_come_back_as_they_were(pieces):
    kept = packed(pieces)
    assert unpacked(kept) == unpacked(memoryview(kept)) == tuple(pieces)


def test_pieces_take_less_than_eighteen_bytes_each():
    clean = normalise("A  line  with  wide  spaces.\n\nAnother.\n" * 50)
    assert len(packed(clean.cells)) < 18 * len(clean.cells)


def test_pieces_have_their_names_however_they_were_given():
    plain = Clean(CLEAN.text, CLEAN.marks, tuple(map(tuple, CLEAN.cells)))
    assert plain.pieces == CLEAN.pieces
    assert [piece.name for piece in plain.pieces] == ["text", "hyphen", "line-break", "text", "call", "text"]
    assert plain == CLEAN
