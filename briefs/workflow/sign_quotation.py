"""Answer for a quotation that nobody can check here: a supervising attorney signs it with a reason."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Brief, SignedQuotation
from briefs.workflow.grounds import prose_of
from briefs.workflow.prose import quotes_in
from briefs.workflow.refusal import Refused


@transaction.atomic
def sign_quotation(brief: Brief, quote: str, *, by: Any, because: str) -> SignedQuotation:
    """Let exactly these quoted words stand in this brief; signing again renews the reason and the signature.

    The signature holds for these words alone: it is worth nothing once one of them is changed. Raises Refused
    for words the brief does not quote and without a reason, PermissionDenied for anyone but a supervising attorney
    who did not write the brief.
    """
    must(by, "sign quotation", brief)
    if not any(quote in quotes_in(piece.markdown) for piece in prose_of(brief)):
        raise Refused("The brief does not quote these words, or no longer does; look at its quotations again.")
    if not because.strip():
        raise Refused("Say why the quotation may stand: where it is from, and how it was checked.")
    signed, _ = SignedQuotation.objects.update_or_create(
        brief=brief, quote=quote, defaults={"reason": because.strip(), "signed_by": by, "signed_at": timezone.now()}
    )
    return signed


@transaction.atomic
def take_back_signature(signed: SignedQuotation, *, by: Any) -> None:
    """Take a signature away, so that the quotation is refused again; raises PermissionDenied."""
    must(by, "sign quotation", signed.brief)
    signed.delete()
