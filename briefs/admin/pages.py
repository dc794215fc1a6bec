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
from briefs.text.identifiers import mask
from briefs.workflow.refusal import Refused

View = Callable[..., HttpResponse]

_TYPED = ("because", "text-", "words-")  # how the names begin of fields for sentences that stand beside buttons
_MOST_TYPED = 10_000  # characters given back of each


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


def typed_in(request: HttpRequest) -> list[str]:
    """Give the sentences somebody typed beside a button, so that a refusal loses none; numbers covered (INV-12)."""
    sent = [value.replace("\x00", "").strip() for name, value in request.POST.items() if name.startswith(_TYPED)]
    return [mask(words)[:_MOST_TYPED] for words in sent if words]


def forbidden(request: HttpRequest, problem: PermissionDenied) -> TemplateResponse:
    """Say, with status 403, what a person may not do."""
    why = str(problem) or "Your role in the clinic does not open this page."
    told = {"why": why, "typed": typed_in(request)}
    return page(request, "admin/forbidden.html", "Not allowed", told, status=403)


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
    request: HttpRequest,
    verb: Callable[[], Any],
    *,
    done: str | Callable[[Any], str],
    refused: str,
    back: str | Callable[[Any], str],
    stay: str = "",
) -> HttpResponse:
    """Do the one verb behind a button and go `back` with `done`, or to `stay` with every reason why not.

    `done` is a sentence, `back` an address; each may be made of what the verb gave. An address that is made so needs
    `stay`.
    """
    try:
        given = verb()
    except (Refused, IntegrityError) as problem:
        messages.error(request, listed(refused, reasons_of(problem)))
        for words in typed_in(request):
            messages.info(request, f"What you typed: {words}")
        return HttpResponseRedirect(stay or str(back))
    messages.success(request, done if isinstance(done, str) else done(given))
    return HttpResponseRedirect(back if isinstance(back, str) else back(given))
