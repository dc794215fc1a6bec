"""Reports: country conditions, the UNHCR Handbook, committee reports of Congress, agency memoranda."""

import re
from collections.abc import Iterator

from briefs.citations.parens import MONTHS, read_tail
from briefs.citations.pins import tidy
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

_DATE = rf"\((?:{MONTHS} )?(?:\d{{1,2}}, )?(?P<year>\d{{4}})(?: ed\.)?\)"
_PARAGRAPHS = r"(?:,? (?:at )?(?P<pin>(?:¶{1,2}|paras?\.|pp?\.) ?\d[\d, -]*\d|(?:¶{1,2}|paras?\.) ?\d+))?"
_HANDBOOK = re.compile(
    r"(?:(?:the )?(?:Office of the )?(?:United Nations|U\.N\.|UN)?,? ?(?:High )?(?:Comm(?:issioner|'r) for Refugees"
    r"|UNHCR)(?:'s?)?,? (?:\(UNHCR\),? )?)?(?:the )?"
    r"Handbook on Procedures and Criteria for Determining Refugee Status(?: under[^.;()\n¶]{0,120})?"
    + _PARAGRAPHS
    + rf"(?: {_DATE})?"
    r"|(?:UNHCR|U\.N\.) Handbook" + _PARAGRAPHS.replace("pin", "pin2")
)
# "Handbook ¶ 51", in a text that speaks of it by its whole name.
_HANDBOOK_AGAIN = re.compile(r"(?<!\w)Handbook,? (?:supra,? )?(?:at )?(?P<pin>¶{1,2} ?\d{1,3}(?:[-, ]+\d{1,3})*)(?!\w)")
# "UNHCR, Guidelines on International Protection No. 2": numbered from 1 on since 2002.
_PROTECTION = re.compile(
    r"(?:UNHCR,? |U\.N\. High Comm'r for Refugees,? )?Guidelines on International Protection(?::| No\.|,)? ?(?:No\. )?"
    r"(?P<number>\d{1,2})(?!\d)(?:[:,] [^;()\n¶]{5,160}?(?=,? ¶|,? U\.N\. Doc| \(\w))?"
    r"(?:,? (?P<pin>¶{1,2} ?\d{1,3}(?:[-, ]+\d{1,3})*))?"
    r"(?=[,.;()\s])(?:,? U\.N\. Doc\. [\w/.-]+\w)?(?: \((?:\w+\.? )?(?:\d{1,2}, )?(?:19|20)\d\d\))?"
)
_STATE = re.compile(
    r"(?:(?:Bureau of [A-Z][\w, ]{5,60}?, )?(?:U\.? ?S\.?|United States) Dep(?:artmen|'"
    r"|\.)?t\.? of State,? (?:\(DOS\),? )?(?:Bureau of [\w, ]{5,60}?, )?)"
    rf"(?P<title>[A-Z][^.;()\n]{{8,140}}?)(?: (?P<pin>\d{{1,3}}(?:-\d{{1,3}})?))? {_DATE}"
)
_NEWS = (
    r"\[?(?P<news>(?:19|20)\d\d)\]? U\. ?S\. ?(?:C\. ?C\. ?A\. ?N\.|Code Cong\. ?(?:& |and )?Ad(?:min)?\. ?News) "
    r"(?:at )?(?P<leaf>\d{1,5})(?:, \d{1,5}(?:-\d{1,5})?)*(?!\w)"
)
_COMMITTEE = re.compile(
    r"(?<![\w.])(?P<house>H\.? ?R\.? ?(?:Conf\.? ?)?|H\. ?|S\.? ?|House (?:Conf(?:erence|\.) )?|Senate )Rep(?:ort"
    r"|t)?\.? (?:No\. ?)?(?P<number>\d{2,3}-\d{1,4}(?:\(\w+\))?|\d{3,4})"
    r"(?:,? (?P<congress>\d{2,3})(?:st|n?d|r?d|th) Cong\.(?:,? \d(?:st|n?d|r?d) Sess\.)?)?(?:,? pt\. ?\d)?"
    r"(?:(?:,? at |(?<=Sess\.) |,? pp?\. ?)(?P<pin>\d+(?:-\d+)?(?:, \d+)*))?(?: \((?P<year>\d{4})\))?"
    r"(?: \(Conf\. Rep\.\))?"
    rf"(?:,? (?:as )?reprinted (?:in|at) {_NEWS})?"
)
# The collection in which committee reports are reprinted, cited by itself (Bluebook rule 13.4 (a)).
_REPRINT = re.compile(rf"(?<![\w.]){_NEWS}")
# Bills (rule 13.2): "H.R. 1268, 109th Cong. § 101(a)(3) (2005)".
_BILL = re.compile(
    r"(?<![\w.])(?P<house>H\. ?R\.|S\.)(?: Res\.| J\. ?Res\.| Con\. ?Res\.)? (?:No\. )?(?P<number>\d{1,5}), "
    r"(?P<congress>\d{2,3})(?:st|n?d|r?d|th) Cong\.(?:,? \d(?:st|n?d|r?d) Sess\.)?(?:,? (?P<pin>§§? ?\d+(?:\(\w+\))*))?"
    r"(?: \((?P<year>\d{4})\))?"
)
_RECORD = re.compile(
    r"(?<![\w.])(?P<volume>\d{2,3}) Cong\. Rec\. (?:at )?(?P<page>[HSE]? ?\d[\d,]*(?:-\d+)?)(?: \("
    r"(?:daily ed\. )?[^()\n]{0,30}\))?"
)
# Guidance of the Internal Revenue Service and of Social Security: "Rev. Rul. 99-7", "SSR 96-7p".
_RULING = re.compile(
    r"(?<![\w.])(?P<what>Rev\. Rul\.|Rev\. Proc\.|I\.R\.S\. Notice|SSR|S\.S\.R\.|Social Security Ruling"
    r"(?: \(\"?SSR\"?\))?)"
    r",? (?:No\. )?(?P<number>\d{2,4}-\d{1,3}(?:p|a)?)(?!\w)"
    r"(?:,? \d{4}-\d{1,2} (?:C\. ?B\.|I\. ?R\. ?B\.) \d{1,4}(?:, \d{1,4})*(?: \(\d{4}\))?)?"
)
_MEMORANDUM = re.compile(
    rf"Mem(?:orandum|o\.?) (?:from|by) [A-Z][^;()\n]{{10,320}}?(?: (?P<pin>\d{{1,3}}(?:-\d{{1,3}})?))? {_DATE}"
)
_ORDER = re.compile(
    r"(?<![\w.])(?P<what>Exec(?:utive|\.) Order|Proclamation) (?:No\. ?)?(?P<number>\d{1,2},?\d{3})(?!\d)"
)
_HANDBOOK_WORDS = sought("Handbook")
_HANDBOOK_KNOWN = sought("Determining Refugee Status", "UNHCR")
_PROTECTION_WORDS = sought("Guidelines on I")
_STATE_WORDS = sought("of State")
_COMMITTEE_WORDS = sought("Rep")
_RECORD_WORDS = sought("Cong. Rec")
_REPRINT_WORDS = sought("U.S.C.C.A.N", "U. S. C. C", "U.S. Code Cong", "U. S. Code Cong", "U.S.Code Cong")
_BILL_WORDS = sought(*(f"{end} Cong." for end in ("st", "nd", "d", "rd", "th")))
_RULING_WORDS = sought("Rev. Rul", "Rev. Proc", "I.R.S. Notice", "SSR ", "S.S.R. ", "Social Security Ruling")
_ORDER_WORDS = sought("Exec. Order", "Executive Order", "Proclamation ")
_MEMORANDUM_WORDS = sought("Memorandum from", "Memorandum by", "Memo. ", "Memo ", "Mem. ")


