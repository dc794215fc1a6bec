"""Pin a holding to the passages that support it."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction

from briefs.access import must
from briefs.models import Annotation, Holding, Pin
from briefs.workflow.constraints import sentence
from briefs.workflow.refusal import Refused


@transaction.atomic
def pin(holding: Holding, annotations: Sequence[Annotation], *, by: Any) -> None:
    """Let these annotations, in their order in the text, be the holding's whole support.

    Raises Refused when a passage is of another case, or its voice does not fit the holding's weight (INV-2,
    INV-6), and PermissionDenied.
    """
    must(by, "edit brief", holding.brief)
    case = holding.brief.opinion.case_id
    if any(one.opinion.case_id != case for one in annotations):
        raise Refused(f"Holding {holding.number} can be pinned only to passages of the case that is briefed.")
    wanted = sorted(annotations, key=lambda one: (one.opinion.position, one.start, one.pk))
    kept = {row.annotation_id: row for row in holding.pins.all()}
    try:
        with transaction.atomic():
            for row in kept.values():
                if row.annotation_id not in {one.pk for one in wanted}:
                    row.delete()
            for position, one in enumerate(wanted):
                standing = kept.get(one.pk)
                if standing is None:
                    Pin.objects.create(holding=holding, annotation=one, position=position)
                elif standing.position != position:
                    standing.position = position
                    standing.save()
    except IntegrityError as error:
        raise Refused(sentence(error)) from error
