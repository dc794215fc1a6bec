"""Take in many files at once without reading them, and read them later: long work, done by the worker."""

import hashlib
import logging
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import DataError, IntegrityError, transaction

from briefs import importers
from briefs.access import must
from briefs.models import Source
from briefs.text.identifiers import mask
from briefs.workflow.alike import alike
from briefs.workflow.ingest import ingest, proposed
from briefs.workflow.long_work import Progress, Result
from briefs.workflow.read import read_source
from briefs.workflow.refusal import Refused

_REPORT = ["file", "became", "why"]
_READ, _REFUSED = Source.Reading, "cannot be read"

logger = logging.getLogger(__name__)


@transaction.atomic
def take_in(named: Iterable[tuple[str, bytes]], *, by: Any) -> list[Source]:
    """Keep files, by name, as they came; each waits to be read. The same bytes twice give the same Source.

    Raises PermissionDenied.
    """
    must(by, "import")
    kept = []
    for name, content in named:
        own = {"name": mask(name)[:255], "content": content, "size": len(content), "received_by": by}
        own["reading"] = Source.Reading.WAITING
        source, _ = Source.objects.get_or_create(sha256=hashlib.sha256(content).hexdigest(), defaults=own)
        kept.append(source)
    return list({source.pk: source for source in kept}.values())


def read_again(source: Source, *, by: Any) -> None:
    """Read a file that waits or could not be read; raises PermissionDenied, Refused with the sentence why it cannot."""
    must(by, "import")
    why = _read(source)
    if why:
        raise Refused(f"The file {source.name} cannot be read. {why}")


def read_brought(arguments: dict[str, Any], *, by: Any, progress: Progress) -> Result:
    """Read the files of `sources`, one after another; each that cannot be read keeps the sentence why.

    With `keep` each becomes an opinion with the details it gives, unless it may be here already: then, as without, it
    waits for a decision. `refused` are files that were not even taken in: [name, why].
    """
    report = [_REPORT, *([name, _REFUSED, why] for name, why in arguments.get("refused", ()))]
    ids = arguments["sources"]
    for done, pk in enumerate(ids):
        progress(done, len(ids))
        source = Source.objects.with_state().filter(pk=pk).first()
        if source is not None:
            report.append([source.name, *_became(source, by, keep=bool(arguments.get("keep")))])
    progress(len(ids), len(ids))
    tally = Counter(row[1] for row in report[1:])
    said = ", ".join(f"{number} {what}" for what, number in tally.items())
    return Result(f"{said or 'Nothing was brought'}.", report)


def waiting_job(sources: Iterable[Source], refused: Iterable[tuple[str, str]], *, keep: bool) -> dict[str, Any]:
    """Give the arguments of the job that reads these files."""
    named = [[mask(name), mask(why)] for name, why in refused]
    return {"sources": [source.pk for source in sources], "refused": named, "keep": keep}


def _became(source: Any, by: Any, *, keep: bool) -> tuple[str, str]:
    if source.state in ("imported", "released"):
        return "here already", ""
    why = _read(source)
    if why:
        return _REFUSED, why
    if not keep:
        return "needs a decision", ""
    try:
        with transaction.atomic():
            found = alike(read_source(source), proposed(source))
            if found:
                return "needs a decision", f"It may be here already: {found[0].opinion}; {found[0].why}."
            return "imported", str(ingest(source, by=by))
    except (IntegrityError, DataError) as problem:
        logger.warning("A file was read and could not be kept: %s", type(problem).__name__)
        return "needs a decision", "A detail that it gives cannot be kept as it is."


def _read(source: Source) -> str:
    """Read a file and keep how that went; gives the sentence why it cannot be read, or nothing."""
    rows = Source.objects.filter(pk=source.pk)
    rows.update(reading=_READ.NOW, refused="")
    try:
        read_source(source)
    except importers.Unreadable as problem:
        why = mask(str(problem))
        rows.update(reading=_READ.REFUSED, refused=why)
        return why
    except BaseException:
        rows.update(reading=_READ.WAITING)
        raise
    rows.update(reading="", refused="")
    return ""
