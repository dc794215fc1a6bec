"""Subsections whose brackets do not pair or whose letters are of the wrong kind."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind

_MISSING = re.compile(r"\(([A-Za-z0-9]{1,5})(?=\()")
_CAPITAL = re.compile(r"(?<=\([A-Z]\))\(([IVX]+)\)")


def look(chart: Chart) -> Iterator[Found]:
    """Find them; the fix adds the bracket, or sets the clause in small letters (i), as the Code numbers it."""
    for one, sentence in chart.flagged("unbalanced-subsection"):
        found = _MISSING.search(chart.text, one.start, one.end)
        if found:
            yield Found(found.start(), found.end(), sentence, found.group() + ")")
        else:
            yield Found(one.start, one.end, sentence)
    for one, sentence in chart.flagged("subsection-case"):
        found = _CAPITAL.search(chart.text, one.start, one.end)
        if found:
            yield Found(found.start(), found.end(), sentence, found.group().casefold())
        else:
            yield Found(one.start, one.end, sentence)


KIND = Kind("subsection", "Subsection that cannot be", look)
