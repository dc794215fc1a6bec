"""A PDF printed again as other programs would have made it: the same letters at the same places, kept otherwise."""

from io import BytesIO
from random import Random

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Dictionary, Name

from briefs.importers.printed.glyphs import Glyph, sheet
from briefs.text.layout import width

MAKERS = ("glyphs", "words", "spaceless", "faces", "recognised")
_FACES = ("Times-Roman", "Times-Italic", "Times-Bold")


def reprinted(content: bytes, maker: str) -> bytes:
    """Print again: each letter by itself (`glyphs`), each word with a space of its own (`words`) or with none
    (`spaceless`), all words of one face before those of the next (`faces`), or unseen over a picture, with words a
    little off their line and their size as OCR finds them (`recognised`).
    """
    random = Random(7)
    given, made = pdfium.PdfDocument(content), pikepdf.new()
    for index in range(len(given)):
        page = given[index]
        width, height = page.get_size()
        words = _words(sheet(page).glyphs)
        if maker == "glyphs":
            words = [[glyph] for word in words for glyph in word]
        elif maker == "faces":
            words.sort(key=lambda word: _face(word[0]))
        drawn = [_drawn(word, height, maker, random) for word in words]
        if maker == "recognised":
            drawn.insert(0, f"q {width:.0f} 0 0 {height:.0f} 0 0 cm /Scan Do Q 3 Tr")
        fresh = made.add_blank_page(page_size=(width, height))
        fresh.Contents = made.make_stream("\n".join(drawn).encode("latin-1"))
        fresh.Resources = Dictionary(Font=_fonts(), XObject=Dictionary(Scan=_picture(made)))
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def _words(glyphs: list[Glyph]) -> list[list[Glyph]]:
    words: list[list[Glyph]] = []
    for glyph in glyphs:
        last = words[-1][-1] if words else None
        if last is None or glyph.spaced or glyph.y != last.y or glyph.size != last.size or _face(glyph) != _face(last):
            words.append([])
        words[-1].append(glyph)
    return words


def _face(glyph: Glyph) -> int:
    return 1 if glyph.italic else 2 if glyph.bold else 0


def _drawn(word: list[Glyph], height: float, maker: str, random: Random) -> str:
    """One word as a text object."""
    first, off, scale = word[0], 0.0, 1.0
    if maker == "recognised":
        off, scale = random.uniform(-0.8, 0.8), random.uniform(0.93, 1.07)
    text = "".join(glyph.char for glyph in word).encode("cp1252", "replace")
    codes = text + b" " if maker == "words" else text
    stretch = 100.0
    if maker != "glyphs":  # as wide as it was, kerning and all
        natural = width(text.decode("cp1252"), proportional=True) / 2 * first.size * scale
        stretch = 100 * (word[-1].right - first.left) / natural
    return (
        f"BT /F{_face(first)} {first.size * scale:.2f} Tf {stretch:.1f} Tz"
        f" 1 0 0 1 {first.left:.2f} {height - first.y + off:.2f} Tm <{codes.hex()}> Tj ET"
    )


def _fonts() -> Dictionary:
    return Dictionary(
        {
            f"/F{at}": Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{face}"), Encoding=Name.WinAnsiEncoding
            )
            for at, face in enumerate(_FACES)
        }
    )


def _picture(made: pikepdf.Pdf) -> pikepdf.Stream:
    """A white picture the size of the page."""
    return made.make_stream(
        b"\xff",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=1,
        Height=1,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )


def misnamed(content: bytes) -> bytes:
    """Print again with fonts that say of each letter that it is the next one of the alphabet."""
    pairs = "".join(f"<{code:02x}> <{code + 1:04x}>\n" for code in range(0x41, 0x7B))
    table = f"/CIDInit /ProcSet findresource begin begincmap\n58 beginbfchar\n{pairs}endbfchar endcmap end".encode()
    with pikepdf.open(BytesIO(reprinted(content, "words"))) as pdf:
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                font.ToUnicode = pdf.make_stream(table)
        saved = BytesIO()
        pdf.save(saved)
    return saved.getvalue()
