"""A brief's way to its edition: one button for each verb, and the addresses of its review."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from briefs.admin import comments
from briefs.admin.agreement import agreement
from briefs.admin.handover import handover
from briefs.admin.noting_later_law import later_law
from briefs.admin.pages import View, press, says_no_in_sentences
from briefs.admin.portfolio import portfolio
from briefs.admin.queue import queue
from briefs.admin.restoring import restoring
from briefs.models import Brief, Edition, Holding
from briefs.workflow.approve import approve
from briefs.workflow.hold import hold_marked
from briefs.workflow.publish import publish
from briefs.workflow.submit import send_back, submit, take_back
from briefs.workflow.withdraw import withdraw


def _published(edition: Edition) -> str:
    return format_html('Published. <a href="{}">This edition</a> is the live page now.', edition.get_absolute_url())


def _button(
    verb: Callable[..., Any], *, done: str | Callable[[Any], str], refused: str, with_reason: bool = False
) -> View:
    """Make the view behind a button: it calls one verb, and says what came of it on the brief's page."""

    @says_no_in_sentences
    def pressed(request: HttpRequest, pk: int) -> HttpResponse:
        brief = _brief(pk)
        reason = {"because": request.POST.get("because", "").replace("\x00", "")} if with_reason else {}
        return press(
            request,
            lambda: verb(brief, by=request.user, **reason),
            done=done,
            refused=refused,
            back=_address(brief),
        )

    return pressed


def _held(holdings: list[Holding]) -> str:
    count = f"{len(holdings)} holding{'' if len(holdings) == 1 else 's'}"
    return f"Written: {count} from the marked passages, each with its pin. Put the court’s words into your own."


BUTTONS = (
    (
        "hold_marked",
        _button(
            hold_marked,
            done=_held,
            refused="No holding was written:",
        ),
    ),
    (
        "submit",
        _button(
            submit,
            done="Submitted. The brief waits for a supervising attorney.",
            refused="The brief was not submitted:",
        ),
    ),
    (
        "take_back",
        _button(
            take_back,
            done="Taken back. The brief is a draft again; submit it when it is ready.",
            refused="The brief was not taken back:",
        ),
    ),
    (
        "return",
        _button(
            send_back,
            done="Returned. The author sees what is to be mended, and every open comment.",
            refused="The brief was not returned:",
            with_reason=True,
        ),
    ),
    (
        "approve",
        _button(
            approve,
            done="Approved as it stands now. It waits to be published.",
            refused="The brief cannot be approved yet:",
        ),
    ),
    (
        "publish",
        _button(
            publish,
            done=_published,
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


def urls(view: Callable[[View], View]) -> list[URLPattern]:
    """Give the addresses of a brief's way and of its review; `view` lets only members in."""
    asked = require_http_methods(["GET", "HEAD", "POST"])
    return [
        path("queue/", view(require_safe(queue)), name="briefs_brief_queue"),
        path("handover/", view(asked(handover)), name="briefs_brief_handover"),
        path("later-law/", view(asked(later_law)), name="briefs_brief_later_law"),
        path("agreement/", view(require_safe(agreement)), name="briefs_brief_agreement"),
        path("portfolio/<int:pk>/", view(require_safe(portfolio)), name="briefs_brief_portfolio"),
        *(path(f"<int:pk>/{name}/", view(require_POST(one)), name=f"briefs_brief_{name}") for name, one in BUTTONS),
        path("<int:pk>/comment/", view(require_POST(comments.add_comment)), name="briefs_brief_comment"),
        path(
            "<int:pk>/comments/<int:remark>/resolve/",
            view(require_POST(comments.resolve_comment)),
            name="briefs_brief_resolve_comment",
        ),
        path(
            "<int:pk>/comments/<int:remark>/reopen/",
            view(require_POST(comments.reopen_comment)),
            name="briefs_brief_reopen_comment",
        ),
        path("<int:pk>/restore/", view(require_POST(restoring)), name="briefs_brief_restore"),
    ]


def _brief(pk: int) -> Brief:
    return get_object_or_404(Brief.objects.select_related("opinion__case", "author", "owner"), pk=pk)


def _address(brief: Brief) -> str:
    return reverse("admin:briefs_brief_change", args=[brief.pk])
