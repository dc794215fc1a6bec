"""Decide by hand what a citation cites; no later run of the engine changes the decision."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import may_correct_citation
from briefs.models import Authority, Citation
from briefs.models.vocabulary import CitationDecision
from briefs.workflow.refusal import Refused


@transaction.atomic
def correct(citation: Citation, authority: Authority | None, *, by: Any) -> None:
    """Say what a citation cites (None: nothing that can be told), and who says so; raises PermissionDenied."""
    authority = (authority.merged_into or authority) if authority else None
    _decide(citation, authority, CitationDecision.CHOSEN, "Chosen", by)


@transaction.atomic
def accept(citation: Citation, *, by: Any) -> None:
    """Say that a citation was found rightly, flags and all; raises Refused for one that cites nothing."""
    if citation.authority is None:
        raise Refused("This citation is unresolved; choose what it cites, or dismiss it.")
    _decide(citation, citation.authority, CitationDecision.ACCEPTED, "Accepted", by)


@transaction.atomic
def dismiss(citation: Citation, *, by: Any) -> None:
    """Say that these words cite nothing; they are shown without a link."""
    _decide(citation, None, CitationDecision.DISMISSED, "Dismissed", by)


def _decide(citation: Citation, authority: Authority | None, decision: str, done: str, by: Any) -> None:
    if not may_correct_citation(by):
        raise PermissionDenied("Only staff and attorneys correct citations.")
    citation.authority, citation.decision, citation.corrected_by = authority, decision, by
    citation.why = f"{done} by {by.get_username()}."[:300]
    citation.save(update_fields=["authority", "decision", "corrected_by", "why"])
