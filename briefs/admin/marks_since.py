"""What others did to an opinion's marks while a page lies open: asked every few seconds, mostly answered with 304."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from briefs.access import must
from briefs.admin.desk_marks import read_desk, row_html
from briefs.admin.pages import says_no_in_sentences
from briefs.models import Annotation, Opinion, Pin
from briefs.workflow.annotate import block_of

# A change is dated when it is made and seen when it is committed: look back as far as a transaction may take.
OVERLAP = timedelta(seconds=15)
LONGEST = timedelta(hours=12)
_DONE = {
    "+": "marked {place} as {kind}",
    "~": "changed the mark “{kind}” in {place}",
    "-": "took a mark away in {place}",
}


@require_safe
@says_no_in_sentences
def marks_since(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the rows whose marks or pins changed since `?since=` (ISO moment), and who did what, in sentences.

    JSON {since, version, rows, gone, said: [{id, words}]}; 304 while nothing more happened, by ETag.
    """
    must(request.user, "annotate")
    asked = _moment(request.GET.get("since", ""))
    now = timezone.now()
    since = max(asked or now, now - LONGEST) - OVERLAP
    events = list(
        Annotation.history.filter(opinion_id=pk, history_date__gte=since)
        .select_related("history_user")
        .order_by("history_id")
    )
    pinned = Pin.history.filter(annotation__opinion_id=pk, history_date__gte=since).order_by("history_id")
    pins = list(pinned.values_list("history_id", "annotation_id"))
    tag = f'"{events[-1].history_id if events else 0}-{len(events)}-{pins[-1][0] if pins else 0}-{len(pins)}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    told: dict[str, Any] = {"since": now.isoformat(), "rows": {}, "gone": [], "said": []}
    if events or pins:
        told |= _changes(request, pk, events, {annotation for _, annotation in pins})
    return JsonResponse(told, headers={"ETag": tag, "Cache-Control": "private, no-cache"})


def _moment(asked: str) -> datetime | None:
    try:
        moment = parse_datetime(asked)
    except ValueError:
        return None
    return moment if moment is not None and timezone.is_aware(moment) else None


def _changes(request: HttpRequest, pk: int, events: Sequence[Any], pinned: set[int]) -> dict[str, Any]:
    opinion = get_object_or_404(Opinion.objects.for_reading().defer("raw", "pieces"), pk=pk)
    touched = {event.id for event in events} | pinned
    # where each mark stands and stood: a mark on other words changes two places
    spans = Annotation.history.filter(id__in=touched).values_list("start", "end").distinct()
    desk = read_desk(opinion, request.user)
    there = {mark.pk for mark in desk.marks}
    return {
        "version": opinion.text_version,
        "rows": row_html(request, desk.rows(spans)),
        "gone": sorted(touched - there),
        "said": _sentences(opinion, events, request.user),
    }


def _sentences(opinion: Opinion, events: Sequence[Any], reader: Any) -> list[dict[str, Any]]:
    """Say what others did, once for each mark: the rows of one saving follow each other in the history."""
    last: dict[int, tuple[int, str]] = {}
    new = {event.id for event in events if event.history_type == "+"}
    for event in events:
        if event.history_user is None or event.history_user_id == reader.pk:
            continue
        kind = "+" if event.history_type == "~" and event.id in new else event.history_type
        place, name = block_of(opinion, event.start), event.get_kind_display().lower()
        words = f"{event.history_user} {_DONE[kind].format(place=place, kind=name)}."
        last[event.id] = (event.history_id, words)
    return [{"id": history_id, "words": words} for history_id, words in sorted(last.values())]
