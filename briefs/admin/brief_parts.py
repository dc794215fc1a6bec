"""The form of a brief in the order an attorney reads it: later law if any, holdings, sections, then the rest."""

from dataclasses import dataclass, field
from typing import Any

from briefs.text.counting import count_words

LAW, SECTIONS = "Law checked", "Sections"


@dataclass(frozen=True)
class Part:
    """A part of the form with its place in the contents list: fieldsets and, before them, an inline's rows."""

    anchor: str
    title: str
    count: int | None = None
    formset: Any = None
    fieldsets: list[Any] = field(default_factory=list)

    @property
    def rows(self) -> list[tuple[str, Any]]:
        """Give the inline's rows by their numbers, each with the id of its element; the empty form is last."""
        rows = list(self.formset)
        offers_more = bool(rows) and "__prefix__" in rows[-1].form.prefix
        kept, empty = (rows[:-1], rows[-1:]) if offers_more else (rows, [])
        named = [(row.form.prefix, row) for row in sorted(kept, key=_number)]
        return named + [(f"{self.formset.formset.prefix}-empty", row) for row in empty]


def _number(row: Any) -> int:
    if "number" not in row.form.fields:
        return 0
    number = str(row.form["number"].value() or "")
    return int(number) if number.isdecimal() else 1000


def parts_of(adminform: Any, formsets: list[Any]) -> list[Part]:
    """Give the parts of a form that is about to be shown; a brief just begun has its first fields only."""
    fieldsets = list(adminform)
    inlines = {formset.formset.prefix: formset for formset in formsets}
    if not inlines:
        return [Part("details", "", fieldsets=fieldsets)]
    flags, holdings = inlines["law_flags"], inlines["holdings"]
    named = {fieldset.name: fieldset for fieldset in fieldsets}
    rest = [one for one in fieldsets if one.name not in (LAW, SECTIONS)]
    law = Part("later-law", "Later law", _written(flags), flags, [named[LAW]])
    written = [
        Part("propositions", str(holdings.opts.verbose_name_plural).capitalize(), _written(holdings), holdings),
        Part("sections", SECTIONS, fieldsets=[named[SECTIONS]]),
    ]
    details = Part("details", "Title, tags and notes", fieldsets=rest)
    # Later law stands above what it bears on; while there is none, writing comes first.
    return [law, *written, details] if law.count else [*written, law, details]


def counts_of(adminform: Any, formsets: list[Any]) -> dict[str, int]:
    """Count the words of every piece of prose in a form, by the name of its field, as it is about to be shown."""
    forms = [adminform.form, *(form for inline in formsets for form in inline.formset.forms)]
    return {
        bound.html_name: count_words(str(bound.value() or ""))
        for form in forms
        for bound in form
        if "data-prose" in bound.field.widget.attrs
    }


def places_of(formset: Any) -> dict[int, int]:
    """Say which form (from 0) has the holding of a number."""
    return {form.instance.number: at for at, form in enumerate(formset.forms) if form.instance.number}


def _written(inline: Any) -> int:
    return sum(1 for form in inline.formset.forms if form.instance.pk)