def _spot(reading: Reading) -> Iterator[Sighting]:
    for match in reading.matches(_HANDBOOK, _HANDBOOK_WORDS, 140):
        pin = match["pin"] or match["pin2"]
        start = match.start() + (4 if match[0].startswith("the ") else 0)
        yield _sighting(reading, start, match.end(), "report:unhcr-handbook", pin)
    for match in reading.matches(_HANDBOOK_AGAIN, _HANDBOOK_WORDS) if reading.has(*_HANDBOOK_KNOWN) else ():
        yield _sighting(reading, match.start(), match.end(), "report:unhcr-handbook", match["pin"])
    for match in reading.matches(_PROTECTION, _PROTECTION_WORDS, 40):
        yield _sighting(reading, match.start(), match.end(), f"report:protection:{match['number']}", match["pin"])
    for match in reading.matches(_STATE, _STATE_WORDS, 120):
        sighting = _sighting(
            reading, match.start(), match.end(), f"report:state:{_slug(match['title'])}:{match['year']}", match["pin"]
        )
        title = " ".join(reading.original[match.start("title") : match.end("title")].split())
        sighting.cite = f"U.S. Dep't of State, {title} ({match['year']})"
        yield sighting
    for match in reading.matches(_COMMITTEE, _COMMITTEE_WORDS, 17):
        chamber = "S" if match["house"].startswith("S") else "HC" if "onf" in match["house"] else "H"
        number = match["number"]
        if match["congress"] and "-" not in number:
            number = f"{match['congress']}-{number}"  # the reports of each Congress were counted from 1 until 1969
        yield _sighting(reading, match.start(), match.end(), f"report:congress:{chamber}:{number}", match["pin"])
    for match in reading.matches(_REPRINT, _REPRINT_WORDS, 7):
        yield _sighting(reading, match.start(), match.end(), f"report:reprint:{match['news']}:{match['leaf']}", None)
    for match in reading.matches(_BILL, _BILL_WORDS, 16):
        key = f"report:bill:{match['congress']}:{'H.R.' if match['house'][0] == 'H' else 'S.'}:{match['number']}"
        yield _sighting(reading, match.start(), match.end(), key, match["pin"])
    for match in reading.matches(_RECORD, _RECORD_WORDS, 4):
        yield _sighting(
            reading,
            match.start(),
            match.end(),
            f"report:record:{match['volume']}:{match['page'].replace(' ', '')}",
            None,
        )
    for match in reading.matches(_RULING, _RULING_WORDS):
        what = "SSR" if match["what"].startswith(("S.S", "Social", "SSR")) else match["what"]
        key = f"report:ruling:{what}:{match['number']}"
        yield _sighting(reading, match.start(), match.end(), key, None)
    for match in reading.matches(_ORDER, _ORDER_WORDS):
        key = f"report:{'order' if match['what'][0] == 'E' else 'proclamation'}:{match['number'].replace(',', '')}"
        yield _sighting(reading, match.start(), match.end(), key, None)
    for match in reading.matches(_MEMORANDUM, _MEMORANDUM_WORDS):
        words = reading.original[match.start() : match.end()]
        sighting = _sighting(
            reading, match.start(), match.end(), f"report:memorandum:{_slug(words)[:80]}:{match['year']}", match["pin"]
        )
        sighting.cite = " ".join(words.split())
        yield sighting


