"""Section numbers of statutes and regulations: lists, ranges, subsections, and misprints of their brackets.

The Code numbers its subsections (a)(1)(A)(i)(I) from the outside in (House Office of the Law Revision Counsel,
"Detailed Guide to the United States Code Content"); a list such as "§§ 1158, 1231(b)(3)" cites each section.
"""

import re
from dataclasses import dataclass, field

from briefs.citations.shapes import Flag

# The section sign in all it turns into: doubled, spelled out, or left over as S, SS, s. when a file lost it.
SIGN = (
    r"(?:§ ?§?|@(?= ?\d)|'{1,2}(?= ?\d)|[Ss]ections?\b|[Ss]ecs?\.(?: [Ss]ec\.)?|\$(?= ?\d)|(?<= )\?{1,2}(?= ?\d)"
    r"|S ?S?(?= ?\d)|ss?\.?(?= \d))"
)
# The sign and its words alone, where the law is named behind the number.
TOLD_SIGN = r"[Ss]ections?|§ ?§?|[Ss]ecs?\.(?: [Ss]ec\.)?"
# "the Refugee Act of 1980 (hereinafter the Act)", from behind the name: which Act "the Act" is from here on.
THE_ACT_IS = r",?[^.;()\n]{0,60}\((?:hereinafter |hereafter )?(?:the )?\"?(?:the )?Act\"?\)"
PLURAL = re.compile(r"§ ?§|''|[Ss]ections|[Ss]ecs\.|[Ss]ec\. [Ss]ec|S ?S|ss")
USC_NUMBER = r"\d{1,5}[a-z]{0,3}[A-Z]?(?:-\d{1,3}[a-z]{0,2}(?![\d\w]))?"
# Treasury Regulations put the subsection of the Code before the hyphen: "1.401(k)-1", "301.6103(k)(6)-1".
CFR_NUMBER = r"\d{1,4}[a-z]?(?:\.\d{1,5}[a-zA-Z]{0,2}(?:(?:\(\w{1,2}\)){0,3}- ?\d{1,2}[A-Za-z]{0,2}(?![\d\w]|\.\d))?)?"
# Sections as they stand before "of the Act": "208(a), 209 and 241(b)(3)", "240A(b)(1)(A)-(D)".
LIST = (
    r"\d[\w-]*(?: ?\(\w{1,5}\))*"
    r"(?:(?:,? and |,? or |, ?| & | through |-(?=\())(?:\d[\w-]*)?(?: ?\(\w{1,5}\))*){0,8}"
)
# A sign that was lost with the typeface of a file, where the law is named after its number: "in 212(c) of the Act".
_OTHER_PARTS = ("page", "pages", "at", "chapter", "title", "article", "part", "rule", "line", "volume")
LOST_SIGN = rf"(?<=[a-z,] ){''.join(rf'(?<!{word} )' for word in _OTHER_PARTS)}(?=\d)"
_LEVEL = r"\((?:\d{1,3}|[a-z]{1,2}|[A-Z]{1,2}|[ivxlIVXL]{1,6})(?:\)|(?=\())"
_SPACED = r" \((?:\d{1,2})\)(?=\(\w{1,4}\))"  # "602(a) (38)(B)": a slip, as more levels follow
_LEVELS = (
    r"(?:(?: \((?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})\)){2,5}|"  # "§ 24 (1) (a)": set apart, as Massachusetts does
    rf"(?: ?\((?:\d{{1,2}}|[a-zA-Z]|[ivx]{{1,5}})\)|{_LEVEL})(?:{_LEVEL}|{_SPACED})*"
    r"(?:\((?:\d{1,3}|[a-zA-Z]{1,2})(?=[\s,.;]))?)"  # a last bracket that is never closed
)
_BARE_LEVELS = re.compile(_LEVELS)
_MISREAD = re.compile(r"l{1,2}|I")
_STEPS = re.compile(r"\((\w+)")
# "§§ 1208.16-.18", "§§ 164.502(a), .504(e)": the part is not said again.
_ABRIDGED = re.compile(rf"\.(?P<number>\d{{1,5}}[a-zA-Z]?)(?P<levels>(?:{_LEVELS})?)(?![\w.]\w)")
_TAIL = re.compile(r",? et seq\.?(?=\W|$)|, ?et\. seq\.?")
# A subdivision set apart: California's "§ 187, subd. (a)"; the first annotated Code's "§ 96, sub. a (2)".
SUBDIVISION = re.compile(r",? subd(?:ivisions?|s?\.)? ?(?P<levels>(?:\(\w{1,4}\))+)")
SUBSECTION = re.compile(
    r",? sub(?:s(?:ec(?:tion|s?\.)?|\.)|d(?:iv)?\.|\.) ?(?P<levels>\(?[a-z](?![a-z])\)?(?: ?\(\w{1,4}\))*)"
)
_YEAR = re.compile(
    r",? \((?:(?:West|Supp\.|Lexis|LEXIS|ed\.)[^()\n]{0,24})?(?P<year>(?:1[89]"
    r"|20)\d\d)(?: ed\.)?(?:[ ,&]{1,3}(?:& )?Supp\.? ?[IVX\d]*,? ?\d{0,4})?\)"
)
_NEXT = re.compile(
    r"(?P<join>, and |, & |, or |; and |, ?| and | & | or |; ?|&(?=\()| to | through | ?- ?| ?, ?§ ?)(?:§§? ?)?"
)
# "§§ 6105 (person not to possess), 6106 (carrying without a license)": what each section is about stands between.
_TOLD = re.compile(r" \([a-z][^()\n]{2,90}\)(?=,? (?:and |or )?\d)")
_NAMED_AFTER = re.compile(r", (?:[A-Z]\.?){2,6}(?![\w.])(?! ?§?\d)|, [A-Z][a-z]+\. (?:Stat|Code|Gen|Rev)")
_VOLUME_OF = re.compile(r" ?(?:U\. ?S\. ?C|C\. ?F\. ?R|F\. ?(?:[23]d|4th|Supp)|S\. ?Ct|U\. ?S\. \d|Fed\. ?Reg)")
_NOT_NUMBER = re.compile(
    r" [A-Z][a-z]*\. (?:[A-Z][\w.]*\.? ?){1,4}\d|"  # "20 Ill. Adm. Code 504": the volume of another law
    r" ?[A-Z][\w.']*\.? ?[\w.]{0,8} ?\d|[\d\w]| ?(?:U\. ?S\.|C\. ?F\.|F\.|Fed|Stat|I\.|S\. |L\. )|/\d"
)


