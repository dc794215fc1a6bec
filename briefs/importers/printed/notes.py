"""Footnotes of a printed page, told by where they stand, the size of their type and the rule above them."""

import re
from collections import Counter
from collections.abc import Container, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefs.importers.printed.furniture import texts
from briefs.importers.printed.glyphs import Rule
from briefs.importers.printed.rows import Row
from briefs.text.footnotes import SUPERSCRIPTS

RULE = "rule"
_DASHES = re.compile(r"[—–_-]{3,}|[_—–]{2,}")
_SIGN = re.compile(r"(?P<number>\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|\*{1,3}|[†‡])(?P<stop>[.)])?(?=\s|[^\W\d_]|[“‘\"'(\[§]|$)")
_FAR = 6.0  # ems
_SMALLER = 0.94  # of the body's type


@dataclass(slots=True)
class Note:
    """A footnote: its number as printed and how many characters its sign takes of its first row."""

    number: str
    sign: int


def body_size(pages: Sequence[Sequence[Row]]) -> float:
    """Give the size of type most of the text is set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in texts(page):
            sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def lift(pages: Sequence[Sequence[Row]], rules: Sequence[Sequence[Rule]], body: float) -> list[Note]:
    """Find the footnotes; their rows get the footnote's index as `foot`."""
    found: list[Note] = []
    open_ = False  # the last footnote may go on at the foot of the next page
    raised: set[str] = set()  # the signs raised so far: one called at a page's end may stand on the next
    for page, drawn in zip(pages, rules, strict=True):
        rows = texts(page)
        due = str(next((int(one.number) for one in reversed(found) if one.number.isdigit()), 0) + 1)
        start, ruled = _zone(rows, drawn, body, found, {due} & raised, open_=open_)
        raised.update(row.text[left:right] for row in rows for left, right in row.raised)
        if start is None:
            open_ = False
            continue
        # What opens a footnote stands where the first one of the zone does, give or take.
        edge: float | None = None
        called = {row.text[left:right] for row in rows[:start] for left, right in row.raised}
        for row in rows[start:]:
            opened = _opens(row, found, edge, ruled=ruled, called=called)
            if opened is not None:
                found.append(opened)
                row.note, row.sign = opened.number, opened.sign
                edge = row.left if edge is None else edge
            row.foot = len(found) - 1
        last = rows[-1].text
        open_ = (bool(found) and not re.search(r"[.?!][\"”’')\]]*$", last)) or rows[-1].right > 0.9 * _right(rows)
    return found


def _right(rows: Sequence[Row]) -> float:
    return max(row.right for row in rows)


def _zone(
    rows: Sequence[Row], drawn: Sequence[Rule], body: float, found: Sequence[Note], due: Set[str], *, open_: bool
) -> tuple[int | None, bool]:
    """Give the index of the row the footnotes of a page begin with, and whether a rule stands above it."""
    if rows and all(row.size < _SMALLER * body for row in rows) and _opens(rows[0], found, None, ruled=False):
        return 0, False  # nothing else stands here, as under two columns
    if len(rows) < 2:
        return None, False
    for place in range(len(rows) - 1, 0, -1):
        if _DASHES.fullmatch(rows[place - 1].text) and rows[place - 1].right - rows[place - 1].left < 0.7 * _wide(rows):
            if _fits(rows[place], found, open_=open_ and _at_margin(rows, place)):
                rows[place - 1].role = RULE
                return place, True
    for rule in sorted(drawn, key=lambda rule: -rule.y):
        if rule.right - rule.left > 0.72 * _wide(rows):
            continue
        place = next((i for i, row in enumerate(rows) if row.y > rule.y), 0)
        if not place or not rows[place:] or rows[place].y - rule.y > 3 * body or rows[place - 1].y > rule.y + 1:
            continue
        under = rows[place - 1]  # an underline lies close under its words, and not at the margin
        if rule.y - under.y < 0.35 * under.size and rule.right <= under.right + 2 and rule.left > under.left + 2:
            continue
        if (
            _fits(rows[place], found, open_=open_ and _at_margin(rows, place))
            and max(row.size for row in rows[place:]) <= body * 1.03
        ):
            return place, True
    start = len(rows)
    while start and rows[start - 1].size < _SMALLER * body:
        start -= 1
    if not start and open_ and found:
        return 0, False
    if not start or start == len(rows):
        return _upward(rows, _called(rows, found, due) or _apart(rows, found), open_=open_), False
    for place in range(start, len(rows)):
        marked = _opens(rows[place], found, None, ruled=False)
        if marked is not None and (place == start or rows[place].y - rows[place - 1].y > 1.05 * rows[place].size):
            if not (place > start and open_):
                return place, False
    return (start, False) if open_ and found else (_upward(rows, _called(rows, found, due), open_=open_), False)


