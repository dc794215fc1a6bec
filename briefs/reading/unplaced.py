"""Marks that lost their place: the words as they stood, the words proposed now, and what rests on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q

from briefs.models import Annotation, Brief, Opinion, Pin
from briefs.models.opinion import OpinionQuerySet
from briefs.models.vocabulary import AnchorState
from briefs.text.anchor import Anchor, candidates
from briefs.text.differing import Stretch, differing
from briefs.text.identifiers import mask
from briefs.text.marks import BLOCKS, Mark, from_rows

_AROUND = 160  # characters shown on each side of a passage, and of a change in a whole text
_LOST = Q(annotations__retired_at__isnull=True, annotations__anchor_state__in=(AnchorState.SUSPECT, AnchorState.ORPHAN))


@dataclass(frozen=True)
class Passage:
    """Words in their surroundings: where they stand, what is before, the words as stretches, what follows."""

    place: str
    before: str
    words: list[Stretch]
    after: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Unplaced:
    """A mark that waits: as it stood, as it is proposed (None for an orphan), and the other places to choose from."""

    mark: Annotation
    old: Passage
    proposed: Passage | None
    sure: str
    choices: list[Passage]
    rests: list[Pin]
    published: list[Brief]


def opinions_with_unplaced() -> OpinionQuerySet:
    """Give the opinions with marks that wait, and how many (`waiting`), most first."""
    rows = Opinion.objects.for_reading().without_texts()
    rows = rows.annotate(waiting=Count("annotations", filter=_LOST)).filter(waiting__gt=0)
    return rows.order_by("-waiting", "case__short_name", "position")


def unplaced(opinion: Opinion) -> list[Unplaced]:
    """Give the marks of an opinion that wait at its anchor desk, in reading order."""
    marks = list(_with_what_rests(opinion.annotations.unplaced()))
    versions = {row.number: row for row in opinion.text_versions.filter(number__in={one.text_version for one in marks})}
    olds = {number: (mask(row.text), from_rows(row.marks)) for number, row in versions.items()}
    new = mask(opinion.text)
    briefs = {pin.holding.brief_id for mark in marks for pin in mark.pins.all()}
    live = set(Brief.objects.filter(pk__in=briefs, editions__is_current=True).values_list("pk", flat=True))
    return [_unplaced(mark, opinion, new, live, *olds.get(mark.text_version, ("", []))) for mark in marks]


def retired(opinion: Opinion) -> list[Annotation]:
    """Give the retired marks of an opinion with their masked words (`shown`), last retired first."""
    rows = opinion.annotations.filter(retired_at__isnull=False).select_related("author", "retired_by")
    marks = list(rows.order_by("-retired_at"))
    for mark in marks:
        mark.shown = mask(mark.quote)  # type: ignore[attr-defined]
    return marks


def _with_what_rests(marks: Iterable[Annotation]) -> Iterable[Annotation]:
    pins = Pin.objects.select_related("holding__brief").order_by("holding__brief", "holding__number")
    return marks.select_related("author").prefetch_related(Prefetch("pins", pins)).in_reading_order()  # type: ignore[attr-defined]


def _unplaced(
    mark: Annotation, opinion: Opinion, new: str, live: set[int], old: str, old_marks: Sequence[Mark]
) -> Unplaced:
    quote = mask(mark.quote)
    was = old[mark.start : mark.end] == quote
    if not was:  # no text of that time is kept; the mark itself holds the words around it
        old, old_marks = mask(mark.prefix + mark.quote + mark.suffix), []
    start = mark.start if was else len(mark.prefix)
    proposed = _proposed(mark, opinion, new, quote)
    words: list[Stretch] = [("same", quote)]
    if proposed:
        words = [one for one in differing(quote, new[proposed.start : proposed.end]) if one[0] != "added"]
    anchor = Anchor(mark.quote, mark.prefix, mark.suffix, mark.start)
    places = [(place.start, place.end) for place in candidates(opinion.text, anchor)]
    pins = list(mark.pins.all())
    return Unplaced(
        mark=mark,
        old=_passage(old, old_marks, start, start + len(quote), words),
        proposed=proposed,
        sure=_sure(mark, new, quote),
        choices=[
            _passage(new, opinion.text_marks, *place)
            for place in places
            if proposed is None or place[1] <= proposed.start or place[0] >= proposed.end
        ],
        rests=pins,
        published=list(
            {pin.holding.brief_id: pin.holding.brief for pin in pins if pin.holding.brief_id in live}.values()
        ),
    )


def _proposed(mark: Annotation, opinion: Opinion, new: str, quote: str) -> Passage | None:
    if mark.proposed_start is None or mark.proposed_end is None:
        return None
    start, end = mark.proposed_start, mark.proposed_end
    words = [one for one in differing(quote, new[start:end]) if one[0] != "taken"]
    return _passage(new, opinion.text_marks, start, end, words)


def _passage(text: str, marks: Sequence[Mark], start: int, end: int, words: list[Stretch] | None = None) -> Passage:
    """Cut a passage out of a masked text with the words around it, at most to the ends of its block."""
    block = next((one for one in marks if one.kind in BLOCKS and one.start <= start < one.end), None)
    low, high = (block.start, block.end) if block else (0, len(text))
    first, last = max(low, start - _AROUND), min(high, end + _AROUND)
    before, after = text[first:start], text[end:last]
    if first > low:
        before = "…" + before.partition(" ")[2]
    if last < high:
        after = after.rpartition(" ")[0] + "…"
    return Passage(_named(block), before, words or [("same", text[start:end])], after, start, end)


def _named(block: Mark | None) -> str:
    if block is None:
        return ""
    number = block.data.get("number", "")
    names = {"paragraph": f"para. {number}", "footnote": f"fn. {number}", "heading": "heading"}
    return names.get(block.kind, "front matter")


def _sure(mark: Annotation, new: str, quote: str) -> str:
    """Say how sure the proposal is, in words."""
    if mark.proposed_start is None:
        return "Nothing in the text is like these words now."
    score, margin = int(mark.score or 0), int(mark.margin or 0)
    if new[mark.proposed_start : mark.proposed_end] == quote:
        ahead = f"{margin} ahead of the next place" if margin else "no more than at the next place"
        return (
            f"The very words stand here, but others may be meant: what is around them is {score} of 100 like, {ahead}."
        )
    ahead = f"{margin} ahead of the next best place" if margin else "no more than those of another place"
    return f"The words changed: they are {score} of 100 like the old ones, {ahead}."


def changed_around(old: str, new: str) -> list[tuple[str, str]]:
    """Give what differs between two masked texts with some words around it: (same | added | taken | cut, words).

    `cut` stands where words that stayed are left out; its words are an ellipsis on a line of its own.
    """
    shown: list[tuple[str, str]] = []
    stretches = differing(old, new)
    for at, (kind, words) in enumerate(stretches):
        if kind != "same" or len(words) <= 2 * _AROUND:
            shown.append((kind, words))
            continue
        if at:
            shown.append(("same", words[:_AROUND].rpartition(" ")[0]))
        shown.append(("cut", "\n⋯\n"))
        if at + 1 < len(stretches):
            shown.append(("same", words[-_AROUND:].partition(" ")[2]))
    return shown
