"""Bring whole folders and ZIPs of opinions in, some files to a transaction, and say what became of every file."""

import gc
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

from briefs import importers
from briefs.access import must
from briefs.models import Opinion
from briefs.workflow.import_batch import Brought, Outcome, file_content, import_batch, why_not

ENDINGS = (".txt", ".json", ".pdf", ".docx", ".html", ".htm", ".xhtml", ".zip")
_BATCH, _BATCH_BYTES = 16, 8 * 1024 * 1024  # what is kept in one transaction at most

_Told = tuple[Path, int | None, bool, str]  # an outcome as it comes from another process

REPORT = ["file", "became", "opinion", "why"]


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


def import_files(paths: Iterable[Path], *, by: Any, jobs: int = 1) -> Iterator[Outcome]:
    """Import each file, and each member of each ZIP; a refused one leaves nothing and does not stop the rest.

    `jobs` processes work at the same time; outcomes come in the order of the files. What is here already, byte for
    byte, is passed over, so that an import that was broken off is taken up by beginning it again.
    Raises PermissionDenied.
    """
    must(by, "import")
    paths = list(paths)
    are_files = not any(path.suffix.lower() == ".zip" for path in paths)
    batches = _batches(_brought(paths), len(paths) if are_files else 0, jobs)
    if jobs > 1:
        yield from _parallel(batches, by, jobs)
    else:
        for batch in batches:
            with _garbage_left():
                outcomes = import_batch(batch, by=by)
            yield from outcomes


def _parallel(batches: Iterator[list[Brought]], by: Any, jobs: int) -> Iterator[Outcome]:
    """Keep so many processes busy, and no more batches in memory than twice that."""
    connections.close_all()  # no process may use another's connection
    waiting: deque[Future[list[_Told]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork"), initializer=_begin) as pool:
        for batch in batches:
            waiting.append(pool.submit(_apart, batch, by))
            if len(waiting) > 2 * jobs:
                yield from _settled(waiting.popleft().result())
        while waiting:
            yield from _settled(waiting.popleft().result())


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Do not look for garbage while a batch is read and kept: it is many small rows, and hardly any go in rings.

    What does is looked for right after, when there is little to look through.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _begin() -> None:
    """Let a process that does nothing but import look for garbage seldom, and never among what it began with.

    Nor does it wait for the disk at the end of each batch. A batch is kept whole or not at all even so; what a fall of
    the server takes of the last second is brought by beginning the import again.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")


def _apart(batch: list[Brought], by: Any) -> list[_Told]:
    with _garbage_left():
        return [
            (one.path, one.opinion.pk if one.opinion else None, one.is_new, one.why)
            for one in import_batch(batch, by=by)
        ]


def _settled(told: list[_Told]) -> Iterator[Outcome]:
    opinions = Opinion.objects.without_texts().in_bulk([pk for _, pk, _, _ in told if pk])
    return (Outcome(path, opinions.get(pk or 0), is_new, why) for path, pk, is_new, why in told)


def _batches(brought: Iterable[Brought], whole: int = 0, jobs: int = 1) -> Iterator[list[Brought]]:
    """Put together what is kept in one transaction: so many files at most, and not too large ones.

    Where it is known how many files there are, the last batches get smaller, so that no process ends long before
    another.
    """
    batch: list[Brought] = []
    size, most = 0, _most(whole, jobs)
    for one in brought:
        batch.append(one)
        size += 0 if isinstance(one, Outcome) else _size(*one)
        if len(batch) >= most or size >= _BATCH_BYTES:
            yield batch
            whole -= len(batch)
            batch, size, most = [], 0, _most(whole, jobs)
    if batch:
        yield batch


def _most(left: int, jobs: int) -> int:
    return min(_BATCH, max(2, left // (2 * jobs))) if left > 0 else _BATCH


def _size(path: Path, content: bytes | None) -> int:
    try:
        return path.stat().st_size if content is None else len(content)
    except (OSError, ValueError):  # what cannot be looked at is refused when its turn comes
        return 0


def _brought(paths: Iterable[Path]) -> Iterator[Brought]:
    """Give what is to be imported: files, still unread, the members of ZIPs, and the ZIPs that cannot be opened."""
    for path in paths:
        if path.suffix.lower() != ".zip":
            yield path, None
            continue
        try:
            content = file_content(path, settings.MAX_ARCHIVE_BYTES)
        except (importers.Unreadable, OSError) as problem:
            yield Outcome(path, why=why_not(problem, path))
            continue
        if importers.is_archive(content):
            yield from _members(path, content)
        else:
            yield path, None


def _members(path: Path, content: bytes) -> Iterator[Outcome | tuple[Path, bytes]]:
    try:
        for entry in importers.entries(path.name, content, most_of_one=settings.MAX_UPLOAD_BYTES):
            inside = path / entry.path.lstrip("/")
            yield Outcome(inside, why=entry.why) if entry.content is None else (inside, entry.content)
    except importers.Unreadable as problem:
        yield Outcome(path, why=str(problem))
