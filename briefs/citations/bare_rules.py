"""Bare rules of court ("Rule 12(b)(6)"), given to the set of rules that this text itself makes known."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefs.citations.kinds.rules import RANGES, has_number, sets_named
from briefs.citations.reading import Reading
from briefs.citations.sections import read_sections
from briefs.citations.shapes import Sighting
from briefs.citations.words import sought

_BARE = re.compile(r"(?<![\w.])Rules? (?=\d)")
_OWNER = re.compile(r"(?P<before>\S+ |^|\n)(?P<word>[A-Z][\w.']*) $")  # "Local Rule 5", "Puerto Rico Rule 44.1"
_OPENERS = frozenset(
    "in under see and but both when since because although compare with the that then if as while neither either"
    " unlike for to of by also accord cf. cf contra via whether thus hence where however amended former new".split()
)
_NUMBER = r"\d{1,4}(?:\.\d)?(?![\da-z])"  # "Rule 10b-5" is the Exchange Commission's
_OTHER = re.compile(r"-\d|(?:'s)? (?:of|under) (?:the |this |our |its |[A-Z])")
_BARE_WORDS = sought("Rule ", "Rules ")


def spot_rules(reading: Reading, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """Give the bare rules whose set is certain: cited in full here too, or the one set named here with that number."""
    known: dict[str, set[str]] = defaultdict(set)
    if not reading.has("Rule ", "Rules "):
        return
    named = sets_named(reading)
    for each in sightings:
        parts = (each.key or "").split(":")
        if parts[0] == "rule" and len(parts) > 2:
            known[parts[2]].add(parts[1])
    bare = []
    apart: set[str] = set()  # numbers that this text gives to a set of rules not known here
    for match in reading.matches(_BARE, _BARE_WORDS):
        sections = read_sections(reading.text, match.end(), _NUMBER, plural=match[0].startswith("Rules"))
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
            sets = known.get(section.number) or {
                key for key, _, _ in RANGES if key in named and has_number(key, section.number)
            }
            if section.number in apart and section.number not in known:
                continue
            if len(sets) == 1:
                key = ":".join(part for part in ("rule", next(iter(sets)), section.number, section.dotted) if part)
                sighting = Sighting(
                    match.start() if at == 0 else section.start, section.end, "section", "court_rule", key
                )
                sighting.why = (
                    "The rule is cited in full in this text, or only one set of rules named here has its number."
                )
                yield sighting


def _owned(text: str, place: int) -> bool:
    """Tell whether a name before "Rule" says whose rule it is."""
    owner = _OWNER.search(text, max(0, place - 40), place)
    if not owner or owner["word"].lower() in _OPENERS or owner["word"].endswith(("'", "'s")):
        return False
    return owner["before"].strip()[-1:] not in ("", ".", "!", "?", '"', ";", ":", "(", "]", "'")
