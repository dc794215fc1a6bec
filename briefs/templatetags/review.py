"""What the desk shows of a brief's review: who said what, and where."""

from typing import Any

from django import template

from briefs.access import ANYONE, role_of
from briefs.models import Brief, Comment, Holding, Opinion
from briefs.reading.changes import Change
from briefs.text.identifiers import mask
from briefs.workflow.comment import anchor_of, comments_on, is_place, place_of
from briefs.workflow.restore import restorable
from briefs.workflow.standing import state_words

register = template.Library()


def _all_on(brief: Any) -> list[Comment]:
    """Fetch the comments of a brief once for a page, however many places it has."""
    if not hasattr(brief, "comments_said"):
        brief.comments_said = comments_on(brief)
        for remark in brief.comments_said:
            remark.brief = brief
    return brief.comments_said


@register.simple_tag
def comments_at(brief: Brief, place: str) -> dict[str, Any]:
    """Give the thread at one place of the form, the open ones' number, and whether the place can be spoken of."""
    here = [remark for remark in _all_on(brief) if anchor_of(remark) == place]
    is_open = [remark for remark in here if remark.resolved_at is None]
    done = [remark for remark in here if remark.resolved_at is not None]
    return {"open": is_open, "done": done, "count": len(is_open), "named": is_place(place)}


@register.simple_tag
def open_comments(brief: Brief) -> list[Comment]:
    """Give every open comment on a brief, oldest first."""
    return [remark for remark in _all_on(brief) if remark.resolved_at is None]


@register.simple_tag
def open_within(brief: Brief, holding: Holding) -> int:
    """Count the open comments on a holding and its fields."""
    return sum(remark.holding_id == holding.pk for remark in _all_on(brief) if remark.resolved_at is None)


@register.filter
def anchor(remark: Comment) -> str:
    """Give the place of a comment on the form."""
    return anchor_of(remark)


@register.filter
def place_name(remark: Comment) -> str:
    """Name the place of a comment."""
    return place_of(remark)


@register.filter
def briefs_on(opinion: Opinion) -> list[tuple[Brief, str]]:
    """Give the briefs on an opinion, each with where it stands."""
    briefs = opinion.briefs.select_related("author").order_by("pk")
    return [(brief, state_words(brief)) for brief in briefs]


@register.filter
def role(user: Any) -> str:
    """Give a member's role; of somebody who left, that they did. Groups fetched beforehand are used."""
    if "groups" in getattr(user, "_prefetched_objects_cache", {}):
        user.clinic_groups = {group.name for group in user.groups.all()}
    found = role_of(user)
    return "no longer in the clinic" if found == ANYONE else found


@register.filter
def covered(text: str) -> str:
    """Cover registration numbers in words that are shown (INV-12)."""
    return mask(text)


@register.filter
def can_be_restored(change: Change) -> bool:
    """Say whether a change of a brief or holding gets buttons to bring its words back."""
    return restorable(change.noun, change.field)


@register.filter
def number_or_why(value: float | None, why: str = "cannot be computed: only one label was used") -> str:
    """Give a coefficient to two places, or why there is none."""
    return why if value is None else f"{value:.2f}"


@register.filter
def as_percent(share: float) -> str:
    """Give a share of 1 as percent."""
    return f"{100 * share:.0f} %"
