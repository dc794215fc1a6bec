"""Whether a published brief was rewritten since its live edition: what was written then, held against what is now."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from briefs.models import SECTIONS, Brief, Holding, LawFlag, Pin
from briefs.models.vocabulary import BriefState

# What a reader of the edition is shown; the clinic's notes and the state of the brief are no part of it.
_BRIEF = (
    *("title", "summary", "country", "protected_grounds", "content_note", "law_checked_on", "law_checked_by"),
    *(name for name, _ in SECTIONS),
)
_HOLDING = ("pk", "number", "question", "answer", "rule", "application", "weight", "outcome")
_PIN = ("holding_id", "annotation_id", "position")
_FLAG = (
    *("pk", "holding_number", "kind", "note", "effective_on", "applies_when"),
    *("cleared_on", "cleared_by", "cleared_source"),
)


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
    return _then(brief, moment) != _now(brief)


def _now(brief: Brief) -> list[set[Any]]:
    holdings = list(brief.holdings.prefetch_related("issues"))
    return [
        {(*_read(brief, _BRIEF), frozenset(issue.pk for issue in brief.issues.all()))},
        {(*_read(one, _HOLDING), frozenset(issue.pk for issue in one.issues.all())) for one in holdings},
        {_read(one, _PIN) for one in Pin.objects.filter(holding__brief=brief)},
        {_read(one, _FLAG) for one in brief.law_flags.all()},
    ]


def _then(brief: Brief, moment: datetime) -> list[set[Any]]:
    holdings = list(Holding.history.as_of(moment).filter(brief_id=brief.pk))
    held = [one.pk for one in holdings]
    return [
        {(*_read(one, _BRIEF), _tags(one)) for one in Brief.history.as_of(moment).filter(id=brief.pk)},
        {(*_read(one, _HOLDING), _tags(one)) for one in holdings},
        {_read(one, _PIN) for one in Pin.history.as_of(moment).filter(holding_id__in=held)},
        {_read(one, _FLAG) for one in LawFlag.history.as_of(moment).filter(brief_id=brief.pk)},
    ]


def _tags(old: Any) -> frozenset[int]:
    return frozenset(row.issue_id for row in old._history.issues.all())


def _read(row: Any, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(_plain(getattr(row, name)) for name in names)


def _plain(value: Any) -> Any:
    """Let browsers' line ends and the order of a list count for nothing."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    return frozenset(value) if isinstance(value, list) else value
