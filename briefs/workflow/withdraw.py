"""Take a published brief down; its address stays, with a notice."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Brief
from briefs.models.vocabulary import BriefState
from briefs.text.identifiers import mask
from briefs.workflow.as_it_is import hold_case, hold_still
from briefs.workflow.index import index
from briefs.workflow.refusal import Refused


@transaction.atomic
def withdraw(brief: Brief, *, by: Any, because: str) -> None:
    """Withdraw every edition of the brief, with the reason readers are shown; raises Refused, PermissionDenied."""
    hold_case(brief)
    hold_still(brief)
    must(by, "withdraw")
    if not because.strip():
        raise Refused("Say why the brief is withdrawn; readers are shown the reason.")
    if not brief.editions.current().exists():
        raise Refused("The brief is not published.")
    brief.editions.filter(withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now(), withdrawn_because=mask(because.strip())
    )
    brief.state = BriefState.WITHDRAWN
    brief.save(update_fields=["state", "changed_at"])
    index(brief.opinion)
