"""Which search rows cite which authorities, kept in memory as columns of numbers: found by authority, and counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from briefs.models import Authority
from briefs.search.lately import keep

OFTEN = 128  # authorities that are counted without looking at every citation


@dataclass(frozen=True)
class OftenCited:
    """The authorities that most rows cite: their numbers, the rows of each as bits, and how many cite any other."""

    pks: np.ndarray
    bits: np.ndarray
    others: int


@dataclass(eq=False)
class Citing:
    """The authorities of every row, one row after the other."""

    begins: np.ndarray  # where each row's authorities begin, and where the last one's end
    authorities: np.ndarray
    parts: dict[int, frozenset[int]] = field(default_factory=dict)  # of authorities that have some, with it
    _rows: dict[int, Authority] = field(default_factory=dict, repr=False)
    _found: dict[frozenset[int], np.ndarray] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, cited: Sequence[Sequence[int]]) -> "Citing":
        """Set out what each row cites."""
        begins = np.concatenate([[0], np.cumsum([len(pks) for pks in cited], dtype=np.int64)]).astype(np.int64)
        return cls(begins, np.fromiter((pk for pks in cited for pk in pks), dtype=np.int32))

    def __len__(self) -> int:
        return len(self.begins) - 1

    def merged(self, stay: np.ndarray, new: "Citing", order: np.ndarray) -> "Citing":
        """Give what the rows cite that stay (True in a mask of all), and new ones, put into an order."""
        lengths = np.diff(self.begins)
        authorities = np.concatenate([self.authorities[np.repeat(stay, lengths)], new.authorities])
        lengths = np.concatenate([lengths[stay], np.diff(new.begins)])
        begins = np.cumsum(lengths) - lengths
        lengths, begins = lengths[order], begins[order]
        ends = np.cumsum(lengths)
        at = np.repeat(begins - (ends - lengths), lengths) + np.arange(lengths.sum())
        return Citing(np.concatenate([[0], ends]).astype(np.int64), authorities[at])

    @cached_property
    def owners(self) -> np.ndarray:
        """Give, for each authority cited, the place of the row that cites it."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.begins))

    def authority_rows(self, pks: Iterable[int]) -> dict[int, Authority]:
        """Give the authorities of these numbers; one query for those nobody asked for before."""
        wanted = list(pks)
        new = [pk for pk in wanted if pk not in self._rows]
        if new:
            self._rows |= Authority.objects.in_bulk(new)
        return {pk: self._rows[pk] for pk in wanted if pk in self._rows}

    def rows_of(self, pks: Iterable[int]) -> np.ndarray:
        """Give the places of the rows that cite one of these authorities, each once."""
        wanted = frozenset(pks)
        if wanted not in self._found:
            cited = np.isin(self.authorities, np.fromiter(wanted, dtype=np.int32))
            keep(self._found, wanted, np.unique(self.owners[cited]), OFTEN)
        return self._found[wanted]

    def most_cited(self, rows: np.ndarray, most: int) -> dict[int, int]:
        """Give the authorities that most of these rows (True in a mask of all) cite, with how many of them do.

        Of those cited equally often, the ones that were here first: every visit sees the same. They are sought among
        those cited oftenest by all rows; if one of the others could be among them, everything is counted.
        """
        often = self._often_cited
        pks, numbers = often.pks, np.bitwise_count(often.bits & np.packbits(rows)).sum(axis=1, dtype=np.int64)
        if often.others and (len(pks) < most or np.partition(numbers, -most)[-most] <= often.others):
            numbers = np.bincount(self.authorities[self._cited_by(rows)])
            pks = np.flatnonzero(numbers)
            numbers = numbers[pks]
        best = np.lexsort((pks, -numbers))[:most] if len(pks) <= OFTEN else _highest(numbers, most)
        return {int(pks[at]): int(numbers[at]) for at in best if numbers[at]}

    def _cited_by(self, rows: np.ndarray) -> np.ndarray:
        """Give the places in `authorities` of what these rows cite: few rows are quicker than all citations."""
        at = np.flatnonzero(rows)
        lengths = self.begins[at + 1] - self.begins[at]
        before = np.cumsum(lengths) - lengths
        return np.repeat(self.begins[at] - before, lengths) + np.arange(lengths.sum())

    @cached_property
    def _often_cited(self) -> OftenCited:
        numbers = np.bincount(self.authorities) if len(self.authorities) else np.zeros(0, dtype=np.int64)
        order = np.argsort(-numbers, kind="stable")
        pks = order[:OFTEN]
        place = np.full(len(numbers), -1, dtype=np.int16)
        place[pks] = np.arange(len(pks), dtype=np.int16)
        places = place[self.authorities]
        often = places >= 0
        citing = np.zeros((len(pks), len(self)), dtype=bool)
        citing[places[often], self.owners[often]] = True
        return OftenCited(pks, np.packbits(citing, axis=1), int(numbers[order[OFTEN]]) if len(order) > OFTEN else 0)


def _highest(numbers: np.ndarray, most: int) -> np.ndarray:
    """Give the places of the highest numbers, of equals the first; all of a long row need not be sorted for it."""
    order = numbers.astype(np.int64) * len(numbers) - np.arange(len(numbers))
    best = np.argpartition(-order, min(most, len(order)) - 1)[:most]
    return best[np.argsort(-order[best])]


def gathered(above: Mapping[int, int]) -> dict[int, frozenset[int]]:
    """Give what each authority gathers (8 U.S.C. § 1158: it, § 1158(b) ...); `above` is what each is a part of."""
    found: dict[int, set[int]] = {}
    for pk in above:
        at, passed = pk, {pk}
        while above.get(at, pk) not in passed:
            at = above[at]
            passed.add(at)
            found.setdefault(at, {at}).add(pk)
    return {pk: frozenset(parts) for pk, parts in found.items()}
