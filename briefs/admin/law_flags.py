"""Later law inside the brief it bears on."""

from textwrap import shorten
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from briefs.admin.holding import OfABrief, RowForm, RowFormSet
from briefs.models import Brief, Holding, LawFlag
from briefs.text.identifiers import mask
from briefs.text.prose import parse


class LawFlagForm(RowForm):
    """One change of the law."""

    held: Any = None  # the holdings of the brief

    bears_on = forms.ModelChoiceField(Holding.objects.none(), required=False, empty_label="The whole case")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "bears_on" in self.fields:
            field: Any = self.fields["bears_on"]
            field.queryset = self.held.all()
            field.choices = [("", field.empty_label), *((one.pk, _called(one)) for one in self.held)]

    @property
    def heading(self) -> str:
        """Head the form with what happened, and the note."""
        note = " ".join(parse(self.instance.note)[0].split())
        return f"{self.instance.get_kind_display()}: {shorten(note, 200, placeholder=' …')}"

    @property
    def tags(self) -> list[str]:
        """Give what it bears on, and whether it still prints."""
        flag = self.instance
        bears = f"Bears on {flag.bears_on.number}" if flag.bears_on else "Bears on the whole case"
        return [bears, f"Cleared {flag.cleared_on:%B %-d, %Y}" if flag.cleared_on else "Prints until cleared"]


class LawFlagInline(OfABrief, admin.StackedInline):
    """Later law that bears on the brief."""

    model = LawFlag
    form = LawFlagForm
    formset = RowFormSet
    extra = 0
    ordering = ["bears_on__number", "pk"]
    verbose_name = "change of law"
    verbose_name_plural = "later law"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *[("kind", "bears_on", "effective_on"), "note", "applies_when"],
                    ("cleared_on", "cleared_by", "cleared_source"),
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch what each bears on with it."""
        return super().get_queryset(request).select_related("bears_on")

    def get_formset(self, request: HttpRequest, obj: Brief | None = None, **kwargs: Any) -> Any:
        """Give every form the holdings there are to choose from, fetched once."""
        formset = super().get_formset(request, obj, **kwargs)
        held = obj.holdings.order_by("number") if obj is not None else Holding.objects.none()
        formset.form = type("LawFlagForm", (formset.form,), {"held": held})
        return formset

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Keep the note short of a page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "note":
            field.widget.attrs |= {"rows": 2, "data-prose": "yes"}
        return field


def _called(holding: Holding) -> str:
    """Name a holding by its words: its number may change while they are written."""
    words = " ".join(parse(mask(holding.question or holding.answer))[0].split())
    return shorten(words, 50, placeholder=" …") or f"Number {holding.number}"
