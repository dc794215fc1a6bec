"""What stands inside the lines of a text and is none of its words: a raised call, a star page, a back link."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from briefs.text.marks import Mark


@dataclass(frozen=True, slots=True)
class Inset:
    """Raw characters [start, end), what they are, and the kind and data of the point mark they leave, if any."""

    start: int
    end: int
    name: str
    kind: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def untangled(insets: Iterable[Inset]) -> list[Inset]:
    """Give insets in raw order; of two that overlap the first stays."""
    found: list[Inset] = []
    for inset in sorted(insets, key=lambda inset: (inset.start, inset.end)):
        if not found or inset.start >= found[-1].end:
            found.append(inset)
    return found


def spread(spans: Iterable[tuple[int, int]], text: str, blocks: Sequence[Mark]) -> list[Mark]:
    """Make emphasis marks of clean spans: runs parted by a space alone become one, and none leaves its block."""
    ordered = sorted(span for span in spans if text[span[0] : span[1]].strip())
    joined: list[list[int]] = []
    for start, end in ordered:
        if joined and start <= joined[-1][1] + 1 and text[joined[-1][1] : start] in ("", " "):
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end])
    edges = sorted({0, len(text), *(mark.start for mark in blocks), *(mark.end for mark in blocks)})
    marks = []
    at = 0
    cells = list(pairwise(edges))
    for start, end in joined:
        while at and cells[at][0] > start:
            at -= 1
        while at + 1 < len(cells) and cells[at][1] <= start:
            at += 1
        place = at
        while place < len(cells) and cells[place][0] < end:
            left, right = max(start, cells[place][0]), min(end, cells[place][1])
            words = text[left:right]
            left, right = left + len(words) - len(words.lstrip()), right - len(words) + len(words.rstrip())
            if left < right:
                marks.append(Mark(left, right, "emphasis"))
            place += 1
    return marks
