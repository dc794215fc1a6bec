"""Comment on a draft, and resolve what was commented on; comments stay in the clinic (INV-13)."""

import re
from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import SECTIONS, Brief, Comment, Holding
from briefs.workflow.refusal import Refused

# What of a brief, and what of a holding, can be spoken of: form field -> its name for people.
BRIEF_FIELDS = {
    "title": "Title",
    "opinion": "Opinion",
    "author": "Author",
    "summary": "Summary",
    **dict(SECTIONS),
    "issues": "Issues",
    "country": "Country",
    "protected_grounds": "Protected grounds",
    "content_note": "Note before accounts of violence",
    "law_checked_on": "Law checked on",
    "law_checked_by": "Law checked by",
    "law_flags": "Later law",
    "clinic_notes": "Clinic notes",
}
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
LONGEST = 5_000  # characters of one comment
WHOLE = "brief"  # the place of what is said of the whole brief
_PLACE = re.compile(r"holding-(?P<holding>\d{1,18})(?:-(?P<field>[a-z_]+))?")


@transaction.atomic
def comment(brief: Brief, *, by: Any, text: str, field: str = "", holding: Holding | None = None) -> Comment:
    """Hang a comment on a brief or holding, or on a field of either; raises Refused, PermissionDenied.

    The same words that stand there open already are not said twice: a form may be sent again.
    """
    must(by, "comment", brief)
    if not text.strip():
        raise Refused("Write the comment.")
    if len(text) > LONGEST:
        raise Refused(f"A comment has at most {LONGEST:,} characters; this one has {len(text):,}.")
    if "\x00" in text:
        raise Refused("The comment has a character that cannot be kept (NUL).")
    if holding is not None and holding.brief_id != brief.pk:
        raise Refused("This holding is not of this brief.")
    if field and field not in (BRIEF_FIELDS if holding is None else HOLDING_FIELDS):
        raise Refused("There is no such field to comment on.")
    words = {"brief": brief, "holding": holding, "field": field, "text": text.strip(), "author": by}
    Brief.objects.select_for_update(of=("self",), no_key=True).only("pk").get(pk=brief.pk)
    said = Comment.objects.open().filter(**words).first()
    return said or Comment.objects.create(**words)


def comment_at(brief: Brief, place: str, *, by: Any, text: str) -> Comment:
    """Comment at a place of the form: a field's name, “holding-12”, “holding-12-answer”, or “brief” for the whole.

    Raises Refused for a place that is not there (any more), and what `comment` raises.
    """
    named = _PLACE.fullmatch(place)
    if named is None:
        return comment(brief, by=by, text=text, field="" if place == WHOLE else place)
    must(by, "comment", brief)  # before anything is said of what is there
    holding = Holding.objects.filter(brief=brief, pk=named["holding"]).first()
    if holding is None:
        raise Refused("The holding you commented on is not here any more; comment on the whole brief.")
    return comment(brief, by=by, text=text, field=named["field"] or "", holding=holding)


def is_place(place: str) -> bool:
    """Say whether a place of the form can be spoken of; hidden fields and holdings not yet saved cannot."""
    named = _PLACE.fullmatch(place)
    if named is None:
        return place == WHOLE or place in BRIEF_FIELDS
    return named["field"] is None or named["field"] in HOLDING_FIELDS


@transaction.atomic
def resolve(remark: Comment, *, by: Any) -> None:
    """Close a comment that was acted on; doing it twice changes nothing. Raises PermissionDenied."""
    must(by, "resolve comment", remark.brief)
    moment = timezone.now()
    if Comment.objects.open().filter(pk=remark.pk).update(resolved_at=moment, resolved_by=by):
        remark.resolved_at, remark.resolved_by = moment, by


@transaction.atomic
def reopen(remark: Comment, *, by: Any) -> None:
    """Open a resolved comment again; raises PermissionDenied."""
    must(by, "resolve comment", remark.brief)
    remark.resolved_at = remark.resolved_by = None
    remark.save(update_fields=["resolved_at", "resolved_by"])


def comments_on(brief: Brief) -> list[Comment]:
    """Give the comments on a brief in the order they were made, with their writers' groups and their holdings."""
    rows = brief.comments.select_related("author", "resolved_by", "holding")
    return list(rows.prefetch_related("author__groups").order_by("created_at", "pk"))


def anchor_of(remark: Comment) -> str:
    """Give the place of the form a comment hangs on, as `comment_at` takes it."""
    if remark.holding_id is not None:
        return f"holding-{remark.holding_id}" + (f"-{remark.field}" if remark.field else "")
    return remark.field if remark.field in BRIEF_FIELDS else WHOLE


def place_of(remark: Comment) -> str:
    """Name what a comment hangs on: “Facts”, “Holding 3, Answer”, or “The whole brief”."""
    if remark.holding is not None:
        name = HOLDING_FIELDS.get(remark.field, "")
        whose = "Proposition" if remark.brief.opinion.is_separate else "Holding"
        return f"{whose} {remark.holding.number}{', ' + name if name else ''}"
    return BRIEF_FIELDS.get(remark.field, "The whole brief")
