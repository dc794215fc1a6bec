"""A word printed twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import compress, islice
from operator import eq

from briefs.text.doctor.shapes import Chart, Found, Kind

# Small words that no sentence has twice running ("that that" and "had had" it may have).
_WORDS = "the an of and or is was were are by with from for to at its their this".split()
_TWICE = re.compile(rf"(?i)(?<![\w.-])(?P<word>{'|'.join(_WORDS)})(?P<gap>\s[“\"‘]?|\s)(?P=word)(?![\w-])")
_SOUGHT = frozenset(word.encode() for word in _WORDS)


def look(chart: Chart) -> Iterator[Found]:
    """Find them; the fix takes one out, unless a quotation begins between them."""
    for block in chart.of_kind("paragraph", "footnote") if _may_be(chart.words) else ():
        for match in _TWICE.finditer(chart.text, block.start, block.end):
            if (
                match["word"][0].isupper() != match.group()[-len(match["word"])].isupper()
                and not match["word"][0].isupper()
            ):
                continue  # "of Of": a title begins
            fix = match["word"] if match["gap"].isspace() and "\n" not in match["gap"] else None
            yield Found(match.start(), match.end(), f"“{match['word']}” stands here twice.", fix)


def _may_be(words: Sequence[bytes]) -> bool:
    """Tell whether a text has one of the words twice running: most have none, and need no look through their blocks."""
    return not _SOUGHT.isdisjoint(compress(words, map(eq, words, islice(words, 1, None))))


KIND = Kind("twice", "Word printed twice", look)
