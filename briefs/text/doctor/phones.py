"""Telephone numbers."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind
from briefs.text.figures import may_have

# A pattern that begins with one sign of a few is scanned for in a tenth of the time: what stands before comes after.
# The North American plan: area and exchange begin with 2 to 9. Ten digits alone are a phone only when named so.
_NUMBER = re.compile(
    r"[+(1-9](?<![\w.$§#-].)(?:(?:(?<=\+)1[-. ]|(?<=1)[-. ])(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[-.])"
    r"|(?<=\()[2-9]\d{2}\)\s?|(?<=[2-9])\d{2}[-.])[2-9]\d{2}[-.]\d{4}(?![\w-]|\.\d)"
)
_NAMED = re.compile(
    r"[PpTt](?<!\w.)(?i:(?:(?<=t)elephone|(?<=p)hone)(?: (?:number|no\.?))?s?(?: (?:is|was))?[\s:]{1,2}"
    r"(?P<number>\+?\d[\d ()-]{5,17}\d))(?!\w)"
)
_RUNS = (b"000-0000", b"000.0000")  # every number in its usual form ends so
_OTHER = re.compile(r"(?i)(?:\bNos?\.|docket|appeal|case|\bcert\.?)[\s:#]{0,3}$|\d[-,]\s?$")


def look(chart: Chart) -> Iterator[Found]:
    """Find them in their usual forms, and what the words before call a phone number."""
    spans: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(chart.text) if may_have(chart.text, *_RUNS) else ():
        if not _OTHER.search(chart.text, max(0, match.start() - 20), match.start()):
            spans.append(match.span())
    for match in _NAMED.finditer(chart.text) if "phone" in chart.small else ():
        start, end = match.span("number")
        digits = sum(char.isdigit() for char in match["number"])
        if 7 <= digits <= 15 and not any(first < end and start < last for first, last in spans):
            spans.append((start, end))
    for start, end in sorted(spans):
        yield Found(start, end, "This has the form of a telephone number.")


KIND = Kind("phone", "Telephone number", look, is_identifier=True)
