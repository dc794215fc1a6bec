"""Writes blocks out as clean text with marks, and tells what became of every raw character."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from operator import itemgetter
from unicodedata import normalize

from briefs.text.blocks import Block
from briefs.text.insets import Inset, spread, untangled
from briefs.text.joining import Hyphens, joint
from briefs.text.lines import BIDI, BLANK, CELL, CONTROL, INVISIBLE, TEXT, Line
from briefs.text.marks import BLOCKS, Mark
from briefs.text.pages import Page
from briefs.text.pieces import TEXT as TEXT_PIECE
from briefs.text.pieces import Cell, Clean

_ODD = re.compile(
    r"(?P<spaces>[ \t\u2000-\u200a\u3000]{2,}|\t)"
    rf"|(?P<control>[{CONTROL}]+)|(?P<bidi>[{BIDI}]+)|(?P<hidden>[{INVISIBLE}]+)|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<entity>&(?:amp|sect|para|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,4}|#[xX][\da-fA-F]{2,4});)"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\W\d_]|[“‘\"'(\[])[^*\n]{0,200}?(?<=[^\s*])\*(?![\w*]))"
)
_HINT = re.compile(
    rf"[\t\u2000-\u200a\u3000\ufb00-\ufb06&*{CONTROL}{BIDI}{INVISIBLE}]"
)  # without one of these, or two spaces, nothing is odd
_EVEN = bytes((*range(0x20, 0x26), *range(0x27, 0x2A), *range(0x2B, 0x7F)))  # ASCII in which there is no hint
_ODD_ONLY = re.compile(_ODD.pattern.split("|(?P<entity>", 1)[0])
_NAMES = {
    "spaces": "spaces",
    "control": "control-character",
    "bidi": "bidi-control",
    "hidden": "hidden-character",
}
_LITERALLY_EVEN = bytes(range(0x20, 0x7F))
_LITERAL_HINT = re.compile(_HINT.pattern.replace("&*", ""))
_DRAWN = "hyphen-sign"  # a hyphen that a PDF gives the sign for one that may be left out
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
        self.odd, self.hint, self.even = (
            (_ODD_ONLY, _LITERAL_HINT, _LITERALLY_EVEN) if literal else (_ODD, _HINT, _EVEN)
        )
        self.chunks: list[str] = []
        self.size = 0
        self.marks: list[Mark] = []
        self.pieces: list[Cell] = []
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
        size = self.size
        self.pieces += [
            (line.start, line.stop, size, size, "line-break" if line.role == BLANK else line.role)
            for line in lines
            if line.role != TEXT and line.stop > line.start
        ]
        rank = {"page": 0, "call": 3}
        self.pieces.sort(key=itemgetter(0))
        cells = _merged(self.pieces)
        text = "".join(self.chunks)
        if self.emphasis:
            blocks = [mark for mark in self.marks if mark.kind in BLOCKS]
            self.marks += spread(_copied(self.emphasis, cells), text, blocks)
        self.marks.sort(key=lambda mark: (mark.start, -mark.end, rank.get(mark.kind, 1)))
        return Clean(text, tuple(self.marks), tuple(cells))

    # -- one line

    def _line(self, line: Line) -> None:
        if line.head:
            self._head(line)
        start, at, right = line.start + line.head, line.left, line.right
        if at > start:
            self.pieces.append((start, at, self.size, self.size, "indent"))
        page = self.pages.get(at)
        if page is not None:
            self.marks.append(Mark(self.size, self.size, "page", {"label": page.label, "known": page.known}))
        if self.starts:
            first = bisect_left(self.starts, at)
            for inset in self.insets[first : bisect_right(self.starts, right, first)]:
                if inset.end > right:
                    break
                self._run(at, inset.start)
                if inset.kind:
                    self.marks.append(Mark(self.size, self.size, inset.kind, inset.data))
                self._artefact(inset.start, inset.end, "", inset.name)
                at = inset.end
        self._run(at, right)
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
        words = self.raw[start:end]
        is_even = words.isascii() and not words.encode().translate(None, self.even)
        if is_even or not self.hint.search(words):
            self._evened(words, start, end)
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
            elif name == "entity":
                self._entity(first, last)
            elif name == "ligature":
                self._artefact(first, last, normalize("NFKC", self.raw[first:last]), "ligature")
            elif name == "hidden" and self.raw[first:last] == "\xad" and self.hyphens.drawn:
                self._artefact(first, last, "-", _DRAWN)
            elif name:
                self._artefact(first, last, " " if name == "spaces" else "", _NAMES[name])
        self._copy(at, end)

    def _entity(self, start: int, end: int) -> None:
        """Write the sign that an HTML entity stands for; one that stands for none that is seen stays as it is."""
        sign = unescape(self.raw[start:end]).replace("\xa0", " ")
        if sign.isprintable() and sign != "\ufffd":
            self._artefact(start, end, sign, "entity")
        else:
            self._copy(start, end)

    def _evened(self, words: str, start: int, end: int) -> None:
        """Write the words from start to end, in which nothing is odd but runs of spaces, as in nearly every line."""
        add, size = self.pieces.append, self.size
        if "  " in words:
            # Cut at each two spaces, what is left of a longer run begins the next part: nothing cuts as quickly.
            first, *parts = words.split("  ")
            if first:
                to, size = size, size + len(first)
                add((start, start := start + len(first), to, size, TEXT_PIECE))
            chunks, gap = [first], 0
            for part in parts:
                gap += 2
                if part and part[0] == " ":
                    gap += 1
                    part = part[1:]
                if part:
                    middle, to = start + gap, size + 1
                    add((start, middle, size, to, "spaces"))
                    start, size = middle + len(part), to + len(part)
                    add((middle, start, to, size, TEXT_PIECE))
                    chunks.append(part)
                    gap = 0
            if gap:
                add((start, end, size, size + 1, "spaces"))
                chunks.append("")
                size += 1
            words = " ".join(chunks)
        elif end > start:
            add((start, end, size, size + end - start, TEXT_PIECE))
            size += end - start
        self.size = size
        self.chunks.append(words)

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
        elif lost and self.pieces and self.pieces[-1][1] == before.right and self.pieces[-1][4] == _DRAWN:
            raw_start, raw_end, *_ = self.pieces.pop()
            self.chunks.pop()
            self.size -= 1
            self._artefact(raw_start, raw_end, "", "hyphen")
        self._end_line(clean)

    def _end_line(self, clean: str) -> None:
        line, self.pending = self.pending, None
        if line is not None:
            self._artefact(line.right, line.stop, clean, "line-break")


def _copied(spans: Iterable[tuple[int, int]], cells: Sequence[Cell]) -> Iterable[tuple[int, int]]:
    """Give the clean spans that raw ones became."""
    starts = [cell[0] for cell in cells]
    for start, end in spans:
        near = cells[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, end)]
        for raw_start, raw_end, clean_start, _, name in near:
            if name == TEXT_PIECE and raw_end > start:
                shift = clean_start - raw_start
                yield max(start, raw_start) + shift, min(end, raw_end) + shift


def _merged(pieces: Iterable[Cell]) -> list[Cell]:
    """Join neighbouring pieces of one name that follow each other on both sides."""
    merged: list[Cell] = []
    last: Cell = (-1, -1, -1, -1, "")
    for piece in pieces:
        name = piece[4]
        if name == last[4] and last[1] == piece[0] and last[3] == piece[2]:
            if name == TEXT_PIECE or last[2] == piece[2] == piece[3]:
                last = merged[-1] = (last[0], piece[1], last[2], piece[3], name)
                continue
        last = piece
        merged.append(piece)
    return merged
