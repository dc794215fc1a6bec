"""Begin a brief on an opinion."""

from typing import Any

from django.db import transaction

from briefs.access import must
from briefs.models import SECTIONS, Brief, Opinion
from briefs.models.vocabulary import BriefState


@transaction.atomic
def start_brief(opinion: Opinion, *, by: Any, **words: Any) -> Brief:
    """Make an empty draft under the opinion's name; `words` fill its fields. Raises PermissionDenied.

    A draft that the same person began and left untouched is given again: a form may be sent twice.
    """
    must(by, "start brief")
    Opinion.objects.select_for_update(of=("self",), no_key=True).only("pk").get(pk=opinion.pk)
    if not words and (begun := _untouched(opinion, by)):
        return begun
    words.setdefault("title", opinion.case.short_name)
    return Brief.objects.create(opinion=opinion, author=by, owner=by, slug=free_slug(opinion.slug), **words)


def _untouched(opinion: Opinion, by: Any) -> Brief | None:
    same = Brief.objects.filter(
        opinion=opinion, author=by, owner=by, state=BriefState.DRAFT, holdings=None, issues=None
    )
    empty = dict.fromkeys(("summary", "clinic_notes", *(name for name, _ in SECTIONS)), "")
    return same.filter(**empty, title=opinion.case.short_name).first()


def free_slug(base: str) -> str:
    """Give the opinion's slug, or the next free one with a number."""
    taken = set(Brief.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken)
