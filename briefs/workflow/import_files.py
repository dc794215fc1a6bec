"""Bring whole folders and ZIPs of opinions in, one transaction each, and say what became of every file."""

import logging
import multiprocessing
import stat
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, OperationalError, connections, transaction

from briefs import importers
from briefs.access import may_import
from briefs.models import Opinion
from briefs.text.identifiers import mask
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive

ENDINGS = (".txt", ".json", ".pdf", ".docx", ".html", ".htm", ".xhtml", ".zip")
_TRIES = 5  # two processes may make the same authority or address at once; one of them tries again

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of one file: `opinion` is there unless it was refused, `why` says why it was."""

    path: Path
    opinion: Opinion | None = None
    is_new: bool = False
    why: str = ""

    def row(self) -> list[str]:
        """Give the line of a report: the file, what became of it, the opinion's address, and why it was refused."""
        became = "refused" if self.opinion is None else "imported" if self.is_new else "same as"
        slug = self.opinion.slug if self.opinion else ""
        return [mask(_printed(str(self.path))), became, slug, mask(self.why)]


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
    if not may_import(by):
        raise PermissionDenied("Only members of the clinic import opinions.")
    brought = _brought(paths)
    if jobs < 2:
        for one in brought:
            yield one if isinstance(one, Outcome) else _outcome(*one, by)
        return
    yield from _parallel(brought, by, jobs)


def import_contents(named: Iterable[tuple[str, bytes]], *, by: Any) -> Iterator[Outcome]:
    """Import files that are in hand already, by name, as `import_files` does."""
    for name, content in named:
        for one in _members(Path(name), content) if importers.is_archive(content) else [(Path(name), content)]:
            yield one if isinstance(one, Outcome) else _outcome(*one, by)


def _parallel(brought: Iterator[Any], by: Any, jobs: int) -> Iterator[Outcome]:
    """Keep so many processes busy, and no more files in memory than twice that."""
    connections.close_all()  # no process may use another's connection
    waiting: deque[Future[Any] | Outcome] = deque()
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork")) as pool:
        for one in brought:
            waiting.append(one if isinstance(one, Outcome) else pool.submit(_apart, *one, by))
            while len(waiting) > 2 * jobs:
                yield _settled(waiting.popleft())
        while waiting:
            yield _settled(waiting.popleft())


def _apart(path: Path, content: bytes | None, by: Any) -> tuple[Path, int | None, bool, str]:
    done = _outcome(path, content, by)
    return done.path, done.opinion.pk if done.opinion else None, done.is_new, done.why


def _settled(one: Any) -> Outcome:
    if isinstance(one, Outcome):
        return one
    path, pk, is_new, why = one.result()
    opinion = Opinion.objects.defer("raw", "text", "marks", "pieces").get(pk=pk) if pk else None
    return Outcome(path, opinion, is_new, why)


def _brought(paths: Iterable[Path]) -> Iterator[Outcome | tuple[Path, bytes | None]]:
    """Give what is to be imported: files, still unread, the members of ZIPs, and the ZIPs that cannot be opened."""
    for path in paths:
        if path.suffix.lower() != ".zip":
            yield path, None
            continue
        try:
            content = _content(path, settings.MAX_ARCHIVE_BYTES)
        except (importers.Unreadable, OSError) as problem:
            yield Outcome(path, why=_why(problem, path))
            continue
        if importers.is_archive(content):
            yield from _members(path, content)
        else:
            yield path, None


def _members(path: Path, content: bytes) -> Iterator[Outcome | tuple[Path, bytes | None]]:
    try:
        for entry in importers.entries(path.name, content, most_of_one=settings.MAX_UPLOAD_BYTES):
            inside = path / entry.path.lstrip("/")
            yield Outcome(inside, why=entry.why) if entry.content is None else (inside, entry.content)
    except importers.Unreadable as problem:
        yield Outcome(path, why=str(problem))


def _outcome(path: Path, content: bytes | None, by: Any) -> Outcome:
    for left in reversed(range(_TRIES)):
        try:
            return _import(path, content, by)
        except PermissionDenied:
            raise
        except (OperationalError, IntegrityError) as problem:
            if not left:
                return Outcome(path, why=_why(problem, path))
        except Exception as problem:  # one file must never stop the folder it lies in
            return Outcome(path, why=_why(problem, path))
    raise AssertionError("every try ends in an outcome")


def _why(problem: Exception, path: Path) -> str:
    """Say in a sentence why a file was not imported."""
    if isinstance(problem, importers.Unreadable):
        return str(problem)
    if isinstance(problem, OSError):
        return f"The file cannot be opened: {problem.strerror or type(problem).__name__}."
    if isinstance(problem, DataError):
        return "A detail of the file is longer than it can be kept."
    if isinstance(problem, UnicodeError):
        return "The file or its name holds characters that cannot be kept."
    if isinstance(problem, MemoryError):
        return "The file needs more memory to be read than there is."
    logger.error("A file could not be imported: %s", mask(_name(path)), exc_info=problem)
    return f"The file could not be imported ({type(problem).__name__}); the log says more."


@transaction.atomic
def _import(path: Path, content: bytes | None, by: Any) -> Outcome:
    source = receive(_name(path), _content(path, settings.MAX_UPLOAD_BYTES) if content is None else content, by=by)
    held = source.opinions.order_by("case", "position").first()
    return Outcome(path, held, is_new=False) if held else Outcome(path, ingest(source, by=by), is_new=True)


def _content(path: Path, most: int) -> bytes:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):  # a device or a pipe may never end
        raise importers.Unreadable("This is a folder or a device, not a file.")
    if about.st_size > most:
        raise importers.Unreadable(f"The file is larger than {most / 1024 / 1024:g} MB.")
    return path.read_bytes()


def _name(path: Path) -> str:
    """Give the file's name; bytes of it that are not UTF-8 become replacement characters."""
    return _printed(path.name)


def _printed(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
