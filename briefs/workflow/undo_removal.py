"""Bring a mark back that was taken away, from its history."""

from typing import Any

from django.db import transaction

from briefs.access import must
from briefs.models import Annotation, Issue, Opinion
from briefs.models.vocabulary import AnchorState
from briefs.text.anchor import Anchor, describe, locate
from briefs.workflow.annotate import hold_text
from briefs.workflow.refusal import Refused

_KEPT = (AnchorState.PLACED, AnchorState.MOVED)


def removal_of(opinion: Opinion, history_id: int) -> Any:
    """Give the history row of a mark of this opinion that was taken away and is away still; None when there is none."""
    removal = Annotation.history.filter(history_id=history_id, history_type="-", opinion_id=opinion.pk).first()
    if removal is None or Annotation.objects.filter(pk=removal.id).exists():
        return None
    return removal


@transaction.atomic
def undo_removal(opinion: Opinion, history_id: int, *, by: Any) -> Annotation:
    """Restore the mark with its number, author, moments and issues; in a text changed meanwhile it is placed anew.

    Raises Refused when nothing was taken away there, PermissionDenied for who may not change the mark.
    """
    removal = removal_of(opinion, history_id)
    if removal is None:
        raise Refused("There is no mark to bring back; it is here already, or was never taken away.")
    mark = removal.instance
    must(by, "change annotation", mark)
    hold_text(opinion)
    if mark.text_version != opinion.text_version:
        _place(mark, opinion)
    made = mark.created_at
    mark.save(force_insert=True)
    Annotation.objects.filter(pk=mark.pk).update(created_at=made)
    mark.issues.set(_issues_of(removal))
    return mark


def _issues_of(removal: Any) -> list[Issue]:
    """Give the issues the mark had: the history row before the removal names them."""
    before = Annotation.history.filter(id=removal.id, history_id__lt=removal.history_id).order_by("-history_id").first()
    named = [row.issue_id for row in before.issues.all()] if before else []
    return list(Issue.objects.filter(pk__in=named))


def _place(mark: Annotation, opinion: Opinion) -> None:
    place = locate(opinion.text, Anchor(mark.quote, mark.prefix, mark.suffix, mark.start))
    mark.anchor_state = place.status
    if place.status in _KEPT:
        found = describe(opinion.text, place.start, place.end)
        mark.start, mark.end, mark.text_version = place.start, place.end, opinion.text_version
        mark.prefix, mark.suffix = found.prefix, found.suffix
