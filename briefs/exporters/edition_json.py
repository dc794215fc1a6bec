"""An edition as JSON: the frozen page itself under its schema, for whoever wants to reckon with it."""

import json

from briefs.exporters.page import File, Page
from briefs.exporters.paper.sheet import file_stem

slug = "json"
label = "JSON"
about = "the whole edition as data"
MIME = "application/json"
SCHEMA_PATH = "/api/v1/edition.schema.json"


def export(page: Page, *, site_url: str) -> File:
    """Give the page with the address of its schema and its own; no id of a database row goes out."""
    site = site_url.rstrip("/")
    told = {
        "$schema": site + SCHEMA_PATH,
        "url": f"{site}/briefs/{page['slug']}/editions/{page['edition']}/",
        **page,
        "authorities": [{name: value for name, value in row.items() if name != "id"} for row in page["authorities"]],
    }
    return File(f"{file_stem(page)}.json", MIME, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
