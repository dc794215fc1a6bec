"""The table of authorities of an opinion or a brief: each authority once, grouped, with every place that cites it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from briefs.citations.keys import describe
from briefs.citations.shapes import GROUPS
from briefs.models import Authority, Citation, Passage

_ORDER = {group.capitalize(): at for at, group in enumerate(GROUPS)}


class Mention(Protocol):
    """A citation in a brief's own words: the authority, where in the brief, and the pin or ""."""

    authority: Authority
    place: str
    pin: str


@dataclass(slots=True)
class Line:
    """An authority with the passages and the parts of the brief that cite it, each once and in order.

    `group` is "Cases", "Statutes" ...; `times` counts every citation, those in one passage too.
    """

    authority: Authority
    group: str
    in_opinion: list[Passage] = field(default_factory=list)
    in_brief: list[str] = field(default_factory=list)
    pins: list[str] = field(default_factory=list)
    times: int = 0


def table(citations: Iterable[Citation], mentions: Iterable[Mention] = ()) -> list[Line]:
    """Gather citations (in reading order, with authority and passage) and a brief's mentions into lines, unordered.

    A citation without an authority has no line: unresolved is not listed as anything (INV-4).
    """
    lines: dict[int, Line] = {}
    for row in citations:
        if row.authority is not None:
            line = _line(lines, row.authority, row.pin)
            if row.passage not in line.in_opinion:
                line.in_opinion.append(row.passage)
    for one in mentions:
        line = _line(lines, one.authority, one.pin)
        if one.place not in line.in_brief:
            line.in_brief.append(one.place)
    return list(lines.values())


def filed(lines: Iterable[Line]) -> list[Line]:
    """Order lines by group and name, as Fed. R. App. P. 28(a)(3) wants it of a brief that is handed in."""
    return sorted(lines, key=lambda line: (_ORDER[line.group], _name(line)))


def most_cited_first(lines: Iterable[Line]) -> list[Line]:
    """Order lines by group, and in it by how often each is cited: what an opinion leans on most comes first."""
    return sorted(lines, key=lambda line: (_ORDER[line.group], -line.times, _name(line)))


def _line(lines: dict[int, Line], authority: Authority, pin: str) -> Line:
    line = lines.get(authority.pk)
    if line is None:
        line = lines[authority.pk] = Line(authority, describe(authority.key).group.capitalize())
    line.times += 1
    if pin and pin not in line.pins:
        line.pins.append(pin)
    return line


def _name(line: Line) -> list[tuple[int, str]]:
    # Numbers file as numbers, so that 8 U.S.C. § 1101 stands before § 1231 and 8 before 28.
    words = re.findall(r"\d+|[^\d\s]+", (line.authority.name or line.authority.cite).casefold())
    return [(int(word), "") if word.isdigit() else (10**9, word) for word in words]
