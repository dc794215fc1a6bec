"""The anchor desk: marks that lost their place in a new text, one after another, for a person to settle."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST, require_safe

from briefs.access import may, must
from briefs.admin.pages import page, press, says_no_in_sentences
from briefs.admin.text_versions import correct, new_text, new_text_preview, text_version, text_versions
from briefs.models import Annotation, Opinion
from briefs.reading.unplaced import opinions_with_unplaced, retired, unplaced
from briefs.workflow.place import accept, bring_back, repin, retire
from briefs.workflow.refusal import Refused


def anchor_addresses(view: Callable[..., Any]) -> list[URLPattern]:
    """Give the addresses of the anchor desk and of an opinion's texts; `view` guards them as the admin does."""
    return [
        path("anchors/", view(require_safe(all_unplaced)), name="briefs_opinion_unplaced"),
        path("<int:pk>/anchors/", view(require_safe(anchor_desk)), name="briefs_opinion_anchors"),
        path("<int:pk>/anchors/<int:mark>/", view(require_POST(settle)), name="briefs_opinion_place"),
        path("<int:pk>/texts/", view(require_safe(text_versions)), name="briefs_opinion_texts"),
        path("<int:pk>/texts/<int:number>/", view(require_safe(text_version)), name="briefs_opinion_text"),
        path("<int:pk>/new-text/", view(new_text), name="briefs_opinion_new_text"),
        path("<int:pk>/new-text/<int:source>/", view(new_text_preview), name="briefs_opinion_new_text_preview"),
        path("<int:pk>/correct/", view(correct), name="briefs_opinion_correct"),
    ]


@says_no_in_sentences
def all_unplaced(request: HttpRequest) -> HttpResponse:
    """List the opinions with marks that wait."""
    _only_members(request)
    context = {"opinions": list(opinions_with_unplaced())}
    return page(request, "admin/briefs/opinion/unplaced.html", "Anchor desk", context)


@says_no_in_sentences
def anchor_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the marks of one opinion that wait, and those that were retired."""
    _only_members(request)
    opinion = get_object_or_404(Opinion.objects.for_reading(), pk=pk)
    waiting, away = unplaced(opinion), retired(opinion)
    for mark in [*(one.mark for one in waiting), *away]:
        mark.is_changeable = may(request.user, "change annotation", mark)  # type: ignore[attr-defined]
    context = {
        "opinion": opinion,
        "waiting": waiting,
        "retired": away,
        "may_correct_text": may(request.user, "correct text"),
    }
    return page(request, "admin/briefs/opinion/anchors.html", f"Anchors of {opinion}", context)


@says_no_in_sentences
def settle(request: HttpRequest, pk: int, mark: int) -> HttpResponse:
    """Take one decision, and go on to the next mark that waits."""
    _only_members(request)
    row = get_object_or_404(Annotation.objects.select_related("opinion"), pk=mark, opinion=pk)
    desk = reverse("admin:briefs_opinion_anchors", args=[pk])
    verb, done = _decision(request, row)
    after = row.opinion.annotations.unplaced().in_reading_order().exclude(pk=row.pk)
    following = after.filter(start__gte=row.start).first() or after.first()
    there = f"{desk}#mark-{following.pk}" if following else f"{desk}#waiting"
    return press(request, verb, done=done, refused="Not settled:", back=there, stay=f"{desk}#mark-{row.pk}")


def _decision(request: HttpRequest, mark: Annotation) -> tuple[Callable[[], Any], str]:
    """Give the verb that a button stands for, and the sentence that says it was done."""
    told, by = request.POST, request.user
    seen = _number(told.get("seen", ""))
    act = told.get("act", "")
    if act == "accept":
        return lambda: accept(mark, by=by, seen=seen), "Accepted: the mark stands on the proposed words."
    if act == "retire":
        return lambda: retire(mark, by=by, seen=seen), "Retired: the mark is kept below and can be brought back."
    if act == "bring back":
        return lambda: bring_back(mark, by=by), "Brought back: the mark stands, or waits here, again."
    if told.get("place"):
        start, _, end = told["place"].partition("-")
        place = _number(start), _number(end)
        return (
            lambda: repin(mark, by=by, start=place[0], end=place[1], seen=seen),
            "Chosen: the mark stands on those words.",
        )
    if "quote" in told:
        return lambda: repin(
            mark, by=by, quote=told["quote"], seen=seen
        ), "Chosen: the mark stands on the pasted words."
    return _nothing, ""


def _nothing() -> None:
    raise Refused("Choose what to do with the mark.")


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None


def _only_members(request: HttpRequest) -> None:
    must(request.user, "annotate")
