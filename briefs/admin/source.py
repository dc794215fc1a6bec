"""Sources: the files as they came, and the way to the import desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from briefs.access import may
from briefs.admin.file_queue import file_queue, read_file
from briefs.admin.import_desk import discard_file, download, import_desk, keep_all, preview_desk
from briefs.admin.plain_words import worded
from briefs.admin.refusals import Careful
from briefs.models import Opinion, Source
from briefs.workflow.discard import discard


class WaitingFilter(admin.SimpleListFilter):
    """Files that wait, and files an opinion was made of."""

    title = "state"
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Give the choices."""
        return [("yes", "Waiting"), ("no", "Imported")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list."""
        if self.value() == "yes":
            return queryset.waiting()
        return queryset.filter(opinions__isnull=False).distinct() if self.value() == "no" else queryset


@admin.register(Source)
class SourceAdmin(Careful, admin.ModelAdmin):
    """A file is never changed; it waits, becomes an opinion, or is discarded."""

    change_list_template = "admin/briefs/source/change_list.html"
    list_display = ["name", "state", "weight", worded("received_at"), "received_by"]
    list_filter = [WaitingFilter]
    list_select_related = ["received_by"]
    search_fields = ["name", "sha256"]
    ordering = ["-received_at"]
    fields = ["name", "state", "weight", "sha256", "url", "received_at", "received_by", "take_out"]
    readonly_fields = [name for name in fields if name != "url"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        """Leave the bytes where they are."""
        opinions = Opinion.objects.select_related("case").without_texts()
        return super().get_queryset(request).defer("content").prefetch_related(Prefetch("opinions", opinions))

    def get_urls(self) -> list[URLPattern]:
        """Add the import desk."""
        view = self.admin_site.admin_view
        return [
            path("import/", view(import_desk), name="briefs_source_import"),
            path("queue/", view(require_safe(file_queue)), name="briefs_source_queue"),
            path("<int:pk>/read/", view(require_POST(read_file)), name="briefs_source_read"),
            path("import/all/", view(require_POST(keep_all)), name="briefs_source_keep_all"),
            path("<int:pk>/import/", view(preview_desk), name="briefs_source_preview"),
            path("<int:pk>/discard/", view(require_POST(discard_file)), name="briefs_source_discard"),
            path("<int:pk>/download/", view(require_safe(download)), name="briefs_source_download"),
            *super().get_urls(),
        ]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Offer the bytes to who may have them."""
        return [name for name in self.fields if name != "take_out" or may(request.user, "download")]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Files come in through the import desk."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A file is kept untouched."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What waits can be discarded by who may."""
        return obj is not None and may(request.user, "discard", obj) and not obj.opinions.all()

    def delete_model(self, request: HttpRequest, obj: Source) -> None:
        """Discard."""
        discard(obj, by=request.user)

    @admin.display(description="State")
    def state(self, source: Source) -> str:
        """Link the opinion, or the preview of what waits."""
        opinion = next(iter(source.opinions.all()), None)
        if opinion is None:
            return format_html('<a href="{}">Waiting</a>', reverse("admin:briefs_source_preview", args=[source.pk]))
        address = reverse("admin:briefs_opinion_change", args=[opinion.pk])
        return format_html('<a href="{}">{}</a>', address, opinion.case.short_name)

    @admin.display(description="Size", ordering="size")
    def weight(self, source: Source) -> str:
        """Give the size as people read it: “14.6 KB”."""
        return filesizeformat(source.size)

    @admin.display(description="The file itself")
    def take_out(self, source: Source) -> str:
        """Link the bytes."""
        address = reverse("admin:briefs_source_download", args=[source.pk])
        return format_html('<a href="{}">Download as it came</a>', address)
