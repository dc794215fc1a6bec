"""Settle a mark that lost its place: accept the proposed one, choose other words, retire it, or bring it back."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Annotation, Opinion
from briefs.models.vocabulary import AnchorState
from briefs.text.anchor import locate
from briefs.text.follow import follow
from briefs.workflow.annotate import only_place
from briefs.workflow.reanchor import anchor_of, settle, stand_at
from briefs.workflow.refusal import Refused

LOST = (AnchorState.SUSPECT, AnchorState.ORPHAN)


@transaction.atomic
def accept(mark: Annotation, *, by: Any, seen: int | None = None) -> Annotation:
    """Let a suspect mark stand on the words that were proposed; `seen` is the number of the text the person saw.

    Raises Refused when there is no proposal or the text or the mark changed meanwhile, PermissionDenied.
    """
    mark = _locked(mark, by, seen)
    if mark.proposed_start is None or mark.proposed_end is None:
        raise Refused("No place is proposed for this mark; choose other words, or retire it.")
    return _stands(mark, mark.proposed_start, mark.proposed_end, by, "Proposed place accepted")


@transaction.atomic
def repin(
    mark: Annotation,
    *,
    by: Any,
    quote: str = "",
    start: int | None = None,
    end: int | None = None,
    seen: int | None = None,
) -> Annotation:
    """Let a lost mark stand on other words: on [start, end), or where `quote` stands in the opinion.

    Raises Refused with sentences when that is no one place, PermissionDenied.
    """
    mark = _locked(mark, by, seen)
    if start is None or end is None:
        without = "Paste the words the mark should stand on, or choose one of the places."
        start, end = only_place(mark.opinion, quote, without=without)
    text = mark.opinion.text
    if not (0 <= start < end <= len(text) and text[start:end].strip()):
        raise Refused("The passage lies outside the opinion's text; choose it again.")
    return _stands(mark, start, end, by, "Put on other words")


@transaction.atomic
def retire(mark: Annotation, *, by: Any, seen: int | None = None) -> Annotation:
    """Take a lost mark out of the way; it is kept, and can be brought back. Raises Refused, PermissionDenied."""
    mark = _locked(mark, by, seen)
    mark.retired_at, mark.retired_by = timezone.now(), by
    return _saved(mark, by, "Retired")


@transaction.atomic
def bring_back(mark: Annotation, *, by: Any) -> Annotation:
    """Let a retired mark stand again, where its words are now, or wait again. Raises Refused, PermissionDenied."""
    mark = _row(mark, by)
    if mark.retired_at is None:
        raise Refused("This mark was brought back already.")
    mark.retired_at = mark.retired_by = None
    opinion = mark.opinion
    if mark.text_version != opinion.text_version:
        before = opinion.text_versions.filter(number=mark.text_version).values_list("text", flat=True).first()
        anchor = anchor_of(mark)
        place = locate(opinion.text, anchor) if before is None else follow(before, opinion.text, [anchor])[0]
        settle(mark, place, opinion)
    return _saved(mark, by, "Brought back")


def _locked(mark: Annotation, by: Any, seen: int | None) -> Annotation:
    """Give the mark as it is now, held until this is done; refuse what somebody settled or changed meanwhile."""
    mark = _row(mark, by)
    if mark.retired_at is not None:
        raise Refused("This mark was retired meanwhile; bring it back first.")
    if mark.anchor_state not in LOST:
        raise Refused("This mark stands on its words; somebody settled it meanwhile.")
    if seen is not None and seen != mark.opinion.text_version:
        raise Refused("The text was replaced meanwhile; this is what is proposed now.")
    return mark


def _row(mark: Annotation, by: Any) -> Annotation:
    # The opinion first, as a change of its text does, so that the two never wait for each other.
    opinion = Opinion.objects.select_for_update(of=("self",)).get(pk=mark.opinion_id)
    row = Annotation.objects.select_for_update(of=("self",)).filter(pk=mark.pk).first()
    if row is None:
        raise Refused("Somebody took this mark away meanwhile.")
    must(by, "change annotation", row)
    row.opinion = opinion
    return row


def _stands(mark: Annotation, start: int, end: int, by: Any, why: str) -> Annotation:
    stand_at(mark, mark.opinion, start, end)
    mark.anchor_state = AnchorState.PLACED
    return _saved(mark, by, why)


def _saved(mark: Annotation, by: Any, why: str) -> Annotation:
    mark._history_user, mark._change_reason = by, why  # type: ignore[attr-defined]
    mark.save()
    return mark
