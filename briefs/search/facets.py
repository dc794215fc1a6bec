"""Facets: what is chosen of each, and what there is to choose, with exact counts.

Several choices in one facet widen it (or), several facets narrow each other (and). The counts of a facet follow the
other facets' choices but not its own, so that each number says how many hits a choice would show there.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np

from briefs.models import NOT_GIVEN
from briefs.search.columns import Columns

UNKNOWN = "unknown"  # the value for what the source does not give
NOT_GIVEN_LABEL = NOT_GIVEN.capitalize()


@dataclass
class Choice:
    """One line of a facet: its value in the address, its words, how many hits it leaves."""

    value: str
    label: str
    count: int
    chosen: bool
    toggled: tuple[str, ...]  # the facet's values once this choice is put on, or taken off
    children: list["Choice"] = field(default_factory=list)
    address: str = ""


class Facet:
    """One facet of one question. Subclasses say what rows count under and what a value in the address means."""

    name: str
    label: str
    noun: str  # for the sentence about a value that names nothing
    template = "briefs/_facet_values.html"

    def __init__(self, columns: Columns, values: Sequence[str]) -> None:
        self.columns = columns
        self.values = tuple(value for value in values if self.key_of(value) is not None)
        self.nonsense = tuple(value for value in values if value not in self.values)
        self.counts: dict[Hashable, int] = {}

    def key_of(self, value: str) -> Hashable | None:
        """Give what a value in the address means; None if it means nothing."""
        raise NotImplementedError

    def admitted(self) -> np.ndarray:
        """Give, for every row, whether it has one of the chosen values."""
        raise NotImplementedError

    def count(self, rows: np.ndarray) -> dict[Hashable, int]:
        """Count the rows (True in a mask of all) under each key they have."""
        raise NotImplementedError

    def choices(self) -> list[Choice]:
        """Give what can be chosen, in the order it is shown; complete only after `tally`."""
        raise NotImplementedError

    def name_of(self, value: str) -> str:
        """Give the words for a chosen value."""
        raise NotImplementedError

    def toggled(self, value: str) -> tuple[str, ...]:
        """Give the values once this one is put on, or taken off."""
        if value in self.values:
            return tuple(one for one in self.values if one != value)
        return (*self.values, value)

    def choice(self, value: str) -> Choice:
        """Make a line for a value."""
        count = self.counts.get(self.key_of(value), 0)
        return Choice(value, self.name_of(value), count, value in self.values, self.toggled(value))

    @property
    def chips(self) -> list[Choice]:
        """Give the chosen values as they are taken off."""
        return [self.choice(value) for value in self.values]

    @property
    def notices(self) -> list[str]:
        """Say of each value that means nothing that it was left out."""
        return [f"“{value}” is not {self.noun} in this library, so it was left out." for value in self.nonsense]


Admitted = dict[str, np.ndarray]  # by the name of a facet of which something is chosen: the rows that have it


def admitted(facets: Sequence[Facet]) -> Admitted:
    """Give the rows that each facet's choices admit."""
    return {facet.name: facet.admitted() for facet in facets if facet.values}


def tally(matched: np.ndarray, shelf: np.ndarray, facets: Sequence[Facet], admitted: Admitted) -> None:
    """Count every facet over one shelf's rows."""
    here = all_of(matched, admitted) & shelf
    for facet in facets:
        other = facet.name in admitted
        facet.counts = facet.count(all_of(matched, admitted, besides=facet.name) & shelf if other else here)


def all_of(matched: np.ndarray, admitted: Admitted, besides: str = "") -> np.ndarray:
    """Give the matched rows, on any shelf, that all choices admit, but for those of one facet."""
    rows = matched
    for name, mask in admitted.items():
        if name != besides:
            rows = rows & mask
    return rows
