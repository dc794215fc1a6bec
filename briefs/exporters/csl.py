"""A brief for reference managers as CSL-JSON: type legal_case, what citation processors read."""

import json
from collections.abc import Iterable
from typing import Any

from briefs.exporters.page import File, Page
from briefs.exporters.paper.sheet import file_stem
from briefs.exporters.reference import Reference, reference

slug = "csl"
label = "CSL-JSON"
about = "Pandoc, citation processors"
MIME = "application/vnd.citationstyles.csl+json"


def export(page: Page, *, site_url: str) -> File:
    """Give the case as a list of one item."""
    return File(f"{file_stem(page)}.csl.json", MIME, _written([reference(page, site_url)]))


def listed(pages: Iterable[Page], *, site_url: str) -> File:
    """Give the cases of several briefs in one file."""
    return File("briefs.csl.json", MIME, _written(reference(page, site_url) for page in pages))


def item(one: Reference) -> dict[str, Any]:
    """Give one CSL item; variables that are not known are left out, as CSL 1.0.2 wants it."""
    told = {
        "id": one.key,
        "type": "legal_case",
        "title": one.name,
        "container-title": one.reporter,
        "volume": one.volume,
        "page": one.first_page,
        "authority": one.court,
        "issued": {"date-parts": [list(one.decided)]} if one.decided else None,
        "number": one.docket,
        "references": one.history,
        "note": one.note,
        "abstract": one.abstract,
        "keyword": "; ".join(one.keywords),  # many a name of an issue has a comma
        "URL": one.url,
        "language": "en-US",
    }
    return {name: value for name, value in told.items() if value}


def _written(references: Iterable[Reference]) -> bytes:
    return (json.dumps([item(one) for one in references], ensure_ascii=False, indent=1) + "\n").encode()
