"""What bringing the corpus in costs, end to end: beside one process with eyecite as it comes and save() per row."""

import json
import os
import resource
import time
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import connection, connections, transaction
from eyecite import get_citations

from briefs.models import Case, Opinion, Passage, Source
from briefs.workflow.import_files import files_under, import_files
from tests.bench.clock import table

_PLAIN = 20  # records the plain way is tried on; it is too slow for all of them


def imports(corpus: Path) -> None:
    """Print opinions a second with one process, with one a core, and the plain way, in a database of their own."""
    if not corpus.is_dir():
        print("The corpus of opinions is not on this machine, so importing is not measured.")
        return
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        _measure(files_under([corpus]))
    finally:
        connections.close_all()
        connection.creation.destroy_test_db(name, verbosity=0)


def _measure(paths: list[Path]) -> None:
    user = User.objects.create_user("bench", is_staff=True)
    user.groups.add(Group.objects.get(name="staff"))
    cores = os.cpu_count() or 1
    plain = _plainly(paths[:_PLAIN])
    rows: list[tuple[Any, ...]] = [(f"plainly, {_PLAIN} records", plain, 1.0, "")]
    for label, jobs in (("one process", 1), (f"{cores} processes", cores)):
        before = _memory()
        began = time.perf_counter()
        done = sum(outcome.is_new for outcome in import_files(paths, by=user, jobs=jobs))
        rate = done / (time.perf_counter() - began)
        rows.append((f"Pincite, {label}", rate, rate / plain, f"{_memory() - before:.0f} MB"))
        _empty()
    table("Importing, end to end", ("how", "opinions/s", "times", "memory grown"), rows)


def _plainly(paths: list[Path]) -> float:
    began = time.perf_counter()
    for path in paths:
        record = json.loads(path.read_bytes())
        text = record.get("plain_text") or "."
        with transaction.atomic():
            source = Source(name=path.name, content=text.encode(), sha256=f"{hash(path) % 16**16:064x}", size=len(text))
            source.save()
            case = Case(caption=path.stem, short_name=path.stem, slug=path.stem)
            case.save()
            opinion = Opinion(case=case, slug=path.stem, source=source, raw=text, text=text)
            opinion.save()
            at = 0
            for number, words in enumerate(text.split("\n\n")):
                if words.strip():
                    row = Passage(opinion=opinion, ordinal=number, kind="paragraph", start=at, end=at + len(words))
                    row.text = words
                    row.save()
                at += len(words) + 2
            get_citations(text)
    rate = len(paths) / (time.perf_counter() - began)
    _empty()
    return rate


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE briefs_source, briefs_case, briefs_opinion, briefs_authority CASCADE")


def _memory() -> float:
    """Give the most memory this process and its children have held, in MB."""
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
