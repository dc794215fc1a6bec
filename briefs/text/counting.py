"""Words as a person counts them."""

import re

from briefs.text.prose import parse

_DASHES = re.compile(r"[—–]|--+")


def count_words(markdown: str) -> int:
    """Count the words of prose in the small Markdown; its signs do not count.

    What stands between spaces or long dashes and has a letter or digit is a word: “well-founded”, “1158(b)(1)” and
    “petitioner’s” are one each; a section sign, a dash or points of suspension are none.
    """
    words = _DASHES.sub(" ", parse(markdown)[0]).split()
    return sum(any(sign.isalnum() for sign in word) for word in words)
