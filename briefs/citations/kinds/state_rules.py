"""The states' rules of court: "Tex. R. App. P. 47.1", "Pa.R.Crim.P. 907", Ohio's "Crim.R. 11", Oregon's "ORCP 21"."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state import STATES
from briefs.citations.kinds.state_names import FULL_NAMES, home
from briefs.citations.reading import Reading
from briefs.citations.words import sought

_RULES = re.compile(
    rf"(?<![\w.])(?P<state>{STATES}) ?(?P<set>(?:(?:S(?:up|uper)?|Dist|Fam|Prob|Juv)\. ?)?(?:Ct\. ?)?"
    r"(?:(?:Crim|Civ|App|Evid|Juv)\. ?)?(?:R(?P<short>ules?|\.) ?"
    r"(?:(?:of )?(?:[A-Z][a-z']{0,5}\. ?|& |Court,? )){0,4}))"
    r"(?:[Rr]ules? |No\. |§ ?)?(?=\d)"
)
_OHIO = re.compile(r"(?<![\w.])(?:Crim|Civ|Evid|App|Juv|S\.Ct\.Prac|Sup)\.R\. ?(?=\d)")
_MAINE = "Me."
_OF_MONTANA = sought("Montana", " MT ", "Mont.", "MCA")
# Sets that go by their initials, whatever the state a text is of: (state, initials).
_INITIALS = (
    ("Wash.", r"CrRLJ|CrR|CRLJ|RALJ|RAP|JuCR"),
    ("Or.", r"ORCP|ORAP|UTCR|OEC"),
    ("Mich.", r"MCR|MRE"),
    ("Nev.", r"NRAP|NRCP"),
    ("Haw.", r"HRPP|HRCP|HRAP|HRE"),
    ("Ky.", r"KRE|RCr"),
    ("S.C.", r"SCRE|SCRCP|SCACR|SCRCrimP"),
    ("Ariz.", r"ARCAP"),
    ("N.M.", r"NMRA"),
    ("Conn.", r"Practice Book(?: \d{4})?,? §§?"),
    ("Colo.", r"C\.R\.C\.P\.|CRE"),
    ("Wyo.", r"W\.R\.(?:Cr|A|C)\.P\.|W\.R\.E\."),
    ("Idaho", r"I\.C\.R\.|I\.A\.R\.|I\.R\.C\.P\.|I\.R\.E\."),
    (_MAINE, r"M\. ?R\. ?(?:Civ|Crim|App|U\. Crim)\. ?P\.|M\. ?R\. ?Evid\."),
    ("Vt.", r"V\.R\.(?:C|Cr|A|F|P)\.P\.|V\.R\.E\."),
    ("Cal.", r"(?:Cal(?:ifornia|\.) Rules of Court|Cal\. Rules of Ct\.|CRC),?(?: [Rr]ules?)?"),
)
_BY_INITIALS = tuple((state, re.compile(rf"(?<![\w.-])(?:{words}) ?(?:Rules? )?(?=\d)")) for state, words in _INITIALS)
# Those that could be the record too ("ER 45") unless the text is of the state.
_AT_HOME = {
    "Washington": ("Wash.", re.compile(r"(?<![\w.-])(?:ER|CR|GR|RPC|JuCR) (?=\d{1,4}(?:\.\d|\())")),
    "Colorado": ("Colo.", re.compile(r"(?<![\w.-])(?:Crim\. P\.|C\.A\.R\.) (?=\d{1,2})")),
    "Mississippi": ("Miss.", re.compile(r"(?<![\w.-])(?:M\.R\.A\.P\.|URCCC) (?=\d{1,2})")),
    "Virginia": ("Va.", re.compile(r"(?<![\w.-] )(?<!\w)Rules? (?=\d[A-Z]?:\d)")),
    "Kentucky": ("Ky.", re.compile(r"(?<![\w.-])(?:CR|SCR) (?=\d{1,2}\.\d\d)")),
}
_SPELLED = re.compile(
    rf"(?<![\w.])(?P<state>{'|'.join(FULL_NAMES)}) (?:Rules? of (?P<what>Appellate Procedure|Civil Procedure"
    r"|Criminal Procedure|Evidence|Civil Appellate Procedure),? (?:[Rr]ule )?|(?P<kind>Supreme Court |Superior Court "
    r"|Trial |Appellate |Evidence |Criminal |Civil |(?<=Maryland ))Rules? )(?=\d)"
)
# "Ind. Trial Rule 60(B)", "Ind. Evidence Rule 404(b)"; and the courts whose name says the state.
_OF_COURT = re.compile(
    r"(?<![\w.])(?:(?P<state>Ind\.|Ala\.|Alaska|Idaho) (?P<kind>Trial|Appellate|Evidence|Criminal|Post-Conviction) "
    r"Rules? |(?P<georgia>(?:Ga\. )?Unif(?:orm|\.) Super(?:ior|\.) C(?:our)?t\.? R(?:ule|\.) )"
    r"|(?P<chancery>(?:Court of Chancery Rule|(?:Ch\. Ct\.|Ct\. Ch\.) R\.) ))(?=\d)"
)
# "Rule 404(b), Ala. R. Evid.", "Rule 59(e), SCRCP", "Rule 3.850 of the Florida Rules of Criminal Procedure"
_LAST = re.compile(
    r"(?<![\w.])Rules? (?P<list>\d[\w.-]*(?:\(\w{1,4}\))*(?:(?:,? and |, )\d[\w.-]*(?:\(\w{1,4}\))*){0,3}),? "
    rf"(?:(?P<set>(?:{STATES}) ?R\. ?(?:[A-Z][a-z]{{0,5}}\. ?){{1,3}})|(?P<initials>NMRA|SCRE|SCRCP|SCACR|SCRCrimP"
    rf"|HRPP|HRCP|M\. ?R\. ?(?:Civ|Crim|App)\. ?P\.|M\. ?R\. ?Evid\.)"
    rf"|of the (?P<state>{'|'.join(FULL_NAMES)}) Rules of (?P<what>[A-Z][a-z]+(?: Procedure)?))"
)
_SHORT = {"Appellate": "App.", "Civil": "Civ.", "Criminal": "Crim.", "Procedure": "P.", "Evidence": "Evid."}
_WORDS = sought(
    *(". R. ", ".R.", ". R.", " Rule ", " Rules "),
    *(f"{state} R." for state in ("Alaska", "Guam", "Idaho", "Iowa", "Ohio", "Utah")),
)
_OHIO_WORDS = sought("Crim.R.", "Civ.R.", "Evid.R.", "App.R.", "Juv.R.", "S.Ct.Prac.R.", "Sup.R.")
_INITIAL_WORDS = sought("CrR", "CRLJ", "RALJ", "RAP ", "JuCR", "ORCP", "ORAP", "UTCR", "OEC", "MCR ", "MRE ", "NRAP",
                        "NRCP", "HRPP", "HRCP", "HRAP", "HRE ", "KRE ", "RCr", "SCRE", "SCRCP", "SCACR", "SCRCrimP",
                        "ARCAP", "NMRA", "Practice Book", "C.R.C.P", "CRE ",
                        "W.R.", "I.C.R", "I.A.R", "I.R.C.P", "I.R.E", "M.R.", "M. R.",
                        "V.R.", "Cal. Rules of C", "California Rules of C", "CRC")  # fmt: skip
_HOME_WORDS = sought("ER ", "CR ", "GR ", "RPC ", "SCR ", "Crim. P. ", "C.A.R. ", "M.R.A.P. ", "URCCC ",
                     *(f"Rule {part}:" for part in ("1", "2", "3", "3A", "3B", "4", "5", "5A", "6")))  # fmt: skip
_SPELLED_WORDS = sought(*(f"{name} " for name in FULL_NAMES))
_COURT_WORDS = sought("Ind. ", "Ala. ", "Alaska ", "Idaho ", "Ga. Unif", "Unif. Super", "Uniform Super",
                      "Court of Chancery R", "Ct. Ch. R", "Ch. Ct. R")  # fmt: skip
# "R. 4:46-2(c)", "Rule 3:22-2"; Virginia's rules have a colon too, and no hyphen.
_NEW_JERSEY = re.compile(r"(?<![\w.-])(?:R\. |Rules? (?=\d:\d{1,2}-\d))(?=\d{1,2}:\d{1,2}(?!\d))")
_NEW_JERSEY_WORDS = sought(*(f"{word} {number}:" for word in ("R.", "Rule", "Rules") for number in range(1, 9)))
_LAST_WORDS = sought("Rule ", "Rules ")
_OF_RULES = re.compile(
    r"P\.|Evid|Ct\.|Court|Crim|Civ|App|Ev\.|R\. ?E\."
)  # what a set is of; "Me. R. 12" may be a railroad


def state_rules(reading: Reading) -> Iterator[tuple[int, int, str, bool]]:
    """Give (start, place of the number, name of the set, whether its initials alone are printed) of states' rules."""
    for match in reading.matches(_RULES, _WORDS, 22):
        if match["short"] != "." or _OF_RULES.search(match["set"]):
            yield match.start(), match.end(), _set(match["state"], match["set"]), False
    for match in reading.matches(_OHIO, _OHIO_WORDS):
        yield match.start(), match.end(), f"Ohio {match[0].strip()}", True
    if reading.places(_INITIAL_WORDS):
        for state, pattern in _BY_INITIALS:
            for match in reading.matches(pattern, _INITIAL_WORDS):
                yield match.start(), match.end(), _named(_where(reading, state), match[0]), state != "Cal."
    if reading.places(_HOME_WORDS) and (own := _AT_HOME.get(home(reading))):
        for match in reading.matches(own[1], _HOME_WORDS):
            yield match.start(), match.end(), _named(own[0], match[0]), True
    for match in reading.matches(_NEW_JERSEY, _NEW_JERSEY_WORDS):
        yield match.start(), match.end(), "N.J. R.", True
    for match in reading.matches(_SPELLED, _SPELLED_WORDS):
        named = _spelled(match["state"], match["what"]) if match["what"] else _of_kind(match["state"], match["kind"])
        yield match.start(), match.end(), named, False
    for match in reading.matches(_OF_COURT, _COURT_WORDS):
        if match["state"]:
            named = f"{match['state']} {match['kind']} Rule"
        else:
            named = "Ga. Unif. Super. Ct. R." if match["georgia"] else "Del. Ch. Ct. R."
        yield match.start(), match.end(), named, False


