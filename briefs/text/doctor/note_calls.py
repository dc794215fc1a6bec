"""Note calls glued to what stands before them."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind

# "deal.17 Subsequently": a number at a full stop that is no decimal, and a new sentence. Citations are left alone.
_GLUED = re.compile(r"[.?!;,](?=[”\"’\d])(?<=[a-z]{3}.)[”\"’]?(?P<number>\d{1,3})(?=\s+[A-Z“\"]|$)")
# Only a bare number could be read on: § 1105a.2, but hardly § 3729(a).3
_SECTION = re.compile(r"§+\s?\d+[a-z]?\.$")


def look(chart: Chart) -> Iterator[Found]:
    """Find numbers that may be calls and were not read so, and calls that could be read as part of a section."""
    notes = {str(block.data.get("number", "")) for block in chart.of_kind("footnote")}
    for block in chart.of_kind("paragraph") if notes else ():
        for match in _GLUED.finditer(chart.text, block.start, block.end):
            if match["number"] in notes and not chart.is_cited(match.start("number")):
                yield Found(
                    *match.span("number"),
                    f"This may call note {match['number']}; it was read as part of the text.",
                    "",
                )
    for mark in chart.marks:
        if mark.kind == "call":
            section = _SECTION.search(chart.text, max(0, mark.start - 24), mark.start)
            if section:
                yield Found(
                    section.start(),
                    section.end(),
                    f"The source glues the call of note {mark.data.get('number', '')} to this section's number;"
                    " it was read as a call.",
                )


KIND = Kind("note-call", "Glued note call", look)
