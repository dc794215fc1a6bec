"""The shelf of exporters: a published page in, a file out. One module per format, one name in FORMATS."""

from typing import Protocol

from briefs.exporters import typst_pdf
from briefs.exporters.page import File, Page


class Exporter(Protocol):
    """What the module of a format has: its place in addresses, its name in the menu, and its function."""

    slug: str
    label: str

    def export(self, page: Page, *, site_url: str) -> File:
        """Turn the page into a file, the same bytes each time; `site_url` is the site's public address, or ""."""
        ...


FORMATS: tuple[Exporter, ...] = (typst_pdf,)
