"""A text beside the one that would take its place: what changes, in rows, and what the other file gives besides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefs.importers import Imported
from briefs.models import Case
from briefs.text.identifiers import mask

Stretch = tuple[str, str]


@dataclass(frozen=True)
class Sides:
    """One changed place: the words as they are and as they would be, each cut where the two differ."""

    old: list[Stretch] = field(default_factory=list)
    new: list[Stretch] = field(default_factory=list)


def side_by_side(changes: Iterable[Stretch]) -> list[Sides]:
    """Give what `changed_around` gave as rows of two columns, one row for each place."""
    rows = [Sides()]
    for kind, words in changes:
        if kind == "cut":
            rows.append(Sides())
            continue
        if kind != "added":
            rows[-1].old.append((kind, words))
        if kind != "taken":
            rows[-1].new.append((kind, words))
    return [row for row in rows if any(kind != "same" for kind, _ in (*row.old, *row.new))]


def pages_printed(imported: Imported) -> Sequence[str]:
    """Give the numbers of the pages that a file prints, in order, as pins will give them (INV-5)."""
    return [
        str(mark.data["label"])
        for mark in imported.clean.marks
        if mark.kind == "page" and mark.data.get("known") == "printed"
    ]


def told_besides(imported: Imported, case: Case) -> list[tuple[str, str]]:
    """Give the details a file tells that the case lacks: label and words."""
    lacking = (
        ("Citation", "citations", case.authority is None),
        ("Docket number", "docket_numbers", not case.docket_numbers),
        ("Decided", "decided_on", case.decided_on is None),
        ("Court", "court", case.court is None),
        ("Disposition", "disposition", not case.disposition),
    )
    told = []
    for label, name, is_lacking in lacking:
        detail = imported.detail(name)
        if is_lacking and detail and detail.value:
            value = detail.value if isinstance(detail.value, str) else ", ".join(detail.value)
            told.append((label, mask(value)))
    return told
