"""The source of an opinion cut so that each piece stands beside the block it became, and its pages."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models.functions import Substr

from briefs.importers import pdf
from briefs.models import Opinion, Source
from briefs.text.identifiers import mask
from briefs.text.pieces import TEXT

_PAGE_ENDS = "\f"  # after each page of a PDF's raw text


@dataclass(frozen=True)
class Beside:
    """A block of the text (`row`) with the raw words it came from; `ordinal` counts the blocks as passages do.

    `page` is the page of the file its first word stands on, counted from 1; `findings` are those that wait in it.
    """

    ordinal: int
    row: Any
    source: str
    page: int = 1
    findings: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Leaf:
    """A page of the file, and the blocks that begin on it."""

    number: int
    blocks: list[Beside]


def beside_source(opinion: Opinion, rows: Iterable[Any]) -> list[Beside]:
    """Pair each row of the text with its raw words, every identifier covered (INV-12)."""
    raw = mask(opinion.raw, opinion.hidden)
    ends = [at for at, char in enumerate(raw) if char == _PAGE_ENDS]
    copied = sorted((piece[2], piece[3], piece[0], piece[1]) for piece in opinion.text_pieces if piece[4] == TEXT)
    starts = [piece[0] for piece in copied]
    found: list[Beside] = []
    for ordinal, row in enumerate(rows):
        at = max(0, bisect_right(starts, row.start) - 1)
        within = []
        while at < len(copied) and copied[at][0] < row.end:
            if copied[at][1] > row.start:
                within.append(copied[at])
            at += 1
        if not within:
            found.append(Beside(ordinal, row, "", found[-1].page if found else 1))
            continue
        first = min(within, key=lambda one: one[2])
        last = max(within, key=lambda one: one[3])
        start = first[2] + max(0, row.start - first[0])
        end = last[3] - max(0, last[1] - row.end)
        found.append(Beside(ordinal, row, raw[start:end], bisect_right(ends, start) + 1))
    return found


def pages_in(opinion: Opinion) -> int:
    """Count the pages of the file that can be shown as pictures: those of a PDF; 0 for any other format."""
    start = Source.objects.filter(pk=opinion.source_id).values_list(Substr("content", 1, 1024), flat=True).get()
    return opinion.raw.count(_PAGE_ENDS) if pdf.claims("", bytes(start)) else 0


def leaves(blocks: Sequence[Beside], pages: int) -> list[Leaf]:
    """Sort blocks by the page they begin on, notes beside the page that prints them; in the order of the pages.

    Pages before the first block and after the last, which hold other writings of the file, are left out.
    """
    by_page: dict[int, list[Beside]] = {}
    for block in blocks:
        by_page.setdefault(min(block.page, pages), []).append(block)
    return (
        [Leaf(number, by_page.get(number, [])) for number in range(min(by_page), max(by_page) + 1)] if by_page else []
    )
