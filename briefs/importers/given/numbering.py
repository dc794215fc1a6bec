"""The numbers Word sets before paragraphs by itself: they stand in no text, but on the page (ECMA-376 part 1, 17.9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SILENT = ("none", "ordinal", "cardinalText", "ordinalText")
_MOST = 9999


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: Mapping[str, Mapping[int, _Level]] = field(default_factory=dict)  # by number of the list
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def sign(self, setup: etree._Element | None, styled: etree._Element | None) -> str:
        """Give the number before the next paragraph, with its stops; nothing for one that is in no list.

        `setup` and `styled` are the properties of the paragraph and of its style; its own win.
        """
        own = setup.find(f"{_W}numPr") if setup is not None else None
        given = own if own is not None else styled.find(f"{_W}numPr") if styled is not None else None
        if given is None:
            return ""
        key, at = _said(given.find(f"{_W}numId"), ""), _number(given.find(f"{_W}ilvl"), 0)
        levels = self.levels.get(key, {})
        level = levels.get(at)
        if level is None:
            return ""
        counts = self.counts.setdefault(key, {})
        counts[at] = min(_MOST, counts.get(at, level.start - 1) + 1)
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        if level.form == "bullet":
            return "•"
        if level.form in _SILENT:
            return ""

        def counted(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            one = levels.get(place, _Level())
            return _written(counts.get(place, one.start), one.form)

        return _PLACE.sub(counted, level.text)


def numbering(tree: etree._Element | None) -> Numbering:
    """Read the lists of a document from the part that describes them."""
    if tree is None:
        return Numbering()
    kinds = {one.get(f"{_W}abstractNumId"): one for one in tree.iter(f"{_W}abstractNum")}
    found: dict[str, dict[int, _Level]] = {}
    for one in tree.iter(f"{_W}num"):
        kind = kinds.get(_said(one.find(f"{_W}abstractNumId"), ""))
        levels = {_level(level): _read(level) for level in kind.iter(f"{_W}lvl")} if kind is not None else {}
        for change in one.iter(f"{_W}lvlOverride"):
            level = levels.get(_level(change))
            if level is not None:
                level.start = _number(change.find(f"{_W}startOverride"), level.start)
        found[one.get(f"{_W}numId") or ""] = levels
    return Numbering(found)


def _read(level: etree._Element) -> _Level:
    return _Level(
        _said(level.find(f"{_W}numFmt"), "decimal"),
        _said(level.find(f"{_W}lvlText"), "")[:40],
        _number(level.find(f"{_W}start"), 1),
    )


def _level(element: etree._Element) -> int:
    said = element.get(f"{_W}ilvl") or "0"
    return int(said) if said.isascii() and said.isdigit() and len(said) < 3 else 0


def _said(element: etree._Element | None, otherwise: str) -> str:
    return otherwise if element is None else element.get(f"{_W}val") or otherwise


def _number(element: etree._Element | None, otherwise: int) -> int:
    said = _said(element, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 5 else otherwise


def _written(number: int, form: str) -> str:
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("upperRoman", "lowerRoman"):
        signs, rest = "", number
        for worth, sign in _ROMAN:
            signs += sign * (rest // worth)
            rest %= worth
        return signs.upper() if form == "upperRoman" else signs
    return f"{number:02d}" if form == "decimalZero" else str(number)