def _upward(rows: Sequence[Row], place: int | None, *, open_: bool) -> int | None:
    """Take in what goes on from the page before, above the first footnote, up to the white under the text."""
    if place is None or not open_ or place < 2:
        return place
    steps = [below.y - above.y for above, below in pairwise(rows[: place + 1])]
    widest = max(steps)
    at = next(at for at in range(place, 0, -1) if steps[at - 1] > 0.95 * widest)
    return at if widest > 1.4 * median(steps) and place - at < 30 else place


def _called(rows: Sequence[Row], found: Sequence[Note], due: Set[str]) -> int | None:
    """Find footnotes no smaller than the text: a number opens a row, and raised calls it further up.

    `due` is the next number where a page before calls it.
    """
    called = set(due)
    for place, row in enumerate(rows):
        opened = _opens(row, found, None, ruled=False, called=called)
        if opened is not None and opened.number in called:
            return place
        called.update(row.text[start:end] for start, end in row.raised if start)
    return None


def _apart(rows: Sequence[Row], found: Sequence[Note]) -> int | None:
    """Find a footnote that nothing calls, as OCR loses raised signs: its number is set to a word, under white."""
    last = next((int(one.number) for one in reversed(found) if one.number.isdigit()), 0)
    steps = [below.y - above.y for above, below in pairwise(rows)]
    for place in range(len(rows) // 3, len(rows)):
        opened = re.match(r"(\d{1,3}) ?(?=[A-Z“])(?!\d)", rows[place].text)
        if opened and int(opened.group(1)) == last + 1 and steps[place - 1] > 1.3 * median(steps):
            close = not opened.group().endswith(" ") or all(
                step < 0.8 * median(steps) for step in steps[place : place + 2]
            )
            if close:
                return place
    return None


def _wide(rows: Sequence[Row]) -> float:
    return max(row.right for row in rows) - min(row.left for row in rows)


def _at_margin(rows: Sequence[Row], place: int) -> bool:
    """Tell a row that stands where a note goes on: one far to the right of the text is a signature."""
    return rows[place].left - min(row.left for row in rows) < _FAR * rows[place].size


def _fits(row: Row, found: Sequence[Note], *, open_: bool) -> bool:
    """Tell whether a row under a rule is of a footnote: it opens one, or one of the page before goes on."""
    return _opens(row, found, None, ruled=True) is not None or (open_ and bool(found))


def _opens(
    row: Row, found: Sequence[Note], edge: float | None, *, ruled: bool, called: Container[str] = ()
) -> Note | None:
    """Give the footnote a row opens: with a raised sign, or with the next number where footnotes begin."""
    text = row.text
    match = _SIGN.match(text)
    if match is None:
        return None
    sign = match.group("number").translate(SUPERSCRIPTS)
    note = Note(sign, match.end())
    raised = any(not start for start, _ in row.raised) or not match.group("number").isascii()
    if not sign.isdigit():
        further = bool(found) and sign == found[-1].number + "*"  # one more than the note before has
        return note if raised or ruled or further or edge is None else None
    last = next((int(one.number) for one in reversed(found) if one.number.isdigit()), 0)
    number = int(sign)
    if raised:
        return note if number in (1, last + 1, last + 2, last + 3) or edge is None else None
    fits = number in (1, last + 1) or (ruled and not found) or (number > last and sign in called)
    if not fits or (edge is not None and abs(row.left - edge) > row.size):
        return None
    rest = text[match.end() :].lstrip()
    return note if rest[:1].isupper() or rest[:1] in "“‘\"'([§" else None
