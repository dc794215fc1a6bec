"""The opinion as the desk shows it: blocks of runs, each with its place in the text, and the marks laid over them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from briefs.models import Annotation, Opinion
from briefs.models.vocabulary import AnchorState
from briefs.text.identifiers import mask
from briefs.text.marks import Mark
from briefs.text.sentences import sentence_starts
from briefs.text.weave import Block, Part, Run, weave

MARKED = "annotation"
DOUBTED = "finding"
LOST = (AnchorState.SUSPECT, AnchorState.ORPHAN)
LANES = 3  # lines under the words that can be told apart


@dataclass(frozen=True)
class Stretch:
    """A run of words on the page, or a point in it: a page number, a note's call, or where a mark begins."""

    text: str = ""
    emphasis: bool = False
    marks: tuple[Annotation, ...] = ()
    call: str = ""
    page: str = ""
    begins: Annotation | None = None
    doubt: int = 0  # the finding whose words these are


@dataclass(frozen=True)
class Lines:
    """Running words or a block quotation inside a block: its element, where it starts, and where sentences do.

    Both are counted in characters, the sentences from `start`; without the desk's keys there is no need of them.
    """

    element: str
    start: int
    stretches: list[Stretch]
    sentences: str = ""


@dataclass(frozen=True)
class Row:
    """A block of the opinion with the marks that begin in it, which stand beside it."""

    kind: str
    label: str
    anchor: str
    level: int
    start: int
    end: int
    parts: list[Lines]
    cards: list[Annotation] = field(default_factory=list)
    centred: bool = False
    of_front: str = ""  # what a block of front matter tells: court, docket, parties ...

    @property
    def place(self) -> str:
        """Name the block as a pin prints it."""
        names = {"paragraph": f"para. {self.label}", "footnote": f"fn. {self.label}", "heading": "heading"}
        return names.get(self.kind, "front matter")

    @property
    def named(self) -> str:
        """Name the block to who only hears it: what has no number by its first words."""
        words = "".join(one.text for part in self.parts for one in part.stretches)
        return self.place if self.label else f"{self.place}: {shorten(words, 40, placeholder='…')}"


def numbered(annotations: Sequence[Annotation], text: str) -> list[Annotation]:
    """Number the marks as they are read, those without a place last; each gets the masked words it shows.

    Sets `number`, `shown` and `lane`: which of the lines under the words is its own where marks overlap.
    """
    placed = [one for one in annotations if one.anchor_state not in LOST]
    lost = [one for one in annotations if one.anchor_state in LOST]
    under: list[tuple[int, int]] = []  # the end and the lane of marks still open
    for one in placed:
        under = [(end, lane) for end, lane in under if end > one.start]
        taken = {lane for _, lane in under}
        one.lane = next((lane for lane in range(LANES) if lane not in taken), LANES - 1)  # type: ignore[attr-defined]
        under.append((one.end, one.lane))  # type: ignore[attr-defined]
    for number, one in enumerate([*placed, *lost], start=1):
        one.number = number  # type: ignore[attr-defined]
        one.shown = mask(one.quote) if one in lost else text[one.start : one.end]  # type: ignore[attr-defined]
    return [*placed, *lost]


def column(
    text: str,
    marks: Sequence[Mark],
    annotations: Sequence[Annotation] = (),
    *,
    sentences: bool = False,
    touching: Iterable[tuple[int, int]] | None = None,
) -> list[Row]:
    """Weave a masked text with its marks and annotations (in reading order) into rows for the page.

    Annotations that have lost their place in the text are not laid over it. `sentences` adds where they start;
    `touching` gives only the rows that touch one of its spans.
    """
    placed = [one for one in annotations if one.anchor_state not in LOST]
    over = [Mark(one.start, one.end, MARKED, {"row": one}) for one in placed]
    rows = []
    seen: set[int] = set()
    spans = None if touching is None else list(touching)
    for ordinal, block in enumerate(weave(text, [*marks, *over])):
        parts = [_lines(part, block, seen, sentences) for part in block.parts]
        if spans is None or any(start < block.end and block.start < end for start, end in spans):
            rows.append(_row(ordinal, block, parts, placed))
    return rows


def _row(ordinal: int, block: Block, parts: list[Lines], placed: list[Annotation]) -> Row:
    label = str(block.data.get("number", ""))
    prefix = {"paragraph": "para", "footnote": "fn"}.get(block.kind)
    return Row(
        kind=block.kind,
        label=label,
        anchor=f"{prefix}-{label}" if prefix and label else f"block-{ordinal}",
        level=int(block.data.get("level", 1)) + 1,
        start=block.start,
        end=block.end,
        parts=parts,
        cards=[one for one in placed if block.start <= one.start < block.end],
        centred=bool(block.data.get("centred")),
        of_front=str(block.data.get("part", "other")) if block.kind == "caption" else "",
    )


def of_opinion(opinion: Opinion, annotations: Sequence[Annotation] = (), **how: Any) -> list[Row]:
    """Give the rows of a kept opinion, identifiers masked for everybody (INV-12); `how` as for `column`."""
    return column(opinion.masked, opinion.text_marks, annotations, **how)


def _lines(part: Part, block: Block, seen: set[int], sentences: bool) -> Lines:
    start = part.runs[0].start if part.runs else block.start
    starts = " ".join(map(str, sentence_starts(part.text)[1:])) if sentences else ""
    element = "blockquote" if part.quoted else "span" if block.kind == "heading" else "p"
    return Lines(element, start, _stretches(part, seen), starts)


def _stretches(part: Part, seen: set[int]) -> list[Stretch]:
    """Give the runs of a part; a mark's label goes before its first run, once (`seen` holds the ids)."""
    stretches = []
    for run in part.runs:
        marks = tuple(mark.data["row"] for mark in run.marks if mark.kind == MARKED)
        for one in marks:
            if one.pk not in seen:
                seen.add(one.pk)
                stretches.append(Stretch(begins=one))
        if run.text:
            doubt = run.mark(DOUBTED)
            stretches.append(
                Stretch(
                    text=run.text,
                    emphasis=run.mark("emphasis") is not None,
                    marks=marks,
                    doubt=doubt.data["pk"] if doubt else 0,
                )
            )
        else:
            stretches += _point(run)
    return stretches


def _point(run: Run) -> list[Stretch]:
    if call := run.mark("call"):
        return [Stretch(call=str(call.data.get("number", "")))]
    if (page := run.mark("page")) and page.data.get("known") == "printed":
        return [Stretch(page=str(page.data.get("label", "")))]
    return []
