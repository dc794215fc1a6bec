"""Give a brief to another writer, as at the end of a semester."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import STUDENT, may_hand_over, reaches
from briefs.models import Brief
from briefs.workflow.refusal import Refused


@transaction.atomic
def hand_over(brief: Brief, *, by: Any, to: Any | None) -> None:
    """Let `to` write the brief from now on, or nobody; its author stays named. Raises Refused, PermissionDenied."""
    if not may_hand_over(by):
        raise PermissionDenied("Only staff and attorneys hand briefs over.")
    if to is not None and not reaches(to, STUDENT):
        raise Refused("Choose a member of the clinic who can sign in.")
    brief.owner = to
    brief.save(update_fields=["owner"])
