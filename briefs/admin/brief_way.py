"""A brief's way to its edition: one button for each verb, and the page as it would be published."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from briefs.admin.pages import View, press, says_no_in_sentences
from briefs.models import Brief, Edition
from briefs.workflow.publish import preview, publish
from briefs.workflow.submit import send_back, submit
from briefs.workflow.withdraw import withdraw


def _button(verb: Callable[..., Any], *, done: str, refused: str, with_reason: bool = False) -> View:
    """Make the view behind a button: it calls one verb, and says what came of it on the brief's page."""

    @says_no_in_sentences
    def pressed(request: HttpRequest, pk: int) -> HttpResponse:
        brief = _brief(pk)
        reason = {"because": request.POST.get("because", "")} if with_reason else {}
        return press(
            request,
            lambda: verb(brief, by=request.user, **reason),
            done=done,
            refused=refused,
            back=_address(brief),
        )

    return pressed


BUTTONS = (
    (
        "submit",
        _button(
            submit,
            done="Submitted. The brief waits for a supervising attorney.",
            refused="The brief was not submitted:",
        ),
    ),
    (
        "return",
        _button(
            send_back,
            done="Returned. The author sees what is to be mended.",
            refused="The brief was not returned:",
            with_reason=True,
        ),
    ),
    (
        "publish",
        _button(
            publish,
            done="Published. This edition is the live page now.",
            refused="The brief cannot be published yet:",
        ),
    ),
    (
        "withdraw",
        _button(
            withdraw,
            done="Withdrawn. The address stays, with a notice and your reason.",
            refused="The brief was not withdrawn:",
            with_reason=True,
        ),
    ),
)


@never_cache
def preview_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the page as it would be published now; nothing is kept."""
    brief = _brief(pk)
    page = preview(brief).page
    edition = Edition(brief=brief, number=page["edition"], slug=brief.slug, page=page, opinion=brief.opinion)
    parts = {"edition": edition, "page": page, "editions": [], "formats": (), "brief": brief}
    answer = TemplateResponse(request, "admin/briefs/brief/preview.html", parts)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _brief(pk: int) -> Brief:
    return get_object_or_404(Brief.objects.select_related("opinion__case", "author"), pk=pk)


def _address(brief: Brief) -> str:
    return reverse("admin:briefs_brief_change", args=[brief.pk])