@dataclass(slots=True)
class Section:
    """One section of a list: [start, end) of its number and subsections, path ("b", "3", "A"), flags."""

    start: int
    end: int
    number: str
    path: tuple[str, ...]
    year: int | None = None
    flags: list[Flag] = field(default_factory=list)

    @property
    def dotted(self) -> str:
        """The path as it stands in a key: "b.3.A"."""
        return ".".join(self.path)


def read_sections(text: str, place: int, number: str, *, plural: bool) -> list[Section]:
    """Read the sections that begin at `place`: "1158, 1231(b)(3)"; empty when no number of that form stands there."""
    one = _one(number)
    match = one.match(text, place)
    if not match or _VOLUME_OF.match(text, match.end()):
        return []
    found = [_section(match, ranged=number == USC_NUMBER)]
    while len(found) < 40:
        following = _following(text, found[-1], one, plural=plural)
        if following is None:
            break
        found.append(following)
    tail = _TAIL.match(text, found[-1].end)
    if tail:
        found[-1].end = tail.end()
    year = _YEAR.match(text, found[-1].end)
    if year:
        found[-1].end, found[-1].year = year.end(), int(year["year"])
    return found


_ONES: dict[str, re.Pattern[str]] = {}


def _one(number: str) -> re.Pattern[str]:
    if number not in _ONES:
        _ONES[number] = re.compile(rf"(?P<number>{number})(?P<stop>\.(?=\(\w\)))?(?P<levels>(?:{_LEVELS})?)")
    return _ONES[number]


def _following(text: str, last: Section, one: re.Pattern[str], *, plural: bool) -> Section | None:
    told = _TOLD.match(text, last.end) if plural else None
    join = _NEXT.match(text, told.end() if told else last.end)
    if not join:
        return None
    bare = _BARE_LEVELS.match(text, join.end())
    if bare and last.path and text[join.end()] == "(":
        path, flags = _path(bare[0])
        if _enumerates(text, join.end(), bare.end(), path):
            return None
        merged = _beside(last.path, path, ranged=join["join"].strip() in ("-", "to", "through"))
        return Section(join.end(), bare.end(), last.number, merged, flags=flags) if merged else None
    again = _ABRIDGED.match(text, join.end())
    if again and "." in last.number and plural:
        path, flags = _path(again["levels"])
        number = f"{last.number.split('.')[0]}.{again['number']}"
        return Section(join.end(), again.end(), number, path, flags=flags)
    match = one.match(text, join.end())
    if not match or not match[0] or _NOT_NUMBER.match(text, match.end()):
        return None
    signed = "§" in text[join.start() : join.end()]
    ranged = join["join"].strip() in ("-", "to", "through")
    if _NAMED_AFTER.match(text, match.end()):
        return None  # "HRS § 707-701; § 45-5-102, MCA": the number is of the law that is named after it
    if signed and not plural and ";" in join["join"] and len(match["number"]) < len(re.sub(r"\D", "", last.number)):
        return None  # "8 U.S.C. § 1182(c); § 212(c) waivers": the number is another law's
    if not (plural or signed or match["levels"] or ranged or _lost(text, last, match)):
        return None
    if "." in last.number and "." not in match["number"] and not plural:
        return None
    section = _section(match, ranged=False)
    cut = len(last.number) - len(section.number)
    if ranged and section.number.isdigit() and last.number.isdigit():
        if cut > 0 and join["join"].strip() == "-":
            section.number = last.number[:cut] + section.number  # "2671-80" ends at 2680
        if not plural and int(section.number) <= int(last.number):
            return None  # no range: "§ 1158 to 12 months"
    return section


