"""Rows of a file that tells its paragraphs, footnotes, emphasis and pages, and the writer that makes them."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from briefs.text.insets import Inset
from briefs.text.lines import TEXT

_SIGN = re.compile(r"\s*[\[(]?(?:FN\s?)?(?P<number>\d{1,3}|\*{1,4}|[†‡])(?P<rest>[\])]?[.)]?)(?=\s|$|[^\W\d])\s*")
_STAR = re.compile(r"\s*\[?\*{1,2}\s?(?P<label>\d{1,5})\]?\s*")


@dataclass(slots=True)
class Row:
    """One block of words; offsets count from its start."""

    text: str = ""
    quoted: bool = False
    look: str = ""  # TITLE, BODY or nothing, as of a Line
    role: str = TEXT
    gap: bool = True  # parted from the row before
    note: int = -1  # the footnote it belongs to
    sign: int = 0  # characters of the footnote's number it begins with
    feed: bool = False  # a page ends with it
    cell: str = ""  # of a table, as of a Line
    insets: list[Inset] = field(default_factory=list)
    calls: list[tuple[int, int, str]] = field(default_factory=list)
    emphasis: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Given:
    """All rows of a file, and the number of each footnote."""

    rows: list[Row] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    tables: int = 0


_SPACED = str.maketrans(dict.fromkeys("\t\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029", " "))  # what is shown as a space


class RowWriter:
    """Collects words into rows; white space is written once, as it is shown."""

    def __init__(self) -> None:
        self.given = Given()
        self.row = Row()
        self.size = 0
        self.chunks: list[str] = []
        self.role = TEXT
        self.note = -1
        self.label = ""  # the number of the open footnote as the file names it
        self.cell = ""  # what the row begins in a table
        self.emphasis: int | None = None  # where it began
        self.parted = True  # the next row stands apart from the one before

    def add(self, words: str) -> None:
        """Take words."""
        if not words.isprintable():
            words = words.translate(_SPACED)
        while "  " in words:
            words = words.replace("  ", " ")
        if words[:1] == " " and (not self.size or self.chunks[-1][-1] == " "):
            words = words[1:]
        if words:
            self.chunks.append(words)
            self.size += len(words)

    def inset(self, words: str, name: str, kind: str = "", data: dict[str, Any] | None = None) -> None:
        """Take characters that are no words of the text."""
        start = self.size
        self.add(words)
        if self.size > start:
            self.row.insets.append(Inset(start, self.size, name, kind, data or {}))

    def call(self, sign: str) -> None:
        """Take a raised sign: the number of the open footnote, a call, or plain words where it is neither."""
        match = _SIGN.fullmatch(sign)
        if match is None:
            self.add(sign)
        elif self.note >= 0 and self.label == "" and not "".join(self.chunks).strip():
            self.label = match.group("number")
            self.given.numbers[self.note] = self.label
            self.add(sign)
            self.row.sign = self.size
        else:
            start = self.size
            self.add(sign)
            self.row.calls.append((start, self.size, match.group("number")))

    def star(self, sign: str, label: str = "") -> None:
        """Take a star page: where a page of the reporter begins."""
        match = _STAR.fullmatch(sign)
        label = match.group("label") if match else label
        if not label.isdigit():
            self.add(sign)
            return
        if not sign.strip():
            self.row.insets.append(
                Inset(self.size, self.size, "star-page", "page", {"label": label, "known": "printed"})
            )
            return
        self.inset(sign, "star-page", "page", {"label": label, "known": "printed"})

    def slant(self, *, on: bool) -> None:
        """Begin or end emphasis."""
        if on and self.emphasis is None:
            self.emphasis = self.size
        elif not on and self.emphasis is not None:
            self.row.emphasis.append((self.emphasis, self.size))
            self.emphasis = None

    def open_note(self, label: str) -> None:
        """Begin a footnote; `label` is its number where the file names it apart from its words."""
        self.end()
        self.given.numbers.append(label)
        self.note, self.label = len(self.given.numbers) - 1, label

    def close_note(self) -> None:
        """End the footnote; one that never said its number gets the one after the last."""
        self.end()
        if not self.given.numbers[self.note]:
            last = self.given.numbers[self.note - 1] if self.note else "0"
            self.given.numbers[self.note] = str(int(last) + 1) if last.isdigit() else "*"
        self.note, self.label = -1, ""

    def end(self, *, gap: bool = True, quoted: bool = False, look: str = "") -> None:
        """End the row; `gap` tells whether the next one stands apart from it."""
        open_ = self.emphasis is not None
        self.slant(on=False)
        text = "".join(self.chunks).rstrip(" ")
        row = self.row
        lead = len(text) - len(text.lstrip("\u00a0 "))
        if lead > 1 and text.strip():
            row.insets.insert(0, Inset(0, lead, "indent"))
            self.parted = self.parted or lead > 2  # spaces that hold an indent open: a paragraph begins
        if text.strip():
            row.text, row.note, row.role, row.gap = text, self.note, self.role, self.parted
            row.quoted, row.look, row.cell = quoted, look, self.cell
            self._settle(row)
            self.given.rows.append(row)
            self.parted = gap
            self.row = Row()
            if row.insets and sum(inset.end - inset.start for inset in row.insets) >= len(text):
                # Nothing but a page sign or a publisher's number: the page begins with the next row.
                row.role = row.insets[0].name
                self.row.insets = [replace(one, start=0, end=0) for one in row.insets if one.kind]
                row.insets = []
        else:
            kept = [inset for inset in row.insets if inset.start == inset.end == 0]
            self.row = Row(insets=kept)  # a page that begins where no words stand yet
            self.parted = self.parted or gap
        self.chunks, self.size = [], 0
        if open_:
            self.slant(on=True)

    def _settle(self, row: Row) -> None:
        """Give the sign of a footnote its place, and close up the space an inset leaves doubled."""
        if self.note >= 0 and self.given.rows[-1:] and self.given.rows[-1].note == self.note:
            before = self.given.rows[-1]
            if before.sign >= len(before.text) and (stop := re.match(r"[.)\]]\s+", row.text)):
                row.insets.insert(0, Inset(0, stop.end(), "footnote-number"))  # the stop of a number on its own row
        elif self.note >= 0 and not row.sign:
            match = _SIGN.match(row.text)
            if match and (not self.label or match.group("number") == self.label):
                row.sign = match.end()
                self.given.numbers[self.note] = match.group("number")
                self.label = match.group("number")
        if row.sign and (stop := re.match(r"[.)\]]\s+", row.text[row.sign :])):
            row.sign += stop.end()
        length = len(row.text)
        row.insets = [
            self._closed(inset, row.text, length) for inset in row.insets if inset.start < length or not inset.end
        ]
        row.emphasis = [(start, min(end, length)) for start, end in row.emphasis if start < min(end, length)]
        row.calls = [(start, min(end, length), number) for start, end, number in row.calls if start < length]

    @staticmethod
    def _closed(inset: Inset, text: str, length: int) -> Inset:
        end = min(inset.end, length)
        doubled = inset.start == 0 or text[inset.start - 1] == " "
        if doubled and end > inset.start and text[end : end + 1] == " ":
            end += 1
        start = inset.start - (end == length and end > inset.start > 0 and text[inset.start - 1] == " ")
        return Inset(start, end, inset.name, inset.kind, inset.data)
