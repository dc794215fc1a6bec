"""Rules of court: the federal rules of procedure and evidence, the Tax Court's, the Supreme Court's, the circuits'."""

import re
from collections.abc import Iterator, Sequence

from briefs.citations.kinds.local_rules import local_rules
from briefs.citations.kinds.state import STATES
from briefs.citations.kinds.state_rules import state_rules, state_rules_last
from briefs.citations.reading import Reading
from briefs.citations.sections import LIST, ancestors, read_sections, shown
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

_FED, _P = r"Fed(?:eral|\.|(?= R\.)) ?R(?:ules?|\.) ?(?:of )?", r"P(?:rocedure|roc?\.|\.)"
_GOVERNING, _IN_COURTS = r"Rules? Governing (?:Section |§ ?)", r"(?: (?:in|for) the United States District Courts)?"
# (key, display, words that name the set); abbreviations of Bluebook table BT2 and rule 12.9.3.
SETS = (
    ("frap", "Fed. R. App. P.", rf"{_FED}App(?:ellate|\.)? ?{_P}|F\.? ?R\.? ?A\.? ?P\.?"),
    ("frcp", "Fed. R. Civ. P.", rf"{_FED}Civ(?:il|\.)? ?{_P}|F\.? ?R\.? ?Civ\.? ?P\.|FRCP|F\. ?R\. ?C\. ?P\."),
    ("frcrp", "Fed. R. Crim. P.", rf"{_FED}Crim(?:inal|\.)? ?{_P}|F\.? ?R\.? ?Crim\.? ?P\."),
    ("fre", "Fed. R. Evid.", rf"{_FED}Evid(?:ence|\.)|F\.R\.E\.|FRE"),
    (
        "frbp",
        "Fed. R. Bankr. P.",
        rf"{_FED}Bankr(?:uptcy|\.) ?{_P}|Bankr(?:uptcy|\.) R(?:ules?|\.)(?= \d{{4}})|F\. ?R\. ?B\. ?P\.|FRBP",
    ),
    (
        "taxct",
        "Tax Ct. R.",
        r"Tax Ct\. R\.(?: ?Prac\. ?(?:& ?)?P(?:roc)?\.)?|Tax Court Rules?(?: of Practice and Procedure)?|T\.C\. R\.",
    ),
    ("sct", "Sup. Ct. R.", r"S(?:up|\.)\.? ?Ct\. ?R(?:ules?|\.)|Supreme Court Rule"),
    ("rcm", "R.C.M.", r"R\.C\.M\.|Rules? for Courts-Martial"),
    ("mre", "Mil. R. Evid.", r"Mil\. ?R\. ?Evid\.|M\.R\.E\.|Military Rules? of Evidence"),
    ("rcfc", "RCFC", r"RCFC|R\.C\.F\.C\."),
    ("2254", "Rules Governing § 2254 Cases, Rule", rf"{_GOVERNING}2254 (?:Cases|Proceedings){_IN_COURTS}"),
    ("2255", "Rules Governing § 2255 Proceedings, Rule", rf"{_GOVERNING}2255 (?:Cases|Proceedings){_IN_COURTS}"),
)
_NUMBER = r"\d{1,4}(?:\.\d{1,3})?(?:-\d{1,2})?(?!\d)"
_PLAIN_NUMBER = r"\d{1,4}(?:\.\d{1,3})?(?!\d)"  # of sets whose numbers have no hyphen: "401-03" is a range
_UNHYPHENED = ("frap", "frcp", "frcrp", "fre", "frbp", "taxct")
_NAMED = tuple(
    (key, re.compile(rf"(?<![\w.])(?:{words}),? ?(?:§ ?|[Rr]ules? |No\. |Rs?\. )?(?=\d)")) for key, _, words in SETS
)
_RULE_OF = tuple(
    (
        key,
        re.compile(rf"\b[Rr]ules? (?P<list>{LIST})(?:,? (?:of|under) the |, )(?:{words})(?!,? \d(?!\d? ?U\. ?S\. ?C))"),
    )
    for key, _, words in SETS
)
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh")
_NUMBERED = ("1st", "2d", "3d", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th")
_SPELLED = dict(zip(_ORDINALS, _NUMBERED, strict=True)) | {"2nd": "2d", "3rd": "3d"}
_CIRCUIT = re.compile(
    rf"(?<![\w.])(?P<court>1st|2n?d|3r?d|4th|5th|6th|7th|8th|9th|10th|11th|D\.C\.|Fed\.|{'|'.join(_ORDINALS)})"
    r" Cir(?:\.|cuit),? (?:Loc(?:al|\.) )?(?:R\.|Rules?|L\.R\.) ?(?:§ ?)?(?=\d)"
)
# The numbers each set has: (key, first, last), and those of its rules that have a decimal point.
RANGES = (
    ("frap", 1, 48),
    ("frcp", 1, 87),
    ("frcrp", 1, 61),
    ("fre", 101, 1103),
    ("frbp", 1001, 9037),
    ("taxct", 1, 400),
)
_DECIMALS = {
    "frap": {"12.1", "15.1", "26.1", "28.1", "32.1"},
    "frcp": {"4.1", "5.1", "5.2", "7.1", "16.1", "23.1", "23.2", "44.1", "45.1", "62.1", "65.1", "71.1"},
    "frcrp": {"5.1", "12.1", "12.2", "12.3", "12.4", "16.1", "26.1", "26.2", "26.3", "32.1", "32.2", "49.1"},
    "frbp": set(),
    "fre": set(),
}  # fmt: skip
_STATE_NUMBER = r"\d{1,4}[A-Za-z]?(?:[.:]\d{1,4}){0,2}(?:-\d{1,4})?(?: [A-Z](?=\(\w))?(?![\w])"
_LOCAL_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,2}(?:-\d{1,2})?(?:[A-Z](?!\w))?"


