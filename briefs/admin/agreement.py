"""The report on two annotators of one opinion: how far they agree, and where they do not."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from briefs.access import must
from briefs.admin.pages import page, says_no_in_sentences
from briefs.models import Annotation, Opinion
from briefs.models.vocabulary import AnnotationKind, Voice
from briefs.reading.agreement import Agreement, Coded, Unit, compare


class AgreementForm(forms.Form):
    """Which opinion, whose marks, which paragraphs, and what of a mark is compared."""

    opinion = forms.ModelChoiceField(
        Opinion.objects.filter(annotations__isnull=False)
        .select_related("case")
        .without_texts()
        .distinct()
        .order_by("case__short_name", "position"),
        empty_label="Choose an opinion",
    )
    first = forms.ModelChoiceField(get_user_model().objects.none(), label="One annotator", empty_label="Choose")
    second = forms.ModelChoiceField(get_user_model().objects.none(), label="The other", empty_label="Choose")
    by = forms.ChoiceField(
        choices=[("kind", "what a passage is"), ("voice", "whose words they are"), ("issue", "its issues")],
        label="Compared by",
        required=False,
    )
    from_para = forms.IntegerField(required=False, min_value=1, max_value=9999, label="From paragraph")
    to_para = forms.IntegerField(required=False, min_value=1, max_value=9999, label="To paragraph")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(annotations__isnull=False).distinct().order_by("username")
        self.fields["first"].queryset = self.fields["second"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        """Two people are compared, over paragraphs in their order."""
        cleaned = super().clean() or {}
        if cleaned.get("first") and cleaned.get("first") == cleaned.get("second"):
            self.add_error("second", "Choose two different people.")
        if (cleaned.get("from_para") or 1) > (cleaned.get("to_para") or 9999):
            self.add_error("to_para", "The last paragraph comes before the first.")
        return cleaned


@says_no_in_sentences
def agreement(request: HttpRequest) -> HttpResponse:
    """Ask for an opinion and two annotators, and report."""
    must(request.user, "compare annotators")
    form = AgreementForm(request.GET or None)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        units = _units(form.cleaned_data)
        context |= {"first": form.cleaned_data["first"], "second": form.cleaned_data["second"], "units": len(units)}
        if units:
            context["found"] = _compared(form.cleaned_data, units)
        context["desk"] = reverse("admin:briefs_opinion_annotate", args=[form.cleaned_data["opinion"].pk])
    return page(request, "admin/briefs/agreement.html", "Annotator agreement", context)


def _units(asked: dict[str, Any]) -> list[Unit]:
    first, last = asked["from_para"] or 1, asked["to_para"] or 9999
    rows = asked["opinion"].passages.filter(kind="paragraph").order_by("ordinal")
    return [
        Unit(row.place, row.anchor, row.start, row.end)
        for row in rows
        if row.label.isdecimal() and first <= int(row.label) <= last
    ]


def _compared(asked: dict[str, Any], units: list[Unit]) -> Agreement:
    return compare(units, *(_coded(asked["opinion"], asked[who], asked["by"]) for who in ("first", "second")))


def _coded(opinion: Opinion, person: Any, by: str) -> list[Coded]:
    marks = Annotation.objects.filter(opinion=opinion, author=person).standing().exclude(anchor_state="orphan")
    if by == "issue":
        rows = marks.filter(issues__isnull=False).values_list("issues__name", "start", "end")
    else:
        rows = marks.values_list("voice" if by == "voice" else "kind", "start", "end")
    names = {"": AnnotationKind, "kind": AnnotationKind, "voice": Voice}.get(by)
    return [Coded(str(names(label).label) if names else label, start, end) for label, start, end in rows]
