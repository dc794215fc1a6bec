"""Sections of Acts that courts cite by the Act's own numbers: the same authorities as sections of the Code.

"Section 8(a)(1) of the National Labor Relations Act" is 29 U.S.C. § 158(a)(1). Each row is the Code's own
classification of the Act (Office of the Law Revision Counsel, table of Popular Names).
"""

import re
from collections.abc import Iterator

from briefs.citations.kinds.usc import KIND as CODE
from briefs.citations.kinds.usc import statute
from briefs.citations.reading import Reading
from briefs.citations.sections import LIST, LOST_SIGN, THE_ACT_IS, TOLD_SIGN, read_sections
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought


def _lettered(code: str, last: int, first: int = 1) -> dict[str, str]:
    """Give sections that the Code told apart by letters: 1 to 26 are "78a" to "78z"."""
    return {str(n): f"{code}{chr(ord('a') + n - first)}" for n in range(first, last + 1)}


# (names of the Act, title of the Code, runs of sections (first, last, first of the Code), single sections)
_ACTS: tuple[tuple[tuple[str, ...], str, tuple[tuple[int, int, int], ...], dict[str, str]], ...] = (
    (("Federal Arbitration Act", "FAA"), "9", ((1, 16, 1),), {}),
    (("Sherman Act", "Sherman Antitrust Act"), "15", ((1, 3, 1),), {}),
    (("Clayton Act", "Clayton Antitrust Act"), "15", ((2, 8, 13),),
     {"4A": "15a", "4B": "15b", "12": "22", "16": "26"}),
    (("Federal Trade Commission Act", "FTC Act"), "15", (), {"5": "45", "6": "46", "12": "52", "13": "53"}),
    (("Securities Act",), "15", (), _lettered("77", 24)),
    (("Securities Exchange Act", "Exchange Act"), "15", (),
     _lettered("78", 26) | {"20A": "78t-1", "21D": "78u-4", "21E": "78u-5"}),
    (("Lanham Act", "Lanham Trademark Act"), "15", ((32, 35, 1114), (37, 39, 1119)),
     {"1": "1051", "2": "1052", "7": "1057", "14": "1064", "15": "1065", "43": "1125", "45": "1127"}),
    (("Natural Gas Act",), "15", (), {"1": "717"} | _lettered("717", 22, 2)),
    (("Endangered Species Act", "ESA"), "16", ((2, 11, 1531),), {}),
    (("Federal Power Act", "FPA"), "16", (), {"201": "824", "205": "824d", "206": "824e", "313": "825l"}),
    (("Controlled Substances Act", "CSA"), "21", (), {"401": "841", "404": "844", "406": "846", "408": "848"}),
    (("Food, Drug, and Cosmetic Act", "Food, Drug and Cosmetic Act", "FDCA"), "21", ((301, 304, 331), (401, 403, 341)),
     {"201": "321", "501": "351", "502": "352", "505": "355", "510": "360"}),
    (("National Labor Relations Act", "NLRA"), "29", ((1, 19, 151),), {}),
    (("Labor Management Relations Act", "Labor-Management Relations Act", "LMRA", "Taft-Hartley Act"), "29",
     ((301, 303, 185),), {}),
    (("Fair Labor Standards Act", "FLSA"), "29", ((2, 19, 202),), {}),
    (("Norris-LaGuardia Act", "Norris-La Guardia Act"), "29", ((1, 15, 101),), {}),
    (("Employee Retirement Income Security Act", "ERISA"), "29", ((101, 111, 1021), (402, 414, 1102), (502, 515, 1132)),
     {"3": "1002", "4": "1003", "203": "1053", "204": "1054"}),
    (("Rehabilitation Act",), "29", ((503, 504, 793),), {"501": "791", "505": "794a"}),
    (("Age Discrimination in Employment Act", "ADEA"), "29", (), {"4": "623", "7": "626", "11": "630", "15": "633a"}),
    (("Clean Water Act", "CWA", "Federal Water Pollution Control Act"), "33", ((401, 402, 1341),),
     {"301": "1311", "303": "1313", "309": "1319", "311": "1321", "404": "1344", "502": "1362", "505": "1365"}),
    (("Clean Air Act", "CAA"), "42", ((109, 113, 7409),), {"165": "7475", "202": "7521", "304": "7604", "307": "7607"}),
    (("Comprehensive Environmental Response, Compensation, and Liability Act", "CERCLA"), "42",
     ((101, 122, 9601),), {}),
    (("National Environmental Policy Act", "NEPA"), "42", ((101, 102, 4331),), {}),
    (("Social Security Act",), "42", ((201, 234, 401), (401, 410, 601)),
     {"1614": "1382c", "1631": "1383", "1862": "1395y", "1902": "1396a", "1903": "1396b", "1905": "1396d"}),
    (("Fair Housing Act",), "42", ((804, 806, 3604),), {"818": "3617"}),
    (("Civil Rights Act of 1964", "Title VII"), "42", (),
     {"601": "2000d", "701": "2000e"} | {str(n): f"2000e-{n - 701}" for n in range(702, 718)}),
    (("Americans with Disabilities Act", "ADA"), "42", ((101, 104, 12111),),
     {"3": "12102", "107": "12117", "202": "12132", "302": "12182", "308": "12188"}),
    (("Railway Labor Act",), "45", ((1, 10, 151),), {}),
    (("Communications Act of 1934",), "47", ((151, 714, 151),), {}),
)  # fmt: skip
_TABLES = {
    name: (
        f"usc:{title}",
        more | {str(n): str(code + n - one) for one, last, code in runs for n in range(one, last + 1)},
    )
    for names, title, runs, more in _ACTS
    for name in names
}
_NAMES = tuple((name, sought(name)) for name in _TABLES)
_BEFORE = re.compile(
    rf"(?<![\w.])(?:{TOLD_SIGN}|{LOST_SIGN}) ?(?P<list>{LIST}),? (?:of|under) (?:the )?"
    r"(?:Federal )?$"
)
_YEAR = re.compile(r"(?: of (?:18|19)\d\d)?(?![\w-]| Amendments| Reform)")
_DEFINED = re.compile(THE_ACT_IS)
_NUMBER = r"\d{1,4}[A-E]?"
_THE_ACT = sought("the Act")


