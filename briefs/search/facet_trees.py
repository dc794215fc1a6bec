"""The facets with more than a list behind them: years, the issue tree, cited authorities."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from briefs.models import Authority
from briefs.search.columns import Columns
from briefs.search.facets import NOT_GIVEN_LABEL, UNKNOWN, Choice, Facet
from briefs.search.taxonomy import Taxonomy

MOST_AUTHORITIES = 10
FIRST_YEAR, LAST_YEAR = 1000, 2999
_YEARS = re.compile(r"(?P<first>[12]\d{3})?(?P<to>-)?(?P<last>[12]\d{3})?")
HIGH = 40  # of the tallest bar, in the units of the drawing


@dataclass(frozen=True)
class Bar:
    """A year of the histogram, drawn from the bottom of a field HIGH units high."""

    year: int
    count: int
    x: int
    y: int
    height: int
    within: bool  # what is chosen takes it in


class YearFacet(Facet):
    """The year of decision: one (2008), a stretch (2004-2008, 2004-, -2008), or not known."""

    name, label, noun = "year", "Year", "a year or a stretch of years"
    template = "briefs/_facet_years.html"

    def key_of(self, value: str) -> Hashable | None:
        """Read years: (first, last)."""
        if value == UNKNOWN:
            return UNKNOWN
        told = _YEARS.fullmatch(value)
        if not told or not (told["first"] or told["last"]) or (told["last"] and not told["to"]):
            return None
        first = int(told["first"] or FIRST_YEAR)
        last = int(told["last"] or (LAST_YEAR if told["to"] else first))
        return (first, last) if first <= last else None

    def admitted(self) -> np.ndarray:
        """Compare every row's year."""
        mask = np.zeros(len(self.columns), dtype=bool)
        for value in self.values:
            key = self.key_of(value)
            first, last = key if isinstance(key, tuple) else (0, 0)
            mask |= (self.columns.year >= first) & (self.columns.year <= last)
        return mask

    def count(self, rows: np.ndarray) -> dict[Hashable, int]:
        """Count each year, and what is chosen."""
        numbers = np.bincount(self.columns.year[rows])
        years = np.flatnonzero(numbers)
        single = dict(zip(years.tolist(), numbers[years].tolist(), strict=True))
        counts: dict[Hashable, int] = {UNKNOWN: single.pop(0, 0)}
        counts |= {(year, year): number for year, number in single.items()}
        for value in self.values:
            key = self.key_of(value)
            if isinstance(key, tuple):
                counts[key] = sum(number for year, number in single.items() if key[0] <= year <= key[1])
        self._single = single
        return counts

    def name_of(self, value: str) -> str:
        """Write the years."""
        if value == UNKNOWN:
            return NOT_GIVEN_LABEL
        first, _, last = value.partition("-")
        if "-" not in value:
            return value
        return f"{first} to {last}" if first and last else f"{first} or later" if first else f"{last} or earlier"

    def toggled(self, value: str) -> tuple[str, ...]:
        """Put a year on instead of what is chosen, or take it off."""
        return () if value in self.values else (value,)

    def choices(self) -> list[Choice]:
        """List the years in which something here was decided, newest first."""
        years = [(str(year), self._single[year]) for year in sorted(self._single, reverse=True)]
        told = [Choice(year, year, count, year in self.values, self.toggled(year)) for year, count in years]
        unknown = [UNKNOWN] if self.counts.get(UNKNOWN) or UNKNOWN in self.values else []
        return told + [self.choice(value) for value in unknown]

    @property
    def bars(self) -> list[Bar]:
        """Give the histogram: every year from the first to the last that is here."""
        if not self._single:
            return []
        first, most = min(self._single), max(self._single.values())
        stretches = [key for key in map(self.key_of, self.values) if isinstance(key, tuple)]
        bars = []
        for year in range(first, max(self._single) + 1):
            count = self._single.get(year, 0)
            height = max(2, round(HIGH * count / most)) if count else 0
            within = not stretches or any(a <= year <= b for a, b in stretches)
            bars.append(Bar(year, count, (year - first) * 4, HIGH - height, height, within))
        return bars

    @property
    def wide(self) -> int:
        """Give how wide the histogram is, in the units of the drawing."""
        return max(4 * len(self.bars), 4)

    @property
    def ends(self) -> tuple[str, str]:
        """Give the years that stand in the two fields: those chosen, or nothing."""
        first, _, last = (self.values[0] if self.values and self.values[0] != UNKNOWN else "").partition("-")
        return first, last if self.values and "-" in self.values[0] else first


