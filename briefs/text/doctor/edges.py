"""A beginning or an end that is missing."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind

_BEGUN = re.compile(r"[\s“\"'‘(\[*.…—–-]*(?P<first>\S)")
# A text ends with a stop, a bracket, a note's sign, an order in capitals, a date or a judge's name.
_ENDED = re.compile(r"[.?!:)\]”\"’'*_…†‡]\s*$|[A-Z\d]\s*$")
_HANGING = re.compile(
    r"(?:\b(?:the|a|an|of|to|in|and|or|that|which|by|with|for|from|is|was|are|were|not|be|as|on|at)|[a-z][,–—-])\s*$"
)


def look(chart: Chart) -> Iterator[Found]:
    """Find a text that begins in the middle of a sentence, and one that breaks off."""
    if not chart.blocks:
        return
    first = chart.blocks[0]
    begun = _BEGUN.match(chart.text, first.start, first.end)
    if begun and (begun["first"].islower() or chart.text[first.start : first.start + 3] == "..."):
        yield Found(first.start, first.end, "The text begins in the middle of a sentence; its beginning is missing.")
    paragraphs = list(chart.of_kind("paragraph"))
    if not paragraphs:
        return
    last = paragraphs[-1]
    words = chart.text[last.start : last.end].rstrip()
    if words and not _ENDED.search(words) and _HANGING.search(words):
        at = last.start + words.rfind(" ") + 1
        yield Found(at, last.start + len(words), "The text breaks off in the middle of a sentence; its end is missing.")


KIND = Kind("edge", "Beginning or end missing", look)
