"""Two briefs side by side: the issues and authorities they share, and how their facets agree.

It reads frozen pages (exporters/page.py) and nothing else, so it shows no more than the two pages do.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

PageData = Mapping[str, Any]
CASES = "Cases"
NOT_GIVEN = "not given in source"


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing both pages say of their case, and whether they say the same."""

    label: str
    first: str
    second: str

    @property
    def is_same(self) -> bool:
        """Say whether both say the same, and say something."""
        return self.first == self.second != NOT_GIVEN


@dataclass(frozen=True, slots=True)
class OnIssue:
    """An issue both briefs are tagged with, and the propositions of each that carry it."""

    issue: Mapping[str, str]
    first: list[PageData]
    second: list[PageData]


@dataclass(frozen=True, slots=True)
class Beside:
    """All that two briefs have in common, and how many issues and authorities each has alone."""

    issues: list[OnIssue]
    authorities: list[tuple[str, list[PageData]]]  # by group: what both opinions cite
    by_a_brief: list[PageData]  # cited in both, but in one of them by the brief's own words alone
    facets: list[Facet]
    issues_apart: tuple[list[PageData], list[PageData]]
    authorities_apart: tuple[int, int]

    @property
    def shared_authorities(self) -> int:
        """Count the authorities both opinions cite."""
        return sum(len(lines) for _, lines in self.authorities)

    @property
    def shares_a_case(self) -> bool:
        """Say whether both opinions cite a case."""
        return any(group == CASES for group, _ in self.authorities)


def beside(first: PageData, second: PageData) -> Beside:
    """Hold two frozen pages against each other."""
    tags = _by("slug", first["issues"]), _by("slug", second["issues"])
    lines = _by("id", first["authorities"]), _by("id", second["authorities"])
    shared = [line for key, line in lines[0].items() if key in lines[1]]
    both = [line for line in shared if line["in_opinion"] and lines[1][line["id"]]["in_opinion"]]
    return Beside(
        [OnIssue(tag, _on(first, slug), _on(second, slug)) for slug, tag in tags[0].items() if slug in tags[1]],
        [(group, list(found)) for group, found in groupby(both, key=lambda line: line["group"])],
        [line for line in shared if line not in both],
        [Facet(label, _said(of(first)), _said(of(second))) for label, of in _FACETS],
        (
            [tag for slug, tag in tags[0].items() if slug not in tags[1]],
            [tag for slug, tag in tags[1].items() if slug not in tags[0]],
        ),
        (len(lines[0]) - len(shared), len(lines[1]) - len(shared)),
    )


def _by(name: str, rows: list[PageData]) -> dict[Any, PageData]:
    return {row[name]: row for row in rows}


def _on(page: PageData, slug: str) -> list[PageData]:
    return [one for one in page["holdings"] if any(tag["slug"] == slug for tag in one["issues"])]


def _said(value: str) -> str:
    return NOT_GIVEN if value.lower() in ("", NOT_GIVEN) else value


def _orders(page: PageData) -> str:
    return ", ".join(dict.fromkeys(row["outcome"] for row in page["case"]["dispositions"]))


def _weights(page: PageData) -> str:
    counted: dict[str, int] = {}
    for holding in page["holdings"]:
        counted[holding["weight_label"]] = counted.get(holding["weight_label"], 0) + 1
    return ", ".join(f"{label} ({number})" for label, number in counted.items())


_FACETS: tuple[tuple[str, Callable[[PageData], str]], ...] = (
    ("Court", lambda page: page["case"]["court"]),
    ("Decided", lambda page: page["case"]["decided"]),
    ("Writing", lambda page: page["opinion"]["kind_label"]),
    ("Publication", lambda page: page["case"]["publication"]),
    ("Country", lambda page: page["country"]),
    ("Protected grounds", lambda page: ", ".join(page["grounds"])),
    ("Propositions", _weights),
    ("Ordered", _orders),
)
