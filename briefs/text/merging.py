"""Two people changed the same rows: what one alone changed is kept, and what both changed otherwise is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

# What a form holds: words, or what is ticked in a list.
Value = str | frozenset[str]
Fields = Mapping[str, Value]

NUMBER = "number"


@dataclass(frozen=True)
class Clash:
    """A field that two people changed, each otherwise."""

    mine: Value
    theirs: Value


@dataclass
class Merged:
    """Both people's changes in one; where they clash the field holds mine."""

    fields: dict[str, Value]
    clashes: dict[str, Clash] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """A row as I send it. `key` is "" for a new one; `is_deleted` says I ticked it to be taken away."""

    key: str
    fields: Fields
    is_deleted: bool = False


@dataclass(frozen=True)
class MergedRow:
    """A row after the merge; `fate` tells what the other did to it that I have to decide about.

    `deleted`: they took away what I was changing, so it comes back as a new row (`key` is "").
    `changed`: they changed what I was taking away; `clashes` has their words.
    """

    key: str
    fields: dict[str, Value]
    is_deleted: bool = False
    clashes: Mapping[str, Clash] = field(default_factory=dict)
    fate: Literal["", "deleted", "changed"] = ""


def plain(value: Value) -> Value:
    """Give words as a form keeps them: browsers' line ends and white space at the edges count for nothing."""
    return value.replace("\r\n", "\n").replace("\r", "\n").strip() if isinstance(value, str) else value


def merge(base: Fields | None, mine: Fields, theirs: Fields) -> Merged:
    """Lay my fields and theirs over what both began with; `base` None means that nobody knows.

    A field missing from `mine` was not shown to me, so theirs stays; one that only `mine` has is not kept by anybody
    and stays as I typed it. Ticks merge one by one. Two wordings of one
    field clash unless one of them is the base. The order of rows is no wording: mine wins.
    """
    merged = Merged(dict(theirs))
    for name, value in mine.items():
        own, other = plain(value), plain(theirs.get(name, ""))
        began = plain(base[name]) if base is not None and name in base else None
        if isinstance(own, frozenset):
            ticked = other if isinstance(other, frozenset) else frozenset()
            merged.fields[name] = _ticks(began if isinstance(began, frozenset) else own & ticked, own, ticked)
        elif own in (other, began):
            merged.fields[name] = theirs.get(name, "")
        else:
            merged.fields[name] = value
            if other != began and name != NUMBER and name in theirs:
                merged.clashes[name] = Clash(value, theirs.get(name, ""))
    return merged


def _ticks(began: frozenset[str], own: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return (own & other) | (own - began) | (other - began)


def merge_rows(
    bases: Mapping[str, Fields | None], mine: Sequence[Row], theirs: Mapping[str, Fields]
) -> list[MergedRow]:
    """Merge rows by key: mine in my order, then those that others added meanwhile.

    `bases` has the rows as I was shown them, by key. New rows of both sides stay, but one that says the very same
    as a row added meanwhile is that row: the form was sent twice. A number that two rows came by is given out anew
    unless I gave it twice myself.
    """
    rows = []
    shown = {row.key for row in mine if row.key}
    added = {key: fields for key, fields in theirs.items() if key not in shown}
    for row in mine:
        if not row.key and (same := next((key for key in added if _says(row, added[key])), "")):
            rows.append(MergedRow(same, dict(added.pop(same)), row.is_deleted))
        elif not row.key:
            rows.append(MergedRow("", dict(row.fields), row.is_deleted))
        elif row.key in theirs:
            rows.append(_both(bases.get(row.key), row, theirs[row.key]))
        elif not row.is_deleted and _differ(bases.get(row.key), row.fields):
            rows.append(MergedRow("", dict(row.fields), fate="deleted"))
    rows += [MergedRow(key, dict(fields)) for key, fields in added.items()]
    given = [str(number) for row in mine if not row.is_deleted and (number := row.fields.get(NUMBER))]
    return rows if len(given) != len(set(given)) else _numbered(rows)


def _says(row: Row, theirs: Fields) -> bool:
    """Tell whether a new row of mine has words, and they are those of this row."""
    mine = {name: plain(value) for name, value in row.fields.items() if name != NUMBER and name in theirs}
    return any(mine.values()) and all(value == plain(theirs[name]) for name, value in mine.items())


def _both(base: Fields | None, row: Row, theirs: Fields) -> MergedRow:
    merged = merge(base, row.fields, theirs)
    if not row.is_deleted:
        return MergedRow(row.key, merged.fields, clashes=merged.clashes)
    if not _differ(base, theirs):
        return MergedRow(row.key, dict(row.fields), is_deleted=True)
    clashes = {
        name: Clash(row.fields[name], value)
        for name, value in theirs.items()
        if name != NUMBER and name in row.fields and plain(row.fields[name]) != plain(value)
    }
    return MergedRow(row.key, dict(theirs), is_deleted=True, clashes=clashes, fate="changed")


def _differ(base: Fields | None, now: Fields) -> bool:
    """Tell whether a row says something else than it did; its place among the others says nothing."""
    return base is None or any(
        plain(base.get(name, "")) != plain(value) for name, value in now.items() if name != NUMBER
    )


def _numbered(rows: list[MergedRow]) -> list[MergedRow]:
    """Number the rows anew, in their order, where two have one number; an empty number means the last."""
    kept = [row for row in rows if not row.is_deleted]
    given = [_number(row) for row in kept if _number(row)]
    if len(given) == len(set(given)):
        return rows
    ordered = sorted(kept, key=lambda row: _number(row) or len(rows) + max(given))
    places = {id(row): str(place) for place, row in enumerate(ordered, start=1)}
    return [replace(row, fields=row.fields | {NUMBER: places[id(row)]}) if id(row) in places else row for row in rows]


def _number(row: MergedRow) -> int:
    value = row.fields.get(NUMBER, "")
    return int(value) if isinstance(value, str) and value.strip().isdecimal() else 0
