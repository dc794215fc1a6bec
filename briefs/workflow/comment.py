"""Comment on a draft, and resolve what was commented on; comments stay in the clinic (INV-13)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from briefs.access import may_comment, may_resolve_comment
from briefs.models import SECTIONS, Brief, Comment, Holding
from briefs.workflow.refusal import Refused

# What of a brief, and what of a holding, can be spoken of: form field -> its name for people.
BRIEF_FIELDS = {"title": "Title", "summary": "Summary", **dict(SECTIONS), "issues": "Issues", "law_flags": "Later law"}
HOLDING_FIELDS = {
    "question": "Question",
    "answer": "Answer",
    "rule": "Rule",
    "application": "Application",
    "weight": "Weight",
    "outcome": "Outcome",
    "issues": "Issues",
    "passages": "Passages",
}


@transaction.atomic
def comment(brief: Brief, *, by: Any, text: str, field: str = "", holding: Holding | None = None) -> Comment:
    """Hang a comment on a brief or holding, or on a field of either; raises Refused, PermissionDenied."""
    if not may_comment(by, brief):
        raise PermissionDenied("A student comments only on their own brief.")
    if not text.strip():
        raise Refused("Write the comment.")
    if holding is not None and holding.brief_id != brief.pk:
        raise Refused("This holding is not of this brief.")
    if field and field not in (BRIEF_FIELDS if holding is None else HOLDING_FIELDS):
        raise Refused("There is no such field to comment on.")
    return Comment.objects.create(brief=brief, holding=holding, field=field, text=text.strip(), author=by)


@transaction.atomic
def resolve(remark: Comment, *, by: Any) -> None:
    """Close a comment that was acted on; doing it twice changes nothing. Raises PermissionDenied."""
    if not may_resolve_comment(by, remark.brief):
        raise PermissionDenied("Only whoever writes the brief, staff and attorneys resolve its comments.")
    if remark.resolved_at is None:
        remark.resolved_at, remark.resolved_by = timezone.now(), by
        remark.save(update_fields=["resolved_at", "resolved_by"])


@transaction.atomic
def reopen(remark: Comment, *, by: Any) -> None:
    """Open a resolved comment again; raises PermissionDenied."""
    if not may_resolve_comment(by, remark.brief):
        raise PermissionDenied("Only whoever writes the brief, staff and attorneys reopen its comments.")
    remark.resolved_at = remark.resolved_by = None
    remark.save(update_fields=["resolved_at", "resolved_by"])


def place_of(remark: Comment) -> str:
    """Name what a comment hangs on: “Facts”, “Holding 3, Answer”, or “The whole brief”."""
    if remark.holding is not None:
        name = HOLDING_FIELDS.get(remark.field, "")
        whose = "Proposition" if remark.brief.opinion.is_separate else "Holding"
        return f"{whose} {remark.holding.number}{', ' + name if name else ''}"
    return BRIEF_FIELDS.get(remark.field, "The whole brief")
