"""A brief as PDF: its sheet becomes one JSON value, and templates/typst/brief.typ sets it.

The template gets data only, never markup, so nothing in a brief can be read as an instruction to Typst.
"""

import json
from datetime import date
from threading import Thread

from briefs.exporters.page import File, Page
from briefs.exporters.paper.setting import forget, set_pdf
from briefs.exporters.paper.sheet import file_stem, sheet

slug = "pdf"
label = "PDF"
about = "to print and to file"


def export(page: Page, *, site_url: str) -> File:
    """Set the brief as a tagged PDF (PDF/UA-1) on US Letter; `site_url` is printed where the brief points online."""
    inputs = {"page": json.dumps(sheet(page, site_url), ensure_ascii=False, sort_keys=True)}
    content = set_pdf("brief.typ", inputs, date.fromisoformat(page["published_on"]))
    Thread(target=forget).start()  # a reader does not wait for it
    return File(f"{file_stem(page)}.pdf", "application/pdf", content)
