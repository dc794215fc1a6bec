"""Import some files in one transaction, and say what became of each."""

import hashlib
import logging
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, OperationalError, reset_queries, transaction
from psycopg.errors import UniqueViolation

from briefs import importers
from briefs.models import Opinion, Source
from briefs.text.identifiers import mask
from briefs.workflow.constraints import sentence
from briefs.workflow.copy_in import copy_in
from briefs.workflow.ingest import as_it_says, ingest
from briefs.workflow.keep import Ready, claimed, keep
from briefs.workflow.receive import receive, received_anew

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


Brought = Outcome | tuple[Path, bytes | None]  # what was refused at once; a file, unread where it has a path of its own


def import_batch(batch: Sequence[Brought], *, by: Any) -> list[Outcome]:
    """Import files together; where one of them cannot be kept, each by itself. A refused one leaves nothing.

    Gives what became of each, in order. Raises PermissionDenied.
    """
    reset_queries()  # with DEBUG, Django keeps every statement in memory
    outcomes: dict[int, Outcome] = {at: one for at, one in enumerate(batch) if isinstance(one, Outcome)}
    contents: dict[int, bytes] = {}
    paths = {at: one[0] for at, one in enumerate(batch) if not isinstance(one, Outcome)}
    for at, path in paths.items():
        try:
            given = batch[at][1]  # type: ignore[index]
            contents[at] = file_content(path, settings.MAX_UPLOAD_BYTES) if given is None else given
        except Exception as problem:  # one file must never stop the folder it lies in
            outcomes[at] = Outcome(path, why=why_not(problem, path))
    hashes = {at: hashlib.sha256(content).hexdigest() for at, content in contents.items()}
    rows = Opinion.objects.filter(source__sha256__in=hashes.values()).order_by("-case", "-position")
    held = {row.source.sha256: row for row in rows.select_related("source").without_texts().defer("source__content")}
    received = set(Source.objects.filter(sha256__in=hashes.values()).values_list("sha256", flat=True))
    new: dict[int, Ready] = {}
    for at, content in contents.items():
        if hashes[at] in held:
            outcomes[at] = Outcome(paths[at], held[hashes[at]])
        elif hashes[at] not in received:
            received.add(hashes[at])
            try:
                new[at] = as_it_says(received_anew(_name(paths[at]), content, by=by))
            except Exception as problem:
                outcomes[at] = Outcome(paths[at], why=why_not(problem, paths[at]))
    outcomes |= _kept(new, paths, by)
    for at, content in contents.items():
        if at not in outcomes:  # it waits here already, comes twice, or something in its batch could not be kept
            outcomes[at] = _alone(paths[at], content, by)
    return [outcomes[at] for at in range(len(batch))]


def _kept(new: dict[int, Ready], paths: dict[int, Path], by: Any) -> dict[int, Outcome]:
    """Keep what was read in one transaction; gives nothing of what is to be tried by itself."""
    cases = claimed(list(new.values()))
    refused = {
        at: Outcome(paths[at], why=f"{case} is here already with the citation this file gives for itself. Bring it as"
                    " a new source of that case, or by itself at the import desk.")
        for (at, file) in new.items()
        if (case := cases.get(file.details.get("citation", "")))
    }  # fmt: skip
    cites = [file.details["citation"] for file in new.values() if file.details.get("citation")]
    together = {
        at: file for at, file in new.items() if at not in refused and cites.count(file.details.get("citation", "")) < 2
    }
    try:
        with transaction.atomic():
            copy_in([file.source for file in together.values()])
            opinions = keep(list(together.values()), by=by)
    except Exception as problem:  # whichever it was, each is tried by itself and says why it was refused
        logger.info("A batch is imported file by file: %s", type(problem).__name__)
        return refused
    return refused | {
        at: Outcome(paths[at], opinion, is_new=True) for at, opinion in zip(together, opinions, strict=True)
    }


def _alone(path: Path, content: bytes, by: Any) -> Outcome:
    for left in reversed(range(_TRIES)):
        try:
            return _import(path, content, by)
        except PermissionDenied:
            raise
        except (OperationalError, IntegrityError) as problem:
            if not left:
                return Outcome(path, why=why_not(problem, path))
        except Exception as problem:
            return Outcome(path, why=why_not(problem, path))
    raise AssertionError("every try ends in an outcome")


def why_not(problem: Exception, path: Path) -> str:
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
    if isinstance(problem, IntegrityError) and getattr(problem.__cause__, "sqlstate", "") == UniqueViolation.sqlstate:
        return sentence(problem)
    logger.error("A file could not be imported: %s", mask(_name(path)), exc_info=problem)
    return f"The file could not be imported ({type(problem).__name__}); the log says more."


@transaction.atomic
def _import(path: Path, content: bytes, by: Any) -> Outcome:
    source = receive(_name(path), content, by=by)
    held = source.opinions.order_by("case", "position").first()
    return Outcome(path, held, is_new=False) if held else Outcome(path, ingest(source, by=by), is_new=True)


def file_content(path: Path, most: int) -> bytes:
    """Read a file of at most so many bytes; raises Unreadable, OSError."""
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
