"""Where running text begins and ends on each page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefs.importers.printed.rows import TEXT, Row

_FEW = 3  # lines of running text


@dataclass(slots=True)
class Margins:
    """Where lines begin and end on a page, and the usual distance of their baselines, in points."""

    left: float
    right: float
    leading: float
    caption: float | None = None  # where the lines of a caption begin that stands out to the left of the text


def margins(pages: Sequence[Sequence[Row]], body: float, *, leaves: bool) -> list[Margins | None]:
    """Find the margins of each page; None where no page has rows enough to tell.

    `leaves` tells that each is a whole page, so that those on one side of a leaf are alike.
    """
    found = [_margins(page, body) for page in pages]
    if leaves:
        _settled(found, body)
        _fronted(pages, found, body)
    _filled(found)
    return found


def _margins(page: Sequence[Row], body: float) -> Margins | None:
    """Find where running text begins and ends on a page, and the usual distance of its baselines."""
    rows = [row for row in page if row.role == TEXT and row.foot < 0]
    full = [row for row in rows if row.size > 0.94 * body] or rows
    if len(full) < 3:
        return None
    widest = max(row.right - row.left for row in full)
    long = [row for row in full if row.right - row.left > 0.6 * widest]
    lefts = Counter(round(row.left / 2) for row in long)
    most = lefts.most_common(1)[0][1]
    left = min(place for place, count in lefts.items() if count >= 0.4 * most) * 2.0
    # Where paragraphs are of two lines, few of the long ones stand at the margin.
    shared = Counter(round(row.left / 2) for row in full)
    left = min([left, *(place * 2.0 for place, count in shared.items() if count >= max(4, 0.25 * len(full)))])
    left = min((row.left for row in long if abs(row.left - left) <= 2.5), default=left)
    rights = sorted(row.right for row in long)
    steps = Counter(round((b.y - a.y) * 2) / 2 for a, b in pairwise(full) if 0 < b.y - a.y < 4 * body)
    leading = max(
        (step for step, count in steps.items() if count >= 0.5 * steps.most_common(1)[0][1]), default=1.2 * body
    )
    return Margins(left, rights[int(len(rights) * 0.9)], min(leading, 2.6 * body))


def _settled(margins: Sequence[Margins | None], body: float) -> None:
    """Give a page that is mostly set in, as by a long quotation, the margins that pages on its side of a leaf have."""
    for side in (0, 1):
        own = [edges for edges in margins[side::2] if edges is not None]
        if len(own) < 4:
            own = [edges for edges in margins if edges is not None]
        if len(own) < 2:
            continue
        left, right = (Counter(round(getattr(edges, name)) for edges in own) for name in ("left", "right"))
        usual = min(place for place, count in left.items() if count >= 0.5 * left.most_common(1)[0][1])
        reach = max(place for place, count in right.items() if count >= 0.5 * right.most_common(1)[0][1])
        for edges in margins[side::2]:
            if edges is not None and edges.left - usual > 0.8 * body:
                edges.left = float(usual)
            if edges is not None and reach - edges.right > 0.8 * body:
                edges.right = float(reach)


def _fronted(pages: Sequence[Sequence[Row]], margins: Sequence[Margins | None], body: float) -> None:
    """Give a first page whose caption stands out to the left of the text the left margin that all others have."""
    first, *others = margins or [None]
    lefts = Counter(round(edges.left) for edges in others if edges is not None)
    if first is None or len(others) < 2 or len(lefts) != 1:
        return
    usual = float(next(iter(lefts)))
    under = sum(abs(row.left - usual) < 1.5 for row in pages[0] if row.role == TEXT and row.foot < 0)
    if usual - first.left > 0.8 * body and under >= _FEW:
        first.left, first.caption = usual, first.left


def _filled(margins: list[Margins | None]) -> None:
    """Give pages with too few rows to tell the margins of the page before or after them."""
    known: Margins | None = None
    for order in (range(len(margins)), range(len(margins) - 1, -1, -1)):
        for at in order:
            if margins[at] is None:
                margins[at] = known
            known = margins[at]
