"""A decision before its argument (INV-17)."""

from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind


def look(chart: Chart) -> Iterator[Found]:
    """Find it; it points at the beginning of the text, where the dates stand."""
    if chart.argued_on and chart.decided_on and chart.argued_on > chart.decided_on:
        end = min((block.end for block in chart.blocks), default=len(chart.text))
        argued, decided = (f"{day:%B} {day.day}, {day.year}" for day in (chart.argued_on, chart.decided_on))
        yield Found(0, max(1, end), f"The case was argued on {argued}, after it was decided on {decided}.")


KIND = Kind("order", "Decided before argued", look)
