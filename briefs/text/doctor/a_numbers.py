"""Alien registration numbers in every spelling, and the letter codes a publisher prints in their place."""

from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind
from briefs.text.identifiers import find_identifiers

_WHY = {
    "a-number": "This is an alien registration number; it is covered on every page.",
    "a-code": "A publisher's letter code stands here for an alien registration number; it is covered on every page.",
}


def look(chart: Chart) -> Iterator[Found]:
    """Find them."""
    for start, end, kind in find_identifiers(chart.text):
        yield Found(start, end, _WHY[kind])


KIND = Kind("a-number", "Alien registration number", look, is_identifier=True)
