"""What the desk's first page shows before the list of everything."""

from django import template
from django.template.context import Context

from briefs.workflow.waiting import FirstThings
from briefs.workflow.waiting import first_things as first_things_of

register = template.Library()


@register.simple_tag(takes_context=True)
def first_things(context: Context) -> FirstThings:
    """Give the files, opinions and briefs that wait for the person who looks."""
    return first_things_of(context["request"].user)
