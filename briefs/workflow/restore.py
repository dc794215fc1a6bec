"""Bring back what a brief or one of its holdings said before; bringing it back is history itself."""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from briefs.access import must
from briefs.models import SECTIONS, Annotation, Brief, Holding, Issue, Pin
from briefs.workflow.as_it_is import hold_still
from briefs.workflow.constraints import checked_at_the_end, sentence
from briefs.workflow.refusal import Refused

# What can be brought back, of a brief and of a holding. Where a brief stands and whose it is goes by its own verbs.
BRIEF_FIELDS = (
    *("title", "summary", *(name for name, _ in SECTIONS), "clinic_notes", "issues", "country", "protected_grounds"),
    *("content_note", "law_checked_on", "law_checked_by"),
)
HOLDING_FIELDS = ("question", "answer", "rule", "application", "weight", "outcome", "issues")
_WITH_IT = timedelta(seconds=2)  # pins taken away this shortly before their holding went with it


def restorable(noun: str, field: str) -> bool:
    """Say whether this field of a brief or holding can be brought back."""
    return field in {"brief": BRIEF_FIELDS, "holding": HOLDING_FIELDS}.get(noun, ())


@transaction.atomic
def restore(brief: Brief, *, by: Any, noun: str, version: int, field: str) -> None:
    """Let a field of the brief, or of one of its holdings, say again what it said in that version.

    `noun` is “brief” or “holding”, `version` the key of the record in its history. Raises Refused for a version
    that is not of this brief or does not fit what stands beside it now, and PermissionDenied.
    """
    _check(brief, by)
    if not restorable(noun, field):
        raise Refused("This cannot be brought back here; change it through its own form.")
    if noun == "brief":
        row: Any = brief
        record = Brief.history.filter(history_id=version, id=brief.pk).first()
        row.refresh_from_db()
    else:
        record = Holding.history.filter(history_id=version, brief_id=brief.pk).first()
        row = Holding.objects.filter(brief=brief, pk__in=[record.id] if record else []).first()
    if record is None:
        raise Refused("There is no such version of this brief.")
    if row is None:
        raise Refused("The holding was taken away; bring the whole holding back first.")
    try:
        with checked_at_the_end():
            _set(row, field, record)
    except IntegrityError as error:
        raise Refused(sentence(error)) from error


@transaction.atomic
def bring_back(brief: Brief, *, by: Any, version: int) -> Holding:
    """Write a holding again that was taken away, with its tags and the pins that went with it.

    It takes its old number if that is free, else the next. Raises Refused, PermissionDenied.
    """
    _check(brief, by)
    record = Holding.history.filter(history_id=version, brief_id=brief.pk, history_type="-").first()
    if record is None:
        raise Refused("There is no such holding in the history of this brief.")
    if Holding.objects.filter(pk=record.id).exists():
        raise Refused("The holding is back already.")
    numbers = brief.holdings.aggregate(last=Max("number"))["last"] or 0
    taken = brief.holdings.filter(number=record.number).exists()
    holding = Holding(pk=record.id, brief=brief, number=numbers + 1 if taken else record.number)
    for name in HOLDING_FIELDS:
        if name != "issues":
            setattr(holding, name, getattr(record, name))
    try:
        with checked_at_the_end():
            holding.save(force_insert=True)
            before = record.prev_record
            if before is not None:
                _set(holding, "issues", before)
            _pin_again(holding, record)
    except IntegrityError as error:
        raise Refused(sentence(error)) from error
    return holding


def _check(brief: Brief, by: Any) -> None:
    hold_still(brief)
    must(by, "edit brief", brief)


def _set(row: Any, field: str, record: Any) -> None:
    if field == "issues":
        tags = Issue.objects.filter(pk__in=[one.issue_id for one in record.issues.all()]).select_related("merged_into")
        row.issues.set({tag.merged_into or tag for tag in tags})
        return
    setattr(row, field, getattr(record, field))
    row.save()


def _pin_again(holding: Holding, record: Any) -> None:
    moment = record.history_date
    gone = Pin.history.filter(
        holding_id=holding.pk, history_type="-", history_date__range=(moment - _WITH_IT, moment + _WITH_IT)
    )
    for pin in gone.order_by("position", "history_id"):
        if Annotation.objects.filter(pk=pin.annotation_id).exists():
            Pin.objects.get_or_create(
                holding=holding, annotation_id=pin.annotation_id, defaults={"position": pin.position}
            )
