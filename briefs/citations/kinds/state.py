"""State statutes: the codes and revised statutes of the states, by their abbreviations (Bluebook table T1.3)."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state_names import CALIFORNIA_CODES, NEW_YORK_LAWS, home, standard
from briefs.citations.reading import Reading
from briefs.citations.sections import PLURAL, Section, ancestors, read_sections, shown
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

STATES = (
    r"Ala\.|Alaska|Ariz\.|Ark\.|Cal\.|Colo\.|Conn\.|Del\.|D\.C\.|Fla\.|Ga\.|Haw\.|Idaho|Ill\.|Ind\.|Iowa|Kan\.|Ky\."
    r"|La\.|Me\.|Md\.|Mass\.|Mich\.|Minn\.|Miss\."
    r"|Mo\.|Mont\.|Neb\.|Nev\.|N\. ?H\.|N\. ?J\.|N\. ?M\.|N\. ?Y\.|N\. ?C\.|N\. ?D\.|Ohio|Okla\.|Or\.|Pa\.|P\. ?R\."
    r"|R\. ?I\.|S\. ?C\.|S\. ?D\.|Tenn\.|Tex\.|Utah|Vt\.|Va\.|V\. ?I\."
    r"|Wash\.|W\. ?Va\.|Wis\.|Wyo\.|Guam"
)


def _plain(pattern: str, space: str) -> str:
    return pattern.replace("\\.", ".").replace(" ?", space)


_BODY = (
    r"(?:Code|Stats?\.|Statutes|Laws?|L\.|Ann\.|Rev\.|Gen\.|Comp\.|Cons(?:ol)?\.|C\.S\.A?\.?|G\.L\.|Crim\.|Proc\.|P\."
    r"|Pub\.|Acts)"
)
_WORD = r"(?:[A-Z][A-Za-z.&'-]*|&|and|of)"
_CODE = re.compile(
    rf"(?<![\w.])(?P<law>(?:(?P<before>\d{{1,3}}) )?(?:{STATES}) ?(?:{_WORD} ?){{0,5}}?{_BODY}"
    rf"(?: ?{_WORD}){{0,3}}?(?:, (?:[A-Z][\w.']* (?:& )?){{1,3}}(?=§))?,? ?(?:\([A-Z][A-Za-z. ]{{2,20}}\),? ?)?"
    r"(?:(?:[Cc]h|[Tt]it|[Aa]rt|c|div)\. ?\d{1,4}+[A-Za-z]{0,2}+(?:-\d[A-Z]?)?,? ?)*)"
    r"(?P<sign>§ ?§?|[Ss]ections? |[Ss]ecs?\. |¶ ?|[Aa]rts?\. )? ?(?=\d)"
)
# Codes that go by their initials.
_INITIALS = re.compile(
    r"(?<![\w.])(?P<law>\d{1,4} ILCS|O\. ?C\. ?G\. ?A\.|OCGA|HRS|A\. ?R\. ?S\.|N\. ?J\. ?S\. ?A\.|K\. ?S\. ?A\."
    r"|R\. ?C\. ?W\.|RCW|N\. ?R\. ?S\.|NRS"
    r"|O\. ?R\. ?S\.|ORS|M\. ?C\. ?L\.|MCL|M\. ?G\. ?L\.,? c(?:h|\.)\.? ?\d{1,3}[A-Z]?|C\. ?R\. ?S\.|K\. ?R\. ?S\."
    r"|KRS|T\. ?C\. ?A\.|SDCL|\d{1,2} L\. ?P\. ?R\. ?A\.|G\. ?L\.,? c(?:h|\.)\.? ?\d{1,3}[A-Z]?"
    r"|\d{1,2}(?:-[A-Z])? M\. ?R\. ?S\.(?: ?A\.)?|\d{1,2} V\. ?S\. ?A\.|\d{1,2} Del\. C\.|\d{1,2} O\. ?S\."
    r"|\d{1,2} V\. ?I\. ?C\.|La\. ?R\. ?S\.|R\.C\.(?= (?:§ ?)?\d{4}\.\d)"
    r"|(?:RSA|R\. ?S\. ?A\.)(?= (?:§ ?)?\d{1,3}(?:-[A-Z])?:\d)),? "
    r"?(?P<sign>§ ?§?|[Ss]ections? )? ?(?=\d)"
)
# How each of those begins, to look for.
_NAMES = sought(*sorted({part for state in STATES.split("|") for part in (_plain(state, ""), _plain(state, " "))}))
_LETTERS = sought(
    *(
        "ILCS",
        "O.C.G",
        "OCGA",
        "HRS",
        "O. C. G",
        "A.R.S",
        "A. R. S",
        "N.J.S",
        "N. J. S",
        "K.S.A",
        "K. S. A",
        "R.C.W",
        "R. C. W",
        "RCW",
    ),
    *("N.R.S", "N. R. S", "NRS", "O.R.S", "O. R. S", "ORS", "M.C.L", "M. C. L", "MCL", "M.G.L", "M. G. L", "C.R.S"),
    *("C. R. S", "K.R.S", "K. R. S", "KRS", "T.C.A", "T. C. A", "SDCL", "L.P.R.A", "L. P. R. A", "G.L.", "G. L."),
    *("M.R.S", "M. R. S", "V.S.A", "V. S. A", "Del. C.", "O.S.", "O. S.", "V.I.C", "V. I. C", "La. R", "La.R"),
    *("RSA ", "R.S.A", "R. S. A", "R.C. "),
)
_NUMBER = r"\d{1,6}[A-Za-z]{0,2}(?:[.:/-](?:\d{1,5}[A-Za-z]{0,2}(?!\d)|[A-Za-z](?![A-Za-z]))){0,4}"
_COURT_WORDS = re.compile(r"Ct\.|App\.|Super\.|Supp\.|Rptr|Reports|Cir\.|L\. ?Rev|L\. ?J\.")


# "§ 784.045(1)(a), Fla. Stat.", "section 784.021, Florida Statutes (2010)".
_LAST = re.compile(
    r"(?P<sign>§ ?§?|[Ss]ections?) ?(?P<list>\d{2,4}\.\d{2,5}(?:\(\w{1,3}\)){0,3}(?:\d{1,2}\.)?(?:[a-z]\.)?),? "
    r"(?P<law>Fla\. Stat\.|Florida Statutes)"
)
_LAST_WORDS = sought("Fla. Stat.", "Florida Statutes")
# Codes named without their state, in a text that is of that state; their subdivisions stand apart ("§ 187, subd. (a)").
_OWN = re.compile(
    rf"(?<![\w.])(?:(?P<code>(?:{CALIFORNIA_CODES}) Code|Code (?:of )?Civ(?:il|\.) Proc(?:edure|\.)),? (?P<sign>§ ?§?"
    rf"|[Ss]ections? )|(?P<law>{NEW_YORK_LAWS}),? (?P<mark>§ ?§?|[Ss]ections? )?) ?(?=\d)"
)
_OWN_WORDS = sought("Code", " Law ", "Law §", "CPL", "Family Ct", "Family Court Act")
_OWN_NUMBER = r"\d{1,6}(?:\.\d{1,4})?(?:-[a-z]\b|[a-z]\b)?"
_SUBDIVISION = re.compile(r",? subd(?:ivision|\.)? ?(?P<levels>(?:\(\w{1,4}\))+)")


def _spot(reading: Reading) -> Iterator[Sighting]:
    yield from _named(reading)
    yield from _own(reading)
    for match in reading.matches(_LAST, _LAST_WORDS, 60):
        yield from _sighted(match, read_sections(reading.text, match.start("list"), _NUMBER, plural=True), match.end())


def _own(reading: Reading) -> Iterator[Sighting]:
    state: str | None = None
    for match in reading.matches(_OWN, _OWN_WORDS, 24):
        state = home(reading) if state is None else state
        if state != ("Cal." if match["code"] else "N.Y."):
            continue
        sign = match["sign"] or match["mark"]
        plural = bool(sign and PLURAL.match(sign))
        found = read_sections(reading.text, match.end(), _OWN_NUMBER, plural=plural)
        yield from _sighted(match, [_subdivided(reading.text, each) for each in found], 0, f"{state} ")


def _subdivided(text: str, section: Section) -> Section:
    """Take the subdivision that stands apart into a section: "187, subd. (a)" is 187(a)."""
    apart = None if section.path else _SUBDIVISION.match(text, section.end)
    if apart:
        section.path, section.end = tuple(re.findall(r"\w+", apart["levels"])), apart.end()
    return section


def _named(reading: Reading) -> Iterator[Sighting]:
    for match in (*reading.matches(_CODE, _NAMES, 4), *reading.matches(_INITIALS, _LETTERS, 5)):
        law = match["law"]
        spelled = match.re is _CODE and not match["sign"]
        if _COURT_WORDS.search(law) or (spelled and not re.search(r"Code\b|Stats?\b|Laws\b|Gen\. L(?![a-z])", law)):
            continue
        plural = bool(match["sign"] and PLURAL.match(match["sign"]))
        found = read_sections(reading.text, match.end(), _NUMBER, plural=plural)
        yield from _sighted(match, [each for one in found for each in _ends(one)])


def _sighted(match: re.Match[str], sections: list[Section], end: int = 0, state: str = "") -> Iterator[Sighting]:
    """Give a sighting for each section: its key has the code's one name, its citation the name as it is printed."""
    words = next(match[name] for name in ("law", "code") if name in match.re.groupindex and match[name])
    article = " art." if (match["sign"] or "").lower().startswith("art") else ""
    law = f"{state}{' '.join(words.split()).rstrip(',')}{article}"
    for at, section in enumerate(sections):
        number = section.number.replace(":", "_")  # a colon parts the steps of a key
        steps = tuple(part for part in (number, section.dotted) if part)
        start = match.start() if at == 0 else section.start
        close = max(section.end, end) if at == len(sections) - 1 else section.end
        sighting = Sighting(
            start, close, "full", "statute", ":".join(("state", standard(law).replace(":", ""), *steps))
        )
        sighting.year, sighting.flags = section.year, section.flags
        if not state:
            sighting.cite = _show(("state", law, *steps))
        yield sighting


