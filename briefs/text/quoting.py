"""Quotation marks of every style, paired: which stretches of prose are quoted."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from briefs.text.marks import BLOCKS, Mark

# Brackets inside a word belong to it: a[n] is the word "an" as altered.
WORD = re.compile(r"\w(?:[\w'’ʼ\[\]]*\w)?")

Span = tuple[int, int]

# What closes each double mark. Some languages close with another's opening mark, or open with its closing one.
_CLOSES = {"“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "❝": "❞", "»": "«", "›": "‹", "”": "”"}
_ALIKE = frozenset('"＂″')  # the same mark at both ends
_PAIRED = frozenset("“„‟«‹❝")
_DOUBLE = re.compile('["＂″“”„‟«»‹›❝❞]')
# 6'2" is a measure, and so is 2" where nothing is open.
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}\Z")
# Single marks are told from apostrophes by what stands beside them.
_SINGLE_OPENS = re.compile(r"(?:(?<=[\s(\[{—–])|(?<![\s\S]))['‘❛](?=[^\W\d_]|[\[(…]|\.\s?\.)")
_SINGLE_CLOSES = re.compile(r"(?<=[^\s\d_'‘’❛❜])['’❜](?=[\s.,;:!?)\]}…—–\"”]|\Z)")
_POSSESSIVE = re.compile(r"s['’❜]\s+\w")


@dataclass
class _Block:
    """What the double marks of one block quote, and whether the first or last of it runs over its edge."""

    spans: list[Span] = field(default_factory=list)
    comes_in: bool = False
    goes_out: bool = False


def quoted(text: str, marks: Iterable[Mark] = ()) -> list[Span]:
    """Give every stretch [start, end) in quotation marks, or marked `blockquote`, in order, apart, none in another."""
    marks = list(marks)
    blocks = sorted((m.start, m.end) for m in marks if m.kind in BLOCKS) or [(0, len(text))]
    whole = sorted((m.start, m.end) for m in marks if m.kind == "blockquote")
    furthest = list(accumulate((end for _, end in whole), max))
    starts = [start for start, _ in whole]
    spans = list(whole)
    passed: list[Span] | None = None  # the blocks since a quotation was left open
    for start, end in blocks:
        before = bisect_right(starts, start)
        if before and furthest[before - 1] >= end:
            continue
        block = _double(text, start, end)
        singles = _single(text, start, end)
        spans += block.spans + [one for one in singles if not _crosses(one, block.spans)]
        if block.comes_in:
            spans += passed or []
        if block.goes_out:
            passed = []
        elif block.comes_in:
            passed = None
        elif passed is not None:
            passed.append((start, end))
    return _apart(text, spans)


def _double(text: str, start: int, end: int) -> _Block:
    """Pair the double marks of one block; one within another is part of it."""
    block = _Block()
    opened: list[tuple[str, int]] = []  # what closes it, and where its words begin
    depth: dict[str, int] = {}  # how many of the open ones each mark would close
    free = start  # where the last quotation ended
    for match in _DOUBLE.finditer(text, start, end):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        opens = (before.isspace() or before in "([{—–") and (after.isalnum() or after in "[(")
        if mark in _ALIKE and before.isdigit() and _FEET_AND_INCHES.search(text, max(start, at - 6), at):
            continue
        if depth.get(mark) and not (opens and mark in _PAIRED | _ALIKE):
            while opened:
                closing, began = opened.pop()
                for one in closing:
                    depth[one] -= 1
                if mark in closing:
                    break
            if not opened:
                block.spans.append((began, at))
                free = at + 1
        elif mark in _PAIRED or opens or (mark in _ALIKE and (opened or not _ends_a_word(before, after))):
            if mark in _ALIKE and before.isdigit() and not after.isalnum():
                continue
            closing = _CLOSES.get(mark, mark)
            opened.append((closing, at + 1))
            for one in closing:
                depth[one] = depth.get(one, 0) + 1
        elif not opened and not (mark in _ALIKE and before.isdigit()):
            # Closed, and never opened in this block: the words before it may be quoted.
            block.comes_in = block.comes_in or free == start
            block.spans.append((free, at))
            free = at + 1
    if opened:
        block.spans.append((opened[0][1], end))
        block.goes_out = True
    return block


def _ends_a_word(before: str, after: str) -> bool:
    return not before.isspace() and before not in "([{—–" and not after.isalnum() and after not in "[("


def _single(text: str, start: int, end: int) -> list[Span]:
    """Pair the single marks of one block; an apostrophe after a plural's s closes nothing if something else does."""
    block = text[start:end]
    events = [(m.start(), True) for m in _SINGLE_OPENS.finditer(block)]
    events += [(m.start(), False) for m in _SINGLE_CLOSES.finditer(block)]
    spans: list[Span] = []
    opened: int | None = None
    possessive: int | None = None  # the first that may close it, or be an apostrophe
    for at, opens in [*sorted(events), (len(block), True)]:
        if opens:
            if opened is not None and possessive is not None:
                spans.append((start + opened, start + possessive))
                opened = None
            if possessive is not None or opened is None:
                opened, possessive = at + 1, None
        elif opened is not None and _POSSESSIVE.match(block, at - 1):
            possessive = at if possessive is None else possessive
        elif opened is not None:
            spans.append((start + opened, start + at))
            opened = possessive = None
    return spans


def _crosses(span: Span, spans: list[Span]) -> bool:
    """Tell whether a stretch begins or ends inside one of `spans`, which are in order and apart."""
    for edge in span:
        at = bisect_right(spans, (edge, edge)) - 1
        if at >= 0 and spans[at][0] < edge < spans[at][1]:
            return True
    return False


def _apart(text: str, spans: Iterable[Span]) -> list[Span]:
    """Put stretches in order, without the spaces at their ends; of two that overlap the second loses its beginning."""
    return list(_cut(text, sorted(spans, key=lambda span: (span[0], -span[1]))))


def _cut(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    done = 0
    for start, end in spans:
        first = max(start, done)
        words = text[first:end]
        first, last = first + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if first < last:
            yield first, last
        done = max(done, end)
