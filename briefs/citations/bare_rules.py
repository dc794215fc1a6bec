"""Bare rules of court ("Rule 12(b)(6)"), given to the set of rules that this text itself makes known."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from briefs.citations.kinds.rules import RANGES, has_number, sets_named
from briefs.citations.reading import Reading
from briefs.citations.sections import read_sections
from briefs.citations.shapes import Sighting
from briefs.citations.words import sought

_BARE = re.compile(r"(?<![\w.])[Rr]ules? (?=\d)")
_OWNER = re.compile(r"(?P<before>\S+ |^|\n)(?P<word>[A-Z][\w.']*) $")  # "Local Rule 5", "Puerto Rico Rule 44.1"
_OPENERS = frozenset(
    "in under see and but both when since because although compare with the that then if as while neither either"
    " unlike for to of by also accord cf. cf contra via whether thus hence where however amended former new".split()
)
_OWNERS = frozenset("admiralty equity local court bar house senate board chancery probate housing juvenile".split())
_NUMBER = r"\d{1,4}(?:\.\d{1,3})?(?![\da-z])"  # "Rule 10b-5" is the Exchange Commission's
_OTHER = re.compile(r"-\d|(?:'s)? (?:of|under) (?:the |this |our |its |[A-Z])")
_BARE_WORDS = sought("Rule ", "Rules ", "rule ", "rules ")
_FAR = 3  # how many times as often as any other a set must be cited to prevail


def spot_rules(reading: Reading, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """Give the bare rules whose set is certain: cited in full here too, or the one set named here with that number."""
    known: dict[str, set[str]] = defaultdict(set)
    if not reading.places(_BARE_WORDS):
        return
    named = sets_named(reading)
    cited: list[tuple[int, str]] = []  # where a set was cited in full, and which
    for each in sightings:
        parts = (each.key or "").split(":")
        if parts[0] == "rule" and len(parts) > 2:
            known[parts[2]].add(parts[1])
            if "." in parts[2]:  # Florida's "rule 3.172", where "Fla. R. Crim. P. 3.850" is cited: of one part
                known[parts[2].partition(".")[0] + "."].add(parts[1])
            cited.append((each.start, parts[1]))
    bare = []
    apart: set[str] = set()  # numbers that this text gives to a set of rules not known here
    for match in reading.matches(_BARE, _BARE_WORDS):
        sections = read_sections(reading.text, match.end(), _NUMBER, plural=match[0].endswith("s "))
        if sections and (
            _OTHER.match(reading.text, sections[0].end)
            or _OTHER.match(reading.text, sections[-1].end)
            or _owned(reading.text, match.start())
        ):
            apart.update(section.number for section in sections)
        elif sections:
            bare.append((match, sections))
    for match, sections in bare:
        for at, section in enumerate(sections):
            part = section.number.partition(".")[0] + "." if "." in section.number else ""
            sets = (
                known.get(section.number)
                or known.get(part)
                or {key for key, _, _ in RANGES if key in named and has_number(key, section.number)}
            )
            sure = section.number in known or part in known
            if not sure and (section.number in apart or match[0].startswith("r")):
                continue
            if len(sets) > 1 and not sure:
                sets = _prevailing(sets, cited, match.start())
            if len(sets) == 1:
                key = ":".join(part for part in ("rule", next(iter(sets)), section.number, section.dotted) if part)
                sighting = Sighting(
                    match.start() if at == 0 else section.start, section.end, "section", "court_rule", key
                )
                sighting.why = (
                    "The rule is cited in full in this text, or its number is of the set of rules that this text cites."
                )
                yield sighting


def _prevailing(sets: set[str], cited: list[tuple[int, str]], place: int) -> set[str]:
    """Give the set that a reader would think of: cited last before the place, and most of all by far."""
    counts = Counter(key for _, key in cited if key in sets).most_common(2)
    last = next((key for start, key in reversed(cited) if start < place and key in sets), None)
    if not counts or counts[0][0] != last or (len(counts) > 1 and counts[0][1] < _FAR * counts[1][1]):
        return sets
    return {last}


def _owned(text: str, place: int) -> bool:
    """Tell whether a name before "Rule" says whose rule it is."""
    owner = _OWNER.search(text, max(0, place - 40), place)
    if owner and owner["word"].lower() in _OWNERS:
        return True
    if not owner or owner["word"].lower() in _OPENERS or owner["word"].endswith(("'", "'s")):
        return False
    return owner["before"].strip()[-1:] not in ("", ".", "!", "?", '"', ";", ":", "(", "]", "'")
