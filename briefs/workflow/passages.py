"""Cut an opinion's text into its passages."""

from briefs.models import Opinion, Passage
from briefs.text.marks import BLOCKS


def passages_of(opinion: Opinion) -> list[Passage]:
    """Give the passages of an opinion's present text, in order, identifiers covered (INV-12); none is saved."""
    masked = opinion.masked
    blocks = sorted((mark for mark in opinion.text_marks if mark.kind in BLOCKS), key=lambda mark: mark.start)
    return [
        Passage(
            opinion_id=opinion.pk,
            ordinal=ordinal,
            kind=block.kind,
            label=str(block.data.get("number", ""))[:20],
            start=block.start,
            end=block.end,
            text=masked[block.start : block.end],
        )
        for ordinal, block in enumerate(blocks)
        if block.end > block.start
    ]
