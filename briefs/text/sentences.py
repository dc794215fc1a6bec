"""The sentence a citation stands in; legal abbreviations end no sentence."""

import re
from bisect import bisect_right

_STOP = re.compile(r"(?<=[.?!”\"’'])\s+(?=[A-Z“\"(‘\[])|\n+")
# Words before a full stop that a capital letter follows without a new sentence: names, reporters, courts, signals.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[“\"])(?:v|vs|No|Nos|[Cc]f|[Ss]ee,? e\.g|e\.g|E\.g|i\.e|Mr|Mrs|Ms|Dr|Hon|Jr|Sr|St|Inc|Corp|Co|Ltd|Bros"
    r"|Gen|Dep[’']?t|Att[’']y|Gov[’']?t|Comm[’']n|Ass[’']n|Int[’']l|Nat[’']l|Pub|Cong|Rep|Rec|Sess|Reg|Fed|Supp|App|Dec"
    r"|Stat|Ct|Cir|Dist|Rev|Op|Treaty|Doc|Art|art|(?:[A-Z]\.\s?)*[A-Z])\.$"
)
# Where a text is cut, perhaps within a word.
_FIRST_PIECE, _LAST_PIECE = re.compile(r"^\S*\s+(?=\S)"), re.compile(r"(?<=\S)\s+\S*$")
# Nothing but signals before a citation: it is a sentence by itself.
_SIGNALS = re.compile(
    r"[\s(]*(?:(?:[Ss]ee|[Cc]f|[Bb]ut|[Cc]ompare|[Aa]ccord|[Cc]ontra|[Ee]\.g|also|generally)[.,]*\s*)*"
)
# A stop, and perhaps a call after it; "444 U.S. 866" is none, nor do these short forms end anything.
_SHORT = "".join(rf"(?<![\s(]{short}.)" for short in ("v", "vs", "Mr", "Mrs", "Ms", "Dr", "No", "Nos", "Cf", "cf"))
_SIGN = r"\d{1,3}|\[(?:FN|[Ff]n|n|\^)?\d{1,3}\]|(?:FN|[Ff]n|n)\d{1,3}|[¹²³⁰⁴-⁹]+"
_FULL, _GOES_ON = frozenset(".?!"), frozenset(",;:-")  # what ends a sentence, and what surely ends none
_ENDS = re.compile(rf"[.?!]{_SHORT}[\"”’'»)\]]*(?:(?:(?<![A-Z]\.[A-Z]\.)\s)?(?:{_SIGN}))?$")
_TAIL = 24  # characters in which a line shows it


def ends_sentence(line: str) -> bool:
    """Tell whether a line closes a sentence, apart from quotation marks and a note call after it."""
    end = line[-_TAIL:]
    last = end[-1:]
    if last.isalpha() or last in _GOES_ON:
        return False
    if last in _FULL and len(end) > 4 and end[-5:-1].isalpha():
        return True  # as most sentences end: after a word that is longer than any short form
    return bool(_ENDS.search(end))


def sentence_around(text: str, start: int, end: int, limit: int = 400) -> tuple[str, str, str]:
    """Give the words before [start, end), these words, and those after, to the ends of the sentence.

    A citation that is a sentence by itself comes with the sentence it supports, the one before it in its
    paragraph. Each side is cut between two words to about `limit` characters, which an ellipsis then shows.
    """
    breaks = [
        0,
        *(stop.end() for stop in _STOP.finditer(text) if _ends(text, stop) and not start <= stop.start() < end),
    ]
    at = bisect_right(breaks, start) - 1
    first = breaks[at]
    if at and _SIGNALS.fullmatch(text, first, start) and "\n" not in text[breaks[at - 1] : first]:
        first = breaks[at - 1]
    last = next((point for point in breaks[at + 1 :] if point >= end), len(text))
    before, after = text[max(first, start - limit) : start].lstrip(), text[end : min(last, end + limit)].rstrip()
    if first < start - limit:
        before = "… " + _FIRST_PIECE.sub("", before)
    if last > end + limit:
        after = _LAST_PIECE.sub("", after) + " …"
    return before, text[start:end], after


def sentence_starts(text: str) -> list[int]:
    """Give where each sentence of a paragraph starts, the first at its first character; [0] for a text of one."""
    return [0, *(stop.end() for stop in _STOP.finditer(text) if _ends(text, stop) and stop.end() < len(text))]


def _ends(text: str, stop: re.Match[str]) -> bool:
    return "\n" in stop.group() or not _ABBREVIATED.search(text, max(0, stop.start() - 20), stop.start())
