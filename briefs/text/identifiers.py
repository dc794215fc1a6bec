"""Alien registration numbers: where they stand in a text, and the text with them masked."""

import re
from itertools import pairwise

COVER = "█"

# Digits in groups: A75 836 651, A-75-836-651, A# 075 836 651, A075836651; groups parted by at most one sign or
# some white space, so that a number broken over two lines is still found.
_DASH = "[-‐‑‒–—.]"
_GAP = rf"(?:\s{{0,3}}{_DASH}\s{{0,3}}|\s{{1,3}})?"
_GROUPS = rf"\d{{1,3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?:/\d{{3}})*"
_NUMBER = re.compile(rf"(?<![\w/-])(?:A(?:\s?(?:\#|[Nn]os?\.|[Nn]umbers?:?))?|[a]){_GAP}{_GROUPS}(?![\w-]*\d)(?!\w)")
# The same number without its letter, where the words before it say what it is.
_NAMED = re.compile(
    rf"(?i)\b(?:alien|a-|a\s)(?:\s?registration)?(?:\s?file)?\s?(?:nos?\.?|numbers?|\#)s?:?\s{{0,3}}(?P<digits>{_GROUPS})(?![\w-]*\d)"
)
# Letter codes a publisher prints in their place: A and two letters, three letters, three letters.
_CODE = re.compile(r"(?<![\w-])A(?:[a-z]{2}-[a-z]{3}-[a-z]{3}|[Xx]{2,3}[- ][Xx]{3}[- ](?:[Xx]{3}|\d{3}))(?![\w-])")
# Round sums of money after the article: "A 20 000 000 ruble loan".
_ROUND = re.compile(r"A\s\d{1,3}\s000\s000")


def find_identifiers(text: str) -> list[tuple[int, int, str]]:
    """Find alien registration numbers; gives (start, end, kind), kind "a-number" or "a-code", in order, apart.

    Forms: A-numbers of 7 to 9 digits in any grouping, as EOIR and the courts write them, and the letter codes
    (Axx-xxx-xxx) that stand in their place in some publishers' copies.
    """
    found = [(m.start(), m.end(), "a-number") for m in _NUMBER.finditer(text) if not _ROUND.fullmatch(m.group())]
    found += [(m.start("digits"), m.end("digits"), "a-number") for m in _NAMED.finditer(text)]
    found += [(m.start(), m.end(), "a-code") for m in _CODE.finditer(text)]
    found.sort(key=lambda span: (span[0], -span[1]))
    apart: list[tuple[int, int, str]] = []
    for span in found:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def mask(text: str) -> str:
    """Cover every letter and digit of the identifiers in a text; its length, and so every offset, stays the same."""
    spans = find_identifiers(text)
    if not spans:
        return text
    out = [text[: spans[0][0]]]
    for (start, end, _), (following, _, _) in pairwise([*spans, (len(text), len(text), "")]):
        out.append("".join(COVER if char.isalnum() else char for char in text[start:end]))
        out.append(text[end:following])
    return "".join(out)
