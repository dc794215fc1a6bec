"""The source of an opinion cut so that each piece stands beside the block it became."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefs.models import Opinion
from briefs.text.identifiers import mask
from briefs.text.pieces import TEXT


@dataclass(frozen=True)
class Beside:
    """A block of the text (`row`) with the raw words it came from; `ordinal` counts the blocks as passages do."""

    ordinal: int
    row: Any
    source: str


def beside_source(opinion: Opinion, rows: Iterable[Any]) -> list[Beside]:
    """Pair each row of the text with its raw words, every identifier covered (INV-12)."""
    raw = mask(opinion.raw, opinion.hidden)
    copied = [(piece[2], piece[3], piece[0], piece[1]) for piece in opinion.pieces if piece[4] == TEXT]
    found = []
    for ordinal, row in enumerate(rows):
        within = [one for one in copied if one[0] < row.end and row.start < one[1]]
        if not within:
            found.append(Beside(ordinal, row, ""))
            continue
        first = min(within, key=lambda one: one[2])
        last = max(within, key=lambda one: one[3])
        start = first[2] + max(0, row.start - first[0])
        end = last[3] - max(0, last[1] - row.end)
        found.append(Beside(ordinal, row, raw[start:end]))
    return found
