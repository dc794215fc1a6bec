"""The review queue: what waits for whom, and since when."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from briefs.access import STAFF, STUDENT, reaches
from briefs.admin.pages import page, says_no_in_sentences
from briefs.workflow.waiting import how_it_stands, waiting_for, what_it_states


@says_no_in_sentences
def queue(request: HttpRequest) -> HttpResponse:
    """Show the briefs on their way: all of them to staff, their own to students."""
    if not reaches(request.user, STUDENT):
        raise PermissionDenied("The queue is for members of the clinic.")
    waiting = waiting_for(request.user)
    parts = [
        ("Waiting for you", waiting.to_approve, "submitted_at", "Nothing waits for your approval."),
        ("Waiting for a supervising attorney", waiting.with_others, "submitted_at", ""),
        ("Returned to their authors", waiting.returned, "changed_at", ""),
        ("Being written", waiting.being_written, "changed_at", ""),
    ]
    parts = [part for part in parts if part[1] or (part[3] and reaches(request.user, STAFF))]
    title = "Review queue" if reaches(request.user, STAFF) else "My briefs"
    for brief in (one for part in parts for one in part[1]):
        brief.standing, brief.states = how_it_stands(brief), what_it_states(brief)  # type: ignore[attr-defined]
    context = {"parts": [{"title": part[0], "briefs": part[1], "since": part[2], "none": part[3]} for part in parts]}
    return page(request, "admin/briefs/brief/queue.html", title, context)
