"""What one save changed: a row's record held against the one before it, field by field, word by word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import ForeignKey, ManyToManyField
from django.utils import timezone
from django.utils.formats import date_format

from briefs.text.differing import Stretch, differing
from briefs.text.identifiers import mask

# Kept by the machine: what they say, the page says in other words, or nobody needs to know.
_UNTOLD = {
    *("id", "pk", "brief", "holding", "opinion", "slug", "position", "created_at", "changed_at", "search"),
    *("author", "owner", "state", "submitted_at", "approved_at", "approved_by", "returned_because", "text_version"),
    *("start", "end", "prefix", "suffix", "proposed_start", "proposed_end", "score", "margin"),
}
_SHORT = 90  # characters of unchanged words kept on each side of a change


@dataclass(frozen=True)
class Change:
    """One field of one row, before and after; `noun`, `row` and the versions say where to bring it back from."""

    noun: str
    row: int
    what: str
    field: str
    label: str
    old: str
    new: str
    version_before: int | None
    version_after: int | None
    is_as_now: bool = False  # what it became is what it is today
    was_as_now: bool = False  # what it was before is what it is today again

    @cached_property
    def stretches(self) -> list[Stretch]:
        """Give the words that stayed, were added and were taken; long stretches that stayed are cut in the middle."""
        return [(kind, _cut(words) if kind == "same" else words) for kind, words in differing(self.old, self.new)]


def told_fields(model: Any) -> list[Any]:
    """Give the fields of a model whose changes are told, in their order, tags last."""
    history = model.history.model
    kept = {field.name for field in history._meta.get_fields()}
    plain = [field for field in model._meta.fields if field.name in kept and field.name not in _UNTOLD]
    return [*plain, *(tags for tags in model._meta.many_to_many if hasattr(history, tags.name))]


def label_of(field: Any) -> str:
    """Name a field as its form does."""
    return field.verbose_name[:1].upper() + field.verbose_name[1:]


def said(record: Any, field: Any, names: Mapping[str, Mapping[int, str]]) -> str:
    """Give a field of a record as words, registration numbers covered (INV-12); no record says nothing.

    `names`: for each field that points to other rows, their names by key.
    """
    if record is None:
        return ""
    if isinstance(field, ManyToManyField):
        return ", ".join(sorted(names.get(field.name, {}).get(key, "one that is gone") for key in record.tag_keys))
    value = getattr(record, field.attname)
    if isinstance(field, ForeignKey):
        return "" if value is None else names.get(field.name, {}).get(value, "one that is gone")
    return mask(_plain(value, dict(field.flatchoices), dict(getattr(field, "base_field", field).flatchoices)))


def _plain(value: Any, choices: Mapping[Any, Any], of_parts: Mapping[Any, Any]) -> str:
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, list):
        return ", ".join(str(of_parts.get(one, one)) for one in value)
    if isinstance(value, dict):
        return "\n".join(f"{key}: {one}" for key, one in value.items() if one)
    return str(choices.get(value, value)).replace("\r\n", "\n").strip()


def pairs(records: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Give each record with the one of the same row before it, or None; `records` come oldest first."""
    before: dict[Any, Any] = {}
    for record in records:
        yield before.get(record.id), record
        before[record.id] = record


def changes(
    before: Any, after: Any, fields: Iterable[Any], *, what: str = "", now: Any = None, names: Any = None
) -> list[Change]:
    """Give the fields a record has other words in than the one before; a row that was deleted lost all it said.

    `now` is the row's newest record, to tell whether a change still stands.
    """
    gone = after.history_type == "-"
    found = []
    for field in fields:
        old = said(after if gone else before, field, names or {})
        new = "" if gone else said(after, field, names or {})
        if old == new:
            continue
        today = said(now, field, names or {}) if now is not None and now.history_type != "-" else None
        found.append(
            Change(
                noun=after.instance_type._meta.model_name,
                row=after.id,
                what=what,
                field=field.name,
                label=label_of(field),
                old=old,
                new=new,
                version_before=before.history_id if before is not None else None,
                version_after=None if gone else after.history_id,
                is_as_now=today == new,
                was_as_now=today == old,
            )
        )
    return found


def _cut(words: str) -> str:
    if len(words) <= 2 * _SHORT + 20:
        return words
    start, end = words[:_SHORT].rsplit(" ", 1)[0], words[-_SHORT:].split(" ", 1)[-1]
    return f"{start} … {end}"
