"""The shelf of exporters: a published page in, a file out. One module per format, one name in FORMATS or LISTS."""

from collections.abc import Iterable
from typing import Protocol

from briefs.exporters import bibtex, csl, docx, edition_json, ris, spreadsheet, typst_pdf
from briefs.exporters.page import File, Page


class Exporter(Protocol):
    """What the module of a format has: its place in addresses, its name and use in the menu, and its function."""

    slug: str
    label: str
    about: str

    def export(self, page: Page, *, site_url: str) -> File:
        """Turn the page into a file, the same bytes each time; `site_url` is the site's public address, or ""."""
        ...


class ListExporter(Protocol):
    """What the module of a format has in which a whole list of briefs is taken away."""

    slug: str
    label: str
    about: str

    def listed(self, pages: Iterable[Page], *, site_url: str) -> File:
        """Turn pages into one file, in their order, the same bytes each time."""
        ...


PAPER: tuple[Exporter, ...] = (typst_pdf, docx)
REFERENCES: tuple[Exporter, ...] = (ris, bibtex, csl)
DATA: tuple[Exporter, ...] = (edition_json,)
FORMATS: tuple[Exporter, ...] = (*PAPER, *REFERENCES, *DATA)
LISTS: tuple[ListExporter, ...] = (ris, bibtex, csl, spreadsheet)
