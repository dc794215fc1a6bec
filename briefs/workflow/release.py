"""Open an opinion's text to the public, and close it again."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Opinion
from briefs.workflow.as_it_is import hold_opinion
from briefs.workflow.diagnose import diagnose
from briefs.workflow.index import index
from briefs.workflow.refusal import Refused


@transaction.atomic
def release(opinion: Opinion, *, by: Any) -> None:
    """Let anyone read the opinion, identifiers masked; raises PermissionDenied.

    Refused, naming them, while there are identifiers that nobody has signed.
    """
    if opened(opinion, by=by):
        index(opinion)


def opened(opinion: Opinion, *, by: Any) -> bool:
    """Release an opinion that whoever asks puts into the search; False if it was released already."""
    must(by, "release")
    hold_opinion(opinion)
    if opinion.released_at is not None:
        return False
    _all_signed(opinion)
    opinion.released_at, opinion.released_by = timezone.now(), by
    opinion.save(update_fields=["released_at", "released_by"])
    return True


@transaction.atomic
def unrelease(opinion: Opinion, *, by: Any) -> None:
    """Take the opinion off the public pages; refused while a live brief stands on it."""
    must(by, "release")
    hold_opinion(opinion)
    if opinion.editions.current().exists():
        raise Refused("A published brief stands on this opinion; withdraw the brief first.")
    opinion.released_at = opinion.released_by = None
    opinion.save(update_fields=["released_at", "released_by"])
    index(opinion)


def _all_signed(opinion: Opinion) -> None:
    """Raise Refused for each identifier that a person still has to sign (INV-12)."""
    unsigned = [one for one in diagnose(opinion) if one.is_identifier and not one.decision]
    if unsigned:
        places = opinion.passages.order_by("-start")
        raise Refused(
            *dict.fromkeys(
                f"{one.named} in {places.filter(start__lte=one.start)[0].place} is not signed:"
                " say at the source doctor whether it is one."
                for one in unsigned
            )
        )
