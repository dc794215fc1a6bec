"""The history of a row, or of a brief with all its parts: who did what, when, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model

from briefs.models import Annotation, Brief, Holding, Issue, LawFlag, Pin, SignedQuotation
from briefs.models.vocabulary import SEPARATE_WEIGHTS, BriefState
from briefs.reading.changes import Change, changes, pairs, told_fields
from briefs.reading.tags_then import with_tags
from briefs.text.identifiers import mask

_ONE_SAVE = timedelta(seconds=2)  # what one person did within this is told as one event
_SHOWN = 20  # parts of an event that are shown at once
_BECAME = {
    BriefState.IN_REVIEW: "Submitted for review",
    BriefState.RETURNED: "Returned to the author",
    BriefState.APPROVED: "Approved",
    BriefState.PUBLISHED: "Published",
    BriefState.WITHDRAWN: "Withdrawn",
}
Names = dict[str, dict[int, str]]


@dataclass(frozen=True)
class Deed:
    """Something that was done, in a sentence, with the words that say why or what."""

    sentence: str
    words: str = ""
    lost_holding: int | None = None  # the record of a holding that was taken away and can be brought back


@dataclass
class Event:
    """All that one person did at one moment."""

    at: datetime
    by: Any
    deeds: list[Deed] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Count all that was done and changed."""
        return len(self.deeds) + len(self.changes)

    @property
    def is_long(self) -> bool:
        """Say whether the whole is shown only when asked for, as of a brief that came in one piece."""
        return self.size > _SHOWN

    @property
    def about(self) -> str:
        """Name what was done, without the many words."""
        told = list(dict.fromkeys(deed.sentence for deed in self.deeds)) or [one.label for one in self.changes]
        return "; ".join(told[:3]) + (" …" if len(told) > 3 else ".")


def of_brief(brief: Brief) -> list[Event]:
    """Give the history of a brief, its holdings, pins, flags, signed quotations and comments, newest first.

    A fixed number of queries, however long the history is; saves that changed nothing are left out.
    """
    holdings = _records(Holding, brief_id=brief.pk)
    called = {record.id: _called(record) for record in holdings}
    names = _names() | {"bears_on": called}
    told = [*_of_the_brief(brief, names), *_of_holdings(holdings, names), *_of_pins(called)]
    told += [
        *_of_parts(brief, LawFlag, "Later law", names),
        *_of_parts(brief, SignedQuotation, "Signed quotation", names),
    ]
    return _together([*told, *_of_comments(brief)])


def of_row(row: Any) -> list[Event]:
    """Give the history of one row of any kind that keeps one, newest first."""
    model = type(row)
    names = _names()
    for one in told_fields(model):
        if one.is_relation and one.name not in names and one.related_model is not Issue:
            names[one.name] = {}
    records = _records(model, id=row.pk)
    for name in [name for name, known in names.items() if not known and name != "issues"]:
        keys = {key for record in records if (key := getattr(record, f"{name}_id", None)) is not None}
        related = model._meta.get_field(name).related_model
        names[name] = {one.pk: mask(str(one)) for one in related._default_manager.filter(pk__in=keys)}
    told = []
    for before, after in pairs(records):
        deeds = {"+": [Deed("Made")], "-": [Deed("Taken away")]}.get(after.history_type, [])
        told.append(_event(after, deeds, changes(before, after, told_fields(model), names=names)))
    return _together(told)


def _of_the_brief(brief: Brief, names: Names) -> Iterable[Event]:
    records = _records(Brief, id=brief.pk)
    people = dict(get_user_model().objects.values_list("pk", "username"))
    editions = {edition.published_at: edition.number for edition in brief.editions.only("number", "published_at")}
    now = records[-1] if records else None
    for before, after in pairs(records):
        deeds = [Deed("Began the brief")] if before is None else []
        if before is not None and before.state != after.state:
            deeds.append(_step(before, after, editions))
        if before is not None and before.owner_id != after.owner_id:
            to = people.get(after.owner_id)
            deeds.append(Deed(f"Handed over to {to}" if to else "Left without owner"))
        yield _event(after, deeds, changes(before, after, told_fields(Brief), now=now, names=names))


