"""Open an opinion's text to the public, and close it again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from briefs.access import may_release
from briefs.models import Opinion
from briefs.workflow.refusal import Refused


@transaction.atomic
def release(opinion: Opinion, *, by: Any) -> None:
    """Let anyone read the opinion, identifiers masked; raises PermissionDenied."""
    if not may_release(by):
        raise PermissionDenied("Only staff and attorneys release opinions.")
    if opinion.released_at is None:
        opinion.released_at, opinion.released_by = timezone.now(), by
        opinion.save(update_fields=["released_at", "released_by"])


@transaction.atomic
def unrelease(opinion: Opinion, *, by: Any) -> None:
    """Take the opinion off the public pages; refused while a live brief stands on it."""
    if not may_release(by):
        raise PermissionDenied("Only staff and attorneys take opinions back.")
    if opinion.editions.filter(is_current=True, withdrawn_at__isnull=True).exists():
        raise Refused("A published brief stands on this opinion; withdraw the brief first.")
    opinion.released_at = opinion.released_by = None
    opinion.save(update_fields=["released_at", "released_by"])
