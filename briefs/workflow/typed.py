"""What a person typed into the form of a brief: read as a browser sends it, and written as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefs.models import SECTIONS
from briefs.text.merging import NUMBER, MergedRow, Row, Value, plain

# Name of each form field -> its values, as a browser sends them.
Sent = dict[str, list[str]]

BRIEF_WORDS = (
    *("title", "summary", *(name for name, _ in SECTIONS), "clinic_notes"),
    *("country", "content_note", "law_checked_on", "law_checked_by"),
)
BRIEF_TICKS = ("issues", "protected_grounds")
HOLDING_PROSE = ("question", "answer", "rule", "application")
_FLAG = ("kind", "bears_on", "effective_on", "note", "applies_when", "cleared_on", "cleared_by", "cleared_source")
ROWS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # prefix of the rows: what is typed in each, what is ticked
    # `also` is for hands without scripts: more passages to pin to, by their numbers in the list.
    "holdings": ((NUMBER, *HOLDING_PROSE, "weight", "outcome", "also"), ("passages", "issues")),
    "law_flags": (_FLAG, ()),
}


@dataclass(frozen=True)
class TypedRow:
    """A row of the form: its place among those sent, what it was opened on, and the pins it showed then."""

    index: int
    row: Row
    base: str
    seen: frozenset[str] | None

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was typed in a row that is not there yet."""
        prose = (self.row.fields.get(name, "") for name in (*HOLDING_PROSE, "note", "also", "passages", "issues"))
        return not self.row.key and not any(plain(value) for value in prose)


@dataclass(frozen=True)
class Typed:
    """The whole form; fields that were not sent are missing."""

    base: str
    fields: dict[str, Value]
    rows: dict[str, list[TypedRow]]


def read(sent: Mapping[str, Sequence[str]]) -> Typed:
    """Read a form, whatever it lacks; nothing is checked here."""
    fields: dict[str, Value] = {name: sent[name][-1] for name in BRIEF_WORDS if sent.get(name)}
    if fields:  # boxes that are not ticked are not sent
        fields |= {name: frozenset(one_by_one(sent.get(name, ()))) for name in BRIEF_TICKS}
    return Typed(_one(sent, "base"), fields, {prefix: _rows(sent, prefix) for prefix in ROWS})


def one_by_one(values: Iterable[str]) -> list[str]:
    """Give keys that were ticked and names that were typed on a line, “Nexus; Remand”, each by itself."""
    found = (one.replace("\x00", "").strip() for value in values for one in value.split(";"))
    return [one for one in found if one]


def _one(sent: Mapping[str, Sequence[str]], name: str) -> str:
    return sent[name][-1] if sent.get(name) else ""


def _rows(sent: Mapping[str, Sequence[str]], prefix: str) -> list[TypedRow]:
    total = _one(sent, f"{prefix}-TOTAL_FORMS")
    words, ticks = ROWS[prefix]
    rows = []
    for index in range(min(int(total), 1000) if total.isdecimal() else 0):
        at = f"{prefix}-{index}-"
        fields: dict[str, Value] = {name: sent[at + name][-1] for name in words if sent.get(at + name)}
        if not fields:
            continue
        fields |= {name: frozenset(one_by_one(sent.get(at + name, ()))) for name in ticks}
        seen = _one(sent, at + "seen")
        shown = None if at + "seen" not in sent else frozenset(one for one in seen.split(",") if one)
        row = Row(_one(sent, at + "id"), fields, is_deleted=bool(_one(sent, at + "DELETE")))
        rows.append(TypedRow(index, row, _one(sent, at + "base"), shown))
    return rows


def write(
    sent: Mapping[str, Sequence[str]],
    fields: Mapping[str, Value],
    rows: Mapping[str, Sequence[MergedRow]],
    bases: Mapping[str, str],
) -> Sent:
    """Write a form as a browser sends it: rows that exist first, each with what it now stands on.

    `bases` gives the base of the brief under "", and of each row under “prefix-key”.
    """
    prefixes = tuple(f"{prefix}-" for prefix in ROWS)
    written: Sent = {name: list(values) for name, values in sent.items() if not name.startswith(prefixes)}
    written |= {name: _values(value) for name, value in fields.items()} | {"base": [bases.get("", "")]}
    for prefix, merged in rows.items():
        there = [row for row in merged if row.key]
        ordered = there + [row for row in merged if not row.key]
        written |= {f"{prefix}-TOTAL_FORMS": [str(len(ordered))], f"{prefix}-INITIAL_FORMS": [str(len(there))]}
        for name in ("MIN_NUM_FORMS", "MAX_NUM_FORMS"):
            written[f"{prefix}-{name}"] = list(sent.get(f"{prefix}-{name}", ()))
        for index, row in enumerate(ordered):
            at = f"{prefix}-{index}-"
            written |= {at + name: _values(value) for name, value in row.fields.items()}
            written[at + "base"] = [bases.get(f"{prefix}-{row.key}", "")] if row.key else [""]
            if row.key:
                written[at + "id"] = [row.key]
            if row.is_deleted:
                written[at + "DELETE"] = ["on"]
    return written


def _values(value: Value) -> list[str]:
    return sorted(value) if isinstance(value, frozenset) else [value]
