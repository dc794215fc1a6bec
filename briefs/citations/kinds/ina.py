"""Sections of the Immigration and Nationality Act: the same authorities as sections of 8 U.S.C."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.usc import KIND as CODE
from briefs.citations.kinds.usc import statute
from briefs.citations.reading import Reading
from briefs.citations.sections import LIST, LOST_SIGN, PLURAL, THE_ACT_IS, TOLD_SIGN, Section, read_sections
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

# The Act of June 27, 1952, ch. 477, 66 Stat. 163, and its places in title 8 (the Code's own classification).
# Runs of sections that were classified one after the other: (first of the Act, last, first of the Code).
_RUNS = (
    (101, 105, 1101), (201, 210, 1151), (211, 213, 1181), (214, 215, 1184), (217, 219, 1187), (221, 224, 1201),
    (231, 239, 1221), (242, 243, 1252), (245, 250, 1255), (251, 258, 1281), (261, 266, 1301), (271, 274, 1321),
    (275, 280, 1325), (281, 293, 1351), (301, 309, 1401), (310, 329, 1421), (330, 344, 1441), (346, 348, 1457),
    (349, 357, 1481), (358, 361, 1501), (411, 414, 1521), (501, 507, 1531),
)  # fmt: skip
_OTHERS = {
    "106": "1105a", "210A": "1161", "213A": "1183a", "216": "1186a", "216A": "1186b", "235A": "1225a", "236A": "1226a",
    "240": "1229a", "240A": "1229b", "240B": "1229c", "240C": "1230", "241": "1231", "242A": "1252a", "242B": "1252b",
    "244": "1254a", "244A": "1254a",
    "245A": "1255a", "274A": "1324a", "274B": "1324b", "274C": "1324c", "274D": "1324d",
    "294": "1363a", "295": "1363b", "329A": "1440-1",
}  # fmt: skip
ACT_TO_CODE = {str(n): str(code + n - first) for first, last, code in _RUNS for n in range(first, last + 1)} | _OTHERS
# Numbers that IIRIRA (1996) gave to new sections; a text that cites the old place in the Code means the old section.
_FORMER = {"241": "1251", "244": "1254"}
CODE_TO_ACT = {code: number for number, code in ACT_TO_CODE.items()} | {"1251": "241", "1254": "244", "1254a": "244"}
_IIRIRA, _YEARS = 1996, re.compile(r"\b(?:19[5-9]|20\d)\d\b")  # and so does a text that speaks of no later year
_NUMBER = r"\d{3}[A-D]?"
_ACT = r"(?:I\.N\.A\.|INA|Immigration (?:and|&) Nationality Act(?: of 1952)?|Immig\. & Nat(?:'y|\.) Act)"
_FIRST = re.compile(
    rf"(?<![\w.])(?P<act>{_ACT}|the Act|Act)(?: \(\"?(?:the )?(?:INA|Act)\"?\))?,? "
    rf"(?P<sign>§ ?§?|SS?(?= \d)|[Ss]ections?|[Ss]ecs?\.|(?=\d{{3}}[A-D]?(?!\d))) ?(?=\d{{3}})"
)
_LAST = re.compile(
    rf"(?<![\w.])(?P<sign>{TOLD_SIGN}|{LOST_SIGN}) ?"
    rf"(?P<list>(?=\d{{3}}){LIST})(?:,? (?:of|under) the (?P<act>{_ACT}|[Aa]ct)(?![\w-])"
    rf"|, {_ACT}(?! ?§|,? [Ss]ec|,? \d{{3}}(?!\d)|\w))"
)
# "Section 212(c), 8 U.S.C. § 1182(c)": its place in the Code stands beside it.
_PAIRED = re.compile(
    rf"(?<![\w.])(?P<sign>[Ss]ections?|§ ?§?|[Ss]ecs?\.|{LOST_SIGN}) ?(?P<list>\d{{3}}[A-D]?"
    rf"(?:\(\w{{1,4}}\))+),? [(\[]?"
    r"(?=8 U\. ?S\. ?C\.)(?P<act>)"
)
_IMMIGRATION = re.compile(r"[BI8](?<!\w.)(?:(?<=I)(?:\. ?& ?N\.|N[SA]\b|&N\b)|(?<=B)IA\b|(?<=8) U\. ?S\. ?C\.)")
_HINTS = sought("& N", "&N", "BIA", "INS", "INA", "8 U")  # without one of these the pattern finds nothing
_SIGNS = sought("Board of Immigration Appeals", "Immigration and Nationality Act", "I. & N. Dec")
_FURTHER_SIGNS = sought("Immigration Judge", "immigration judge", "I&N Dec.")
_OTHER_ACT = re.compile(rf"(?<!Nationality )Act(?: of \d{{4}})?{THE_ACT_IS}")
_OWN_ACT = re.compile(r"Nationality Act(?: of 1952)?,?[^.;()\n]{0,60}\([^()\n]{0,40}\bAct\"?\)")


_NAMES = sought("INA", "I.N.A.", "Immigration ", "Immig. ", "the Act", "Act ")
_ENDS = re.compile(r"[\w),] (?:of|under) the (?:I|[Aa]ct)|[\w)], I")
_NUMBERED = re.compile(r"(?:\)|\b\d[\w-]{0,6}),?$")
_OWN_ACT_WORDS = sought("Nationality Act")
_OTHER_ACT_WORDS = sought("Act")
_LAST_WORDS = sought(" of the ", " under the ", ", Immig", ", INA", ", I.N.A")
_CODE_WORDS = sought("8 U.S.C", "8 U. S. C")


def _spot(reading: Reading) -> Iterator[Sighting]:
    found: list[tuple[int, int, list[Section]]] = []
    plain: bool | None = None  # "the Act" is the one; asked only where it stands with a section
    for pattern, near, back in ((_FIRST, _NAMES, 0), (_LAST, _LAST_WORDS, 300), (_PAIRED, _CODE_WORDS, 60)):
        places = reading.places(near)
        if pattern is _LAST:
            places = [
                place for place in places if _ENDS.match(reading.text, place - 1) and _numbered(reading.text, place)
            ]
        if pattern is _PAIRED:
            places = [place for place in places if reading.text[place - 1 : place] in (" ", "(", "[")]
        for match in reading.near(pattern, places, back):
            if match["act"] in ("Act", "the Act", "act"):
                plain = _the_act_is_ina(reading) if plain is None else plain
                if not (plain and (match["sign"] or pattern is _LAST)):
                    continue
            if pattern is _FIRST:
                if match["act"] == "Act" and re.search(
                    r"[A-Z][\w'-]* (?:and \w+ )?$", reading.text[max(0, match.start() - 40) : match.start()]
                ):
                    continue  # the last word of another Act's name
                sections = read_sections(reading.text, match.end(), _NUMBER, plural=bool(PLURAL.match(match["sign"])))
                end = sections[-1].end if sections else match.end()
            else:
                sections = read_sections(reading.text, match.start("list"), _NUMBER, plural=True)
                end = match.end() if sections and sections[-1].end >= match.end("list") else -1
                if pattern is _PAIRED:
                    end = match.end("list") if end > 0 and sections[0].number in ACT_TO_CODE else -1
            if sections and end > 0:
                found.append((match.start(), end, sections))
    codes = _own_pairs(reading, found)
    for start, end, sections in found:
        for at, section in enumerate(sections):
            first, last = start if at == 0 else section.start, end if section is sections[-1] else section.end
            yield _sighted(section, codes, first, last)


def _numbered(text: str, place: int) -> bool:
    """Tell whether a section's number stands before a place."""
    return bool(_NUMBERED.search(text, max(0, place - 9), place))


