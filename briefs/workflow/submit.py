"""Send a brief to review, take it back, and send it back."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Brief
from briefs.models.vocabulary import BriefState
from briefs.workflow.approve import approval_stands
from briefs.workflow.as_it_is import hold_still
from briefs.workflow.refusal import Refused

_WITH_ATTORNEY = (BriefState.IN_REVIEW, BriefState.APPROVED)


@transaction.atomic
def submit(brief: Brief, *, by: Any) -> None:
    """Put the brief in the supervising attorneys' queue; raises Refused, PermissionDenied.

    An approved brief that was changed since may be submitted again; one whose approval stands waits for nothing
    but its publication.
    """
    hold_still(brief)
    must(by, "submit", brief)
    if brief.state == BriefState.IN_REVIEW:
        raise Refused("The brief is in review already.")
    if approval_stands(brief):
        raise Refused("The brief is approved; it waits to be published.")
    if why := unready(brief):
        raise Refused(why)
    brief.state, brief.submitted_at = BriefState.IN_REVIEW, timezone.now()
    brief.approved_at = brief.approved_by = None
    brief.save(update_fields=["state", "submitted_at", "approved_at", "approved_by", "changed_at"])


def unready(brief: Brief) -> str:
    """Say what has to be written before a brief can be submitted at all, or nothing."""
    if brief.holdings.exists():
        return ""
    name = "proposition" if brief.opinion.is_separate else "holding"
    return f"Write at least one {name} before submitting the brief."


@transaction.atomic
def take_back(brief: Brief, *, by: Any) -> None:
    """Let the writer go on with a brief nobody has decided on yet; raises Refused, PermissionDenied."""
    hold_still(brief)
    must(by, "take back", brief)
    if brief.state != BriefState.IN_REVIEW:
        raise Refused("Only a brief in review can be taken back.")
    brief.state = BriefState.DRAFT
    brief.save(update_fields=["state", "changed_at"])


@transaction.atomic
def send_back(brief: Brief, *, by: Any, because: str) -> None:
    """Return a submitted brief to its author with what is to be mended; raises Refused, PermissionDenied."""
    hold_still(brief)
    must(by, "return")
    if brief.state not in _WITH_ATTORNEY:
        raise Refused("Only a brief in review, or an approved one, can be returned.")
    if not because.strip():
        raise Refused("Say what is to be mended.")
    brief.state, brief.returned_because = BriefState.RETURNED, because.strip()
    brief.approved_at = brief.approved_by = None
    brief.save(update_fields=["state", "returned_because", "approved_at", "approved_by", "changed_at"])
