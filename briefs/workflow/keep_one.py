"""Of two people's marks of the same passage keep one, with what both said."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import STAFF, reaches
from briefs.models import Annotation, Pin
from briefs.workflow.annotate import hold_text
from briefs.workflow.refusal import Refused


@transaction.atomic
def keep_one(kept: Annotation, other: Annotation, *, by: Any) -> Annotation:
    """Keep `kept`; it takes over the other's note, issues and pins, and the other is taken away.

    The other's authorship stays in the history. Raises Refused when the two do not overlap, PermissionDenied for
    who is not staff.
    """
    if not reaches(by, STAFF):
        raise PermissionDenied("Staff decide between two people's marks.")
    hold_text(kept.opinion)
    if kept.pk == other.pk or kept.opinion_id != other.opinion_id:
        raise Refused("Choose two different marks of the same opinion.")
    if kept.start >= other.end or other.start >= kept.end:
        raise Refused("These two marks have no words in common; keep or delete each by itself.")
    if other.note.strip() and other.note.strip() not in kept.note:
        kept.note = "\n".join(filter(None, [kept.note.strip(), f"{other.author}: {other.note.strip()}"]))
    kept.save(update_fields=["note", "changed_at"])
    kept.issues.add(*other.issues.all())
    already = set(kept.pins.values_list("holding_id", flat=True))
    for pin in other.pins.all():
        if pin.holding_id in already:
            pin.delete()
        else:
            pin.annotation = kept
            pin.save()
    Pin.objects.filter(annotation=other).delete()
    other.delete()
    return kept
