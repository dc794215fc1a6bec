"""Court decisions: every reporter of reporters-db, database citations (WL, LEXIS), slip opinions by docket number."""

import re
from collections.abc import Iterator

from briefs.citations import names, pins
from briefs.citations.parens import read_tail
from briefs.citations.reading import Reading
from briefs.citations.reported import sightings
from briefs.citations.reporter import ReporterCite
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.slips import slips
from briefs.citations.words import sought

IMMIGRATION_DECISIONS = "I. & N. Dec."
# "T.C. Memo. 1999-123": the Tax Court's memorandum opinions are numbered by year (Bluebook table T1.1).
_MEMORANDUM = re.compile(
    r"(?<![\w.])T\. ?C\. ?(?P<what>Memo\.?|Summ(?:ary|\.) Op(?:inion|\.)) ?(?:\([A-Z]{2,4}\) )?(?:No\. )?"
    r"(?P<year>\d{2,4})-(?P<number>\d{1,4})(?:,? at (?P<pin>\*?\d+(?:-\d+)?))?"
)


def _key(cite: ReporterCite, year: int | None) -> str:
    return f"case:{cite.volume}:{cite.reporter(year)}:{cite.page}"


# The database's own numbers, by year and court, of courts that reporters-db does not list: "1992 Cl. Ct. LEXIS 473".
_LEXIS = re.compile(
    r"(?<![\w.-])(?P<year>(?:19|20)\d\d) (?P<court>(?:[A-Z][A-Za-z.']{1,8} ?){1,5}?) ?LEXIS (?P<number>\d{1,7})"
    rf"(?:,? at (?P<pin>{pins.PIN}))?"
)
# The decisions of the Supreme Court of Puerto Rico as its bar cites them: "92 J.T.S. 11" (Bluebook table T1.3).
_JTS = re.compile(r"(?<![\w.-])(?P<year>\d{2,4}) (?P<court>J\. ?T\. ?S\.?|JTS) (?P<number>\d{1,4})(?!\w)(?P<pin>)")
_LEXIS_WORDS = sought("LEXIS ")
_JTS_WORDS = sought("J.T.S", "J. T. S", "JTS ")
_MEMORANDUM_WORDS = sought("Memo", "Summ")
_HYPHENED = ("Ohio", "NMSC", "NMCA", "NMCERT")


def _spot(reading: Reading) -> Iterator[Sighting]:
    yield from sightings(
        reading, "case", lambda cite: not cite.journal and cite.reporter() != IMMIGRATION_DECISIONS, _key
    )
    yield from slips(reading)
    yield from _memoranda(reading)
    taken = {cite.end for cite in reading.reported}
    for match in reading.matches(_LEXIS, _LEXIS_WORDS, 40):
        if match.end("number") not in taken:
            yield _unlisted(reading, match, f"{' '.join(match['court'].split())} LEXIS")
    for match in reading.matches(_JTS, _JTS_WORDS, 5):
        yield _unlisted(reading, match, "J.T.S.")


def _unlisted(reading: Reading, match: re.Match[str], reporter: str) -> Sighting:
    sighting = Sighting(
        match.start(), match.end(), "full", "case", f"case:{match['year']}:{reporter}:{match['number']}"
    )
    sighting.volume, sighting.reporter, sighting.page = match["year"], reporter, match["number"]
    sighting.pin = pins.tidy(match["pin"]) if match["pin"] else None
    tail = read_tail(reading, sighting.end, dated=True)
    sighting.end, sighting.year, sighting.court, sighting.tail = tail.end, tail.year, tail.court, tail.explanations
    _name(reading, sighting)
    return sighting


def _memoranda(reading: Reading) -> Iterator[Sighting]:
    for match in reading.matches(_MEMORANDUM, _MEMORANDUM_WORDS, 6):
        sighting = Sighting(match.start(), match.end(), "full", "case")
        series = "tcmemo" if match["what"].startswith("Memo") else "tcsumm"
        sighting.key = f"{series}:{match['year']}:{match['number']}"
        sighting.pin, sighting.court = match["pin"], "tax"
        sighting.year = int(match["year"]) if len(match["year"]) == 4 else None
        _name(reading, sighting)
        yield sighting


def _name(reading: Reading, sighting: Sighting) -> None:
    name = names.before(reading.text, sighting.start, 0, short=False)
    if name:
        sighting.name_start = name[0]
        sighting.name = reading.original[name[0] : name[1]]


def _show(parts: tuple[str, ...]) -> str:
    if parts[0] == "docket":
        return f"No. {parts[2].replace('_', ':')}"
    if parts[0] == "tcmemo":
        return f"T.C. Memo. {parts[1]}-{parts[2]}"
    if parts[0] == "tcsumm":
        return f"T.C. Summ. Op. {parts[1]}-{parts[2]}"
    if parts[0] == "blank":
        return f"{parts[1]} {parts[2]} ___"
    if "," in parts[3]:
        return f"{parts[1]} {parts[2]} ¶ {parts[3]}"  # a loose-leaf service counts its decisions by paragraph
    # Ohio's and New Mexico's own numbers are written with hyphens: "2012-Ohio-5837" (Bluebook table T1.3).
    return ("-" if parts[2] in _HYPHENED and len(parts[1]) == 4 else " ").join(parts[1:])


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Justia has the U.S. Reports; CourtListener finds any other case by citation, a docket number by search."""
    if parts[0] == "docket":
        return f"https://www.courtlistener.com/?q=%22{parts[2].replace('_', '%3A')}%22", "courtlistener.com (search)"
    if parts[0] in ("tcmemo", "tcsumm", "blank"):
        return None
    volume, reporter, page = parts[1:4]
    if reporter == "U.S.":
        return f"https://supreme.justia.com/cases/federal/us/{volume}/{page}/", "supreme.justia.com"
    if reporter in ("WL", "J.T.S.") or "LEXIS" in reporter or "," in page or "(" in page:
        return None  # behind a subscription, a service or a table, and not to be had by its number elsewhere
    slug = reporter.replace(" ", "%20").replace("'", "%27").replace("&", "%26")
    return f"https://www.courtlistener.com/c/{slug}/{volume}/{page}/", "courtlistener.com"


KIND = Kind("case", "cases", ("case", "docket", "blank", "tcmemo", "tcsumm"), _spot, _show, _link)
