"""What counting and ordering need of every search row, kept in memory as columns of numbers.

A search then asks the database which rows match and counts them here, a hundred thousand in milliseconds. They are a
copy, never the truth; `kept` keeps it in step.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from briefs.models import Court, Opinion, SearchWord
from briefs.models.vocabulary import OpinionKind, Outcome, ProtectedGround, Weight
from briefs.search.citing import Citing
from briefs.search.keys import Keys
from briefs.search.lately import keep
from briefs.search.statements import KEYS, fetched
from briefs.text.identifiers import mask

_WORD = re.compile(r"[^\W\d_]+")
BROAD = 0.25  # what more than this share of the rows matches is kept
MOST_KEPT = 32  # questions of one kind
# The columns that are numbers and nothing else.
PLAIN = (
    *("ids", "shelf", "opinion", "edition", "year", "day", "kind", "weights", "outcomes", "grounds"),
    *("is_precedent", "cited", "length", "number"),
)
KINDS, WEIGHTS, OUTCOMES, GROUNDS = OpinionKind.values, Weight.values, Outcome.values, ProtectedGround.values


class Row(NamedTuple):
    """One search row, as it is read."""

    pk: int
    shelf: int
    opinion_id: int
    edition_id: int | None
    court_id: str | None
    decided_on: date | None
    kind: str
    country: str
    issue_ids: Sequence[int]
    authority_ids: Sequence[int]
    weights: Sequence[str]
    outcomes: Sequence[str]
    grounds: Sequence[str]
    is_precedent: bool
    cited: int
    length: int
    number: int | None
    name: str


@dataclass(eq=False)
class Columns:
    """The rows by number; names and identifiers stand as places in the lists beside them, sets as bits."""

    mark: Any
    ids: np.ndarray
    shelf: np.ndarray
    opinion: np.ndarray
    edition: np.ndarray
    court: np.ndarray
    courts: list[str]
    year: np.ndarray  # 0: not known
    day: np.ndarray  # 0: not known
    kind: np.ndarray
    country: np.ndarray
    countries: list[str]
    weights: np.ndarray
    outcomes: np.ndarray
    grounds: np.ndarray
    issue_set: np.ndarray
    issue_sets: list[tuple[int, ...]]
    citing: Citing
    is_precedent: np.ndarray
    cited: np.ndarray
    length: np.ndarray
    number: np.ndarray  # of a holding in its brief
    titles: list[str]  # the rows' names, as they are compared
    by_name: np.ndarray  # each row's place in the order of names
    versions: np.ndarray = field(default_factory=lambda: np.empty((0, 2), np.int64), repr=False)  # of each row (`kept`)
    broad: dict[Any, np.ndarray] = field(default_factory=dict, repr=False)  # numbers of the rows that much matches

    @classmethod
    def of(cls, rows: Iterable[Row], mark: Any = None) -> "Columns":
        """Set rows out in columns."""
        ordered = sorted(rows, key=lambda row: row.pk)
        told = list(zip(*ordered, strict=True)) or [()] * len(Row._fields)
        column = dict(zip(Row._fields, told, strict=True))
        courts, court = _places(one or "" for one in column["court_id"])
        countries, country = _places(column["country"])
        issue_sets, issue_set = _places(tuple(ids) for ids in column["issue_ids"])
        titles = [name.casefold() for name in column["name"]]
        days = column["decided_on"]
        return cls(
            mark=mark,
            ids=_numbers(column["pk"]),
            shelf=_numbers(column["shelf"]),
            opinion=_numbers(column["opinion_id"]),
            edition=_numbers(one or 0 for one in column["edition_id"]),
            court=court,
            courts=courts,
            year=_numbers(day.year if day else 0 for day in days),
            day=_numbers(day.toordinal() if day else 0 for day in days),
            kind=_numbers(map(KINDS.index, column["kind"])),
            country=country,
            countries=countries,
            weights=_bits(column["weights"], WEIGHTS),
            outcomes=_bits(column["outcomes"], OUTCOMES),
            grounds=_bits(column["grounds"], GROUNDS),
            issue_set=issue_set,
            issue_sets=issue_sets,
            citing=Citing.of(column["authority_ids"]),
            is_precedent=_numbers(column["is_precedent"]),
            cited=_numbers(column["cited"]),
            length=_numbers(column["length"]),
            number=_numbers(one or 0 for one in column["number"]),
            titles=titles,
            by_name=_in_order(titles, range(len(titles))),
        )

    def merged(self, stay: np.ndarray, new: "Columns", mark: Any) -> "tuple[Columns, np.ndarray]":
        """Give the columns with only the rows that stay (True in a mask of all) and with new ones.

        With them, what puts a list of those that stay and then the new ones into their order.
        """
        order = np.argsort(np.concatenate([self.ids[stay], new.ids]), kind="stable")

        def both(name: str) -> np.ndarray:
            return np.concatenate([getattr(self, name)[stay], getattr(new, name)])[order]

        def coded(name: str, values: str) -> tuple[np.ndarray, list[Any]]:
            known = {value: place for place, value in enumerate(getattr(self, values))}
            places = [known.setdefault(value, len(known)) for value in getattr(new, values)]
            new_codes = np.array(places, dtype=np.int32)[getattr(new, name)] if places else getattr(new, name)
            return np.concatenate([getattr(self, name)[stay], new_codes])[order], list(known)

        titles = [*(self.titles[at] for at in np.flatnonzero(stay)), *new.titles]
        titles = [titles[at] for at in order]
        place = np.argsort(order, kind="stable")  # of each that stays, then of each new one
        nearly = np.argsort(np.concatenate([self.by_name[stay], np.full(len(new), len(self))]), kind="stable")
        numbers: dict[str, Any] = {name: both(name) for name in PLAIN}
        court, courts = coded("court", "courts")
        country, countries = coded("country", "countries")
        issue_set, issue_sets = coded("issue_set", "issue_sets")
        columns = Columns(
            mark=mark,
            court=court,
            courts=courts,
            country=country,
            countries=countries,
            issue_set=issue_set,
            issue_sets=issue_sets,
            citing=self.citing.merged(stay, new.citing, order),
            titles=titles,
            by_name=_in_order(titles, place[nearly].tolist()),
            **numbers,
        )
        return columns, order

    def __len__(self) -> int:
        return len(self.ids)

    def shelves(self, ids: np.ndarray) -> np.ndarray:
        """Give the shelf of each of these rows; 0 for one that is not here."""
        told = np.zeros(len(ids), dtype=self.shelf.dtype)
        places, known = self.places(ids)
        told[known] = self.shelf[places]
        return told

    def places(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give where rows of these numbers stand, and which of the numbers stand anywhere."""
        table = self._places
        at = np.full(len(ids), -1, dtype=np.int32)
        within = (ids >= 0) & (ids < len(table))
        at[within] = table[ids[within]]
        known = at >= 0
        return at[known], known

    @cached_property
    def _places(self) -> np.ndarray:
        """Give each number's place, -1 where no row has it: quicker to look up than to look for."""
        table = np.full(int(self.ids[-1]) + 1 if len(self.ids) else 0, -1, dtype=np.int32)
        table[self.ids] = np.arange(len(self.ids), dtype=np.int32)
        return table

    @cached_property
    def keys(self) -> Keys:
        """Give the keys of all rows; one query, the first time."""
        return Keys.of(fetched(KEYS, {}), self._places)

    @cached_property
    def numbers(self) -> list[int]:
        """Give how many rows stand on each shelf."""
        return np.bincount(self.shelf, minlength=6).tolist()

    @cached_property
    def court_rows(self) -> dict[str, Court]:
        """Give the courts of these rows by rank; one query, the first time."""
        found = Court.objects.filter(pk__in=[court for court in self.courts if court]).by_rank()
        return {court.pk: court for court in found}

    @cached_property
    def circuits(self) -> tuple[np.ndarray, list[str]]:
        """Give the place of every row's circuit, and the circuits; "" for a court of none."""
        courts = self.court_rows
        listed, places = _places(courts[court].circuit if court in courts else "" for court in self.courts)
        return places[self.court] if listed else self.court, listed

    @cached_property
    def names(self) -> dict[str, str]:
        """Give the words of every public name and caption, as they are compared and spelt; two queries, once."""
        captions = Opinion.objects.released().values_list("case__caption", flat=True).distinct()
        parties = (word for caption in captions for word in _WORD.findall(mask(caption)))
        spelt = {word.casefold(): word.title() if word.isupper() else word for word in parties}
        return spelt | dict(SearchWord.objects.values_list("word", "spelt"))

    def keep_broad(self, asked: Any, ids: np.ndarray) -> None:
        """Keep the numbers of rows that match, if they are many: to list them again takes PostgreSQL longest."""
        if len(ids) > BROAD * len(self):
            keep(self.broad, asked, ids, MOST_KEPT)


def _numbers(values: Iterable[Any]) -> np.ndarray:
    return np.fromiter(values, dtype=np.int32)


def _bits(sets: Iterable[Sequence[str]], values: Sequence[str]) -> np.ndarray:
    bit = {value: 1 << at for at, value in enumerate(values)}
    return _numbers(sum(bit[value] for value in one) for one in sets)


def _in_order(titles: Sequence[str], places: Sequence[int]) -> np.ndarray:
    """Give each row's place in the order of names; rows of one name stand in theirs. `places` in order are quicker."""
    ordered = sorted(places, key=lambda at: (titles[at], at))
    by_name = np.empty(len(titles), dtype=np.int32)
    by_name[ordered] = np.arange(len(titles))
    return by_name


def _places(values: Iterable[Any]) -> tuple[list[Any], np.ndarray]:
    """Give the different values, and for each value its place among them."""
    seen: dict[Any, int] = {}
    places = [seen.setdefault(value, len(seen)) for value in values]
    return list(seen), _numbers(places)
