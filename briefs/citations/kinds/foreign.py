"""Decisions of other countries' courts and of international ones (Bluebook rules 20.3, 21.5)."""

import re
from collections.abc import Iterator

from briefs.citations import names
from briefs.citations.parens import read_tail
from briefs.citations.pins import tidy
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

_YEAR = r"\[(?P<year>1[89]\d\d|20\d\d)\]"
# "[1992] 1 A.C. 310", "[1998] 1 S.C.R. 982", "[2001] 1 W.L.R. 5"
_REPORTS = (
    r"A\.? ?C\.?|Q\.? ?B\.?(?: ?D\.?)?|K\.? ?B\.?|Ch\.?|W\.? ?L\.? ?R\.?|All E\.? ?R\.?|Fam\.?|S\.? ?C\.? ?R\.?"
    r"|F\.? ?C\.?(?: ?R\.?)?|C\.? ?L\.? ?R\.?|A\.? ?L\.? ?R\.?|N\.? ?Z\.? ?L\.? ?R\.?|I\.? ?R\.?|Imm\.? ?A\.? ?R\.?"
    r"|I\.? ?N\.? ?L\.? ?R\.?|Lloyd's Rep\.?|D\.? ?L\.? ?R\.?"
)
_BRACKETED = re.compile(
    rf"{_YEAR} (?P<volume>\d{{1,3}} )?(?P<reporter>{_REPORTS}) (?P<page>\d{{1,5}})(?:,? (?:at )?(?P<pin>\d{{1,5}}"
    r"(?:-\d{1,5})?))?(?![\w-])"
)
# Neutral citations, by court and number: "[2006] UKHL 46", "[2004] EWCA Civ 5", "2002 SCC 1"
_NEUTRAL = re.compile(
    rf"(?:{_YEAR}|(?<![\w.-])(?P<plain>(?:19|20)\d\d)) (?P<court>UK(?:HL|SC|PC|UT|AIT|IAT)|EW(?:CA|HC)(?: (?:Civ|Crim"
    r"|Admin))?|CSIH|CSOH|NICA|SCC|FCA|FCT|HCA|FCAFC|NZ(?:CA|SC|HC)|IES?[CH]C?|ZACC|HK(?:CFA|CA))"
    r" (?P<number>\d{1,5})(?: \((?:Admin|IAC|Ch|QB|Fam)\))?"
    r"(?:,? (?:at )?(?P<pin>(?:¶¶?|paras?\.?) ?\d{1,4}(?:-\d{1,4})?|\[\d{1,3}\](?:-\[\d{1,3}\])?))?"
)
# Reports of one court or one series, by volume or year: "156 Eng. Rep. 145", "1980 I.C.J. 3", "20 Eur. H.R. Rep. 99"
_SERIES = re.compile(
    r"(?<![\w.-])(?P<volume>\d{1,4}) (?P<reporter>Eng\. ?Rep\.|E\. ?R\.(?= \d{3})|I\. ?C\. ?J\.(?: Rep\.)?"
    r"|P\. ?C\. ?I\. ?J\.(?: \(ser\. \w(?:/B)?\))?|Eur\. ?(?:Ct\. )?H\. ?R\.(?: Rep\.)?|E\. ?H\. ?R\. ?R\."
    r"|E\. ?C\. ?R\.|D\. ?L\. ?R\.(?: ?\((?:2d|3d|4th)\))?|C\. ?L\. ?R\.|Imm\. L\. ?R\. ?(?:\(2d\)|\(3d\))?),? "
    r"(?P<page>\d{1,5})(?:,? (?:at )?(?P<pin>\d{1,5}(?:-\d{1,5})?))?(?![\w.-]\w)"
)
# The Law Reports of 1865 to 1890: "L.R. 3 H.L. 330", "L. R. 7 Q. B. 339"
_LAW_REPORTS = re.compile(
    r"(?<![\w.])(?:L\. ?R\.|Law Rep\.) (?P<volume>\d{1,2}) (?P<reporter>(?:(?:H|Q|C|K)\. ?[LBP]\.|Ex(?:ch)?\.|Eq\.|Ch\."
    r"(?: App\.)?|P\. ?C\.|P\. ?& ?D\.|A\. ?& ?E\.)) (?P<page>\d{1,4})(?:,? (?P<pin>\d{1,4}))?(?!\w)"
)
# "App. No. 15318/89": applications to the European Court of Human Rights are numbered by year
_APPLICATION = re.compile(
    r"(?:App(?:lication|l?\.)|Eur\. Ct\. H\.R\.,?) ?(?:Nos?\. ?|no\. ?)(?P<number>\d{1,6}/\d\d)(?!\d)"
    r"(?:,? (?P<pin>¶¶? ?\d{1,4}(?:-\d{1,4})?))?"
)
# "Case No. IT-94-1-A": the tribunals for the former Yugoslavia and Rwanda, the Special Court, the I.C.C.
_TRIBUNAL = re.compile(
    r"(?:Case )?Nos?\. ?(?P<number>(?:IT|ICTR|SCSL|ICC|MICT|STL)-\d{2,4}(?:[-/]\w{1,6}){1,5})"
    r"(?:,? (?:Judge?ment|Opinion and Judge?ment|Decision|Trial Judge?ment)(?: [\w ]{3,60}?)?)?"
    r"(?:,? (?P<pin>¶¶? ?\d{1,4}(?:-\d{1,4})?))?"
)
_BRACKETS = sought("[18", "[19", "[20")
_NEUTRAL_WORDS = sought("SCC ", "FCA ", "FCT ")
_SERIES_WORDS = sought("Eng. Rep", "Eng.Rep", "E.R. ", "E. R. ", "I.C.J", "I. C. J", "P.C.I.J", "P. C. I. J", "Eur. ",
                       "E.H.R.R", "E. H. R. R", "E.C.R", "E. C. R", "D.L.R", "D. L. R", "C.L.R.", "C. L. R.",
                       "Imm. L")  # fmt: skip
