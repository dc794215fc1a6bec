"""Plain text: UTF-8, UTF-16 with a byte order mark, or Windows-1252."""

import codecs

from briefs.importers.details import from_text
from briefs.importers.imported import Imported, Unreadable, checked
from briefs.importers.writings import writings
from briefs.text.lines import HEAD, PAGE_HEAD
from briefs.text.normalise import normalise

SUFFIX = ".txt"
_HEADS = (HEAD, PAGE_HEAD)  # what printed pages say again and again: how the case is cited, when it was filed

# The first bytes of files people bring by mistake, and what to call them.
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a Word document or a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
_UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")  # bytes Windows-1252 gives no character


def claims(name: str, content: bytes) -> bool:
    """Take every file nobody else claims."""
    return True


def read(content: bytes) -> Imported:
    """Read plain text; raises Unreadable."""
    raw = checked(decoded(content))
    clean = normalise(raw)
    heads = [raw[piece.raw_start : piece.raw_end].strip() for piece in clean.pieces if piece.name in _HEADS]
    return Imported(raw, clean, from_text(clean, heads), writings=writings(clean))


def decoded(content: bytes) -> str:
    """Decode a text file; raises Unreadable when the bytes are no text in an encoding we know."""
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise Unreadable(f"The file is {what}, not plain text.")
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    sample = content[:1_000_000]
    control = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in sample)
    high = sum(byte > 127 for byte in sample)
    if b"\x00" in content or control > len(sample) / 500 or high > len(sample) / 4 or _UNDEFINED & set(sample):
        raise Unreadable("The file is not plain text: its bytes are neither UTF-8 nor Windows-1252.")
    return content.decode("cp1252", errors="replace")