def _sighted(section: Section, codes: dict[str, str], start: int, end: int) -> Sighting:
    code = codes.get(section.number)
    if code is None:
        return Sighting(start, end, "full", "statute", why=f"Section {section.number} is not in the table of the Act.")
    printed = section.number
    section.number = code
    sighting = statute(section, "usc:8", start, end)
    sighting.why = f"Section {printed} of the Immigration and Nationality Act is 8 U.S.C. § {code}."
    return sighting


def _the_act_is_ina(reading: Reading) -> bool:
    """Tell whether "the Act" is the Immigration and Nationality Act: defined so, or alone in an immigration case."""
    if next(reading.matches(_OWN_ACT, _OWN_ACT_WORDS), None):
        return True
    if next(reading.matches(_OTHER_ACT, _OTHER_ACT_WORDS), None):
        return False
    return reading.has(*_SIGNS) or (reading.has(*_HINTS) and bool(_IMMIGRATION.search(reading.text)))


def of_immigration(reading: Reading) -> bool:
    """Tell whether a text is of immigration law: it names the Act, the Board or its decisions."""
    return reading.has(*_SIGNS, *_FURTHER_SIGNS)


# "REAL ID Act § 101(a)(3)", "Pub. L. No. 109-13, div. B, § 101": a section of another Act by the same number.
_ANOTHERS = re.compile(
    r"(?:Pub\. ?L\. (?:No\. )?[\d-]+, (?:div\. \w+, )?(?:tit\. \w+, )?|(?<!Nationality )\bAct(?: of \d{4})?,? "
    r"|\b(?:IIRIRA|AEDPA|NACARA|IRCA|IMMACT),? )(?:§§? ?|[Ss]ections? )$"
)
_OF_ANOTHER = re.compile(r"(?:\(\w{1,4}\))*,? of (?:the )?(?!Act\b|INA\b|Immigration and Nat)[A-Z]")


