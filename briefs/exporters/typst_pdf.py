"""A brief as PDF: its sheet becomes one JSON value, and templates/typst/brief.typ sets it.

The template gets data only, never markup, so nothing in a brief can be read as an instruction to Typst.
"""

import json
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from briefs.exporters.page import File, Page
from briefs.exporters.paper.sheet import file_stem, sheet

slug = "pdf"
label = "PDF"
about = "to print and to file"

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "typst"
# Each attempt: may the machine's own fonts be used, and which standard must the file keep.
ATTEMPTS: tuple[tuple[bool, list[Any]], ...] = ((False, ["ua-1"]), (True, ["ua-1"]), (True, []))


def export(page: Page, *, site_url: str) -> File:
    """Set the brief as a tagged PDF (PDF/UA-1) on US Letter; `site_url` is printed where the brief points online."""
    inputs = {"page": json.dumps(sheet(page, site_url), ensure_ascii=False, sort_keys=True)}
    published = date.fromisoformat(page["published_on"])
    return File(f"{file_stem(page)}.pdf", "application/pdf", _set(inputs, published))


def _set(inputs: dict[str, str], published: date) -> bytes:
    """Set with the fonts Typst carries, which are the same on every machine.

    Only where none of them has a letter (a Chinese name, say) are the machine's fonts asked; a letter that no
    font has is set as an empty box, still readable to a screen reader, and the file no longer calls itself PDF/UA.
    """
    midnight = datetime(published.year, published.month, published.day, tzinfo=UTC)
    for system, standards in ATTEMPTS:
        try:
            return typst.compile(
                TEMPLATES / "brief.typ",
                root=TEMPLATES,
                font_paths=_fonts(system),
                ignore_system_fonts=not system,
                sys_inputs=inputs,
                pdf_standards=standards,
                timestamp=midnight,
            )
        except typst.TypstError as error:
            if not standards or "could not be displayed" not in error.message:
                raise
    raise AssertionError("The last attempt either returns or raises.")


@lru_cache(maxsize=2)
def _fonts(system: bool) -> typst.Fonts:
    """Fonts are read once for a process; the machine's own take a while to find."""
    return typst.Fonts(include_system_fonts=system)
