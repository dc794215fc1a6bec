"""Holdings inside the brief they belong to, each with the passages it is pinned to."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from briefs.access import may_edit_brief
from briefs.admin.boxes import IssuesField, PassageBoxes
from briefs.admin.plain_words import PlainInline
from briefs.admin.refusals import CarefulForm
from briefs.models import Annotation, Brief, Holding, LawFlag, Opinion
from briefs.models.vocabulary import SEPARATE_WEIGHTS, OpinionKind, Weight
from briefs.text.identifiers import mask
from briefs.text.prose import parse
from briefs.workflow.annotate import block_of


class HoldingForm(CarefulForm):
    """One proposition; a number left empty becomes the next."""

    choices: Sequence[tuple[int, str]] = ()
    issue_choices: Sequence[Any] = ()
    pinned: dict[int, list[int]] = {}
    separate: str = ""

    number = forms.IntegerField(required=False, min_value=1, max_value=999, help_text="Empty: the next number.")
    passages = forms.TypedMultipleChoiceField(
        coerce=int,
        required=False,
        label="Pinned to",
        widget=PassageBoxes(),
        help_text="The words that support it.",
    )
    issues = IssuesField()

    class Meta:
        model = Holding
        fields = ("number", "question", "answer", "rule", "application", "weight", "outcome", "issues")
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in ("question", "answer", "rule", "application")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "passages" in self.fields:
            self.fields["passages"].choices = self.choices  # type: ignore[attr-defined]
            self.initial.setdefault("passages", self.pinned.get(self.instance.pk, []))
        if "issues" in self.fields:
            self.fields["issues"].choices = self.issue_choices  # type: ignore[attr-defined]
        if self.separate and "weight" in self.fields:
            kept = [choice for choice in Weight.choices if choice[0] in SEPARATE_WEIGHTS]
            self.fields["weight"].choices = kept  # type: ignore[attr-defined]
            if not self.instance.pk:
                self.initial["weight"] = self.separate

    @property
    def heading(self) -> str:
        """Head the form with its question, or its answer where there is none, in plain words."""
        return f"{self.instance.number}. {_one_line(self.instance.question or self.instance.answer)}"

    @property
    def tags(self) -> list[str]:
        """Give what it is worth as law, for whom it came out, and how much it rests on."""
        pins, outcome = len(self.pinned.get(self.instance.pk, [])), self.instance.outcome
        worth = [self.instance.get_weight_display(), *([self.instance.get_outcome_display()] * (outcome != "none"))]
        return [*worth, f"{pins} passage{'' if pins == 1 else 's'}" if pins else "Pinned to no passage"]

    def _get_validation_exclusions(self) -> set[str]:
        # Numbers may change places; that each is used once is checked over all holdings together.
        return super()._get_validation_exclusions() | {"number"}


class HoldingFormSet(forms.BaseInlineFormSet):
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
        return obj is None or may_edit_brief(request.user, obj)

    has_change_permission = has_delete_permission = has_add_permission


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
        """Give every form the passages there are to choose from, fetched once."""
        formset = super().get_formset(request, obj, **kwargs)
        if obj is not None:
            separate = obj.opinion.is_separate and (
                Weight.DISSENT if obj.opinion.kind == OpinionKind.DISSENT else Weight.CONCURRENCE
            )
            told = {
                "choices": _passages(obj),
                "issue_choices": list(IssuesField().choices),
                "pinned": _pinned(obj),
                "separate": separate or "",
            }
            formset.form = type("HoldingForm", (formset.form,), told)
        return formset

    def get_extra(self, request: HttpRequest, obj: Brief | None = None, **kwargs: Any) -> int:
        """Offer an empty holding where there is none, for those without scripts too."""
        return 0 if obj is not None and obj.holdings.exists() else 1


class LawFlagForm(CarefulForm):
    """One change of the law."""

    @property
    def heading(self) -> str:
        """Head the form with what happened, and the note."""
        return f"{self.instance.get_kind_display()}: {shorten(_one_line(self.instance.note), 200, placeholder=' …')}"

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
            field.widget.attrs["rows"] = 2
        return field


def _passages(brief: Brief) -> list[tuple[int, str]]:
    """Give the marked passages of the case, those of the briefed opinion first, as they are told apart."""
    marks = Annotation.objects.filter(opinion__case=brief.opinion.case_id).select_related("opinion")
    ordered = sorted(marks, key=lambda mark: (mark.opinion_id != brief.opinion_id, mark.opinion.position, mark.start))
    texts: dict[int, str] = {}
    choices = []
    for mark in ordered:
        opinion = mark.opinion
        text = texts.setdefault(opinion.pk, mask(opinion.text))
        words = " ".join(text[mark.start : mark.end].split())
        shown = shorten(words, 140, placeholder="…")
        of = "" if opinion.pk == brief.opinion_id else f", {opinion.get_kind_display().lower()}"
        place = f"{block_of(opinion, mark.start)}{of} · {mark.get_kind_display()} · {mark.get_voice_display()}"
        choices.append((mark.pk, f"{place}: “{shown}”"))
    return choices


def _one_line(markdown: str) -> str:
    """Give prose as plain words on a line."""
    return " ".join(parse(markdown)[0].split())


def _pinned(brief: Brief) -> dict[int, list[int]]:
    pinned: dict[int, list[int]] = {}
    for holding, mark in brief.holdings.filter(pins__isnull=False).values_list("pk", "pins__annotation"):
        pinned.setdefault(holding, []).append(mark)
    return pinned
