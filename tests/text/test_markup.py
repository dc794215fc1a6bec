"""HTML becomes plain lines; nothing of it survives as markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.markup import plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo\n"),
        ("One<br>Two", "One\nTwo\n"),
        ("<p>a  b\n c&nbsp;d &amp; &lt;e&gt;</p>", "a b c d & <e>\n"),
        ("<p>Before.</p><blockquote><p>Words.</p></blockquote><p>After.</p>", "Before.\n\n    Words.\n\nAfter.\n"),
        ("<p>So said.<sup>12</sup> And on.</p>", "So said.¹² And on.\n"),
        (
            '<div class="footnote"><a class="footnote" href="#x">3</a><p>A note.</p><p>More.</p></div>',
            "³ A note.\n\n  More.\n",
        ),
        ("<p>the <em>very</em> words</p>", "the *very* words\n"),
        ("<p>at <i>506</i></p>", "at 506\n"),
        ("<script>alert(1)</script><style>p{}</style><p>x</p>", "x\n"),
        ('<div><span class="num">1</span><p>Numbered by the publisher.</p></div>', "Numbered by the publisher.\n"),
        ("<p>open <b>never closed", "open never closed\n"),
        ("</p></div></b>stray", "stray\n"),
    ],
)
def test_blocks_become_lines(html, text):
    assert plain(html) == text


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<i>", "</i>", "<sup>", "</sup>", "<blockquote>", "a", " b ", "<br>", "1"])
    )
)
def test_every_word_survives_in_order_and_no_tag_does(parts):
    text = plain("".join(parts))
    assert "<" not in text
    words = [part.strip() for part in parts if part.strip() in ("a", "b", "1")]
    assert "".join(text.split()).replace("*", "").replace("¹", "1") == "".join(words)
