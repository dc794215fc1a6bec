"""Slip opinions by docket number (Bluebook rule 10.8.1), and reporter citations whose page was not known yet."""

import re
from collections.abc import Iterator

from briefs.citations import names, pins
from briefs.citations.parens import MONTHS, read_tail
from briefs.citations.reading import Reading
from briefs.citations.reporter import court_of
from briefs.citations.shapes import Sighting
from briefs.citations.words import sought

# "02-70755", "3:14-cv-03023"; the states' "S-14054", "C-1-06-0123", "S123456", "100,234"; never a registration number.
_DOCKET = (
    r"(?:(?:\d{1,2}:)?\d{1,2}- ?(?:[A-Za-z]{1,4}- ?)?\d{1,6}(?:-[\w-]{0,9}\w)?"
    r"|(?!A[ -]?\d{1,3}[ -]?\d{3}[ -]?\d{3})[A-Z]{1,4}[ -]?\d{1,7}(?:-[\w-]{0,9}\w)?|\d{2,3},\d{3}(?!\d)|\d{4,7}"
    r"(?:-[\w-]{1,6})?)"
)
_NUMBER = rf"(?:Nos?\.|Docket Nos?\.|Case Nos?\.) ?(?P<number>{_DOCKET})(?:(?:,| &| and|, and) (?:No\. ?)?{_DOCKET})*"
_PIN = rf"(?:,? at (?P<pin>{pins.PIN}))?"
_DATE = rf"\((?P<court>[A-Z0-9][\w.,' ]{{1,40}}?),? (?P<date>(?:{MONTHS} )?(?:\d{{1,2}}, )?(?P<year>(?:19|20)\d\d))\)"
# "No. 07-2278-ag, slip op. at 3 (2d Cir. Nov. 12, 2008)"; "No. 93-1577, slip op. at 3 n.2"
_SLIP = re.compile(rf"(?<![\w.]){_NUMBER}(?P<slip>,? \(?slip\.? op\.?\)?)?{_PIN}(?:,? {_DATE})?")
# "585 U.S. ___ (2018)", "--- F.3d ---"; and "Smith, F.3d , (1st Cir. 1994) [No. 93-1998]", where the blanks were lost.
_REPORTERS = r"(?P<reporter>U\. ?S\.|S\. ?Ct\.|F\. ?[23]d|F\. ?4th|F\. ?Supp\.(?: ?[23]d)?)"
_RULE = r"(?:_{2,8}|-{2,8}|\u2014{1,4})"
_BLANK = re.compile(rf"(?<![\w.])(?:\d{{1,4}}|{_RULE})[ ,]{{1,2}}{_REPORTERS}(?:,? at)? {_RULE}(?!\w)(?:, {_RULE})?")
_LOST = re.compile(
    rf"(?<=[\w.)'], ){_REPORTERS}(?=[ ,]{{1,4}}(?:n\.\d+ )?(?:\(|\[?(?:No\.|slip)))[ ,]{{0,3}}(?:n\.\d+)?"
)
_BESIDE = re.compile(rf",? ?\[?{_NUMBER}(?:,? slip\.? op\.?)?{_PIN}\]?")
_DATABASE = re.compile(r",? ?\[?(?:19|20)\d\d (?:WL|U\. ?S\. (?:App|Dist)\. LEXIS) \d")
_AGAIN = re.compile(rf"slip\.? op\.? at (?P<pin>{pins.PIN})")
_AGAIN_WORDS = sought("slip op", "slip. op")
_SLIP_WORDS = sought("No.", "Nos.")
_BLANK_WORDS = sought("__", "--", "\u2014")
_LOST_WORDS = sought("F.", "U.S.", "U. S.")


def slips(reading: Reading) -> Iterator[Sighting]:
    """Give the slip opinions of a text, the blank reporter citations, and the short forms "Smith, slip op. at 3"."""
    blanks = list(_blanks(reading))
    full = [*blanks, *_numbered(reading, [(each.start, each.end) for each in blanks])]
    courts: dict[str, set[str]] = {}
    for each in full:
        if each.key and each.court:
            courts.setdefault(each.key.split(":")[2], set()).add(each.court)
    for each in full:
        number = each.key.split(":")[2] if each.key else ""
        # Two courts may number alike: a number without a court is another's only where one court has it.
        if not each.court and len(courts.get(number, ())) == 1:
            each.key = f"docket:{next(iter(courts[number]))}:{number}"
        yield each
    taken = {place for each in full for place in range(each.start, each.end)}
    for match in reading.matches(_AGAIN, _AGAIN_WORDS, 0):
        name = names.before(reading.text, match.start(), 0, short=True)
        if match.start() not in taken and name:
            sighting = Sighting(match.start(), match.end(), "short", "case", pin=pins.tidy(match["pin"]))
            yield _named(reading, sighting, name)


def _numbered(reading: Reading, apart: list[tuple[int, int]]) -> Iterator[Sighting]:
    for match in reading.matches(_SLIP, _SLIP_WORDS, 8):
        court = court_of(match["court"]) if match["court"] else None
        if court in ("bia", "ag") or not (match["slip"] or court):
            continue
        if any(start <= match.start() < end for start, end in apart):
            continue
        sighting = _docketed(reading, match.start(), match.end(), match, court)
        sighting.year = int(match["year"]) if match["year"] else None
        yield sighting


def _blanks(reading: Reading) -> Iterator[Sighting]:
    blanks = reading.matches(_BLANK, _BLANK_WORDS, 8)
    lost = reading.matches(_LOST, _LOST_WORDS, 0)
    for match in (*blanks, *lost):
        if reading.next_reported(match.end()) <= match.end() + 2:
            continue  # a parallel citation follows, with its page
        tail = read_tail(reading, match.end(), dated=True)
        if _DATABASE.match(reading.text, tail.end):
            continue  # "F.3d ___ (7th Cir. 1994) [1994 U.S. App. LEXIS 5408]": the database's is the citation
        beside = _BESIDE.match(reading.text, tail.end)
        if beside:
            again = read_tail(reading, beside.end(), dated=True)
            court, year = tail.court or again.court, tail.year or again.year
            sighting = _docketed(reading, match.start(), again.end, beside, court)
            sighting.year = year
        else:
            sighting = Sighting(match.start(), tail.end, "full", "case", court=tail.court, year=tail.year)
            sighting.tail = tail.explanations
            sighting.why = "The page of the reporter was not yet known when this was written."
            _named(reading, sighting, names.before(reading.text, sighting.start, 0, short=False))
        yield sighting


def _docketed(reading: Reading, start: int, end: int, match: re.Match[str], court: str | None) -> Sighting:
    number = match["number"].replace(" ", "").replace(":", "_")  # a colon parts the steps of a key
    sighting = Sighting(start, end, "full", "case", f"docket:{court or 'any'}:{number}", court=court)
    sighting.pin = pins.tidy(match["pin"]) if match["pin"] else None
    sighting.tail = read_tail(reading, end, dated=False).explanations
    return _named(reading, sighting, names.before(reading.text, start, 0, short=False))


def _named(reading: Reading, sighting: Sighting, name: tuple[int, int] | None) -> Sighting:
    if name:
        sighting.name_start, sighting.name = name[0], reading.original[name[0] : name[1]]
    return sighting
