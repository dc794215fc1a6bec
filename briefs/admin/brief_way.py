"""A brief's way to its edition: one button for each verb, and the page as it would be published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from briefs.admin.pages import press, says_no_in_sentences
from briefs.models import Brief, Edition
from briefs.workflow.publish import preview, publish
from briefs.workflow.submit import send_back, submit
from briefs.workflow.withdraw import withdraw


@says_no_in_sentences
def submit_button(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the brief to the supervising attorneys."""
    brief = _brief(pk)
    return press(
        request,
        lambda: submit(brief, by=request.user),
        done="Submitted. The brief waits for a supervising attorney.",
        refused="The brief was not submitted:",
        back=_address(brief),
    )


@says_no_in_sentences
def return_button(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the brief back to its author, with what is to be mended."""
    brief = _brief(pk)
    return press(
        request,
        lambda: send_back(brief, by=request.user, because=request.POST.get("because", "")),
        done="Returned. The author sees what is to be mended.",
        refused="The brief was not returned:",
        back=_address(brief),
    )


@says_no_in_sentences
def publish_button(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze the brief into its next edition."""
    brief = _brief(pk)
    return press(
        request,
        lambda: publish(brief, by=request.user),
        done="Published. This edition is the live page now.",
        refused="The brief cannot be published yet:",
        back=_address(brief),
    )


@says_no_in_sentences
def withdraw_button(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the published brief down."""
    brief = _brief(pk)
    return press(
        request,
        lambda: withdraw(brief, by=request.user, because=request.POST.get("because", "")),
        done="Withdrawn. The address stays, with a notice and your reason.",
        refused="The brief was not withdrawn:",
        back=_address(brief),
    )


BUTTONS = (
    ("submit", submit_button),
    ("return", return_button),
    ("publish", publish_button),
    ("withdraw", withdraw_button),
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
