"""How every character of a raw text got into the clean text: the map between the two."""

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from briefs.text.marks import Mark, within

TEXT = "text"
_HEAD = struct.Struct(">II")  # how many pieces, how many bytes their names take


class Piece(NamedTuple):
    """Raw characters [raw_start, raw_end) and the clean characters [clean_start, clean_end) they became.

    A piece named "text" is copied as it stands, so both sides have the same length. Any other name is a
    named artefact: what it was in the raw text, with the clean characters that took its place, if any.
    """

    raw_start: int
    raw_end: int
    clean_start: int
    clean_end: int
    name: str


Cell = tuple[int, int, int, int, str]  # a piece as plain values: there are many, and most are only kept


@dataclass(frozen=True)
class Clean:
    """A clean text, its marks, and the pieces that tile the raw text exactly, in raw order."""

    text: str
    marks: tuple[Mark, ...]
    cells: tuple[Cell, ...]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Give the pieces by name; what only hands them on takes the cells, and is spared making them."""
        return tuple(map(Piece._make, self.cells))

    @cached_property
    def _raw_starts(self) -> list[int]:
        return [piece.raw_start for piece in self.pieces]

    @cached_property
    def _texts(self) -> list[Piece]:
        return sorted((piece for piece in self.pieces if piece.name == TEXT), key=attrgetter("clean_start"))

    @cached_property
    def _clean_starts(self) -> list[int]:
        return [piece.clean_start for piece in self._texts]

    def to_raw(self, offset: int) -> int:
        """Give the raw offset of a clean one; between copied pieces, the end of the copied piece before it."""
        at = bisect_right(self._clean_starts, offset) - 1
        if at < 0:
            return self._texts[0].raw_start if self._texts else 0
        piece = self._texts[at]
        return piece.raw_start + min(offset - piece.clean_start, piece.raw_end - piece.raw_start)

    def to_clean(self, raw: int) -> int | None:
        """Give the clean offset of a raw character, or None where it is not copied into the clean text."""
        at = bisect_right(self._raw_starts, raw) - 1
        if at < 0:
            return None
        piece = self.pieces[at]
        if piece.name != TEXT or raw >= piece.raw_end:
            return None
        return piece.clean_start + raw - piece.raw_start

    def of_kind(self, kind: str) -> Iterator[tuple[Mark, str]]:
        """Give the marks of one kind with the clean words under them, in order."""
        for mark in self._by_kind.get(kind, ()):
            yield mark, self.text[mark.start : mark.end]

    @cached_property
    def _by_kind(self) -> dict[str, list[Mark]]:
        kinds: dict[str, list[Mark]] = {}
        for mark in self.marks:
            kinds.setdefault(mark.kind, []).append(mark)
        return kinds

    def cut(self, start: int, end: int, name: str) -> "Clean":
        """Give clean characters [start, end) by themselves; the pieces still tile the whole raw text.

        Raw characters that are copied elsewhere become artefacts of the name given.
        """
        cells: list[Cell] = []
        add, size = cells.append, end - start
        for raw_start, raw_end, clean_start, clean_end, kind in self.cells:
            if clean_end < start:
                add((raw_start, raw_end, 0, 0, name if kind == TEXT else kind))
                continue
            if clean_start > end:
                add((raw_start, raw_end, size, size, name if kind == TEXT else kind))
                continue
            if start <= clean_start and clean_end <= end:
                add((raw_start, raw_end, clean_start - start, clean_end - start, kind))
                continue
            left, right = min(max(clean_start, start), end), max(min(clean_end, end), start)
            if kind != TEXT:
                inside = start <= clean_start and clean_end <= end and left < right
                add((raw_start, raw_end, left - start, (right if inside else left) - start, kind))
                continue
            if left >= right:
                add((raw_start, raw_end, left - start, left - start, name))
                continue
            first, last = raw_start + left - clean_start, raw_end - (clean_end - right)
            parts = (
                (raw_start, first, left - start, left - start, name),
                (first, last, left - start, right - start, TEXT),
                (last, raw_end, right - start, right - start, name),
            )
            cells += [part for part in parts if part[1] > part[0]]
        marks = within((mark for mark in self.marks if mark.start < end or mark.start < mark.end), start, end)
        return Clean(self.text[start:end], tuple(marks), tuple(cells))


def renumbered(clean: Clean) -> Clean:
    """Number the paragraphs of a text from 1."""
    marks, number = [], 0
    for mark in clean.marks:
        if mark.kind == "paragraph":
            number += 1
            mark = replace(mark, data={**mark.data, "number": number})
        marks.append(mark)
    return replace(clean, marks=tuple(marks))


def joined(parts: Iterable[tuple[str, Clean]]) -> tuple[str, Clean]:
    """Set texts one after another, each begun on a line of its own: the raw text and the clean one."""
    raws: list[str] = []
    texts: list[str] = []
    marks: list[Mark] = []
    cells: list[Cell] = []
    there = here = number = 0
    for raw, clean in parts:
        if raws:
            cells.append((there, there + 2, here, here + 2, "line-break"))
            raws.append("\n\n")
            texts.append("\n\n")
            there, here = there + 2, here + 2
        for mark in clean.marks:
            data = dict(mark.data)
            if mark.kind == "paragraph":
                number += 1
                data["number"] = number
            marks.append(Mark(mark.start + here, mark.end + here, mark.kind, data))
        cells += [
            (raw_start + there, raw_end + there, start + here, end + here, name)
            for raw_start, raw_end, start, end, name in clean.cells
        ]
        raws.append(raw)
        texts.append(clean.text)
        there, here = there + len(raw), here + len(clean.text)
    return "".join(raws), Clean("".join(texts), tuple(marks), tuple(cells))


def packed(cells: Sequence[Cell]) -> bytes:
    """Give pieces as bytes to keep: a third of what they take as JSON, and written and read in a tenth of its time.

    Their number and the length of the names, the names there are, a byte for each piece's name, then all raw starts,
    raw ends, clean starts and clean ends, each in four bytes, the highest first.
    """
    if not cells:
        return b""
    values: list[Any] = list(chain.from_iterable(cells))  # cut into columns in half the time that zip takes
    names = values[4::5]
    known = {name: at for at, name in enumerate(dict.fromkeys(names))}
    head = "\n".join(known).encode()
    column = struct.Struct(f">{len(cells)}I").pack
    return b"".join((
        _HEAD.pack(len(cells), len(head)),
        head,
        bytes([known[name] for name in names]),
        *(column(*values[place::5]) for place in range(4)),
    ))  # fmt: skip


def unpacked(kept: bytes | memoryview) -> tuple[Piece, ...]:
    """Give the pieces that `packed` made bytes of."""
    if not kept:
        return ()
    count, length = _HEAD.unpack_from(kept)
    at = _HEAD.size + length
    known = bytes(kept[_HEAD.size : at]).decode().split("\n")
    names = [known[one] for one in bytes(kept[at : at + count])]
    at += count
    column = struct.Struct(f">{count}I")
    places = [column.unpack_from(kept, at + column.size * one) for one in range(4)]
    return tuple(map(Piece, *places, names))
