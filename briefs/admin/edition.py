"""Editions: what was published, for reading only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from briefs.admin.plain_words import CourtFilter, PlainWords, named, worded
from briefs.models import Edition


@admin.register(Edition)
class EditionAdmin(PlainWords, admin.ModelAdmin):
    """The list of everything published, with where it stands."""

    list_display = [
        "name",
        "number",
        "court",
        "year",
        "opinion_kind",
        "standing",
        worded("published_at"),
        "published_by",
    ]
    list_filter = [
        ("is_current", named("newest edition", admin.BooleanFieldListFilter)),
        "opinion_kind",
        ("court", CourtFilter),
    ]
    list_select_related = ["court", "published_by"]
    search_fields = ["name", "slug"]
    ordering = ["-published_at", "-pk"]
    fields = [
        *["name", "number", "slug", "court", "decided_on", "opinion_kind", "standing"],
        *["published_at", "published_by", "withdrawn_at", "withdrawn_because"],
    ]
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the page itself where it is; it can be large."""
        return super().get_queryset(request).defer("page", "search")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only publishing makes editions."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An edition is frozen."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An edition stays."""
        return False

    @admin.display(description="Standing")
    def standing(self, edition: Edition) -> str:
        """Say whether the edition is live."""
        if edition.withdrawn_at:
            return "Withdrawn"
        return "Live" if edition.is_current else "Replaced by a newer edition"
