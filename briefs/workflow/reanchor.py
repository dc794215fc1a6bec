"""Give an opinion a new text, and find every mark again in it."""

from django.db import transaction

from briefs.models import Citation, Opinion, Passage
from briefs.text.anchor import Anchor, describe, locate
from briefs.text.marks import as_rows
from briefs.text.pieces import Clean
from briefs.workflow.cite import cite
from briefs.workflow.ingest import passages_of


@transaction.atomic
def reanchor(opinion: Opinion, clean: Clean) -> dict[str, int]:
    """Replace the clean text and re-place each annotation; gives how many are placed, moved, suspect and orphan.

    Suspect and orphan marks keep their quote, context and old position and wait for a person; none is dropped.
    """
    corrected = [(row, describe(opinion.text, row.start, row.end)) for row in _corrected(opinion)]
    opinion.text, opinion.marks = clean.text, as_rows(clean.marks)
    opinion.pieces = [[p.raw_start, p.raw_end, p.clean_start, p.clean_end, p.name] for p in clean.pieces]
    opinion.text_version += 1
    opinion.__dict__.pop("text_marks", None)
    opinion.save()
    tally = dict.fromkeys(("placed", "moved", "suspect", "orphan"), 0)
    for mark in opinion.annotations.all():
        place = locate(clean.text, Anchor(mark.quote, mark.prefix, mark.suffix, mark.start))
        tally[place.status] += 1
        mark.anchor_state = place.status
        if place.status in ("placed", "moved"):
            found = describe(clean.text, place.start, place.end)
            mark.start, mark.end, mark.text_version = place.start, place.end, opinion.text_version
            mark.prefix, mark.suffix = found.prefix, found.suffix
        mark.save()
    opinion.passages.all().delete()
    passages = Passage.objects.bulk_create(passages_of(opinion, clean))
    _keep_corrections(corrected, passages, clean.text)
    cite(opinion)
    return tally


def _corrected(opinion: Opinion) -> list[Citation]:
    return list(opinion.citations.exclude(decision=""))


def _keep_corrections(corrected: list[tuple[Citation, Anchor]], passages: list[Passage], text: str) -> None:
    """Put the citations whose authority a person chose back where their words now stand."""
    for row, anchor in corrected:
        place = locate(text, anchor)
        if place.status in ("placed", "moved"):
            row.pk, row.start, row.end = None, place.start, place.end
            row.passage = next(one for one in reversed(passages) if one.start <= place.start)
            row.save(force_insert=True)
