"""A word printed twice."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind

# Small words that no sentence has twice running ("that that" and "had had" it may have).
_WORDS = "the an of and or is was were are by with from for to at its their this".split()
_TWICE = re.compile(rf"(?i)(?<![\w.-])(?P<word>{'|'.join(_WORDS)})(?P<gap>\s[“\"‘]?|\s)(?P=word)(?![\w-])")

# Any short word twice running: most texts have none, and are not looked through word by word. What stands before it
# is a sign of ASCII that is no letter, or any other character.
_ANY = re.compile(r"[\s!-,/:-@\[-^`{-~\x80-\U0010ffff]([taoiwbf][a-z]{1,4})\s[“\"‘]?\1(?![\w-])")


def look(chart: Chart) -> Iterator[Found]:
    """Find them; the fix takes one out, unless a quotation begins between them."""
    for block in chart.of_kind("paragraph", "footnote") if _ANY.search("\n" + chart.small) else ():
        for match in _TWICE.finditer(chart.text, block.start, block.end):
            if (
                match["word"][0].isupper() != match.group()[-len(match["word"])].isupper()
                and not match["word"][0].isupper()
            ):
                continue  # "of Of": a title begins
            fix = match["word"] if match["gap"].isspace() and "\n" not in match["gap"] else None
            yield Found(match.start(), match.end(), f"“{match['word']}” stands here twice.", fix)


KIND = Kind("twice", "Word printed twice", look)