def _lost(text: str, last: Section, match: re.Match[str]) -> bool:
    """Tell whether a list that has lost its "§§" goes on with this number: "18 U.S.C. 371, 1341." or "§ 922 and 2."."""
    number, after = match["number"], text[match.end() : match.end() + 2]
    if not after or (after[0] in ",.;)]" and not after[1:].isdigit()):
        return len(number) > 2 or len(last.number) <= 2 or after[:1] in (".", ";", ")")
    return after == " (" and (
        (len(number) > 3 and not re.fullmatch(r"1[89]\d\d|20\d\d", number)) or not number.isdigit()
    )


def _enumerates(text: str, start: int, end: int, path: tuple[str, ...]) -> bool:
    """Tell whether "(2)" goes on with the sentence's own count, begun with "(1)", and is no subsection."""
    if len(path) > 1 or not re.match(r" [a-z]", text[end : end + 2]) or len(path[0]) > 1:
        return False
    before = chr(ord(path[0]) - 1)
    return f" ({before}) " in text[max(0, start - 900) : start]


def _section(match: re.Match[str], *, ranged: bool) -> Section:
    path, flags = _path(match["levels"])
    if match["stop"]:
        flags.append(("stray-stop", f"A full stop stands between the section and “{match['levels']}”."))
    section = Section(match.start("number"), match.end(), match["number"].replace(" ", ""), path, flags=flags)
    pair = re.fullmatch(r"(\d{2,5})-(\d{2,3})", section.number) if ranged else None
    if pair:
        section.number = pair[1]  # a range: its end is read as the next section
        section.end = section.start + len(pair[1])
    return section


def _path(levels: str) -> tuple[tuple[str, ...], list[Flag]]:
    if not levels:
        return (), []
    path = tuple(_STEPS.findall(levels))
    flags: list[Flag] = []
    if len(path) > 1 and path[0].islower() and _MISREAD.fullmatch(path[1]):
        meant = "1" * len(path[1])  # numbers follow the first letters: scanners read "(1)" as "(l)"
        flags.append(("misread-subsection", f"A number follows ({path[0]}): ({path[1]}) may be ({meant})."))
        path = (path[0], meant, *path[2:])
    if levels.count("(") != levels.count(")"):
        flags.append(
            ("unbalanced-subsection", f"The brackets of “{levels.strip()}” do not pair; read as ({')('.join(path)}).")
        )
    if len(path) > 3 and path[3] in ("I", "II", "III", "IV", "V") and path[2].isupper():
        flags.append(
            ("subsection-case", f"A clause is numbered in small letters: ({path[3]}) may be ({path[3].lower()}).")
        )
    return path, flags


def _sort(level: str) -> str:
    if level.isdigit():
        return "digit"
    return "upper" if level.isupper() else "lower"


def _beside(last: tuple[str, ...], path: tuple[str, ...], *, ranged: bool) -> tuple[str, ...]:
    """Place subsections given without their section ("(a)(43)(A), (B)") at the level they belong to.

    The end of a range ("(a)(4)(i)-(v)") is of the level at which the range begins.
    """
    if ranged and _sort(last[-1]) == _sort(path[0]):
        return last[:-1] + path
    if re.fullmatch(r"[ivx]{2,}", path[0]) or (len(last) > 3 and re.fullmatch(r"[ivx]", path[0])):
        clauses = [level for level, step in enumerate(last) if level and re.fullmatch(r"[ivx]+", step)]
        if clauses:
            return last[: clauses[-1]] + path
    for level, step in enumerate(last):
        if _sort(step) == _sort(path[0]):
            return last[:level] + path
    return last + path if _sort(path[0]) != "lower" else ()


def subdivided(text: str, section: Section, pattern: re.Pattern[str] = SUBDIVISION) -> Section:
    """Take the subdivision that stands apart into a section: "187, subd. (a)" is 187(a)."""
    apart = None if section.path else pattern.match(text, section.end)
    if apart:
        section.path, section.end = tuple(re.findall(r"\w+", apart["levels"])), apart.end()
    return section


def shown(dotted: str) -> str:
    """Give a key's path as it is printed: "b.3.A" -> "(b)(3)(A)"."""
    return "".join(f"({step})" for step in dotted.split(".") if step)


def ancestors(stem: tuple[str, ...], dotted: str) -> tuple[str, ...]:
    """Give the keys above stem + path, nearest first, down to the stem itself ("usc:8:1101")."""
    steps = [step for step in dotted.split(".") if step]
    base = ":".join(stem)
    above = [f"{base}:{'.'.join(steps[:depth])}" for depth in range(len(steps) - 1, 0, -1)]
    return (*above, base) if steps else ()


def key_of(stem: str, section: Section) -> str:
    """Give the key of a section under a stem: ("usc:8", 1101(a)(42)) -> "usc:8:1101:a.42"."""
    return f"{stem}:{section.number}:{section.dotted}" if section.path else f"{stem}:{section.number}"
