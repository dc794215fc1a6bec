"""Local rules of the federal district and bankruptcy courts, where the court is named ("N.D. Cal. Civ. L.R. 7-2")
or is the one whose opinion this is ("Civil Local Rule 7-2")."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state import STATES
from briefs.citations.kinds.state_names import FULL_NAMES
from briefs.citations.reading import Reading
from briefs.citations.words import sought

_SET = (
    r"(?P<set>(?:(?:Bankr\.|Civ(?:il|\.)|Crim(?:inal|\.)|Adm(?:iralty|\.)) )?"
    r"(?:L(?:oc(?:al|\.)|\.)? ?(?:(?:Bankr\.|Civ(?:il|\.)|Crim(?:inal|\.)|Pat(?:ent|\.)) ?)?R(?:ules?|\.)?|LR|LCvR|LCrR"
    r"|LCR|LBR|L\. ?Cv\. ?R\.|L\. ?Civ\. ?R\.)(?: ?(?:Civ|Crim|Bankr)\. ?P\.)?) ?(?=\d)"
)
_LOCAL = re.compile(
    rf"(?<![\w.])(?P<court>(?:(?:[NSEWMC]\. ?)?D\. ?(?:{STATES})|D\.(?: ?D\. ?C\.| ?P\. ?R\.| ?V\. ?I\.| Guam)),?)"
    rf" {_SET}"
)
_WORDS = sought(" L.R", " L. R", " Loc. R", " Local", " LR ", " LR", " LCvR", " LCrR", " LCR", " LBR", " L.Cv",
                " L.Civ", " L. Cv", " L. Civ", " Civ. L", " Crim. L", " Civil L", " Bankr. L")  # fmt: skip
# "Pursuant to Local Rule 7.1": nobody is named whose rule it is but the court that speaks.
_OWN = re.compile(rf"(?:(?<=[a-z,;(\u2014\"'] )|(?<=[.)] )|(?<=See )|(?<=Under )|(?<=In )){_SET}(?!\d{{1,3}} )")
_OTHERS = re.compile(r"\b(?!(?:See|Under|In|The|By|And) )[A-Z][\w']*\.? $")  # "Massachusetts Local Rule 7.1"
_OURS = re.compile(r"(?:(?:[Oo]ur|[Tt]his [Cc]ourt's) (?:own )?$)")
_OWN_WORDS = sought("L.R", "L. R", "Loc. R", "Local", "LR ", "LCvR", "LCrR", "LCR ", "L.Cv", "L.Civ", "L. Cv", "L. Civ",
                    "Civ. L", "Civil L", "Crim. L", "Criminal L")  # fmt: skip
_DISTRICT = re.compile(
    r"DISTRICT COURT,?\s+(?:FOR )?(?:THE )?(?:(?P<part>NORTHERN|SOUTHERN|EASTERN|WESTERN|MIDDLE|CENTRAL) )?DISTRICT OF "
    r"(?P<state>[A-Z]+(?: [A-Z]+)?)"
)
# "Local Rule 32 of the United States District Court for the District of Maine": the court is named behind it.
_OF_COURT = re.compile(
    r"(?<!\w)(?P<set>Local (?:Civil |Criminal )?Rule) (?P<number>\d[\w.-]*(?:\(\w{1,3}\))*),? of the "
    r"(?:Rules of the )?(?:(?:United States|U\. ?S\.) )?"
    r"(?P<court>District Court for the (?:[A-Z][a-z]+ )?District of [A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
_CIRCUIT = re.compile(r"\b(FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH) CIRCUIT\b")
_CIRCUITS = dict(zip("FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH".split(),
                     "1st 2d 3d 4th 5th 6th 7th 8th 9th 10th 11th".split(), strict=True))  # fmt: skip
_STATES = {name.upper(): short for name, short in FULL_NAMES.items()} | {"COLUMBIA": "D.C."}
# One name for one set of rules, however it is spelt.
_SPELT = (
    (re.compile(r"\b(?:Local|Loc\.|L\.|L(?=R)) ?R(?:ules?|\.)?(?!\w)"), "L.R."),
    (re.compile(r"\b(?:Local |Loc\. |L\. ?)Civ(?:il|\.) ?R(?:ules?|\.)?(?!\w)|\bL\. ?Cv\. ?R\."), "Local Civ. R."),
    (re.compile(r"\b(?:Local |Loc\. |L\. ?)Crim(?:inal|\.) ?R(?:ules?|\.)?(?!\w)"), "Local Crim. R."),
    (re.compile(r"\bCivil(?= )"), "Civ."),
    (re.compile(r"\bCriminal(?= )"), "Crim."),
)


def local_rules(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Give (start, place of the number, name of the set, the set as it is printed) of each local rule."""
    for match in reading.near(_LOCAL, (at for at in reading.places(_WORDS) if reading.text[at - 1] in ".,"), 21):
        court, printed = _closed(match["court"].rstrip(",")), " ".join(match["set"].split())
        yield match.start(), match.end(), f"{court} {_spelt(printed)}", f"{court} {printed}"
    places = reading.places(_OWN_WORDS)
    if not places:
        return
    courts: set[str] = set()
    for match in reading.near(_OF_COURT, places):
        if court := _court(match["court"]):
            courts.add(court)
            yield match.start(), match.start("number"), *2 * (f"{court} {_spelt(match['set'])}",)
    own = _own_court(reading)
    if own.endswith("Cir."):  # a court of appeals speaks of the rules of the court below, unless it says "our"
        yield from ((start, end, own, own) for start, end, _, ours in _bare(reading, places) if ours)
    district = courts.pop() if len(courts) == 1 else "" if own.endswith("Cir.") else own
    for start, end, words, ours in _bare(reading, places) if district else ():
        if not (ours and own.endswith("Cir.")):
            yield start, end, *2 * (f"{district} {_spelt(words)}",)


