"""What is printed on every page and is no part of the text: running heads and feet, page numbers, stamps."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from briefs.importers.printed.rows import TEXT, Row

HEAD, FOOT, NUMBER = "running-head", "running-foot", "page-number"
_SHORT = 60  # characters of such a line
_DEEP = 6  # rows from the top or bottom that can be furniture
# What electronic filing systems stamp on a page: the case, the entry in its docket, the date, the page.
STAMP = re.compile(
    r"(?i)(?:USCA\d*\s+)?(?:Appellate\s+)?Case:?\s*(?:#|No\.?)?\s*\d[\d:\w-]+.{0,30}?"
    r"\b(?:Document|Doc|Page|Date Filed|Filed|DktEntry|Entry ID)\b.*"
)
_COURT = re.compile(r"(?i)(?:in the )?(?:supreme court of the united states|united states court of appeals.{0,40})")
# Whose words a page has, as stands under a running head: ROE, J., dissenting.
_WHOSE = re.compile(
    r"(?i)per curiam|syllabus|opinion of (?:the court|[\w.’ ]{3,40}, (?:c\. ?)?j\.)"
    r"|[\w.’ ]{3,40}, (?:(?:c\. ?)?j\.|jj\.|(?:chief |circuit )*judge),? .{0,60}?"
    r"\b(?:concurring|dissenting|statement)\b[^.:,]{0,40}"
)
_STARRED = re.compile(r"\[\*(?P<label>\d{1,5})\]")  # a page's number as some courts set it at the head of its text
_ALONE = re.compile(
    r"(?i)(?:[-–—]\s?)?(?:page\s+)?(?P<label>\d{1,5}|[ivxl]{1,6})(?:(?:\s+of\s+|\s?/\s?)\d+)?(?:\s?[-–—])?\.?"
)
_FIRST = re.compile(r"(?:[-–—]\s?)?(?P<label>\d{1,5})(?:\s?[-–—])?\s{2,}\S")
_LAST = re.compile(r"\S.*?\s{2,}(?:[-–—]\s?)?(?P<label>\d{1,5})(?:\s?[-–—])?")
_LONG_NUMBER = re.compile(r"\d[\d/:-]{3,}")  # of a case or a day: no page has it


def furnish(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> None:
    """Give running heads, feet and page numbers their roles and labels."""
    for top in (True, False):
        _repeated(pages, heights, top=top)
    for page in pages:
        for row in page:
            if STAMP.fullmatch(row.text):
                row.role = HEAD
    _numbers(pages, heights)
    _lone_foot(pages)


def _lone_foot(pages: Sequence[Sequence[Row]]) -> None:
    """Lift a line of the first page that stands lower than any other page's text: when it was served, whose it is."""
    first, *others = [texts(page) for page in pages] or [[]]
    lowest = max((page[-1].y for page in others if page), default=0.0)
    if len(first) < 2 or not lowest:
        return
    last, above = first[-1], first[-2]
    if last.y > lowest + 0.5 * last.size and last.y - above.y > 1.8 * last.size and len(last.text) < _SHORT:
        last.role = FOOT


def _edge(page: Sequence[Row], top: bool) -> list[Row]:
    rows = [row for row in page if row.role != "line-number"]
    # Where the court's name stands an opinion begins: that and what follows is its front matter.
    court = next((at for at, row in enumerate(rows[:_DEEP]) if _COURT.fullmatch(row.text)), _DEEP)
    return rows[: min(court, _DEEP)] if top else rows[::-1][:_DEEP]


def _key(row: Row) -> str:
    return re.sub(r"(?<![a-z])[ivxl]+(?![a-z])|[\d\W_]+", "#", row.text.casefold()).strip("#")


