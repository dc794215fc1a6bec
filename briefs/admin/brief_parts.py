"""The form of a brief in the order an attorney reads it: later law, holdings, sections, then the rest."""

from dataclasses import dataclass, field
from typing import Any

LAW, SECTIONS = "Law checked", "Sections"


@dataclass(frozen=True)
class Part:
    """A part of the form with its place in the contents list: fieldsets and, before them, an inline's rows."""

    anchor: str
    title: str
    count: int | None = None
    formset: Any = None
    fieldsets: list[Any] = field(default_factory=list)


def parts_of(adminform: Any, formsets: list[Any]) -> list[Part]:
    """Give the parts of a form that is about to be shown; a brief just begun has its first fields only."""
    fieldsets = list(adminform)
    inlines = {formset.formset.prefix: formset for formset in formsets}
    if not inlines:
        return [Part("details", "", fieldsets=fieldsets)]
    flags, holdings = inlines["law_flags"], inlines["holdings"]
    named = {fieldset.name: fieldset for fieldset in fieldsets}
    rest = [one for one in fieldsets if one.name not in (LAW, SECTIONS)]
    return [
        Part("later-law", "Later law", _written(flags), flags, [named[LAW]]),
        Part("propositions", str(holdings.opts.verbose_name_plural).capitalize(), _written(holdings), holdings),
        Part("sections", SECTIONS, fieldsets=[named[SECTIONS]]),
        Part("details", "Title, tags and notes", fieldsets=rest),
    ]


def _written(inline: Any) -> int:
    return sum(1 for form in inline.formset.forms if form.instance.pk)
