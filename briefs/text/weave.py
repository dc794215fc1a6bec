"""Cut a marked text into blocks and runs once; HTML, PDF and Word all walk the same runs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefs.text.marks import BLOCKS, Mark

QUOTE = "blockquote"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks throughout, outermost first; empty text is a point mark's place."""

    text: str
    start: int
    marks: tuple[Mark, ...]

    def mark(self, kind: str) -> Mark | None:
        """Give the innermost mark of this kind over the run."""
        return next((mark for mark in reversed(self.marks) if mark.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Part:
    """Running words, or a block quotation, inside a block."""

    quoted: bool
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Give the part's words without their marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, footnote ... with its parts in reading order."""

    kind: str
    start: int
    end: int
    data: Mapping[str, Any]
    parts: tuple[Part, ...] = field(default=())

    @property
    def text(self) -> str:
        """Give the block's words, parts on lines of their own."""
        return "\n".join(part.text for part in self.parts)


def weave(text: str, marks: Iterable[Mark]) -> list[Block]:
    """Cut `text` into its blocks by the marks of kinds BLOCKS, and each block into runs by all other marks.

    Overlapping marks need not nest: a run is under every mark that covers it. Text outside every
    block (the blank lines between) is left out; a text without block marks is one paragraph.
    A single line break inside a block begins a new part; `blockquote` marks say which are quotations.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    blocks = [mark for mark in ordered if mark.kind in BLOCKS]
    inline = [mark for mark in ordered if mark.kind not in BLOCKS]
    if not blocks and text:
        blocks = [Mark(0, len(text), "paragraph")]
    woven = []
    waiting = 0
    for block in blocks:
        while waiting < len(inline) and inline[waiting].end < block.start:
            waiting += 1
        inside = []
        for mark in inline[waiting:]:
            if mark.start > block.end:
                break
            if mark.end > block.start or (mark.start == mark.end and mark.end >= block.start):
                inside.append(mark)
        woven.append(Block(block.kind, block.start, block.end, block.data, tuple(_parts(text, block, inside))))
    return woven


def _parts(text: str, block: Mark, inside: list[Mark]) -> Iterator[Part]:
    quotes = [mark for mark in inside if mark.kind == QUOTE]
    others = [mark for mark in inside if mark.kind != QUOTE]
    start = block.start
    while start <= block.end:
        end = text.find("\n", start, block.end)
        end = block.end if end < 0 else end
        if end > start:
            quoted = any(mark.start <= start and end <= mark.end for mark in quotes)
            yield Part(quoted, tuple(_runs(text, start, end, others)))
        start = end + 1


def _runs(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Run]:
    touching = [mark for mark in marks if mark.start <= end and mark.end >= start]
    spans = [mark for mark in touching if mark.start < mark.end and mark.end > start and mark.start < end]
    points = [mark for mark in touching if mark.start == mark.end]
    edges = {start, end}
    for mark in spans:
        edges.update((max(mark.start, start), min(mark.end, end)))
    edges.update(point.start for point in points)
    cuts = sorted(edges)
    for position, stop in zip(cuts, [*cuts[1:], None], strict=True):
        for point in points:
            if point.start == position:
                around = [mark for mark in spans if mark.start < position < mark.end]
                yield Run("", position, (*around, point))
        if stop is not None:
            over = tuple(mark for mark in spans if mark.start <= position and stop <= mark.end)
            yield Run(text[position:stop], position, over)
