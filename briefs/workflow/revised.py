"""Whether a brief was rewritten since a moment: what was written then, held against what is now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q

from briefs.models import SECTIONS, Brief, Holding, LawFlag, Pin
from briefs.models.vocabulary import BriefState
from briefs.reading.tags_then import with_tags

# What a reader of the edition is shown; the clinic's notes and the state of the brief are no part of it.
_BRIEF = (
    *("title", "summary", "country", "protected_grounds", "content_note", "law_checked_on", "law_checked_by"),
    *(name for name, _ in SECTIONS),
)
_HOLDING = ("pk", "number", "question", "answer", "rule", "application", "weight", "outcome")
_PIN = ("holding_id", "annotation_id", "position")
_FLAG = (
    *("pk", "bears_on_id", "kind", "note", "effective_on", "applies_when"),
    *("cleared_on", "cleared_by", "cleared_source"),
)
_Written = dict[int, set[Any]]  # brief -> what is written in it, as rows that can be compared


def perhaps_revised() -> Q:
    """Narrow briefs with `published_at` (of the live edition) to those saved again since, changed or not."""
    mine = {"history_date__gt": OuterRef("published_at")}
    saved = Brief.history.filter(id=OuterRef("pk"), **mine).order_by("history_date")[1:]  # publishing writes the first
    of_holdings = Holding.history.filter(brief_id=OuterRef("pk"), **mine)
    of_flags = LawFlag.history.filter(brief_id=OuterRef("pk"), **mine)
    of_pins = Pin.history.filter(holding__brief_id=OuterRef("pk"), **mine)
    rows = Exists(saved) | Exists(of_holdings) | Exists(of_flags) | Exists(of_pins)
    return Q(state=BriefState.PUBLISHED, published_at__isnull=False) & Q(rows)


def revised_since(brief: Brief, moment: datetime) -> bool:
    """Say whether a section, holding, pin, tag or flag of the brief is another than it was at this moment."""
    return brief.pk in revised_among({brief: moment})


def revised_among(moments: Mapping[Brief, datetime]) -> set[int]:
    """Give the briefs (their keys) that are not what they were, each at its own moment; queries do not grow."""
    if not moments:
        return set()
    then, now = _then({brief.pk: moment for brief, moment in moments.items()}), _now(moments)
    return {brief.pk for brief in moments if then[brief.pk] != now[brief.pk]}


def _now(briefs: Iterable[Brief]) -> _Written:
    written: _Written = defaultdict(set)
    keys = [brief.pk for brief in briefs]
    for brief in Brief.objects.filter(pk__in=keys).prefetch_related("issues"):
        written[brief.pk].add(("brief", *_read(brief, _BRIEF), frozenset(issue.pk for issue in brief.issues.all())))
    for holding in Holding.objects.filter(brief__in=keys).prefetch_related("issues"):
        tags = frozenset(issue.pk for issue in holding.issues.all())
        written[holding.brief_id].add(("holding", *_read(holding, _HOLDING), tags))
    for pin in Pin.objects.filter(holding__brief__in=keys).select_related("holding"):
        written[pin.holding.brief_id].add(("pin", *_read(pin, _PIN)))
    for flag in LawFlag.objects.filter(brief__in=keys):
        written[flag.brief_id].add(("flag", *_read(flag, _FLAG)))
    return written


def _then(moments: Mapping[int, datetime]) -> _Written:
    written: _Written = defaultdict(set)
    for old in with_tags(_newest(Brief, _each("id", moments))):
        written[old.id].add(("brief", *_read(old.instance, _BRIEF), old.tag_keys))
    brief_of: dict[int, int] = {}
    for old in with_tags(_newest(Holding, _each("brief_id", moments))):
        if old.history_type != "-":
            brief_of[old.id] = old.brief_id
            written[old.brief_id].add(("holding", *_read(old.instance, _HOLDING), old.tag_keys))
    until = {holding: moments[brief] for holding, brief in brief_of.items()}
    for old in _newest(Pin, _each("holding_id", until)):
        if old.history_type != "-":
            written[brief_of[old.holding_id]].add(("pin", *_read(old, _PIN)))
    for old in _newest(LawFlag, _each("brief_id", moments)):
        if old.history_type != "-":
            written[old.brief_id].add(("flag", *_read(old.instance, _FLAG)))
    return written


def _each(name: str, moments: Mapping[int, datetime]) -> Q:
    """Narrow a history to what was saved by its row's own moment."""
    at: dict[datetime, list[int]] = defaultdict(list)
    for key, moment in moments.items():
        at[moment].append(key)
    known = (Q(**{f"{name}__in": keys, "history_date__lte": moment}) for moment, keys in at.items())
    return reduce(or_, known, Q(pk__in=[]))


def _newest(model: Any, narrowed: Q) -> Any:
    """Give the newest of the narrowed records of each row."""
    return model.history.filter(narrowed).order_by("id", "-history_date", "-history_id").distinct("id")


def _read(row: Any, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(_plain(getattr(row, name)) for name in names)


def _plain(value: Any) -> Any:
    """Let browsers' line ends and the order of a list count for nothing."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    return frozenset(value) if isinstance(value, list) else value