# How the names of the sets begin, to look for.
_FEDERAL = sought(
    "Fed. R",
    "Fed.R",
    "Fed R",
    "Federal R",
    "FRAP",
    "F.R.A",
    "Bankr. R",
    "F.RAP",
    "F. R. ",
    "FR.A",
    "F.R.C",
    "F.R.B",
    "FRBP",
    "FRC",
    "F.R.E",
    "FRE",
    "Bankruptcy R",
)
_WORDS = {
    "taxct": sought("Tax C", "T.C. R"),
    "sct": sought("Sup", "S. Ct", "S.Ct"),
    "rcm": sought("R.C.M.", "Rule for Courts-Martial", "Rules for Courts-Martial"),
    "mre": sought("Mil. R", "Mil.R", "M.R.E.", "Military Rule"),
    "rcfc": sought("RCFC", "R.C.F.C"),
    "2254": sought("Rules Governing", "Rule Governing"),
    "2255": sought("Rules Governing", "Rule Governing"),
}
_OF_RULES = re.compile(r"[\w),] (?:of|under) the (?:F|B|R|Tax|T\.C|Sup|S\.)|, F")
_STATE = re.compile(rf"(?<![\w.])(?:{STATES}) $")  # "Ill. S. Ct. R. 341"
_SETS_NAMED = tuple((key, re.compile(rf"(?<![\w.])(?:{words})")) for key, _, words in SETS)
_CIRCUIT_WORDS = sought(" Cir. R", " Cir. L", " Cir., R", " Cir., L", " Circuit R", " Circuit L", " Circuit,")
_FAR = 300  # characters between "Rule" and the name of its set at most
_PLACES = sought(
    " of the ", " under the ", " Fed. R", " Fed.R", " Federal R", " F.R.", " F. R.", " FRCP", " FRAP", " FRE"
)


def sets_named(reading: Reading) -> set[str]:
    """Give the sets of rules that a text names at all."""
    return {
        key
        for key, pattern in _SETS_NAMED
        if next(reading.matches(pattern, _WORDS.get(key, _FEDERAL)), None) is not None
    }


