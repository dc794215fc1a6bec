"""The United States Code, with or without its section sign; and the two titles known by a name."""

import re
from collections.abc import Iterator

from briefs.citations.reading import Reading
from briefs.citations.sections import (
    LIST,
    LOST_SIGN,
    PLURAL,
    SIGN,
    SUBSECTION,
    USC_NUMBER,
    Section,
    ancestors,
    key_of,
    read_sections,
    shown,
    subdivided,
)
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

_CODE = re.compile(
    rf"(?<![\w.])(?P<title>\d{{1,2}})(?P<first> App\.)?[ \n]{{0,2}}(?:U ?\. ?S ?\. ?C\.?|USC|United States Code)"
    rf"(?: ?(?:A\.|S\.(?! ?\d)|[AS](?= )))?(?P<app>,? ?[Aa]pp\.)?,?[ \nÂ]{{0,2}}"
    rf"(?:\((?:\d{{4}}(?: ed\.?)?)?(?:,? ?Supp\.? \w{{1,4}})?\) )?(?P<sign>{SIGN})?[ \n]{{0,2}}(?=\d)"
)
_TITLE_FIRST = re.compile(
    rf"\b[Tt]itle (?P<title>\d{{1,2}}),? (?:of the )?(?:U\.S\.C\.|U\.S\. Code"
    rf"|United States Code),? ?(?:at )?(?P<sign>{SIGN}) ?(?=\d)"
)
# Codes known by their own names, and the titles of which they are the positive law.
_NAMED = (
    (r"I\. ?R\. ?C\.|IRC|Internal Revenue Code(?: of 19\d\d)?|Int\. Rev\. Code(?: Ann\.)?", "26"),
    (r"(?:Bankruptcy|Bankr\.) Code", "11"),
)
_NAME_FIRST = (
    *((re.compile(rf"(?<![\w.])(?:{name}),? (?P<sign>{SIGN}) ?(?=\d)"), title) for name, title in _NAMED),
    (re.compile(r"(?<![\w.])I\. ?R\. ?C\. (?P<sign>)(?=\d{2,4}(?!\d))"), "26"),  # its section sign was lost
    (re.compile(r"(?<![\w.])(?:Bankruptcy|Bankr\.) Code (?P<sign>)(?=[1-9]\d\d(?!\d)|1[1-3]\d\d(?!\d))"), "11"),
)
_LAST = re.compile(
    rf"(?<![\w.])(?P<sign>[Ss]ections?|§§?|[Ss]ecs?\.(?: [Ss]ec\.)?|{LOST_SIGN}) ?(?P<list>{LIST}),? "
    r"(?:(?:of|under) (?:the )?|(?=Title \d{1,2},? U))"
    rf"(?:(?:[Tt]itle (?P<title>\d{{1,2}})(?! ?C\.?F)(?:,? (?:of )?(?:the )?(?:U\.S\. Code|United States Code"
    rf"|U\. ?S\. ?C\.(?: ?A\.)?))?)|(?P<irc>{_NAMED[0][0]})|(?P<bankr>{_NAMED[1][0]}))"
)
REPEALED = {("8", "1105a"): "1252", ("8", "1251"): "1227", ("8", "1254"): "1229b"}  # by IIRIRA, Pub. L. 104-208


_WORDS = sought("U .S.C", "U.S .C", "U .S. C", "U.S.C", "U. S.C", "U.S. C", "U. S. C", "USC", "United States Code")
_NAMES = sought("I.R.C", "I. R. C", "I.R. C", "I. R.C", "IRC", "Internal Revenue Code", "Int. Rev. Code", "Bankr")
_LAST_WORDS = sought(*(f" {name}" for name in _NAMES), " title ", " Title ")
_LEADS = (" of", "under", " the", ",")  # what stands before a law that is named after its section
_TITLE_WORDS = sought("Title ", "title ")


def _spot(reading: Reading) -> Iterator[Sighting]:
    for pattern, near, back in ((_CODE, _WORDS, 9), (_TITLE_FIRST, _TITLE_WORDS, 0)):
        for match in reading.matches(pattern, near, back):
            plural = bool(match["sign"] and PLURAL.match(match["sign"]))
            title = str(int(match["title"]))
            if pattern is _CODE and (match["app"] or match["first"]):
                title += "a"  # the appendix of a title: "46 U.S.C. App. § 1903"
            yield from sighted(reading, match.start(), match.end(), f"usc:{title}", plural=plural)
    for named, title in _NAME_FIRST:
        for match in reading.matches(named, _NAMES):
            yield from sighted(
                reading, match.start(), match.end(), f"usc:{title}", plural=bool(PLURAL.match(match["sign"]))
            )
    after = (place for place in reading.places(_LAST_WORDS) if reading.text.endswith(_LEADS, max(0, place - 5), place))
    for match in reading.near(_LAST, after, 300):
        title = match["title"] or ("26" if match["irc"] else "11")
        yield from trailed(reading, match, f"usc:{int(title)}")


def sighted(reading: Reading, start: int, place: int, stem: str, *, plural: bool) -> Iterator[Sighting]:
    """Give a sighting for each section that stands at `place`; the first one's words begin at `start`."""
    for at, section in enumerate(read_sections(reading.text, place, USC_NUMBER, plural=plural)):
        section = subdivided(reading.text, section, SUBSECTION)
        yield statute(section, stem, start if at == 0 else section.start, section.end)


def trailed(reading: Reading, match: re.Match[str], stem: str) -> Iterator[Sighting]:
    """Give a sighting for each section of "sections 208 and 209 of the Act"; the last ends with the match."""
    sections = read_sections(reading.text, match.start("list"), USC_NUMBER, plural=True)
    if not sections or sections[-1].end < match.start("list") + len(match["list"].rstrip(" ,")):
        return
    for at, section in enumerate(sections):
        start = match.start() if at == 0 else section.start
        yield statute(section, stem, start, match.end() if at == len(sections) - 1 else section.end)


def statute(section: Section, stem: str, start: int, end: int) -> Sighting:
    """Make a sighting of a section of the Code."""
    return Sighting(start, end, "full", "statute", key_of(stem, section), year=section.year, flags=section.flags)


def _show(parts: tuple[str, ...]) -> str:
    code = f"{parts[1][:-1]} U.S.C. App." if parts[1].endswith("a") else f"{parts[1]} U.S.C."
    if len(parts) == 2:
        return code
    return f"{code} § {parts[2]}{shown(parts[3]) if len(parts) > 3 else ''}"


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """The Office of the Law Revision Counsel keeps the Code; a repealed section has its own page there too."""
    if parts[1].endswith("a"):
        return None  # the appendices were folded into their titles
    if len(parts) < 3:
        return (
            f"https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{parts[1]}&edition=prelim",
            "uscode.house.gov",
        )
    place = f"granuleid:USC-prelim-title{parts[1]}-section{parts[2]}"
    host = "uscode.house.gov"
    if (parts[1], parts[2]) in REPEALED:
        host += f" (repealed; see § {REPEALED[parts[1], parts[2]]})"
    return f"https://uscode.house.gov/view.xhtml?req={place}&num=0&edition=prelim", host


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    above = ancestors(parts[:3], parts[3]) if len(parts) > 3 else ()
    return (*above, ":".join(parts[:2])) if len(parts) > 2 else ()


KIND = Kind("statute", "statutes", ("usc",), _spot, _show, _link, _parents)
