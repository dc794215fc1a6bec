"""Later law inside the brief it bears on."""

from textwrap import shorten
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from briefs.admin.holding import OfABrief, RowForm, RowFormSet
from briefs.models import LawFlag
from briefs.text.prose import parse


class LawFlagForm(RowForm):
    """One change of the law."""

    @property
    def heading(self) -> str:
        """Head the form with what happened, and the note."""
        note = " ".join(parse(self.instance.note)[0].split())
        return f"{self.instance.get_kind_display()}: {shorten(note, 200, placeholder=' …')}"

    @property
    def tags(self) -> list[str]:
        """Give what it bears on, and whether it still prints."""
        flag = self.instance
        bears = f"Bears on {flag.holding_number}" if flag.holding_number else "Bears on the whole case"
        return [bears, f"Cleared {flag.cleared_on:%B %-d, %Y}" if flag.cleared_on else "Prints until cleared"]


class LawFlagInline(OfABrief, admin.StackedInline):
    """Later law that bears on the brief."""

    model = LawFlag
    form = LawFlagForm
    formset = RowFormSet
    extra = 0
    ordering = ["holding_number", "pk"]
    verbose_name = "change of law"
    verbose_name_plural = "later law"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *[("kind", "holding_number", "effective_on"), "note", "applies_when"],
                    ("cleared_on", "cleared_by", "cleared_source"),
                ]
            },
        )
    ]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Keep the note short of a page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "note":
            field.widget.attrs |= {"rows": 2, "data-prose": "yes"}
        return field
