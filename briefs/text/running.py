"""Running heads and feet that print the number of their page beside other words, in texts without page breaks."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from briefs.text.lines import NUMBER, PAGE_HEAD, TEXT, Line

_STAMP = re.compile(r".{5,110}?\b[Pp]age:?\s+(?P<page>\d{1,4})\s+of\s+\d{1,4}\b.{0,40}")
_BESIDE = re.compile(
    r"(?P<first>\d{1,4})\s+(?P<after>[^\d\s.,;].{3,90})|(?P<before>.{3,90}[^\s$§¶.])\s+(?P<last>\d{1,4})"
)
_LONGEST = 160  # characters
_LEAST = 3  # pages that show a running head
_LINES = 8  # and the lines a page has at least
_EVEN = 1.6  # times as long as most pages the longest is; the last of an opinion can be short

_Found = tuple[int, int]  # which of the text's lines, and the number of the page


def numbered(raw: str, lines: Sequence[Line]) -> None:
    """Give the heads and feet that stand again and again, with numbers that count the pages, their roles."""
    if "\f" in raw:
        return
    stamped = "Page " in raw or "page " in raw
    texts = [line for line in lines if line.role == TEXT]
    places: dict[str, list[_Found]] = {}
    for at, line in enumerate(texts):
        text = line.text
        if not (text[-1].isdigit() or text[0].isdigit() or (stamped and "age" in text)) or len(text) > _LONGEST:
            continue
        words, page = _read(text)
        if " " in words:
            places.setdefault(re.sub(r"\d+", "#", words.casefold()), []).append((at, int(page)))
    again = sorted(found for key in places.values() if len(key) >= 2 for found in key)
    if _counts(again, 1):
        _told(texts, again)
        return
    for key in places.values():
        if _counts(key, 2):
            _told(texts, key)


def _counts(found: Sequence[_Found], step: int) -> bool:
    """Tell numbers that count pages: each greater than the one before, by so much, on pages about as long."""
    if len(found) < _LEAST:
        return False
    lengths = [(b[0] - a[0]) / max(1, b[1] - a[1]) for a, b in pairwise(found)]
    rising = all(0 < b[1] - a[1] <= step for a, b in pairwise(found))
    usual = median(lengths)
    return rising and usual >= _LINES and max(lengths) <= _EVEN * usual


def _told(texts: Sequence[Line], found: Sequence[_Found]) -> None:
    """Tell heads from feet by how much text stands before the first."""
    (at, number), (last, count) = found[0], found[-1]
    page = (last - at) / (count - number)
    role = PAGE_HEAD if at < (number - 0.5) * page else NUMBER
    for place, _ in found:
        texts[place].role = role


def number(line: Line) -> str:
    """Give the number that a running head prints."""
    return _read(line.text)[1]


def _read(text: str) -> tuple[str, str]:
    """Give the words of a running head, or of a filing system's stamp, and the number beside them; or nothing."""
    stamp = _STAMP.fullmatch(text) if "age" in text else None
    if stamp:
        return stamp.group(), stamp.group("page")
    match = _BESIDE.fullmatch(text)
    if match is None:
        return "", ""
    return match.group("after") or match.group("before"), match.group("first") or match.group("last")
