"""State statutes: the codes and revised statutes of the states, by their abbreviations (Bluebook table T1.3)."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state_chapters import state_chapters
from briefs.citations.kinds.state_initials import BY_INITIALS, LETTERS, plain
from briefs.citations.kinds.state_names import CALIFORNIA_CODES, NEW_YORK_INITIALS, NEW_YORK_LAWS, home, standard
from briefs.citations.kinds.state_spelled import state_spelled
from briefs.citations.reading import Reading
from briefs.citations.sections import PLURAL, SUBDIVISION, Section, ancestors, read_sections, shown, subdivided
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

STATES = (
    r"Ala\.|Alaska|Ariz\.|Ark\.|Cal\.|Colo\.|Conn\.|Del\.|D\.C\.|Fla\.|Ga\.|Haw\.|Idaho|Ill\.|Ind\.|Iowa|Kan\.|Ky\."
    r"|La\.|Me\.|Md\.|Mass\.|Mich\.|Minn\.|Miss\."
    r"|Mo\.|Mont\.|Neb\.|Nev\.|N\. ?H\.|N\. ?J\.|N\. ?M\.|N\. ?Y\.|N\. ?C\.|N\. ?D\.|Ohio|Okla\.|Or\.|Pa\.|P\. ?R\."
    r"|R\. ?I\.|S\. ?C\.|S\. ?D\.|Tenn\.|Tex\.|Utah|Vt\.|Va\.|V\. ?I\."
    r"|Wash\.|W\. ?Va\.|Wis\.|Wyo\.|Guam"
)


_BODY = (
    r"(?:Code|Stats?\.|Statutes|Laws?|L\.|Ann\.|Rev\.|Gen\.|Comp\.|Cons(?:ol)?\.|C\.S\.A?\.?|G\.L\.|Crim\.|Proc\.|P\."
    r"|Pub\.|Acts)"
)
_WORD = r"(?:[A-Z][A-Za-z.&'-]*|&|and|of)"
_CODE = re.compile(
    rf"(?<![\w.])(?P<law>(?:(?P<before>\d{{1,3}}) )?(?:{STATES}) ?(?:{_WORD} ?){{0,5}}?{_BODY}"
    rf"(?: ?{_WORD}){{0,3}}?(?:,? (?:1[89]|20)\d\d(?=, (?:c|§|[Ss]ec|SS? )))?"
    r"(?:, (?:[A-Z][\w.']* (?:& )?){1,3}(?=§|[Ss]ec))?,? ?(?:\((?:[A-Z][A-Za-z. ]{2,20}|(?:19|20)\d\d)\),? ?)?"
    r"(?:(?:[Cc]h|[Tt]it|[Aa]rt|c|div)\. ?\d{1,4}+[A-Za-z]{0,2}+(?:-\d[A-Z]?)?,? ?)*)"
    r"(?P<sign>§ ?§?|[Ss]ections? |[Ss]ecs?\.(?: [Ss]ec\.)? |SS? |¶ ?|pars?\. |[Aa]rts?\. |Rules? )? ?(?=\d)"
)
# How the names of the states begin, to look for.
_NAMES = sought(*sorted({part for state in STATES.split("|") for part in (plain(state, ""), plain(state, " "))}))
_NUMBER = r"\d{1,6}[A-Za-z]{0,2}(?:[.:/-](?:\d{1,5}[A-Za-z]{0,2}(?!\d)|[A-Za-z](?![A-Za-z]))){0,4}"
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_EDITION = re.compile(
    r"(?<!G\.L\.)(?<!G\. L\.)(?<!W\.S\.),? (?:1[89]|20)\d\d(?=, c|,?$)"
)  # "Ill. Rev. Stat. 1989, ch. 38"
_COURT_WORDS = re.compile(r"Ct\.|App\.|Super\.|Supp\.|Rptr|Reports|Cir\.|L\. ?Rev|L\. ?J\.")


# "§ 784.045(1)(a), Fla. Stat.", "section 784.021, Florida Statutes (2010)".
# "section 565.020.1, RSMo 2000", "§ 18-3-102, C.R.S.", "§ 13A-5-40, Ala. Code 1975": the code is named last.
_LAST = re.compile(
    r"(?P<sign>§ ?§?|[Ss]ections?|[Ss]ecs?\.(?: [Ss]ec\.)?) ?(?P<list>\d{1,4}[A-Z]?[.-]\d{1,5}(?:[.-]\d{1,4}){0,3}"
    r"(?:\(\w{1,3}\)){0,4}(?:\d{1,2}\.)?(?:[a-z]\.)?),? "
    r"(?P<law>Fla\. Stat\.|Florida Statutes|Ala\. Code(?= 19)|RSMo\.?|C\.R\.S\.|MCA|NMSA|N\.D\.C\.C\."
    r"|S\.C\. Code(?: Ann\.)?|RCW|ORS|KRS|HRS|NRS|A\.R\.S\.|I\.C\.|N\.C\.G\.S\.|O\.C\.G\.A\.|K\.S\.A\."
    r"|Idaho Code|Utah Code(?: Ann\.)?)"
    r"(?:,? (?:Ann\. ?)?\(?(?:Cum\. )?(?:Supp\. )?(?:19|20)\d\d(?:,? Supp\.)?\)?)?"
)
_LAST_WORDS = sought("Fla. Stat.", "Florida Statutes", "Ala. Code", "RSMo", "C.R.S", "MCA", "NMSA", "N.D.C.C",
                     "S.C. Code", "RCW", "ORS", "KRS", "HRS", "NRS", "A.R.S", "I.C.", "N.C.G.S", "O.C.G.A", "K.S.A",
                     "Idaho Code", "Utah Code")  # fmt: skip
# What the courts of these states call their code, which elsewhere could be any.
_PLAIN = {
    "Connecticut": (
        "Conn. Gen. Stat.",
        re.compile(r"(?<!Conn\. )(?<!\w)(?P<law>General Statutes) (?P<sign>§ ?§?|[Ss]ecs?\.) ?(?=\d)"),
    ),
    "North Carolina": ("N.C. Gen. Stat.", re.compile(r"(?<![\w.])(?P<law>G\.S\.) (?P<sign>§ ?§? ?)?(?=\d+[A-Z]?-\d)")),
    "Indiana": ("Ind. Code", re.compile(r"(?<![\w.])(?P<law>I\.C\.) (?P<sign>§ ?§? ?)?(?=\d+-\d+-\d+-\d)")),
    "Idaho": ("Idaho Code", re.compile(r"(?<![\w.])(?P<law>I\.C\.) (?P<sign>§ ?§? ?)(?=\d+-\d{3,4})")),
    "Virginia": (
        "Va. Code Ann.",
        re.compile(r"(?<![\w.])(?<![a-z] )(?P<law>Code) (?P<sign>§ ?§? ?|Secs?\. )(?=\d+\.?\d*-\d)"),
    ),
}
_PLAIN_WORDS = sought("General Statutes §", "General Statutes S", "G.S. ", "Code §", "Code Sec", "I.C. ")
# Codes named without their state, in a text that is of that state; their subdivisions stand apart ("§ 187, subd. (a)").
_OWN = re.compile(
    rf"(?<![\w.])(?:(?P<code>(?:{CALIFORNIA_CODES}) Code|Code (?:of )?Civ(?:il|\.) Proc(?:edure|\.))"
    rf"(?:\d{{1,2}}(?= [Ss]ec))?,? (?P<sign>§ ?§?"
    rf"|[Ss]ections? |[Ss]ecs?\.(?: [Ss]ec\.)? )|(?P<law>{NEW_YORK_LAWS}),? "
    r"(?P<mark>§ ?§?|[Ss]ections? |[Ss]ecs?\.(?: [Ss]ec\.)? )?) ?(?=\d)"
)
_OWN_WORDS = sought(
    "Code", " Law ", "Law §", "CPL", "Family Ct", "Family Court Act", *(f"{law} " for law in NEW_YORK_INITIALS)
)
_OWN_NUMBER = r"\d{1,4}-\d{1,2}\.\d{1,2}(?:-[A-Z])?(?!\w)|\d{1,6}(?:\.\d{1,4})?(?:-[a-z]\b|[a-z]\b)?"
_BRACKETED = re.compile(r"(?P<levels>(?: ?\[\w{1,4}\])+)")  # New York's "CPL 470.05 [2]"


def _spot(reading: Reading) -> Iterator[Sighting]:
    yield from _named(reading)
    yield from _own(reading)
    yield from _plain_codes(reading)
    yield from _spelled(reading)
    for start, end, law in state_chapters(reading):
        yield Sighting(start, end, "full", "statute", f"state:{standard(law)}")
    for match in reading.matches(_LAST, _LAST_WORDS, 60):
        found = read_sections(reading.text, match.start("list"), _NUMBER, plural=True)
        yield from _sighted(match, [each for each in found if each.end <= match.end()], match.end())


def _plain_codes(reading: Reading) -> Iterator[Sighting]:
    own = _PLAIN.get(home(reading)) if reading.places(_PLAIN_WORDS) else None
    for match in reading.matches(own[1], _PLAIN_WORDS) if own else ():
        plural = bool(match["sign"] and PLURAL.match(match["sign"]))
        for sighting in _sighted(match, read_sections(reading.text, match.end(), _NUMBER, plural=plural)):
            sighting.key = (sighting.key or "").replace(f"state:{match['law']}", f"state:{own[0]}", 1) if own else None
            yield sighting


def _spelled(reading: Reading) -> Iterator[Sighting]:
    for match, place, end, law in state_spelled(reading):
        sections = read_sections(reading.text, place, _NUMBER, plural=bool(PLURAL.match(match["sign"])))
        for at, section in enumerate(sections):
            if end and section.end > end:
                break
            last = end if at == len(sections) - 1 or sections[at + 1].end > end else 0
            start = match.start() if at == 0 else section.start
            sighting = Sighting(start, max(section.end, last), "full", "statute", _key(law, section))
            sighting.cite = _show(
                ("state", law, *(part for part in (section.number.replace(":", "_"), section.dotted) if part))
            )
            sighting.year, sighting.flags = section.year, section.flags
            yield sighting


def _key(law: str, section: Section) -> str:
    number = section.number.replace(":", "_")  # a colon parts the steps of a key
    return ":".join(part for part in ("state", standard(law).replace(":", ""), number, section.dotted) if part)


def _own(reading: Reading) -> Iterator[Sighting]:
    state: str | None = None
    for match in reading.matches(_OWN, _OWN_WORDS, 24):
        state = home(reading) if state is None else state
        if state != ("Cal." if match["code"] else "N.Y."):
            continue
        sign = match["sign"] or match["mark"]
        plural = bool(sign and PLURAL.match(sign))
        found = read_sections(reading.text, match.end(), _OWN_NUMBER, plural=plural)
        apart = SUBDIVISION if match["code"] else _BRACKETED
        yield from _sighted(match, [subdivided(reading.text, each, apart) for each in found], 0, f"{state} ")


def _named(reading: Reading) -> Iterator[Sighting]:
    for match in (*reading.matches(_CODE, _NAMES, 4), *reading.matches(BY_INITIALS, LETTERS, 6)):
        law = match["law"]
        spelled = match.re is _CODE and not match["sign"]
        if _COURT_WORDS.search(law) or (spelled and not re.search(r"Code\b|Stats?\b|Laws\b|Gen\. L(?![a-z])", law)):
            continue
        plural = bool(match["sign"] and PLURAL.match(match["sign"]))
        found = read_sections(reading.text, match.end(), _NUMBER, plural=plural)
        if not match["sign"]:
            found = [one for one in found if one.path or not _YEAR.fullmatch(one.number)]  # "Minn. Stat. 2004"
        yield from _sighted(match, [each for one in found for each in _ends(one, plural=plural)])


def _sighted(match: re.Match[str], sections: list[Section], end: int = 0, state: str = "") -> Iterator[Sighting]:
    """Give a sighting for each section: its key has the code's one name, its citation the name as it is printed."""
    words = next(match[name] for name in ("law", "code") if name in match.re.groupindex and match[name])
    article = " art." if (match["sign"] or "").lower().startswith("art") else ""
    law = f"{state}{_EDITION.sub('', ' '.join(words.split())).rstrip(',')}{article}"
    for at, section in enumerate(sections):
        steps = tuple(part for part in (section.number.replace(":", "_"), section.dotted) if part)
        start = match.start() if at == 0 else section.start
        close = max(section.end, end) if at == len(sections) - 1 else section.end
        sighting = Sighting(start, close, "full", "statute", _key(law, section))
        sighting.year, sighting.flags = section.year, section.flags
        if not state:
            sighting.cite = _show(("state", law, *steps))
        yield sighting


def _ends(section: Section, *, plural: bool) -> tuple[Section, ...]:
    """Give the first and last section of a range ("4681-4685", "§§ 1750-84"); "14-17" and "163-230" are one number."""
    pair = re.fullmatch(r"(\d{4,6})-(\d{2,6})", section.number)
    if not pair or (len(pair[2]) < len(pair[1]) and not plural):
        return (section,)
    last = pair[1][: max(0, len(pair[1]) - len(pair[2]))] + pair[2]
    if not 0 < int(last) - int(pair[1]) < 500:
        return (section,)
    middle = section.start + len(pair[1])
    first = Section(section.start, middle, pair[1], ())
    return first, Section(middle + 1, section.end, last, section.path, section.year, section.flags)


def _show(parts: tuple[str, ...]) -> str:
    comma = "," if len(parts) > 2 and re.search(r"\b(?:[Cc]h|[Tt]it|[Aa]rt|c|div)\. ?\d\w*$", parts[1]) else ""
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
