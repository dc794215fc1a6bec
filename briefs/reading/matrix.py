"""The circuit matrix of an issue: court by issue, in each cell what published briefs say was held there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q, QuerySet

from briefs.models import Court, EditionHolding, Issue
from briefs.reading.digest import COUNTED, Branch

MOST = 3000  # propositions; the newest decisions are kept
IN_A_CELL = 6  # shown; the others are counted
# The Board and the Attorney General speak first in this field; then the Supreme Court and the circuits in their order.
_FIRST = {"bia": 0, "ag": 1}


@dataclass(slots=True)
class Entry:
    """A proposition in a cell; what is shown of it is read from its frozen form, which has its words and their pins."""

    pk: int
    name: str
    slug: str
    number: int
    year: int | None
    weight: str
    is_separate: bool
    frozen: Mapping[str, Any] = field(default_factory=dict)

    @property
    def weight_label(self) -> str:
        """Give its weight in words."""
        return self.frozen["weight_label"]

    @property
    def outcome_label(self) -> str:
        """Give for whom it was, in words."""
        return self.frozen["outcome_label"]

    @property
    def flags(self) -> list[Any]:
        """Give the later law that bears on it (INV-7)."""
        return self.frozen["flags"]

    @property
    def pins(self) -> list[Any]:
        """Give the words it rests on, and where they stand."""
        return self.frozen["pins"]


@dataclass(slots=True)
class Cell:
    """What one court said on one issue: what counts as a holding, and what does not."""

    issue: Issue
    held: list[Entry] = field(default_factory=list)
    other: list[Entry] = field(default_factory=list)

    @property
    def shown(self) -> list[tuple[str, list[Entry], int]]:
        """Give what is shown: (note, entries, how many more); what is no holding never stands among those that are."""
        parts = (("", self.held), ("Not counted", self.other))
        return [(note, rows[:IN_A_CELL], max(0, len(rows) - IN_A_CELL)) for note, rows in parts if rows]


@dataclass(frozen=True, slots=True)
class Row:
    """A court and its cells, one for each column."""

    court: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The columns' issues, the rows in the order of courts, and the chief courts of the field that have no row."""

    issues: list[Issue]
    rows: list[Row]
    silent: list[str]


def matrix(branch: Branch, holdings: QuerySet[EditionHolding]) -> Matrix:
    """Lay out the propositions of an issue and what is below it: three queries, however many there are."""
    columns = {branch.issue: {branch.issue.pk, *(one.issue.pk for one in branch.absorbed)}}
    columns |= {child.issue: child.ids() for child in branch.children}
    told: dict[str, dict[Issue, Cell]] = {}
    for court, issue_ids, entry in _entries(holdings):
        for issue, ids in columns.items():
            if ids.intersection(issue_ids):
                cell = told.setdefault(court, {}).setdefault(issue, Cell(issue))
                counts = entry.weight in COUNTED and not entry.is_separate
                (cell.held if counts else cell.other).append(entry)
    _unfold(cell for cells in told.values() for cell in cells.values())
    used = [issue for issue in columns if any(issue in cells for cells in told.values())]
    known = Court.objects.filter(Q(rank__lte=2) | Q(pk__in=[*told, *_FIRST]))
    courts = {court.pk: court for court in known}
    ordered = sorted((courts[pk] for pk in told if pk in courts), key=_place)
    rows = [_row(court.name, used, told[court.pk]) for court in ordered]
    if "" in told:
        rows.append(_row("Court not given in source", used, told[""]))
    silent = [one.abbreviation or one.name for one in sorted(courts.values(), key=_place) if one.pk not in told]
    return Matrix(used, rows, silent)


def _entries(holdings: QuerySet[EditionHolding]) -> Iterable[tuple[str, list[int], Entry]]:
    rows = holdings.order_by(F("edition__decided_on").desc(nulls_last=True), "edition__name", "number")
    columns = ("edition__court_id", "issue_ids", "pk", "edition__name", "edition__slug", "number", "edition__year")
    for court, issue_ids, *told in rows.values_list(*columns, "weight", "is_separate")[:MOST]:
        yield court or "", issue_ids, Entry(*told)


def _unfold(cells: Iterable[Cell]) -> None:
    """Fetch the words of what is shown, and of nothing else."""
    shown = [one for cell in cells for _, entries, _ in cell.shown for one in entries]
    rows = EditionHolding.objects.filter(pk__in={one.pk for one in shown})
    frozen = dict(rows.values_list("pk", "frozen"))
    for one in shown:
        one.frozen = frozen[one.pk]


def _row(name: str, issues: Iterable[Issue], cells: dict[Issue, Cell]) -> Row:
    return Row(name, [cells.get(issue) or Cell(issue) for issue in issues])


def _place(court: Court) -> tuple[int, int, str, str]:
    first = _FIRST.get(court.pk)
    if first is not None:
        return 0, first, "", ""
    circuit = f"{court.circuit:0>2}" if court.circuit.isdigit() else court.circuit
    return 1, court.rank, circuit, court.name
