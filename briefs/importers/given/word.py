"""The paragraphs of a Word file as rows: styles, indents, footnotes, italics and page breaks (ECMA-376 part 1)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from briefs.importers.given.numbering import numbering
from briefs.importers.given.rows import Given, RowWriter
from briefs.importers.given.symbols import symbol
from briefs.text import headings
from briefs.text.lines import CELL, CELL_LINE, TABLE_ROW, TEXT, TITLE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_QUOTE = re.compile(r"(?i)quot|block ?text|indented")
_HEADING = re.compile(r"(?i)heading|title|sub-?head")
_SET_IN = 500  # twentieths of a point from the running text: a third of an inch
_ITEM = re.compile(r"[•▪◦●■□▸➢\uf0b7*–-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|¶|\[\d{1,3}\]")
_PROSE = 200  # characters of a paragraph that is no line of a caption
_SPECIAL = frozenset(("separator", "continuationSeparator", "continuationNotice"))


@dataclass(slots=True)
class Parts:
    """The parsed parts of a file by name, and its headers and footers."""

    named: dict[str, etree._Element]
    heads: list[etree._Element]


@dataclass(slots=True)
class _Style:
    name: str
    left: int
    italic: bool
    bold: bool
    middle: bool
    setup: etree._Element | None


def reader(parts: Parts) -> tuple[Given, bool]:
    """Read the document, then its notes, then heads and feet; tells whether pages end where it says."""
    return _Reader(parts).read()


def _w(tag: str) -> str:
    return _W + tag


def _value(element: etree._Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(_w(name))


def _on(element: etree._Element | None) -> bool:
    return element is not None and _value(element) not in ("0", "false", "none", "off")


class _Reader:
    def __init__(self, parts: Parts) -> None:
        for tree in (*parts.named.values(), *parts.heads):
            _transitional(tree)
        self.parts = parts
        self.out = RowWriter()
        self.styles = self._styles()
        self.notes: dict[str, tuple[str, etree._Element]] = {}
        self.called: dict[str, None] = {}  # the notes in the order of their calls
        self.numbering = numbering(parts.named.get("numbering"))
        self.cells: dict[etree._Element, str] = {}  # of tables: what each begins
        self.filled: dict[etree._Element, etree._Element | None] = {}  # by row: its first cell with words
        self.usual = 0
        self.paged = False

    def read(self) -> tuple[Given, bool]:
        for part, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
            tree = self.parts.named.get(part)
            for note in tree.iter(_w(tag)) if tree is not None else ():
                if note.get(_w("type")) not in _SPECIAL:
                    self.notes[f"{tag}{note.get(_w('id'))}"] = (tag, note)
        document = self.parts.named["document"]
        lefts = Counter(self._left(p) for p in document.iter(_w("p")) if len("".join(p.itertext())) > 120)
        self.usual = min(
            (left for left, count in lefts.items() if count >= 0.3 * lefts.most_common(1)[0][1]), default=0
        )
        begun = False
        for paragraph in document.iter(_w("p")):
            if _inside(paragraph, ("Fallback",)):
                continue
            boxed = _inside(paragraph, ("txbxContent",))
            # What is boxed over an opinion is a clerk's stamp or a number of the case; later it stands beside the text.
            self.out.role = "text-box" if boxed and begun else TEXT
            self._paragraph(paragraph)
            begun = begun or (not boxed and len("".join(paragraph.itertext())) > _PROSE)
        self.out.role = TEXT
        for number, key in enumerate(self.called, 1):
            self._note(number, self.notes[key][1])
        self.out.role = "running-head"
        for tree in self.parts.heads:
            for paragraph in tree.iter(_w("p")):
                self._paragraph(paragraph)
        return self.out.given, self.paged

    def _note(self, number: int, note: etree._Element) -> None:
        self.out.open_note(str(number))
        for paragraph in note.iter(_w("p")):
            self._paragraph(paragraph)
        self.out.close_note()

    def _styles(self) -> dict[str, _Style]:
        tree = self.parts.named.get("styles")
        found: dict[str, _Style] = {}
        based: dict[str, str] = {}
        for style in tree.iter(_w("style")) if tree is not None else ():
            key = style.get(_w("styleId")) or ""
            name = _value(style.find(_w("name"))) or key
            found[key] = _Style(
                name,
                _indent(style.find(_w("pPr"))),
                _on(style.find(f"{_w('rPr')}/{_w('i')}")),
                _on(style.find(f"{_w('rPr')}/{_w('b')}")),
                _value(style.find(f"{_w('pPr')}/{_w('jc')}")) == "center",
                style.find(_w("pPr")),
            )
            based[key] = _value(style.find(_w("basedOn"))) or ""
        for key, style in found.items():
            up = found.get(based[key])
            if up is not None and up is not style:
                style.left = style.left or up.left
                style.middle = style.middle or up.middle
        return found

    def _style(self, paragraph: etree._Element) -> _Style | None:
        return self.styles.get(_value(paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")) or "Normal")

    def _left(self, paragraph: etree._Element) -> int:
        style = self._style(paragraph)
        direct = paragraph.find(_w("pPr"))
        if direct is not None and direct.find(_w("ind")) is not None:
            return _indent(direct)
        return style.left if style else 0

    def _cell(self, paragraph: etree._Element) -> str:
        """Tell what a paragraph of a table begins: its row, a further cell, a further line of one; else nothing."""
        cell = paragraph.getparent()
        if cell is None or cell.tag != _w("tc"):
            return ""
        row = cell.getparent()
        if row not in self.filled:
            alone = next(row.itersiblings(_w("tr")), None) is None
            alone = alone and next(row.itersiblings(_w("tr"), preceding=True), None) is None
            cells = [] if alone else [one for one in row.iter(_w("tc")) if "".join(one.itertext()).strip()]
            self.filled[row] = cells[0] if len(cells) > 1 else None
        first = self.filled[row]
        if first is None:
            return ""
        if not "".join(paragraph.itertext()).strip():
            return ""
        if cell in self.cells:
            return CELL_LINE
        self.cells[cell] = TABLE_ROW if cell is first else CELL
        return self.cells[cell]

    def _paragraph(self, paragraph: etree._Element) -> None:
        style = self._style(paragraph)
        setup = paragraph.find(_w("pPr"))
        self.out.cell = self._cell(paragraph)
        if self.out.note < 0:
            sign = self.numbering.sign(setup, style.setup if style else None)
            if sign and "".join(paragraph.itertext()).strip():
                self.out.add(f"{sign} ")
        if setup is not None and _on(setup.find(_w("pageBreakBefore"))):
            self._page()
        bold = plain = 0
        for run in paragraph.iter(_w("r")):
            if any(up.tag in (_w("del"), _w("moveFrom")) for up in run.iterancestors()) or _inside(run, upto=paragraph):
                continue
            letters = sum(char.isalpha() for text in run.iter(_w("t")) for char in text.text or "")
            heavy = _on(run.find(f"{_w('rPr')}/{_w('b')}")) or bool(style and style.bold)
            bold, plain = bold + letters * heavy, plain + letters * (not heavy)
            self._run(run, style)
        text = " ".join("".join(self.out.chunks).split())
        named = style.name if style else ""
        middle = _value(paragraph.find(f"{_w('pPr')}/{_w('jc')}")) == "center" or bool(style and style.middle)
        quoted = bool(_QUOTE.search(named)) or (not middle and self._left(paragraph) - self.usual >= _SET_IN)
        titled = bool(_HEADING.match(named)) or ((middle or (bold and not plain)) and bool(headings.style(text)))
        titled = titled and not headings.BYLINE.match(text) and self.out.note < 0 and not self.out.cell
        quoted = quoted and not self.out.cell and not (_ITEM.match(text) and self._hangs(paragraph))
        if self.out.note >= 0:
            quoted = quoted and self._left(paragraph) >= _SET_IN
        self.out.end(quoted=quoted and not titled, look=TITLE if titled and len(text) < 160 else "")

    def _hangs(self, paragraph: etree._Element) -> bool:
        """Tell an item of a list: its first line stands out from the others."""
        indent = paragraph.find(f"{_w('pPr')}/{_w('ind')}")
        listed = paragraph.find(f"{_w('pPr')}/{_w('numPr')}") is not None
        return listed or (indent is not None and (indent.get(_w("hanging")) or "0") != "0")

    def _run(self, run: etree._Element, style: _Style | None) -> None:
        setup = run.find(_w("rPr"))
        slanted = setup is not None and (_on(setup.find(_w("i"))) or _named(setup, "emphasis"))
        underlined = setup is not None and _value(setup.find(_w("u"))) not in (None, "none")
        raised = setup is not None and _value(setup.find(_w("vertAlign"))) == "superscript"
        if setup is not None and _on(setup.find(_w("vanish"))):
            return
        self.out.slant(on=slanted or underlined)
        for part in run:
            tag = etree.QName(part).localname if isinstance(part.tag, str) else ""
            if tag == "t" and part.text:
                if raised and part.text.strip().isdigit():
                    self.out.call(part.text)
                else:
                    self.out.add(part.text)
            elif tag in ("tab", "ptab"):
                self.out.add(" ")
            elif tag == "noBreakHyphen":
                self.out.add("-")
            elif tag == "sym":
                self.out.add(symbol(part.get(_w("font")) or "", part.get(_w("char")) or ""))
            elif tag in ("br", "cr"):
                if part.get(_w("type")) == "page":
                    self._page()
                elif self.out.size:
                    self.out.end(gap=False)
            elif tag == "lastRenderedPageBreak":
                continue  # where some printer broke the page: not the document's own
            elif tag in ("footnoteReference", "endnoteReference"):
                self._call(f"{tag.removesuffix('Reference')}{part.get(_w('id'))}")

    def _call(self, key: str) -> None:
        if key in self.notes and self.out.note < 0 and key not in self.called:
            self.called[key] = None
            number = str(len(self.called))
            start = self.out.size
            self.out.add(number)
            self.out.row.calls.append((start, self.out.size, number))

    def _page(self) -> None:
        """End a page: with the row before, for a break begins the next."""
        if self.out.role != TEXT:
            return
        self.out.end()
        rows = [row for row in self.out.given.rows if row.note < 0]
        if rows and self.out.note < 0:
            rows[-1].feed = True
            self.paged = True


def _named(setup: etree._Element, name: str) -> bool:
    return (_value(setup.find(_w("rStyle"))) or "").casefold() == name


def _indent(setup: etree._Element | None) -> int:
    """Give how far a paragraph's lines stand from the margin, in twentieths of a point."""
    indent = None if setup is None else setup.find(_w("ind"))
    if indent is None:
        return 0
    said = indent.get(_w("left")) or indent.get(_w("start")) or "0"
    return int(said) if re.fullmatch(r"-?\d{1,5}", said) else 0


def _inside(
    element: etree._Element, names: Sequence[str] = ("txbxContent", "Fallback"), *, upto: etree._Element | None = None
) -> bool:
    """Tell what stands in a text box, or in the older form of one that is written beside it."""
    for up in element.iterancestors():
        if up is upto:
            return False
        if etree.QName(up).localname in names:
            return True
    return False


def _transitional(tree: etree._Element) -> None:
    """Write strict names as the usual ones."""
    if not tree.tag.startswith(_STRICT):
        return
    for element in tree.iter(etree.Element):
        element.tag = element.tag.replace(_STRICT, _W)
        for key, value in list(element.attrib.items()):
            if key.startswith(_STRICT):
                del element.attrib[key]
                element.set(key.replace(_STRICT, _W), value)
