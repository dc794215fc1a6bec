"""The glyphs of one PDF page with their places, and the rules drawn on it: all that is asked of PDFium."""

import ctypes
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_ITALIC = 1 << 6  # font descriptor flags, ISO 32000-1 table 123
_BOLD = 1 << 18
_HEAVY = re.compile(r"bold|black|heavy|demi")
_NAMED = re.compile(r"^(?!anonymous|cidfont|font|type|unknown)[a-z]{4}")
# Ligatures whose letters a maker wrote with the bytes of each the wrong way round: fi, fl, ff, ti; of the last two
# letters of ffi and ffl it wrote the sum.
_SWAPPED = str.maketrans(
    {chr(ord(letter) << 8): letter for letter in "filtj"}
    | {chr((ord("f") + ord(letter)) << 8): f"f{letter}" for letter in "iltj"}
)
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7ff]")
UNNAMED = 0xF0000  # a glyph that its font gives no letter is kept as this and its code, in a plane for private use
_UNSEEN = frozenset("\x00\r\n\ufffe\uffff")
_MOSTLY = 0.5  # of a page
MOST_GLYPHS = 60_000  # on one page; a dense page of print has 6,000


@dataclass(slots=True)
class Glyph:
    """One character: its place in points from the page's top left, the baseline as `y`, and the size of its type."""

    char: str
    left: float
    right: float
    y: float
    size: float
    italic: bool
    bold: bool
    spaced: int  # 2: a space stands before it in the file; 1: PDFium saw white there; 0: nothing; -1: there are none
    rise: float  # how far above the baseline its ink begins
    order: int  # its place in the file: the letters of a ligature follow each other, at one place


@dataclass(slots=True)
class Rule:
    """A line drawn across the page."""

    left: float
    right: float
    y: float


@dataclass(slots=True)
class Sheet:
    """One page as it lies in the file."""

    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    covered: float  # share of it that pictures cover

    @property
    def pictured(self) -> bool:
        """Tell a page that is one picture, as of a scan, whatever else stands on it."""
        return self.covered > _MOSTLY


@dataclass(slots=True)
class _Face:
    size: float
    italic: bool
    bold: bool
    upright: bool


def sheet(page: pdfium.PdfPage) -> Sheet:
    """Read one page."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        glyphs = _glyphs(text, height)
    finally:
        text.close()
    rules, covered = _drawn(page, width, height)
    return Sheet(width, height, glyphs, rules, covered)


def _glyphs(text: pdfium.PdfTextPage, height: float) -> list[Glyph]:
    """Give the glyphs in the order of the file; spaces are kept as what stands before a glyph."""
    found: list[Glyph] = []
    faces: dict[int | None, _Face] = {}
    x, y, left, right, bottom, _ = values = [ctypes.c_double() for _ in range(6)]
    to_x, to_y, to_left, to_right, to_bottom, to_top = [ctypes.addressof(value) for value in values]
    spaced = 0
    raw = text.raw
    page = ctypes.cast(raw, ctypes.c_void_p).value
    for index in range(min(text.count_chars(), MOST_GLYPHS)):
        code = _code_of(page, index)
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char == "\x02" or (code == 0xFFFE):
            char = "-"  # PDFium's sign for a hyphen at a line's end
        if not "a" <= char <= "z" and _nameless(page, index) and not _recognised(raw, index):
            char = chr(UNNAMED + code % 0x10000)
        elif char in _UNSEEN or char.isspace():
            spaced = max(spaced, 1 if pdfium_c.FPDFText_IsGenerated(raw, index) else 2)
            continue
        if 0xD800 <= code < 0xE000:
            char = "\ufffd"
        holder = _holder_of(page, index)
        face = faces.get(holder)
        if face is None:
            face = faces[holder] = _face(raw, index)
        if not face.upright:
            continue
        _origin_of(page, index, to_x, to_y)
        _box_of(page, index, to_left, to_right, to_bottom, to_top)
        start, end, base = min(x.value, left.value), right.value, y.value
        if char == "-" and code != 0x2D and found and _is_lost(found[-1], start, height - base):
            found.append(_hyphen(found[-1], index))  # PDFium forgets where it stands within a form
            spaced = 0
            continue
        if not math.isfinite(start + end + base):
            continue
        rise = bottom.value - base
        end = end if end > start + 0.1 else start + 0.1
        found.append(Glyph(char, start, end, height - base, face.size, face.italic, face.bold, spaced, rise, index))
        spaced = 0
    swapped = [glyph for glyph in found if _IDEOGRAPH.match(glyph.char)]
    if swapped and all(ord(glyph.char) in _SWAPPED for glyph in swapped):
        for glyph in swapped:
            glyph.char = glyph.char.translate(_SWAPPED)
    if not any(glyph.spaced == 2 for glyph in found):
        _widened(found, page)
    return found


def _is_lost(last: Glyph, left: float, y: float) -> bool:
    """Tell a place that is not where a hyphen after a letter can stand."""
    return abs(y - last.y) > last.size or abs(left - last.right) > last.size


def _hyphen(last: Glyph, index: int) -> Glyph:
    """Give the hyphen that stands at a line's end after a letter."""
    right = last.right + 0.33 * last.size
    return Glyph("-", last.right, right, last.y, last.size, last.italic, last.bold, min(last.spaced, 0), 0.2, index)


