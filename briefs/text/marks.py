"""A mark says what a stretch of text is; text and marks together are all a page is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# The kinds that cut a text into blocks. Every other kind stands inside a block.
BLOCKS = ("caption", "byline", "heading", "paragraph", "footnote", "item")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters [start, end) of a text and what they are; start == end marks a point (a note call, a page)."""

    start: int
    end: int
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)


def as_rows(marks: Iterable[Mark]) -> list[list[Any]]:
    """Give marks as plain lists [start, end, kind, data], fit for JSON."""
    return [[mark.start, mark.end, mark.kind, dict(mark.data)] for mark in marks]


def from_rows(rows: Iterable[Sequence[Any]]) -> list[Mark]:
    """Read marks back from the lists that as_rows gave."""
    return [Mark(start, end, kind, data) for start, end, kind, data in rows]


def within(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """Give the marks that touch [start, end), cut to it, counted from its start."""
    return [
        Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind, mark.data)
        for mark in marks
        if (mark.start < end and mark.end > start) or (mark.start == mark.end and start <= mark.start <= end)
    ]
