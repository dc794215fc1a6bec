"""Choose the authority of a citation by hand; no later run of the engine changes the choice."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import may_correct_citation
from briefs.models import Authority, Citation


@transaction.atomic
def correct(citation: Citation, authority: Authority | None, *, by: Any) -> None:
    """Say what a citation cites (None: nothing that can be told), and who says so; raises PermissionDenied."""
    if not may_correct_citation(by):
        raise PermissionDenied("Only staff and attorneys correct citations.")
    citation.authority = (authority.merged_into or authority) if authority else None
    citation.corrected_by = by
    citation.why = f"Chosen by {by.get_username()}."[:300]
    citation.save(update_fields=["authority", "corrected_by", "why"])
