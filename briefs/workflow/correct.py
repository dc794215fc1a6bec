"""Decide by hand what a citation cites; no later run of the engine changes the decision."""

from typing import Any

from django.db import transaction

from briefs.access import must
from briefs.models import Authority, Citation
from briefs.models.vocabulary import CitationDecision
from briefs.workflow.cite import authority_for
from briefs.workflow.index import index
from briefs.workflow.refusal import Refused


@transaction.atomic
def correct(citation: Citation, authority: Authority | None, *, by: Any) -> None:
    """Say what a citation cites (None: nothing that can be told), and who says so; raises PermissionDenied."""
    authority = (authority.merged_into or authority) if authority else None
    _decide(citation, authority, CitationDecision.CHOSEN, "Chosen", by)


@transaction.atomic
def correct_to(citation: Citation, cite: str, *, by: Any) -> None:
    """Say that a citation cites what a person typed; raises Refused when that names no one authority."""
    must(by, "correct citation")  # before an authority is made
    authority = authority_for(cite)
    if authority is None:
        raise Refused(f"“{cite}” names no one authority; cite it as a court would, such as 883 F.2d 788.")
    correct(citation, authority, by=by)


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
    must(by, "correct citation")
    # Two people may look at the same citation; what the first decided is not undone by the second unseen.
    now = Citation.objects.select_for_update(of=("self",)).filter(pk=citation.pk).first()
    if now is None or now.decision != citation.decision:
        raise Refused("This citation was decided or found anew meanwhile; open it again.")
    citation.authority, citation.decision, citation.corrected_by = authority, decision, by
    citation.why = f"{done} by {by.get_username()}."[:300]
    citation.save(update_fields=["authority", "decision", "corrected_by", "why"])
    if citation.opinion.released_at is not None:
        index(citation.opinion)
