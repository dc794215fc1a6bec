"""Writes blocks out as clean text with marks, and tells what became of every raw character."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import compress, count, islice
from operator import eq, itemgetter

from briefs.text.blocks import Block
from briefs.text.insets import Inset, spread, untangled
from briefs.text.joining import Hyphens, joint
from briefs.text.lines import BIDI, BLANK, CELL, CONTROL, INVISIBLE, TEXT, Line
from briefs.text.marks import BLOCKS, Mark
from briefs.text.pages import Page
from briefs.text.pieces import TEXT as TEXT_PIECE
from briefs.text.pieces import Clean, Piece

_ODD = re.compile(
    r"(?P<spaces>[ \t\u2000-\u200a\u3000]{2,}|\t)"
    rf"|(?P<control>[{CONTROL}]+)|(?P<bidi>[{BIDI}]+)|(?P<hidden>[{INVISIBLE}]+)"
    r"|(?P<entity>&amp;)"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\W\d_]|[“‘\"'(\[])[^*\n]{0,200}?(?<=[^\s*])\*(?![\w*]))"
)
_HINT = re.compile(
    rf"[\t\u2000-\u200a\u3000&*{CONTROL}{BIDI}{INVISIBLE}]"
)  # without one of these, or two spaces, nothing is odd
_ODD_ONLY = re.compile(_ODD.pattern.split("|(?P<entity>", 1)[0])
_NAMES = {
    "spaces": "spaces",
    "control": "control-character",
    "bidi": "bidi-control",
    "hidden": "hidden-character",
    "entity": "entity",
}
_INSTEAD = {"spaces": " ", "entity": "&"}
_SPACES = re.compile("( {2,})")
_new = partial(tuple.__new__, Piece)  # Piece._make, without its check of every length
_Cell = tuple[int, int, int, int, str]  # a piece being made: raw start and end, clean start and end, name
_BREAK = "\n\n"
_NEXT_CELL = " | "  # between two cells of a table's row


class Writer:
    """Takes blocks in reading order and writes them."""

    def __init__(
        self,
        raw: str,
        pages: Iterable[Page],
        insets: Iterable[Inset],
        hyphens: Hyphens,
        *,
        emphasis: Iterable[tuple[int, int]] = (),
        literal: bool = False,
    ) -> None:
        """Take what stands inside lines (raw offsets): where pages begin, insets, and what is emphasised.

        In a `literal` text asterisks and `&amp;` are words; in any other they are how it was typed.
        """
        self.raw = raw
        self.pages: Mapping[int, Page] = {page.line.left: page for page in pages}
        self.insets = untangled(insets)
        self.starts = [inset.start for inset in self.insets]
        self.hyphens = hyphens
        self.emphasis = list(emphasis)
        self.odd = _ODD_ONLY if literal else _ODD
        self.chunks: list[str] = []
        self.size = 0
        self.marks: list[Mark] = []
        self.pieces: list[_Cell] = []
        self.pending: Line | None = None  # the line written last, whose break is not yet accounted for

    def block(self, block: Block) -> None:
        """Write one block and its mark."""
        if self.size:
            self._end_line(_BREAK)
        start = self.size
        kind, data = block.kind, {key: value for key, value in block.data.items() if key not in ("style", "sign")}
        for number, part in enumerate(block.parts):
            if number:
                self._end_line("\n")
            first = self.size
            for place, line in enumerate(part.lines):
                if place:
                    self._join(part.lines[place - 1], line)
                self._line(line)
            if part.quoted and self.size > first:
                self.marks.append(Mark(first, self.size, "blockquote"))
        if self.size > start:
            self.marks.append(Mark(start, self.size, kind, data))

    def finish(self, lines: Sequence[Line]) -> Clean:
        """Account for the lines that were not written, and give the clean text."""
        self._end_line("")
        for line in lines:
            if line.role != TEXT:
                self._artefact(line.start, line.stop, "", "line-break" if line.role == BLANK else line.role)
        rank = {"page": 0, "call": 3}
        self.pieces.sort()
        pieces = tuple(map(_new, _merged(self.pieces)))
        text = "".join(self.chunks)
        blocks = [mark for mark in self.marks if mark.kind in BLOCKS]
        self.marks += spread(_copied(self.emphasis, pieces), text, blocks)
        self.marks.sort(key=lambda mark: (mark.start, -mark.end, rank.get(mark.kind, 1)))
        return Clean(text, tuple(self.marks), pieces)

    # -- one line

    def _line(self, line: Line) -> None:
        if line.head:
            self._head(line)
        if line.left > line.start + line.head:
            self._artefact(line.start + line.head, line.left, "", "indent")
        page = self.pages.get(line.left)
        if page is not None:
            self.marks.append(Mark(self.size, self.size, "page", {"label": page.label, "known": page.known}))
        at = line.left
        first = bisect_left(self.starts, at)
        for inset in self.insets[first : bisect_right(self.starts, line.right, first)]:
            if inset.end > line.right:
                break
            self._run(at, inset.start)
            if inset.kind:
                self.marks.append(Mark(self.size, self.size, inset.kind, inset.data))
            self._artefact(inset.start, inset.end, "", inset.name)
            at = inset.end
        self._run(at, line.right)
        self.pending = line

    def _head(self, line: Line) -> None:
        """Account for what stands before the words of a line: insets, or a number in the margin."""
        at, end = line.start, line.start + line.head
        for inset in self.insets[bisect_left(self.starts, at) : bisect_left(self.starts, end)]:
            self._artefact(at, inset.start, "", "indent")
            self._artefact(inset.start, min(inset.end, end), "", inset.name)
            at = min(inset.end, end)
        self._artefact(at, end, "", "footnote-number" if line.foot >= 0 else "line-number")

    def _run(self, start: int, end: int) -> None:
        if not _HINT.search(self.raw, start, end):
            self._evened(start, end)
            return
        at = start
        for match in self.odd.finditer(self.raw, start, end):
            first, last = match.span()
            if first > at:
                self._copy(at, first)
            at = last
            name = match.lastgroup
            if name == "emphasis":
                begun = self.size
                self._artefact(first, first + 1, "", "emphasis-sign")
                self._run(first + 1, last - 1)
                self._artefact(last - 1, last, "", "emphasis-sign")
                self.marks.append(Mark(begun, self.size, "emphasis"))
            elif name:
                self._artefact(first, last, _INSTEAD.get(name, ""), _NAMES[name])
        self._copy(at, end)

    def _evened(self, start: int, end: int) -> None:
        """Write words in which nothing is odd but runs of spaces, as nearly all lines are that were typed even."""
        if self.raw.find("  ", start, end) >= 0:
            parts = _SPACES.split(self.raw[start:end])
            del parts[-1]
            add, size = self.pieces.append, self.size
            for words, spaces in zip(parts[::2], parts[1::2], strict=True):
                if words:
                    at, copied = start + len(words), size + len(words)
                    add((start, at, size, copied, TEXT_PIECE))
                    start, size = at, copied
                at = start + len(spaces)
                add((start, at, size, size + 1, "spaces"))
                start, size = at, size + 1
            self.chunks.append(" ".join([*parts[::2], ""]))
            self.size = size
        self._copy(start, end)

    def _copy(self, start: int, end: int) -> None:
        if end > start:
            size = self.size + end - start
            self.pieces.append((start, end, self.size, size, TEXT_PIECE))
            self.chunks.append(self.raw[start:end])
            self.size = size

    def _artefact(self, start: int, end: int, clean: str, name: str) -> None:
        if end > start:
            self.pieces.append((start, end, self.size, self.size + len(clean), name))
        if clean:
            self.chunks.append(clean)
            self.size += len(clean)

    # -- between lines

    def _join(self, before: Line, line: Line) -> None:
        if line.cell == CELL:
            self._end_line(_NEXT_CELL)
            return
        clean, lost = joint(before.text, line.text, self.hyphens)
        if lost and self.pieces and self.pieces[-1][1] == before.right and self.pieces[-1][4] == TEXT_PIECE:
            raw_start, raw_end, clean_start, clean_end, name = self.pieces.pop()
            if raw_end - raw_start > lost:
                self.pieces.append((raw_start, raw_end - lost, clean_start, clean_end - lost, name))
            self.chunks[-1] = self.chunks[-1][:-lost]
            self.size -= lost
            self._artefact(raw_end - lost, raw_end, "", "hyphen")
        self._end_line(clean)

    def _end_line(self, clean: str) -> None:
        line, self.pending = self.pending, None
        if line is not None:
            self._artefact(line.right, line.stop, clean, "line-break")


def _copied(spans: Iterable[tuple[int, int]], pieces: Sequence[Piece]) -> Iterable[tuple[int, int]]:
    """Give the clean spans that raw ones became."""
    starts = [piece.raw_start for piece in pieces]
    for start, end in spans:
        for piece in pieces[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]:
            if piece.name == TEXT_PIECE and piece.raw_end > start:
                shift = piece.clean_start - piece.raw_start
                yield max(start, piece.raw_start) + shift, min(end, piece.raw_end) + shift


def _merged(pieces: Sequence[_Cell]) -> list[_Cell]:
    """Join neighbouring pieces of one name that follow each other on both sides."""
    names = list(map(itemgetter(4), pieces))
    merged: list[_Cell] = []
    done = 0
    for at in compress(count(1), map(eq, names, islice(names, 1, None))):
        merged += pieces[done:at]
        done = at
        last, (raw_start, raw_end, clean_start, clean_end, name) = merged[-1], pieces[at]
        follows = last[1] == raw_start and last[3] == clean_start
        if follows and (name == TEXT_PIECE or last[2] == clean_start == clean_end):
            merged[-1] = (last[0], raw_end, last[2], clean_end, name)
            done = at + 1
    return merged + list(pieces[done:])
