"""A word printed twice."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind

# Small words that no sentence has twice running ("that that" and "had had" it may have).
_WORDS = "the an of and or is was were are by with from for to at its their this".split()
_JOINED = ("-", "_", ".")  # what makes one word of two; a full stop does before it
_TWICE = re.compile(rf"(?i)(?<![\w.-])(?P<word>{'|'.join(_WORDS)})(?P<gap>\s[“\"‘]?|\s)(?P=word)(?![\w-])")

_RUNNING = [f"{word} {word}" for word in _WORDS]


def look(chart: Chart) -> Iterator[Found]:
    """Find them; the fix takes one out, unless a quotation begins between them."""
    for block in chart.of_kind("paragraph", "footnote") if _may_be(chart.small) else ():
        for match in _TWICE.finditer(chart.text, block.start, block.end):
            if (
                match["word"][0].isupper() != match.group()[-len(match["word"])].isupper()
                and not match["word"][0].isupper()
            ):
                continue  # "of Of": a title begins
            fix = match["word"] if match["gap"].isspace() and "\n" not in match["gap"] else None
            yield Found(match.start(), match.end(), f"“{match['word']}” stands here twice.", fix)


def _may_be(small: str) -> bool:
    """Tell whether a text has one of the words twice running: most have none, and need no look through their blocks."""
    plain = " ".join(small.split())
    for sign in '“"‘':
        plain = plain.replace(f" {sign}", " ")
    return any(_stands(plain, words) for words in _RUNNING)


def _stands(text: str, words: str) -> bool:
    """Tell whether words stand in a text as whole ones."""
    at = text.find(words)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() or before in _JOINED or after.isalnum() or after in _JOINED[:2]):
            return True
        at = text.find(words, at + 1)
    return False


KIND = Kind("twice", "Word printed twice", look)
