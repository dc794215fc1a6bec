"""Where quoted words stand in a text: word for word, whatever the quotation marks and spaces."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefs.text.marks import Mark
from briefs.text.quoting import WORD, quoted

__all__ = ["bare_words", "find_quotation", "plain_stretches", "quotations"]

_NOT_SPOKEN = str.maketrans("", "", "'’ʼ[]_⁰¹²³⁴⁵⁶⁷⁸⁹")
# The number of a note or a page that a source has glued to its words: “Russia.2”, “them”);1”, “[3]”, “*378”.
_CALL = re.compile(
    r"(?P<before>(?:[^\W\d_]{3}|\d[a-z])[.,;:!?)\]\"”’']*)(?P<number>\d{1,3})(?![\w\]]|[.,:/-]\d)"
    r"|\[\d{1,3}\]|(?<![\w*])\*{1,2}\d{1,4}\b"
)
# How many words points of suspension (about a long paragraph) and a bracket may stand for, and how often.
_GAP, _BRACKET, _MOST_CUTS = 220, 12, 60
_NEGATIONS = {"not", "no", "never", "nor", "none", "cannot", "without"}


def quotations(text: str, marks: Iterable[Mark] = ()) -> list[tuple[int, int]]:
    """Give the spans [start, end) of the words quoted in prose, without their quotation marks, in order, apart.

    Counted: two words or more between quotation marks of any style, and block quotations; of a quotation that
    runs on into the next block each part, and what follows a double mark that nobody closes, to the block's
    end. Marks come from `prose.parse`; without any the whole text is one block.
    """
    return [span for span in quoted(text, marks) if _has_two_words(text, span)]


def _has_two_words(text: str, span: tuple[int, int]) -> bool:
    words = WORD.finditer(text, *span)
    return next(words, None) is not None and next(words, None) is not None


@dataclass(frozen=True)
class _Folded:
    """A text as its bare words: ` word word `, with where each stands in the folded and in the real text."""

    words: str
    folded_starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@lru_cache(maxsize=128)
def _fold(text: str) -> _Folded:
    pieces, starts, spans = [], [], []
    position = 1
    for match in WORD.finditer(text):
        bare = _bare(match.group())
        if not bare:
            continue
        pieces.append(bare)
        starts.append(position)
        spans.append(match.span())
        position += len(bare) + 1
    return _Folded(" " + " ".join(pieces) + " ", tuple(starts), tuple(spans))


def _bare(word: str) -> str:
    # A letter may fold into several (ß, İ), so words are folded alone and offsets kept beside them.
    # What has no letter at all (a raised number of a note) is no word.
    return word.translate(_NOT_SPOKEN).casefold()


def bare_words(text: str) -> tuple[list[str], tuple[tuple[int, int], ...]]:
    """Give the words of a text as they are compared, and the span [start, end) of each."""
    folded = _fold(text)
    return folded.words.split(), folded.spans


def plain_stretches(quote: str) -> list[list[str]]:
    """Give the runs of quoted words that stand unaltered between points of suspension and brackets."""
    stretches: list[list[str]] = [[]]
    for part in _ALTERATION.finditer(quote):
        if part.lastgroup == "plain":
            stretches[-1].append(part.group())
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


@lru_cache(maxsize=128)
def _without_calls(text: str) -> str:
    """Put spaces in the place of the numbers of notes and pages; the length stays the same."""
    return _CALL.sub(lambda call: (call["before"] or "").ljust(len(call[0])), text)


@dataclass(frozen=True)
class _Segment:
    """Words that stand together; `limit` words of the text may be left out before them.

    `pattern` is there for a word altered inside: it says what may stand for it.
    """

    limit: int
    words: str
    pattern: str = ""


def find_quotation(quote: str, text: str) -> list[tuple[int, int]]:
    """Give every place [start, end) of `text` where the quoted words stand.

    Tolerated: quotation marks of any style, white space, hyphens, punctuation and letter case; points of
    suspension skip words; a bracket stands for at most as many words as the quotation leaves plain beside it.
    Every other word must agree. An altered quotation needs two plain words, and no fewer than are bracketed.
    The numbers of notes and pages that either has glued to its words are passed over.
    """
    quotes, texts = dict.fromkeys((quote, _without_calls(quote))), dict.fromkeys((text, _without_calls(text)))
    tried = (_find(one, other) for other in texts for one in quotes)
    return next((places for places in tried if places), [])


def _find(quote: str, text: str) -> list[tuple[int, int]]:
    words = [bare for bare in map(_bare, WORD.findall(quote)) if bare]
    parts = list(_ALTERATION.finditer(quote))
    if not words:
        return []
    folded = _fold(text)
    # The text may carry brackets and points of its own, so first read the quotation as if they were its.
    literal = _chain(folded, [_Segment(0, " ".join(words))])
    if not _is_mostly_plain(parts):
        return [place for place in literal if len(words) > 1 and _has_brackets_of(quote, text, place)]
    return literal or _chain(folded, _segments(parts))


def _has_brackets_of(quote: str, text: str, place: tuple[int, int]) -> bool:
    """Tell whether the text itself has the quotation's brackets there, so that nothing was altered."""
    start, end = place
    while start and text[start - 1] in "[]":
        start -= 1
    while end < len(text) and text[end] in "[]":
        end += 1
    return _skeleton(quote) in _skeleton(text[start:end])


