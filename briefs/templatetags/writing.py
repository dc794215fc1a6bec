"""What the writing desk shows of a form's fields: which are prose, how many words they have, where comments hang."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms, template

register = template.Library()

# What of a holding is commented on by itself, beside the holding as a whole.
_COMMENTED = ("answer",)


@register.filter
def is_prose(bound: Any) -> bool:
    """Say whether a field is written in the small Markdown."""
    return "data-prose" in bound.field.widget.attrs


@register.filter
def is_group(bound: Any) -> bool:
    """Say whether a field is several boxes, which one label cannot name."""
    return isinstance(bound.field.widget, forms.CheckboxSelectMultiple)


@register.filter
def of(counts: Mapping[str, int], name: str) -> int:
    """Give the count of a field."""
    return counts.get(name, 0) if counts else 0


@register.filter
def words_counted(count: int) -> str:
    """Say how many words: “1 word”, “1,204 words”."""
    return f"{count:,} word{'' if count == 1 else 's'}"


@register.filter
def things_missing(gaps: Sequence[Any]) -> str:
    """Say how much a brief lacks: “Nothing is missing”, “3 things missing”."""
    if not gaps:
        return "Nothing is missing"
    return f"{len(gaps)} thing{'' if len(gaps) == 1 else 's'} missing"


@register.filter
def commented(row: Any, field: str) -> str:
    """Give the place where comments on a field of a holding hang, or "" where none do."""
    there = row.original is not None and hasattr(row.original, "answer") and field in _COMMENTED
    return f"holding-{row.original.pk}-{field}" if there else ""


@register.filter
def joined(before: str, after: Any) -> str:
    """Put two pieces of a name together."""
    return f"{before}{after}"


@register.filter
def named(number: Any, name: str) -> str:
    """Name a numbered thing: “Holding 3”."""
    return f"{name} {number}"


@register.filter
def is_empty_form(id: str) -> bool:
    """Tell the form that scripts copy for a new row."""
    return id.endswith("-empty")


@register.filter
def form_index(id: str) -> str:
    """Give the number of a row's form, “3” of “holdings-3”."""
    return id.rpartition("-")[2]
