"""Give an opinion a new text, and find every mark again in it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from briefs.models import Annotation, Citation, Opinion, Passage, Source, TextVersion
from briefs.models.vocabulary import AnchorState
from briefs.text.anchor import Anchor, Place, describe, locate
from briefs.text.follow import follow
from briefs.text.marks import as_rows
from briefs.text.pieces import Clean, packed
from briefs.workflow.cite import cite
from briefs.workflow.diagnose import diagnose
from briefs.workflow.index import index
from briefs.workflow.passages import passages_of
from briefs.workflow.refusal import Refused

STATES = (AnchorState.PLACED, AnchorState.MOVED, AnchorState.SUSPECT, AnchorState.ORPHAN)
FOUND = (AnchorState.PLACED, AnchorState.MOVED)
_DECIDED_BEFORE = ["decided-before", "A person decided what this cites before its words changed; look at it again."]


@transaction.atomic
def reanchor(
    opinion: Opinion,
    clean: Clean,
    *,
    by: Any = None,
    because: str = "",
    source: Source | None = None,
    raw: str | None = None,
    keep: bool = True,
) -> dict[str, int]:
    """Replace the clean text and re-place each mark; gives how many are placed, moved, suspect and orphan.

    The old text is kept as a TextVersion, unless nobody has read it yet (`keep`). Suspect and orphan marks keep their
    quote, context and old position and wait for a person; none is dropped. `source` and `raw` come with a text from
    another file. Who may is asked by the verbs that call this. Raises Refused when the text was replaced since
    `opinion` was read.
    """
    present = Opinion.objects.select_for_update(of=("self",)).only("text_version").get(pk=opinion.pk)
    if present.text_version != opinion.text_version:
        raise Refused("The text of this opinion was replaced meanwhile; open it again.")
    if not clean.text.strip():
        raise Refused("The new text has no words.")
    found = placements(opinion, clean.text)
    decided = [(row, describe(opinion.text, row.start, row.end)) for row in opinion.citations.exclude(decision="")]
    old = opinion.text
    if keep:
        _keep(opinion, by=by, because=because)
    _replace(opinion, clean, source=source, raw=raw, by=by, because=because)
    tally = {str(state): 0 for state in STATES}
    for mark, place in found:
        tally[place.status] += 1
        _put(mark, place, opinion, by=by, because=because)
    opinion.passages.all().delete()
    passages = Passage.objects.bulk_create(passages_of(opinion))
    lost = _keep_decisions(decided, passages, old, clean.text)
    cite(opinion)
    _look_again(opinion, lost)
    diagnose(opinion)
    index(opinion)
    return tally


def placements(opinion: Opinion, text: str) -> list[tuple[Annotation, Place]]:
    """Say where each standing mark of an opinion would be in a new text, changing nothing.

    A mark that lost its place in an earlier text is followed from that text, so that words which come back find it.
    """
    marks = defaultdict(list)
    for mark in opinion.annotations.standing().select_for_update(of=("self",)).in_reading_order():
        marks[mark.text_version].append(mark)
    kept = opinion.text_versions.filter(number__in=[number for number in marks if number != opinion.text_version])
    texts = dict(kept.values_list("number", "text")) | {opinion.text_version: opinion.text}
    found: list[tuple[Annotation, Place]] = []
    for number, some in marks.items():
        anchors = [anchor_of(mark) for mark in some]
        old = texts.get(number)
        places = [locate(text, one) for one in anchors] if old is None else follow(old, text, anchors)
        found += zip(some, places, strict=True)
    return found


@transaction.atomic
def foreseen(opinion: Opinion, clean: Clean) -> dict[str, int]:
    """Count what would become of the marks if the opinion had this text."""
    tally = {str(state): 0 for state in STATES}
    for _, place in placements(opinion, clean.text):
        tally[place.status] += 1
    return tally


def anchor_of(mark: Annotation) -> Anchor:
    """Give what a mark is held by."""
    return Anchor(mark.quote, mark.prefix, mark.suffix, mark.start)


def _keep(opinion: Opinion, *, by: Any, because: str) -> None:
    TextVersion.objects.create(
        opinion=opinion,
        number=opinion.text_version,
        text=opinion.text,
        marks=opinion.marks,
        source_id=opinion.source_id,
        replaced_by=by,
        because=because[:200],
    )


def _replace(opinion: Opinion, clean: Clean, *, source: Source | None, raw: str | None, by: Any, because: str) -> None:
    opinion.text, opinion.marks = clean.text, as_rows(clean.marks)
    opinion.pieces = packed(clean.cells)
    opinion.text_version += 1
    opinion.__dict__.pop("text_marks", None)
    if source is not None:
        opinion.source = source
    if raw is not None:
        opinion.raw = raw
    _told(opinion, by, because)
    opinion.save(update_fields=["text", "marks", "pieces", "text_version", "source", "raw"])


def _put(mark: Annotation, place: Place, opinion: Opinion, *, by: Any, because: str) -> None:
    """Write down where a mark is now; its history tells only what a person would call a change."""
    was = (mark.start, mark.end, mark.anchor_state, mark.proposed_start, mark.proposed_end)
    settle(mark, place, opinion)
    if was == (mark.start, mark.end, mark.anchor_state, mark.proposed_start, mark.proposed_end):
        told = ["text_version", "prefix", "suffix", "score", "margin"]
        mark.save_without_historical_record(update_fields=told)  # type: ignore[attr-defined]
    else:
        _told(mark, by, because)
        mark.save()


def settle(mark: Annotation, place: Place, opinion: Opinion) -> None:
    """Let a mark stand where it was found, or wait with what is proposed; saves nothing."""
    mark.anchor_state = place.status
    if place.status in FOUND:
        stand_at(mark, opinion, place.start, place.end)
    else:
        is_shown = place.status == AnchorState.SUSPECT
        mark.proposed_start, mark.proposed_end = (place.start, place.end) if is_shown else (None, None)
        mark.score, mark.margin = (place.score, place.margin) if is_shown else (None, None)


def stand_at(mark: Annotation, opinion: Opinion, start: int, end: int) -> None:
    """Let a mark stand on [start, end) of the opinion's present text, with the words that are there; saves nothing."""
    found = describe(opinion.text, start, end)
    mark.start, mark.end, mark.text_version = start, end, opinion.text_version
    mark.quote, mark.prefix, mark.suffix = found.quote, found.prefix, found.suffix
    mark.proposed_start = mark.proposed_end = mark.score = mark.margin = None


def _told(row: Any, by: Any, because: str) -> None:
    """Let the row's next history record say who did it and why."""
    row._history_user = by
    row._change_reason = because[:100] or None


def _keep_decisions(
    decided: list[tuple[Citation, Anchor]], passages: list[Passage], old: str, new: str
) -> list[tuple[int, int]]:
    """Put the citations a person decided back where their words now stand; gives where changed ones may be."""
    lost = []
    places = follow(old, new, [anchor for _, anchor in decided])
    for (row, _), place in zip(decided, places, strict=True):
        if place.status in FOUND:
            row.start, row.end = place.start, place.end
            row.passage = next(one for one in reversed(passages) if one.start <= place.start)
            row.save(force_insert=True)
        elif place.status == AnchorState.SUSPECT:
            lost.append((place.start, place.end))
    return lost


def _look_again(opinion: Opinion, lost: Iterable[tuple[int, int]]) -> None:
    """Bring citations whose words changed after a person had decided them back to the citation desk."""
    for start, end in lost:
        for row in opinion.citations.filter(decision="", start__lt=end, end__gt=start):
            row.flags = [*row.flags, _DECIDED_BEFORE]
            row.save(update_fields=["flags"])
