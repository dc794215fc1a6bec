"""Approve a brief: a supervising attorney answers for it as it stands at this moment."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Brief
from briefs.models.vocabulary import BriefState
from briefs.workflow.as_it_is import hold_still
from briefs.workflow.readiness import missing
from briefs.workflow.refusal import Refused
from briefs.workflow.revised import revised_since


@transaction.atomic
def approve(brief: Brief, *, by: Any) -> None:
    """Approve a brief in review that lacks nothing; raises Refused with every reason, PermissionDenied (INV-1)."""
    hold_still(brief)
    must(by, "approve", brief)
    reasons: list[str] = [*missing(Brief.objects.for_freezing().get(pk=brief.pk))]
    if brief.state not in (BriefState.IN_REVIEW, BriefState.APPROVED):
        reasons.insert(0, "The brief has not been submitted for review.")
    if reasons:
        raise Refused(*reasons)
    brief.state, brief.approved_by, brief.approved_at = BriefState.APPROVED, by, timezone.now()
    brief.returned_because = ""
    brief.save(update_fields=["state", "approved_by", "approved_at", "returned_because"])


def approval_stands(brief: Brief) -> bool:
    """Say whether the brief is approved and not one word of it was changed since."""
    return (
        brief.state == BriefState.APPROVED
        and brief.approved_at is not None
        and not revised_since(brief, brief.approved_at)
    )
