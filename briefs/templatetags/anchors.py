"""What the desk's frame shows of the marks that lost their place."""

from django import template

from briefs.models import Annotation

register = template.Library()


@register.simple_tag
def marks_waiting() -> int:
    """Count the marks that wait at the anchor desk."""
    return Annotation.objects.unplaced().count()