def _skeleton(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum() or char in "[]")


_ALTERATION = re.compile(
    r"(?P<gap>(?:\.\s?){3,}|…)|(?<![\w'’ʼ])(?P<word>[\w'’ʼ]*(?:\[[^\[\]]*\][\w'’ʼ]*)+)|(?P<plain>\w[\w'’ʼ]*)"
)
_INSIDE = re.compile(r"\[([^\[\]]*)\]")


def _is_mostly_plain(parts: list[re.Match[str]]) -> bool:
    plain = bracketed = 0
    for part in parts:
        if part.lastgroup == "plain":
            plain += 1
        elif part.lastgroup == "word":
            if _is_plain(part.group()):
                plain += 1
            else:
                bracketed += sum(len(WORD.findall(inside)) for inside in _INSIDE.findall(part.group()))
    if all(part.lastgroup == "plain" for part in parts):
        return True
    return plain >= max(2, bracketed)


def _is_plain(word: str) -> bool:
    """Tell whether of a word altered inside at least half the letters are left: [c]learly, hold[ing]."""
    inside = sum(len(one) for one in _INSIDE.findall(word))
    return len(_INSIDE.sub("", word)) >= inside > 0


def _segments(parts: list[re.Match[str]]) -> list[_Segment]:
    """Cut a quotation at its omissions, its brackets and its altered words."""
    runs: list[tuple[bool, list[list[str]]]] = [(False, [])]  # (after points of suspension, words and their parts)
    for part in parts:
        kept = [_bare(one) if one else "" for one in re.split(r"\[[^\[\]]*\]", part.group())]
        if part.lastgroup == "plain" and not any(kept):
            continue
        if part.lastgroup == "plain" or (part.lastgroup == "word" and any(kept)):
            runs[-1][1].append(kept)
        elif runs[-1][1]:
            runs.append((part.lastgroup == "gap", []))
        else:
            runs[-1] = (runs[-1][0] or part.lastgroup == "gap", [])
    # What is left out before the first or after the last word cannot be told, so it is not looked for.
    runs = [run for run in runs if run[1]]
    segments: list[_Segment] = []
    before = 0
    for is_gap, words in runs:
        limit = _GAP if is_gap else min(_BRACKET, before + len(words))
        before = len(words)
        is_open = False  # whether plain words may join the segment before
        for kept in words:
            if len(kept) > 1:
                some = f"[^ ]{{0,{min(12, sum(map(len, kept)))}}}"
                segments.append(_Segment(limit, "".join(kept), some.join(map(re.escape, kept))))
                is_open = False
            elif is_open:
                segments[-1] = _Segment(segments[-1].limit, f"{segments[-1].words} {kept[0]}")
            else:
                segments.append(_Segment(limit, kept[0]))
                is_open = True
            limit = 0
    return segments


def _chain(folded: _Folded, segments: list[_Segment]) -> list[tuple[int, int]]:
    """Find where the segments follow each other, each at most its limit of words after the one before."""
    if not segments or len(segments) > _MOST_CUTS:
        return []
    # From the last to the first, so that an early occurrence that leads nowhere never hides a later one that does.
    ways: list[tuple[int, int]] = []  # first word, and last word of the whole, of each way to go on
    following = 0
    for segment in reversed(segments):
        occurrences = _occurrences(folded, segment)
        if segment is segments[-1]:
            ways, following = occurrences, segment.limit
            continue
        leading = []
        for first, last in occurrences:
            at = bisect_left(ways, (last + 1, 0))
            reaches = at < len(ways) and ways[at][0] <= last + 1 + following
            if reaches and not (following <= _BRACKET and _turns(folded, last + 1, ways[at][0])):
                leading.append((first, ways[at][1]))
        ways, following = leading, segment.limit
    return [(folded.spans[first][0], folded.spans[last][1]) for first, last in ways]


def _turns(folded: _Folded, first: int, after: int) -> bool:
    """Tell whether a word left out turns the sentence: no bracket may stand for a “not”."""
    left_out = folded.words[folded.folded_starts[first] : folded.folded_starts[after]]
    return not _NEGATIONS.isdisjoint(left_out.split())


def _occurrences(folded: _Folded, segment: _Segment) -> list[tuple[int, int]]:
    """Give the first and last word of each place where a segment stands, in order."""
    if segment.pattern:
        spans = [match.span() for match in re.finditer(rf"(?<= ){segment.pattern}(?= )", folded.words)]
    else:
        spans = []
        sought = f" {segment.words} "
        at = folded.words.find(sought)
        while at >= 0:
            spans.append((at + 1, at + len(sought) - 1))
            at = folded.words.find(sought, at + len(sought) - 1)
    return [(_word_at(folded, start), _word_at(folded, end - 1)) for start, end in spans]


def _word_at(folded: _Folded, position: int) -> int:
    return bisect_right(folded.folded_starts, position) - 1
