"""Answer for a finding: an identifier or none, right as it stands, or open again."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Finding, Opinion
from briefs.text.identifiers import mask
from briefs.workflow.as_it_is import hold_opinion
from briefs.workflow.diagnose import cover
from briefs.workflow.refusal import Refused

_FOR_IDENTIFIERS = (Finding.Decision.REAL, Finding.Decision.NO_IDENTIFIER)


@transaction.atomic
def sign_finding(finding: Finding, decision: str, *, by: Any, because: str = "") -> None:
    """Decide a finding: REAL or NO_IDENTIFIER for an identifier, DISMISSED for any other, "" to open it again.

    What is dismissed needs a reason. Raises PermissionDenied, Refused.
    """
    must(by, "sign findings")
    opinion = finding.opinion
    hold_opinion(opinion)
    present = Finding.objects.filter(pk=finding.pk).only("change").first()
    if present is None:
        raise Refused("The text was looked at anew meanwhile; open it again and decide there.")
    if present.change_id:
        raise Refused("A fix was applied here; take the fix back first.")
    allowed = _FOR_IDENTIFIERS if finding.is_identifier else (Finding.Decision.DISMISSED,)
    if decision and decision not in allowed:
        raise Refused(
            "An identifier is signed as one, or as none."
            if finding.is_identifier
            else "Only an identifier is signed as one."
        )
    if decision == Finding.Decision.DISMISSED and not because.strip():
        raise Refused("Say why it is right as it stands.")
    if not decision and finding.is_identifier and opinion.released_at:
        raise Refused("The opinion is public; every identifier in it stays signed.")
    finding.decision = decision
    finding.decided_by, finding.decided_at = (by, timezone.now()) if decision else (None, None)
    finding.because = mask(" ".join(because.split()))[:200] if decision else ""
    finding.save(update_fields=["decision", "decided_by", "decided_at", "because"])
    cover(opinion)


@transaction.atomic
def sign_all(opinion: Opinion, kind: str, *, by: Any) -> int:
    """Sign every unsigned identifier of one kind as real; gives how many there were."""
    must(by, "sign findings")
    rows = list(opinion.findings.unsigned().filter(kind=kind))
    for finding in rows:
        sign_finding(finding, Finding.Decision.REAL, by=by)
    return len(rows)
