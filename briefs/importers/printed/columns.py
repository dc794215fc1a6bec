"""Columns: rows that a gutter parts are read down the left side first, then down the right."""

import re
from collections.abc import Sequence

from briefs.importers.printed.furniture import STAMP
from briefs.importers.printed.rows import TEXT, Row, row
from briefs.text.fronts import ROLE

RULE = "column-rule"
_SIGN = r"[)(|}{:*§\]│┃┐┘┤├>┌└╮╯]"
_RULED = re.compile(rf"{_SIGN}+(?: ?{_SIGN})*")
_BOX = "│┃┐┘┤├>┌└╮╯|"
_VERSUS = re.compile(r"(?i)-?\s?v(?:s?\.|-)|-?\s?against\s?-?|versus")
PARTY = re.compile(r"(?i)(?:cross-)?(?:petitioner|respondent|appell(?:ant|ee)|plaintiff|defendant)s?[-\w ]{0,24}[,.]?")
APPEARS = re.compile(r"(?i)(?:for|on ?behalf ?of) ?(?:the)? ?[a-z&’' -]{3,40}:")
_CASE = re.compile(r"(?i)(?:case|civil|criminal|court|docket|index)\b.{0,20}\bnos?\.?:? .*\d|nos?\. .*\d")
_LEAST = 3  # rows that make a gutter in a caption
_PROSE = 10  # full lines that are no caption's
_PAGEFUL = 15  # and on a page of text


def columned(page: Sequence[Row], *, front: bool) -> list[Row]:
    """Give the rows of a page in reading order; `front` tells a page that can hold the caption of a case."""
    stamped = 0
    while stamped < len(page) and front and (page[stamped].role != TEXT or STAMP.fullmatch(page[stamped].text)):
        stamped += 1  # set across the page, with wide white between its parts
    found, page, at = list(page[:stamped]), page[stamped:], 0
    begun = _begun(page)
    drawn = _drawn(page) if front else None
    while at < len(page):
        if drawn is not None and at == drawn[0]:
            found += _parted(page[at : drawn[1]], (drawn[2], drawn[2]))
            at = drawn[1]
            continue
        end, gutter = _run(page, at, _LEAST if front and at < begun else _PAGEFUL)
        across = 1 if gutter is None else _across(page[at:end], gutter)
        if gutter is None or across:
            found += page[at : at + across]
            at += across
            continue
        found += _parted(page[at:end], gutter)
        at = end
    return found


def running(page: Sequence[Row]) -> bool:
    """Tell a page on which the opinion's own words have begun: a table may follow, but no caption."""
    return _begun(page) < len(page)


def _begun(page: Sequence[Row]) -> int:
    """Give the index of the row after the first lines of prose; the number of rows where there are none."""
    widest = max((one.right - one.left for one in page), default=0.0)
    run = 0
    for at, one in enumerate(page):
        small = sum(char.islower() for char in one.text)
        full = not one.gaps and one.right - one.left > 0.85 * widest and small > 0.6 * len(one.text)
        run += full
        if run >= _PROSE:
            return at + 1
    return len(page)


def _drawn(page: Sequence[Row]) -> tuple[int, int, float] | None:
    """Find a rule down a caption that is drawn with signs: its first row, the row after it, and where it stands."""
    places: dict[tuple[str, int], list[int]] = {}
    for at, one in enumerate(page):
        for place, glyph in enumerate(one.glyphs):
            if not _RULED.fullmatch(glyph.char):
                continue
            before = glyph.left - one.glyphs[place - 1].right if place else 99.0
            after = one.glyphs[place + 1].left - glyph.right if place + 1 < len(one.glyphs) else 99.0
            if min(before, after) > 0.25 * one.size:
                kind = "│" if glyph.char in _BOX else glyph.char
                places.setdefault((kind, round(glyph.left / 3)), []).append(at)
    for (kind, left), rows in places.items():
        near = sorted({*rows, *places.get((kind, left + 1), [])})
        if len(near) >= _LEAST + 1 and near[-1] - near[0] < 3 * len(near):
            end = near[-1] + 1
            while (
                end < len(page) and page[end].right < left * 3 and page[end].y - page[end - 1].y < 1.6 * page[end].size
            ):
                end += 1  # the longer column goes on
            return near[0], end, left * 3.0 - 2
    return None


