"""Keep what a person types while they type it, so that nothing is lost before it is saved."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import may
from briefs.models import Brief, UnsavedWords
from briefs.workflow.refusal import Refused

# What a form carries for the way it is sent, which is nobody's words.
_NOT_WORDS = ("csrfmiddlewaretoken", "kept")


@transaction.atomic
def keep_unsaved(brief: Brief, sent: Mapping[str, Sequence[str]], *, by: Any, following: str = "") -> str:
    """Keep a form, as a browser sends it, in place of what the same form kept before; gives its mark.

    `following` is the mark the form was given last ("" for none). Raises Refused when other words of the same
    person wait, kept from another window, which must not be lost, and PermissionDenied.
    """
    now = Brief.objects.only("state", "owner", "author").get(pk=brief.pk)
    if not may(by, "edit brief", now):
        raise PermissionDenied("The brief is not with you any more; what you type is not kept.")
    return _keep(brief, sent, by, following)


@transaction.atomic
def keep_refused(brief: Brief, sent: Mapping[str, Sequence[str]], *, by: Any, following: str = "") -> str:
    """Keep a form that came too late to be saved, for whoever writes the brief; raises Refused, PermissionDenied."""
    if not may(by, "submit", brief):
        raise PermissionDenied("Only whoever writes the brief, or staff, change it.")
    return _keep(brief, sent, by, following)


def _keep(brief: Brief, sent: Mapping[str, Sequence[str]], by: Any, following: str) -> str:
    # PostgreSQL keeps no NUL in its texts.
    fields = {
        name: [value.replace("\x00", "") for value in values]
        for name, values in sent.items()
        if name not in _NOT_WORDS and not name.startswith("_")
    }
    rows = UnsavedWords.objects.select_for_update()
    kept, is_new = rows.get_or_create(brief=brief, author=by, defaults={"fields": fields})
    if not is_new:
        if mark_of(kept) != following:
            raise Refused("Words that you typed in another window wait to be saved; open the brief again to see them.")
        kept.fields = fields
        kept.save()
    return mark_of(kept)


def mark_of(kept: UnsavedWords) -> str:
    """Give the mark by which a form says that these words are its own."""
    return kept.kept_at.isoformat()


def unsaved_of(brief: Brief, user: Any) -> UnsavedWords | None:
    """Give what a person typed and did not save; nobody else's is ever given."""
    return UnsavedWords.objects.filter(brief=brief, author=user).first()


def throw_away(brief: Brief, *, by: Any) -> None:
    """Throw one's own unsaved words away."""
    UnsavedWords.objects.filter(brief=brief, author=by).delete()


@transaction.atomic
def clear_saved(brief: Brief, *, by: Any, following: str) -> None:
    """Forget what was kept for the form that has just been saved; words of another window stay."""
    kept = UnsavedWords.objects.select_for_update().filter(brief=brief, author=by).first()
    if kept is not None and mark_of(kept) == following:
        kept.delete()
