"""How a brief's form is saved: laid over what others saved meanwhile, and shown again where a person has to choose."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from briefs.access import may
from briefs.admin.pages import page
from briefs.admin.unsaved import differences
from briefs.models import Brief
from briefs.workflow.keep_unsaved import clear_saved, keep_refused, mark_of, unsaved_of
from briefs.workflow.order_holdings import moved
from briefs.workflow.refusal import Refused
from briefs.workflow.save_brief import lay_over
from briefs.workflow.typed import Sent
from briefs.workflow.written import bases_of

_STEPS = {"up": -1, "down": 1}


class NothingLost:
    """For the ModelAdmin of briefs: no save undoes another's, and none that comes too late throws words away."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Note what the form is opened on; lay a form that is sent over what stands now."""
        brief = Brief.objects.filter(pk=object_id).first() if object_id and object_id.isdecimal() else None
        parts = (object_id, form_url, extra_context)
        if brief is None:
            return super().changeform_view(request, *parts)  # type: ignore[misc]
        if request.method != "POST":
            # Read before the rows are: what is saved in between counts as somebody else's.
            request.opened_on = bases_of(brief)  # type: ignore[attr-defined]
            return super().changeform_view(request, *parts)  # type: ignore[misc]
        if not may(request.user, "edit brief", brief):
            return _too_late(request, brief)
        with transaction.atomic():
            sent = _asked(request, brief)
            if sent is None:
                messages.info(request, "Nothing that you typed waits to be saved.")
                return HttpResponseRedirect(request.path)
            try:
                laid = lay_over(brief, sent, by=request.user)
            except PermissionDenied:
                return _too_late(request, brief)
            request.laid, request.opened_on = laid, bases_of(brief)  # type: ignore[attr-defined]
            request.POST = _as_query(laid.sent)  # type: ignore[assignment]
            answer = super().changeform_view(request, *parts)  # type: ignore[misc]
            if answer.status_code == 302:
                clear_saved(brief, by=request.user, following=request.POST.get("kept", ""))
            return answer


def _asked(request: HttpRequest, brief: Brief) -> Sent | None:
    """Give the form that is to be laid over the brief: the one sent, one kept unsaved, or one with a holding moved."""
    sent: Sent = {name: list(values) for name, values in request.POST.lists()}
    if "_take_up" in sent:
        kept = unsaved_of(brief, request.user)
        if kept is None:
            return None
        request.held_back = "These are the words you had not saved. Look them over and save them."  # type: ignore[attr-defined]
        return {**kept.fields, "kept": [mark_of(kept)]}
    if "_move" in sent:
        index, _, way = sent.pop("_move")[-1].partition(" ")
        sent, number = moved(sent, int(index) if index.isdecimal() else -1, _STEPS.get(way, 0))
        request.held_back = (  # type: ignore[attr-defined]
            f"It is number {number} now. Save to keep this order." if number else "There is nothing to move."
        )
    return sent


def _too_late(request: HttpRequest, brief: Brief) -> HttpResponse:
    """Refuse a save of what went out of a person's hands meanwhile; their words are kept, and shown to them."""
    if not may(request.user, "submit", brief):
        raise PermissionDenied("A student writes only their own brief.")
    sent: Mapping[str, Sequence[str]] = dict(request.POST.lists())
    try:
        keep_refused(brief, sent, by=request.user, following=request.POST.get("kept", ""))
        is_kept = True
    except Refused:
        is_kept = False
    parts = {"brief": brief, "differences": differences(brief, sent), "is_kept": is_kept}
    return page(request, "admin/briefs/brief/too_late.html", "Not saved", parts, status=409)


def _as_query(sent: Sent) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in sent.items():
        query.setlist(name, list(values))
    return query
