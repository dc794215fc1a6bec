"""Cases, with their judges, decisions below and orders, and where each outside detail was found."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from briefs.admin.meanwhile import RowsMeanwhile
from briefs.admin.plain_words import CourtFilter, PlainInline, named
from briefs.admin.refusals import Careful, CoveredForm
from briefs.admin.searched import Searched
from briefs.admin.typed_lists import LinesField
from briefs.models import NOT_GIVEN, Case, CaseJudge, DecisionBelow, Disposition, Opinion
from briefs.workflow.caption import SOURCE_LABELS
from briefs.workflow.index_edits import index_case

# A form with one line for each detail that may come from elsewhere.
SourcesForm = type(CoveredForm)(
    "SourcesForm",
    (CoveredForm,),
    {
        f"source_{name}": forms.CharField(
            required=False, label=label, max_length=500, widget=forms.TextInput(attrs={"class": "vTextField"})
        )
        for name, label in SOURCE_LABELS.items()
    },
)


class CaseForm(SourcesForm):  # type: ignore[misc, valid-type]
    """The case, and a line for each detail that says where it was found."""

    docket_numbers = LinesField(
        required=False, label="Docket numbers", help_text="One a line, the lead number first: 07-2278-ag (L)."
    )

    class Meta:
        model = Case
        exclude = ("sources",)
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 3}),
            "counsel": forms.Textarea(attrs={"rows": 4}),
            "disposition": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in SOURCE_LABELS:
            if f"source_{name}" in self.fields:
                self.initial.setdefault(f"source_{name}", self.instance.sources.get(name, ""))

    def save(self, commit: bool = True) -> Any:
        """Keep the sources that were given, with those of details this form does not ask about."""
        given = {name: self.cleaned_data.get(f"source_{name}", "").strip() for name in SOURCE_LABELS}
        others = {name: text for name, text in self.instance.sources.items() if name not in SOURCE_LABELS}
        self.instance.sources = others | {name: text for name, text in given.items() if text}
        return super().save(commit)


class JudgeInline(PlainInline, admin.StackedInline):
    """Who sat."""

    model = CaseJudge
    form = CoveredForm
    formset = RowsMeanwhile
    extra = 0
    ordering = ["position", "pk"]
    fields = [("name", "title", "role"), ("home_court", "position")]
    verbose_name = "judge"
    verbose_name_plural = "judges"


class DecisionBelowInline(PlainInline, admin.StackedInline):
    """What was reviewed."""

    model = DecisionBelow
    form = CoveredForm
    formset = RowsMeanwhile
    extra = 0
    ordering = ["position", "pk"]
    fields = [("tribunal", "decided_on", "position"), ("adjudicator", "outcome"), "review"]
    verbose_name = "decision below"
    verbose_name_plural = "decisions below"


class DispositionInline(PlainInline, admin.StackedInline):
    """What was ordered, for each party and claim."""

    model = Disposition
    form = CoveredForm
    formset = RowsMeanwhile
    extra = 0
    ordering = ["position", "pk"]
    fields = [("party", "claim"), ("outcome", "position")]
    verbose_name = "order"
    verbose_name_plural = "orders, one for each party and claim"


class OpinionInline(PlainInline, admin.StackedInline):
    """The writings held, for reading; each has its own page."""

    model = Opinion
    fields = [("kind", "author", "completeness")]
    readonly_fields = ["kind", "author", "completeness"]
    view_on_site = False
    extra = 0
    can_delete = False
    show_change_link = True
    ordering = ["position"]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the texts where they are."""
        return super().get_queryset(request).select_related("case").without_texts()

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Opinions come in through the import desk."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Opinions are changed on their own page."""
        return False


@admin.register(Case)
class CaseAdmin(Searched, Careful, SimpleHistoryAdmin):
    """What is cited; what no source gives stays empty and is recorded as such."""

    follow = staticmethod(index_case)
    form = CaseForm
    list_display = ["short_name", "court", "decided", "citation", "publication_status"]
    list_filter = [
        ("court", CourtFilter),
        ("court__rank", named("rank of the court", admin.ChoicesFieldListFilter)),
        "publication_status",
    ]
    list_select_related = ["court", "authority"]
    search_fields = ["short_name", "caption", "docket_numbers", "authority__cite"]
    autocomplete_fields = ["court", "authority"]
    prepopulated_fields = {"slug": ["short_name"]}
    inlines = [OpinionInline, JudgeInline, DecisionBelowInline, DispositionInline]
    ordering = ["short_name"]
    fieldsets = [
        (None, {"fields": ["short_name", "caption", "slug", "court", "docket_numbers", "authority"]}),
        ("Dates", {"fields": ["argued_on", ("decided_on", "decided_precision")]}),
        ("What became of it", {"fields": ["disposition", "publication_status", "precedential_note", "counsel"]}),
        (
            "Where each detail was found",
            {
                "description": f"Only for details that the opinion itself does not give. Write “{NOT_GIVEN}” "
                "where nobody gives it.",
                "fields": [f"source_{name}" for name in SOURCE_LABELS],
                "classes": ["where-found"],
            },
        ),
    ]

    @admin.display(description="Decided", ordering="decided_on")
    def decided(self, case: Case) -> str:
        """Give the date as far as it is known."""
        return case.decided

    @admin.display(description="Citation", ordering="authority__cite")
    def citation(self, case: Case) -> str:
        """Give the case's own citation."""
        return case.authority.cite if case.authority else ""
