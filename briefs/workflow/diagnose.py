"""Let the source doctor look at an opinion, and keep what it finds beside the text; decisions go along."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction

from briefs import citations
from briefs.models import Authority, Citation, Finding, Opinion
from briefs.text.anchor import describe
from briefs.text.doctor import IDENTIFIERS, Chart, Cited, Found, Kind, examine
from briefs.text.identifiers import find_identifiers
from briefs.workflow.as_it_is import hold_opinion
from briefs.workflow.index import index
from briefs.workflow.passages import passages_of

_ALWAYS_COVERED = "a-number"  # wherever they stand, signed or not


@transaction.atomic
def diagnose(opinion: Opinion) -> list[Finding]:
    """Examine the present text and keep the findings in reading order; the same text gives the same ones.

    A person's decision is held by the finding's words and what stands around them. An identifier is covered on the
    public pages until somebody signs that it is none.
    """
    hold_opinion(opinion)
    old = list(opinion.findings.order_by("start", "pk"))
    fixed = [one for one in old if one.change_id]
    decided = [one for one in old if one.decision and not one.change_id]
    rows = opinion.citations.standing().select_related("authority").order_by("start")
    present = [*findings_of(opinion, [cited_as(row, row.authority) for row in rows]), *_unplaced(opinion)]
    _decide(present, decided)
    Finding.objects.filter(pk__in=[one.pk for one in old if not one.change_id]).delete()
    Finding.objects.bulk_create(present)
    cover(opinion)
    return sorted([*present, *fixed], key=lambda one: (one.start, one.end, one.kind))


def cover(opinion: Opinion) -> None:
    """Cover in the opinion what is signed, or not signed yet, as an identifier, wherever the public reads it."""
    rows = opinion.findings.filter(kind__in=IDENTIFIERS - {_ALWAYS_COVERED}).exclude(
        decision=Finding.Decision.NO_IDENTIFIER
    )
    hidden = sorted(set(rows.values_list("words", flat=True)))
    if hidden == opinion.hidden:
        return
    opinion.hidden = hidden
    opinion.save_without_historical_record(update_fields=["hidden"])  # type: ignore[attr-defined]
    shown = {one.ordinal: one.text for one in passages_of(opinion)}
    for passage in opinion.passages.all():
        if passage.text != shown[passage.ordinal]:
            passage.text = shown[passage.ordinal]
            passage.save(update_fields=["text"])
    if opinion.released_at:
        index(opinion)


def cited_as(one: Citation | citations.Found, authority: Authority | None) -> Cited:
    """Give a citation as the doctor sees it, with the name that a person or another opinion may give its authority."""
    known = authority.name if authority and one.form == "full" else ""
    return Cited(one.start, one.end, tuple((code, said) for code, said in one.flags), known)


def findings_of(opinion: Opinion, cited: Sequence[Cited]) -> list[Finding]:
    """Give what the doctor finds in an opinion's present text with its citations; none is saved."""
    case = opinion.case
    chart = Chart(opinion.text, opinion.text_marks, cited, case.argued_on, case.decided_on)
    return [_kept(opinion, kind, one) for kind, one in examine(chart)]


def covered_by(findings: Iterable[Finding]) -> list[str]:
    """Give the words that findings nobody has signed yet cover wherever the public reads."""
    return sorted({one.words for one in findings if one.kind in IDENTIFIERS and one.kind != _ALWAYS_COVERED})


def _kept(opinion: Opinion, kind: Kind, one: Found) -> Finding:
    held = describe(opinion.text, one.start, one.end)
    return Finding(
        opinion=opinion,
        kind=kind.code,
        start=one.start,
        end=one.end,
        words=held.quote,
        prefix=held.prefix,
        suffix=held.suffix,
        why=one.why,
        # What is covered cannot be typed over.
        fix=None if one.fix is None or find_identifiers(held.quote) else one.fix,
    )


def _unplaced(opinion: Opinion) -> list[Finding]:
    """Give a finding for each change made by hand that has no place in the present text: it is never dropped."""
    end = len(opinion.text)
    return [
        Finding(
            opinion=opinion,
            kind="change",
            start=min(row.start, end - 1),
            end=min(row.start + len(row.quote), end),
            words=row.quote,
            prefix=row.prefix,
            suffix=row.suffix,
            why=f"“{row.get_act_display()}” was done here by hand; its words are not in this text, so it was not done"
            " again. Do it again where it belongs, or take it back.",
        )
        for row in opinion.text_changes.standing().filter(is_placed=False)
    ]


def _decide(present: list[Finding], decided: list[Finding]) -> None:
    """Carry decisions over: to the same words in the same surroundings, or in order where there are as many."""
    groups: defaultdict[tuple[str, str], tuple[list[Finding], list[Finding]]] = defaultdict(lambda: ([], []))
    for at, rows in enumerate((present, decided)):
        for one in rows:
            groups[one.kind, " ".join(one.words.split()).casefold()][at].append(one)
    for new, old in groups.values():
        if len(new) == len(old):
            pairs = list(zip(new, old, strict=True))
        else:
            around = {(one.prefix, one.suffix): one for one in old}
            pairs = [(one, around[key]) for one in new if (key := (one.prefix, one.suffix)) in around]
        for one, before in pairs:
            one.decision, one.decided_by_id, one.decided_at = before.decision, before.decided_by_id, before.decided_at
            one.because = before.because
