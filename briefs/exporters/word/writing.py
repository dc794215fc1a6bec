"""One paragraph of a Word document: words, links, bookmarks, fields, footnote calls."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.parts.story import StoryPart

from briefs.exporters.word.package import blank, footnotes_part

_PIECES = re.compile(r"([\n\t])")
_RAISED = "\\f "  # the switch that sets a note's number as its call is set
_HANG = "432"  # twentieths of a point


class Word:
    """A document being written, paragraph after paragraph."""

    def __init__(self) -> None:
        self.document: Document = blank()
        self._end = self.document.element.body.sectPr
        self._notes: StoryPart | None = None
        self._bookmarks = 0
        self.notes_made = 0
        self._waiting: dict[str, list[Any]] = {}

    def paragraph(
        self, style: str = "", *, keep_next: bool = False, whole: bool = False, hanging: bool = False
    ) -> "Line":
        """Begin a paragraph at the end of the document.

        It stays with the next one (`keep_next`), is not parted (`whole`), has its number in the margin (`hanging`).
        """
        element = _paragraph(style, keep_next, whole, hanging)
        self._end.addprevious(element)
        return Line(self, self.document.part, element)

    def heading(self, words: str, bookmark: str = "") -> None:
        """Set a heading of the first level, under a bookmark if it has one."""
        line = self.paragraph("Heading1")
        if not bookmark:
            line.text(words)
            return
        with line.bookmark(bookmark):
            line.text(words)

    def table(self, rows: int, columns: int) -> Any:
        """Add a table at the end of the document."""
        return self.document.add_table(rows, columns)

    def note(self, name: str = "") -> tuple[int, "Line"]:
        """Begin the next footnote; gives its number and its paragraph. `name` is what others refer to it by."""
        if self._notes is None:
            self._notes = footnotes_part(self.document)
        self.notes_made += 1
        footnote = OxmlElement("w:footnote", {qn("w:id"): str(self.notes_made)})
        element = _paragraph("FootnoteText")
        footnote.append(element)
        self._notes.element.append(footnote)
        line = Line(self, self._notes, element)
        _run(element, "FootnoteReference").append(OxmlElement("w:footnoteRef"))
        line.text(" ")
        for waiting in self._waiting.pop(name, []):
            waiting.text = str(self.notes_made)
        return self.notes_made, line

    def notes_since(self, number: int) -> list[Any]:
        """Give the footnotes made after the one with this number, as elements."""
        made = self.notes_made - number
        return list(self._notes.element)[-made:] if self._notes is not None and made else []

    def next_bookmark(self) -> str:
        """Give the number of the next bookmark."""
        self._bookmarks += 1
        return str(self._bookmarks)

    def wait_for(self, name: str, shown: Any) -> None:
        """Fill in the number of a footnote once it is made."""
        self._waiting.setdefault(name, []).append(shown)


class Line:
    """A paragraph, or a link inside one, that words are written into."""

    def __init__(self, word: Word, part: StoryPart, element: Any) -> None:
        self.word, self.part, self.element = word, part, element

    def text(self, words: str, style: str = "", *, bold: bool = False, italic: bool = False) -> "Line":
        """Write words; a line break or a tab in them is one."""
        if not words:
            return self
        run = _run(self.element, style, bold=bold, italic=italic)
        for piece in _PIECES.split(words):
            if piece in ("\n", "\t"):
                run.append(OxmlElement("w:br" if piece == "\n" else "w:tab"))
            elif piece:
                run.append(_text("w:t", piece))
        return self

    def link(self, href: str) -> "Line":
        """Begin a link to an outside address; an empty one gives the line itself, without a link."""
        if not href:
            return self
        relation = self.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._linked({qn("r:id"): relation})

    def jump(self, bookmark: str) -> "Line":
        """Begin a link to a bookmark of this document."""
        return self._linked({qn("w:anchor"): bookmark})

    def _linked(self, where: dict[str, str]) -> "Line":
        link = OxmlElement("w:hyperlink", {**where, qn("w:history"): "1"})
        self.element.append(link)
        return Line(self.word, self.part, link)

    @contextmanager
    def bookmark(self, name: str) -> Iterator["Line"]:
        """Put a bookmark around what is written inside."""
        number = self.word.next_bookmark()
        self.element.append(OxmlElement("w:bookmarkStart", {qn("w:id"): number, qn("w:name"): name}))
        yield self
        self.element.append(OxmlElement("w:bookmarkEnd", {qn("w:id"): number}))

    def field(self, instruction: str, shown: str, style: str = "") -> Any:
        """Write a field with what it shows until Word reckons it anew; gives the element that holds that."""
        self.field_begins(instruction, style)
        shown_as = _text("w:t", shown)
        _run(self.element, style).append(shown_as)
        self.field_ends(style)
        return shown_as

    def field_begins(self, instruction: str, style: str = "") -> None:
        """Open a field; what is written until it ends is what it shows."""
        _run(self.element, style).append(_mark("begin"))
        _run(self.element, style).append(_text("w:instrText", f" {instruction} "))
        _run(self.element, style).append(_mark("separate"))

    def field_ends(self, style: str = "") -> None:
        """Close the field."""
        _run(self.element, style).append(_mark("end"))

    def entry(self, pieces: Iterable[tuple[str, bool]]) -> None:
        """Write a field that shows nothing: an entry for a table. Its instruction comes in pieces (words, italic)."""
        _run(self.element, hidden=True).append(_mark("begin"))
        for words, italic in pieces:
            _run(self.element, italic=italic, hidden=True).append(_text("w:instrText", words))
        _run(self.element, hidden=True).append(_mark("end"))

    def note(self, name: str = "") -> "Line":
        """Call a new footnote here and give its paragraph; `name` marks the call, so that others can repeat it."""
        self._apart()
        number, line = self.word.note(name)
        call = OxmlElement("w:footnoteReference", {qn("w:id"): str(number)})
        if name:
            with self.bookmark(name):
                _run(self.element, "FootnoteReference").append(call)
        else:
            _run(self.element, "FootnoteReference").append(call)
        return line

    def note_again(self, name: str, number: str = "", *, raised: bool = True) -> None:
        """Refer to a footnote by its number; one that is still to come is filled in when it is made."""
        style = "FootnoteReference" if raised else ""
        if raised:
            self._apart()
        shown = self.field(f"NOTEREF {name} {_RAISED if raised else ''}\\h", number or "?", style)
        if not number:
            self.word.wait_for(name, shown)

    def _apart(self) -> None:
        """Set a comma between two calls, which would read as one number."""
        before = [child for child in self.element if child.tag == qn("w:r")][-1:]
        styles = before[0].xpath("./w:rPr/w:rStyle/@w:val") if before else []
        if styles == ["FootnoteReference"]:
            self.text(",\u2009", "FootnoteReference")


def _paragraph(style: str, keep_next: bool = False, whole: bool = False, hanging: bool = False) -> Any:
    element = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    if style:
        properties.append(OxmlElement("w:pStyle", {qn("w:val"): style}))
    for name, wanted in (("w:keepNext", keep_next), ("w:keepLines", whole)):
        if wanted:
            properties.append(OxmlElement(name))
    if hanging:
        properties.append(OxmlElement("w:ind", {qn("w:left"): _HANG, qn("w:hanging"): _HANG}))
    if len(properties):
        element.append(properties)
    return element


def _run(parent: Any, style: str = "", *, bold: bool = False, italic: bool = False, hidden: bool = False) -> Any:
    if parent.tag == qn("w:hyperlink") and not style:
        style = "Hyperlink"
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if style:
        properties.append(OxmlElement("w:rStyle", {qn("w:val"): style}))
    for name, wanted in (("w:b", bold), ("w:i", italic), ("w:vanish", hidden)):
        if wanted:
            properties.append(OxmlElement(name))
    if len(properties):
        run.append(properties)
    parent.append(run)
    return run


def _text(name: str, words: str) -> Any:
    element = OxmlElement(name, {qn("xml:space"): "preserve"})
    element.text = words
    return element


def _mark(kind: str) -> Any:
    return OxmlElement("w:fldChar", {qn("w:fldCharType"): kind})
