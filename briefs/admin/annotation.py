"""Annotations as a list; they are made and changed at the annotation desk."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from simple_history.admin import SimpleHistoryAdmin

from briefs.access import may
from briefs.admin.boxes import IssuesField
from briefs.admin.mark_buttons import into_brief, keep, last_removal, remove
from briefs.admin.meanwhile import Meanwhile
from briefs.admin.plain_words import named, worded
from briefs.admin.refusals import Careful, CarefulForm
from briefs.models import Annotation, Passage, texts_of
from briefs.models.vocabulary import AnchorState, AnnotationKind
from briefs.workflow.annotate import change_annotation, check_kind_and_voice, kinds_for, remove_annotation
from briefs.workflow.refusal import Refused

PLACES = {
    AnchorState.PLACED: "On its words",
    AnchorState.MOVED: "Moved with its words",
    AnchorState.SUSPECT: "Perhaps on other words",
    AnchorState.ORPHAN: "Its words are gone",
}


class PlaceFilter(admin.SimpleListFilter):
    """Marks that stand on their words, and marks that lost them."""

    title = "place in the text"
    parameter_name = "place"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Give the choices."""
        return [(str(state), words) for state, words in PLACES.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list."""
        return queryset.filter(anchor_state=self.value()) if self.value() in PLACES else queryset


class AnnotationForm(Meanwhile, CarefulForm):
    """What a mark says; its words stay."""

    issues = IssuesField()

    class Meta:
        model = Annotation
        fields = ("kind", "voice", "issues", "note", "is_resolved")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            self.fields["kind"].choices = kinds_for(self.instance.opinion)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        """Hold the rules of kinds and voices."""
        cleaned = super().clean()
        if not self.errors:
            try:
                check_kind_and_voice(self.instance.opinion, self.cleaned_data["kind"], self.cleaned_data["voice"])
            except Refused as problem:
                raise forms.ValidationError(problem.reasons) from problem
        return cleaned


@admin.register(Annotation)
class AnnotationAdmin(Careful, SimpleHistoryAdmin):
    """Every mark of every opinion, to search and filter."""

    form = AnnotationForm
    list_display = ["shown", "kind", worded("voice"), "case", "author", "place_in_the_text", "mended"]
    list_filter = [
        ("kind", named("what it is", admin.ChoicesFieldListFilter)),
        ("voice", named("whose words", admin.ChoicesFieldListFilter)),
        PlaceFilter,
        ("is_resolved", named("mended", admin.BooleanFieldListFilter)),
        ("author", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["masked", "note", "opinion__case__short_name"]
    ordering = ["opinion", "start"]
    fields = [
        "shown",
        "desk",
        "kind",
        "voice",
        "issues",
        "note",
        "is_resolved",
        "place_in_the_text",
        "author",
        "created_at",
    ]
    readonly_fields = ["shown", "desk", "place_in_the_text", "author", "created_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Annotation]:
        """Take the marked words from the passage, where identifiers are masked (INV-12)."""
        inside = Passage.objects.filter(opinion=OuterRef("opinion"), start__lte=OuterRef("start")).order_by("-start")
        words = Substr("text", OuterRef("start") - F("start") + 1, OuterRef("end") - OuterRef("start"))
        rows = super().get_queryset(request).select_related("opinion__case", "author").defer(*texts_of("opinion"))
        return rows.annotate(masked=Subquery(inside.annotate(words=words).values("words")[:1]))

    def get_urls(self) -> list[URLPattern]:
        """Add the buttons that marks have at the desk."""
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/remove/", view(remove), name="briefs_annotation_remove"),
            path("<int:pk>/into-brief/", view(into_brief), name="briefs_annotation_into_brief"),
            path("<int:pk>/keep/", view(keep), name="briefs_annotation_keep"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Marks are made at the desk."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Annotation | None = None) -> bool:
        """A student changes their own; staff all."""
        return super().has_change_permission(request, obj) and (
            obj is None or may(request.user, "change annotation", obj)
        )

    def has_delete_permission(self, request: HttpRequest, obj: Annotation | None = None) -> bool:
        """A student takes away their own; staff all."""
        return super().has_delete_permission(request, obj) and (
            obj is None or may(request.user, "change annotation", obj)
        )

    def save_model(self, request: HttpRequest, obj: Annotation, form: Any, change: bool) -> None:
        """Change the mark through its verb."""
        told = {name: form.cleaned_data[name] for name in ("kind", "voice", "note", "issues")}
        change_annotation(obj, by=request.user, is_resolved=form.cleaned_data["is_resolved"], **told)

    def delete_model(self, request: HttpRequest, obj: Annotation) -> None:
        """Take the mark away through its verb."""
        request.mark_stood_at = reverse("admin:briefs_opinion_annotate", args=[obj.opinion_id])  # type: ignore[attr-defined]
        remove_annotation(obj, by=request.user)

    def response_post_save_change(self, request: HttpRequest, obj: Annotation) -> HttpResponseRedirect:
        """Go back to the mark in its text."""
        return HttpResponseRedirect(self._desk_of(obj))

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: Any) -> HttpResponseRedirect:
        """Go back to the text the mark stood in."""
        messages.success(request, "The mark was taken away.")
        stood_at = request.mark_stood_at  # type: ignore[attr-defined]
        return HttpResponseRedirect(f"{stood_at}?removed={last_removal(obj_id)}")

    def _desk_of(self, mark: Annotation) -> str:
        return f"{reverse('admin:briefs_opinion_annotate', args=[mark.opinion_id])}#annotation-{mark.pk}"

    @admin.display(description="Words", ordering="start")
    def shown(self, mark: Any) -> str:
        """Give the marked words."""
        words = mark.masked or ""
        return f"“{words[:200]}…”" if len(words) > 200 else f"“{words}”"

    def page_title(self, obj: Annotation) -> str:
        """Name the mark without cutting its words short."""
        return f"{obj.get_kind_display()} marked in {obj.opinion}"

    @admin.display(description="Opinion", ordering="opinion")
    def case(self, mark: Annotation) -> str:
        """Give the case, and what the writing is where it is not the court's."""
        opinion = mark.opinion
        return str(opinion) if opinion.is_separate else opinion.case.short_name

    @admin.display(description="Place in the text", ordering="anchor_state")
    def place_in_the_text(self, mark: Annotation) -> str:
        """Say whether the mark still stands on its words."""
        return PLACES[AnchorState(mark.anchor_state)]

    @admin.display(description="Problem", ordering="is_resolved")
    def mended(self, mark: Annotation) -> str:
        """Say of a problem whether it is mended; other marks are none."""
        if mark.kind != AnnotationKind.PROBLEM:
            return ""
        return "Mended" if mark.is_resolved else "Open"

    @admin.display(description="In the text")
    def desk(self, mark: Annotation) -> str:
        """Link the place."""
        return format_html('<a href="{}">Show it at the annotation desk</a>', self._desk_of(mark))
