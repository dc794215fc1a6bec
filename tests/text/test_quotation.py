"""An opinion's words, written as a quotation: read back they are the same words, quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.prose import parse
from briefs.text.quotation import BLOCK, as_quotation
from briefs.text.quotes import find_quotation, quotations

LONG = " ".join(["word"] * BLOCK)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("found no nexus", "“found no nexus”"),
        ("found\n  no nexus", "“found no nexus”"),
        ("a “particular social group” is", "“a ‘particular social group’ is”"),
        ('a "particular social group" is', "“a ‘particular social group’ is”"),
        ("the court's *378 view", "“the court's \\*378 view”"),
        (LONG, f"> {LONG}"),
        (f"1. {LONG}", f"> 1\\. {LONG}"),
        (f"{LONG}\n\nand on", f"> {LONG}\n>\n> and on"),
    ],
)
def test_short_words_stand_between_curly_marks_and_long_ones_in_a_block(words: str, written: str):
    assert as_quotation(words) == written


def test_the_page_of_a_slip_opinion_follows():
    assert as_quotation("found no nexus", "Slip op. at 8.") == "“found no nexus” Slip op. at 8."
    assert as_quotation(LONG, "Slip op. at 8.") == f"> {LONG}\n\nSlip op. at 8."


@given(st.lists(st.sampled_from(["fear", "*378", "_x_", "“nexus”", "1.", "-", "court's", "§ 1158"]), min_size=3))
def test_what_is_inserted_is_found_again(pieces: list[str]):
    passage = "So " + " ".join(pieces) + " here"
    text, marks = parse(as_quotation(passage))
    spans = quotations(text, marks)
    assert spans
    start, end = min(spans)[0], max(spans, key=lambda span: span[1])[1]
    assert find_quotation(text[start:end], passage)
