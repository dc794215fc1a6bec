"""What stands in parentheses after a citation: court and date (Bluebook 10.4, 10.5), then explanations (10.6, 1.5)."""

import re
from dataclasses import dataclass

from briefs.citations.reading import Reading
from briefs.citations.reporter import court_of
from briefs.citations.shapes import Span

MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATED = re.compile(
    rf"(?P<court>[^()\[\]\n]{{0,90}}?)[ ,]*(?:(?P<month>{MONTHS})[ ]?(?P<day>\d{{1,2}})?)?,? ?"
    r"(?P<year>1[6-9]\d\d|20\d\d)(?:-\d\d)?(?P<more>,? (?:en banc|per curiam|as amended[^()\n]{0,40}|unpublished))?"
)
_REGION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,'& -]{0,60}")
_NOISE = re.compile(
    r"(?:(?:internal |some )?(?:quotation marks?|quotations?|citations?|footnotes?|alterations?|emphasis|ellips[ie]s"
    r"|brackets?)\b.{0,90}"
    r"|en banc|per curiam|(?:mem|memorandum|unpublished|plurality(?: opinion)?|table)\.?)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Tail:
    """What follows a citation's pin: court and year, the end of that parenthesis, and the explanations behind it."""

    end: int
    court: str | None
    year: int | None
    dated: bool
    explanations: list[Span]


def read_tail(reading: Reading, place: int, *, dated: bool) -> Tail:
    """Read the parentheses from `place` on; the first may give court and date when `dated` is asked for."""
    tail = Tail(place, None, None, dated=False, explanations=[])
    if dated:
        _read_date(reading, place, tail)
    tail.explanations = explanations(reading, tail.end)
    return tail


def _read_date(reading: Reading, place: int, tail: Tail) -> None:
    text = reading.text
    opening = _opening(text, place)
    if opening is None:
        return
    match = _DATED.match(text, opening + 1, opening + 140)
    if match and text[match.end() : match.end() + 1] in (")", "]"):
        tail.end, tail.year, tail.dated = match.end() + 1, int(match["year"]), True
        tail.court = court_of(match["court"].strip(" ,")) if match["court"].strip(" ,") else None
        return
    region = _REGION.match(text, opening + 1)
    if region and text[region.end() : region.end() + 1] == ")":
        court = court_of(region[0]) if "." in region[0] else None
        if court:
            tail.end, tail.court, tail.dated = region.end() + 1, court, True


def _opening(text: str, place: int) -> int | None:
    if text.startswith(("(", "["), place):
        return place
    return place + 1 if text.startswith((" (", " ["), place) else None


def explanations(reading: Reading, place: int) -> list[Span]:
    """Give the spans of the parentheticals that follow one another from `place` on, brackets included."""
    spans: list[Span] = []
    while len(spans) < 6:
        opening = place if reading.text.startswith("(", place) else place + 1
        if not reading.text.startswith("(", opening) or (opening > place and reading.text[place] != " "):
            break
        close = reading.closer(opening)
        if close is None:
            break
        spans.append((opening, close + 1))
        place = close + 1
    return spans


def explaining(reading: Reading, spans: list[Span]) -> str | None:
    """Give the words of the first parenthetical that says something of the case, as printed; None when none does."""
    for start, end in spans:
        if not _NOISE.fullmatch(reading.text, start + 1, end - 1):
            return reading.original[start + 1 : end - 1]
    return None
