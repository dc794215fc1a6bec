"""Quotations in prose, and where they stand in a text: word for word, whatever the quotation marks and spaces."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefs.text.marks import BLOCKS, Mark

# Double quotation marks, curly or straight, inside one block of prose.
_CURLY = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”")
_STRAIGHT = re.compile(r'(?<![\w"])"(?=\S)([^"]*?\S)"(?!\w)')
# Brackets inside a word belong to it: a[n] is the word "an" as altered.
_WORD = re.compile(r"\w(?:[\w'’ʼ\[\]]*\w)?")
_NOT_SPOKEN = str.maketrans("", "", "'’ʼ[]_")
# How many words points of suspension (about a long paragraph) and a bracket may stand for.
_GAP, _BRACKET = 220, 12


def quotations(text: str, marks: Iterable[Mark] = ()) -> list[tuple[int, int]]:
    """Give the spans [start, end) of the words quoted in prose, without their quotation marks.

    Counted: two words or more between double quotation marks, and block quotations. Marks come from
    `prose.parse`; without any the whole text is one block.
    """
    blocks = [mark for mark in marks if mark.kind in BLOCKS] or [Mark(0, len(text), "paragraph")]
    whole = [(mark.start, mark.end) for mark in marks if mark.kind == "blockquote"]
    spans = list(whole)
    for block in blocks:
        if any(start <= block.start and block.end <= end for start, end in whole):
            continue
        for pattern in (_CURLY, _STRAIGHT):
            for match in pattern.finditer(text, block.start, block.end):
                if not any(start < match.end(1) and match.start(1) < end for start, end in spans):
                    spans.append(match.span(1))
    return sorted(span for span in spans if len(_WORD.findall(text[span[0] : span[1]])) >= 2)


@dataclass(frozen=True)
class _Folded:
    """A text as its bare words: ` word word `, with where each stands in the folded and in the real text."""

    words: str
    folded_starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def _fold(text: str) -> _Folded:
    pieces, starts, spans = [], [], []
    position = 1
    for match in _WORD.finditer(text):
        bare = _bare(match.group())
        pieces.append(bare)
        starts.append(position)
        spans.append(match.span())
        position += len(bare) + 1
    return _Folded(" " + " ".join(pieces) + " ", tuple(starts), tuple(spans))


def _bare(word: str) -> str:
    # A letter may fold into several (ß, İ), so words are folded alone and offsets kept beside them.
    return word.translate(_NOT_SPOKEN).casefold() or "_"


def find_quotation(quote: str, text: str) -> list[tuple[int, int]]:
    """Give every place [start, end) of `text` where the quoted words stand.

    Tolerated: quotation marks of any style, white space, hyphens, punctuation and letter case; points of
    suspension skip words; bracketed words stand for words of the text. Every other word must agree.
    """
    folded = _fold(text)
    words = [_bare(word) for word in _WORD.findall(quote)]
    if not words:
        return []
    # The text may carry brackets and points of its own, so first read the quotation as if they were its.
    return _chain(folded, [(0, " ".join(map(re.escape, words)))]) or _chain(folded, _segments(quote))


def _chain(folded: _Folded, segments: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """Find runs of words that follow each other, each at most so many words after the one before."""
    if not segments:
        return []
    found = [
        [
            (_word_at(folded, m.start()), _word_at(folded, m.end() - 1))
            for m in re.finditer(rf"(?<= ){words}(?= )", folded.words)
        ]
        for _, words in segments
    ]
    places = []
    for first, last in found[0]:
        start = first
        for (limit, _), occurrences in zip(segments[1:], found[1:], strict=True):
            following = bisect_left(occurrences, (last + 1, 0))
            if following == len(occurrences) or occurrences[following][0] > last + 1 + limit:
                break
            last = occurrences[following][1]
        else:
            places.append((folded.spans[start][0], folded.spans[last][1]))
    return places


def _word_at(folded: _Folded, position: int) -> int:
    return bisect_right(folded.folded_starts, position) - 1


_ALTERATION = re.compile(r"(?P<gap>(?:\.\s?){3,}|…)|(?P<word>[\w'’ʼ]*(?:\[[^\[\]]*\][\w'’ʼ]*)+)|(?P<plain>\w[\w'’ʼ]*)")


def _segments(quote: str) -> list[tuple[int, str]]:
    """Cut a quotation at its omissions: (words that may be left out before, pattern of the words)."""
    segments: list[tuple[int, list[str]]] = [(0, [])]
    for match in _ALTERATION.finditer(quote):
        if match.lastgroup == "plain":
            segments[-1][1].append(re.escape(_bare(match.group())))
            continue
        kept = [_bare(part) if part else "" for part in re.split(r"\[[^\[\]]*\]", match.group())]
        if match.lastgroup == "word" and any(kept):
            segments[-1][1].append(r"[^ ]{0,12}".join(map(re.escape, kept)))
        else:
            limit = _GAP if match.lastgroup == "gap" else _BRACKET
            segments.append((limit, []) if segments[-1][1] else (max(limit, segments[-1][0]), []))
    # What is left out before the first or after the last word cannot be told, so it is not looked for.
    return [(limit, " ".join(words)) for limit, words in segments if words]
