"""What is written of a line: its words, without the signs that are no words."""

import pytest

from briefs.text.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("The claim under 8 U.S.C. &sect;&nbsp;1158 &amp; the regulation failed.", "U.S.C. § 1158 & the regulation"),
        ("He said that he &#8220;couldn&#8217;t hit somebody&#x201D; for no reason.", "he “couldn’t hit somebody” for"),
        (
            "What he &lt;said&gt; there &bogus; was AT&T &amp stock, R&D; and no more.",
            "he <said> there &bogus; was AT&T &amp stock",
        ),
        (
            "It was turned round &#8238; and hidden &#173; and nothing &#0; so it stays.",
            "round &#8238; and hidden &#173; and",
        ),
    ],
)
def test_an_entity_is_the_sign_it_stands_for(raw: str, words: str) -> None:
    clean = normalise(f"I. BACKGROUND\n\n{raw}\n")
    assert words in clean.text


def test_a_ligature_is_the_letters_it_stands_for() -> None:
    clean = normalise("I. BACKGROUND\n\nThe o\ufb03cer \ufb01led \ufb02at no\ufb01ces of it.\n")
    assert "The officer filed flat nofices of it." in clean.text
    assert "ligature" in {piece.name for piece in clean.pieces}


def test_the_sign_a_pdf_gives_every_hyphen_is_one_within_a_line() -> None:
    ends = "The organiza\u00ad\ntion of the re\u00ad\nmand and of the judg\u00ad\nment"
    ends += " was a quasi\u00adjudicial act of it.\n"
    assert "organization of the remand and of the judgment was a quasi-judicial act" in normalise(ends).text
    assert "a quasijudicial act" in normalise("It was a quasi\u00adjudicial act of the whole board.\n").text
