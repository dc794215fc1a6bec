"""Comments on a draft: added, resolved and reopened beside the form, so that nobody's writing is in the way."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse

from briefs.admin.pages import View, press, says_no_in_sentences
from briefs.models import Brief, Comment
from briefs.workflow.comment import WHOLE, anchor_of, comment_at, reopen, resolve
from briefs.workflow.refusal import Refused


@says_no_in_sentences
def add_comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Hang what was typed at a place of the form on that place; the other places' boxes are left alone."""
    brief = _brief(pk)
    place = request.POST.get("place", WHOLE)
    text = request.POST.get(f"text-{place}", "")
    return _answer(
        request, brief, lambda: comment_at(brief, place, by=request.user, text=text), place, "Your comment was added."
    )


def _deciding(verb: Callable[..., None], done: str) -> View:
    @says_no_in_sentences
    def pressed(request: HttpRequest, pk: int, remark: int) -> HttpResponse:
        brief = _brief(pk)
        said = get_object_or_404(Comment.objects.select_related("holding"), pk=remark, brief=brief)
        said.brief = brief
        return _answer(request, brief, lambda: verb(said, by=request.user), anchor_of(said), done)

    return pressed


resolve_comment = _deciding(resolve, "The comment is resolved.")
reopen_comment = _deciding(reopen, "The comment is open again.")


def _answer(request: HttpRequest, brief: Brief, verb: Callable[[], Any], place: str, done: str) -> HttpResponse:
    """Do it and go back to the place; to the page's script give the place anew, with what to say aloud."""
    if request.headers.get("Accept") != "application/json":
        back = f"{reverse('admin:briefs_brief_change', args=[brief.pk])}#comments-{place}"
        return press(request, verb, done=done, refused="The comment was not kept:", back=back)
    try:
        verb()
    except Refused as problem:
        return JsonResponse({"said": str(problem)}, status=409)
    parts = {"original": brief, "place": place}
    words = render_to_string("admin/briefs/brief/_comments.html", parts, request)
    listed = render_to_string("admin/briefs/brief/_open_comments.html", parts, request)
    return JsonResponse({"said": done, "html": words, "list": listed})


def _brief(pk: int) -> Brief:
    return get_object_or_404(Brief.objects.select_related("opinion__case", "author", "owner"), pk=pk)