_LAW_WORDS = sought("L.R. ", "L. R. ", "Law Rep. ")
_NUMBER_WORDS = sought("App. N", "Application N", "Application n", "Appl. N", "App. n", "Appl. n", "Eur. Ct. H.R")
_TRIBUNAL_WORDS = sought("IT-9", "IT-0", "ICTR-", "SCSL-", "ICC-0", "ICC-1", "MICT-", "STL-")


def _spot(reading: Reading) -> Iterator[Sighting]:
    for pattern, near, back in (
        (_BRACKETED, _BRACKETS, 0),
        (_NEUTRAL, (*_BRACKETS, *_NEUTRAL_WORDS), 5),
        (_SERIES, _SERIES_WORDS, 5),
        (_LAW_REPORTS, _LAW_WORDS, 0),
        (_APPLICATION, _NUMBER_WORDS, 0),
        (_TRIBUNAL, _TRIBUNAL_WORDS, 10),
    ):
        for match in reading.matches(pattern, near, back):
            yield _sighting(reading, match)


def _sighting(reading: Reading, match: re.Match[str]) -> Sighting:
    said = {name: value for name, value in match.groupdict().items() if value}
    year = said.get("year") or said.get("plain")
    if "court" in said:
        key = f"foreign:{year}:{said['court']}:{said['number']}"
    elif "number" in said:
        key = f"foreign:number:{said['number']}"
    else:
        volume = said.get("volume", "").strip()
        if match.re is _BRACKETED:
            volume = f"[{year}] {volume}".strip()
        elif match.re is _LAW_REPORTS:
            volume = f"L.R. {volume}"
        key = f"foreign:{volume}:{_reporter(said['reporter'])}:{said['page']}"
    tail = read_tail(reading, match.end(), dated=True)
    sighting = Sighting(match.start(), tail.end, "full", "case", key, tidy(said["pin"]) if "pin" in said else None)
    sighting.year, sighting.tail = tail.year or (int(year) if year else None), tail.explanations
    name = names.before(reading.text, sighting.start, 0, short=False)
    if name:
        sighting.name_start, sighting.name = name[0], reading.original[name[0] : name[1]]
    return sighting


def _reporter(words: str) -> str:
    """Give a series in one spelling: "A.C." for "A. C." and "AC"."""
    if "." not in words and words.isupper() and " " not in words:
        words = "".join(f"{letter}." for letter in words)
    return re.sub(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)", "", words)


def _show(parts: tuple[str, ...]) -> str:
    if parts[1] == "number":
        return f"App. No. {parts[2]}" if "/" in parts[2] and parts[2][0].isdigit() else f"No. {parts[2]}"
    if (parts[2].isupper() and "." not in parts[2]) or parts[2].startswith("EW"):
        return f"[{parts[1]}] {parts[2]} {parts[3]}"
    return " ".join(parts[1:])


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """None: no one place keeps them all."""
    return None


KIND = Kind("case", "cases", ("foreign",), _spot, _show, _link)
