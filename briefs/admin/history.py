"""The history of a row as a page: every change by whom and when, the words added and the words taken."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from briefs.access import may
from briefs.models import Brief
from briefs.reading.timeline import of_brief, of_row

EVENTS_ON_A_PAGE = 20


class Remembered:
    """For a ModelAdmin over rows that keep their history."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Show what was changed, newest first; a brief's with all its parts, and buttons to bring words back."""
        model: Any = self.model  # type: ignore[attr-defined]
        if not hasattr(model, "history"):
            return super().history_view(request, object_id, extra_context)  # type: ignore[misc]
        row = _row(model, object_id)
        if not self.has_view_or_change_permission(request, row):  # type: ignore[attr-defined]
            raise PermissionDenied
        is_brief = isinstance(row, Brief)
        events = Paginator(of_brief(row) if is_brief else of_row(row), EVENTS_ON_A_PAGE)
        shown = events.get_page(request.GET.get("p"))
        parts = {
            "title": f"History: {self.page_title(row)}",  # type: ignore[attr-defined]
            "object": row,
            "opts": model._meta,
            "page_obj": shown,
            "page_range": events.get_elided_page_range(shown.number),
            "elided": events.ELLIPSIS,
            "brief": row if is_brief else None,
            "restores": is_brief and may(request.user, "edit brief", row),
            "is_nav_sidebar_enabled": False,
        }
        frame = self.admin_site.each_context(request)  # type: ignore[attr-defined]
        return TemplateResponse(request, "admin/briefs/history.html", frame | parts | (extra_context or {}))

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never write an old version over a row without the checks of its form or its verb."""
        return True

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Show one version; it is for reading, whoever asks."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied("An old version is for reading; change the present one through its own form.")
        if not (object_id.isdecimal() and version_id.isdecimal()):
            raise Http404
        return super().history_form_view(request, object_id, version_id, extra_context)  # type: ignore[misc]


def _row(model: Any, object_id: str) -> Any:
    """Give a row, or what it last was if it is gone."""
    if not object_id.isdecimal() or len(object_id) > 18:
        raise Http404
    row = model._default_manager.filter(pk=object_id).first()
    if row is None:
        last = model.history.filter(id=object_id).order_by("-history_date", "-history_id").first()
        if last is None:
            raise Http404
        row = last.instance
    return row
