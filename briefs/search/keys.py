"""How much every row says of the words that matter most in it: the rows' keys, kept in memory beside the columns.

A key has a number for each of its words, which the database makes (migration 0016): above, a number for the word; in
the lowest seven bits, how much the row says of it, a grade, or that the word stands in the row's name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from briefs.search.statements import read

GRADES_TO_DOUBLING, ONE, NAMED = 8, 24, 127  # ONE: the grade of an amount of 1
_AMOUNTS = 2.0 ** ((np.arange(NAMED) - ONE) / GRADES_TO_DOUBLING)


@dataclass(frozen=True)
class Keys:
    """The numbers of all keys in their order, with the place of the row that has each."""

    numbers: np.ndarray
    rows: np.ndarray

    @classmethod
    def of(cls, packed: Iterable[tuple[bytes, bytes]], places: np.ndarray) -> "Keys":
        """Read keys as `statements.KEYS` gives them; `places` gives the place of a row by its number, -1 for none."""
        owners, numbers = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
        table = np.append(places, -1)  # a row that came later than the places has none
        for rows, keys in packed:
            ids, lengths = read(rows, ">i4").reshape(-1, 2).T
            owners.append(np.repeat(table[np.minimum(ids, len(places))], lengths))
            numbers.append(_elements(read(keys, ">i4"), lengths))
        owner, number = np.concatenate(owners), np.concatenate(numbers)
        known = owner >= 0
        both = np.sort(number[known].astype(np.int64) << 32 | owner[known].astype(np.int64))
        return cls((both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32))

    def merged(self, places: np.ndarray, keys: Mapping[int, Sequence[int]]) -> "Keys":
        """Give the keys once the rows have moved: where each stands now, -1 if it is gone, and the keys of new ones."""
        rows = places[self.rows]
        known = rows >= 0
        rows, numbers = rows[known], self.numbers[known]
        new_rows = np.repeat(np.fromiter(keys, np.int32, len(keys)), [len(key) for key in keys.values()])
        new = np.fromiter((number for key in keys.values() for number in key), dtype=np.int32)
        order = np.argsort(new, kind="stable")
        at = np.searchsorted(numbers, new[order])
        return Keys(np.insert(numbers, at, new[order]), np.insert(rows, at, new_rows[order]))

    def told(self, stem: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give the places of the rows that say much of a stem, how much each says of it, and those named by it."""
        begin, named = np.searchsorted(self.numbers, np.array([stem, stem + NAMED], dtype=np.int32))
        end = np.searchsorted(self.numbers, np.int32(stem + NAMED), side="right")
        return self.rows[begin:named], _AMOUNTS[self.numbers[begin:named] - stem], self.rows[named:end]


def _elements(sent: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Give the elements of arrays of these lengths, as PostgreSQL sends them, in whole words of four bytes.

    Before the elements stand five words, before those of an empty array three; before each element stands its size.
    """
    begins = np.cumsum(np.where(lengths, 5 + 2 * lengths, 3)) - 2 * lengths
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return sent[np.repeat(begins, lengths) + 2 * within + 1]
