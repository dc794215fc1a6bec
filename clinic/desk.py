"""The clinic's desk: Django's admin, open to members of the clinic only."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

from briefs.access import STUDENT, reaches
from clinic.sent_again import can_be_sent_again, sent_again


class ClinicSite(AdminSite):
    """Who may enter, and what no page of the desk is asked."""

    site_header = site_title = "Pincite"
    index_title = "The clinic’s desk"
    empty_value_display = format_html('<span class="nothing">{}</span>', "–")
    enable_nav_sidebar = False  # the few places people go to stand in the head of every page

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in who is in one of the clinic's groups; an account alone opens nothing."""
        return super().has_permission(request) and reaches(request.user, STUDENT)

    def admin_view(self, view: Callable[..., HttpResponse], cacheable: bool = False) -> Callable[..., HttpResponse]:
        """Turn NULs in an address away, which PostgreSQL keeps none of; give a form back to who is signed out."""
        inner = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if "%00" in request.META.get("QUERY_STRING", ""):
                raise BadRequest("There is a NUL in the address.")
            if not request.user.is_authenticated and can_be_sent_again(request):
                return sent_again(request)
            return inner(request, *args, **kwargs)

        return update_wrapper(guarded, view)
