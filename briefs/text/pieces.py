"""How every character of a raw text got into the clean text: the map between the two."""

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

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


@dataclass(frozen=True)
class Clean:
    """A clean text, its marks, and the pieces that tile the raw text exactly, in raw order."""

    text: str
    marks: tuple[Mark, ...]
    pieces: tuple[Piece, ...]

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
        for mark in self.marks:
            if mark.kind == kind:
                yield mark, self.text[mark.start : mark.end]

    def cut(self, start: int, end: int, name: str) -> "Clean":
        """Give clean characters [start, end) by themselves; the pieces still tile the whole raw text.

        Raw characters that are copied elsewhere become artefacts of the name given.
        """
        pieces: list[Piece] = []
        for piece in self.pieces:
            if piece.clean_end < start or piece.clean_start > end:
                at = 0 if piece.clean_end < start else end - start
                pieces.append(Piece(piece.raw_start, piece.raw_end, at, at, name if piece.name == TEXT else piece.name))
                continue
            left, right = min(max(piece.clean_start, start), end), max(min(piece.clean_end, end), start)
            if piece.name != TEXT:
                inside = start <= piece.clean_start and piece.clean_end <= end and left < right
                pieces.append(
                    Piece(piece.raw_start, piece.raw_end, left - start, (right if inside else left) - start, piece.name)
                )
                continue
            if left >= right:
                pieces.append(Piece(piece.raw_start, piece.raw_end, left - start, left - start, name))
                continue
            first, last = piece.raw_start + left - piece.clean_start, piece.raw_end - (piece.clean_end - right)
            parts = (
                Piece(piece.raw_start, first, left - start, left - start, name),
                Piece(first, last, left - start, right - start, TEXT),
                Piece(last, piece.raw_end, right - start, right - start, name),
            )
            pieces += [part for part in parts if part.raw_end > part.raw_start]
        marks = within((mark for mark in self.marks if mark.start < end or mark.start < mark.end), start, end)
        return Clean(self.text[start:end], tuple(marks), tuple(pieces))


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
    pieces: list[Piece] = []
    there = here = number = 0
    for raw, clean in parts:
        if raws:
            pieces.append(Piece(there, there + 2, here, here + 2, "line-break"))
            raws.append("\n\n")
            texts.append("\n\n")
            there, here = there + 2, here + 2
        for mark in clean.marks:
            data = dict(mark.data)
            if mark.kind == "paragraph":
                number += 1
                data["number"] = number
            marks.append(Mark(mark.start + here, mark.end + here, mark.kind, data))
        pieces += [
            Piece(p.raw_start + there, p.raw_end + there, p.clean_start + here, p.clean_end + here, p.name)
            for p in clean.pieces
        ]
        raws.append(raw)
        texts.append(clean.text)
        there, here = there + len(raw), here + len(clean.text)
    return "".join(raws), Clean("".join(texts), tuple(marks), tuple(pieces))


def packed(pieces: Sequence[Piece]) -> bytes:
    """Give pieces as bytes to keep: a third of what they take as JSON, and written and read in a tenth of its time.

    Their number and the length of the names, the names there are, a byte for each piece's name, then all raw starts,
    raw ends, clean starts and clean ends, each in four bytes, the highest first.
    """
    if not pieces:
        return b""
    *places, names = zip(*pieces, strict=True)
    known = {name: at for at, name in enumerate(dict.fromkeys(names))}
    head = "\n".join(known).encode()
    column = struct.Struct(f">{len(pieces)}I").pack
    return b"".join((
        _HEAD.pack(len(pieces), len(head)),
        head,
        bytes(map(known.__getitem__, names)),
        *(column(*one) for one in places),
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
