"""Letters that are not what a PDF says they are: fonts without, or with a wrong, table of what their glyphs mean."""

import re
from collections.abc import Sequence

from briefs.importers.printed.glyphs import UNNAMED, Sheet
from briefs.importers.printed.rows import rows

_NONE = chr(UNNAMED)
_ENOUGH = 400  # letters that can be judged
_SAMPLE = 4  # pages looked at
_UNNAMED = 0.1  # of the glyphs without a meaning make a text useless
_KNOWN = 0.08  # of the words of any prose are among the commonest
# The commonest words of English, and of Spanish, in which some courts write.
_COMMON = frozenset(
    "the of to and in a that is was for it as by on with his not at be he or from this an which had are but have her"
    " de la que el en los se del las por con una un para su no".split()
)


def misnamed(sheets: Sequence[Sheet]) -> bool:
    """Tell a text whose glyphs stand for no letters, or for other letters than they draw."""
    sample = [sheet for sheet in sheets if sheet.glyphs][:_SAMPLE]
    glyphs = [glyph.char for sheet in sample for glyph in sheet.glyphs]
    if len(glyphs) < _ENOUGH:
        return False
    unnamed = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char < " " or char >= _NONE for char in glyphs)
    if unnamed > _UNNAMED * len(glyphs):
        return True
    words = [
        word.casefold()
        for at, sheet in enumerate(sample)
        for one in rows(sheet, at)
        for word in re.findall(r"\w+", one.text)
    ]
    latin = sum("a" <= char.casefold() <= "z" for char in glyphs)
    return latin > 0.5 * len(glyphs) and sum(word in _COMMON for word in words) < _KNOWN * len(words)
