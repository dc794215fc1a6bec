"""Pages set in two columns, as bound volumes are: each column is read as a page of its own."""

from bisect import bisect_left
from collections.abc import Sequence

from briefs.importers.printed.glyphs import Glyph, Rule
from briefs.importers.printed.rows import TEXT, Row, row

_PAGEFUL = 16  # rows that tell a page of columns
_SHARE = 0.8  # of them leave the gutter free


def gutter(page: Sequence[Row]) -> float | None:
    """Find the middle of the white that parts a page's two columns; None where its lines run across."""
    page = [one for one in page if one.role == TEXT]
    if len(page) < _PAGEFUL:
        return None
    left, right = min(one.left for one in page), max(one.right for one in page)
    best: tuple[int, float] = (0, 0.0)
    for step in range(9):
        at = left + (right - left) * (0.42 + 0.02 * step)
        free = [one for one in page if not _crosses(one, at)]
        both = min(sum(one.left < at for one in free), sum(one.right > at for one in free))
        if len(free) >= _SHARE * len(page) and both >= _PAGEFUL // 2 and len(free) > best[0]:
            best = (len(free), at)
    return best[1] if best[0] else None


def halved(page: Sequence[Row], at: float, rules: Sequence[Rule]) -> list[tuple[list[Row], list[Rule]]]:
    """Give a page's parts in reading order with the rules drawn in each: what runs across, the left side, the right."""
    parts: list[tuple[list[Row], list[Rule]]] = []
    across: list[Row] = []
    sides: tuple[list[Row], list[Row]] = ([], [])

    def close() -> None:
        for side, drawn in zip(sides, (left, right), strict=True):
            if side:
                parts.append((list(side), drawn))
                side.clear()

    left = [rule for rule in rules if rule.left < at]
    right = [rule for rule in rules if rule.left >= at]
    for one in page:
        if one.role != TEXT or _crosses(one, at):
            if one.role == TEXT:
                close()
            across.append(one)
            continue
        if across:
            parts.append((across, []))
            across = []
        for side, glyphs in zip(sides, _cut(one.glyphs, at), strict=True):
            if glyphs:
                side.append(row(glyphs, one.sheet))
    close()
    if across:
        parts.append((across, []))
    return parts


def _cut(glyphs: Sequence[Glyph], at: float) -> tuple[list[Glyph], list[Glyph]]:
    return [one for one in glyphs if one.left < at], [one for one in glyphs if one.left >= at]


def _crosses(one: Row, at: float) -> bool:
    """Tell whether a row's words run over a place: no more than the white between two words is there."""
    if one.left > at or one.right < at:
        return False
    place = bisect_left(one.glyphs, at, key=lambda glyph: glyph.left)
    before = one.glyphs[place - 1].right if place else at
    after = one.glyphs[place].left if place < len(one.glyphs) else at
    return before > at or after - before < 0.7 * one.size
