"""A brief for reference managers as RIS: type CASE, with the tags that EndNote writes and Zotero reads for cases."""

from collections.abc import Iterable, Iterator

from briefs.exporters.page import File, Page
from briefs.exporters.paper.sheet import file_stem
from briefs.exporters.reference import Reference, reference

slug = "ris"
label = "RIS"
about = "Zotero, EndNote, Mendeley"
MIME = "application/x-research-info-systems"
NEWLINE = "\r\n"  # the format's own line ending


def export(page: Page, *, site_url: str) -> File:
    """Give the case as one RIS entry."""
    return File(f"{file_stem(page)}.ris", MIME, written([reference(page, site_url)]))


def listed(pages: Iterable[Page], *, site_url: str) -> File:
    """Give the cases of several briefs in one file."""
    return File("briefs.ris", MIME, written(reference(page, site_url) for page in pages))


def written(references: Iterable[Reference]) -> bytes:
    """Write entries; each begins with TY and ends with ER, one tag a line."""
    return NEWLINE.join(line for one in references for line in (*_lines(one), "")).encode()


def _lines(one: Reference) -> Iterator[str]:
    day = "/".join(f"{part:02d}" for part in one.decided)
    tags = [
        ("TY", "CASE"),
        ("ID", one.key),
        ("TI", one.name),
        ("A2", one.reporter),  # EndNote and Zotero
        ("T2", one.reporter),  # the others
        ("VL", one.volume),
        ("SP", one.first_page),
        ("PB", one.court),
        # A date in RIS has three slashes: year/month/day/other.
        ("DA", day + "/" * (4 - len(one.decided)) if day else ""),
        ("PY", str(one.decided[0]) if one.decided else ""),
        ("SV", one.docket),
        ("OP", one.history),  # Zotero and EndNote
        ("M2", one.note),
        ("AB", one.abstract),
        *(("KW", word) for word in one.keywords),
        ("UR", one.url),
        ("LA", "en-US"),
    ]
    for tag, value in tags:
        if value:
            yield f"{tag}  - {' '.join(value.split())}"
    yield "ER  - "
