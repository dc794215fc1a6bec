"""What a clerk stamped on the first page beside the caption: read by itself, before it."""

import re
from collections.abc import Sequence

from briefs.importers.printed.glyphs import Glyph
from briefs.importers.printed.rows import Row, row
from briefs.text.fronts import STAMP

_DEEP = 30  # rows of the first page that can hold one
_REACH = 3  # rows above the word, and below it twice that, with one more for each line that is empty
_CLERK = re.compile(r"(?i)clerk\b|court|circuit|district|deputy|\d{4}$|^[A-Z][\w.’' ]{4,40}$|^(?:by|at\b).{0,30}")


def unstamped(page: Sequence[Row]) -> list[Row]:
    """Give the rows of a first page with a stamp's rows first, cut off from those that share a baseline with them."""
    cut = [_segments(one) for one in page[:_DEEP]]
    found = next(
        ((at, part) for at, parts in enumerate(cut) for part in parts if STAMP.fullmatch(_words(part))),
        None,
    )
    if found is None:
        return list(page)
    at, word = found
    middle = (word[0].left + word[-1].right) / 2
    beside = [one for place, one in enumerate(page[:_DEEP]) if place != at]
    centre = (min(one.left for one in beside) + max(one.right for one in beside)) / 2 if beside else middle
    if abs(middle - centre) < 60:
        return list(page)  # a word of the caption itself
    taken = {id(word): at}
    for step in (-1, 1):
        place, y = at + step, word[0].y
        while 0 <= place < len(cut) and abs(place - at) <= (_REACH if step < 0 else 3 * _REACH):
            part = next((part for part in cut[place] if _is_stamp(part, middle, y, word)), None)
            if part is not None:
                taken[id(part)] = place
                y = part[0].y
            elif abs(page[place].y - y) > 40:
                break
            place += step
    stamp: list[Row] = []
    rest: list[Row] = []
    for parts, one in zip(cut, page, strict=False):
        if not any(id(part) in taken for part in parts):
            rest.append(one)
            continue
        stamp += [row(part, one.sheet) for part in parts if id(part) in taken]
        left = [glyph for part in parts if id(part) not in taken for glyph in part]
        rest += [row(left, one.sheet)] if left else []
    if rest:
        rest[0].gap = True
    return [*stamp, *rest, *page[_DEEP:]]


def _segments(one: Row) -> list[list[Glyph]]:
    """Cut a row at its wide white."""
    parts: list[list[Glyph]] = []
    for glyph in one.glyphs:
        if not parts or glyph.left - parts[-1][-1].right > 0.9 * one.size:
            parts.append([])
        parts[-1].append(glyph)
    return parts


def _words(part: Sequence[Glyph]) -> str:
    return row(part, 0).text


def _is_stamp(part: Sequence[Glyph], middle: float, y: float, word: Sequence[Glyph]) -> bool:
    """Tell a segment that is centred as the stamp's word is, or begins where it does, close to the last one."""
    own = (part[0].left + part[-1].right) / 2
    lined = abs(own - middle) < 7 or abs(part[0].left - word[0].left) < 3
    return lined and abs(part[0].y - y) < 45 and bool(_CLERK.search(_words(part)))
