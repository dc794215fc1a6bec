"""Page starts, printed and inferred, and the furniture of the printed page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.normalise import normalise
from briefs.text.pages import _STAR, _stars

FULL = (
    "The quick brown fox jumps over the lazy dog and goes on to the\n"
    "next line of the page, where the sentence still does not end"
)


def pages(raw: str) -> list[tuple[str, str, str]]:
    clean = normalise(raw)
    return [
        (m.data["label"], m.data["known"], clean.text[m.start :].split(" ", 1)[0])
        for m in clean.marks
        if m.kind == "page"
    ]


def test_numbers_at_the_foot_before_form_feeds_number_the_pages():
    raw = f"{FULL}\n\n          -1-\n\fand here {FULL}\n\n          -2-\n\fbut there it ends.\n"
    assert pages(raw) == [("1", "printed", "The"), ("2", "printed", "and"), ("3", "inferred", "but")]
    assert "-1-" not in normalise(raw).text


def test_numbers_at_the_head_number_their_own_page():
    raw = f"{FULL}\n\f          7\n\nand here {FULL}\n\f          8\n\nbut there it ends.\n"
    assert pages(raw) == [("6", "inferred", "The"), ("7", "printed", "and"), ("8", "printed", "but")]


def test_without_form_feeds_a_number_ends_its_page_and_what_stands_before_the_first_is_not_known():
    raw = f"{FULL}\n\n             -3-\n\nand here {FULL}\n\n             -4-\n\nbut there it ends.\n"
    assert pages(raw) == [("4", "printed", "and"), ("5", "inferred", "but")]


def test_a_text_without_pages_has_no_page_marks():
    assert pages(FULL.replace("\n", " ") + ".\n\nAnother paragraph.\n") == []


def test_a_sentence_runs_on_over_a_page():
    raw = f"{FULL}\n\n          -1-\n\fand here {FULL}.\n"
    assert "does not end and here The quick" in normalise(raw).text


@pytest.mark.parametrize("head", ["Doe v. Roe, No. 12-345", "DOE V. ROE"])
def test_running_heads_are_lifted(head):
    raw = "\f".join(f"{head}\n\nand {FULL}\n" for _ in range(5))
    clean = normalise(raw)
    assert head not in clean.text.split("\n\n", 1)[-1]
    assert sum(piece.name == "running-head" for piece in clean.pieces) >= 4


@pytest.mark.parametrize("margin", [0, 8])
def test_line_numbers_in_the_margin_are_lifted(margin: int):
    words = "The appeal requires us to decide when a provision of the Act bars review of any".split()
    lines = [
        f"{' ' * margin}{number:2}   {word} and more words to fill the line of a page with"
        for number, word in enumerate(words, 1)
    ]
    clean = normalise("\n\n".join(lines))
    assert clean.text.startswith("The and more words to fill the line of a page with appeal and more")
    assert sum(piece.name == "line-number" for piece in clean.pieces) == len(words)


def test_pages_in_brackets_begin_where_they_stand_and_are_no_words():
    raw = "[*7] PAEZ, Circuit Judge:\n\nThe petition is denied. [*8] So it goes.\n\n[*9] It ends here.\n"
    clean = normalise(raw)
    assert [(m.data["label"], clean.text[m.start :][:5]) for m in clean.marks if m.kind == "page"] == [
        ("7", "PAEZ,"),
        ("8", "So it"),
        ("9", "It en"),
    ]
    assert "[*" not in clean.text
    assert [text for _, text in clean.of_kind("byline")] == ["PAEZ, Circuit Judge:"]


@given(
    st.lists(st.sampled_from(["[*2]", "[**3]", "*4", " ", "  ", "\n", "(", "a", "5*6", "*", "7"]), max_size=12).map(
        "".join
    )
)
def test_star_pages_are_looked_for_only_on_lines_that_can_have_one(raw):
    assert [match.span() for match in _stars(raw)] == [match.span() for match in _STAR.finditer(raw)]


def test_signs_in_brackets_that_do_not_count_on_are_words():
    assert "[*4]" in normalise("The rule [*4] was that, and [*9] it was this.\n\nSo it is.\n").text
