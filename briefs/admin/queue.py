"""The review queue: what waits for whom, and since when."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from briefs.access import STAFF, STUDENT, may, reaches
from briefs.admin.pages import page, says_no_in_sentences
from briefs.workflow.waiting import how_it_stands, waiting_for, what_it_states

_SHOWN = 50  # briefs of each part, those that wait longest; the list of briefs has all

# The parts of the queue in order: attribute of Waiting, heading, what “since” counts from, what to say of none.
_PARTS = (
    ("to_approve", "Waiting for your approval", "submitted_at", "Nothing waits for your approval."),
    ("to_publish", "Approved, waiting to be published by you", "approved_at", ""),
    ("with_others", "Waiting for a supervising attorney", "submitted_at", ""),
    ("later_law", "Later law noted since they were published", "flagged_at", ""),
    ("returned", "Returned to their authors", "changed_at", ""),
    ("being_written", "Being written", "changed_at", ""),
    ("ownerless", "Without owner", "changed_at", ""),
)


@says_no_in_sentences
def queue(request: HttpRequest) -> HttpResponse:
    """Show the briefs on their way: all of them to staff, their own to students."""
    if not reaches(request.user, STUDENT):
        raise PermissionDenied("The queue is for members of the clinic.")
    waiting, sees_all = waiting_for(request.user), reaches(request.user, STAFF)
    parts: list[dict[str, Any]] = []
    for name, title, since, none in _PARTS:
        every: list[Any] = getattr(waiting, name)
        briefs = every[:_SHOWN]
        for brief in briefs:
            brief.standing, brief.states = how_it_stands(brief), what_it_states(brief)
        if briefs or (none and sees_all):
            told = {"name": name, "title": title, "briefs": briefs, "since": since, "none": none}
            parts.append(told | {"count": len(every), "more": len(every) - len(briefs)})
    context = {"parts": parts, "may_hand_over": may(request.user, "hand over")}
    title = "Review queue" if sees_all else "My briefs"
    return page(request, "admin/briefs/brief/queue.html", title, context)