class IssueFacet(Facet):
    """The issues; one counts and selects what is tagged with it or with anything below it."""

    name, label, noun = "issue", "Issue", "an issue"

    def __init__(self, columns: Columns, values: Sequence[str], taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        super().__init__(columns, values)
        self._branches = taxonomy.spread(taxonomy.by_slug[value] for value in self.values)
        self._spread = [taxonomy.spread(pks) for pks in columns.issue_sets]

    def key_of(self, value: str) -> Hashable | None:
        """Know the issues by their slugs."""
        return self.taxonomy.by_slug.get(value)

    def admitted(self) -> np.ndarray:
        """Ask of each different set of issues whether it has one chosen, or one below it."""
        chosen = {self.key_of(value) for value in self.values}
        fits = np.array([not chosen.isdisjoint(spread) for spread in self._spread], dtype=bool)
        return fits[self.columns.issue_set] if len(fits) else np.zeros(len(self.columns), dtype=bool)

    def count(self, rows: np.ndarray) -> dict[Hashable, int]:
        """Count each issue and everything above it, a row once under each."""
        counts: Counter[Hashable] = Counter()
        numbers = np.bincount(self.columns.issue_set[rows], minlength=len(self._spread))
        for place in np.flatnonzero(numbers).tolist():
            for pk in self._spread[place]:
                counts[pk] += int(numbers[place])
        return counts

    def name_of(self, value: str) -> str:
        """Name the issue."""
        return self.taxonomy.issues[self.taxonomy.by_slug[value]].name

    def toggled(self, value: str) -> tuple[str, ...]:
        """Put an issue on instead of what stands above or below it: the choices widen, so both would be the wider."""
        if value in self.values:
            return super().toggled(value)
        line = self.taxonomy.lineage(self.taxonomy.by_slug[value])
        kept = [one for one in self.values if not self._related(one, line)]
        return (*kept, value)

    def _related(self, value: str, line: tuple[int, ...]) -> bool:
        other = self.taxonomy.lineage(self.taxonomy.by_slug[value])
        return other[0] in line or line[0] in other

    def choices(self) -> list[Choice]:
        """List areas and topics that lead to something; subtopics where their topic, or one of them, is chosen."""
        return self._level(None, depth=1)

    def _level(self, parent: int | None, depth: int) -> list[Choice]:
        if depth == 3 and parent not in self._branches:
            return []
        level = []
        for issue in self.taxonomy.children.get(parent, ()):
            if self.counts.get(issue.pk) or issue.pk in self._branches:
                choice = self.choice(issue.slug)
                choice.children = self._level(issue.pk, depth + 1)
                level.append(choice)
        return level


class AuthorityFacet(Facet):
    """The authorities cited: the most cited, and those chosen."""

    name, label, noun = "authority", "Cited authority", "an authority"
    template = "briefs/_facet_authorities.html"

    def __init__(self, columns: Columns, values: Sequence[str], asked_for: Iterable[Authority]) -> None:
        """Take the rows of `authorities_asked_for`; what was merged into another counts as that other."""
        rows = list(asked_for)
        self._by_slug = {row.slug: row.merged_into or row for row in rows}
        chosen = [self._by_slug[value] for value in values if value in self._by_slug]
        # A chosen section gathers what cites its subsections, as its page does.
        self._parts = {one.pk: columns.citing.parts.get(one.pk, frozenset({one.pk})) for one in chosen}
        super().__init__(columns, values)

    def key_of(self, value: str) -> Hashable | None:
        """Know an authority by its slug."""
        return self._by_slug[value].pk if value in self._by_slug else None

    def admitted(self) -> np.ndarray:
        """Find the rows that cite one of the chosen or a part of one."""
        wanted = set().union(*self._parts.values())
        mask = np.zeros(len(self.columns), dtype=bool)
        mask[self.columns.citing.rows_of(wanted)] = True
        return mask

    def count(self, rows: np.ndarray) -> dict[Hashable, int]:
        """Count the authorities cited most, and those chosen, each with its parts: as many as are found by it."""
        kept = self.columns.citing
        self._most = kept.most_cited(rows, MOST_AUTHORITIES)
        whole = {pk: kept.parts[pk] for pk in self._most if pk in kept.parts} | self._parts
        counts: dict[Hashable, int] = dict(self._most.items())
        return counts | {pk: int(np.count_nonzero(rows[kept.rows_of(at)])) for pk, at in whole.items()}

    def name_of(self, value: str) -> str:
        """Cite the authority."""
        return str(self._by_slug[value])

    def choices(self) -> list[Choice]:
        """List the most cited, and those chosen."""
        top = self.columns.citing.authority_rows(self._most)
        self._by_slug |= {row.slug: row for row in top.values()}
        chosen = [value for value in self.values if self.key_of(value) not in top]
        lines = [self.choice(slug) for slug in (*(row.slug for row in top.values()), *chosen)]
        return sorted(lines, key=lambda line: (-line.count, line.label.casefold()))
