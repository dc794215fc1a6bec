"""The small Markdown of briefs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.prose import parse


def kinds(markdown):
    text, marks = parse(markdown)
    return [(text[mark.start : mark.end], mark.kind) for mark in marks]


def test_paragraphs_emphasis_and_strong_become_marks_over_plain_text():
    assert kinds("The *Gill* court\nheld **this**.\n\nNext.") == [
        ("The Gill court held this.", "paragraph"),
        ("Gill", "emphasis"),
        ("this", "strong"),
        ("Next.", "paragraph"),
    ]


def test_a_quotation_block_is_a_paragraph_that_is_quoted():
    assert kinds("> It is\n> mandatory.") == [("It is mandatory.", "paragraph"), ("It is mandatory.", "blockquote")]


def test_lists_number_their_items():
    _, marks = parse("1. one\n2. two\n\n- dash")
    assert [(mark.kind, dict(mark.data)) for mark in marks] == [
        ("item", {"list": "number", "n": 1}),
        ("item", {"list": "number", "n": 2}),
        ("item", {"list": "bullet", "n": 1}),
    ]


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "[a](javascript:alert(1))", "![x](y)", "# Heading", "`code`", "<b>x</b>", "&lt;"],
)
def test_what_is_not_small_markdown_stays_the_characters_that_were_typed(hostile):
    assert parse(hostile)[0] == hostile


@given(st.text(max_size=200))
def test_any_text_parses_and_its_marks_lie_inside(markdown):
    text, marks = parse(markdown)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert "\x00" not in text
