"""What bringing the corpus in costs, end to end: beside one process with eyecite as it comes and save() per row."""

import hashlib
import logging
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import connection, connections, transaction
from django.test import override_settings
from eyecite import get_citations, resolve_citations

from briefs import importers
from briefs.importers import courtlistener
from briefs.importers import html as html_importer
from briefs.models import Authority, Case, CaseJudge, Citation, Court, Finding, Opinion, Passage, Source
from briefs.text.marks import as_rows
from briefs.workflow import cite, diagnose, import_batch, keep
from briefs.workflow.import_files import files_under, import_files
from briefs.workflow.index import index
from briefs.workflow.passages import passages_of
from tests.bench.clock import table

_EVERY = 7  # the plain way is tried on every seventh record; it is too slow for all of them
_ROUNDS = 3


def imports(corpus: Path) -> None:
    """Print opinions a second with one process, with one a core, and the plain way, in a database of their own."""
    if not corpus.is_dir():
        print("The corpus of opinions is not on this machine, so importing is not measured.")
        return
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with override_settings(DEBUG=False):
            user = User.objects.create_user("bench", is_staff=True)
            user.groups.add(Group.objects.get(name="staff"))
            _rates(files_under([corpus]), user)
            _left(files_under([corpus])[::_EVERY], user)
            _shares(files_under([corpus]), user)
    finally:
        connections.close_all()
        connection.creation.destroy_test_db(name, verbosity=0)


def _rates(paths: list[Path], user: User) -> None:
    cores = os.cpu_count() or 1
    logging.getLogger("eyecite").setLevel(logging.ERROR)
    ways: dict[str, Callable[[], int]] = {
        f"plainly, {len(paths[::_EVERY])} records": lambda: _plainly(paths[::_EVERY]),
        "Pincite, one process": lambda: _ours(paths, user, 1),
        f"Pincite, {cores} processes": lambda: _ours(paths, user, cores),
    }
    _ours(paths[:8], user, 1)  # patterns are compiled once
    _empty()
    rates: dict[str, list[float]] = {way: [] for way in ways}
    memory = []
    for _ in range(_ROUNDS):
        for way, work in ways.items():
            began = time.perf_counter()
            done = work()
            rates[way].append(done / (time.perf_counter() - began))
            _empty()
        memory.append(_memory())
    plain = statistics.median(next(iter(rates.values())))
    rows = [(way, statistics.median(all_), max(all_), statistics.median(all_) / plain) for way, all_ in rates.items()]
    table(
        f"Importing {len(paths)} records end to end, {_ROUNDS} rounds, load {os.getloadavg()[0]:.1f} on {cores} cores",
        ("how", "opinions/s", "best", "times"),
        rows,
    )
    said = ", ".join(f"{megabytes:.0f}" for megabytes in memory)
    print(f"  Memory of the process after each round: {said} MB.")


def _ours(paths: list[Path], user: User, jobs: int) -> int:
    return sum(outcome.is_new for outcome in import_files(paths, by=user, jobs=jobs))


def _plainly(paths: list[Path]) -> int:
    """Import as usual but for what is measured: eyecite with its defaults, and every row by its own save().

    It leaves rows of the same kinds: case with its details and judges, opinions, passages, citations, authorities,
    findings, and the history that each save() writes.
    """
    courts = set(Court.objects.values_list("pk", flat=True))
    for path in paths:
        content = path.read_bytes()
        apart = importers.read(path.name, content).apart()
        with transaction.atomic():
            digest = hashlib.sha256(content).hexdigest()
            source = Source(name=path.name, content=content, sha256=digest, size=len(content))
            source.save()
            case = _case_of(path, apart[0], courts)
            for position, one in enumerate(apart):
                opinion = Opinion(case=case, position=position, source=source, raw=one.raw, text=one.clean.text)
                opinion.slug = f"{path.stem}-{position}"
                opinion.marks, opinion.pieces = as_rows(one.clean.marks), list(map(list, one.clean.pieces))
                opinion.save()
                passages = passages_of(opinion)
                for passage in passages:
                    passage.save()
                for finding in diagnose.findings_of(opinion, _cited(opinion, passages)):
                    finding.save()
    return len(paths)


def _case_of(path: Path, imported: importers.Imported, courts: set[str]) -> Case:
    details = {detail.field: detail.value for detail in imported.details if detail.value}
    case = Case(slug=path.stem, sources={field: detail for field, detail in details.items() if field == "source_url"})
    case.short_name = str(details.get("short_name", path.stem))[:200]
    case.caption = str(details.get("caption", case.short_name))
    case.court_id = details["court"] if details.get("court") in courts else None
    case.docket_numbers = [number[:60] for number in details.get("docket_numbers", ())]
    case.decided_on, case.argued_on = details.get("decided_on"), details.get("argued_on")
    case.decided_precision = "day" if case.decided_on else "unknown"
    case.disposition, case.counsel = str(details.get("disposition", "")), str(details.get("counsel", ""))
    case.save()
    case.refresh_from_db(fields=["decided_on", "argued_on"])
    for position, judge in enumerate(dict.fromkeys(details.get("panel", ()))):
        CaseJudge(case=case, name=judge[:120], position=position).save()
    return case


