"""What a brief says now, and what it said when its form was opened: both as the form has it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from briefs.models import Brief, Holding, LawFlag, Pin
from briefs.reading.tags_then import with_tags
from briefs.text.merging import Fields, Value
from briefs.workflow.typed import BRIEF_TICKS, BRIEF_WORDS, ROWS, Typed

MODELS: dict[str, Any] = {"holdings": Holding, "law_flags": LawFlag}


@dataclass(frozen=True)
class Written:
    """The brief and its rows as the form has them, by key; each with the newest record of its history (`base`)."""

    fields: dict[str, Value]
    rows: dict[str, dict[str, Fields]]
    bases: dict[str, str]  # "" is the brief, “holdings-12” a row


def bases_of(brief: Brief) -> dict[str, str]:
    """Give the newest record in the history of the brief (under "") and of each of its rows (“holdings-12”).

    A form reads them before it reads the rows: a change that comes between counts as somebody else's.
    """
    newest = Brief.history.filter(id=brief.pk).order_by("-history_id").values_list("history_id", flat=True)[:1]
    bases = {"": "".join(map(str, newest))}
    for prefix, model in MODELS.items():
        rows = model.history.filter(brief_id=brief.pk).order_by("id", "-history_id").distinct("id")
        bases |= {f"{prefix}-{key}": str(base) for key, base in rows.values_list("id", "history_id")}
    return bases


def written_now(brief: Brief) -> Written:
    """Read the brief anew."""
    bases = bases_of(brief)
    now = Brief.objects.prefetch_related("issues").get(pk=brief.pk)
    pinned: dict[int, set[str]] = {}
    for holding, mark in Pin.objects.filter(holding__brief=brief).values_list("holding", "annotation"):
        pinned.setdefault(holding, set()).add(str(mark))
    rows: dict[str, dict[str, Fields]] = {}
    for prefix, model in MODELS.items():
        found = model.objects.filter(brief=brief).order_by("pk")
        if prefix == "holdings":
            found = found.prefetch_related("issues").order_by("number")
        rows[prefix] = {str(row.pk): _fields(prefix, row) for row in found}
    for key, fields in rows["holdings"].items():
        rows["holdings"][key] = {**fields, "passages": frozenset(pinned.get(int(key), ()))}
    return Written(_words_and_ticks(now, BRIEF_WORDS, BRIEF_TICKS), rows, bases)


def written_then(typed: Typed, now: Written, brief: Brief) -> tuple[Fields | None, dict[str, dict[str, Fields | None]]]:
    """Give what the form was opened on: the brief's fields and each row's; None where nobody knows.

    What nobody saved since is as it is now; for the rest the history is asked, and for pins the form itself.
    """
    began: Fields | None = now.fields
    if typed.base != now.bases.get("", ""):
        records = Brief.history.filter(id=brief.pk, history_id=_number(typed.base))
        began = next((_words_and_ticks(old, BRIEF_WORDS, BRIEF_TICKS) for old in with_tags(records)), None)
    rows: dict[str, dict[str, Fields | None]] = {}
    for prefix, model in MODELS.items():
        sent = {one.row.key: one for one in typed.rows[prefix] if one.row.key}
        stale = [_number(one.base) for key, one in sent.items() if one.base != now.bases.get(f"{prefix}-{key}", "")]
        records = model.history.filter(brief_id=brief.pk, history_id__in=stale)
        old_rows = _old_rows(prefix, records) if stale else {}
        rows[prefix] = {}
        for key, one in sent.items():
            is_fresh = one.base == now.bases.get(f"{prefix}-{key}", "") and key in now.rows[prefix]
            fields = now.rows[prefix][key] if is_fresh else old_rows.get((key, one.base))
            if fields is not None and prefix == "holdings" and (is_fresh or one.seen is not None):
                fields = {**fields, "passages": fields.get("passages", frozenset()) if one.seen is None else one.seen}
            rows[prefix][key] = fields
    return began, rows


def _old_rows(prefix: str, records: Any) -> Mapping[tuple[str, str], Fields]:
    olds = with_tags(records) if prefix == "holdings" else records
    return {(str(old.id), str(old.history_id)): _fields(prefix, old) for old in olds}


def _fields(prefix: str, row: Any) -> dict[str, Value]:
    words, ticks = ROWS[prefix]
    own = [name for name in ticks if name != "passages"]
    return _words_and_ticks(row, [name for name in words if name != "also"], own)


def _words_and_ticks(row: Any, words: Iterable[str], ticks: Iterable[str]) -> dict[str, Value]:
    fields: dict[str, Value] = {name: _word(getattr(row, row._meta.get_field(name).attname)) for name in words}
    for name in ticks:
        fields[name] = _ticked(row, name)
    return fields


def _ticked(row: Any, name: str) -> frozenset[str]:
    """Give what is ticked in a list of a row, or of a record of one with its tags."""
    if name == "issues" and hasattr(row, "tag_keys"):
        return frozenset(map(str, row.tag_keys))
    value = getattr(row, name)
    return frozenset(value) if isinstance(value, list) else frozenset(str(one.pk) for one in value.all())


def _word(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def _number(base: str) -> int:
    return int(base) if base.isdecimal() and len(base) < 10 else 0