def _run(page: Sequence[Row], at: int, least: int) -> tuple[int, tuple[float, float] | None]:
    """Find how far a gutter that the row at an index has goes down the page, and where it is."""
    best: tuple[int, tuple[float, float] | None] = (at, None)
    for _, start, stop in page[at].gaps:
        left, right = start, stop
        end, both, holds = at + 1, 1, at + 1
        alone = 0  # rows that stand on the right side only
        while end < len(page):
            gutter = _through(page[end], left, right, page[end].size)
            if gutter is None:
                break
            if gutter[2]:
                both += 1
                holds = end + 1
            elif page[end].left > left:
                alone += 1
            left, right = gutter[0], gutter[1]
            end += 1
        # Two lines beside the parties: many captions have no more on their right.
        numbered = _CASE.match(page[at].text[page[at].gaps[0][0] :]) if len(page[at].gaps) == 1 else None
        beside = least == _LEAST and (both + alone > 1 or numbered is not None) and any(map(_names_party, page[at:end]))
        if (both + (alone if both > 1 else 0) >= least or beside) and holds > best[0]:
            best = (holds, (left, right))
            while best[0] < end and page[best[0]].y - page[best[0] - 1].y < 1.6 * page[best[0]].size:
                best = (best[0] + 1, best[1])  # the longer column goes on
            parties = [place for place in range(best[0], end) if ROLE.match(page[place].text)]
            best = (parties[-1] + 1 if parties else best[0], best[1])
    return best


def _across(rows: Sequence[Row], gutter: tuple[float, float]) -> int:
    """Count the rows that name a role on one side, and who has it on the other: they are read across.

    A party's role stands on its right; FOR PETITIONER: stands on the left of who appears, over several lines.
    """
    appears, last = False, 0
    for count, one in enumerate(rows, 1):
        left = "".join(glyph.char for glyph in one.glyphs if glyph.left < gutter[1] - 1)
        right = "".join(glyph.char for glyph in one.glyphs if glyph.left >= gutter[1] - 1)
        appears = bool(APPEARS.fullmatch(left)) or (appears and not left)
        if right and not appears and not PARTY.fullmatch(right):
            break
        if right:
            last = count
    return last


def _names_party(one: Row) -> bool:
    """Tell a row of a caption with words on its right: what stands on its left names a party, or parts them."""
    words = one.text[: one.gaps[0][0]].strip() if one.gaps else ""
    return bool(words) and bool(_VERSUS.fullmatch(words) or PARTY.fullmatch(words))


def _through(one: Row, left: float, right: float, size: float) -> tuple[float, float, bool] | None:
    """Narrow a gutter to what a row leaves free; tells whether words stand on both sides of it."""
    for _, start, stop in one.gaps:
        low, high = max(left, start), min(right, stop)
        if high - low > 0.7 * size:
            return low, high, True
    if one.right <= right - 0.7 * size and one.left < left:
        return max(left, one.right), right, False
    if one.left >= left + 0.7 * size and one.right > right:
        return left, min(right, one.left), False
    if _RULED.fullmatch(one.text.strip()):
        return left, right, False
    return None


def _parted(page: Sequence[Row], gutter: tuple[float, float]) -> list[Row]:
    """Cut rows at a gutter; the signs that draw a rule down a caption stand apart."""
    sides: tuple[list[Row], list[Row]] = ([], [])
    ruled: list[Row] = []
    middle = (gutter[0] + gutter[1]) / 2
    for one in page:
        pieces = ([g for g in one.glyphs if g.left < middle], [g for g in one.glyphs if g.left >= middle])
        for side, glyphs in zip(sides, pieces, strict=True):
            signs = [g for g in glyphs if _is_rule(g.char, g.left, page)]
            rest = [g for g in glyphs if g not in signs] if signs else glyphs
            if signs:
                ruled.append(row(signs, one.sheet))
                ruled[-1].role = RULE
            if rest:
                side.append(row(rest, one.sheet))
    if sides[1]:
        sides[1][0].gap = True
    return [*sides[0], *ruled, *sides[1]]


def _is_rule(char: str, left: float, page: Sequence[Row]) -> bool:
    """Tell a sign that stands at the same place in row after row with white on both sides."""
    if not _RULED.fullmatch(char):
        return False
    if char in "│┃┐┘┤├┌└╮╯":
        return True
    count = 0
    for one in page:
        for place, glyph in enumerate(one.glyphs):
            if glyph.char != char or abs(glyph.left - left) > 4:
                continue
            before = one.glyphs[place - 1].right if place else glyph.left - 99
            after = one.glyphs[place + 1].left if place + 1 < len(one.glyphs) else glyph.right + 99
            if glyph.left - before > 0.9 * one.size and after - glyph.right > 0.25 * one.size:
                count += 1
                break
    return count >= _LEAST
