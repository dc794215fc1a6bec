"""Whole chapters of the states that cite their laws by chapter: "G. L. c. 93A", "chapter 677 of the ... Statutes"."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state_names import ABBREVIATED, FULL_NAMES
from briefs.citations.reading import Reading
from briefs.citations.words import sought

_STATE = rf"(?P<state>{'|'.join(sorted(FULL_NAMES, key=len, reverse=True))})"
_NUMBER = r"(?P<number>\d{1,4}+[A-Z]?+(?:-[A-Z]+)?)"
# A section that follows makes it a citation of that section.
_NO_SECTION = r"(?!\w|,? ?(?:§|[Ss]ecs?\.|[Ss]ections? |SS? \d)|, \d|:\d)"
_FIRST = re.compile(
    r"(?<![\w.])(?P<law>(?:Mass\. ?)?(?:M\. ?)?G\. ?L\.(?: ?A\.)?|Mass\. Gen\. L(?:aws|\.)(?: Ann\.)?"
    r"|N\. ?H\. (?:Rev\. Stat\.(?: Ann\.)?|RSA)|Haw\. Rev\. Stat\.|Neb\. Rev\. Stat\.|Ill\. Rev\. Stat\.|Minn\. Stat\."
    r"|Wis\. Stat\.|Fla\. Stat\.|Iowa Code),? (?:c|ch|chs|cc)\.? ?" + _NUMBER + _NO_SECTION
)
_LAST = re.compile(
    rf"(?<!\w)[Cc]h(?:apter|\.) {_NUMBER},? of the {_STATE} "
    r"(?P<code>(?:Revised |Compiled |General |Century )*(?:Code|Statutes|Laws)(?: Annotated)?)(?!\w)"
)
_WORDS = sought("G.L.", "G. L.", "Mass. Gen. L", "N.H. R", "N. H. R", "Haw. Rev", "Neb. Rev", "Ill. Rev. Stat",
                "Minn. Stat", "Wis. Stat", "Fla. Stat", "Iowa Code")  # fmt: skip
_CHAPTER = sought("hapter ", "Ch. ", "ch. ")


def state_chapters(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give (start, end, name of the law with its chapter) of each chapter that is cited without a section."""
    for match in reading.matches(_FIRST, _WORDS, 9):
        yield match.start(), match.end(), f"{' '.join(match['law'].split())} ch. {match['number']}"
    for match in reading.matches(_LAST, _CHAPTER, 1):
        words = " ".join(ABBREVIATED.get(word, word) for word in match["code"].split())
        yield match.start(), match.end(), f"{FULL_NAMES[match['state']]} {words} ch. {match['number']}"
