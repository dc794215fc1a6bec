"""Social Security numbers."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind
from briefs.text.figures import may_have

# Never issued: area 000, 666 and 900 to 999, group 00, serial 0000 (Social Security Administration, since 2011).
_NUMBER = re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}(?P<sep>[- ])(?!00)\d{2}(?P=sep)(?!0000)\d{4}(?![\w-])")
_NAMED = re.compile(
    r"(?i)\b(?:social security|S\.?S\.?N\.?)(?: account)?(?: (?:number|no\.?|#))?s?(?: (?:is|was|of))?[\s:#(]{1,3}"
    r"(?P<number>\d{9}|[x*]{3}-[x*]{2}-\d{4})(?!\w)"
)
_OTHER = re.compile(r"(?i)(?:\bNos?\.|docket|\bU\.S\.|\bF\.|§)[^.;\n]{0,12}$")
# Every number has one of these runs of figures, and every one that is named; and these words name it.
_RUNS = (b"0-00-0000", b"0 00 0000")
_NAMED_RUNS = (b"000000000", b"x-0000", b"X-0000", b"*-0000")
_SAID = ("security", "ssn", "s.n", "s.sn")
_SPACED = re.compile(r"(?i)social security|\bSSN\b")


def look(chart: Chart) -> Iterator[Found]:
    """Find numbers in the form 123-45-6789, with spaces where the words say what it is, and nine digits so named."""
    for match in _NUMBER.finditer(chart.text) if may_have(chart.text, *_RUNS) else ():
        before = chart.text[max(0, match.start() - 60) : match.start()]
        if match["sep"] == " " and not _SPACED.search(before):
            continue
        if not _OTHER.search(before):
            yield Found(match.start(), match.end(), "This has the form of a Social Security number.")
    named = may_have(chart.text, *_NAMED_RUNS) and any(words in chart.small for words in _SAID)
    for match in _NAMED.finditer(chart.text) if named else ():
        yield Found(*match.span("number"), "The words before it say that this is a Social Security number.")


KIND = Kind("social-security", "Social Security number", look, is_identifier=True)
