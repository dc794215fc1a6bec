"""Later changes of the law in one line, the same on every page (INV-7)."""

from django import template

from briefs.exporters.page import Flag
from briefs.models import LawFlag

register = template.Library()


@register.filter
def flag_line(flag: Flag) -> str:
    """Say what happened, since when and to whom it applies: “Limited, effective May 11, 2005; applies when: ...”."""
    since = flag["effective"]
    if flag["label"] == LawFlag.Kind.CHECK.label:
        line = f"{flag['label']}: law changed {since}" if since else flag["label"]
    else:
        line = f"{flag['label']}, effective {since}" if since else flag["label"]
    return f"{line}; applies when: {flag['applies_when']}" if flag["applies_when"] else line
