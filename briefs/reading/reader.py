"""The opinion as readers see it: masked and woven, with its citations, and the words that published briefs quote."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from briefs.models import Authority, Citation, EditionHolding, Opinion
from briefs.models.vocabulary import CitationDecision, CitationForm
from briefs.reading.finding import Found
from briefs.text.identifiers import covered_in
from briefs.text.marks import BLOCKS, Mark
from briefs.text.spaces import bound
from briefs.text.weave import Block, weave

Outside = Callable[[Authority], tuple[str, str]]  # an authority -> (url, host) of it elsewhere, or ("", "")

_LINE = 70  # characters
_DIGITS = re.compile(r"\d+")
_PREFIXES = {"paragraph": "para", "footnote": "fn"}


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside quoted words: which proposition of which brief quotes them."""

    id: str
    label: str  # "Holding 3", "Dissent 2"
    is_separate: bool
    brief: str
    slug: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Place:
    """A block of the opinion with its element id and margin notes.

    `depth` is a heading's on the page, 1 to 4; `back` a footnote's call in the text, "" where none is known.
    """

    block: Block
    anchor: str
    notes: tuple[Note, ...] = ()
    depth: int = 0
    back: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole text in reading order: front matter, body, footnotes."""

    front: list[Place]
    body: list[Place]
    footnotes: list[Place]
    briefs: dict[str, str]  # slug and name of each published brief on this opinion

    @property
    def headings(self) -> list[Place]:
        """Give the headings, for the list of contents."""
        return [place for place in self.body if place.block.kind == "heading"]


def read(
    opinion: Opinion,
    citations: Iterable[Citation],
    holdings: Iterable[EditionHolding],
    *,
    held: Mapping[int, str],
    outside: Outside,
    found: Sequence[Found] = (),
) -> Reading:
    """Weave a released opinion for its page; nothing unmasked leaves here (INV-12).

    `citations` come with their authorities, `holdings` with their editions. `held` gives the slug of the released
    opinion for each authority's id that is in the library; `outside` the link of one that is not. Inline marks
    added to the opinion's own: `masked` {}, `cite` {"slug", "label", "url", "host", "form", "sic", "held", "page"},
    where sic says why the citation cannot be right as printed, held and page lead to a held opinion, `pin` {"note"},
    a Note, and the point `notes` {"notes"} where the quoted words of some Notes begin; a `call` gains {"id", "to"}, its
    element id and its footnote's, "" where there is none, a printed `page` its {"id"}; `found` {"n", "of"} are the
    words looked for. A citation without an authority gets no mark: unresolved is
    shown as it stands.
    """
    text = opinion.masked
    bare = weave(text, [mark for mark in opinion.text_marks if mark.kind in BLOCKS])
    anchors = list(_anchors(bare))
    where = dict(zip(anchors, bare, strict=True))
    holdings = list(holdings)
    marks = list(_calls(opinion.text_marks, where))
    called = {mark.data["to"]: mark.data["id"] for mark in marks if mark.kind == "call" and mark.data["id"]}
    marks += [Mark(start, end, "masked") for start, end in covered_in(opinion.text, opinion.hidden)]
    marks += [_cite(row, row.authority, held, outside) for row in citations if row.authority is not None]
    marks += [Mark(one.start, one.end, "found", {"n": one.number, "of": len(found)}) for one in found]
    notes = []
    for note, start, end in _pinned(text, where, holdings, opinion.slug):
        marks.append(Mark(start, end, "pin", {"note": note}))
        notes.append((start, note))
    notes.sort(key=lambda pair: pair[0])
    marks += _beside(notes, bare)
    depths = list(_depths(bare))
    places = [
        Place(
            block,
            anchor,
            tuple(note for at, note in notes if block.start <= at < block.end),
            depth,
            called.get(anchor, ""),
        )
        for block, anchor, depth in zip(weave(bound(text), marks), anchors, depths, strict=True)
    ]
    running = [place for place in places if place.block.kind != "footnote"]
    return Reading(
        list(takewhile(_is_front, running)),
        list(dropwhile(_is_front, running)),
        [place for place in places if place.block.kind == "footnote"],
        {row.edition.slug: row.edition.name for row in holdings if row.edition.opinion_id == opinion.pk},
    )


def _is_front(place: Place) -> bool:
    return place.block.kind == "caption"


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """Give each block the element id that Passage.anchor names; no id stands twice on a page."""
    seen: dict[str, int] = {}
    for ordinal, block in enumerate(blocks):
        prefix = _PREFIXES.get(block.kind)
        anchor = f"{prefix}-{block.data.get('number', '')}" if prefix else f"block-{ordinal}"
        seen[anchor] = seen.get(anchor, 0) + 1
        yield anchor if seen[anchor] == 1 else f"{anchor}--{seen[anchor]}"


def _depths(blocks: Iterable[Block]) -> Iterator[int]:
    """Give headings the depth they have in the text, but never a level deeper than the one before allows."""
    before = 0
    for block in blocks:
        if block.kind != "heading":
            yield 0
            continue
        before = min(int(block.data.get("level", 1)), before + 1, 4)
        yield before


def _beside(notes: list[tuple[int, Note]], blocks: list[Block]) -> Iterator[Mark]:
    """Gather the notes of words that begin on about one line, so that they stand in the margin side by side."""
    waiting = list(notes)
    for block in blocks:
        while waiting and waiting[0][0] < block.end:
            first = max(waiting[0][0], block.start)
            near = [pair for pair in waiting if pair[0] < min(first + _LINE, block.end)]
            yield Mark(first, first, "notes", {"notes": tuple(note for _, note in near)})
            waiting = waiting[len(near) :]


def _calls(marks: Iterable[Mark], where: Mapping[str, Block]) -> Iterator[Mark]:
    """Tie each call to its footnote, only the first call of a note leading back, and name each printed page once."""
    called: set[str] = set()
    pages: set[str] = set()
    for mark in marks:
        if mark.kind == "page" and mark.data.get("known") == "printed" and mark.data["label"] not in pages:
            pages.add(mark.data["label"])
            yield Mark(mark.start, mark.end, "page", {**mark.data, "id": f"page-{mark.data['label']}"})
            continue
        if mark.kind != "call":
            yield mark
            continue
        number = str(mark.data["number"])
        to = f"fn-{number}" if f"fn-{number}" in where else ""
        first = to and number not in called
        called.add(number)
        data = {**mark.data, "to": to, "id": f"fnref-{number}" if first else ""}
        yield Mark(mark.start, mark.end, "call", data)


def _cite(row: Citation, authority: Authority, held: Mapping[int, str], outside: Outside) -> Mark:
    url, host = ("", "") if authority.pk in held or row.form != CitationForm.FULL else outside(authority)
    data = {"slug": authority.slug, "label": authority.cite, "url": url, "host": host, "form": row.form}
    if authority.pk in held:
        first_page = _DIGITS.match(row.pin)
        data |= {"held": held[authority.pk], "page": first_page[0] if first_page else ""}
    if row.flags:
        read_as = f" Read as {authority.cite}." if row.decision == CitationDecision.CHOSEN else ""
        data["sic"] = " ".join(str(flag[-1]) for flag in row.flags) + read_as
    return Mark(row.start, row.end, "cite", data)


def _pinned(
    text: str, where: Mapping[str, Block], holdings: Iterable[EditionHolding], slug: str
) -> Iterator[tuple[Note, int, int]]:
    """Find each published pin's words; those that no longer stand in this text are left out, not moved (INV-4)."""
    count = 0
    for holding in holdings:
        for pin in holding.frozen["pins"]:
            if pin["opinion"] != slug:
                continue
            block = where.get(pin["anchor"])
            start = text.find(pin["quote"], block.start) if block else -1
            if block is None or not block.start <= start < block.end:
                start = text.find(pin["quote"])
            if start < 0:
                continue
            count += 1
            label = f"{holding.frozen['weight_label']} {holding.number}"
            note = Note(
                f"note-{count}",
                label,
                holding.is_separate,
                holding.edition.name,
                holding.edition.slug,
                f"holding-{holding.number}",
            )
            yield note, start, start + len(pin["quote"])
