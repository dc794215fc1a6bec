"""Holdings inside the brief they belong to, each with the passages it is pinned to."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from briefs.access import may
from briefs.admin.boxes import IssuesField, IssueTicks, PassageBoxes
from briefs.admin.brief_form import Carried, lay_beside
from briefs.admin.marked_passages import Marked, marked_passages
from briefs.admin.plain_words import PlainInline
from briefs.admin.refusals import CarefulForm
from briefs.models import Brief, Holding, Opinion
from briefs.models.vocabulary import SEPARATE_WEIGHTS, OpinionKind, Weight
from briefs.text.prose import parse
from briefs.workflow.draft import numbers
from briefs.workflow.typed import HOLDING_PROSE

GONE = "{} deleted this while you were changing it. Saving keeps it as a new one; take it away if it may go."
CHANGED = "{} changed this while you were taking it away. Saving takes it away all the same."


class RowForm(CarefulForm):
    """A row of the brief's form; `laid` and `opened_on` are the whole form's, as in BriefForm."""

    laid: Any = None
    opened_on: Mapping[str, str] = {}

    base = Carried()  # the newest record of the row's history when it was opened

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        key = f"{(self.prefix or '').rpartition('-')[0]}-{self.instance.pk}"
        self.initial["base"] = self.opened_on.get(key, "")

    @property
    def clash(self) -> Any:
        """Give what of this row two people did at once, or None."""
        return self.laid.rows.get(self.prefix) if self.laid and self.is_bound else None

    @property
    def fate(self) -> str:
        """Say what another did to the row that has to be decided, if anything."""
        words = {"deleted": GONE, "changed": CHANGED}.get(self.clash.fate if self.clash else "", "")
        return words.format(self.clash.saved.by or "Somebody") if words else ""

    def clean(self) -> dict[str, Any] | None:
        """Put another's words beside mine where they clash."""
        cleaned = super().clean()
        if self.clash:
            lay_beside(self, self.clash.clashes, self.clash.saved)
        return cleaned


class RowFormSet(forms.BaseInlineFormSet):
    """The rows of one kind; nothing is saved while one of them has to be decided about."""

    def clean(self) -> None:
        """Say of each row that another took away or changed what is to be decided."""
        super().clean()
        fates = [forms.ValidationError(form.fate) for form in self.forms if form.fate]  # type: ignore[attr-defined]
        if fates:
            raise forms.ValidationError(fates)


