"""Bring whole folders of opinions in, one transaction each, and say what became of every file."""

import logging
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DataError, transaction

from briefs import importers
from briefs.models import Opinion
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive

ENDINGS = (".txt", ".json")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of one file: `opinion` is there unless it was refused, `why` says why it was."""

    path: Path
    opinion: Opinion | None = None
    is_new: bool = False
    why: str = ""


def files_under(paths: Iterable[Path]) -> list[Path]:
    """Give the files named, and what is under the folders named and ends as opinions do, in order, each once."""
    found: list[Path] = []
    for path in paths:
        if _is_folder(path):
            found += sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and not _is_folder(one))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # what cannot be looked at is refused when its turn comes
        return False


def import_files(paths: Iterable[Path], *, by: Any) -> Iterator[Outcome]:
    """Import each file; one that is refused leaves nothing and does not stop the rest. Raises PermissionDenied."""
    for path in paths:
        yield _outcome(path, by)


def _outcome(path: Path, by: Any) -> Outcome:
    try:
        return _import(path, by)
    except PermissionDenied:
        raise
    except importers.Unreadable as problem:
        why = str(problem)
    except OSError as problem:
        why = f"The file cannot be opened: {problem.strerror or type(problem).__name__}."
    except DataError:
        why = "A detail of the file is longer than it can be kept."
    except UnicodeError:
        why = "The file or its name holds characters that cannot be kept."
    except MemoryError:
        why = "The file needs more memory to be read than there is."
    except Exception as problem:  # one file must never stop the folder it lies in
        logger.exception("A file could not be imported: %s", _name(path))
        why = f"The file could not be imported ({type(problem).__name__}); the log says more."
    return Outcome(path, why=why)


@transaction.atomic
def _import(path: Path, by: Any) -> Outcome:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):  # a device or a pipe may never end
        raise importers.Unreadable("This is a folder or a device, not a file.")
    if about.st_size > settings.MAX_UPLOAD_BYTES:
        raise importers.Unreadable(f"The file is larger than {settings.MAX_UPLOAD_BYTES / 1024 / 1024:g} MB.")
    source = receive(_name(path), path.read_bytes(), by=by)
    held = source.opinions.first()
    return Outcome(path, held, is_new=False) if held else Outcome(path, ingest(source, by=by), is_new=True)


def _name(path: Path) -> str:
    """Give the file's name; bytes of it that are not UTF-8 become replacement characters."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
