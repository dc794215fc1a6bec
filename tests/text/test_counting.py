"""Words as a person counts them."""

import pytest

from briefs.text.counting import count_words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("", 0),
        ("  \n\n ", 0),
        ("One", 1),
        ("*Matter of A-G-*, 19 I. & N. Dec. 502", 8),
        ("**very** *well-founded* fear", 3),
        ("> the court’s words\n> go on", 5),
        ("- first\n- second thing", 3),
        ("8 U.S.C. § 1158(b)(1)", 3),
        ("fear—and more – or less -- so", 6),
        ("He said . . . nothing …", 3),
    ],
)
def test_words_are_counted_without_the_signs_of_markdown(markdown: str, words: int):
    assert count_words(markdown) == words