def _sighting(reading: Reading, start: int, end: int, key: str, pin: str | None) -> Sighting:
    tail = read_tail(reading, end, dated=False)
    return Sighting(start, end, "full", "report", key, tidy(pin) if pin else None, tail=tail.explanations)


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def _show(parts: tuple[str, ...]) -> str:
    if parts[1] == "unhcr-handbook":
        return "UNHCR, Handbook on Procedures and Criteria for Determining Refugee Status"
    if parts[1] == "protection":
        return f"UNHCR, Guidelines on International Protection No. {parts[2]}"
    if parts[1] == "state":
        return f"U.S. Dep't of State, {_titled(parts[2])} ({parts[3]})"
    if parts[1] == "congress":
        return {"S": "S. Rep. No. ", "H": "H.R. Rep. No. ", "HC": "H.R. Conf. Rep. No. "}[parts[2]] + parts[3]
    if parts[1] == "reprint":
        return f"{parts[2]} U.S.C.C.A.N. {parts[3]}"
    if parts[1] == "bill":
        return f"{parts[3]} {parts[4]}, {_ordinal(int(parts[2]))} Cong."
    if parts[1] == "ruling":
        return f"{parts[2]} {parts[3]}"
    if parts[1] == "order":
        return f"Exec. Order No. {parts[2]}"
    if parts[1] == "proclamation":
        return f"Proclamation No. {parts[2]}"
    if parts[1] == "record":
        return f"{parts[2]} Cong. Rec. {parts[3]}"
    return f"{_titled(parts[2])} ({parts[3]})"


def _ordinal(number: int) -> str:
    """Give an ordinal as the Bluebook writes it: 101st, 102d, 103d, 104th."""
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "d", 3: "d"}.get(number % 10, "th")
    return f"{number}{last}"


def _titled(slug: str) -> str:
    small = ("of", "and", "the", "for", "to", "in", "on", "or", "from", "a")
    return " ".join(word if word in small and at else word.capitalize() for at, word in enumerate(slug.split("-")))


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """None: these have no address that follows from their citation."""
    return None


KIND = Kind("report", "other", ("report",), _spot, _show, _link)
