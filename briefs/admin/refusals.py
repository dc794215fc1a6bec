"""How the admin says no: verbs' refusals and the database's rules become sentences on the form, never an error page."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import BaseConstraint
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from briefs.admin.history import Remembered
from briefs.admin.known_choice import KnownChoice
from briefs.admin.meanwhile import Meanwhile
from briefs.admin.plain_words import PlainWords
from briefs.workflow.constraints import SENTENCES, checked_at_the_end, sentence
from briefs.workflow.ingest import covered
from briefs.workflow.refusal import Refused

_VIOLATED = {
    str(BaseConstraint.default_violation_error_message) % {"name": name}: words for name, words in SENTENCES.items()
}


def reasons_of(problem: Refused | IntegrityError) -> list[str]:
    """Give the sentences a refusal is made of."""
    return problem.reasons if isinstance(problem, Refused) else [sentence(problem)]


def _asked_by(one: Any) -> str:
    """Give the name under which a list's filter stands in the address."""
    field = one[0] if isinstance(one, tuple) else one
    return field if isinstance(field, str) else field.parameter_name


def listed(opening: str, reasons: Sequence[str]) -> str:
    """Set reasons as one message: a single one as it is, several as a list under the opening words."""
    if len(reasons) == 1:
        return reasons[0]
    return format_html("{}<ul>{}</ul>", opening, format_html_join("", "<li>{}</li>", ((reason,) for reason in reasons)))


class CarefulForm(forms.ModelForm):
    """A model form whose broken database rules read as sentences; `reasons` are refusals found while saving."""

    reasons: Sequence[str] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})  # labels stand above their fields, without a colon

    def clean(self) -> dict[str, Any] | None:
        """Carry what a first attempt at saving was refused for."""
        cleaned = super().clean()
        for reason in self.reasons:
            self.add_error(None, reason)
        return cleaned

    def _update_errors(self, errors: ValidationError) -> None:
        """Put our sentence in the place of Django's, which names the constraint."""
        by_field = errors.error_dict if hasattr(errors, "error_dict") else {None: errors.error_list}
        for error in (one for ones in by_field.values() for one in ones):
            error.message = _VIOLATED.get(str(error.message), error.message)
        super()._update_errors(errors)


class CoveredForm(Meanwhile, CarefulForm):
    """A form of what public pages print as it was typed: registration numbers are masked before they are kept."""

    def clean(self) -> dict[str, Any]:
        """Mask every text, and every line of a list (INV-12): an agency's docket number often is one."""
        super().clean()
        return {name: covered(value) for name, value in self.cleaned_data.items()}


class Careful(Remembered, PlainWords):
    """For a ModelAdmin: a save or deletion that a verb or the database refuses comes back with its reasons."""

    form = CoveredForm

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Give the form class, carrying the refusals of the first attempt if there was one."""
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"reasons": getattr(request, "refused_for", ())})

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Let a row be searched for, whatever the address or a broken form names."""
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", KnownChoice(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Save in one transaction; on a refusal show the form again, nothing lost, with the reasons above it."""
        view = super().changeform_view  # type: ignore[misc]
        if request.method == "POST":
            try:
                with checked_at_the_end():
                    return view(request, object_id, form_url, extra_context)
            except (Refused, IntegrityError) as problem:
                request.refused_for = reasons_of(problem)  # type: ignore[attr-defined]
        return view(request, object_id, form_url, extra_context)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Delete, or say why not on the page of what stays."""
        try:
            return super().delete_view(request, object_id, extra_context)  # type: ignore[misc]
        except (Refused, IntegrityError) as problem:
            messages.error(request, listed("This cannot be deleted:", reasons_of(problem)))
            opts = self.model._meta  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[object_id]))

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Allow only the filters a list shows: by others, masked words could be guessed letter by letter (INV-12)."""
        named = [_asked_by(one) for one in self.get_list_filter(request)]  # type: ignore[attr-defined]
        allowed = any(lookup == name or lookup.startswith(f"{name}__") for name in named)
        return allowed and super().lookup_allowed(lookup, value, request)  # type: ignore[misc]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Leave deleting many at once out: in a law library things are taken away one by one."""
        actions = super().get_actions(request)  # type: ignore[misc]
        actions.pop("delete_selected", None)
        return actions
