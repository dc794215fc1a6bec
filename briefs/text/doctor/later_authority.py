"""An authority later than the decision that cites it (INV-17)."""

from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind


def look(chart: Chart) -> Iterator[Found]:
    """Find them."""
    for one, sentence in chart.flagged("year-after-decision"):
        yield Found(one.start, one.end, sentence)


KIND = Kind("later-authority", "Authority later than the decision", look)