class HoldingForm(RowForm):
    """One proposition; a number left empty becomes the next."""

    listed: Sequence[Marked] = ()
    issue_choices: Sequence[Any] = ()
    pinned: dict[int, list[int]] = {}
    separate: str = ""

    number = forms.IntegerField(required=False, min_value=1, max_value=999, help_text="Empty: the next number.")
    passages = forms.TypedMultipleChoiceField(coerce=int, required=False, label="Pinned to", widget=PassageBoxes())
    also = forms.CharField(
        required=False, label="Pin also to", help_text="Numbers of passages in the list below, such as 3, 7."
    )
    issues = IssuesField(widget=IssueTicks())
    seen = Carried()  # the passages it was pinned to when it was opened

    class Meta:
        model = Holding
        fields = ("number", "question", "answer", "rule", "application", "weight", "outcome", "issues")
        widgets = {name: forms.Textarea(attrs={"rows": 2, "data-prose": "yes"}) for name in HOLDING_PROSE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pins = self.pinned.get(self.instance.pk, [])
        self.initial["seen"] = ",".join(sorted(map(str, pins)))
        if "passages" in self.fields:
            offered = [(one.pk, one.label) for one in self.listed if not one.is_retired or one.pk in pins]
            self.fields["passages"].choices = offered  # type: ignore[attr-defined]
            self.initial.setdefault("passages", pins)
        if "issues" in self.fields:
            self.fields["issues"].choices = self.issue_choices  # type: ignore[attr-defined]
        if self.separate and "weight" in self.fields:
            kept = [choice for choice in Weight.choices if choice[0] in SEPARATE_WEIGHTS]
            self.fields["weight"].choices = kept  # type: ignore[attr-defined]
            if not self.instance.pk:
                self.initial["weight"] = self.separate

    def clean_also(self) -> list[int]:
        """Give the passages whose numbers were typed."""
        typed = self.cleaned_data["also"]
        by_number = {one.number: one.pk for one in self.listed if not one.is_retired}
        unknown = [word for word in typed.replace(",", " ").replace(";", " ").split() if not word.isdecimal()]
        unknown += [str(number) for number in numbers(typed) if number not in by_number]
        if unknown:
            raise forms.ValidationError(f"The list has no passage {unknown[0][:20]}; give numbers such as 3, 7.")
        return [by_number[number] for number in numbers(typed)]

    def clean(self) -> dict[str, Any] | None:
        """Put the passages that were ticked and those that were numbered together."""
        cleaned = super().clean()
        chosen = {*self.cleaned_data.get("passages", ()), *self.cleaned_data.get("also", ())}
        self.cleaned_data["passages"] = sorted(chosen)
        return cleaned

    @property
    def heading(self) -> str:
        """Head the form with its question, or its answer where there is none, in plain words."""
        return _one_line(self.instance.question or self.instance.answer)

    @property
    def supports(self) -> list[str]:
        """Tell the passages it is pinned to, for those who may only read it."""
        pins = self.pinned.get(self.instance.pk, [])
        return [one.label for one in self.listed if one.pk in pins]

    @property
    def tags(self) -> list[str]:
        """Give what it is worth as law, for whom it came out, and how much it rests on."""
        pins, outcome = len(self.pinned.get(self.instance.pk, [])), self.instance.outcome
        worth = [self.instance.get_weight_display(), *([self.instance.get_outcome_display()] * (outcome != "none"))]
        return [*worth, f"{pins} passage{'' if pins == 1 else 's'}" if pins else "Pinned to no passage"]

    def _get_validation_exclusions(self) -> set[str]:
        # Numbers may change places; that each is used once is checked over all holdings together.
        return super()._get_validation_exclusions() | {"number"}


class HoldingFormSet(RowFormSet):
    """All holdings of a brief, numbered once each."""

    def clean(self) -> None:
        """Give new holdings their numbers, and refuse the same number twice."""
        super().clean()
        kept = [
            form
            for form in self.forms
            if form not in self.deleted_forms and not form.errors and (form.instance.pk or form.has_changed())
        ]
        given = [number for form in kept if (number := form.cleaned_data.get("number"))]
        name = "propositions" if getattr(self.form, "separate", "") else "holdings"
        for number in sorted({number for number in given if given.count(number) > 1}):
            raise forms.ValidationError(f"Two {name} have the number {number}; number them 1, 2, 3 ...")
        following = max(given, default=0)
        for form in kept:
            if not form.cleaned_data.get("number"):
                following += 1
                form.instance.number = form.cleaned_data["number"] = following


class OfABrief(PlainInline):
    """For an inline of a brief, each row folded under its heading: who may write the brief may write its parts."""

    template = "admin/briefs/brief/_parts.html"

    def has_add_permission(self, request: HttpRequest, obj: Brief | None = None) -> bool:
        """Say whether parts may be added."""
        return obj is None or may(request.user, "edit brief", obj)

    has_change_permission = has_delete_permission = has_add_permission

    def get_formset(self, request: HttpRequest, obj: Brief | None = None, **kwargs: Any) -> Any:
        """Let every form know what it was opened on, and what others did since."""
        formset = super().get_formset(request, obj, **kwargs)
        told = {"laid": getattr(request, "laid", None), "opened_on": getattr(request, "opened_on", {})}
        formset.form = type(formset.form.__name__, (formset.form,), told)
        return formset


class HoldingInline(OfABrief, admin.StackedInline):
    """The holdings, in order."""

    model = Holding
    form = HoldingForm
    formset = HoldingFormSet
    extra = 0
    ordering = ["number"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *[("number", "weight", "outcome"), "question", "answer", "passages"],
                    *["rule", "application", "issues"],
                ]
            },
        )
    ]

    @classmethod
    def speaking_of(cls, opinion: Opinion) -> type["HoldingInline"]:
        """Give the inline for briefs on this opinion: a separate writing has propositions, not holdings (INV-2)."""
        if not opinion.is_separate:
            return cls
        names = {"verbose_name": "proposition", "verbose_name_plural": "propositions"}
        return type(cls.__name__, (cls,), names)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the tags of all holdings at once."""
        return super().get_queryset(request).prefetch_related("issues")

    def get_formset(self, request: HttpRequest, obj: Brief | None = None, **kwargs: Any) -> Any:
        """Give every form the passages and issues there are to choose from, fetched once."""
        formset = super().get_formset(request, obj, **kwargs)
        if obj is not None:
            separate = obj.opinion.is_separate and (
                Weight.DISSENT if obj.opinion.kind == OpinionKind.DISSENT else Weight.CONCURRENCE
            )
            told = {
                "listed": marked_passages(obj),
                "issue_choices": [(str(value), label) for value, label in IssuesField().choices],
                "pinned": _pinned(obj),
                "separate": separate or "",
            }
            formset.form = type("HoldingForm", (formset.form,), told)
        return formset

    def get_extra(self, request: HttpRequest, obj: Brief | None = None, **kwargs: Any) -> int:
        """Offer who may write an empty holding where there is none, for those without scripts too."""
        return 0 if obj is not None and (obj.holdings.exists() or not self.has_add_permission(request, obj)) else 1


def _one_line(markdown: str) -> str:
    """Give prose as plain words on a line."""
    return " ".join(parse(markdown)[0].split())


def _pinned(brief: Brief) -> dict[int, list[int]]:
    pinned: dict[int, list[int]] = {}
    for holding, mark in brief.holdings.filter(pins__isnull=False).values_list("pk", "pins__annotation"):
        pinned.setdefault(holding, []).append(mark)
    return pinned
