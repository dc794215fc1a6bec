"""Pictures of pages, drawn apart: what cannot be drawn is a sentence."""

import struct
import zlib

import pytest

from briefs.importers import Unreadable
from briefs.importers.page_images import page_image
from tests.importers.press.typst_pdf import slip
from tests.importers.test_bad_pdf import GOOD, encrypted, pages


def size(picture: bytes) -> tuple[int, int]:
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">2I", picture[16:24])


def test_a_page_is_drawn_as_wide_as_asked_with_its_white_margins_left_out():
    picture = page_image(slip("kaptsov", "book"), 2, width=600)
    width, height = size(picture)
    assert 597 <= width <= 603
    assert height / width > 11 / 8.5
    packed = picture[picture.index(b"IDAT") + 4 : picture.rindex(b"IEND") - 8]
    assert len(zlib.decompress(packed)) == height * (width + 1)


@pytest.mark.parametrize(
    ("content", "page"),
    [(GOOD, 99), (GOOD, 0), (b"no PDF", 1), (encrypted(), 1), (pages(0), 1), (GOOD[:200], 1)],
    ids=["past the end", "no page", "no PDF", "encrypted", "no pages", "cut off"],
)
def test_what_cannot_be_drawn_is_said(content: bytes, page: int):
    with pytest.raises(Unreadable, match=f"Page {page} of this file cannot be drawn"):
        page_image(content, page)


def test_an_empty_page_is_white():
    assert size(page_image(pages(1), 1, width=200))[0] == 200


def test_drawing_ends_at_its_limits():
    with pytest.raises(Unreadable, match="cannot be drawn"):
        page_image(GOOD, 1, megabytes=20)
