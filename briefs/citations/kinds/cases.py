"""Court decisions: every reporter of reporters-db, database citations (WL, LEXIS), slip opinions by docket number."""

import re
from collections.abc import Iterator

from briefs.citations import names, pins
from briefs.citations.parens import MONTHS, read_tail
from briefs.citations.reading import Reading
from briefs.citations.reported import sightings
from briefs.citations.reporter import ReporterCite, court_of
from briefs.citations.shapes import Kind, Sighting

IMMIGRATION_DECISIONS = "I. & N. Dec."
# "No. 07-2278-ag, slip op. at 3 (2d Cir. Nov. 12, 2008)" (Bluebook rule 10.8.1).
_SLIP = re.compile(
    r"(?<![\w.])(?:Nos?\.|Docket Nos?\.|Case Nos?\.) ?(?P<number>\d{1,2}:?-?[\w:-]{0,24}\d[\w-]{0,8})"
    r"(?:,? slip op\.?)?(?:,? at (?P<pin>\*?\d+(?:-\d+)?))?,? "
    rf"\((?P<court>[A-Z0-9][\w.,' ]{{1,40}}?),? (?P<date>(?:{MONTHS} )?(?:\d{{1,2}}, )?(?P<year>(?:19|20)\d\d))\)"
)
# "T.C. Memo. 1999-123": the Tax Court's memorandum opinions are numbered by year (Bluebook table T1.1).
_MEMORANDUM = re.compile(
    r"(?<![\w.])T\. ?C\. ?Memo\.? (?:\([A-Z]{2,4}\) )?(?:No\. )?(?P<year>\d{2,4})-"
    r"(?P<number>\d{1,4})(?:,? at (?P<pin>\*?\d+(?:-\d+)?))?"
)
# "585 U.S. ___ (2018)", "--- F.3d ---": a page not yet known.
_BLANK = re.compile(
    r"(?<![\w.])(?:\d{1,4}|_{2,8}|-{2,8}|\u2014{1,4})[ ,]{1,2}(?P<reporter>U\. ?S\.|S\. ?Ct\.|F\. ?[23]d|F\. ?4th"
    r"|F\. ?Supp\. ?[23]d)(?:,? at)? (?:_{2,8}|-{2,8}|\u2014{1,4})(?!\w)"
)


def _key(cite: ReporterCite, year: int | None) -> str:
    return f"case:{cite.volume}:{cite.reporter(year)}:{cite.page}"


def _spot(reading: Reading) -> Iterator[Sighting]:
    yield from sightings(
        reading, "case", lambda cite: not cite.journal and cite.reporter() != IMMIGRATION_DECISIONS, _key
    )
    yield from _slips(reading)
    yield from _memoranda(reading)
    yield from _blanks(reading)


def _slips(reading: Reading) -> Iterator[Sighting]:
    for match in _SLIP.finditer(reading.text):
        court = court_of(match["court"])
        if court is None or court in ("bia", "ag"):
            continue
        sighting = Sighting(
            start=match.start(),
            end=match.end(),
            form="full",
            kind="case",
            key=f"docket:{court}:{match['number'].rstrip('-:')}",
            pin=pins.tidy(match["pin"]) if match["pin"] else None,
            court=court,
            year=int(match["year"]),
            tail=read_tail(reading, match.end(), dated=False).explanations,
        )
        _name(reading, sighting)
        yield sighting


def _memoranda(reading: Reading) -> Iterator[Sighting]:
    for match in _MEMORANDUM.finditer(reading.text):
        sighting = Sighting(match.start(), match.end(), "full", "case", f"tcmemo:{match['year']}:{match['number']}")
        sighting.pin, sighting.court = match["pin"], "tax"
        sighting.year = int(match["year"]) if len(match["year"]) == 4 else None
        _name(reading, sighting)
        yield sighting


def _blanks(reading: Reading) -> Iterator[Sighting]:
    for match in _BLANK.finditer(reading.text):
        tail = read_tail(reading, match.end(), dated=True)
        sighting = Sighting(
            match.start(), tail.end, "full", "case", court=tail.court, year=tail.year, tail=tail.explanations
        )
        sighting.why = "The page of the reporter was not yet known when this was written."
        _name(reading, sighting)
        yield sighting


def _name(reading: Reading, sighting: Sighting) -> None:
    name = names.before(reading.text, sighting.start, 0, short=False)
    if name:
        sighting.name_start = name[0]
        sighting.name = reading.original[name[0] : name[1]]


def _show(parts: tuple[str, ...]) -> str:
    if parts[0] == "docket":
        return f"No. {parts[2]}"
    if parts[0] == "tcmemo":
        return f"T.C. Memo. {parts[1]}-{parts[2]}"
    return " ".join(parts[1:])


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Justia has the U.S. Reports; CourtListener finds any other case by citation, a docket number by search."""
    if parts[0] == "docket":
        return f"https://www.courtlistener.com/?q=%22{parts[2].replace(':', '%3A')}%22", "courtlistener.com (search)"
    if parts[0] == "tcmemo":
        return None
    volume, reporter, page = parts[1:4]
    if reporter == "U.S.":
        return f"https://supreme.justia.com/cases/federal/us/{volume}/{page}/", "supreme.justia.com"
    if reporter == "WL" or "LEXIS" in reporter:
        return None  # behind a subscription, and not to be had by its number elsewhere
    slug = reporter.replace(" ", "%20").replace("'", "%27").replace("&", "%26")
    return f"https://www.courtlistener.com/c/{slug}/{volume}/{page}/", "courtlistener.com"


KIND = Kind("case", "cases", ("case", "docket", "tcmemo"), _spot, _show, _link)
