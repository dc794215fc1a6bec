"""Citations to reporters: volume, reporter, page, with name, pin, court, year, parallels and explanations."""

import re
from collections.abc import Callable, Iterator

from briefs.citations import names, pins
from briefs.citations.parens import read_tail
from briefs.citations.reading import Reading
from briefs.citations.reporter import ReporterCite
from briefs.citations.sanity import impossible
from briefs.citations.shapes import Sighting

# What parts parallel citations: a comma, and the blank for a page not known yet ("498 U.S. 505, __, 111 S. Ct. 905").
_BETWEEN = re.compile(r",? ?|; ,|(?P<blank>,? ?(?:[_-]{2,}|\u2014+)?, )")
SUPREME_COURT = ("U.S.", "S. Ct.", "L. Ed.", "L. Ed. 2d")  # the official reports first
Wanted = Callable[[ReporterCite], bool]


def sightings(
    reading: Reading, kind: str, wanted: Wanted, keyed: Callable[[ReporterCite, int | None], str]
) -> Iterator[Sighting]:
    """Give a sighting for each group of parallel reporter citations whose first one is wanted.

    `keyed` gives the key of a reporter citation, given the year of its parenthesis.
    """
    cites = reading.reported
    at, floor = 0, 0
    while at < len(cites):
        group = _parallels(reading, cites, at)
        at += len(group)
        first = group[0][0]
        if not wanted(first):
            floor = group[-1][2]
            continue
        sighting = _sight(reading, kind, group, keyed, floor)
        floor = sighting.end
        yield sighting


Pinned = tuple[ReporterCite, str | None, int]  # a citation, its pin, and where that ends


def _pinned(reading: Reading, cite: ReporterCite) -> Pinned:
    stop = reading.next_reported(cite.start + 1)
    if cite.short:
        _, end = pins.after_short(reading.text, cite.end, stop)
        return cite, pins.tidy(reading.text[cite.end - len(cite.page) : end]), end
    pin = pins.after_full(reading.text, cite.end, stop)
    return (cite, pins.tidy(pin[0]), pin[1]) if pin else (cite, None, cite.end)


def _parallels(reading: Reading, cites: list[ReporterCite], at: int) -> list[Pinned]:
    group = [_pinned(reading, cites[at])]
    for following in cites[at + 1 :]:
        end = group[-1][2]
        if following.journal or group[0][0].journal or not _alike(group[0][0], following):
            break
        if not _BETWEEN.fullmatch(reading.text, end, following.start):
            break
        group.append(_pinned(reading, following))
    return group


def _alike(first: ReporterCite, following: ReporterCite) -> bool:
    """Tell whether two may be parallel; "318 U.S. at 340, 63 S. Ct. 608" gives the page of one reporter only."""
    if first.short and not following.short:
        return first.printed != following.printed
    return first.short == following.short


def _sight(
    reading: Reading, kind: str, group: list[Pinned], keyed: Callable[[ReporterCite, int | None], str], floor: int
) -> Sighting:
    first, pin, _ = group[0]
    end = group[-1][2]
    between = _BETWEEN.fullmatch(reading.text, group[0][2], group[1][0].start) if len(group) > 1 else None
    if pin is None and between and between["blank"]:
        pin = group[1][1]
    tail = read_tail(reading, end, dated=not first.short)
    name = names.before(reading.text, first.start, floor, short=first.short)
    sighting = Sighting(
        start=first.start,
        end=tail.end if tail.dated else end,
        form="short" if first.short else "full",
        kind=kind,
        key=None if first.short or not first.page.isalnum() else keyed(first, tail.year),
        pin=pin,
        volume=first.volume,
        reporter=first.reporter(tail.year),
        page=first.page,
        court=tail.court or _court(first),
        year=tail.year,
        tail=tail.explanations,
    )
    if name:
        sighting.name_start = name[0]
        sighting.name = reading.original[name[0] : name[1]]
    if not first.short:
        sighting.parallels = tuple(keyed(cite, tail.year) for cite, _, _ in group[1:] if cite.page.isalnum())
        if sighting.key is None and sighting.parallels:
            sighting.key, sighting.parallels = sighting.parallels[0], sighting.parallels[1:]
            sighting.pin = group[1][1]
        sighting.flags.extend(impossible(first, tail.year, pin, tail.court))
    return sighting


def _court(cite: ReporterCite) -> str | None:
    """Only the Supreme Court's reporters say by themselves which court decided."""
    return "scotus" if cite.reporter() in SUPREME_COURT else None
