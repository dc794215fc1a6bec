"""The buttons of a mark: take it away, bring it back, put it into a brief, keep it before another's."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from briefs.access import must
from briefs.admin.annotation_desk import address, by_script, parts
from briefs.admin.pages import says_no_in_sentences
from briefs.admin.refusals import listed, reasons_of
from briefs.models import Annotation, Brief, Opinion
from briefs.text.identifiers import mask
from briefs.workflow.annotate import block_of, remove_annotation
from briefs.workflow.hold import hold
from briefs.workflow.keep_one import keep_one
from briefs.workflow.refusal import Refused
from briefs.workflow.standing import called
from briefs.workflow.undo_removal import undo_removal


@require_POST
@says_no_in_sentences
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a mark away; the answer offers to bring it back."""
    mark = _mark(request, pk)
    opinion, span, words = mark.opinion, (mark.start, mark.end), mask(mark.quote)[:60]

    def verb() -> tuple[str, dict[str, Any]]:
        remove_annotation(mark, by=request.user)
        return f"Taken away: the mark on “{words}”.", {"removed": last_removal(pk)}

    return _press(request, opinion, [span], verb)


@require_POST
@says_no_in_sentences
def undo(request: HttpRequest, pk: int, history_id: int) -> HttpResponse:
    """Bring a mark of an opinion back that was taken away."""
    opinion = get_object_or_404(Opinion.objects.for_reading(), pk=pk)
    _only_members(request)
    spans: list[tuple[int, int]] = []

    def verb() -> tuple[str, dict[str, Any]]:
        mark = undo_removal(opinion, history_id, by=request.user)
        spans.append((mark.start, mark.end))
        return f"Brought back: the mark in {block_of(opinion, mark.start)}.", {"mark": mark.pk}

    return _press(request, opinion, spans, verb)


@require_POST
@says_no_in_sentences
def into_brief(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a new holding from the mark, in the brief that `brief` names."""
    mark = _mark(request, pk)
    named = request.POST.get("brief", "")
    brief = get_object_or_404(Brief.objects.select_related("opinion"), pk=int(named) if named.isdecimal() else 0)

    def verb() -> tuple[str, dict[str, Any]]:
        name = called(hold(mark, brief, by=request.user))
        return f"Written: {name} of “{brief}” says these words; put them in your own.", {"mark": pk}

    return _press(request, mark.opinion, [(mark.start, mark.end)], verb)


@require_POST
@says_no_in_sentences
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep this mark before the one that `other` names, with what both said."""
    mark = _mark(request, pk)
    named = request.POST.get("other", "")
    other = _mark(request, int(named) if named.isdecimal() else 0)
    spans = [(mark.start, mark.end), (other.start, other.end)]

    def verb() -> tuple[str, dict[str, Any]]:
        keep_one(mark, other, by=request.user)
        return f"Kept: the mark of {mark.author}, with what {other.author} said.", {"mark": pk}

    return _press(request, mark.opinion, spans, verb)


def last_removal(pk: int) -> int:
    """Give the history row of a mark's removal, by which it can be brought back."""
    return Annotation.history.filter(id=pk, history_type="-").latest().history_id


def _mark(request: HttpRequest, pk: int) -> Annotation:
    _only_members(request)
    rows = Annotation.objects.standing().select_related("opinion__case__court", "opinion__case__authority", "author")
    return get_object_or_404(rows, pk=pk)


def _only_members(request: HttpRequest) -> None:
    must(request.user, "annotate")


def _press(
    request: HttpRequest,
    opinion: Opinion,
    spans: list[tuple[int, int]],
    verb: Callable[[], tuple[str, dict[str, Any]]],
) -> HttpResponse:
    try:
        said, told = verb()
    except (Refused, IntegrityError) as problem:
        reasons = reasons_of(problem)
        if by_script(request):
            return JsonResponse({"refused": " ".join(reasons)}, status=409)
        messages.error(request, listed("The marks stay as they are:", reasons))
        return HttpResponseRedirect(address(opinion))
    if by_script(request):
        return parts(request, opinion, spans, said=said, **told)
    messages.success(request, said)
    if "removed" in told:
        return HttpResponseRedirect(f"{address(opinion)}?removed={told['removed']}")
    return HttpResponseRedirect(f"{address(opinion)}#annotation-{told['mark']}")
