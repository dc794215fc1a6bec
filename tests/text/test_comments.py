"""Comments, declarations and unclosed tags are cut before HTML is parsed."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.comments import without_comments
from briefs.text.markup import plain


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a<!-- x --> b</p>", "<p>a b</p>"),
        ("<!DOCTYPE html><p>a</p>", "<p>a</p>"),
        ('<?xml version="1.0"?><p>a</p>', "<p>a</p>"),
        ("<p>a<![CDATA[ x ]]>b</p>", "<p>ab</p>"),
        ("<p>a<!-- never closed</p> b", "<p>a never closed</p> b"),
        ("<<!---->!--a", "--a"),
        ("<p>a</p><p b", "<p>a</p> p b"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("", ""),
    ],
)
def test_they_are_cut_and_words_left(html, left):
    assert without_comments(html) == left


@pytest.mark.parametrize(
    "part", ["<!--", "<![CDATA[", "<!", "<?", "<a ", '<a x="', "<p", "</p ", "<", "<!-->", "<<!---->!--", "<!DOCTYPE ["]
)
@pytest.mark.parametrize("end", ["", ">", '">'])
def test_many_unclosed_take_no_long_time(part, end):
    began = perf_counter()
    plain(part * 60_000 + end)
    assert perf_counter() - began < 3


@given(st.lists(st.sampled_from(["<", "!", "-", "--", ">", "[", "]", "?", "a", "<!--", "-->", "<p>"])).map("".join))
def test_nothing_is_left_that_opens_a_comment_or_declaration(html):
    left = without_comments(html)
    assert "<!" not in left
    assert "<?" not in left
    plain(html)
