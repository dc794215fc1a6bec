"""Captions typed in two columns: the parties on the left, number and title on the right, often a row of ")" between."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefs.text.fronts import ROLE
from briefs.text.lines import RULE, TEXT, Line
from briefs.text.names import VERSUS

_REACH = 120  # rows from the top within which a caption stands
_SIGNED = re.compile(r"(?P<left>(?:.*\S)?)(?:\s+|(?<=_)|^)(?P<sign>[)|:§])(?:\s+(?P<right>\S.*))?")
_GAP = re.compile(r"\s{4,}(?=\S)")
_BELOW = 14  # rows that the left column goes on below the right one at most
_LONGEST = 200  # characters of a row
_LEAST = 3  # rows that a column of signs has
_NEAR = 2  # columns that cells of one column may differ by
_RULED = re.compile(r"[_\s-]*")
_MATTER = re.compile(r"(?i)(?:in re|(?:in the )?matter of)\b")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A row of a caption: its left words end, a sign (perhaps none) and its right words begin, by column."""

    row: int
    end: int
    right: int | None  # None where nothing stands on the right


def parted(rows: list[Line]) -> list[Line]:
    """Give the rows with those of a caption in two columns cut apart: first all its left cells, then the right."""
    top = rows[:_REACH]
    cuts = _signed(top) or _spaced(top)
    if not cuts:
        return rows
    first, last = cuts[0].row, cuts[-1].row + 1
    if any(row.feed for row in rows[first : last - 1]):
        return rows
    told = {cut.row: cut for cut in cuts}
    left: list[Line] = []
    between: list[Line] = []
    right: list[Line] = []
    for at in range(first, last):
        cut = told.get(at)
        if cut is None:
            left.append(rows[at])
            continue
        for cell, column in zip(_cells(rows[at], cut), (left, between, right), strict=True):
            if cell is not None:
                column.append(cell)
            elif column is right and right and right[-1].role == TEXT and between:
                right.append(between.pop())  # what stands apart on the right stays apart
    return [*rows[:first], *left, *between, *right, *rows[last:]]


def _cells(row: Line, cut: _Cut) -> Iterator[Line | None]:
    """Cut a row into its left words, what stands between, and its right words; together they tile the row."""
    base = row.left - row.indent
    end = max(row.start, base + cut.end)
    words = "" if _RULED.fullmatch(row.text[: max(0, end - row.left)]) else row.text[: end - row.left].rstrip()
    left = row.left + len(words) if words else row.start
    begin = row.stop if cut.right is None else base + cut.right
    yield Line(row.start, row.left, left, left, words, row.indent, sheet=row.sheet) if words else None
    feed = row.feed and cut.right is None
    yield Line(left, left, begin, begin, "", row.indent, 0, RULE, feed) if begin > left else None
    if cut.right is None:
        yield None
    else:
        yield Line(begin, begin, row.right, row.stop, row.text[begin - row.left :], cut.right, feed=row.feed)


def _signed(top: Sequence[Line]) -> list[_Cut]:
    """Find the rows that a column of signs parts."""
    found: list[tuple[int, str, _Cut]] = []
    for at, row in enumerate(top):
        plain = len(row.text) < _LONGEST and row.indent == row.left - row.start
        likely = plain and (")" in row.text or "|" in row.text or ":" in row.text or "§" in row.text)
        match = _SIGNED.fullmatch(row.text) if likely else None
        if match:
            right = row.indent + match.start("right") if match.group("right") else None
            found.append(
                (row.indent + match.start("sign"), match.group("sign"), _Cut(at, row.indent + match.end("left"), right))
            )
    places = Counter((sign, column) for column, sign, _ in found)
    for (sign, column), count in places.most_common(1):
        own = [cut for place, said, cut in found if said == sign and abs(place - column) <= _NEAR]
        if count >= _LEAST and _names_sides(top, own):
            return own
    return []


def _spaced(top: Sequence[Line]) -> list[_Cut]:
    """Find the rows that white parts, where at least two right cells begin in the same column."""
    gaps: list[tuple[int, re.Match[str]]] = []
    for at, row in enumerate(top):
        match = (
            _GAP.search(row.text)
            if "    " in row.text and len(row.text) < _LONGEST and row.indent == row.left - row.start
            else None
        )
        if match and not _GAP.search(row.text, match.end()):
            gaps.append((at, match))
    places = Counter(top[at].indent + match.end() for at, match in gaps)
    for column, count in places.most_common(1):
        if count < 2 or column < 24:
            return []
        near = {at: match for at, match in gaps if abs(top[at].indent + match.end() - column) <= _NEAR}
        first, last = min(near), max(near)
        own: list[_Cut] = []
        for at in range(first, last + 1):
            row = top[at]
            if at in near:
                own.append(_Cut(at, row.indent + near[at].start(), row.indent + near[at].end()))
            elif row.role == TEXT and row.indent >= column - _NEAR:
                own.append(_Cut(at, 0, row.indent))
        foot = _foot(top, last, column)
        own += [_Cut(foot, column, None)] if foot > last else []
        return own if last - first < 40 and _names_sides(top, own) else []
    return []


def _foot(top: Sequence[Line], last: int, column: int) -> int:
    """Give the last row of the left column, which can go on below the right one until a party's role."""
    end = last
    for at in range(last + 1, min(last + _BELOW, len(top))):
        row = top[at]
        if row.role == TEXT and row.indent + len(row.text) > column:
            break
        if row.role == TEXT and ROLE.match(row.text):
            end = at
    return end


def _names_sides(top: Sequence[Line], cuts: Sequence[_Cut]) -> bool:
    """Tell a caption from other columns: a "v." stands alone on the left, or the matter's name."""
    ends = {cut.row: cut.end for cut in cuts}
    for at in range(cuts[0].row, cuts[-1].row + 1) if cuts else ():
        row = top[at]
        words = row.text[: max(0, ends.get(at, row.indent + len(row.text)) - row.indent)].strip()
        if VERSUS.fullmatch(words) or _MATTER.match(words):
            return True
    return False
