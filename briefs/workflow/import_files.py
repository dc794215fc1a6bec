"""Bring whole folders of opinions in, one transaction each, and say what became of every file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DataError, transaction

from briefs import importers
from briefs.models import Opinion
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive

ENDINGS = (".txt", ".json")


@dataclass(frozen=True)
class Outcome:
    """What became of one file: `opinion` is there unless it was refused, `why` says why it was."""

    path: Path
    opinion: Opinion | None = None
    is_new: bool = False
    why: str = ""


def files_under(paths: Iterable[Path]) -> list[Path]:
    """Give the files named, and those under the folders named that end as opinions do, in order, each once."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def import_files(paths: Iterable[Path], *, by: Any) -> Iterator[Outcome]:
    """Import each file; one that is refused leaves nothing and does not stop the rest. Raises PermissionDenied."""
    for path in paths:
        try:
            yield _import(path, by)
        except importers.Unreadable as problem:
            yield Outcome(path, why=str(problem))
        except OSError as problem:
            yield Outcome(path, why=f"The file cannot be opened: {problem.strerror}.")
        except DataError:
            yield Outcome(path, why="A detail of the file is longer than it can be kept.")


@transaction.atomic
def _import(path: Path, by: Any) -> Outcome:
    if path.stat().st_size > settings.MAX_UPLOAD_BYTES:
        raise importers.Unreadable(f"The file is larger than {settings.MAX_UPLOAD_BYTES / 1024 / 1024:g} MB.")
    source = receive(path.name, path.read_bytes(), by=by)
    held = source.opinions.first()
    return Outcome(path, held, is_new=False) if held else Outcome(path, ingest(source, by=by), is_new=True)
