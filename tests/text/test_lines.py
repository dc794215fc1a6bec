"""Lines of a raw text: they tile it, and each has its role on the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.lines import furniture, split
from briefs.text.normalise import normalise


@given(st.text(st.sampled_from("ab \t\n\r\f\x0b\u2028_-12"), max_size=80))
def test_lines_tile_the_raw_text(raw):
    at = 0
    for line in split(raw):
        assert line.start == at
        assert line.start <= line.left <= line.right <= line.stop
        assert raw[line.left : line.right] == line.text
        at = line.stop
    assert at == len(raw)


@given(st.text(st.sampled_from("ab \t\n\f_-12"), max_size=80))
def test_a_text_with_a_rarer_line_end_after_it_is_cut_as_it_is_without(raw):
    plain, other = split(raw), split(f"{raw}\f\v")
    whole = [line for line in plain if line.stop < len(raw)]
    assert other[: len(whole)] == whole


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("________________", "rule"),
        ("- - - - - - - -x", "rule"),
        ("* * * * *", "rule"),
        ("             -12-", "page-number"),
        ("             Page 3 of 10", "page-number"),
        ("                                8552", "page-number"),
        ("12 men came in, and", "text"),
        ("II.", "text"),
        ("1995", "page-number"),
        ("-- and so on", "text"),
        ("\u200b\u202e", "hidden-character"),
    ],
)
def test_a_line_s_role_is_told_by_what_it_holds_and_where_it_stands(line, role):
    rows = split(f"Words before it that run on\n\n{line}\n\nand words after it.\n")
    furniture(rows)
    assert [row.role for row in rows if row.role != "blank"] == ["text", role, "text"]


def test_an_empty_run_of_lines_is_one_line():
    assert [(line.role, line.blanks) for line in split("a\n\n\r\n\nb")] == [("text", 0), ("blank", 3), ("text", 0)]


TYPED = """     The court relied on Karas v. United States, and the rule
                         Karas v. United States

of Rodriguez v. Bowen is no other than this one.  We said so in
   Rodriguez v. Bowen

Nunez, and there is an end of it.
"""


def test_words_printed_over_again_to_underline_them_are_no_words_of_the_text():
    clean = normalise(TYPED)
    assert clean.text == (
        "The court relied on Karas v. United States, and the rule of Rodriguez v. Bowen is no other than this one. "
        "We said so in Nunez, and there is an end of it."
    )
    assert sum(piece.name == "overprint" for piece in clean.pieces) == 2


def test_lost_underlines_do_not_part_lines():
    first, second = "     Paragraph {} begins here and runs on to the next of", "its lines, where it ends."
    raw = "\n".join(f"{first.format(number)}\n{' ' * (10 + number)}\n\n{second}\n" for number in range(6))
    paragraphs = [words for _, words in normalise(raw).of_kind("paragraph")]
    assert len(paragraphs) == 6
    assert paragraphs[0] == "Paragraph 0 begins here and runs on to the next of its lines, where it ends."


def test_a_line_that_merely_repeats_another_is_kept():
    assert normalise("Holy, holy, holy.\nHoly, holy, holy.\n").text.count("Holy") == 2


def test_a_line_that_is_cut_short_tells_anew_whether_a_sentence_ends_with_it():
    line = split("It is so ordered. The")[0]
    assert not line.ends_sentence
    line.text = "It is so ordered."
    assert line.ends_sentence


def test_words_printed_over_again_without_their_stops_are_no_words_either():
    clean = normalise(
        "     POE, Circuit  Judge.  After the district court ruled\n     POE  Circuit  Judge\n\nso, they appealed.\n\n"
    )
    assert clean.text == "POE, Circuit Judge.\n\nAfter the district court ruled so, they appealed."
