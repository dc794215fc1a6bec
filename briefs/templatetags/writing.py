"""What the writing desk shows of a form's fields: which are prose, how many words they have, where comments hang."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms, template
from django.utils.html import format_html, format_html_join

from briefs.models import SECTIONS
from briefs.templatetags.weaving import rich
from briefs.text.identifiers import mask
from briefs.text.marks import as_rows
from briefs.text.prose import parse
from briefs.workflow.typed import HOLDING_PROSE

register = template.Library()

# What of a holding is commented on by itself, beside the holding as a whole.
_COMMENTED = ("answer",)
# What is written in the small Markdown, of a brief and of its rows.
_PROSE = {"summary", *(name for name, _ in SECTIONS), "clinic_notes", *HOLDING_PROSE, "note"}


@register.filter
def is_prose(bound: Any) -> bool:
    """Say whether a field is written in the small Markdown."""
    return "data-prose" in bound.field.widget.attrs


@register.filter
def as_read(field: Any) -> str:
    """Give what a field holds that may only be read: prose set as on the page, anything else as Django words it."""
    name = field.field["name"]
    if name == "passages":  # what a proposition rests on is no column of it
        pins = format_html_join("", "<li>{}</li>", ((one,) for one in field.form.supports))
        return format_html("<ul>{}</ul>", pins) if pins else "–"
    written = str(getattr(field.form.instance, name, "") or "") if name in _PROSE else ""
    if not written:
        return field.contents() or "–"
    text, marks = parse(mask(written))
    return rich({"text": text, "marks": as_rows(marks)}, {"authorities": []})  # type: ignore[typeddict-item]


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
