"""The buttons of the text desk: what is done to a block, decided on a finding, and taken back."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from briefs.admin.pages import press, says_no_in_sentences
from briefs.models import Finding, Opinion, Passage, TextChange
from briefs.text.identifiers import mask
from briefs.workflow.change_text import apply_fix, change_text, take_back, undo_last
from briefs.workflow.refusal import Refused
from briefs.workflow.sign_finding import sign_all, sign_finding

_FIGURE = re.compile(r"\d+$")


@dataclass(frozen=True)
class Act:
    """What the desk does to a block: its name and key, what has to be typed (a value, the words it is done at).

    `short` stands on the button where `label` stands beside what is typed.
    """

    name: str
    label: str
    key: str
    value: str = ""
    at: str = ""
    short: str = ""


ACTS = (
    Act("join", "Join to the one before", "b"),
    Act("paragraph", "Make it a paragraph", "p"),
    Act("centred", "Set in the middle, or no longer", "m"),
    Act("heading", "Make it a heading", "1–4", value="Level", short="Heading"),
    Act("footnote", "Make it a footnote", "f", value="Number", short="Footnote"),
    Act("page", "A page begins here", "g", value="Number", at="before these words, or the first", short="Page"),
    Act("split", "Begin a new paragraph", "n", at="at these words", short="New paragraph"),
    Act("blockquote", "Block quotation, or no longer", "q", at="these words, or the whole", short="Quotation"),
    Act("call", "Make figures a note's call", "c", at="the word and the figures after it: fear3", short="Call"),
)
_BY_NAME = {act.name: act for act in ACTS}


@says_no_in_sentences
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do one act to one block, or to the words of it that were chosen."""
    opinion = _opinion(pk)
    act = request.POST.get("act", "")

    def verb() -> str:
        passage = _passage(request, opinion)
        start, end = _span(request, passage, act)
        seen = _number(request.POST.get("seen", ""))
        typed = request.POST.get(f"words-{act}", "").replace("\0", "").strip()
        value = mask(typed)[:60] if act in _BY_NAME and _BY_NAME[act].value else ""
        change_text(opinion, act, start, end, by=request.user, words=value, seen=seen)
        return _at(opinion, start)

    ordinal = _number(request.POST.get("passage", ""))
    asked_for = "" if ordinal is None else f"?passage={ordinal}#at-{ordinal}"
    return _pressed(request, opinion, verb, "Done. Undo takes it back.", asked_for)


@says_no_in_sentences
def decide(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    """Sign, dismiss or open one finding again, or apply its fix; the next one waits then."""
    opinion = _opinion(pk)
    row = get_object_or_404(Finding.objects.select_related("opinion__case"), pk=finding, opinion=opinion)
    asked, because = request.POST.get("decision", ""), request.POST.get("because", "").replace("\0", "")

    def verb() -> str:
        if asked == Finding.Decision.FIXED:
            apply_fix(row, by=request.user)
        else:
            sign_finding(row, asked, by=request.user, because=because)
        return f"#{_next(row)}" if asked else ""

    said = "The fix is applied." if asked == Finding.Decision.FIXED else "Your decision is kept."
    return _pressed(request, opinion, verb, said, f"#{_next(row)}" if asked else "#findings")


@says_no_in_sentences
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign all identifiers of one kind as real."""
    opinion = _opinion(pk)
    kind = request.POST.get("kind", "").replace("\0", "")

    def verb() -> None:
        sign_all(opinion, kind, by=request.user)

    return _pressed(request, opinion, verb, "Signed.", "#findings")


@says_no_in_sentences
def take_one_back(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Take one change back."""
    opinion = _opinion(pk)
    made = get_object_or_404(TextChange.objects.select_related("opinion__case"), pk=row, opinion=opinion)

    def verb() -> None:
        take_back(made, by=request.user)

    return _pressed(request, opinion, verb, "The change is taken back.", "#changes")


@says_no_in_sentences
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the newest change back."""
    opinion = _opinion(pk)

    def verb() -> str:
        return _at(opinion, undo_last(opinion, by=request.user).start)

    return _pressed(request, opinion, verb, "The last change is undone.")


def _pressed(
    request: HttpRequest, opinion: Opinion, verb: Callable[[], str | None], done: str, at: str = ""
) -> HttpResponse:
    """Do it and go back to the desk: to the place that the verb gives, else to `at`."""
    desk = _desk(opinion)
    return press(
        request,
        verb,
        done=done,
        refused="Nothing was changed:",
        back=lambda there: desk + (there or at),
        stay=desk + at,
    )


def _passage(request: HttpRequest, opinion: Opinion) -> Passage:
    ordinal = _number(request.POST.get("passage", ""))
    passage = opinion.passages.filter(ordinal=ordinal).first() if ordinal is not None else None
    if passage is None:
        raise Refused("That paragraph is not in the text any more; look again.")
    return passage


def _span(request: HttpRequest, passage: Passage, act: str) -> tuple[int, int]:
    """Give the characters an act is done to: those chosen on the page, the words typed, or the whole block."""
    start, end = (_number(request.POST.get(name, "")) for name in ("start", "end"))
    if start is not None and end is not None:
        if not passage.start <= start < end <= passage.end:
            raise Refused("The chosen words do not stand in one paragraph; choose them again.")
    else:
        start, end = _typed(request.POST.get(f"at-{act}", "").strip(), passage, act)
    if act == TextChange.Act.CALL:
        figure = _FIGURE.search(passage.text[start - passage.start : end - passage.start])
        start = end - len(figure.group()) if figure else start
    return start, end


def _typed(words: str, passage: Passage, act: str) -> tuple[int, int]:
    if not words:
        if act in (TextChange.Act.SPLIT, TextChange.Act.CALL):
            raise Refused("Choose or type the words at which it is done.")
        return passage.start, passage.end
    at = passage.text.find(words)
    if at < 0 or passage.text.find(words, at + 1) >= 0:
        raise Refused(f"“{mask(words)[:80]}” does not stand there exactly once; type more of it.")
    return passage.start + at, passage.start + at + len(words)


def _at(opinion: Opinion, start: int) -> str:
    """Give the fragment of the block where something was done."""
    # A paragraph begun there stands up to two characters further on: an empty line is before it now.
    passage = opinion.passages.filter(start__lte=start + 2).order_by("-start").first()
    return f"#at-{passage.ordinal}" if passage else ""


def _next(finding: Finding) -> str:
    """Give the fragment of the finding that waits next, of the same sort if there is one."""
    rows = finding.opinion.findings.standing().in_reading_order()
    rows = list(rows.identifiers() if finding.is_identifier else rows)
    after = [one for one in rows if (one.start, one.pk) > (finding.start, finding.pk)] or rows
    return f"finding-{after[0].pk}" if after else "findings"


def _desk(opinion: Opinion) -> str:
    return reverse("admin:briefs_opinion_text_desk", args=[opinion.pk])


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else None


def _opinion(pk: int) -> Opinion:
    return get_object_or_404(Opinion.objects.for_reading(), pk=pk)
