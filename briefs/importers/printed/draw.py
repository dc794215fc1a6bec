"""Draws one page of a PDF: a program of its own, run by `page_images`, that stands on nothing of the house.

It gets a line of JSON (`page` from 1, `width` in pixels, `seconds`, `megabytes`) and the file on standard input, and
writes the picture as PNG. Exit code 3 says that there is no such page or that it cannot be drawn.
"""

import json
import resource
import struct
import sys
import zlib

import pypdfium2 as pdfium

_TALLEST = 3  # times as high as wide: what is longer is drawn smaller
_GLANCE = 300  # pixels of the small picture that shows where the print stands
_MARGIN = 14  # points of white left around it
_MOST = 0.2  # of the page's width or height that may be left out on one side, so that pages keep about one scale
# Sixteen greys are enough for print, and halve the picture.
_GREYS = bytes((level & 0xF0) | (level >> 4) for level in range(256))


def png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Write grey pixels, `stride` bytes to a row, as PNG (ISO/IEC 15948)."""
    rows = b"".join(b"\0" + pixels[at * stride : at * stride + width].translate(_GREYS) for at in range(height))
    head = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    framed = (
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held)) for name, held in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def drawn(content: bytes, page: int, width: int) -> bytes:
    """Draw a page; raises pdfium.PdfiumError, ValueError, IndexError."""
    opened = pdfium.PdfDocument(content)
    if not 1 <= page <= len(opened):
        raise IndexError(page)
    one = opened[page - 1]
    across, down = one.get_size()
    crop = _white(one, across, down)
    across, down = across - crop[0] - crop[2], down - crop[1] - crop[3]
    bitmap = one.render(scale=min(width / across, _TALLEST * width / down), crop=crop, grayscale=True)
    return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)


def _white(page: pdfium.PdfPage, across: float, down: float) -> tuple[float, float, float, float]:
    """Give how much of the margins can be left out, in points: left, bottom, right, top; print is drawn larger then."""
    seen = page.render(scale=_GLANCE / max(across, down), grayscale=True)
    pixels = bytes(seen.buffer)
    rows = [pixels[at * seen.stride : at * seen.stride + seen.width] for at in range(seen.height)]
    inked = [at for at, row in enumerate(rows) if row.strip(b"\xff")]
    if not inked:
        return 0.0, 0.0, 0.0, 0.0
    left = min(len(row) - len(row.lstrip(b"\xff")) for row in rows)
    right = min(len(row) - len(row.rstrip(b"\xff")) for row in rows)
    wide, high = across / seen.width, down / seen.height
    spared = (
        (left * wide, across),
        ((seen.height - 1 - inked[-1]) * high, down),
        (right * wide, across),
        (inked[0] * high, down),
    )
    return tuple(min(max(0.0, white - _MARGIN), _MOST * whole) for white, whole in spared)


def _main() -> int:
    call = json.loads(sys.stdin.buffer.readline())
    memory = call["megabytes"] * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (call["seconds"], call["seconds"] + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        picture = drawn(sys.stdin.buffer.read(), call["page"], call["width"])
    except (pdfium.PdfiumError, ValueError, IndexError, ZeroDivisionError, MemoryError):
        return 3
    sys.stdout.buffer.write(picture)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
