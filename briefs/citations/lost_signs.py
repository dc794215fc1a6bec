"""Bare sections whose sign was lost with the typeface of a file: "in violation of 6103", "enacted 1252(i)"."""

import re
from collections.abc import Iterator

from briefs.citations.aliases import Aliases
from briefs.citations.bare_sections import NEAR, NUMBER, given
from briefs.citations.reading import Reading
from briefs.citations.sections import Section, read_sections
from briefs.citations.shapes import Sighting
from briefs.text.figures import zeroed

_SIGNLESS = re.compile(
    r"(?:(?<=[a-z] )(?<!\bat )(?<!\bto )(?<!\bpage )|(?<=\.\. )|(?<='s ))"
    r"(?=\d{3,5}[a-z]?(?:-\d{1,2})?(?:\(\w{1,4}\))+|\d{4,5}[a-z]?\b(?!\(|-\d|,\d|\.\d))"
)
_LEAD = re.compile(r"\b(?:under|of|with|in|and|or|that|by|to|violates?|violating|because|from|as|both|see) $")
_DIGITS = re.compile(r" (?=\d{3})")  # a space stands before all of them
_YEARS = range(1700, 2100)
# "under 1983", "his 1983 claim": the civil rights section, which could be a year elsewhere.
_NO_YEAR = re.compile(r"\d{4} (?:actions?|claims?|suits?|cases?|liability|complaints?|plaintiffs?)\b")
_BESIDE = 10  # sections that stand so near to one that is cited are of its chapter


def spot_lost(reading: Reading, aliases: Aliases) -> Iterator[Sighting]:
    """Give the numbers that can only be sections, in a text that has no section sign left."""
    text = reading.text
    if "§" in text:
        return
    for number, act in aliases.acts:
        named = rf"(?<=[a-z] )(?={number}(?:\(\w{{1,4}}\))*(?P<of> of the {re.escape(act)}\b)?)"
        for match in re.finditer(named, text):
            yield from _of_act(text, aliases, match)
    for match in reading.near(_SIGNLESS, _numbers(text)):
        sections = read_sections(text, match.end(), NUMBER, plural=False)
        if sections and _led(text, match.start(), sections[0]):
            yield from _given(text, aliases, match.start(), sections)


def _numbers(text: str) -> Iterator[int]:
    """Give the places of numbers of three figures and more that a space stands before."""
    shown = zeroed(text) if text.isascii() else None
    if shown is None:
        yield from (each.end() for each in _DIGITS.finditer(text))
        return
    at = shown.find(b" 000")  # in ASCII the places are the same, and looked for in a tenth of the time
    while at >= 0:
        yield at + 1
        at = shown.find(b" 000", at + 1)


def _of_act(text: str, aliases: Aliases, match: re.Match[str]) -> Iterator[Sighting]:
    """Give a section of an Act: "violated 8(a)(1) of the Act", and then "violated 8(a)(1)"."""
    sections = read_sections(text, match.end(), NUMBER, plural=False)
    if sections and (match["of"] or (_lead(text, match.start()) and _lettered(sections[0]))):
        yield from given(text, aliases, match.start(), sections[:1])


def _given(text: str, aliases: Aliases, start: int, sections: list[Section]) -> Iterator[Sighting]:
    number = sections[0].number
    known = len(aliases.sections.get(number, ()))
    if known == 1:
        yield from given(text, aliases, start, [section for section in sections if section.number == number])
        return
    law = _beside(number, aliases) if not known and text.endswith("under ", 0, start) else None
    if law:
        why = "A section next to it is cited in full, and no other law has such numbers here."
        key = f"{law}:{number}:{sections[0].dotted}".rstrip(":")
        yield Sighting(start, sections[0].end, "section", "statute", key, flags=sections[0].flags, why=why)


def _lead(text: str, place: int) -> bool:
    return bool(_LEAD.search(text, max(0, place - 12), place))


def _lettered(section: Section) -> bool:
    return bool(section.path) and section.path[0].isalpha()


def _led(text: str, place: int, section: Section) -> bool:
    """Tell whether a section is meant: a letter follows ("1252(i)"), or a word leads to it and it is no year."""
    if section.path or not section.number.isdigit() or int(section.number) not in _YEARS:
        return _lettered(section) or _lead(text, place) or bool(_NO_YEAR.match(text, place))
    return text.endswith("under ", 0, place) or bool(_NO_YEAR.match(text, place))


def _beside(number: str, aliases: Aliases) -> str | None:
    """Give the law of a section that stands next to one cited in full, where no other law has such numbers."""
    if not number.isdigit() or len(number) < 4:
        return None
    near = {law for law, numbers in aliases.numbers.items() if any(abs(n - int(number)) <= NEAR for n in numbers)}
    law = near.pop() if len(near) == 1 else None
    return law if law and any(abs(n - int(number)) <= _BESIDE for n in aliases.numbers[law]) else None
