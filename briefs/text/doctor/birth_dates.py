"""Dates of birth."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind, watched

MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DAY = (
    rf"(?P<day>{MONTH}\s\d{{1,2}},\s(?:19|20)\d\d|\d{{1,2}}\s{MONTH}\s(?:19|20)\d\d"
    r"|\d{1,2}[/-]\d{1,2}[/-](?:(?:19|20)\d\d|\d\d))"
)
# A year alone, or a month, is no identifier; a whole date is (Fed. R. Crim. P. 49.1, Fed. R. Civ. P. 5.2).
_BIRTH = re.compile(
    r"[BbDd](?<!\w.)(?:(?<=[Bb])orn\b(?:\s(?:in|at|to)\s[^.;\d]{1,60}?)?,?(?:\son|\son\sor\sabout)?"
    r"|(?<=[Dd])ate\sof\sbirth\b(?:\s(?:is|was|of|as))?|(?<=D)\.?O\.?B\.?:?"
    rf"|(?<=[Bb])irth\s?date\b(?:\s(?:is|was|of|as))?),?[\s:(]{{1,3}}{_DAY}"
)


# One of these is in every such place.
_SAID = watched("born", "birth", "birthdate", "dob")
_SPELLED = ("d.o", "do.b")


def look(chart: Chart) -> Iterator[Found]:
    """Find whole dates that the words before them call a birth."""
    said = not _SAID.isdisjoint(chart.told) or any(words in chart.small for words in _SPELLED)
    for match in _BIRTH.finditer(chart.text) if said else ():
        yield Found(*match.span("day"), "This is somebody's date of birth.")


KIND = Kind("birth-date", "Date of birth", look, is_identifier=True)
