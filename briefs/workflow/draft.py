"""A brief as it would be if the words of its form were saved: built in memory, for the preview and the checklist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date

from briefs.exporters.page import Page, Rich
from briefs.models import Annotation, Brief, Edition, Holding, Issue, LawFlag, Pin
from briefs.models.vocabulary import OpinionKind, ProtectedGround, Weight
from briefs.text.merging import plain
from briefs.workflow.freeze import freeze
from briefs.workflow.gap import Gap
from briefs.workflow.grounds import grounds_of
from briefs.workflow.on_paper import lost_on_paper
from briefs.workflow.quote_lock import Checked, check_quotations
from briefs.workflow.readiness import missing
from briefs.workflow.typed import HOLDING_PROSE, Typed, TypedRow, read

FALSE = "false"
_DATES = ("law_checked_on", "effective_on", "cleared_on")


@dataclass(frozen=True)
class Look:
    """What a draft would be: the edition (not saved), what it lacks, what paper would not show of it, and each
    holding's place among those sent.

    In the page of the edition, marks of kind FALSE lie over quotations that could not be published.
    """

    edition: Edition
    missing: list[Gap]
    on_paper: list[Gap]
    places: dict[int, int]  # number of a holding -> index of its form


def look(brief: Brief, sent: Mapping[str, Sequence[str]] | None = None) -> Look:
    """Build the page that would be published, of the saved words or of those in the form; keeps nothing."""
    with transaction.atomic():
        brief = Brief.objects.for_freezing().get(pk=brief.pk)
        places = drafted(brief, read(sent)) if sent is not None else {}
        grounds = grounds_of(brief)
        page = freeze(brief, grounds, number=brief.editions.count() + 1, on=timezone.localdate()).page
        gaps, lost = missing(brief, grounds), lost_on_paper(brief, grounds)
        _mark_false(page, check_quotations(brief, grounds))
        transaction.set_rollback(True)  # authorities cited for the first time
    edition = Edition(brief=brief, number=page["edition"], slug=brief.slug, page=page, opinion=brief.opinion)
    return Look(edition, gaps, lost, places)


def _mark_false(page: Page, checked: Sequence[Checked]) -> None:
    sections = {section["field"]: section["prose"] for section in page["sections"]}
    holdings = {holding["number"]: holding for holding in page["holdings"]}
    for one in checked:
        piece, quoted = one.piece, one.quoted
        prose: Rich | None = page["summary"] if piece.field == "summary" else sections.get(piece.field)
        if piece.number is not None:
            prose = holdings[piece.number][piece.field]  # type: ignore[literal-required]
        if one.is_refused and prose is not None:
            prose["marks"].append([quoted.start, quoted.end, FALSE, {}])


def drafted(brief: Brief, typed: Typed) -> dict[int, int]:
    """Lay what was typed over a brief fetched for freezing, in memory; gives {number of a holding: its form's index}.

    What cannot be read (a date, a choice there is not) stays as it was saved: the form says so when it is sent.
    """
    for name, value in typed.fields.items():
        if isinstance(value, str):
            _set(brief, name, value)
    issues, marks = _issues(typed), _marks(brief, typed)
    if typed.fields:
        brief.protected_grounds = [one for one in ProtectedGround.values if one in typed.fields["protected_grounds"]]
        _hold(brief, "issues", Issue, [issues[key] for key in typed.fields["issues"] if key in issues])
    rows = [one for one in typed.rows["holdings"] if not one.row.is_deleted and not one.is_blank]
    last = max((_number(one) for one in rows), default=0)
    known = {str(holding.pk): holding for holding in brief.holdings.all()}
    holdings, places = [], {}
    for one in rows:
        holding = known.get(one.row.key) or _new_holding(brief, one)
        last, holding.number = (last, _number(one)) if _number(one) else (last + 1, last + 1)
        places[holding.number] = one.index
        _lay_holding(holding, one, issues, marks)
        holdings.append(holding)
    _hold(brief, "holdings", Holding, sorted(holdings, key=lambda holding: holding.number))
    _hold(brief, "law_flags", LawFlag, list(_flags(brief, typed)))
    return places


def _number(one: TypedRow) -> int:
    number = str(one.row.fields.get("number", "")).strip()
    return int(number) if number.isdecimal() and len(number) < 4 else 0


def _new_holding(brief: Brief, one: TypedRow) -> Holding:
    weight = Weight.HOLDING
    if brief.opinion.is_separate:
        weight = Weight.DISSENT if brief.opinion.kind == OpinionKind.DISSENT else Weight.CONCURRENCE
    return Holding(pk=-1 - one.index, brief=brief, weight=weight)


def _lay_holding(holding: Holding, one: TypedRow, issues: dict[str, Issue], marks: dict[str, Annotation]) -> None:
    fields = one.row.fields
    for name in (*HOLDING_PROSE, "weight", "outcome"):
        _set(holding, name, str(fields.get(name, getattr(holding, name))))
    _hold(holding, "issues", Issue, [issues[key] for key in fields.get("issues", ()) if key in issues])
    chosen = [marks[key] for key in fields.get("passages", ()) if key in marks]
    listed = list(marks.values())
    chosen += [listed[n - 1] for n in numbers(str(fields.get("also", ""))) if n <= len(listed)]
    if holding.pk > 0 and {mark.pk for mark in chosen} == {pin.annotation_id for pin in holding.pins.all()}:
        return  # they keep the order they were given
    ordered = sorted(set(chosen), key=lambda mark: (mark.opinion.position, mark.start, mark.pk))
    pins = [Pin(pk=-1 - place, holding=holding, annotation=mark, position=place) for place, mark in enumerate(ordered)]
    _hold(holding, "pins", Pin, pins)


def _flags(brief: Brief, typed: Typed) -> Any:
    known = {str(flag.pk): flag for flag in brief.law_flags.all()}
    for one in typed.rows["law_flags"]:
        if one.row.is_deleted or one.is_blank:
            continue
        flag = known.get(one.row.key) or LawFlag(pk=-1 - one.index, brief=brief, kind=LawFlag.Kind.CHECK)
        for name, value in one.row.fields.items():
            if name == "bears_on":
                flag.bears_on_id = next((one.pk for one in brief.holdings.all() if str(one.pk) == value), None)
            else:
                _set(flag, name, str(value))
        yield flag


def _set(row: Any, name: str, typed: str) -> None:
    words = str(plain(typed))
    if name in _DATES:
        try:
            setattr(row, name, parse_date(words) if words else None)
        except ValueError:  # no day of any month
            return
        return
    choices = row._meta.get_field(name).choices
    if not choices or words in dict(choices):
        setattr(row, name, words)


def _issues(typed: Typed) -> dict[str, Issue]:
    keys = set(typed.fields.get("issues", ()))
    for one in typed.rows["holdings"]:
        keys |= set(one.row.fields.get("issues", ()))
    wanted = [int(key) for key in keys if key.isdecimal() and len(key) < 10]
    names = [key for key in keys if not key.isdecimal()]  # typed by hands without scripts
    found = Issue.objects.filter(Q(pk__in=wanted) | Q(name__in=names)).select_related("parent__parent")
    return {key: one for one in found for key in (str(one.pk), one.name) if key in keys}


def _marks(brief: Brief, typed: Typed) -> dict[str, Annotation]:
    return {str(mark.pk): mark for mark in marks_of(brief)} if typed.rows["holdings"] else {}


def marks_of(brief: Brief) -> list[Annotation]:
    """Give the marks of the brief's case in the order they are listed and numbered: the briefed opinion's first."""
    marks = Annotation.objects.filter(opinion__case=brief.opinion.case_id).select_related("opinion__case__authority")
    return sorted(
        marks, key=lambda mark: (mark.opinion_id != brief.opinion_id, mark.opinion.position, mark.start, mark.pk)
    )


def numbers(typed: str) -> list[int]:
    """Read numbers typed in a line, “3, 7 and 12”; what is no number is passed over."""
    words = typed.replace(",", " ").replace(";", " ").split()
    return [int(word) for word in words if word.isdecimal() and 0 < len(word) < 5 and int(word) > 0]


def _hold(row: Any, relation: str, model: Any, values: list[Any]) -> None:
    """Let a relation answer with these rows, as it does after a prefetch."""
    rows = model.objects.all()
    rows._result_cache, rows._prefetch_done = values, True
    if not hasattr(row, "_prefetched_objects_cache"):
        row._prefetched_objects_cache = {}
    row._prefetched_objects_cache[relation] = rows