def _step(before: Any, after: Any, editions: dict[datetime, int]) -> Deed:
    if after.state == BriefState.DRAFT:
        return Deed("Taken back")
    if after.state == BriefState.PUBLISHED:
        near = [number for moment, number in editions.items() if abs(moment - after.history_date) < _ONE_SAVE]
        return Deed(f"Published edition {max(near)}" if near else "Published")
    because = after.returned_because if after.state == BriefState.RETURNED else ""
    return Deed(_BECAME[BriefState(after.state)], mask(because))


def _of_holdings(records: list[Any], names: Names) -> Iterable[Event]:
    newest = {record.id: record for record in records}
    for before, after in pairs(records):
        what = _called(after)
        deeds = []
        if after.history_type == "+":
            deeds = [Deed(f"Wrote {what.lower()}")]
        if after.history_type == "-":
            lost = after.history_id if newest[after.id] is after else None
            deeds = [Deed(f"Took {what.lower()} away", lost_holding=lost)]
        found = changes(before, after, told_fields(Holding), what=what, now=newest[after.id], names=names)
        yield _event(after, deeds, found)


def _called(record: Any) -> str:
    return f"{'Proposition' if record.weight in SEPARATE_WEIGHTS else 'Holding'} {record.number}"


def _of_pins(called: dict[int, str]) -> Iterable[Event]:
    records = [one for one in _records(Pin, holding_id__in=list(called)) if one.history_type != "~"]
    marks = Annotation.objects.filter(pk__in={one.annotation_id for one in records}).only("quote")
    quotes = {one.pk: mask(one.quote) for one in marks}
    for one in records:
        done = "Pinned" if one.history_type == "+" else "Unpinned"
        words = quotes.get(one.annotation_id, "a passage whose mark is gone")
        yield _event(one, [Deed(f"{done} {called[one.holding_id].lower()}", words)], [])


def _of_parts(brief: Brief, model: Any, what: str, names: Names) -> Iterable[Event]:
    for before, after in pairs(_records(model, brief_id=brief.pk)):
        done = {"+": "noted" if model is LawFlag else "given", "-": "taken away"}.get(after.history_type, "changed")
        people = names | {"signed_by": {after.signed_by_id: ""}} if model is SignedQuotation else names
        yield _event(
            after, [Deed(f"{what} {done}")], changes(before, after, told_fields(model), what=what, names=people)
        )


def _of_comments(brief: Brief) -> Iterable[Event]:
    for one in brief.comments.select_related("author", "resolved_by"):
        yield Event(one.created_at, one.author, [Deed("Commented", mask(one.text))])
        if one.resolved_at is not None:
            yield Event(one.resolved_at, one.resolved_by, [Deed("Resolved a comment", mask(one.text))])


def _records(model: Any, **narrowed: Any) -> list[Any]:
    rows = model.history.filter(**narrowed).select_related("history_user").order_by("history_date", "history_id")
    return with_tags(rows)


def _names() -> Names:
    return {"issues": dict(Issue.objects.values_list("pk", "name"))}


def _event(record: Any, deeds: list[Deed], found: list[Change]) -> Event:
    return Event(record.history_date, record.history_user, deeds, found)


def _together(told: Iterable[Event]) -> list[Event]:
    """Join what one person did at one moment, leave out what says nothing, and put the newest first."""
    joined: list[Event] = []
    for one in sorted((one for one in told if one.deeds or one.changes), key=lambda one: one.at):
        last = joined[-1] if joined else None
        if last is not None and last.by == one.by and one.at - last.at < _ONE_SAVE:
            last.deeds += [deed for deed in one.deeds if deed not in last.deeds]
            last.changes += one.changes
        else:
            joined.append(one)
    return joined[::-1]