def _spot(reading: Reading) -> Iterator[Sighting]:
    text, defined = reading.text, set()
    for name, needle in _NAMES:
        for place in reading.places(needle):
            year = _YEAR.match(text, place + len(name))
            if year:
                yield from _sighted(text, name, place, year.end())
                if _DEFINED.match(text, year.end()):
                    defined.add(name)
    if len(defined) == 1:
        name = defined.pop()
        for place in reading.places(_THE_ACT):
            if not text[place + 7 : place + 8].isalnum():
                yield from _sighted(text, name, place + 4, place + 7)


def _sighted(text: str, name: str, place: int, end: int) -> Iterator[Sighting]:
    """Give the sections that stand before an Act's name at `place`; the last one's words end with the name."""
    stem, table = _TABLES[name]
    before = _BEFORE.search(text, max(0, place - 90), place)
    sections = read_sections(text, before.start("list"), _NUMBER, plural=True) if before else []
    if not before or not sections or sections[-1].end < before.end("list"):
        return
    if any(section.number not in table for section in sections):
        return
    for section in sections:
        printed, section.number = section.number, table[section.number]
        start = before.start() if section is sections[0] else section.start
        sighting = statute(section, stem, start, end if section is sections[-1] else section.end)
        sighting.brief = printed
        sighting.why = f"{name}, section {printed}, is {stem[4:]} U.S.C. § {section.number}."
        yield sighting


def of_two_acts(text: str, number: str) -> bool:
    """Tell whether a text gives a section of that number to more than one law: bare, it may be any's."""
    named = r",? (?:of|under) (?:the )?([A-Z][\w -]{2,60}?(?:Act|Code|Law))\b"
    owned = re.findall(rf"(?:§|[Ss]ections?) ?{number}(?:\(\w{{1,4}}\))*{named}", text)
    return len(set(owned) - {"Act"}) > 1


KIND = Kind("statute", "statutes", (), _spot, CODE.show, CODE.link, CODE.parents)
