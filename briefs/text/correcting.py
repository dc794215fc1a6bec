"""A text corrected by hand: other words in the place of some, every mark shifted, every raw character still told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from briefs.text.pieces import TEXT, Clean, Piece

CORRECTED = "corrected"
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


def changes(old: str, new: str) -> list[tuple[int, int, str]]:
    """Give what makes `new` of `old`: (start, end, words instead), in order, by whole words and signs."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0]
    for word in before:
        starts.append(starts[-1] + len(word))
    made: list[tuple[int, int, str]] = []
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            continue
        low, high, words = starts[code.src_start], starts[code.src_end], "".join(after[code.dest_start : code.dest_end])
        if made and made[-1][1] == low:
            low, words = made[-1][0], made[-1][2] + words
            made.pop()
        made.append((low, high, words))
    return made


def corrected(clean: Clean, start: int, end: int, words: str) -> Clean:
    """Let the characters [start, end) of a clean text read `words`.

    Marks that end or begin inside are cut to the edge of the new words. In the map to the raw text what stood there
    becomes a piece named `corrected`.
    """
    start, end, words = _widened(clean, start, end, words)
    grown = len(words) - (end - start)

    def moved(offset: int) -> int:
        if offset <= start:
            return offset
        return offset + grown if offset >= end else min(offset, start + len(words))

    text = clean.text[:start] + words + clean.text[end:]
    marks = tuple(replace(mark, start=moved(mark.start), end=moved(mark.end)) for mark in clean.marks)
    return Clean(text, marks, tuple(_pieces(clean.pieces, start, end, len(words), grown)))


def _widened(clean: Clean, start: int, end: int, words: str) -> tuple[int, int, str]:
    """Take in the character before words that are only added, and the whole of what stands for raw characters."""
    if start == end:
        if start and clean.text[start - 1] != "\n":
            start, words = start - 1, clean.text[start - 1] + words
        else:
            end, words = end + 1, words + clean.text[end : end + 1]
    for piece in clean.pieces:
        if piece.name != TEXT and piece.clean_start < end and start < piece.clean_end:
            low, high = min(start, piece.clean_start), max(end, piece.clean_end)
            words = clean.text[low:start] + words + clean.text[end:high]
            start, end = low, high
    return start, end, words


def _pieces(pieces: Sequence[Piece], start: int, end: int, size: int, grown: int) -> Iterator[Piece]:
    """Give the pieces of the corrected text: the first that stood in the place has all its words."""
    written = False
    for piece in pieces:
        low, high = piece.clean_start, piece.clean_end
        if high <= start and not (low == high == start and written):
            yield piece
        elif low >= end:
            yield piece._replace(clean_start=low + grown, clean_end=high + grown)
        elif low == high:  # a page number and the like between the words
            at = start + (size if written else 0)
            yield piece._replace(clean_start=at, clean_end=at)
        else:
            if low < start:
                yield piece._replace(raw_end=piece.raw_start + start - low, clean_end=start)
            raw_start = piece.raw_start + max(0, start - low) if piece.name == TEXT else piece.raw_start
            raw_end = piece.raw_end - max(0, high - end) if piece.name == TEXT else piece.raw_end
            yield Piece(raw_start, raw_end, start if not written else start + size, start + size, CORRECTED)
            written = True
            if high > end:
                yield piece._replace(raw_start=raw_end, clean_start=start + size, clean_end=high + grown)
