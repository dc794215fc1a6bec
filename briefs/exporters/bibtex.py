"""A brief for reference managers as BibTeX: biblatex's @jurisdiction, the type for court decisions."""

import re
from collections.abc import Iterable

from briefs.exporters.page import File, Page
from briefs.exporters.paper.sheet import file_stem
from briefs.exporters.reference import Reference, reference

slug = "bibtex"
label = "BibTeX"
about = "LaTeX, JabRef"
MIME = "application/x-bibtex"
# What TeX would take for a command. Everything else is UTF-8, which biblatex reads.
_SIGNS = {sign: f"\\{sign}" for sign in "#$%&_{}"}
_SIGNS |= {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_PLAIN = ("url", "date", "year")


def export(page: Page, *, site_url: str) -> File:
    """Give the case as one entry."""
    return File(f"{file_stem(page)}.bib", MIME, _written([reference(page, site_url)]))


def listed(pages: Iterable[Page], *, site_url: str) -> File:
    """Give the cases of several briefs in one file."""
    return File("briefs.bib", MIME, _written(reference(page, site_url) for page in pages))


def _written(references: Iterable[Reference]) -> bytes:
    return "\n".join(_entry(one) for one in references).encode()


def _entry(one: Reference) -> str:
    fields = {
        "title": one.name,
        "journaltitle": one.reporter,
        "volume": one.volume,
        "pages": one.first_page,
        "institution": one.court,
        "date": "-".join(f"{part:02d}" for part in one.decided),
        "year": str(one.decided[0]) if one.decided else "",
        "number": one.docket,
        "note": one.note,
        "abstract": one.abstract,
        "keywords": ", ".join(word.replace(",", "") for word in one.keywords),
        "url": one.url,
        "langid": "american",
    }
    lines = [f"  {name} = {{{_value(name, value)}}}" for name, value in fields.items() if value]
    return f"@jurisdiction{{{one.key},\n" + ",\n".join(lines) + "\n}\n"


def _value(name: str, value: str) -> str:
    value = " ".join(value.split())
    if name in _PLAIN:
        return value.replace("{", "%7B").replace("}", "%7D")
    value = re.sub(r"[#$%&_{}\\~^]", lambda found: _SIGNS[found[0]], value)
    # A style that sets titles in lower case must leave a case's name alone.
    return f"{{{value}}}" if name == "title" else value
