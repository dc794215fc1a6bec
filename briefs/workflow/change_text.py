"""Change an opinion's clean text by hand: each change is a row of its own, made again in every later reading."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Finding, Opinion, TextChange
from briefs.text.changing import described, made, placed
from briefs.text.identifiers import COVER, covered_in
from briefs.text.pieces import Clean
from briefs.workflow.diagnose import diagnose
from briefs.workflow.reanchor import reanchor
from briefs.workflow.refusal import Refused
from briefs.workflow.renew import clean_of, read_today, with_changes

_NO = {
    TextChange.Act.RETYPE: "The words read so already, or reach over more than one paragraph.",
    TextChange.Act.JOIN: "There is no block of the same kind right before it to join it to.",
    TextChange.Act.SPLIT: "A paragraph can only be begun at a word inside another.",
    TextChange.Act.PAGE: "That page is marked there already, or it has no number.",
    TextChange.Act.BLOCKQUOTE: "Only words of one paragraph can be a block quotation.",
    TextChange.Act.CALL: "Only figures that stand in the text can call a note.",
}


@transaction.atomic
def change_text(
    opinion: Opinion,
    act: str,
    start: int,
    end: int,
    *,
    by: Any,
    words: str = "",
    seen: int | None = None,
) -> dict[str, int]:
    """Do one act of TextChange.Act to characters [start, end) of the clean text; gives what became of the marks.

    `seen` is the number of the text the person had before them. Raises PermissionDenied, Refused.
    """
    _check(opinion, by, seen)
    _change(opinion, clean_of(opinion), [(act, start, end, words)], by=by)
    return _tally(opinion)


@transaction.atomic
def retype(opinion: Opinion, edits: Iterable[tuple[int, int, str]], *, by: Any, because: str) -> dict[str, int]:
    """Let stretches [start, end) of the clean text, in order and apart, read other words; as `change_text`."""
    _check(opinion, by, None)
    clean = clean_of(opinion)
    acts = [(TextChange.Act.RETYPE, *_with_a_letter(clean.text, *edit)) for edit in edits]
    _change(opinion, clean, list(reversed(acts)), by=by, because=because)
    return _tally(opinion)


@transaction.atomic
def apply_fix(finding: Finding, *, by: Any, seen: int | None = None) -> dict[str, int]:
    """Let the words of a finding read as its fix says, apart from the raw text; raises PermissionDenied, Refused."""
    opinion = finding.opinion
    _check(opinion, by, seen)
    if finding.fix is None or finding.decision:
        raise Refused("This finding has no fix that can be applied, or it is decided already.")
    if opinion.text[finding.start : finding.end] != finding.words:
        raise Refused("The text was replaced meanwhile; look at its findings again.")
    act = TextChange.Act.CALL if finding.kind == "note-call" else TextChange.Act.RETYPE
    words = "" if finding.kind == "note-call" else finding.fix
    row = _change(
        opinion,
        clean_of(opinion),
        [(act, finding.start, finding.end, words)],
        by=by,
        because=f"Source doctor: {finding.label}",
        finding=finding,
    )[0]
    return _tally(opinion) | {"change": row.pk}


@transaction.atomic
def take_back(change: TextChange, *, by: Any) -> dict[str, int]:
    """Undo one change made by hand; the others are made again. Raises PermissionDenied, Refused."""
    opinion = change.opinion
    _check(opinion, by, None)
    if change.taken_back_at is not None:
        raise Refused("This change was taken back already.")
    change.taken_back_at, change.taken_back_by = timezone.now(), by
    change.save(update_fields=["taken_back_at", "taken_back_by"])
    Finding.objects.filter(change=change).delete()
    clean = with_changes(opinion, read_today(opinion))
    if clean.text != opinion.text or list(clean.marks) != opinion.text_marks:
        _keep(opinion, clean, by=by, because=f"Taken back: {change.get_act_display().lower()}")
    else:
        diagnose(opinion)
    return _tally(opinion)


@transaction.atomic
def undo_last(opinion: Opinion, *, by: Any) -> TextChange:
    """Take back the newest change that stands; gives it. Raises PermissionDenied, Refused."""
    _check(opinion, by, None)
    last = opinion.text_changes.standing().last()
    if last is None:
        raise Refused("There is no change to undo.")
    last.opinion = opinion
    take_back(last, by=by)
    return last


def _change(
    opinion: Opinion,
    clean: Clean,
    acts: list[tuple[str, int, int, str]],
    *,
    by: Any,
    because: str = "",
    finding: Finding | None = None,
) -> list[TextChange]:
    rows = []
    for act, start, end, words in acts:
        if act not in TextChange.Act.values:
            raise Refused("That is nothing that can be done to a text.")
        if not 0 <= start < end <= len(clean.text):
            raise Refused("Choose words of the text first.")
        if act in (TextChange.Act.RETYPE, TextChange.Act.CALL):
            _spare_identifiers(opinion, clean, start, end, words)
        change = described(clean, act, start, end, words)
        new = made(clean, change) if placed(clean, change) == (start, end) else None
        if new is None:
            raise Refused(_NO.get(TextChange.Act(act), "It is that already, or cannot be made that."))
        clean = new
        rows.append(
            TextChange.objects.create(
                opinion=opinion,
                act=act,
                raw_start=change.raw_start,
                raw_end=change.raw_end,
                start=start,
                quote=change.quote,
                prefix=change.prefix,
                suffix=change.suffix,
                words=words,
                because=because[:200],
                made_by=by,
            )
        )
    if finding is not None:
        finding.decision, finding.change = Finding.Decision.FIXED, rows[0]
        finding.decided_by, finding.decided_at = by, timezone.now()
        finding.save()
    _keep(opinion, clean, by=by, because=because or ", ".join(dict.fromkeys(row.get_act_display() for row in rows)))
    return rows


def _keep(opinion: Opinion, clean: Clean, *, by: Any, because: str) -> None:
    """Give the opinion its text; the one before is kept as a version only once somebody has read or marked it."""
    is_read = bool(opinion.released_at) or opinion.annotations.exists() or opinion.briefs.exists()
    opinion.tally = reanchor(opinion, clean, by=by, because=because, keep=is_read)  # type: ignore[attr-defined]


def _tally(opinion: Opinion) -> dict[str, int]:
    return getattr(opinion, "tally", {"placed": 0, "moved": 0, "suspect": 0, "orphan": 0})


def _check(opinion: Opinion, by: Any, seen: int | None) -> None:
    must(by, "correct text")
    if seen not in (None, opinion.text_version):
        raise Refused("The text was replaced meanwhile; compare your words with the present ones and save again.")


def _spare_identifiers(opinion: Opinion, clean: Clean, start: int, end: int, words: str) -> None:
    if COVER in words or any(start < last and first < end for first, last in covered_in(clean.text, opinion.hidden)):
        raise Refused("A registration number stands there, which is masked and cannot be typed over.")


def _with_a_letter(text: str, start: int, end: int, words: str) -> tuple[int, int, str]:
    """Take a letter beside words that are only added, so that the change has words to be held by."""
    if start < end:
        return start, end, words
    if start and text[start - 1] != "\n":
        return start - 1, end, text[start - 1] + words
    return start, end + 1, words + text[end]
