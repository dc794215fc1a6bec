"""Throw away a received file that has not become an opinion."""

from typing import Any

from django.db import transaction

from briefs.access import must
from briefs.models import Source
from briefs.workflow.refusal import Refused


@transaction.atomic
def discard(source: Source, *, by: Any) -> None:
    """Delete a file that waits at the import desk; raises Refused for one that an opinion was made of."""
    must(by, "discard", source)
    if not Source.objects.waiting().filter(pk=source.pk).exists():
        raise Refused("An opinion was made of this file; it is kept as it came.")
    source.delete()
