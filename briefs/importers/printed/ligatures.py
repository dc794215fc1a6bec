"""Ligatures that a font has no letters for: which they are is told by the words they stand in."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from briefs.importers.printed.glyphs import UNNAMED, Glyph, Sheet

_FIRST = chr(UNNAMED)
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl", "ft", "tt", "ti", "Th")
_MOST = 200  # places that are looked at for one glyph
_SURE = 0.5  # of them give words that are known
_SIGNS = re.compile(r"^\W+|\W+$")
# Beginnings of words with a ligature in them that any opinion uses.
_STEMS = re.compile(
    r"(?:re|un|in|de|ef|dis|con|over|non|mis|sub|pre|self)?-?(?:"
    r"fi(?:rst|le[ds]?$|ling|nd|nal|nanc|ve|ft|ght|gur|rm|t|x|eld|duciar|ction|ne[ds]?$|scal|ll|ve|sh|delity|fth)"
    r"|(?:speci|signi|identi|certi|classi|noti|veri|modi|quali|justi|rati|speci|testi|clari|noti|codi|satis|bene|con|of)fi"
    r"|fl(?:ed|ee|ight|aw|at|ict|uen|ow|oor|ori|ag|y)|(?:re|in|con|af)fl"
    r"|(?:plainti|sheri|tari|sta|o|di|e|a|su|bu)ff(?=$|[seoaryhu])"
    r"|(?:o|su|e|tra|di|coe)ffi(?=c)|affi(?=[rdxl])|(?:a|ba|shu|sou)ffl"
    r"|(?:a|le|shi|gi|dra|o|so|ra|cra)ft"
    r"|(?:a|ma|le|commi|se|bu|admi|permi|submi|pa|wri|li|be)tt|(?:ac|na|peti|par|mo|men|sta|por|sec|jurisdic|ques|rela|protec)ti"
    r"|th(?:e|at|is|ere|ey|en|us|ough|ose|ird|omas|rough|an|ree)"
    r")"
)


def named(sheets: Sequence[Sheet]) -> bool:
    """Give nameless glyphs the letters their words tell; tells whether some stay without."""
    places: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for sheet in sheets:
        if any(glyph.char >= _FIRST for glyph in sheet.glyphs):
            _gather(sheet.glyphs, places)
    told = {char: found for char, held in places.items() if (found := _told(held))}
    for sheet in sheets if places else ():
        for glyph in sheet.glyphs:
            if glyph.char >= _FIRST:
                glyph.char = told.get(glyph.char, "\ufffd")
    return len(told) < len(places)


def _gather(glyphs: Sequence[Glyph], places: defaultdict[str, list[tuple[str, str]]]) -> None:
    """Collect what stands before and after each nameless glyph in its word."""
    words: list[str] = [""]
    for before, glyph in pairwise([glyphs[0], *glyphs]):
        if glyph.spaced > 0 or abs(glyph.y - before.y) > 0.4 * glyph.size:
            words.append("")
        words[-1] += glyph.char
    for word in words:
        for at, char in enumerate(word):
            if char >= _FIRST and len(places[char]) < _MOST:
                places[char].append((word[:at], word[at + 1 :]))


def _told(held: Sequence[tuple[str, str]]) -> str:
    """Give the ligature that makes known words of most places; nothing where none does."""
    counts = {letters: sum(_is_known(before + letters + after) for before, after in held) for letters in _LIGATURES}
    best = max(counts, key=lambda letters: (counts[letters], len(letters)))
    return best if counts[best] > _SURE * len(held) else ""


def _is_known(word: str) -> bool:
    return bool(_STEMS.match(_SIGNS.sub("", word).casefold()))
