"""Which words of an old text stand where in a new one: aligned once, asked for every passage."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"\w+|[^\w\s]")
# The longest common subsequence needs one bit for each pair of words; this many bits are 50 MB.
_MOST_PAIRS = 400_000_000
# So many words in a row, found once on each side, tell where a very long text, or a moved passage, goes on.
_CHAIN_SHINGLE, _MOVED_SHINGLE = 12, 5

Run = tuple[int, int, int]  # words [i, i + n) of the old text are words [j, j + n) of the new one


@dataclass(frozen=True)
class Words:
    """A text as its words and signs, each with its place; white space lies between them."""

    text: str
    starts: list[int] = field(init=False, repr=False)
    ends: list[int] = field(init=False, repr=False)
    words: list[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = list(_WORD.finditer(self.text))
        object.__setattr__(self, "starts", [one.start() for one in found])
        object.__setattr__(self, "ends", [one.end() for one in found])
        object.__setattr__(self, "words", [one.group() for one in found])

    def touching(self, start: int, end: int) -> range:
        """Give the words that stand, wholly or partly, in [start, end)."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


@dataclass(frozen=True)
class Moves:
    """The words of two texts, and for each word of one its fellow in the other, or -1."""

    old: Words
    new: Words
    onward: list[int]
    back: list[int]
    chained: list[bool]  # by word of the old text: whether its fellow was found in the order of the text

    def image(self, start: int, end: int) -> int | None:
        """Give where in the new text the old passage [start, end) now begins, if its words still stand together."""
        return _image(self.old, self.new, self.onward, start, end)

    def origin(self, start: int, end: int) -> int | None:
        """Give where in the old text the new passage [start, end) began, if its words stood together."""
        return _image(self.new, self.old, self.back, start, end)

    def in_order(self, start: int, end: int) -> bool:
        """Say whether every word of the old passage kept its place in the order of the text."""
        return all(self.chained[at] for at in self.old.touching(start, end))

    def gap(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the passage of the new text that took the place of the old one [start, end); None if nothing did."""
        inside = self.old.touching(start, end)
        if not len(inside):
            return None
        first, last = inside[0], inside[-1]
        before, low = self._fellow(range(first - 1, -1, -1), (-1, -1))
        after, high = self._fellow(range(last + 1, len(self.onward)), (len(self.onward), len(self.back)))
        low += 1
        kept = [at for at in inside if self.chained[at]]
        if kept:
            # Of what stands new beside the passage so many words are taken for its own as it lost there.
            begin, finish = self.onward[kept[0]], self.onward[kept[-1]] + 1
            lost_before, lost_after = kept[0] - first, last - kept[-1]
            if lost_before:
                begin = low if before == first - 1 else max(low, begin - lost_before)
            if lost_after:
                finish = high if after == last + 1 else min(high, finish + lost_after)
        else:
            begin = min(low + first - 1 - before, high)
            finish = max(high - (after - 1 - last), begin)
        return (self.new.starts[begin], self.new.ends[finish - 1]) if begin < finish else None

    def _fellow(self, order: range, otherwise: tuple[int, int]) -> tuple[int, int]:
        """Give the first of these words that kept its place in order, and its fellow."""
        return next(((at, self.onward[at]) for at in order if self.chained[at]), otherwise)


def align(old: str, new: str) -> Moves:
    """Align two texts by their words, in order and then, of what is left, by what was moved as a whole."""
    before, after = Words(old), Words(new)
    onward, back = [-1] * len(before.words), [-1] * len(after.words)

    def pair(run: Run) -> None:
        i, j, n = run
        onward[i : i + n] = range(j, j + n)
        back[j : j + n] = range(i, i + n)

    for run in _meaningful(list(_common(before.words, after.words)), len(onward), len(back)):
        pair(run)
    chained = [at >= 0 for at in onward]
    _pair_moved(before.words, after.words, onward, back)
    return Moves(before, after, onward, back, chained)


def _image(here: Words, there: Words, fellows: Sequence[int], start: int, end: int) -> int | None:
    inside = here.touching(start, end)
    if not len(inside):
        return None
    first = fellows[inside[0]]
    if first < 0 or any(fellows[at] != first + at - inside[0] for at in inside):
        return None
    found = there.starts[first] + start - here.starts[inside[0]]
    return found if found >= 0 else None


def _common(old: Sequence[str], new: Sequence[str], i: int = 0, j: int = 0) -> Iterator[Run]:
    """Give the runs of words that both have, in order; `i` and `j` are where the two begin."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if head:
        yield i, j, head
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(a) * len(b) <= _MOST_PAIRS:
        for block in LCSseq.opcodes(a, b):
            if block.tag == "equal":
                yield i + head + block.src_start, j + head + block.dest_start, block.src_end - block.src_start
    else:
        yield from _between_shingles(a, b, i + head, j + head)
    if tail:
        yield i + len(old) - tail, j + len(new) - tail, tail


def _between_shingles(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Iterator[Run]:
    """Cut two very long texts at words in a row that stand once in each, and align what lies between."""
    chain = _rising(_once_in_both(a, b, range(len(a)), range(len(b)), _CHAIN_SHINGLE))
    x = y = 0
    for u, v in [*chain, (len(a), len(b))]:
        if u < x or v < y:
            continue
        if (u - x) * (v - y) <= _MOST_PAIRS:
            yield from _common(a[x:u], b[y:v], i + x, j + y)
        if u < len(a):
            yield i + u, j + v, 1
        x, y = u + 1, v + 1


def _once_in_both(
    a: Sequence[str], b: Sequence[str], of_a: Sequence[int], of_b: Sequence[int], size: int
) -> list[tuple[int, int]]:
    """Give the pairs of places where `size` words in a row stand that stand once among those of each side."""
    left, right = _once(a, of_a, size), _once(b, of_b, size)
    return sorted((at, right[words]) for words, at in left.items() if words in right)


def _once(words: Sequence[str], places: Sequence[int], size: int) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for at, last in zip(places, places[size - 1 :], strict=False):
        if last - at == size - 1:  # they stand in a row
            row = tuple(words[at : last + 1])
            found[row] = -1 if row in found else at
    return {row: at for row, at in found.items() if at >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest part of the pairs, sorted by the first, in which the second rises as well."""
    tops: list[int] = []
    ends: list[int] = []
    came: list[int] = []
    for at, (_, second) in enumerate(pairs):
        level = bisect_left(tops, second)
        tops[level : level + 1] = [second]
        ends[level : level + 1] = [at]
        came.append(ends[level - 1] if level else -1)
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = came[at]
    return found[::-1]


def _meaningful(runs: list[Run], old: int, new: int) -> list[Run]:
    """Leave out runs of common words that only happen to stand in both, with more changed on either side of them."""
    while True:
        kept: list[Run] = []
        for at, (i, j, n) in enumerate(runs):
            before = kept[-1] if kept else (0, 0, 0)
            after = runs[at + 1] if at + 1 < len(runs) else (old, new, 0)
            left = max(i - before[0] - before[2], j - before[1] - before[2])
            right = max(after[0] - i - n, after[1] - j - n)
            if n > left or n > right:
                kept.append((i, j, n))
        if len(kept) == len(runs):
            return runs
        runs = kept


def _pair_moved(old: Sequence[str], new: Sequence[str], onward: list[int], back: list[int]) -> None:
    """Pair what is left over and stands in a row on both sides: a passage that was moved, even if edited as well."""
    left = [at for at, fellow in enumerate(onward) if fellow < 0]
    right = [at for at, fellow in enumerate(back) if fellow < 0]
    for i, j in _once_in_both(old, new, left, right, _MOVED_SHINGLE):
        for step in (1, -1):
            x, y = (i, j) if step > 0 else (i - 1, j - 1)
            while 0 <= x < len(old) and 0 <= y < len(new) and onward[x] < 0 and back[y] < 0 and old[x] == new[y]:
                onward[x], back[y] = y, x
                x, y = x + step, y + step
