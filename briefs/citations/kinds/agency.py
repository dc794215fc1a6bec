"""Decisions of agencies: immigration precedents, reported, interim and unreported; boards with reports of their own."""

import re
from collections.abc import Iterator

from briefs.citations import names, pins
from briefs.citations.kinds.cases import IMMIGRATION_DECISIONS
from briefs.citations.parens import MONTHS, read_tail
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

# "19 I. & N. Dec. 502", "26 I&N Dec. 227", "23 I & N Dec. 737", "21 I. & N. 357", "22 I.&N. Dec. at 913"
_REPORTED = re.compile(
    r"(?<![\w.-])(?P<volume>\d{1,2}) {1,2}I\.? ?(?:&|and|&amp;)? ?N\.?,? ?(?:Dec\.?|Decs?\.|D\.)?,? "
    r"(?:(?P<at>at )(?:pp?\. ?)?)?(?P<page>\*?\d{1,4}|_{2,})(?![\w])"
)
_INTERIM = re.compile(
    r"\b(?:Int(?:erim|\.)? ?Dec(?:ision|\.)?)(?: \(BIA\))?,? ?(?:No\. ?"
    r"|# ?)?(?P<number>\d{4})(?!\d)(?: at (?P<pin>\d+(?:-\d+)?))?"
)
_UNREPORTED = re.compile(
    r"(?<![\w.])Nos?\. ?A[ -]?\d{2,3}[ -]?\d{3}[ -]?\d{3}(?:(?:,| and"
    r"|, and)? A[ -]?\d{2,3}[ -]?\d{3}[ -]?\d{3}){0,4},? "
    rf"(?:slip op\.?(?: at (?P<pin>{pins.PIN}))? )?"
    rf"\((?P<court>[^()\n]{{2,40}}?),? (?P<date>{MONTHS} (?:\d{{1,2}}, )?(?P<year>(?:19|20)\d\d))\)"
)
# Reports of agencies that reporters-db does not know (Bluebook table T1.2): each in one spelling.
_OWN_REPORTS = (
    ("S.E.C.", r"S\. ?E\. ?C\."),
    ("S.E.C. Docket", r"S\. ?E\. ?C\. Docket|SEC Docket"),
    ("I.B.L.A.", r"I\. ?B\. ?L\. ?A\.|IBLA"),
    ("F.P.C.", r"F\. ?P\. ?C\."),
    ("C.A.B.", r"C\. ?A\. ?B\."),
    ("L.R.R.M. (BNA)", r"(?:L\. ?R\. ?R\. ?M\.|LRRM)(?: \(BNA\))?"),
    ("O.S.H. Cas. (BNA)", r"(?:O\.S\.H\. Cas\.|BNA OSHC|OSHC|OSH Cas\.)(?: \(BNA\))?"),
    ("Lab. Arb. (BNA)", r"(?:Lab\. Arb\.|L\.A\.)(?: \(BNA\))"),
)
_OWN = tuple(
    (
        name,
        re.compile(
            rf"(?<![\w.-])(?P<volume>\d{{1,3}}) (?:{words}),? (?:No\. )?(?P<page>\d{{1,5}}|\d{{1,2}},\d{{3}})(?!\w)"
        ),
    )
    for name, words in _OWN_REPORTS
)
_OWN_WORDS = sought("S.E.C.", "S. E. C.", "SEC Docket", "I.B.L.A", "I. B. L. A", "IBLA", "F.P.C.", "F. P. C.",
                    "C.A.B.", "C. A. B.", "L.R.R.M", "LRRM", "O.S.H. Cas", "OSHC", "OSH Cas", "Lab. Arb",
                    "L.A. (BNA")  # fmt: skip
_REPORTED_WORDS = sought("& N", "&N", "and N", "&amp; N", "&amp;N", "I.N.", "I. N.", "IN Dec", "I N")
_INTERIM_WORDS = sought("Int")
_UNREPORTED_WORDS = sought("No. A", "Nos. A", "No.A", "Nos.A")


