"""The text desk: the source beside the clean text, what the doctor finds in it, and the acts that mend it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST, require_safe

from briefs.access import may_annotate, may_correct_text, may_release, may_sign_findings
from briefs.admin.column import of_opinion
from briefs.admin.pages import page, press, says_no_in_sentences
from briefs.models import Finding, Opinion, TextChange
from briefs.reading.beside_source import beside_source
from briefs.text.identifiers import mask
from briefs.workflow.change_text import apply_fix, change_text, take_back
from briefs.workflow.refusal import Refused
from briefs.workflow.sign_finding import sign_all, sign_finding

# What the desk does to a block: the act, its button, and what has to be typed for it.
ACTS = (
    ("join", "Join to the one before", ""),
    ("split", "Begin a new paragraph", "at these words"),
    ("paragraph", "Make it a paragraph", ""),
    ("heading", "Make it a heading", "level 1 to 4"),
    ("footnote", "Make it a footnote", "its number"),
    ("blockquote", "Mark or unmark as block quotation", "these words, or the whole"),
    ("page", "A page begins here", "its number"),
)
_AT_WORDS = ("split", "blockquote")


def text_desk_addresses(view: Callable[..., Any]) -> list[URLPattern]:
    """Give the addresses of the text desk; `view` guards them as the admin does."""
    return [
        path("<int:pk>/text/", view(require_safe(text_desk)), name="briefs_opinion_text_desk"),
        path("<int:pk>/text/change/", view(require_POST(change)), name="briefs_opinion_change_text"),
        path("<int:pk>/text/sign/", view(require_POST(sign)), name="briefs_opinion_sign_all"),
        path("<int:pk>/text/finding/<int:finding>/", view(require_POST(decide)), name="briefs_opinion_finding"),
        path("<int:pk>/text/take-back/<int:row>/", view(require_POST(undo)), name="briefs_opinion_take_back_change"),
    ]


@says_no_in_sentences
def text_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show source and text side by side with the findings; `?passage=` opens the acts on one block."""
    opinion = _opinion(request, pk)
    rows = of_opinion(opinion)
    asked = request.GET.get("passage", "")
    chosen = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else -1
    findings = list(opinion.findings.in_reading_order().select_related("decided_by", "change"))
    for one in findings:
        one.shown = mask(one.words, opinion.hidden)  # type: ignore[attr-defined]
        one.where = next((row for row in reversed(rows) if row.start <= one.start), None)  # type: ignore[attr-defined]
    unsigned = [one for one in findings if one.is_identifier and not one.decision]
    changes = list(opinion.text_changes.standing().select_related("made_by"))
    for row in changes:
        row.shown = mask(row.quote, opinion.hidden)[:80]  # type: ignore[attr-defined]
        row.says = mask(row.words, opinion.hidden)[:80]  # type: ignore[attr-defined]
    context = {
        "opinion": opinion,
        "pairs": beside_source(opinion, rows),
        "chosen": chosen,
        "acts": ACTS,
        "waiting": [one for one in findings if not one.decision],
        "decided": [one for one in findings if one.decision],
        "unsigned": sorted({(one.kind, one.label) for one in unsigned}),
        "changes": changes,
        "may_change": may_correct_text(request.user),
        "may_sign": may_sign_findings(request.user),
        "may_release": may_release(request.user) and opinion.released_at is None,
    }
    return page(request, "admin/briefs/opinion/text_desk.html", f"Text of {opinion}", context)


@says_no_in_sentences
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do one act to one block."""
    opinion = _opinion(request, pk)
    act, ordinal = request.POST.get("act", ""), request.POST.get("passage", "")
    typed = request.POST.get(f"words-{act}", "").strip()

    def verb() -> None:
        passage = opinion.passages.filter(ordinal=ordinal).first() if _is_number(ordinal) else None
        if passage is None:
            raise Refused("That paragraph is not in the text any more; look again.")
        start, end = passage.start, passage.end
        if act in _AT_WORDS and typed:
            at = passage.text.find(typed)
            if at < 0 or passage.text.find(typed, at + 1) >= 0:
                raise Refused(f"“{mask(typed)[:80]}” does not stand there exactly once; type more of it.")
            start, end = passage.start + at, passage.start + at + len(typed)
        elif act == "split":
            raise Refused("Type the words with which the new paragraph begins.")
        words = "" if act in _AT_WORDS else typed
        seen = request.POST.get("seen", "")
        change_text(
            opinion, act, start, end, by=request.user, words=words[:60], seen=int(seen) if _is_number(seen) else None
        )

    return _pressed(request, opinion, verb, "Done; it can be taken back below.", f"?passage={ordinal}#acts")


@says_no_in_sentences
def decide(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    """Sign, dismiss or open one finding again, or apply its fix."""
    opinion = _opinion(request, pk)
    row = get_object_or_404(Finding.objects.select_related("opinion__case"), pk=finding, opinion=opinion)
    asked = request.POST.get("decision", "")
    if asked == Finding.Decision.FIXED:
        return _pressed(request, opinion, lambda: apply_fix(row, by=request.user), "The fix is applied.", "#findings")
    return _pressed(
        request, opinion, lambda: sign_finding(row, asked, by=request.user), "Your decision is kept.", "#findings"
    )


@says_no_in_sentences
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign all identifiers of one kind as real."""
    opinion = _opinion(request, pk)
    kind = request.POST.get("kind", "").replace("\0", "")
    return _pressed(request, opinion, lambda: sign_all(opinion, kind, by=request.user), "Signed.", "#findings")


@says_no_in_sentences
def undo(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Take one change back."""
    opinion = _opinion(request, pk)
    made = get_object_or_404(TextChange.objects.select_related("opinion__case"), pk=row, opinion=opinion)
    return _pressed(request, opinion, lambda: take_back(made, by=request.user), "The change is taken back.", "#changes")


def _pressed(request: HttpRequest, opinion: Opinion, verb: Callable[[], Any], done: str, at: str) -> HttpResponse:
    back = reverse("admin:briefs_opinion_text_desk", args=[opinion.pk])
    answer = press(request, verb, done=done, refused="Nothing was changed:", back=back)
    return HttpResponseRedirect(back + at) if isinstance(answer, HttpResponseRedirect) else answer


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 9


def _opinion(request: HttpRequest, pk: int) -> Opinion:
    if not may_annotate(request.user):
        raise PermissionDenied("Only members of the clinic look at a source beside its text.")
    return get_object_or_404(Opinion.objects.for_reading(), pk=pk)
