"""Begin a brief on an opinion."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import may_start_brief
from briefs.models import Brief, Opinion


@transaction.atomic
def start_brief(opinion: Opinion, *, by: Any, **words: Any) -> Brief:
    """Make an empty draft under the opinion's name; `words` fill its fields. Raises PermissionDenied."""
    if not may_start_brief(by):
        raise PermissionDenied("Only members of the clinic write briefs.")
    words.setdefault("title", opinion.case.short_name)
    return Brief.objects.create(opinion=opinion, author=by, owner=by, slug=free_slug(opinion.slug), **words)


def free_slug(base: str) -> str:
    """Give the opinion's slug, or the next free one with a number."""
    taken = set(Brief.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken)
