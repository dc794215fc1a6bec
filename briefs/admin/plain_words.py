"""The desk's plain words for the fields of the models: in labels, column heads, filters and titles."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

LABELS = {
    "applies_when": "Applies to",
    "author": "Author",
    "changed_at": "Last changed",
    "cleared_by": "Cleared by",
    "cleared_source": "Source that clears it",
    "cleared_on": "Cleared on",
    "completeness": "How much of it this is",
    "content_note": "Note before accounts of violence",
    "created_at": "Made",
    "decided_precision": "Date known to the",
    "effective_on": "In force from",
    "external_url": "Link to read it",
    "id": "CourtListener’s identifier",
    "imported_at": "Imported",
    "is_current": "Newest edition",
    "is_resolved": "Mended",
    "key": "Key citations are matched by",
    "law_checked_by": "Law checked by",
    "law_checked_on": "Law checked on",
    "merged_into": "Merged into",
    "parent": "Part of",
    "position": "Order",
    "precedential_note": "Weight as precedent",
    "published_at": "Published",
    "received_at": "Received",
    "released_at": "Released",
    "sha256": "Fingerprint (SHA-256)",
    "slug": "Web address",
    "submitted_at": "Submitted for review",
    "text_version": "Version of the text",
    "url": "Where it was taken from",
    "voice": "Whose words",
    "withdrawn_at": "Withdrawn",
    "withdrawn_because": "Why it was withdrawn",
}


class PlainWords:
    """For a ModelAdmin: labels as people speak, and titles that name what the page is about."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Give the form class with the desk's labels."""
        return super().get_form(request, obj, change, **{"labels": LABELS, **kwargs})  # type: ignore[misc]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Head a list with what is listed."""
        plural = str(self.model._meta.verbose_name_plural)  # type: ignore[attr-defined]
        title = {"title": plural[:1].upper() + plural[1:]}
        return super().changelist_view(request, title | (extra_context or {}))  # type: ignore[misc]

    def page_title(self, obj: Any) -> str:
        """Give the title of the page about one row."""
        return str(obj)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Head a form with what it is about."""
        if context.get("original") is not None:
            context |= {"title": self.page_title(context["original"]), "subtitle": None}
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Say shortly that it is saved; what a popup or “save and add another” answers is left to Django."""
        if IS_POPUP_VAR in request.POST or not {"_save", "_continue"} & request.POST.keys():
            return super().response_change(request, obj)  # type: ignore[misc]
        messages.success(request, f"{self.page_title(obj)} is saved.")
        if "_continue" in request.POST:
            return HttpResponseRedirect(request.get_full_path())
        return self.response_post_save_change(request, obj)  # type: ignore[attr-defined]


class PlainInline:
    """For an inline: labels as people speak."""

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Give the forms with the desk's labels."""
        return super().get_formset(request, obj, **{"labels": LABELS, **kwargs})  # type: ignore[misc]


def worded(name: str) -> Callable[[Any], Any]:
    """Give a list's column for a field, under its plain label and sorted by the field."""

    @admin.display(description=LABELS[name], ordering=name)
    def value(row: Any) -> Any:
        shown = getattr(row, f"get_{name}_display", None)
        return shown() if shown else getattr(row, name)

    value.__name__ = name
    return value


def named(title: str, kind: type[admin.FieldListFilter]) -> type[admin.FieldListFilter]:
    """Give a field's filter another title: it stands after “By”."""

    class Named(kind):  # type: ignore[valid-type, misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.title = title

    return Named


class ReleasedFilter(admin.SimpleListFilter):
    """What the public may read, and what it may not."""

    title = "what the public may read"
    parameter_name = "released"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Give the choices."""
        return [("yes", "Released"), ("no", "Not released")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list."""
        asked = {"yes": False, "no": True}.get(self.value() or "")
        return queryset if asked is None else queryset.filter(released_at__isnull=asked)


CourtFilter = named("court", admin.RelatedOnlyFieldListFilter)
