"""Importers: bytes of a file -> the text of one or more opinions with details, or a sentence that says why not."""

from pathlib import PurePosixPath
from typing import Protocol

from briefs.importers import cap, courtlistener, docx, html, pdf, txt
from briefs.importers.apart import read_apart
from briefs.importers.imported import Detail, Imported, Unreadable, Writing
from briefs.importers.zipped import Entry, entries, is_archive


class Format(Protocol):
    """What a module of this shelf offers."""

    def claims(self, name: str, content: bytes) -> bool:
        """Tell whether a file is of this format, by its name and its first bytes."""

    def read(self, content: bytes) -> Imported:
        """Read it; raises Unreadable."""


# Every format, in the order in which they are asked whether a file is theirs; the last takes what nobody claims.
FORMATS: tuple[Format, ...] = (pdf, docx, html, cap, courtlistener, txt)

# How each is called where a file's name says another, by the endings that are its own.
_CALLED = {
    "a PDF file": (pdf, (".pdf",)),
    "a Word document": (docx, (".docx", ".docm", ".dotx")),
    "HTML": (html, (".html", ".htm", ".xhtml", ".xml")),
    "a record in JSON": (cap, (".json",)),
    "plain text": (txt, (".txt", ".text", ".md", "")),
}
_CLAIMING = frozenset(ending for _, endings in _CALLED.values() for ending in endings if ending)

LIMIT = 10 * 1024 * 1024


def read(name: str, content: bytes, *, limit: int = LIMIT) -> Imported:
    """Read an opinion from the bytes of a file; `name` is the file's name, `limit` the most bytes taken.

    Raises Unreadable with a sentence for the person who brought the file, and nothing else. It reads here and now;
    `read_apart` does the same in a process of its own, within limits of time and memory.
    """
    if len(content) > limit:
        raise Unreadable(f"The file is larger than {limit / 1024 / 1024:g} MB.")
    if not content.strip():
        raise Unreadable("The file is empty.")
    if is_archive(content) and not docx.claims(name, content):
        raise Unreadable("The file is a ZIP archive, not a Word document; its files are imported one by one.")
    form = next((form for form in FORMATS if form.claims(name, content)), txt)
    try:
        imported = form.read(content)
    except RecursionError:
        raise Unreadable("The file is nested too deeply to be read.") from None
    note = " ".join(one for one in (_misnamed(name, form), imported.note) if one)
    return Imported(imported.raw, imported.clean, imported.details, note, imported.writings)


def _misnamed(name: str, form: Format) -> str:
    """Say so where a file's name ends as another format's."""
    ending = PurePosixPath(name).suffix.casefold()
    own = cap if form is courtlistener else form
    for called, (module, endings) in _CALLED.items():
        if own is module and ending in _CLAIMING and ending not in endings:
            return f"The file's name ends in {ending}, but it is {called} and was read as that."
    return ""


__all__ = [
    "FORMATS",
    "LIMIT",
    "Detail",
    "Entry",
    "Format",
    "Imported",
    "Unreadable",
    "Writing",
    "entries",
    "is_archive",
    "read",
    "read_apart",
]
