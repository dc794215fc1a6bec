"""Editions: what was published, for reading only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from briefs.admin.editions_compared import compare
from briefs.admin.plain_words import CourtFilter, PlainWords, named, worded
from briefs.admin.refusals import CarefulForm
from briefs.models import Edition


@admin.register(Edition)
class EditionAdmin(PlainWords, admin.ModelAdmin):
    """The list of everything published, with where it stands."""

    form = CarefulForm
    list_display = [
        "name",
        "number",
        "court_cited",
        "year",
        "opinion_kind",
        "standing",
        worded("published_at"),
        "published_by",
        "changes",
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
        *["signatures", "changes"],
    ]
    readonly_fields = fields

    def get_urls(self) -> list[URLPattern]:
        """Add the page that compares two editions of a brief."""
        view = self.admin_site.admin_view(require_safe(compare))
        return [path("compare/<int:brief>/", view, name="briefs_edition_compare"), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the page itself where it is; it can be large."""
        return super().get_queryset(request).defer("page")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only publishing makes editions."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An edition is frozen."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An edition stays."""
        return False

    @admin.display(description="Court", ordering="court__name")
    def court_cited(self, edition: Edition) -> str:
        """Name the court as citations do: the list is wide enough."""
        return edition.court.abbreviation if edition.court else ""

    @admin.display(description="Standing")
    def standing(self, edition: Edition) -> str:
        """Say whether the edition is live."""
        if edition.withdrawn_at:
            return "Withdrawn"
        return "Live" if edition.is_current else "Replaced by a newer edition"

    @admin.display(description="What changed")
    def changes(self, edition: Edition) -> str:
        """Lead to this edition beside the one before it, or beside the draft."""
        address = reverse("admin:briefs_edition_compare", args=[edition.brief_id])
        if edition.number == 1:
            return format_html('<a href="{}?from=1&amp;to=draft">Until now</a>', address)
        before = edition.number - 1
        return format_html(
            '<a href="{}?from={}&amp;to={}">Since edition {}</a>', address, before, edition.number, before
        )

    @admin.display(description="Quotations signed for")
    def signatures(self, edition: Edition) -> str:
        """Tell which quotations nobody could check here, and who answered for them; never published."""
        row = '<li>“{}”: {} <span class="quiet">({}, {})</span></li>'
        told = [(quote, why, who, _spelt(when)) for quote, why, who, when in edition.signed_quotations]
        return format_html("<ul>{}</ul>", format_html_join("", row, told)) if told else "None"


def _spelt(moment: str) -> str:
    read = parse_datetime(moment)
    return date_format(localtime(read), "DATETIME_FORMAT") if read else moment
