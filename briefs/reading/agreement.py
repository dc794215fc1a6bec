"""How far two people agree who coded the same paragraphs: numbers over rows, no database.

Paragraph level: each paragraph carries a label or does not, as each annotator has it; Cohen's kappa (J. Cohen, "A
Coefficient of Agreement for Nominal Scales", 1960) and Krippendorff's alpha for two coders, nominal data, nothing
missing (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011) take off what chance would give.
Span level: the F-measure of the marked characters, twice those both marked over the sum of what each marked; kappa
does not serve there, since the characters neither marked have no natural number (G. Hripcsak and A. Rothschild,
"Agreement, the F-Measure, and Reliability in Information Retrieval", 2005).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]  # start and end in characters, the end not included


@dataclass(frozen=True)
class Unit:
    """A paragraph: its name, its place on the page, and where it stands."""

    name: str
    anchor: str
    start: int
    end: int


@dataclass(frozen=True)
class Coded:
    """A stretch that an annotator gave a label."""

    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Score:
    """The agreement on one label; None where a number cannot be computed."""

    label: str
    by_first: int
    by_second: int
    by_both: int
    percent: float
    kappa: float | None
    alpha: float | None
    overlap: float | None


@dataclass(frozen=True)
class Disagreement:
    """A paragraph the two labelled differently."""

    unit: Unit
    first: list[str]
    second: list[str]


@dataclass(frozen=True)
class Agreement:
    """Two codings of the same paragraphs, compared: label by label, as a whole, and where they part."""

    units: int
    scores: list[Score]
    percent: float  # of the paragraphs that carry the same set of labels
    kappa: float | None
    alpha: float | None
    overlap: float | None
    disagreements: list[Disagreement]


def compare(units: Sequence[Unit], first: Iterable[Coded], second: Iterable[Coded]) -> Agreement:
    """Compare two codings of at least one paragraph; a stretch labels each paragraph it shares a character with.

    What lies outside the paragraphs counts for nothing. As a whole, the set of labels of a paragraph is its category.
    """
    ones, others = _inside(units, first), _inside(units, second)
    labels = sorted({one.label for one in [*ones, *others]})
    sets_one, sets_other = _labels(units, ones), _labels(units, others)
    return Agreement(
        units=len(units),
        scores=[_score(label, sets_one, sets_other, ones, others) for label in labels],
        percent=percent(sets_one, sets_other),
        kappa=cohens_kappa(sets_one, sets_other),
        alpha=krippendorffs_alpha(sets_one, sets_other),
        overlap=f_measure(_characters(ones, labels), _characters(others, labels)),
        disagreements=[
            Disagreement(unit, sorted(one), sorted(other))
            for unit, one, other in zip(units, sets_one, sets_other, strict=True)
            if one != other
        ],
    )


def percent(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """Give the share (0 to 1) of units two coders put into the same category."""
    return sum(one == other for one, other in zip(first, second, strict=True)) / len(first)


def cohens_kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Give (Po - Pe) / (1 - Pe), 1 at most; None where both used one and the same category throughout."""
    units, ones, others = len(first), Counter(first), Counter(second)
    by_chance = sum(ones[category] * others[category] for category in ones)
    if by_chance == units * units:
        return None
    expected = by_chance / units**2
    return (percent(first, second) - expected) / (1 - expected)


def krippendorffs_alpha(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Give 1 - Do / De for two coders and nominal categories; None where only one category was used."""
    values = Counter([*first, *second])
    if len(values) < 2:
        return None
    total = sum(values.values())
    expected = 1 - sum(count * (count - 1) for count in values.values()) / (total * (total - 1))
    return 1 - (1 - percent(first, second)) / expected


def f_measure(first: set[Hashable], second: set[Hashable]) -> float | None:
    """Give twice what both have over the sum of what each has; None where neither has anything."""
    if not first and not second:
        return None
    return 2 * len(first & second) / (len(first) + len(second))


def _score(
    label: str,
    first: Sequence[frozenset[str]],
    second: Sequence[frozenset[str]],
    ones: Sequence[Coded],
    others: Sequence[Coded],
) -> Score:
    one, other = [label in labels for labels in first], [label in labels for labels in second]
    return Score(
        label=label,
        by_first=sum(one),
        by_second=sum(other),
        by_both=sum(a and b for a, b in zip(one, other, strict=True)),
        percent=percent(one, other),
        kappa=cohens_kappa(one, other),
        alpha=krippendorffs_alpha(one, other),
        overlap=f_measure(_characters(ones, [label]), _characters(others, [label])),
    )


def _inside(units: Sequence[Unit], coded: Iterable[Coded]) -> list[Coded]:
    """Cut each stretch to the paragraphs it stands in."""
    return [
        Coded(one.label, max(one.start, unit.start), min(one.end, unit.end))
        for one in coded
        for unit in units
        if one.start < unit.end and one.end > unit.start
    ]


def _labels(units: Sequence[Unit], coded: Sequence[Coded]) -> list[frozenset[str]]:
    return [frozenset(one.label for one in coded if one.start < unit.end and one.end > unit.start) for unit in units]


def _characters(coded: Sequence[Coded], labels: Sequence[str]) -> set[Hashable]:
    return {(one.label, place) for one in coded if one.label in labels for place in range(one.start, one.end)}
