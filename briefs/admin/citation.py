"""Citations as they were found; staff say what an unresolved or mistaken one cites."""

from typing import Any

from django.contrib import admin
from django.db.models import F, QuerySet
from django.db.models.functions import Substr
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from briefs.admin.citation_desk import citation_desk, decide
from briefs.admin.refusals import Careful
from briefs.models import Citation, texts_of
from briefs.workflow.correct import correct


class ResolvedFilter(admin.SimpleListFilter):
    """Which citations to look at."""

    title = "how it was resolved"
    parameter_name = "resolved"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Give the choices."""
        return [
            *[("waiting", "Waits at the desk"), ("no", "Unresolved"), ("flagged", "Flagged")],
            *[("engine", "By the engine"), ("person", "By a person")],
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Citation]) -> QuerySet[Citation]:
        """Narrow the list."""
        choices = {
            "no": {"authority__isnull": True},
            "engine": {"authority__isnull": False, "corrected_by__isnull": True},
            "person": {"corrected_by__isnull": False},
        }
        if self.value() == "waiting":
            return queryset.undecided()  # type: ignore[attr-defined]
        if self.value() == "flagged":
            return queryset.exclude(flags=[])
        return queryset.filter(**choices.get(self.value() or "", {}))


@admin.register(Citation)
class CitationAdmin(Careful, admin.ModelAdmin):
    """Everything about an occurrence is read-only but what it cites."""

    list_display = ["words", "form", "authority", "pin", "signal", "decision", "opinion", "where"]
    list_filter = [ResolvedFilter, "decision", "form", "authority__kind"]
    search_fields = ["authority__cite", "authority__name", "opinion__case__short_name"]
    autocomplete_fields = ["authority"]
    ordering = ["opinion", "start"]
    fields = [
        *["words", "sentence", "opinion", "where", "form", "pin", "signal", "parenthetical", "authority"],
        *["why", "warnings", "decision", "corrected_by"],
    ]
    readonly_fields = [name for name in fields if name != "authority"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        """Take the cited words from the passage, where identifiers are masked."""
        words = Substr("passage__text", F("start") - F("passage__start") + 1, F("end") - F("start"))
        rows = super().get_queryset(request).annotate(cited_words=words)
        beside = rows.select_related("authority", "corrected_by", "opinion__case", "passage")
        return beside.defer(*texts_of("opinion"))

    def get_urls(self) -> list[URLPattern]:
        """Add the desk."""
        view = self.admin_site.admin_view
        return [
            path("desk/", view(require_safe(citation_desk)), name="briefs_citation_desk"),
            path("<int:pk>/decide/", view(require_POST(decide)), name="briefs_citation_decide"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Citations are found by the engine."""
        return False

    def save_model(self, request: HttpRequest, obj: Citation, form: Any, change: bool) -> None:
        """Keep the choice as this person's."""
        if "authority" in form.changed_data:
            correct(obj, form.cleaned_data["authority"], by=request.user)

    @admin.display(description="Cited words")
    def words(self, citation: Any) -> str:
        """Give the words that cite."""
        return citation.cited_words

    @admin.display(description="In the passage")
    def sentence(self, citation: Citation) -> str:
        """Give the words around, to judge by."""
        at = citation.start - citation.passage.start
        begin, stop = max(0, at - 250), at + (citation.end - citation.start) + 250
        text = citation.passage.text
        return f"{'…' if begin else ''}{text[begin:stop]}{'…' if stop < len(text) else ''}"

    @admin.display(description="Place")
    def where(self, citation: Citation) -> str:
        """Link the place in the opinion."""
        desk = reverse("admin:briefs_opinion_annotate", args=[citation.opinion_id])
        return format_html('<a href="{}#{}">{}</a>', desk, citation.passage.anchor, citation.passage.place)

    @admin.display(description="Warnings")
    def warnings(self, citation: Citation) -> str:
        """Give why it cannot be right, if it cannot."""
        return " ".join(str(flag[-1]) for flag in citation.flags) or "None."
