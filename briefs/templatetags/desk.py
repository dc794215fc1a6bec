"""What the desk's frame and its first page show to the person who looks."""

import datetime
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.timesince import timesince

from briefs.access import may_correct_citation
from briefs.workflow.standing import called as called_on_the_desk
from briefs.workflow.waiting import FirstThings
from briefs.workflow.waiting import first_things as first_things_of

register = template.Library()

_DESKS = (
    "briefs_source_import",
    "briefs_opinion_changelist",
    "briefs_brief_changelist",
    "briefs_brief_queue",
    "briefs_opinion_unplaced",
    "briefs_citation_desk",
    "briefs_brief_handover",
    "briefs_brief_agreement",
)


@register.simple_tag(takes_context=True)
def first_things(context: Context) -> FirstThings:
    """Give the files, opinions and briefs that wait for the person who looks."""
    return first_things_of(context["request"].user)


@register.simple_tag(takes_context=True)
def current_desk(context: Context, address: str) -> str:
    """Give the attribute that marks the desk the page stands in: the one whose address its own begins with longest."""
    here = context["request"].path if "request" in context else ""
    desks = [reverse(f"admin:{name}") for name in _DESKS]
    nearest = max((one for one in desks if here.startswith(one)), key=len, default=here)
    return format_html(' aria-current="{}"', "true") if address == nearest else ""


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


@register.filter
def decides_citations(user: Any) -> bool:
    """Say whether the citation desk is open to a person."""
    return may_correct_citation(user)
