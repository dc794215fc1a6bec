"""The form a brief is written in, and what it carries so that nobody's words are lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils import formats, timezone

from briefs.admin.boxes import IssuesField
from briefs.admin.refusals import CarefulForm
from briefs.models import SECTIONS, Brief
from briefs.models.vocabulary import ProtectedGround
from briefs.text.differing import Stretch, differing
from briefs.text.identifiers import mask
from briefs.text.merging import Clash, Value
from briefs.workflow.save_brief import Saved

_LONG = {"facts": 8, "reasoning": 12, "procedural_history": 5, "summary": 2, "clinic_notes": 3}
PROSE = ("summary", *(section for section, _ in SECTIONS), "clinic_notes")


class Carried(forms.CharField):
    """What the form says of itself (what it was opened on, what was kept of it), which is nobody's change."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Never: it is not written into the brief."""
        return False


@dataclass(frozen=True)
class Beside:
    """Two wordings of one field: who saved the other, when, what it says, and how mine differs from it."""

    somebody: str
    at: datetime | None
    theirs: str
    stretches: Sequence[Stretch]

    @property
    def sentence(self) -> str:
        """Say what happened and what saving does."""
        when = f" ({formats.date_format(timezone.localtime(self.at), 'TIME_FORMAT')})" if self.at else ""
        who = self.somebody or "Somebody"
        return f"{who} saved other words here{when}. Yours are in the field; saving now puts them in place of theirs."


def lay_beside(form: forms.BaseForm, clashes: Mapping[str, Clash], saved: Saved) -> None:
    """Put the other's wording beside each field that clashes, and keep the form from being saved yet."""
    for name, clash in clashes.items():
        if name in form.fields:
            field = form.fields[name]
            theirs = shown(field, clash.theirs)
            beside = Beside(saved.by, saved.at, theirs, differing(theirs, shown(field, clash.mine)))
            field.beside = beside  # type: ignore[attr-defined]
            form.add_error(name, beside.sentence)


def shown(field: forms.Field | None, value: Value) -> str:
    """Give a field's value as people read it, registration numbers covered (INV-12)."""
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    if isinstance(value, frozenset):
        return "; ".join(labels.get(one, one) for one in sorted(value))
    return mask(labels.get(value, value))


class BriefForm(CarefulForm):
    """The sections of a brief, in plain Markdown.

    `laid` is what came of merging the form with what others saved, if it was sent; `held_back` says why a form
    that was sent is shown again before anything is saved.
    """

    laid: Any = None
    held_back: str = ""
    opened_on: Mapping[str, str] = {}

    protected_grounds = forms.MultipleChoiceField(
        choices=ProtectedGround.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    issues = IssuesField()
    base = Carried()  # the newest record of the brief's history when it was opened
    kept = Carried()  # the mark of what was kept of this form while it was being written

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["base"] = self.opened_on.get("", "")

    def clean(self) -> dict[str, Any] | None:
        """Hold the form back where somebody else's words would be lost, or where it was not sent to be saved."""
        cleaned = super().clean()
        if self.laid:
            lay_beside(self, self.laid.clashes, self.laid.saved)
        if self.held_back:
            self.add_error(None, self.held_back)
        return cleaned

    class Meta:
        model = Brief
        fields = "__all__"
        widgets = {
            name: forms.Textarea(attrs={"rows": _LONG.get(name, 3), "class": "prose", "data-prose": "yes"})
            for name in PROSE
        }
