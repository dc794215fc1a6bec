"""Tables on a printed page: each row is read cell by cell, and not across its wrapped lines."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from briefs.importers.printed.columns import APPEARS, PARTY
from briefs.importers.printed.glyphs import Glyph, Rule
from briefs.importers.printed.rows import TEXT, Row, row
from briefs.text.lines import CELL, CELL_LINE, TABLE_ROW

_LEAST = 2  # rows with white between their cells
_WHITE = 0.5  # ems that stay free between two columns down the whole table
_EVEN = 2.5  # ems that words can be driven apart
_BETWEEN = 0.15  # ems between two words, at the least
_FAR = 1e6
# What stands before an item of a list is no cell.
_SIGN = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[IVX]{1,5}|[A-Z])[.)]|\(?\d{1,3}\)?|[•▪◦●■□▸➢\uf0b7*–—-]+|¶.*|§+)"
)

_White = tuple[float, float]


def tabled(page: Sequence[Row], rules: Sequence[Rule]) -> list[Row]:
    """Give the rows of a page with those of each table cut into the lines of its cells, in reading order."""
    found: list[Row] = []
    at = 0
    while at < len(page):
        end, whites = _table(page, at)
        if end > at:
            found += _cut(page[at:end], whites, rules)
            at = end
        else:
            found.append(page[at])
            at += 1
    return found


def _table(page: Sequence[Row], at: int) -> tuple[int, list[_White]]:
    """Find how far a table goes that begins with a row, and the whites between its columns; nothing is (at, [])."""
    whites = _whites(page[at]) if page[at].gaps and _is_plain(page[at]) and not _stretched(page[at]) else []
    end, rows, kept = at, 0, whites
    for place in range(at, len(page)):
        one = page[place]
        if not _is_plain(one) or (place > at and one.y - page[place - 1].y > 4 * one.size):
            break
        free = [(max(a, c), min(b, d)) for a, b in whites for c, d in _free(one)]
        free = [(left, right) for left, right in free if right - left > _WHITE * one.size]
        if not free:
            break
        whites = free
        if one.gaps and _stretched(one):
            break
        if one.gaps:
            rows += 1
        elif one.left < whites[0][0] and one.right < whites[0][0] and not _tight(page, place):
            break  # a short line of running text
        end, kept = place + 1, whites
    while end > at and not page[end - 1].gaps and not _tight(page, end - 1):
        end -= 1
    firsts = [one.text.split("   ", 1)[0] for one in page[at:end] if one.gaps]
    listed = sum(bool(_SIGN.fullmatch(first.strip())) for first in firsts)
    return (end, kept) if rows >= _LEAST and 2 * listed < len(firsts) else (at, [])


def _is_plain(one: Row) -> bool:
    plain = one.role == TEXT and one.foot < 0 and not one.opens and bool(one.glyphs)
    return plain and not (one.gaps and _names_role(one))


def _names_role(one: Row) -> bool:
    """Tell a line of a caption: who the party on its left is, or for whom those on its right appear."""
    cells = [cell.strip() for cell in one.text.split("   ")]
    return bool(PARTY.fullmatch(cells[-1]) or APPEARS.fullmatch(cells[0]))


def _tight(page: Sequence[Row], place: int) -> bool:
    """Tell a row that goes on with the one above it, as the further lines of a cell do."""
    return place > 0 and page[place].y - page[place - 1].y < 1.5 * page[place].size


def _stretched(one: Row) -> bool:
    """Tell a line whose words were all driven apart to fill it, as narrow columns are set."""
    gaps = [right - left for _, left, right in one.gaps]
    widest = min(gaps)
    whites = [b.left - a.right for a, b in pairwise(one.glyphs) if b.left - a.right > _BETWEEN * one.size]
    usual = [white for white in whites if white < widest]
    if not usual and len(gaps) > 1:
        return max(gaps) < min(1.8 * widest, _EVEN * one.size)  # word by word, all by the same
    return bool(usual) and median(usual) > 0.4 * widest


def _whites(one: Row) -> list[_White]:
    return [(left, right) for _, left, right in one.gaps]


def _free(one: Row) -> list[_White]:
    """Give the whites of a row, those on both sides of its words too."""
    return [(-_FAR, one.left), *_whites(one), (one.right, _FAR)]


def _cut(page: Sequence[Row], whites: Sequence[_White], rules: Sequence[Rule]) -> list[Row]:
    columns = [(left + right) / 2 for left, right in whites]
    found: list[Row] = []
    for lines in _grouped(page, columns[0], rules):
        cells: list[list[Row]] = [[] for _ in range(len(columns) + 1)]
        for line in lines:
            for cell, glyphs in zip(cells, _parted(line.glyphs, columns), strict=True):
                if glyphs:
                    cell.append(row(glyphs, line.sheet))
        told = TABLE_ROW
        for cell in filter(None, cells):
            for place, one in enumerate(cell):
                one.cell = CELL_LINE if place else told
                found.append(one)
            told = CELL
    return found


def _grouped(page: Sequence[Row], column: float, rules: Sequence[Rule]) -> list[list[Row]]:
    """Group the lines of print that are one row of the table: between two rules, else from one in its first column."""
    drawn = [rule.y for rule in rules if page[0].y < rule.y < page[-1].y]
    steps = [below.y - above.y for above, below in pairwise(page)]
    wide = max(steps, default=0.0) > 1.25 * min(steps, default=1.0)
    groups: list[list[Row]] = []
    for one in page:
        above = groups[-1][-1] if groups else None
        if above is None:
            groups.append([one])
            continue
        if drawn:
            begins = any(above.y < y <= one.y for y in drawn)
        elif wide:
            begins = one.y - above.y > 1.25 * min(steps)
        else:
            begins = one.left < column and bool(one.gaps)
        if begins:
            groups.append([one])
        else:
            groups[-1].append(one)
    return groups


def _parted(glyphs: Sequence[Glyph], columns: Sequence[float]) -> list[list[Glyph]]:
    cells: list[list[Glyph]] = [[] for _ in range(len(columns) + 1)]
    for glyph in glyphs:
        cells[sum(glyph.left >= column for column in columns)].append(glyph)
    return cells
