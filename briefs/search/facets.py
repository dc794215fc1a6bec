"""The facets of the library: what a row counts under, what was chosen, and what there is to choose, with exact counts.

Several choices in one facet widen it (or), several facets narrow each other (and). The counts of a facet follow the
other facets' choices but not its own, so that each number says how many briefs a choice would show there.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefs.models import NOT_GIVEN, Authority, Court
from briefs.models.vocabulary import OpinionKind
from briefs.search.rank import Row
from briefs.search.taxonomy import Taxonomy

UNKNOWN = "unknown"  # the value for what the source does not give
NOT_GIVEN_LABEL = NOT_GIVEN.capitalize()
MOST_AUTHORITIES = 10


@dataclass
class Choice:
    """One line of a facet: its value in the address, its words, how many briefs it leaves."""

    value: str
    label: str
    count: int
    chosen: bool
    toggled: tuple[str, ...]  # the facet's values once this choice is put on, or taken off
    children: list["Choice"] = field(default_factory=list)
    address: str = ""


class Facet:
    """One facet of one question. Subclasses say what a row counts under and what a value in the address means."""

    name: str
    label: str
    noun: str  # for the sentence about a value that names nothing

    def __init__(self, values: Sequence[str]) -> None:
        self.values = tuple(value for value in values if self.key_of(value) is not None)
        self.nonsense = tuple(value for value in values if value not in self.values)
        self.chosen = frozenset(self.key_of(value) for value in self.values)
        self.counts: Counter[Hashable] = Counter()

    def keys(self, row: Row) -> Collection[Hashable]:
        """Give what a row counts under."""
        raise NotImplementedError

    def key_of(self, value: str) -> Hashable | None:
        """Give what a value in the address means; None if it means nothing."""
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
        count = self.counts[self.key_of(value)]
        return Choice(value, self.name_of(value), count, value in self.values, self.toggled(value))

    @property
    def chips(self) -> list[Choice]:
        """Give the chosen values as they are taken off."""
        return [self.choice(value) for value in self.values]

    @property
    def notices(self) -> list[str]:
        """Say of each value that means nothing that it was left out."""
        return [f"“{value}” is not {self.noun} in this library, so it was left out." for value in self.nonsense]


class CourtFacet(Facet):
    """The court that decided; highest first."""

    name, label, noun = "court", "Court", "a court"

    def __init__(self, values: Sequence[str], courts: dict[str, Court]) -> None:
        self.courts = courts
        super().__init__(values)

    def keys(self, row: Row) -> Collection[Hashable]:
        """Count a row under its court."""
        return (row.court_id or UNKNOWN,)

    def key_of(self, value: str) -> Hashable | None:
        """Know the courts that exist."""
        return value if value in self.courts or value == UNKNOWN else None

    def name_of(self, value: str) -> str:
        """Name the court in full."""
        return self.courts[value].name if value in self.courts else NOT_GIVEN_LABEL

    def choices(self) -> list[Choice]:
        """List the courts that decided something here."""
        shown = [value for value in (*self.courts, UNKNOWN) if self.counts[value] or value in self.values]
        return [self.choice(value) for value in shown]


class YearFacet(Facet):
    """The year of decision; newest first."""

    name, label, noun = "year", "Year", "a year"

    def keys(self, row: Row) -> Collection[Hashable]:
        """Count a row under its year."""
        return (str(row.year or UNKNOWN),)

    def key_of(self, value: str) -> Hashable | None:
        """Know four digits for a year."""
        return value if value == UNKNOWN or re.fullmatch(r"[12]\d{3}", value) else None

    def name_of(self, value: str) -> str:
        """Write the year."""
        return NOT_GIVEN_LABEL if value == UNKNOWN else value

    def choices(self) -> list[Choice]:
        """List the years in which something here was decided."""
        years = {str(key) for key, count in self.counts.items() if count} | set(self.values)
        newest_first = [*sorted(years - {UNKNOWN}, reverse=True), *(years & {UNKNOWN})]
        return [self.choice(year) for year in newest_first]


class IssueFacet(Facet):
    """The issues; one counts and selects what is tagged with it or with anything below it."""

    name, label, noun = "issue", "Issue", "an issue"

    def __init__(self, values: Sequence[str], taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        super().__init__(values)
        self._branches = taxonomy.spread(taxonomy.by_slug[value] for value in self.values)

    def keys(self, row: Row) -> Collection[Hashable]:
        """Count a row under its issues and everything above them, once each."""
        return self.taxonomy.spread(row.issue_ids)

    def key_of(self, value: str) -> Hashable | None:
        """Know the issues by their slugs."""
        return self.taxonomy.by_slug.get(value)

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
            if self.counts[issue.pk] or issue.pk in self._branches:
                choice = self.choice(issue.slug)
                choice.children = self._level(issue.pk, depth + 1)
                level.append(choice)
        return level


class AuthorityFacet(Facet):
    """The authorities cited in the brief or its opinion: the most cited, and those chosen."""

    name, label, noun = "authority", "Cited authority", "an authority"

    def __init__(self, values: Sequence[str], asked_for: Iterable[Authority]) -> None:
        """Take the rows of `authorities_asked_for`; what was merged into another counts as that other."""
        rows = list(asked_for)
        self._heirs = {row.pk: row.merged_into_id for row in rows if row.merged_into_id}
        self._by_slug = {row.slug: row.merged_into or row for row in rows}
        chosen = [row for row in rows if row.slug in values]
        # A chosen section gathers what cites its subsections, as its page does.
        self._wider = {
            row.pk: {one.pk for one in chosen if row.key.startswith((f"{one.key}:", f"{one.key}."))} for row in rows
        }
        super().__init__(values)

    def keys(self, row: Row) -> Collection[Hashable]:
        """Count a row under each authority once."""
        own = {self._heirs.get(pk, pk) for pk in row.authority_ids}
        return own.union(*(self._wider.get(pk, ()) for pk in row.authority_ids))

    def key_of(self, value: str) -> Hashable | None:
        """Know an authority by its slug."""
        return self._by_slug[value].pk if value in self._by_slug else None

    def name_of(self, value: str) -> str:
        """Cite the authority."""
        return str(self._by_slug[value])

    def choices(self) -> list[Choice]:
        """List the most cited, and those chosen; asks for the names, one query."""
        ranked = sorted((-count, pk) for pk, count in self.counts.items() if count and isinstance(pk, int))
        top = Authority.objects.in_bulk([pk for _, pk in ranked[:MOST_AUTHORITIES]])
        self._by_slug |= {row.slug: row for row in top.values()}
        chosen = [value for value in self.values if self.key_of(value) not in top]
        lines = [self.choice(slug) for slug in (*(row.slug for row in top.values()), *chosen)]
        return sorted(lines, key=lambda line: (-line.count, line.label.casefold()))


class KindFacet(Facet):
    """What the opinion is: the court's, a dissent ..."""

    name, label, noun = "kind", "Opinion type", "a type of opinion"

    def keys(self, row: Row) -> Collection[Hashable]:
        """Count a row under its kind."""
        return (row.kind,)

    def key_of(self, value: str) -> Hashable | None:
        """Know the kinds there are."""
        return value if value in OpinionKind.values else None

    def name_of(self, value: str) -> str:
        """Name the kind."""
        return OpinionKind(value).label

    def choices(self) -> list[Choice]:
        """List the kinds that are here."""
        shown = [value for value in OpinionKind.values if self.counts[value] or value in self.values]
        return [self.choice(value) for value in shown]


def tally(rows: Iterable[Row], facets: Sequence[Facet]) -> list[Row]:
    """Count every facet and give the rows that all choices admit, in one pass over what the words match."""
    hits = []
    keys: list[Callable[[Row], Any]] = [facet.keys for facet in facets]
    for row in rows:
        under = [one(row) for one in keys]
        against = [
            facet for facet, own in zip(facets, under, strict=True) if facet.chosen and facet.chosen.isdisjoint(own)
        ]
        if not against:
            hits.append(row)
        for facet, own in zip(facets, under, strict=True):
            if not against or against == [facet]:
                facet.counts.update(own)
    return hits
