"""Give one key to citations of one authority that the text itself shows to be the same."""

import re
from collections import defaultdict
from itertools import pairwise

from briefs.citations.aliases import plain_name
from briefs.citations.kinds.public_laws import act_key
from briefs.citations.reported import SUPREME_COURT
from briefs.citations.shapes import Sighting


def unify(sightings: list[Sighting]) -> None:
    """Join Acts with their Public Laws and decisions with their parallels; take footnote signs off sections."""
    _join_acts(sightings)
    _number_nominatives(sightings)
    _join_parallels(sightings)
    _unclasp(sightings)


_PRINTED_IN = re.compile(r",? (?:as (?:amended|appearing in|set forth in),? )?")


def printed_in(text: str, sightings: list[Sighting]) -> set[int]:
    """Give the places of reports that only tell where a rule of court is printed, and take them into the rule's words.

    Massachusetts cites its rules so: "Mass. R. Crim. P. 25 (a), 378 Mass. 896 (1979)".
    """
    places: set[int] = set()
    for rule, report in pairwise(sightings):
        if rule.kind == "court_rule" and report.kind == "case" and report.form == "full" and not report.name:
            if _PRINTED_IN.fullmatch(text, rule.end, report.start):
                rule.end = report.end
                places.add(report.start)
    return places


def _join_acts(sightings: list[Sighting]) -> None:
    """Give an Act named by its year the key of the Public Law that the text itself gives for it."""
    laws = {act_key(each.name): each.key for each in sightings if each.name and (each.key or "").startswith("publ:")}
    for each in sightings:
        each.key = laws.get(each.key, each.key) if each.key else None


def _rekey(sighting: Sighting, key: str | None) -> None:
    """Give a citation the key of its decision; the reporter it was printed with becomes its parallel."""
    if key and sighting.key and key != sighting.key:
        sighting.parallels = tuple(each for each in (sighting.key, *sighting.parallels) if each != key)
        sighting.key = key


# The first reporters of the Supreme Court, whose volumes were numbered afterwards as U.S. 1 to 90, page for page
# (Bluebook table T1.1): (name, last volume of its own, volumes of the U.S. Reports before its first).
_NOMINATIVE = {
    "Dall.": (4, 0), "Cranch": (9, 4), "Wheat.": (12, 13), "Pet.": (16, 25), "How.": (24, 41), "Black": (2, 65),
    "Wall.": (23, 67),
}  # fmt: skip


def _number_nominatives(sightings: list[Sighting]) -> None:
    """Give "4 Wheat. 316" the key of 17 U.S. 316; it is shown as printed where the text never says the number."""
    nominative = [each for each in sightings if each.reporter in _NOMINATIVE and each.form == "full" and each.key]
    if not nominative:
        return
    numbered = {each.key for each in sightings}
    for each in nominative:
        last, before = _NOMINATIVE[each.reporter]
        if each.volume.isdigit() and 0 < int(each.volume) <= last:
            _rekey(each, f"case:{int(each.volume) + before}:U.S.:{each.page}")
            each.cite = None if each.key in numbered else f"{each.volume} {each.reporter} {each.page}"


def _join_parallels(sightings: list[Sighting]) -> None:
    """Give a decision one key where it is cited by another of its reporters alone.

    Either the text has given both together, or both are reporters of the Supreme Court (Bluebook table T1.1) and the
    names and years are the same.
    """
    full = [each for each in sightings if each.kind == "case" and each.form == "full" and each.key]
    keys: dict[str, set[str]] = defaultdict(set)
    named: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for each in full:
        for parallel in each.parallels:
            keys[parallel].add(each.key or "")
        if each.name and each.year and each.reporter in SUPREME_COURT:
            named[plain_name(each.name), each.year].setdefault(each.reporter, each.key or "")
    for each in full:
        known = keys.get(each.key or "", set())
        if len(known) == 1:
            _rekey(each, next(iter(known)))
        elif each.name and each.year and each.reporter in SUPREME_COURT[1:]:
            _rekey(each, named[plain_name(each.name), each.year].get(SUPREME_COURT[0]))


# The last sections that some titles of the Code have, roundly; a higher number has a footnote's sign clinging to it.
_LAST_SECTIONS = {"8": 1800, "11": 1600, "18": 6100, "21": 2500, "26": 9900, "28": 5100, "29": 3500}


def _unclasp(sightings: list[Sighting]) -> None:
    """Take the sign of a footnote off a section ("18 U.S.C. 65610") where the text cites the section without it."""
    keys = {":".join((each.key or "").split(":")[:3]) for each in sightings}
    for each in sightings:
        parts = (each.key or "").split(":")
        if len(parts) != 3 or parts[0] != "usc" or not parts[2].isdigit():
            continue
        if int(parts[2]) <= _LAST_SECTIONS.get(parts[1], 10**6):
            continue
        for cut in (1, 2):
            if f"usc:{parts[1]}:{parts[2][:-cut]}" in keys:
                each.key, each.end = f"usc:{parts[1]}:{parts[2][:-cut]}", each.end - cut
                break
