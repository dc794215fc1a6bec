"""The taxonomy: area, topic, subtopic."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.html import format_html
from simple_history.admin import SimpleHistoryAdmin

from briefs.admin.plain_words import worded
from briefs.admin.refusals import Careful
from briefs.admin.searched import Searched
from briefs.models import Issue
from briefs.workflow.index_edits import index_issue


@admin.register(Issue)
class IssueAdmin(Searched, Careful, SimpleHistoryAdmin):
    """The tree as a list, in its own order; type-ahead finds names and synonyms."""

    follow = staticmethod(index_issue)
    list_display = ["in_the_tree", worded("slug"), "scope_note", "merged_into"]
    list_filter = ["level"]
    list_select_related = ["parent", "merged_into"]
    list_per_page = 200
    search_fields = ["name", "slug", "spoken"]
    autocomplete_fields = ["parent", "merged_into"]
    ordering = ["position", "name"]
    fields = ["name", "slug", "level", "parent", "position", "scope_note", "synonyms", "merged_into"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Issue]:
        """Let the search see synonyms, which are kept as a list."""
        return super().get_queryset(request).annotate(spoken=Cast("synonyms", TextField()))

    @admin.display(description="Issue", ordering="position")
    def in_the_tree(self, issue: Issue) -> str:
        """Indent a name by its level."""
        return format_html('<span class="level-{}">{}</span>', issue.level, issue.name)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Leave merged issues out of what type-ahead offers."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if request.path.endswith("/autocomplete/"):
            found = found.filter(merged_into__isnull=True)
        return found, duplicates
