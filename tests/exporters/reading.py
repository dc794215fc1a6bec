"""PDFs read back, as a reader meets them."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2

from briefs.exporters import typst_pdf
from briefs.exporters.page import File, Page
from tests.exporters import pages


@dataclass
class Read:
    """A PDF as a reader meets it: words page by page, bookmarks, links, tags."""

    pages: list[str]
    bookmarks: list[tuple[int, str]]
    outside: set[str]
    inside: list[tuple[int, int, str]]  # from page, to page, what the link is called
    tags: Counter[str]
    pdf: pikepdf.Pdf
    info: dict[str, str]
    metadata: str

    @property
    def text(self) -> str:
        return "\n".join(self.pages)


def export(page: Page) -> File:
    return typst_pdf.export(page, site_url=pages.SITE)


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u200b", "").replace("\ufffe", ""))


def read(content: bytes) -> Read:
    document = pypdfium2.PdfDocument(content)
    texts = [words(page.get_textpage().get_text_bounded()) for page in document]
    bookmarks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    pdf = pikepdf.open(io.BytesIO(content))
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    places = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items()) if "/Names" in pdf.Root else {}
    outside: set[str] = set()
    inside = []
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", []):
            assert str(note.Contents), "a link says where it leads"
            if "/A" in note:
                outside.add(str(note.A.URI))
            else:
                dest = note.Dest if isinstance(note.Dest, pikepdf.Array) else places[str(note.Dest)]
                dest = dest if isinstance(dest, pikepdf.Array) else dest.D
                inside.append((number, numbers[dest[0].objgen], str(note.Contents)))
    tags = Counter(str(node.S) for node in nodes(pdf.Root.StructTreeRoot) if "/S" in node)
    info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    return Read(texts, bookmarks, outside, inside, tags, pdf, info, pdf.Root.Metadata.read_bytes().decode())


def nodes(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from nodes(child)
    elif isinstance(node, pikepdf.Dictionary):
        yield node
        yield from nodes(node.get("/K"))


def in_order(text: str, *parts: str) -> bool:
    at = 0
    for part in parts:
        at = text.find(part, at) + 1
        assert at, f"{part!r} is missing or out of order"
    return True
