"""Likely misreadings of a scanner."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind, watched

_WORDS = {
    **dict.fromkeys(("tbe", "tlie", "tne"), "the"),
    "aud": "and",
    **dict.fromkeys(("tbat", "tliat"), "that"),
    **dict.fromkeys(("wbich", "wliich"), "which"),
    "bave": "have",
    "witb": "with",
}
# (pattern, what a reader would see there). Each is a form that print does not have. Each begins with one sign that is
# rare, and what stands before comes after it: so the scan stops seldom. A group holds the letter that is looked for.
_READINGS: tuple[tuple[re.Pattern[str], dict[str, str]], ...] = (
    # A year or volume with a letter: l996, I996, 19g6, 2OO4.
    (re.compile(r"9(?<=([lI]).)(?=\d\d(?!\w))(?<![\w.]..)"), {"l": "1", "I": "1"}),
    *(
        (
            re.compile(rf"{first}[09](?<!\w..)(?:([OolIS])(?=\d\b)|\d([OolI])(?!\w))"),
            {"O": "0", "o": "0", "l": "1", "I": "1", "S": "5"},
        )
        for first in "12"
    ),
    # A small word whose letter became a figure: 0f, t0, 1n, 1t.
    (re.compile(r"0(?=[fnr]\s)(?<![\w.,-].)|0(?=\s)(?<=\st.)"), {"0": "o"}),
    (re.compile(r"1(?=[nst]\s+(?:the|a|an|not|was|is)\b)(?<![\w.,§()$-].)"), {"1": "i"}),
    # A figure inside a word: cla1m, g0vernment.
    (re.compile(r"0(?=[a-z]{2})(?<=[a-z]{2}.)"), {"0": "o"}),
    (re.compile(r"1(?=[a-z]{2})(?<=[a-z]{2}.)"), {"1": "l"}),
    # A section sign read as a letter or figure after the Code's name.
    (
        re.compile(r"\.(?:(?<=U.)S\.C\. ([Ss5$])(?= \d{2,5}[a-z]?(?:\(|\b))|(?<=C.)F\.R\. ([Ss$])(?= \d{2,4}\.\d))"),
        dict.fromkeys("Ss5$", "§"),
    ),
)
# tlie, tbe, aud for the, the, and: looked for only where the text has one of them.
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")
_SOUGHT = watched(*_WORDS)
_UNREAD = re.compile(r"�+")


def look(chart: Chart) -> Iterator[Found]:
    """Find them; the fix is what a reader would see."""
    likely_words = () if _SOUGHT.isdisjoint(chart.told) else ((_WORD, _WORDS),)
    for pattern, readings in (*_READINGS, *likely_words):
        for match in pattern.finditer(chart.text):
            letters = match.lastindex or 0
            start, end = match.span(letters)
            if not _in_address(chart.text, start):
                likely = readings[match[letters]]
                yield Found(start, end, f"“{match[letters]}” may be a misreading of “{likely}”.", likely)
    for match in _UNREAD.finditer(chart.text) if "�" in chart.text else ():
        yield Found(match.start(), match.end(), "A character stands here that could not be read.")


def _in_address(text: str, at: int) -> bool:
    low = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    word = text[low : at + 40].split(maxsplit=1)[0]
    return "//" in word or "@" in word or "www." in word


KIND = Kind("misread", "Likely misreading", look)