def _bare(reading: Reading, places: list[int]) -> Iterator[tuple[int, int, str, bool]]:
    """Give (start, end, words of the set, whether "our" stands before it) of the rules whose court is not named."""
    for match in reading.near(_OWN, places, 9):
        if not _OTHERS.search(reading.text, max(0, match.start() - 16), match.start()):
            ours = bool(_OURS.search(reading.text, max(0, match.start() - 20), match.start()))
            yield match.start(), match.end(), " ".join(match["set"].split()), ours


def _spelt(words: str) -> str:
    for pattern, name in _SPELT:
        words = pattern.sub(name, words)
    return words


def _own_court(reading: Reading) -> str:
    """Give the federal court whose opinion a text is, by its caption: "N.D. Cal.", "2d Cir."; "" for any other."""
    for mark in reading.marks:
        if mark.kind == "caption" and mark.data.get("part") == "court":
            words = reading.text[mark.start : mark.end]
            circuit = _CIRCUIT.search(" ".join(words.upper().split()))
            if court := f"{_CIRCUITS[circuit[1]]} Cir." if circuit else _court(words):
                return court
    return ""


def _court(words: str) -> str:
    """Give a federal district court in short: "N.D. Cal." for "District Court for the Northern District of ..."."""
    district = _DISTRICT.search(" ".join(words.upper().split()))
    if not district:
        return ""
    state = _STATES.get(district["state"]) or _STATES.get(district["state"].split()[0])
    return _closed(f"{(district['part'] or '')[:1]}{'.' if district['part'] else ''}D. {state}") if state else ""


def _closed(court: str) -> str:
    """Give a court's abbreviation with its single letters closed up (Bluebook rule 6.1 (a)): "S.D.N.Y."."""
    return " ".join(re.sub(r"(?<=\b[A-Z]\.) (?=[A-Z]\.(?! ?[A-Z][a-z]))", "", court).split())
