"""Where the printed pages of a text begin, and what they are numbered."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefs.text import running
from briefs.text.footnotes import is_lead, leads
from briefs.text.insets import Inset
from briefs.text.layout import Layout
from briefs.text.lines import NOTE, NUMBER, PAGE_HEAD, TEXT, Line, label


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the line it begins with, its label, and whether that is printed in the text or inferred."""

    line: Line
    label: str
    known: str


def pages(lines: Sequence[Line], layout: Layout) -> list[Page]:
    """Find the page starts: after form feeds, after printed page numbers, at lone leading spaces.

    Pages without a printed number get theirs by counting from the nearest printed one, or from 1.
    """
    fed = any(line.feed for line in lines)
    spaced = not fed and leads(lines, layout)
    firsts: list[Line] = []
    printed: list[int | None] = []
    fresh, number, upcoming = True, None, None
    for line in lines:
        if line.role == PAGE_HEAD:
            fresh, upcoming = True, int(running.number(line))
        elif line.role == NUMBER:
            text = running.number(line) or label(line)
            number = int(text) if text.isdigit() else number
            if firsts and not (fed and fresh):
                printed[-1] = number
            fresh = fresh or not fed
        elif line.role == TEXT and line.foot < 0:
            if fresh or (spaced and is_lead(line, layout)):
                firsts.append(line)
                printed.append(number if fed else upcoming)
                fresh, number, upcoming = False, None, None
        if line.feed:
            fresh, number = True, None
    headed = any(line.role == PAGE_HEAD for line in lines)
    if not fed and not spaced and not headed and printed and printed[0] not in (None, 1):
        firsts, printed = firsts[1:], printed[1:]  # unnumbered pages came before it: where it begins is not known
    if not any(printed) and len(firsts) < 2:
        return []
    return [
        Page(first, str(at), "printed" if given is not None else "inferred")
        for first, given, at in zip(firsts, printed, counted(printed), strict=True)
        if at > 0
    ]


# [*2], with more asterisks where a text tells the pages of several reporters; *1012 without brackets; 1012*1012.
_STAR = re.compile(
    r"\[(?P<stars>\*{1,4})(?P<label>\d{1,5})\] {0,2}|(?<![^\s(“\"])(?:\d{1,5}(?=\*))?\*(?P<bare>\d{1,5})(?:(?= )  ?|$)",
    re.M,
)

_STARRED = re.compile(r"\*\d")  # what every one of them has


def starred(raw: str, lines: Sequence[Line]) -> tuple[list[Inset], list[Page]]:
    """Find the pages of a reporter that a text tells within its words: [*2] or *2; nothing unless they count on.

    Gives the signs, with a mark where they stand in a line, and the pages that lines begin with, whose sign is taken
    off them. Of several reporters the one with the fewest asterisks gives the pages.
    """
    counts: dict[str, list[re.Match[str]]] = {}
    for match in _stars(raw):
        counts.setdefault(match.group("stars") or "", []).append(match)
    counts = {stars: found for stars, found in counts.items() if _counts_on(found)}
    insets: list[Inset] = []
    begun: list[Page] = []
    lefts = [line.left for line in lines]
    for stars, found in counts.items():
        for match in found:
            at = max(0, bisect_right(lefts, match.start()) - 1)
            line = lines[at]
            page = {"label": match.group("label") or match.group("bare"), "known": "printed"}
            own = stars == min(counts)
            if line.left == match.start() and match.end() >= line.right and line.role == TEXT:
                line.role, line.look = "star-page", NOTE  # it stands between paragraphs, and parts none
                below = next((lines[place] for place in range(at + 1, len(lines)) if lines[place].role == TEXT), None)
                begun += [Page(below, page["label"], "printed")] if own and below is not None else []
                continue
            if line.role != TEXT or line.left != match.start() or match.end() >= line.right:
                insets.append(Inset(match.start(), match.end(), "star-page", *(("page", page) if own else ())))
                continue
            insets.append(Inset(match.start(), match.end(), "star-page"))
            if own:
                begun.append(Page(line, page["label"], "printed"))
            line.left, line.head, line.text = match.end(), match.end() - line.start, raw[match.end() : line.right]
    return insets, begun


def _stars(raw: str) -> Iterator[re.Match[str]]:
    """Give the signs of a text, looking only through the lines that can have one."""
    at = 0
    while likely := _STARRED.search(raw, at):
        start, end = raw.rfind("\n", at, likely.start()) + 1 or at, raw.find("\n", likely.end())
        at = end if end >= 0 else len(raw)
        yield from _STAR.finditer(raw, start, at)


def _counts_on(found: Sequence[re.Match[str]]) -> bool:
    """Tell page numbers: at least two, each one more than the one before."""
    numbers = [int(match.group("label") or match.group("bare")) for match in found]
    return len(numbers) > 1 and all(after == number + 1 for number, after in pairwise(numbers))


def counted(printed: Sequence[int | None]) -> list[int]:
    """Number the pages between and around the printed numbers."""
    counted: list[int] = []
    last: int | None = None
    for given in printed:
        last = given if given is not None else last + 1 if last is not None else None
        counted.append(last if last is not None else 0)
    known = next((i for i, given in enumerate(printed) if given is not None), None)
    start = counted[known] - known if known is not None else 1
    for i in range(len(printed) if known is None else known):
        counted[i] = start + i
    return counted
