"""What may be taken out of a ZIP: the limits in one place, and each member's bytes or the sentence that refuses it."""

import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from briefs.importers.imported import Unreadable

MOST_FILES = 20_000
MOST_BYTES = 2 * 1024**3  # of all members together, unpacked
MOST_OF_ONE = 64 * 1024**2
MOST_RATIO = 200  # unpacked to packed; text packs 3 to 1, a page of one letter 1,000 to 1
_CHUNK = 1024 * 1024


def opened(content: bytes) -> zipfile.ZipFile:
    """Open a ZIP; raises Unreadable."""
    try:
        return zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, EOFError, OSError, NotImplementedError):
        raise Unreadable("The ZIP archive is damaged or cut off, so it cannot be opened.") from None


def taken(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, most: int = MOST_OF_ONE) -> bytes:
    """Give the bytes of a member, never more than `most`, whatever its header says; raises Unreadable."""
    if info.flag_bits & 0x1:
        raise Unreadable("It is encrypted in the ZIP archive; unpack it and bring the file itself.")
    if info.file_size > most:
        raise Unreadable(f"It is larger than {most / 1024 / 1024:g} MB unpacked.")
    if info.file_size > 1024 * 1024 and info.file_size > MOST_RATIO * max(1, info.compress_size):
        raise Unreadable(f"It unpacks to more than {MOST_RATIO} times its size, as no real opinion does.")
    chunks: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as member:
            while chunk := member.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise Unreadable(f"It is larger than {most / 1024 / 1024:g} MB unpacked.")
                chunks.append(chunk)
    except Unreadable:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ) as problem:
        raise Unreadable("It is damaged in the ZIP archive, or packed in a way that cannot be unpacked.") from problem
    return b"".join(chunks)


def misplaced(name: str) -> bool:
    """Tell a member's name that leads out of the archive: absolute, with a drive, or through `..`."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":") or "\x00" in name
