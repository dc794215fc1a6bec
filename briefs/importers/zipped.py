"""ZIP archives of opinions: every member by itself, safely; what is wrong with one never stops the rest."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefs.importers.imported import Unreadable
from briefs.importers.packed import MOST_BYTES, MOST_FILES, MOST_OF_ONE, misplaced, opened, taken

_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_WORD = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One member of an archive: its bytes, or None and the sentence that says why it is not read."""

    path: str
    content: bytes | None
    why: str = ""


def is_archive(content: bytes) -> bool:
    """Tell a ZIP of files from a Word file, which is a ZIP too."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not is_word(content)


def is_word(content: bytes) -> bool:
    """Tell a Word file by the part every one has."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        return _WORD in opened(content).namelist()
    except Unreadable:
        return _WORD.encode() in content


def entries(
    name: str,
    content: bytes,
    *,
    most_files: int = MOST_FILES,
    most_bytes: int = MOST_BYTES,
    most_of_one: int = MOST_OF_ONE,
) -> Iterator[Entry]:
    """Give the members of the archive `name` one after another, in the order of the archive.

    One that cannot be had comes with its sentence. Nothing is written to disk, and only one member is in memory at
    a time. Raises Unreadable when the archive itself cannot be opened or has more than `most_files` members; past
    `most_bytes` unpacked the members that are left each come with a sentence.
    """
    with opened(content) as archive:
        members = [info for info in archive.infolist() if not info.is_dir() and not _is_litter(info.filename)]
        if len(members) > most_files:
            raise Unreadable(f"The ZIP archive holds {len(members):,} files; the most we read is {most_files:,}.")
        if not members:
            raise Unreadable("The ZIP archive holds no files.")
        left = most_bytes
        for info in members:
            path = _printable(info.filename)
            try:
                found = _member(archive, info, most=most_of_one, left=left)
            except Unreadable as problem:
                yield Entry(path, None, str(problem))
                continue
            left -= len(found)
            yield Entry(path, found)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, most: int, left: int) -> bytes:
    if misplaced(info.filename):
        raise Unreadable("Its name leads out of the ZIP archive, so it is not unpacked.")
    if info.file_size > left:
        raise Unreadable("The ZIP archive unpacks to more than we take; this file is past the limit.")
    found = taken(archive, info, most=min(most, left))
    if is_archive(found) or PurePosixPath(info.filename).suffix.casefold() == ".zip":
        raise Unreadable("It is a ZIP archive inside the ZIP archive; bring it by itself.")
    return found


def _is_litter(name: str) -> bool:
    return any(name.startswith(one) or name.endswith("/" + one) or name == one for one in _LITTER)


def _printable(name: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in name)[:500]
