"""A reporter that printed nothing in the year it is cited for (INV-14)."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind

_PERHAPS = re.compile(r"Perhaps (?P<volume>\d+) (?P<reporter>.+?) (?P<page>\S+)\.$")


def look(chart: Chart) -> Iterator[Found]:
    """Find them; the fix is the other series of the reporter, where its volume is of about that year."""
    for one, sentence in chart.flagged("year-outside-reporter"):
        words = chart.text[one.start : one.end]
        likely = _PERHAPS.search(sentence)
        printed = likely and re.search(rf"\b{likely['volume']} ([A-Z][^()]*?) {likely['page']}\b", words)
        if likely and printed:
            low, high = printed.span(1)
            yield Found(one.start + low, one.start + high, sentence, likely["reporter"])
        else:
            yield Found(one.start, one.end, sentence)


KIND = Kind("reporter-year", "Reporter and year that cannot be", look)
