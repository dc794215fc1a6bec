"""Headings of a printed page, told by type and place: bold, capitals, small capitals, or set in the middle."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefs.importers.printed.rows import Row
from briefs.text import headings
from briefs.text.lines import BODY, TEXT, TITLE, Line

_ENUMERATED = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2}|[a-z]|\([a-z\d]\))(?:[.)]|$)")

_LONG = 25  # characters of a line that is not only a number or a word


def looks(placed: Sequence[tuple[Line, Row]], body: float) -> None:
    """Tell headings from running text where type or place tell it; the rest is left to the wording."""
    bold = sum(row.bold for _, row in placed) > 0.5 * len(placed)
    sheet, ended = -1, False
    above: Line | None = None
    for (line, row), (after, below) in pairwise([*placed, (None, None)]):
        if line is None or row is None:
            continue
        before, above = above, line
        line.look = ""
        apart, sheet, ended = row.gap or line.sheet != sheet or ended, line.sheet, line.ends_sentence
        if line.role != TEXT or line.foot >= 0 or line.cell:
            continue
        # No heading is left at a page's foot.
        ends = after is None or below is None or after.sheet != line.sheet or after.foot >= 0
        follows = not ends and below is not None and not below.gap
        opens = follows and getattr(after, "inset", 9.0) < 0.6 and not row.bold and not line.text.isupper()
        run = _beside(before, line, gap=row.gap) or _beside(line, after, gap=below is not None and below.gap)
        listed = after is not None and not row.gap and _listed(before, line, after)
        if listed or (not opens and _is_title(line, row, bold=bold, apart=apart, run=run)):
            line.look = TITLE
        elif follows or _runs(line) or (ends and len(line.text) > 24):
            line.look = BODY


def _listed(before: Line | None, line: Line, after: Line) -> bool:
    """Tell a heading set like the text: numbered, at the margin, where each paragraph under it begins further in."""
    text = " ".join(line.text.split())
    inset, short, below = (
        getattr(one, name, 0.0) for one, name in ((line, "inset"), (line, "short"), (after, "inset"))
    )
    ended = before is None or before.ends_sentence or before.look == TITLE
    placed = inset < 0.6 and short > 3 and 0.9 < below < 9 and after.sheet == line.sheet and after.foot < 0
    named = headings.numbered(text) and not text.startswith("v.") and headings.style(text) is not None
    return ended and placed and named and len(text) < 110


def _runs(line: Line) -> bool:
    """Tell a line that reaches to the right margin: running text, unless its type says otherwise."""
    return getattr(line, "short", 0.0) < 1.5 and not line.text.isupper()


def _beside(above: Line | None, line: Line | None, *, gap: bool) -> bool:
    """Tell two long lines that follow each other and begin at one place: of a quotation, not set in the middle."""
    if above is None or line is None or gap or above.sheet != line.sheet or above.foot != line.foot:
        return False
    if min(len(above.text), len(line.text)) < _LONG:
        return False
    return bool(abs(getattr(above, "inset", 0.0) - getattr(line, "inset", 9.0)) < 0.2)


def _is_title(line: Line, row: Row, *, bold: bool, apart: bool, run: bool) -> bool:
    text = " ".join(line.text.split())
    inset, short = getattr(line, "inset", 0.0), getattr(line, "short", 0.0)
    if len(text) > 140 or headings.BYLINE.match(text) or text[0].islower():
        return False
    if row.gaps and not _ENUMERATED.match(text):
        return False  # words parted by wide white: a row of a table
    capitals = text.isupper() and sum(char.isalpha() for char in text) > 3
    centred = not run and inset > 2.5 and abs(inset - short) < max(2.0, 0.12 * (inset + short))
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
