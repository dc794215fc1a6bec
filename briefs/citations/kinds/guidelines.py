"""The United States Sentencing Guidelines (Bluebook rule 12.9.5)."""

import re
from collections.abc import Iterator

from briefs.citations.reading import Reading
from briefs.citations.sections import PLURAL, SIGN, ancestors, key_of, read_sections, shown
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

NUMBER = r"\d[A-Z]\d{1,2}\.\d{1,2}"
_MANUAL = (
    r"(?:U\. ?S\. ?S\. ?G\.?|USSG|(?:U\.S\. |United States )?Sentencing Guidelines(?: Manual)?"
    r"|Guidelines(?: Manual)?|Guideline)"
)
_FIRST = re.compile(rf"(?<![\w.]){_MANUAL},? ?(?P<sign>{SIGN})? ?(?={NUMBER})")
# A number of this shape is of the Guidelines even where its section sign was lost: "under 4A1.3", "3C1.1".
_LAST = re.compile(rf"(?<![\w.$-])(?:(?<![Ii]d\. )|(?=S))(?:(?P<sign>{SIGN}) ?)?(?={NUMBER}(?!\w|\.\d))")
_CHAPTER = re.compile(
    rf"(?<![\w.]){_MANUAL},? [Cc]h(?:apter|\.) ?(?P<chapter>[1-8]|I{{1,3}}|IV|VI{{0,2}}),? "
    r"[Pp](?:ar)?t\.? ?(?P<part>[A-Z])\b"
)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7"}


_SHAPE = re.compile(NUMBER)
_SURE = sought("U.S.S.G", "Sentencing Guidelines")
_WORDS = sought(
    "U.S.S.G", "U. S. S. G", "USSG", "U.S. Sentencing G", "United States Sentencing G", "Sentencing G", "Guideline"
)


def _spot(reading: Reading) -> Iterator[Sighting]:
    named = False
    for match in reading.matches(_FIRST, _WORDS):
        named = True
        yield from _sighted(reading, match, "full")
    if named or reading.has(*_SURE):
        for match in reading.near(_LAST, (each.start() for each in _SHAPE.finditer(reading.text)), 10):
            yield from _sighted(reading, match, "section")
        for match in reading.matches(_CHAPTER, _WORDS):
            chapter = _ROMAN.get(match["chapter"], match["chapter"])
            yield Sighting(match.start(), match.end(), "full", "statute", f"ussg:{chapter}{match['part']}")


def _sighted(reading: Reading, match: re.Match[str], form: str) -> Iterator[Sighting]:
    plural = bool(match["sign"] and PLURAL.match(match["sign"]))
    for at, section in enumerate(read_sections(reading.text, match.end(), NUMBER, plural=plural)):
        start = match.start() if at == 0 else section.start
        yield Sighting(
            start, section.end, form, "statute", key_of("ussg", section), year=section.year, flags=section.flags
        )


def _show(parts: tuple[str, ...]) -> str:
    if len(parts[1]) == 2:
        return f"U.S.S.G. ch. {parts[1][0]}, pt. {parts[1][1]}"
    return f"U.S.S.G. § {parts[1]}{shown(parts[2]) if len(parts) > 2 else ''}"


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """None: the Commission's pages change address with each edition of the manual."""
    return None


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    return ancestors(parts[:2], parts[2]) if len(parts) > 2 else ()


KIND = Kind("statute", "statutes", ("ussg",), _spot, _show, _link, _parents)