def _spot(reading: Reading) -> Iterator[Sighting]:
    for key, pattern in _NAMED:
        for match in reading.matches(pattern, _WORDS.get(key, _FEDERAL)):
            if key == "sct" and _STATE.search(reading.text, max(0, match.start() - 8), match.start()):
                continue
            number = _PLAIN_NUMBER if key in _UNHYPHENED else _NUMBER
            yield from _sighted(reading, match.start(), match.end(), f"rule:{key}", number, key)
    of = [place for place in reading.places(_PLACES) if _OF_RULES.match(reading.text, place - 1)]
    of = [place for place in of if reading.text.rfind("ule", max(0, place - _FAR), place) >= 0]
    for key, pattern in _RULE_OF if of else ():
        for match in reading.near(pattern, of, _FAR):
            sections = read_sections(reading.text, match.start("list"), _NUMBER, plural=True)
            for at, section in enumerate(sections):
                start = match.start() if at == 0 else section.start
                end = match.end() if at == len(sections) - 1 else section.end
                name = ":".join(part for part in ("rule", key, section.number, section.dotted) if part)
                yield Sighting(start, end, "full", "court_rule", name, flags=section.flags)
    for start, place, named, alone in state_rules(reading):
        for sighting in _sighted(reading, start, place, f"rule:{named}", _STATE_NUMBER):
            yield _as_printed(reading, sighting, start, place) if alone else sighting
    for start, place, named, printed in local_rules(reading):
        for sighting in _sighted(reading, start, place, f"rule:{named}", _LOCAL_NUMBER):
            if printed != named:
                sighting.cite = _show(tuple((sighting.key or "").replace(named, printed).split(":")))
            yield sighting
    for start, place, end, named in state_rules_last(reading):
        found = [each for each in _sighted(reading, start, place, f"rule:{named}", _STATE_NUMBER) if each.start < end]
        for sighting in found:
            sighting.end = max(end, sighting.end) if sighting is found[-1] else sighting.end
            yield sighting
    for match in reading.matches(_CIRCUIT, _CIRCUIT_WORDS, 9):
        court = f"{_SPELLED.get(match['court'], match['court'])} Cir."
        yield from _sighted(reading, match.start(), match.end(), f"rule:{court}", _LOCAL_NUMBER)


def _as_printed(reading: Reading, sighting: Sighting, start: int, place: int) -> Sighting:
    """Show a state's rule by the initials its own courts give it: "CrR 3.5", "Crim.R. 11"."""
    parts = (sighting.key or "").split(":")
    sighting.cite = f"{' '.join(reading.text[start:place].split())} {_number(parts)}"
    return sighting


def _number(parts: Sequence[str]) -> str:
    return f"{parts[2].replace('_', ':')}{shown(parts[3]) if len(parts) > 3 else ''}"


def has_number(key: str, number: str) -> bool:
    """Tell whether a set of rules has a rule of that number; True for a set whose numbers are not known here."""
    bounds = next(((first, last) for name, first, last in RANGES if name == key), None)
    if bounds is None:
        return True
    if "." in number and key in _DECIMALS:
        return number in _DECIMALS[key]
    whole = re.match(r"\d+", number)
    return whole is not None and bounds[0] <= int(whole[0]) <= bounds[1]


def _sighted(reading: Reading, start: int, place: int, stem: str, number: str, key: str = "") -> Iterator[Sighting]:
    for at, section in enumerate(read_sections(reading.text, place, number, plural=False)):
        if not has_number(key, section.number) and not section.path and has_number(key, section.number[:-1]):
            section.number, section.end = section.number[:-1], section.end - 1  # the sign of a footnote clings to it
        number_said = section.number.replace(":", "_")  # a colon parts the steps of a key
        key = f"{stem}:{number_said}" + (f":{section.dotted}" if section.path else "")
        yield Sighting(start if at == 0 else section.start, section.end, "full", "court_rule", key, flags=section.flags)


def _show(parts: tuple[str, ...]) -> str:
    initials = parts[1].endswith("P.") or parts[1][-1:] != "."
    own = parts[1] if initials or " R" in parts[1] or ".R" in parts[1] else f"{parts[1]} R."
    own = f"{own}, rule" if own.endswith(" Court") else own
    named = next((shows for key, shows, _ in SETS if key == parts[1]), own)
    return f"{named} {_number(parts)}" if len(parts) > 2 else named


_PAGES = {"frap": "frap", "frcp": "frcp", "frcrp": "frcrmp", "fre": "fre"}


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Cornell's Legal Information Institute has a page for each federal rule."""
    if parts[1] not in _PAGES or len(parts) < 3:
        return None
    return f"https://www.law.cornell.edu/rules/{_PAGES[parts[1]]}/rule_{parts[2]}", "law.cornell.edu"


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    if len(parts) < 3:
        return ()
    return (*(ancestors(parts[:3], parts[3]) if len(parts) > 3 else ()), ":".join(parts[:2]))


KIND = Kind("court_rule", "rules", ("rule",), _spot, _show, _link, _parents)
