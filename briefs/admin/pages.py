"""Pages of ours in Django's frame, and the buttons on them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from briefs.admin.refusals import listed, reasons_of
from briefs.workflow.refusal import Refused

View = Callable[..., HttpResponse]


def page(
    request: HttpRequest, template: str, title: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> TemplateResponse:
    """Render a page of ours inside the admin's frame; it asks the database nothing by itself."""
    frame = {
        "title": title,
        "site_title": admin.site.site_title,
        "site_header": admin.site.site_header,
        "site_url": admin.site.site_url,
        "has_permission": True,
        "is_popup": False,
        "is_nav_sidebar_enabled": False,
    }
    return TemplateResponse(request, template, frame | (context or {}), status=status)


def forbidden(request: HttpRequest, problem: PermissionDenied) -> TemplateResponse:
    """Say, with status 403, what a person may not do."""
    why = str(problem) or "Your role in the clinic does not open this page."
    return page(request, "admin/forbidden.html", "Not allowed", {"why": why}, status=403)


def says_no_in_sentences(view: View) -> View:
    """Answer what a person may not do with a page that says so."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(*args, **kwargs)
        except PermissionDenied as problem:
            request = next(one for one in args if isinstance(one, HttpRequest))
            return forbidden(request, problem)

    return guarded


def press(
    request: HttpRequest, verb: Callable[[], Any], *, done: str, refused: str, back: str, stay: str = ""
) -> HttpResponse:
    """Do the one verb behind a button and go `back` with `done`, or to `stay` with every reason why not."""
    try:
        verb()
    except (Refused, IntegrityError) as problem:
        messages.error(request, listed(refused, reasons_of(problem)))
        return HttpResponseRedirect(stay or back)
    messages.success(request, done)
    return HttpResponseRedirect(back)
