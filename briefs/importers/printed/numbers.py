"""Numbers in the left margin: of the lines of a page, or of the paragraphs of an opinion."""

import re
from collections.abc import Sequence
from statistics import median

from briefs.importers.printed.rows import Row, row

NUMBER = "line-number"
_LINE = re.compile(r"(\d{1,2})(?= |$)")
_FAR = 1.2
_WHITE = 0.6  # ems between a line's number and its words
_LEAST = 8  # lines that tell a numbered page
_PARAGRAPH = re.compile(r"(?:\{?¶\s?(?P<sign>\d{1,3})\}?|\[(?P<held>\d{1,3})\]|(?P<stop>\d{1,3})\.?)(?=\s+\S)\s+")
_FEW = 5  # paragraphs that tell a numbered opinion


def unlined(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Give pages with the line numbers of their margins, 1 to about 28 on each, as rows of their own at the top."""
    found = [_numbered(page) for page in pages]
    kept = [rows for rows in found if len(rows) >= _LEAST and _spread(rows) <= 14]
    if not kept:
        return [list(page) for page in pages]
    left = median(one.left for rows in kept for one in rows)
    given: list[list[Row]] = []
    for page, rows in zip(pages, found, strict=True):
        # A page with few lines has its numbers where the others have them; footnotes and feet are numbered apart.
        sure = rows in kept
        lined = {id(one) for one in rows if sure or all(abs(other.left - left) < 8 for other in rows)}
        signs: list[Row] = []
        texts: list[Row] = []
        for one in page:
            if id(one) in lined or (abs(one.left - left) < 8 and _line(one)):
                size = len(_line(one))
                signs.append(row(one.glyphs[:size], one.sheet))
                signs[-1].role = NUMBER
                texts += [row(one.glyphs[size:], one.sheet)] if one.glyphs[size:] else []
            else:
                texts.append(one)
        given.append([*signs, *texts])
    return given


def _line(one: Row) -> str:
    """Give the number in the margin of a row, or nothing."""
    match = _LINE.match(one.text)
    if match is None:
        return ""
    size = len(match.group())
    white = one.glyphs[size].left - one.glyphs[size - 1].right if size < len(one.glyphs) else 99.0
    # A note's raised sign stands close to its words; the number of a line can stand a little above them, far off.
    small = (0, size) in one.raised and one.glyphs[0].size < 0.9 * one.size
    least = _FAR if small else _WHITE
    return match.group() if white > least * one.size else ""


def _numbered(page: Sequence[Row]) -> list[Row]:
    """Give the longest run of rows that begin with the next number."""
    best: list[Row] = []
    found: list[Row] = []
    last = 0
    for one in page:
        number = int(_line(one) or 0)
        if number in (1, 2) and number <= last:
            found, last = [], 0
        if number in (last + 1, last + 2):
            found.append(one)
            last = number
            best = max(best, found, key=len)
    return best


def _spread(rows: Sequence[Row]) -> float:
    return max(one.left for one in rows) - min(one.left for one in rows)


def number_paragraphs(pages: Sequence[Sequence[Row]]) -> None:
    """Tell the rows that paragraphs begin with, where an opinion numbers them from 1 to its end.

    A number that stands out from its paragraph, as in many courts outside of the federal ones, is of its words, and
    they begin where the lines under them do.
    """
    rows = [one for page in pages for one in page]
    found = max((_counted(rows, form) for form in ("sign", "held", "stop")), key=len)
    if len(found) < _FEW or 2 * len(found) > len(rows):
        return
    hung = [(one, _indent(one, end)) for one, _, end in found]
    under = [rows[at + 1].left - left for (_, at, _), (_, left) in zip(found, hung, strict=True) if at + 1 < len(rows)]
    hangs = sum(abs(off) < 0.4 * found[0][0].size for off in under) > 0.5 * len(under)
    for one, left in hung:
        one.opens = True
        one.gaps = [gap for gap in one.gaps if gap[2] > left + 1]
        if hangs:
            one.left = left


def _counted(rows: Sequence[Row], form: str) -> list[tuple[Row, int, int]]:
    """Give the rows that count on from 1 in one form of number, with their places and the characters it takes."""
    found: list[tuple[Row, int, int]] = []
    others = 0
    for at, one in enumerate(rows):
        match = _PARAGRAPH.match(one.text)
        if match is None or match.group(form) is None:
            continue
        if match.group(form) == match.group().strip() and "   " not in match.group():
            continue  # a bare number close to words is one of them
        if int(match.group(form)) == len(found) + 1:
            found.append((one, at, match.end()))
        else:
            others += 1
    return found if others < len(found) else []


def _indent(one: Row, end: int) -> float:
    """Give the place of the glyph at an offset of a row's text."""
    letters = len(one.text[:end].replace(" ", ""))
    return one.glyphs[letters].left if letters < len(one.glyphs) else one.left
