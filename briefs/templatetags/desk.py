"""What the desk's frame and its first page show to the person who looks."""

import datetime
from dataclasses import dataclass
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince

from briefs.access import STAFF, may, reaches
from briefs.workflow.standing import called as called_on_the_desk
from briefs.workflow.waiting import FirstThings
from briefs.workflow.waiting import first_things as first_things_of

register = template.Library()

_QUEUE, _PORTFOLIO = "briefs_brief_queue", "briefs_brief_portfolio"

# The places in the head of every page: address, name, what of access.py opens it ("" to every member).
_DESKS = (
    ("briefs_source_import", "Import", ""),
    ("briefs_opinion_changelist", "Opinions", ""),
    ("briefs_brief_changelist", "Briefs", ""),
    (_QUEUE, "Queue", ""),
    ("briefs_opinion_unplaced", "Anchors", ""),
    ("briefs_citation_desk", "Citations", "correct citation"),
    ("briefs_brief_handover", "Handover", "hand over"),
    ("briefs_brief_agreement", "Agreement", "compare annotators"),
)


@dataclass(frozen=True)
class Desk:
    """A place in the head of the page; `shows_marks` where the number of marks that wait stands beside its name."""

    name: str
    address: str
    is_current: bool
    shows_marks: bool


@register.simple_tag(takes_context=True)
def first_things(context: Context) -> FirstThings:
    """Give the files, opinions and briefs that wait for the person who looks."""
    return first_things_of(context["request"].user)


@register.simple_tag(takes_context=True)
def desks(context: Context) -> list[Desk]:
    """Give the places a person may go to; the one whose address the page's own begins with longest is current."""
    user = context["user"]
    here = context["request"].path if "request" in context else ""
    open_to = [(reverse(f"admin:{place}"), name, place) for place, name, act in _DESKS if not act or may(user, act)]
    if not reaches(user, STAFF):  # whose queue holds nobody else's
        open_to = [(address, "My briefs" if place == _QUEUE else name, place) for address, name, place in open_to]
    open_to.append((reverse(f"admin:{_PORTFOLIO}", args=[user.pk]), "Portfolio", _PORTFOLIO))
    nearest = max((address for address, *_ in open_to if here.startswith(address)), key=len, default="")
    return [
        Desk(name, address, address == nearest, place == "briefs_opinion_unplaced") for address, name, place in open_to
    ]


@register.filter
def called(holding: Any) -> str:
    """Name a holding, or a separate writer's proposition, by its number."""
    return called_on_the_desk(holding)


@register.filter
def ago(moment: datetime.datetime) -> str:
    """Say how long ago something was: “just now”, “3 minutes ago”."""
    if timezone.now() - moment < datetime.timedelta(minutes=1):
        return "just now"
    return f"{timesince(moment)} ago"


@register.simple_tag(takes_context=True, name="may")
def may_who_looks(context: Context, act: str, row: Any = None) -> bool:
    """Say whether the table of access.py lets the person who looks do this (to this row)."""
    return may(context["request"].user, act, row)
