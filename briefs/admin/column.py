"""The opinion as the desk shows it: blocks of runs, each with its place in the text, and the marks laid over them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefs.models import Annotation, Opinion
from briefs.models.vocabulary import AnchorState
from briefs.text.identifiers import mask
from briefs.text.marks import Mark
from briefs.text.weave import Part, Run, weave

MARKED = "annotation"
LOST = (AnchorState.SUSPECT, AnchorState.ORPHAN)


@dataclass(frozen=True)
class Stretch:
    """A run of words on the page, or a point in it: a page number, a note's call, or where a mark begins."""

    text: str = ""
    start: int = 0
    emphasis: bool = False
    marks: tuple[Annotation, ...] = ()
    call: str = ""
    page: str = ""
    begins: Annotation | None = None

    @property
    def classes(self) -> str:
        """Give the class names of the marks over it: one for each kind, and one that says marks overlap."""
        kinds = " ".join(f"mark-{kind}" for kind in dict.fromkeys(mark.kind for mark in self.marks))
        return f"mark {kinds}{' mark-overlap' if len(self.marks) > 1 else ''}" if kinds else ""


@dataclass(frozen=True)
class Lines:
    """Running words or a block quotation inside a block."""

    quoted: bool
    stretches: list[Stretch]


@dataclass(frozen=True)
class Row:
    """A block of the opinion with the marks that begin in it, which stand beside it."""

    kind: str
    label: str
    anchor: str
    level: int
    parts: list[Lines]
    cards: list[Annotation] = field(default_factory=list)


def numbered(annotations: Sequence[Annotation], text: str) -> list[Annotation]:
    """Number the marks in reading order and give each the masked words it shows (`number`, `shown`)."""
    for number, one in enumerate(annotations, start=1):
        one.number = number  # type: ignore[attr-defined]
        one.shown = text[one.start : one.end] if one.anchor_state not in LOST else mask(one.quote)  # type: ignore[attr-defined]
    return list(annotations)


def column(text: str, marks: Sequence[Mark], annotations: Sequence[Annotation] = ()) -> list[Row]:
    """Weave a masked text with its marks and annotations (in reading order) into rows for the page.

    Annotations that have lost their place in the text are not laid over it.
    """
    placed = [one for one in annotations if one.anchor_state not in LOST]
    over = [Mark(one.start, one.end, MARKED, {"row": one}) for one in placed]
    rows = []
    seen: set[int] = set()
    for ordinal, block in enumerate(weave(text, [*marks, *over])):
        label = str(block.data.get("number", ""))
        prefix = {"paragraph": "para", "footnote": "fn"}.get(block.kind)
        rows.append(
            Row(
                kind=block.kind,
                label=label,
                anchor=f"{prefix}-{label}" if prefix and label else f"block-{ordinal}",
                level=int(block.data.get("level", 1)) + 1,
                parts=[Lines(part.quoted, _stretches(part, seen)) for part in block.parts],
                cards=[one for one in placed if block.start <= one.start < block.end],
            )
        )
    return rows


def of_opinion(opinion: Opinion, annotations: Sequence[Annotation] = ()) -> list[Row]:
    """Give the rows of a kept opinion, identifiers masked for everybody (INV-12)."""
    return column(mask(opinion.text), opinion.text_marks, annotations)


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
            emphasis = run.mark("emphasis") is not None
            stretches.append(Stretch(text=run.text, start=run.start, emphasis=emphasis, marks=marks))
        else:
            stretches += _point(run)
    return stretches


def _point(run: Run) -> list[Stretch]:
    if call := run.mark("call"):
        return [Stretch(start=run.start, call=str(call.data.get("number", "")))]
    if (page := run.mark("page")) and page.data.get("known") == "printed":
        return [Stretch(start=run.start, page=str(page.data.get("label", "")))]
    return []