def _cited(opinion: Opinion, passages: list[Passage]) -> list[Citation]:
    """Find the citations of an opinion as eyecite does, and save each with its authority."""
    rows: list[Citation] = []
    for resource, found in resolve_citations(get_citations(opinion.text)).items():
        cite = resource.citation.corrected_citation()[:150]
        new = {"slug": hashlib.sha256(cite.encode()).hexdigest(), "cite": cite, "kind": "case"}
        authority = Authority.objects.get_or_create(key=cite, defaults=new)[0]
        for start, end in sorted(one.span() for one in found):
            passage = next((row for row in reversed(passages) if row.start <= start), passages[0])
            row = Citation(opinion=opinion, passage=passage, start=start, end=end, authority=authority)
            row.form = "full"
            if all(end <= other.start or other.end <= start for other in rows):  # eyecite's may overlap
                row.save()
                rows.append(row)
    return sorted(rows, key=lambda row: row.start)


def _left(paths: list[Path], user: User) -> None:
    """Print how many rows of each kind both ways leave for the same records."""
    nouns = (Source, Case, CaseJudge, Opinion, Passage, Authority, Citation, Finding)
    nouns += tuple(noun.history.model for noun in (Case, Opinion, Authority))  # type: ignore[attr-defined]
    counts = []
    for work in (lambda: _plainly(paths), lambda: _ours(paths, user, 1)):
        work()
        counts.append([noun.objects.count() for noun in nouns])
        _empty()
    rows = [(noun._meta.verbose_name_plural, *some) for noun, *some in zip(nouns, *counts, strict=True)]
    table(f"Rows that {len(paths)} records leave", ("kind", "plainly", "Pincite"), rows)


def _shares(paths: list[Path], user: User) -> None:
    """Print where the time of one process goes."""
    spent: Counter[str] = Counter()

    def sql(execute: Any, statement: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(statement, params, many, context)
        finally:
            if not statement.startswith("SELECT nextval"):  # copy_in counts its own
                spent["statements"] += time.perf_counter() - began

    steps = (
        ("read", import_batch, "received_anew"),
        ("normalise", courtlistener, "normalise"),
        ("normalise", html_importer, "compose"),
        ("cite", keep.citations, "find"),
        ("examine", diagnose, "examine"),
        ("prepare", import_batch, "as_it_says"),
        ("keep", import_batch, "keep"),
        ("statements", cite, "copy_in"),
        ("statements", import_batch, "copy_in"),
        ("statements", keep, "copy_in"),
        ("commit", connection, "_commit"),
    )
    began = time.perf_counter()
    with timing(spent, steps), connection.execute_wrapper(sql):
        _ours(paths, user, 1)
    whole = time.perf_counter() - began
    opinions = list(Opinion.objects.order_by("pk")[:40])
    Opinion.objects.update(released_at="2026-01-01T00:00Z")
    began = time.perf_counter()
    for opinion in opinions:
        index(opinion)
    indexed = (time.perf_counter() - began) * 1000 / len(opinions)
    _empty()
    told = {
        "parse, and propose details": spent["read"] - spent["normalise"],
        "normalise": spent["normalise"],
        "cite": spent["cite"],
        "examine": spent["examine"],
        "make rows": spent["keep"] - spent["examine"] - spent["statements"],
        "write, with the index of passages": spent["statements"],
        "commit": spent["commit"],
    }
    told["else"] = whole - sum(told.values())
    rows = [(step, seconds * 1000 / len(paths), f"{seconds / whole:.0%}") for step, seconds in told.items()]
    rows += [("together", whole * 1000 / len(paths), ""), ("at release: index for the search", indexed, "")]
    table("Importing in one process, step by step", ("step", "ms an opinion", "share"), rows)


@contextmanager
def timing(spent: Counter[str], steps: tuple[tuple[str, Any, str], ...]) -> Iterator[None]:
    """Count the seconds spent in functions, as long as it lasts."""
    before = [(module, name, getattr(module, name)) for _, module, name in steps]

    def timed(step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **words: Any) -> Any:
            began = time.perf_counter()
            try:
                return work(*args, **words)
            finally:
                spent[step] += time.perf_counter() - began

        return call

    for (step, module, name), (_, _, work) in zip(steps, before, strict=True):
        setattr(module, name, timed(step, work))
    try:
        yield
    finally:
        for module, name, work in before:
            setattr(module, name, work)


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "TRUNCATE briefs_source, briefs_case, briefs_opinion, briefs_authority, briefs_historicalcase,"
            " briefs_historicalopinion, briefs_historicalauthority CASCADE"
        )


def _memory() -> float:
    """Give the memory this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