def _repeated(pages: Sequence[Sequence[Row]], heights: Sequence[float], *, top: bool) -> None:
    """Lift what stands at the edge of several pages in the same place, and whatever shares a row's place with it."""
    seen: dict[str, list[Row]] = {}
    for page in pages:
        for row in _edge(page, top):
            key = _key(row) or " ".join(_LONG_NUMBER.findall(row.text))
            if key and len(row.text) < 150:
                seen.setdefault(key, []).append(row)
    heads = {
        id(row)
        for rows in seen.values()
        for row in rows
        if len({other.sheet for other in rows if abs(other.y - row.y) < 4}) >= (2 if len(pages) < 4 else 3)
        or (len(rows) == 2 and abs(rows[0].y - rows[1].y) < 1 and abs(rows[0].sheet - rows[1].sheet) <= 2)
    }
    sizes = {page[0].sheet: median(row.size for row in page) for page in pages if page}
    places = Counter(round(row.y) for page in pages for row in _edge(page, top) if id(row) in heads)
    for page in pages:
        for row in _edge(page, top):
            height = heights[row.sheet]
            outside = row.y < 0.2 * height if top else row.y > 0.8 * height
            shared = sum(places[round(row.y) + off] for off in (-1, 0, 1))
            numbered = bool(_FIRST.match(row.text) or _LAST.fullmatch(row.text) or _ALONE.fullmatch(row.text))
            alike = shared >= max(2, len(pages) // 3) and (
                numbered or (row.text.upper() == row.text and len(row.text) < 60)
            )
            whose = top and row.size < 0.95 * sizes[row.sheet] and _WHOSE.fullmatch(row.text)
            if outside and (id(row) in heads or alike or whose):
                row.role = HEAD if top else FOOT
            elif not _ALONE.fullmatch(row.text):
                break  # what stands inside of the first row of text is text


def _numbers(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> None:
    """Read the page numbers off the edges of pages, alone on their row or at an end of a running head."""
    places: Counter[tuple[int, int]] = Counter()
    alone: list[tuple[Row, tuple[int, int]]] = []
    furniture = Counter(number for page in pages for row in page if row.role in (HEAD, FOOT) for number in _ends(row))
    for page in pages:
        texts = [row for row in page if row.role not in ("line-number", HEAD, FOOT)]
        for row in {id(row): row for row in (*texts[:1], *texts[-1:])}.values():
            if (_ALONE.fullmatch(row.text) and re.search(r"\d", row.text)) or _is_roman(row.text):
                place = (round(row.y / 6), 0)
                alone.append((row, place))
                places[place] += 1
        for row in page:
            if row.role in (HEAD, FOOT):
                match = _ALONE.fullmatch(row.text) or _varied(row, furniture)
                match = match if not STAMP.fullmatch(row.text) else None
                if match and _plausible(match.group("label")):
                    row.label = match.group("label")
                    if _ALONE.fullmatch(row.text):
                        row.role = NUMBER
        for row in texts[:2]:
            starred = _STARRED.fullmatch(row.text)
            if starred:
                row.role, row.label = NUMBER, starred.group("label")
    for row, place in alone:
        match = _ALONE.fullmatch(row.text)
        near = places[place] + places[(place[0] - 1, 0)] + places[(place[0] + 1, 0)]
        outside = not 0.13 * heights[row.sheet] < row.y < 0.87 * heights[row.sheet]
        if match and (near >= 2 or outside) and not row.raised:
            row.role, row.label = NUMBER, match.group("label")


def _ends(row: Row) -> list[str]:
    """Give the numbers a running head begins and ends with."""
    return [match.group("label") for match in (_FIRST.match(row.text), _LAST.fullmatch(row.text)) if match]


def _varied(row: Row, furniture: Counter[str]) -> re.Match[str] | None:
    """Find the number at an end of a running head that is not on most of them: an opinion's own is on all."""
    found = [match for match in (_FIRST.match(row.text), _LAST.fullmatch(row.text)) if match]
    return min(found, key=lambda match: furniture[match.group("label")], default=None)


def _is_roman(text: str) -> bool:
    return bool(re.fullmatch(r"[ivxl]{1,6}", text.strip("-–— ")))


def _plausible(label: str) -> bool:
    return not label.isdigit() or 0 < int(label) < 20_000


def labels(pages: Sequence[Sequence[Row]]) -> list[str | None]:
    """Give the printed number of each page, None where it prints none."""
    found: list[str | None] = []
    for page in pages:
        named = [row.label for row in page if row.label]
        found.append(next((label for label in named if label.isdigit()), named[0] if named else None))
    return found


def texts(page: Sequence[Row]) -> list[Row]:
    """Give the rows of a page that are of its text."""
    return [row for row in page if row.role == TEXT]
