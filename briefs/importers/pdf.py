"""PDF with text: slip opinions of any court. A scanned page has none, and is read by OCR where that is installed.

The raw text is defined so: one line for each row of print, rows from the top of a page to its foot, columns left to
right, the cells of a table's row one after another, numbers of lines at the head of their page, an empty line where
white stands between rows, a form feed after each page, or after both pages of a sheet that holds two. All of it is
accounted for; what is only drawn (rules, pictures, seals) is no part of it.
"""

from collections.abc import Container, Iterator, Sequence

import pypdfium2 as pdfium

from briefs.importers.details import from_text
from briefs.importers.imported import Imported, Unreadable, checked
from briefs.importers.ocr import recognised
from briefs.importers.printed import columns, furniture, glyphs, halves, ligatures, notes, numbers, rows, stamps, tables
from briefs.importers.printed.end_notes import end_notes
from briefs.importers.printed.misnamed import misnamed
from briefs.importers.printed.setting import setting
from briefs.importers.writings import writings
from briefs.text.compose import compose

SUFFIX = ".pdf"
MOST_PAGES = 1_500  # the longest reported opinions have some 500
FRONT = 2  # pages on which the caption of a case can stand
_STAMP = 150  # letters that a court's filing system can have stamped on the picture of a page
_STRAY = 40  # and those that can stand beside a smaller picture
_PICTURED = "The PDF is a scan: its pages are pictures of text."
_MISNAMED = "The PDF's fonts do not say which letters they draw, so its words cannot be taken from it."
_NAMELESS = "Some letters have no name in the PDF's fonts and are shown as \ufffd: check them against the page images."
_CHECK = "check the words against the page images."


def claims(name: str, content: bytes) -> bool:
    """Take what begins like a PDF: the header stands within the first kilobyte (ISO 32000-1, annex H)."""
    return b"%PDF-" in content[:1024]


def read(content: bytes) -> Imported:
    """Read a PDF; raises Unreadable."""
    try:
        return _imported(content)
    except _Unread as pages:
        read = recognised(content, pages.count, said=str(pages))
        return _imported(read, note=f"Read by OCR: {_CHECK}")


class _Unread(Exception):
    """Pages that must be read by OCR, for the reason given; `count` is their number."""

    def __init__(self, count: int, said: str) -> None:
        super().__init__(said)
        self.count = count


def _imported(content: bytes, note: str = "") -> Imported:
    try:
        opened = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as problem:
        raise Unreadable(_why(str(problem))) from None
    try:
        sheets = _sheets(opened)
    finally:
        opened.close()
    note = note or _told(sheets)
    if ligatures.named(sheets):
        note = f"{note} {_NAMELESS}".strip()
    if not any(sheet.glyphs for sheet in sheets):
        raise Unreadable("The PDF has no text on its pages, neither letters nor pictures of them.")
    unseen = _recognised(sheets)
    sheets, seconds = halves.unspread(sheets)
    laid = [rows.rows(sheet, at) for at, sheet in enumerate(sheets)]
    for sheet, page in zip(sheets, laid, strict=True):
        if sheet.pictured:
            rows.evened(page)
    laid[:1] = [stamps.unstamped(page) for page in laid[:1]]
    laid = numbers.unlined(laid)
    numbers.number_paragraphs(laid)
    gutters = halves.gutters(laid)
    pages = [
        columns.columned(page, front=at < FRONT and not any(map(columns.running, laid[:at])))
        if gutters[at] is None
        else page
        for at, page in enumerate(laid)
    ]
    furniture.furnish(pages, [sheet.height for sheet in sheets])
    edges = tuple(
        dict.fromkeys(row.text for page in pages for row in page if row.role in (furniture.HEAD, furniture.FOOT))
    )
    parts = [
        [(page, sheet.rules)] if at is None else halves.halved(page, at, sheet.rules)
        for page, at, sheet in zip(pages, gutters, sheets, strict=True)
    ]
    pages = [rows for page in parts for rows, _ in page]
    body = notes.body_size(pages)
    drawn = [rules for page in parts for _, rules in page]
    feet = notes.lift(pages, drawn, body)
    if not feet:
        end_notes(pages, feet)
    pages = [tables.tabled(page, rules) for page, rules in zip(pages, drawn, strict=True)]
    set_as = setting(
        pages, feet, body, frozenset(_continued(parts)), frozenset(_begun(parts, seconds)), recognised=unseen
    )
    checked(set_as.raw)
    clean = compose(set_as)
    return Imported(set_as.raw, clean, from_text(clean, edges), note=note, writings=writings(clean))


def _continued(parts: Sequence[Sequence[object]]) -> Iterator[int]:
    """Give the places of the parts of pages that do not begin one."""
    at = 0
    for page in parts:
        yield from range(at + 1, at + len(page))
        at += len(page)


def _begun(parts: Sequence[Sequence[object]], seconds: Container[int]) -> Iterator[int]:
    """Give the places of the parts that pages begin with which share a sheet with the page before."""
    at = 0
    for page, held in enumerate(parts):
        if page in seconds:
            yield at
        at += len(held)


def _why(problem: str) -> str:
    if "assword" in problem or "ecurity" in problem:
        return "The PDF is encrypted; save a copy without a password and bring that."
    return "The PDF is damaged or cut off, so it cannot be opened."


def _sheets(opened: pdfium.PdfDocument) -> list[glyphs.Sheet]:
    count = len(opened)
    if not count:
        raise Unreadable("The PDF has no pages.")
    if count > MOST_PAGES:
        raise Unreadable(f"The PDF has {count:,} pages; the longest we read has {MOST_PAGES:,}.")
    sheets: list[glyphs.Sheet] = []
    broken = 0
    for at in range(count):
        try:
            page = opened[at]
            sheets.append(glyphs.sheet(page))
            page.close()
        except pdfium.PdfiumError:
            broken += 1
            sheets.append(glyphs.Sheet(612.0, 792.0, [], [], 0.0))
    if broken:
        raise Unreadable(f"The PDF is damaged: {broken} of its {count} pages cannot be read.")
    return sheets


def _told(sheets: Sequence[glyphs.Sheet]) -> str:
    """Say which pages are pictures; raises _Unread where most are, or where letters are not what they seem."""
    count = len(sheets)
    pictures = [at for at, sheet in enumerate(sheets, 1) if _is_picture(sheet)]
    if 2 * len(pictures) >= count and pictures:
        raise _Unread(count, _PICTURED)
    if misnamed(sheets):
        raise _Unread(count, _MISNAMED)
    if _recognised(sheets):
        return f"The words were laid under pictures of the pages by OCR: {_CHECK}"
    if len(pictures) == 1:
        return f"Page {pictures[0]} is a picture: what stands on it was not read."
    named = ", ".join(map(str, pictures[:12])) + (" and more" if len(pictures) > 12 else "")
    return f"Pages {named} are pictures: what stands on them was not read." if pictures else ""


def _recognised(sheets: Sequence[glyphs.Sheet]) -> bool:
    """Tell a file whose words OCR laid under pictures of its pages."""
    return 2 * sum(sheet.pictured for sheet in sheets) > len(sheets)


def _is_picture(sheet: glyphs.Sheet) -> bool:
    """Tell a page whose words are drawn, whatever a court's filing system has stamped over them."""
    most = _STAMP if sheet.pictured else _STRAY
    return sheet.covered > 0.02 and len(sheet.glyphs) < most
