"""Headings of a printed page, told by type and place: bold, capitals, small capitals, or set in the middle."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefs.importers.printed.rows import Row
from briefs.text import headings
from briefs.text.lines import BODY, TEXT, TITLE, Line

_ENUMERATED = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2}|[a-z]|\([a-z\d]\))(?:[.)]|$)")


def looks(placed: Sequence[tuple[Line, Row]], body: float) -> None:
    """Tell headings from running text where type or place tell it; the rest is left to the wording."""
    bold = sum(row.bold for _, row in placed) > 0.5 * len(placed)
    sheet, ended = -1, False
    for (line, row), (after, below) in pairwise([*placed, (None, None)]):
        if line is None or row is None:
            continue
        line.look = ""
        apart, sheet, ended = row.gap or line.sheet != sheet or ended, line.sheet, line.ends_sentence
        if line.role != TEXT or line.foot >= 0:
            continue
        # No heading is left at a page's foot.
        ends = after is None or below is None or after.sheet != line.sheet or after.foot >= 0
        follows = not ends and below is not None and not below.gap
        opens = follows and getattr(after, "inset", 9.0) < 0.6 and not row.bold and not line.text.isupper()
        if not opens and _is_title(line, row, bold=bold, apart=apart):
            line.look = TITLE
        elif follows or _runs(line) or (ends and len(line.text) > 24):
            line.look = BODY


def _runs(line: Line) -> bool:
    """Tell a line that reaches to the right margin: running text, unless its type says otherwise."""
    return getattr(line, "short", 0.0) < 1.5 and not line.text.isupper()


def _is_title(line: Line, row: Row, *, bold: bool, apart: bool) -> bool:
    text = " ".join(line.text.split())
    inset, short = getattr(line, "inset", 0.0), getattr(line, "short", 0.0)
    if len(text) > 140 or headings.BYLINE.match(text) or text[0].islower():
        return False
    if row.gaps and not _ENUMERATED.match(text):
        return False  # words parted by wide white: a row of a table
    capitals = text.isupper() and sum(char.isalpha() for char in text) > 3
    centred = inset > 2.5 and abs(inset - short) < max(2.0, 0.12 * (inset + short))
    stands = row.bold and not bold
    ended = text[-1] in ".;,:" and not _ENUMERATED.match(text)
    if centred and (capitals or stands or _named(text)) and not ended:
        return True
    if stands and not ended and (short > 2 or apart):
        return True
    if text.endswith(".") and not stands and not capitals:
        return False
    return capitals and short > 4 and row.gap and not ended


def _named(text: str) -> bool:
    """Tell a number, a letter, or words set as a title."""
    return bool(re.fullmatch(r"[IVX]{1,5}|[A-Z]|\d{1,2}", text)) or headings.style(text) is not None
