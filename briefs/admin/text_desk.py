"""The text desk: the source beside the clean text, what the doctor finds in it, and what is known of the opinion."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import DataError, IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST, require_safe

from briefs.access import may, must
from briefs.admin import text_desk_acts as acts
from briefs.admin.column import DOUBTED, column
from briefs.admin.desk_details import HeldDetailsForm
from briefs.admin.opinion_way import way_of, with_way
from briefs.admin.page_picture import page_picture
from briefs.admin.pages import page, says_no_in_sentences
from briefs.admin.refusals import reasons_of
from briefs.models import NOT_GIVEN, Court, Finding, Opinion
from briefs.reading.beside_source import Beside, beside_source, leaves, pages_in
from briefs.text.identifiers import mask
from briefs.text.marks import Mark
from briefs.workflow.refusal import Refused
from briefs.workflow.settle import settle

_AROUND = 48  # characters shown before and after the words of a finding


@dataclass(frozen=True)
class Counted:
    """How far the signing is."""

    identifiers: int
    signed: int
    others: int


def text_desk_addresses(view: Callable[..., Any]) -> list[URLPattern]:
    """Give the addresses of the text desk; `view` guards them as the admin does."""
    return [
        path("<int:pk>/text/", view(require_safe(text_desk)), name="briefs_opinion_text_desk"),
        path(
            "<int:pk>/text/page/<int:number>/",
            view(require_safe(page_picture)),
            name="briefs_opinion_page_picture",
        ),
        path("<int:pk>/text/change/", view(require_POST(acts.change)), name="briefs_opinion_change_text"),
        path("<int:pk>/text/details/", view(require_POST(settle_details)), name="briefs_opinion_details"),
        path("<int:pk>/text/undo/", view(require_POST(acts.undo)), name="briefs_opinion_undo_change"),
        path("<int:pk>/text/sign/", view(require_POST(acts.sign)), name="briefs_opinion_sign_all"),
        path("<int:pk>/text/finding/<int:finding>/", view(require_POST(acts.decide)), name="briefs_opinion_finding"),
        path(
            "<int:pk>/text/take-back/<int:row>/",
            view(require_POST(acts.take_one_back)),
            name="briefs_opinion_take_back_change",
        ),
    ]


@says_no_in_sentences
def text_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show source and text side by side with the findings; `?passage=` opens the acts on one block.

    Staff see the pages of a PDF as pictures, or with `?beside=words` their words as everybody sees them.
    """
    must(request.user, "annotate")
    opinion = _opinion(pk)
    return _desk(request, opinion, HeldDetailsForm(opinion) if may(request.user, "correct text") else None)


@says_no_in_sentences
def settle_details(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the details as they were settled, or show them again with what is wrong."""
    must(request.user, "correct text")
    opinion = _opinion(pk)
    form = HeldDetailsForm(opinion, request.POST)
    if form.is_valid():
        told = {"details": form.details(), "sources": form.sources(), "in_text": form.in_text()}
        try:
            settle(opinion, by=request.user, **told)
        except (Refused, IntegrityError) as problem:
            for reason in reasons_of(problem):
                form.add_error(None, reason)
        except DataError:
            form.add_error(None, "One of the details is longer than it can be kept; shorten it.")
        else:
            messages.success(request, "The details are kept.")
            return HttpResponseRedirect(reverse("admin:briefs_opinion_text_desk", args=[pk]))
        opinion = _opinion(pk)
    return _desk(request, opinion, form, status=400)


def _opinion(pk: int) -> Opinion:
    rows = with_way(Opinion.objects.for_reading().select_related("source").defer("source__content"))
    return get_object_or_404(rows, pk=pk)


def _desk(request: HttpRequest, opinion: Opinion, form: HeldDetailsForm | None, *, status: int = 200) -> HttpResponse:
    findings = list(opinion.findings.in_reading_order().select_related("decided_by", "change"))
    waiting = [one for one in findings if not one.decision]
    masked = opinion.masked
    doubts = [Mark(one.start, one.end, DOUBTED, {"pk": one.pk}) for one in waiting]
    blocks = beside_source(opinion, column(masked, [*opinion.text_marks, *doubts]))
    _place(findings, blocks, masked)
    pages = pages_in(opinion) if may(request.user, "download") else 0
    as_pictures = bool(pages) and request.GET.get("beside") != "words"
    changes = list(opinion.text_changes.standing().select_related("made_by"))
    for row in changes:
        row.shown = mask(row.quote, opinion.hidden)[:80]  # type: ignore[attr-defined]
        row.says = mask(row.words, opinion.hidden)[:80]  # type: ignore[attr-defined]
    context = {
        "opinion": opinion,
        "way": way_of(opinion, request.user),
        "details": _details(opinion),
        "form": form,
        "courts": Court.objects.filter(rank__lt=5).by_rank() if form else (),
        "pages": pages,
        "leaves": leaves(blocks, pages) if as_pictures else [],
        "blocks": blocks,
        "chosen": _number(request.GET.get("passage", "")),
        "acts": acts.ACTS,
        "count": _counted(findings),
        "waiting": waiting,
        "decided": [one for one in findings if one.decision],
        "unsigned": sorted({(one.kind, one.label) for one in waiting if one.is_identifier}),
        "changes": changes,
        "last": changes[-1] if changes else None,
        "may_change": may(request.user, "correct text"),
        "may_sign": may(request.user, "sign findings"),
        "may_release": may(request.user, "release") and opinion.released_at is None,
    }
    return page(request, "admin/briefs/opinion/text_desk.html", f"Text of {opinion}", context, status=status)


def _place(findings: Sequence[Any], blocks: Sequence[Beside], masked: str) -> None:
    """Put each finding beside its block, with its masked words and what stands around them."""
    starts = [block.row.start for block in blocks]
    for one in findings:
        one.before = masked[max(0, one.start - _AROUND) : one.start]
        one.shown = masked[one.start : one.end]
        one.after = masked[one.end : one.end + _AROUND]
        at = bisect_right(starts, one.start) - 1
        one.block = blocks[max(at, 0)] if blocks else None
        if one.block is not None and not one.decision:
            one.block.findings.append(one)


def _counted(findings: Sequence[Finding]) -> Counted:
    identifiers = [one for one in findings if one.is_identifier]
    return Counted(
        len(identifiers),
        sum(1 for one in identifiers if one.decision),
        sum(1 for one in findings if not one.is_identifier and not one.decision),
    )


def _details(opinion: Opinion) -> list[tuple[str, str]]:
    """Give what is known of the case and of the writing, for who may only read it: label and value."""
    case = opinion.case
    rows = (
        ("Caption", case.caption),
        ("Court", case.court.name if case.court else ""),
        ("Docket", ", ".join(case.docket_numbers)),
        ("Argued", case.argued_on.strftime("%B %-d, %Y") if case.argued_on else ""),
        ("Decided", case.decided if case.decided_on else ""),
        ("Citation", case.authority.cite if case.authority else ""),
        ("Disposition", case.disposition),
        ("Writing", opinion.get_kind_display()),
        ("Author", opinion.author),
        ("How much of it", opinion.get_completeness_display()),
    )
    return [(label, mask(value) or NOT_GIVEN.capitalize()) for label, value in rows]


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else -1
