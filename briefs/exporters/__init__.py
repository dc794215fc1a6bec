"""The shelf of exporters: a published page in, a file out. One module per format, one line in FORMATS."""

from dataclasses import dataclass
from typing import Protocol

from briefs.exporters import typst_pdf
from briefs.exporters.page import File, Page


class Export(Protocol):
    """What a format's module provides: `site_url` is the public address of the site, "" where there is none."""

    def __call__(self, page: Page, *, site_url: str) -> File:
        """Turn the page into a file; the same page gives the same bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format the reader can take a brief away in: its place in addresses, its name in the menu, its function."""

    slug: str
    label: str
    export: Export


FORMATS = (Exporter("pdf", "PDF", typst_pdf.export),)
