"""Cut an opinion's text into its passages."""

from briefs.models import Opinion, Passage
from briefs.text.marks import BLOCKS


def passages_of(opinion: Opinion) -> list[Passage]:
    """Give the passages of an opinion's present text, in order, identifiers covered (INV-12); none is saved."""
    return [Passage(None, *values) for values in passage_values(opinion)]  # type: ignore[misc]


def passage_values(opinion: Opinion) -> list[tuple[int, int, str, str, int, int, str]]:
    """Give of each passage what its columns hold after its number: opinion, ordinal, kind, label, start, end, text."""
    masked, number = opinion.masked, opinion.pk
    blocks = sorted((mark for mark in opinion.text_marks if mark.kind in BLOCKS), key=lambda mark: mark.start)
    return [
        (
            number,
            ordinal,
            block.kind,
            str(block.data.get("number", ""))[:20],
            block.start,
            block.end,
            masked[block.start : block.end],
        )
        for ordinal, block in enumerate(blocks)
        if block.end > block.start
    ]