def _ends(section: Section) -> tuple[Section, ...]:
    """Give the first and last section of a range ("4681-4685"); a short pair ("14-17", "163-230") is one number."""
    pair = re.fullmatch(r"(\d{4,6})-(\d{4,6})", section.number)
    if not pair or not 0 < int(pair[2]) - int(pair[1]) < 500:
        return (section,)
    middle = section.start + len(pair[1])
    first = Section(section.start, middle, pair[1], ())
    return first, Section(middle + 1, section.end, pair[2], section.path, section.year, section.flags)


def _show(parts: tuple[str, ...]) -> str:
    comma = "," if re.search(r"\b(?:[Cc]h|[Tt]it|[Aa]rt|c|div)\. ?\d\w*$", parts[1]) else ""
    sign = "" if parts[1].endswith(("ILCS", " art.", "C.P.L.R.")) else "§ "
    section = f" {sign}{parts[2].replace('_', ':')}" if len(parts) > 2 else ""
    return f"{parts[1]}{comma}{section}{shown(parts[3]) if len(parts) > 3 else ''}"


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """None: each state keeps its code in its own way."""
    return None


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    above = ancestors(parts[:3], parts[3]) if len(parts) > 3 else ()
    return (*above, ":".join(parts[:2])) if len(parts) > 2 else ()


KIND = Kind("statute", "statutes", ("state",), _spot, _show, _link, _parents)
