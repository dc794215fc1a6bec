"""Bare rules of court ("Rule 12(b)(6)"), given to the set of rules that this text itself makes known."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefs.citations.kinds.rules import SETS
from briefs.citations.reading import Reading
from briefs.citations.sections import read_sections
from briefs.citations.shapes import Sighting

# The numbers each set has: (key, first, last). A bare number outside the range cannot be of that set.
_RANGES = (
    ("frap", 1, 48),
    ("frcp", 1, 87),
    ("frcrp", 1, 61),
    ("fre", 101, 1103),
    ("frbp", 1001, 9037),
    ("taxct", 1, 400),
)
_BARE = re.compile(r"(?<![\w.] )(?<![\w.])(?P<word>Rules?) (?=\d)|(?<=[a-z,.;(\"] )(?P<more>Rules?) (?=\d)")
_NUMBER = r"\d{1,4}(?:\.\d)?(?!\d)"
_OTHER = re.compile(r"(?:'s)? (?:of|under) (?:the |this |our |its |[A-Z])")
_NAMED = tuple((key, re.compile(rf"(?<![\w.])(?:{words})")) for key, _, words in SETS)


def spot_rules(reading: Reading, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """Give the bare rules whose set is certain: cited in full here too, or the one set named here with that number."""
    known: dict[str, set[str]] = defaultdict(set)
    named = {key for key, pattern in _NAMED if pattern.search(reading.text)}
    for each in sightings:
        parts = (each.key or "").split(":")
        if parts[0] == "rule" and len(parts) > 2:
            known[parts[2]].add(parts[1])
    for match in _BARE.finditer(reading.text):
        sections = read_sections(reading.text, match.end(), _NUMBER, plural=match[0].startswith("Rules"))
        if not sections or _OTHER.match(reading.text, sections[-1].end):
            continue
        for at, section in enumerate(sections):
            sets = known.get(section.number) or {
                key for key, first, last in _RANGES if key in named and first <= float(section.number) <= last
            }
            if len(sets) == 1:
                key = ":".join(part for part in ("rule", next(iter(sets)), section.number, section.dotted) if part)
                sighting = Sighting(
                    match.start() if at == 0 else section.start, section.end, "section", "court_rule", key
                )
                sighting.why = (
                    "The rule is cited in full in this text, or only one set of rules named here has its number."
                )
                yield sighting
