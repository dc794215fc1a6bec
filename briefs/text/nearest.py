"""The words of a text that come nearest to a quotation which stands nowhere word for word."""

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise, takewhile
from math import log

from rapidfuzz.distance import Indel, Opcode

from briefs.text.quotes import bare_words

# A place is like the quotation if it has half its words in order, and this share when rare words count more.
_LIKE = 0.45
_TRIED = 8  # how many promising places of a text are compared word by word
_FOR_A_GAP = 40  # words that points of suspension may stand for, so far as likeness goes
_ENDS = re.compile(r"[.?!;][”\"’')\]]*\s|\n")  # of a sentence, between two words
_LONGEST = 600  # words of a quotation that are compared


@dataclass(frozen=True, slots=True)
class Near:
    """Which of the texts (its place in the list), which words [start, end) of it, and how like they are (0 to 1)."""

    text: int
    start: int
    end: int
    likeness: float


def nearest(quote: str, texts: Sequence[str]) -> Near | None:
    """Find the words of any of the texts that are most like the quotation; None where nothing is much like it.

    Time grows with the length of the texts. Of equally like places the first of the first text is given.
    """
    words = bare_words(quote)[0][:_LONGEST]
    weights = _rarity(words, texts)
    whole = sum(weights[word] for word in words)
    best: Near | None = None
    gaps = quote.count("…") + quote.count("...") + quote.count(". . .")
    width = len(words) + len(words) // 4 + 3 + _FOR_A_GAP * gaps
    for number, text in enumerate(texts):
        held, spans = bare_words(text)
        for first in _promising(words, held, weights, width):
            window = held[first : first + width]
            same = _held_together([code for code in Indel.opcodes(words, window) if code.tag == "equal"])
            if not same:
                continue
            share = sum(weights[word] for code in same for word in words[code.src_start : code.src_end]) / whole
            count = sum(code.src_end - code.src_start for code in same)
            if share < _LIKE or 2 * count < len(words) or (best and share <= best.likeness):
                continue
            # Words of the quotation before the first and after the last agreement stand for as many of the text's.
            start, end = first + same[0].dest_start, first + same[-1].dest_end
            start -= _together(text, spans[max(0, start - same[0].src_start) : start + 1], backwards=True)
            end += _together(text, spans[end - 1 : end + len(words) - same[-1].src_end], backwards=False)
            best = Near(number, spans[start][0], spans[end - 1][1], share)
    return best


def _held_together(same: list[Opcode]) -> list[Opcode]:
    """Leave out agreements at either end that lie further off than they are long: a “the” some lines before."""
    while len(same) > 1 and _apart(same[0], same[1]) > same[0].src_end - same[0].src_start:
        same = same[1:]
    while len(same) > 1 and _apart(same[-2], same[-1]) > same[-1].src_end - same[-1].src_start:
        same = same[:-1]
    return same


def _apart(one: Opcode, other: Opcode) -> int:
    """Count the words that stand between two agreements in the text beyond those between them in the quotation."""
    return (other.dest_start - one.dest_end) - (other.src_start - one.src_end)


def _together(text: str, spans: Sequence[tuple[int, int]], *, backwards: bool) -> int:
    """Count the words that follow the first of these (or precede the last) in one sentence with it."""
    gaps = [text[one[1] : two[0]] for one, two in pairwise(spans)]
    if backwards:
        gaps.reverse()
    return len(list(takewhile(lambda gap: not _ENDS.search(gap), gaps)))


def _rarity(words: Sequence[str], texts: Sequence[str]) -> dict[str, float]:
    counted: Counter[str] = Counter()
    total = 1
    for text in texts:
        held = bare_words(text)[0]
        counted.update(held)
        total += len(held)
    return {word: log(1 + total / (1 + counted[word])) for word in words}


def _promising(words: Sequence[str], held: Sequence[str], weights: dict[str, float], width: int) -> list[int]:
    """Give where stretches of `width` words begin that have most of the words sought, best first."""
    wanted = Counter(words)
    inside: Counter[str] = Counter()
    hits: deque[tuple[int, str]] = deque()
    score = 0.0
    scored: list[tuple[float, int]] = []
    for at, word in enumerate(held):
        if word not in wanted:
            continue
        while hits and hits[0][0] <= at - width:
            _, gone = hits.popleft()
            inside[gone] -= 1
            score -= weights[gone] if inside[gone] < wanted[gone] else 0
        hits.append((at, word))
        inside[word] += 1
        score += weights[word] if inside[word] <= wanted[word] else 0
        # The stretch may begin before its first hit, by the words of the quotation that it does not have.
        scored.append((score, -max(0, at - width + 1)))
    return [-first for _, first in nlargest(_TRIED, scored)]