def _widened(glyphs: Sequence[Glyph], page: int | None) -> None:
    """Let the glyphs of a page without spaces end where a word would go on: the white between tells its words."""
    box = pdfium_c.FS_RECTF()
    for glyph in glyphs:
        glyph.spaced = glyph.spaced or -1
        if _loose_of(page, glyph.order, ctypes.addressof(box)) and math.isfinite(box.left + box.right):
            glyph.left, glyph.right = box.left, min(box.right, box.left + 1.5 * glyph.size)


def _bare(function: object, result: object, *arguments: object) -> Callable[..., Any]:
    """Give a function of PDFium's with plain addresses for pointers: it is called for every glyph of a file."""
    made = ctypes.CFUNCTYPE(result, *arguments)  # type: ignore[arg-type]
    return made(ctypes.cast(function, ctypes.c_void_p).value)  # type: ignore[arg-type]


_AT = (ctypes.c_void_p, ctypes.c_int)
_code_of = _bare(pdfium_c.FPDFText_GetUnicode, ctypes.c_uint, *_AT)
_holder_of = _bare(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p, *_AT)
_origin_of = _bare(pdfium_c.FPDFText_GetCharOrigin, ctypes.c_int, *_AT, *2 * [ctypes.c_void_p])
_loose_of = _bare(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_int, *_AT, ctypes.c_void_p)
_nameless = _bare(pdfium_c.FPDFText_HasUnicodeMapError, ctypes.c_int, *_AT)
_box_of = _bare(pdfium_c.FPDFText_GetCharBox, ctypes.c_int, *_AT, *4 * [ctypes.c_void_p])


def _recognised(raw: object, index: int) -> bool:
    """Tell a letter of the font without glyphs that Tesseract lays under pictures: its codes are Unicode's own."""
    name = ctypes.create_string_buffer(64)
    pdfium_c.FPDFText_GetFontInfo(raw, index, name, 64, ctypes.c_int())
    return name.value == b"GlyphLessFont"


def _face(raw: object, index: int) -> _Face:
    matrix = pdfium_c.FS_MATRIX()
    size = pdfium_c.FPDFText_GetFontSize(raw, index)
    turned = False
    if pdfium_c.FPDFText_GetMatrix(raw, index, matrix):
        size *= math.hypot(matrix.c, matrix.d)
        turned = abs(matrix.b) > 0.35 * math.hypot(matrix.a, matrix.b)
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(raw, index, name, 256, flags)
    said = name.value.decode("latin-1").casefold()
    italic = bool(flags.value & _ITALIC) or "italic" in said or "oblique" in said or said.endswith(("-it", "ital"))
    # Some makers say every face is heavy: its name tells better, where it has one.
    unnamed = not _NAMED.search(said.rsplit("+", 1)[-1])
    heavy = unnamed and pdfium_c.FPDFText_GetFontWeight(raw, index) >= 600
    bold = bool(flags.value & _BOLD) or bool(_HEAVY.search(said)) or heavy
    return _Face(size if math.isfinite(size) and 0 < size < 1000 else 10.0, italic, bold, not turned)


def _placed(thing: pdfium.PdfObject) -> tuple[float, float, float, float]:
    """Give the bounds of a thing on its page; PDFium gives those within the forms that hold it."""
    bounds: tuple[float, float, float, float] = thing.get_bounds()
    while thing.container is not None:
        thing = thing.container
        bounds = thing.get_matrix().on_rect(*bounds)
    return bounds


def _drawn(page: pdfium.PdfPage, width: float, height: float) -> tuple[list[Rule], float]:
    """Give the rules that could part footnotes or columns from text, and the share of the page that pictures cover."""
    rules: list[Rule] = []
    covered = 0.0
    for thing in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE), max_depth=3):
        try:
            left, bottom, right, top = _placed(thing)
        except pdfium.PdfiumError:
            continue
        if thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            covered += max(0.0, right - left) * max(0.0, top - bottom)
            continue
        if top - bottom < 3 and 20 < right - left < width:
            rules.append(Rule(left, right, height - top))
        if len(rules) > 500:
            break
    return rules, covered / (width * height) if width * height > 0 else 0.0