def _spot(reading: Reading) -> Iterator[Sighting]:
    floor = 0
    for match in reading.matches(_REPORTED, _REPORTED_WORDS, 12):
        sighting = _reported(reading, match, floor)
        floor = sighting.end
        yield sighting
    yield from _own_reports(reading)
    for match in reading.matches(_INTERIM, _INTERIM_WORDS):
        tail = read_tail(reading, match.end(), dated=True)
        sighting = Sighting(
            match.start(),
            tail.end,
            "full",
            "agency_decision",
            f"interim:{match['number']}",
            match["pin"],
            year=tail.year,
        )
        sighting.tail = tail.explanations
        yield _named(reading, sighting, 0)
    for match in reading.matches(_UNREPORTED, _UNREPORTED_WORDS):
        sighting = Sighting(match.start(), match.end(), "full", "agency_decision", year=int(match["year"]))
        sighting.cite = f"unreported decision ({match['court']} {match['date']})"
        sighting.pin = pins.tidy(match["pin"]) if match["pin"] else None
        sighting.why = f"An unreported decision of {match['date']}; its alien registration number is not shown."
        yield _named(reading, sighting, 0)


def _reported(reading: Reading, match: re.Match[str], floor: int) -> Sighting:
    short, text = bool(match["at"]), reading.text
    stop = reading.next_reported(match.end())
    if short:
        rest, end = pins.after_short(text, match.end(), stop)
        pin: str | None = pins.tidy(match["page"] + rest)
    else:
        read = pins.after_full(text, match.end(), stop)
        pin, end = (pins.tidy(read[0]), read[1]) if read else (None, match.end())
    interim = _INTERIM.match(text, end + 2) if text.startswith(", ", end) else None
    tail = read_tail(reading, interim.end() if interim else end, dated=not short)
    known = not short and match["page"].isdigit()
    sighting = Sighting(
        start=match.start(),
        end=tail.end if tail.dated or interim else end,
        form="short" if short else "full",
        kind="agency_decision",
        key=f"agency:{match['volume']}:I&N:{match['page']}" if known else None,
        pin=pin,
        volume=match["volume"],
        reporter=IMMIGRATION_DECISIONS,
        page=match["page"],
        court=tail.court or _tribunal(text[end : tail.end]),
        year=tail.year,
        parallels=(f"interim:{interim['number']}",) if interim else (),
        tail=tail.explanations,
    )
    return _named(reading, sighting, floor)


def _own_reports(reading: Reading) -> Iterator[Sighting]:
    if not reading.places(_OWN_WORDS):
        return
    for name, pattern in _OWN:
        for match in reading.matches(pattern, _OWN_WORDS, 4):
            read = pins.after_full(reading.text, match.end(), reading.next_reported(match.end()))
            tail = read_tail(reading, read[1] if read else match.end(), dated=True)
            page = match["page"].replace(",", "")
            sighting = Sighting(
                match.start(), tail.end, "full", "agency_decision", f"agency:{match['volume']}:{name}:{page}"
            )
            sighting.pin = pins.tidy(read[0]) if read else None
            sighting.volume, sighting.reporter, sighting.page = match["volume"], name, page
            sighting.year, sighting.tail = tail.year, tail.explanations
            yield _named(reading, sighting, 0)


def _tribunal(words: str) -> str | None:
    if re.search(r"B\.? ?I\.? ?A\.?|Board|Comm'r|C\.O\.|R\.C\.|D\.D\.", words):
        return "bia"
    return "ag" if re.search(r"\bA\. ?G\.?|\bAG\b|Att'y Gen", words) else None


def _named(reading: Reading, sighting: Sighting, floor: int) -> Sighting:
    name = names.before(reading.text, sighting.start, floor, short=sighting.form == "short")
    if name:
        sighting.name_start = name[0]
        sighting.name = reading.original[name[0] : name[1]]
    return sighting


def _show(parts: tuple[str, ...]) -> str:
    if parts[0] == "interim":
        return f"Interim Decision {parts[1]}"
    return f"{parts[1]} {IMMIGRATION_DECISIONS if parts[2] == 'I&N' else parts[2]} {parts[3]}"


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """The Department of Justice has a page for each volume of the precedents; none can be built for one decision."""
    if parts[0] == "agency" and parts[2] != "I&N":
        return None
    if parts[0] == "interim" or int(parts[1]) < 10:
        return "https://www.justice.gov/eoir/ag-bia-decisions", "justice.gov (list)"
    return f"https://www.justice.gov/eoir/volume-{parts[1]}", "justice.gov (volume)"


KIND = Kind("agency_decision", "administrative decisions", ("agency", "interim"), _spot, _show, _link)