def state_rules_last(reading: Reading) -> Iterator[tuple[int, int, int, str]]:
    """Give (start, place of the number, end, name of the set) of each rule whose set is named behind its number."""
    for match in reading.matches(_LAST, _LAST_WORDS):
        if match["set"]:
            own = re.match(STATES, match["set"])
            named = _set(own[0], match["set"][own.end() :].strip()) if own else match["set"]
        elif match["state"]:
            named = _spelled(match["state"], match["what"])
        else:
            state = next(state for state, words in _INITIALS if re.match(words, match["initials"]))
            named = _named(_where(reading, state), match["initials"])
        yield match.start(), match.start("list"), match.end(), named


def _set(state: str, words: str) -> str:
    parted = re.sub(r",? rules?$", "", re.sub(r"\.(?=[A-Z&])", ". ", words).strip(" ,"))
    return f"{state.replace(' ', '')} {' '.join(parted.split())}"


def _where(reading: Reading, state: str) -> str:
    """Give the state of a set of rules; Maine and Montana both say "M. R. Civ. P."."""
    return "Mont." if state == _MAINE and reading.has(*_OF_MONTANA) else state


def _named(state: str, words: str) -> str:
    """Give a set's name from its initials: "Wash. CrR", "Mich. MCR", "Cal. Rules of Court"."""
    words = re.sub(r" Rules? $", "", words) if state != "Cal." else words
    if state == "Cal.":
        return "Cal. Rules of Court"
    return f"{state} {re.sub(r'(?<=[.]) (?=[A-Z])', '', words.strip())}"


def _of_kind(state: str, kind: str | None) -> str:
    """Give the name of a set that a state calls its rules: "Md. Rule", "Ill. S. Ct. R.", "Ind. Trial Rule"."""
    kind = (kind or "").strip()
    return f"{FULL_NAMES[state]} {'S. Ct. R.' if kind == 'Supreme Court' else f'{kind} Rule'.strip()}"


def _spelled(state: str, what: str) -> str:
    return f"{FULL_NAMES[state]} R. {' '.join(_SHORT.get(word, word) for word in what.split())}"