def of_another_act(text: str, number: str) -> bool:
    """Tell whether a text gives a section of that number to another Act: bare, it may be either Act's."""
    place = text.find(number)
    while place >= 0:
        end = place + len(number)
        if text.endswith(("§", "§ ", "ection ", "ections "), 0, place) and not text[end : end + 1].isdigit():
            if _ANOTHERS.search(text, max(0, place - 70), place) or _OF_ANOTHER.match(text, end):
                return True
        place = text.find(number, end)
    return False


def _own_pairs(reading: Reading, found: list[tuple[int, int, list[Section]]]) -> dict[str, str]:
    """Give the table, corrected by what the text itself prints: "INA § 241(a)(2), 8 U.S.C. § 1251(a)(2)"."""
    table = dict(ACT_TO_CODE)
    if not found:
        return table
    early = max(map(int, _YEARS.findall(reading.text)), default=_IIRIRA) < _IIRIRA
    for number, former in _FORMER.items():
        old = re.search(rf"\b8 U\. ?S\. ?C\. ?(?:A\. ?)?[§S]{{0,2}} ?{former}(?![\da-z])", reading.text)
        new = re.search(rf"\b8 U\. ?S\. ?C\. ?(?:A\. ?)?[§S]{{0,2}} ?{table[number]}(?![\da-z])", reading.text)
        if (old or early) and not new:
            table[number] = former
    for start, end, sections in found:
        if len(sections) != 1:
            continue
        after = re.compile(
            r"(?:,| \(|;|,? codified (?:as amended )?at| \[)? ?8 U\. ?S\. ?C\.(?: ?A\.)? ?[§S]{0,2} ?"
            r"(\d{4}[a-z]?)(?![\d])((?:\(\w{1,3}\))?)"
        ).match(reading.text, end)
        before = re.compile(
            r"8 U\. ?S\. ?C\.(?: ?A\.)? ?[§S]{0,2} ?(\d{4}[a-z]?)((?:\(\w{1,3}\))?)[()\w]{0,30}(?:,| \(|;| \[)? ?$"
        ).search(reading.text, max(0, start - 60), start)
        pair = after or before
        first = f"({sections[0].path[0]})" if sections[0].path else ""
        if pair and sections[0].number in table and (not pair[2] or not first or pair[2] == first):
            table[sections[0].number] = pair[1]
    return table


KIND = Kind("statute", "statutes", (), _spot, CODE.show, CODE.link, CODE.parents)
