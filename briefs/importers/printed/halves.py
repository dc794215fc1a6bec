"""Pages set in two columns, as bound volumes are, each column read by itself; and sheets that hold two pages."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from statistics import median

from briefs.importers.printed.glyphs import Glyph, Rule, Sheet
from briefs.importers.printed.rows import TEXT, Row, laid

_PAGEFUL = 16  # rows that tell a page of columns
_SHARE = 0.8  # of them leave the gutter free
_WIDE = 1.15  # times as wide as high is no upright page
_SMALLER = 0.94  # of the size of most of the text


def unspread(sheets: Sequence[Sheet]) -> tuple[list[Sheet], set[int]]:
    """Cut sheets that hold two pages side by side, where a file mostly has such; gives the places of second pages."""
    wide = [sheet.width > _WIDE * sheet.height for sheet in sheets]
    if 2 * sum(wide) <= len(sheets):
        return list(sheets), set()
    found = gutters([laid(sheet.glyphs, 0) if lies else [] for sheet, lies in zip(sheets, wide, strict=True)])
    pages: list[Sheet] = []
    seconds: set[int] = set()
    for sheet, at in zip(sheets, found, strict=True):
        if at is None:
            pages.append(sheet)
            continue
        at = sheet.width / 2 if abs(at - sheet.width / 2) < 0.08 * sheet.width else at
        for start, end in ((0.0, at), (at, sheet.width)):
            own = [glyph for glyph in sheet.glyphs if start <= glyph.left < end or (not start and glyph.left < 0)]
            for glyph in own:
                glyph.left, glyph.right = glyph.left - start, glyph.right - start
            rules = [
                Rule(rule.left - start, rule.right - start, rule.y) for rule in sheet.rules if start <= rule.left < end
            ]
            pages.append(Sheet(end - start, sheet.height, own, rules, sheet.covered))
        seconds.add(len(pages) - 1)
    return pages, seconds


def gutters(pages: Sequence[Sequence[Row]]) -> list[float | None]:
    """Find the middle of the white that parts each page's two columns; None where its lines run across.

    Where others have columns, the last page of a writing may have few lines in its second one.
    """
    texts = [_above_notes(page) for page in pages]
    found = [_gutter(page) for page in texts]
    known = [at for at in found if at is not None]
    if 2 * len(known) > len(pages) and len(known) > 1:
        usual = median(known)
        found = [
            usual if at is None and page and _free(page, usual) >= _SHARE * len(page) else at
            for at, page in zip(found, texts, strict=True)
        ]
    return found


def _gutter(page: Sequence[Row]) -> float | None:
    if len(page) < _PAGEFUL:
        return None
    left, right = min(one.left for one in page), max(one.right for one in page)
    best: tuple[int, float] = (0, 0.0)
    for step in range(9):
        at = left + (right - left) * (0.42 + 0.02 * step)
        free = _free(page, at)
        if free < _SHARE * len(page) or free <= best[0]:
            continue
        both = [one for one in page if not _crosses(one, at)]
        if min(sum(one.left < at for one in both), sum(one.right > at for one in both)) >= _PAGEFUL // 2:
            best = (free, at)
    return best[1] if best[0] else None


def _free(page: Sequence[Row], at: float) -> int:
    """Count the rows whose words do not run over a place."""
    return sum(not _crosses(one, at) for one in page)


def _above_notes(page: Sequence[Row]) -> list[Row]:
    """Give the rows of text above the notes of a page, which stand in smaller type under its columns or across them."""
    page = [one for one in page if one.role == TEXT]
    sizes: Counter[float] = Counter()
    for one in page:
        sizes[round(one.size * 2) / 2] += len(one.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    end = len(page)
    while end and page[end - 1].size < _SMALLER * body:
        end -= 1
    return page[:end]


def halved(page: Sequence[Row], at: float, rules: Sequence[Rule]) -> list[tuple[list[Row], list[Rule]]]:
    """Give a page's parts in reading order with the rules drawn in each: what runs across, the left side, the right.

    Notes of which some run across are across as a whole.
    """
    parts: list[tuple[list[Row], list[Rule]]] = []
    across: list[Row] = []
    sides: tuple[list[Glyph], list[Glyph]] = ([], [])

    def close() -> None:
        # Each side is laid out anew: its lines stand at other heights than those beside them.
        for side, drawn in zip(sides, (left, right), strict=True):
            if side:
                parts.append((laid(side, sheet), drawn))
                side.clear()

    sheet = page[0].sheet if page else 0

    texts = [one for one in page if one.role == TEXT]
    below = texts[len(_above_notes(page)) :]
    notes = {id(one) for one in below} if any(_crosses(one, at) for one in below) else set()
    left = [rule for rule in rules if rule.left < at]
    right = [rule for rule in rules if rule.left >= at]
    for one in page:
        if one.role != TEXT or id(one) in notes or _crosses(one, at):
            if one.role == TEXT:
                close()
            across.append(one)
            continue
        if across:
            parts.append((across, []))
            across = []
        for glyph in one.glyphs:
            sides[glyph.left >= at].append(glyph)
    close()
    if across:
        parts.append((across, []))
    return parts


def _crosses(one: Row, at: float) -> bool:
    """Tell whether a row's words run over a place: no more than the white between two words is there."""
    if one.left > at or one.right < at:
        return False
    place = bisect_left(one.glyphs, at, key=lambda glyph: glyph.left)
    before = one.glyphs[place - 1].right if place else at
    after = one.glyphs[place].left if place < len(one.glyphs) else at
    return before > at or after - before < 0.7 * one.size
