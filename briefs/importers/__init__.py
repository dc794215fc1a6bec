"""Importers: bytes of a file -> the text of one opinion with details, or a sentence that says why not."""

from typing import Protocol

from briefs.importers import courtlistener, txt
from briefs.importers.imported import Detail, Imported, Unreadable


class Format(Protocol):
    """What a module of this shelf offers."""

    def claims(self, name: str, content: bytes) -> bool:
        """Tell whether a file is of this format, by its name and its first bytes."""

    def read(self, content: bytes) -> Imported:
        """Read it; raises Unreadable."""


# Every format, in the order in which they are asked whether a file is theirs; the last takes what nobody claims.
FORMATS: tuple[Format, ...] = (courtlistener, txt)

LIMIT = 10 * 1024 * 1024


def read(name: str, content: bytes, *, limit: int = LIMIT) -> Imported:
    """Read an opinion from the bytes of a file; `name` is the file's name, `limit` the most bytes taken.

    Raises Unreadable with a sentence for the person who brought the file.
    """
    if len(content) > limit:
        raise Unreadable(f"The file is larger than {limit / 1024 / 1024:g} MB.")
    if not content.strip():
        raise Unreadable("The file is empty.")
    for form in FORMATS:
        if form.claims(name, content):
            return form.read(content)
    return txt.read(content)


__all__ = ["FORMATS", "LIMIT", "Detail", "Format", "Imported", "Unreadable", "read"]
