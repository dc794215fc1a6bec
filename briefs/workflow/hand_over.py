"""Give a brief to another writer, as at the end of a semester."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet

from briefs.access import ATTORNEY, STAFF, STUDENT, must, reaches
from briefs.models import Brief
from briefs.workflow.as_it_is import hold_still
from briefs.workflow.refusal import Refused


def members() -> QuerySet[Any]:
    """Give those who can sign in and write: the active members of the clinic, by name."""
    people = get_user_model().objects.filter(is_active=True, groups__name__in=(STUDENT, STAFF, ATTORNEY))
    return people.distinct().order_by("username")


@transaction.atomic
def hand_over(brief: Brief, *, by: Any, to: Any | None) -> None:
    """Let `to` write the brief from now on, or nobody; its author stays named. Raises Refused, PermissionDenied.

    A brief that is with the attorneys goes on waiting there; whom it was handed to does not approve it.
    """
    must(by, "hand over")
    if to is not None and not reaches(to, STUDENT):
        raise Refused("Choose a member of the clinic who can sign in.")
    hold_still(brief)
    if brief.owner_id == (to.pk if to else None):
        return
    brief.owner = to
    brief.save(update_fields=["owner"])


@transaction.atomic
def hand_over_all(keys: Sequence[str], *, by: Any, to: str) -> int:
    """Hand the briefs with these keys to the member with that key (empty: to nobody), all or none.

    Gives how many changed hands; raises Refused for keys that name nobody and nothing, and what `hand_over` raises.
    """
    must(by, "hand over")  # before anything is said of who and what there is
    member = members().filter(pk=to).first() if _is_key(to) else None
    if to and member is None:
        raise Refused("Choose a member of the clinic who can sign in.")
    briefs = list(Brief.objects.filter(pk__in=[key for key in keys if _is_key(key)]).order_by("pk"))
    if not keys:
        raise Refused("Tick the briefs to hand over.")
    if len(briefs) != len(set(keys)):
        raise Refused("One of the briefs is not there; open the page again.")
    for brief in briefs:
        hand_over(brief, by=by, to=member)
    return len(briefs)


def _is_key(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 19
