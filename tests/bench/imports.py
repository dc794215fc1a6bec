"""What bringing the corpus in costs, end to end: beside one process with eyecite as it comes and save() per row.

Both ways take the same records and leave the same rows. The plain way is what somebody would write who knows Django
and eyecite and does not count milliseconds: one process, one transaction a file, eyecite with its own tokenizer, a
look-up for each authority and a save() for each row. It is given for nothing what it would have to write besides, as
quick as it is here: the reading of the file, the normaliser, the passages, the source doctor, the packed map. What
eyecite does not know (statutes, rules, treaties, agencies) was found for it before the clock runs, and is saved with
the rest. It is spared looking whether the file is here, addresses made of names, and twins of authorities.
"""

import hashlib
import logging
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from django.contrib.auth.models import Group, User
from django.db import connection, connections, transaction
from django.test import override_settings
from eyecite import get_citations, resolve_citations

from briefs import importers
from briefs.citations import Found, find
from briefs.citations.keys import describe, parents
from briefs.importers import courtlistener
from briefs.importers import html as html_importer
from briefs.models import Authority, Case, CaseJudge, Citation, Court, Finding, Opinion, Passage, Source
from briefs.text.identifiers import mask
from briefs.text.marks import as_rows
from briefs.text.pieces import packed
from briefs.workflow import cite, diagnose, import_batch, keep
from briefs.workflow.import_files import files_under, import_files
from briefs.workflow.index import index
from briefs.workflow.passages import passages_of
from tests.bench.clock import table

# The plain way takes a seventh of the records in each of seven rounds, so that whatever else the machine does meanwhile
# falls on both ways.
_PARTS = 7


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
            _left(files_under([corpus])[::_PARTS], user)
            _shares(files_under([corpus]), user)
    finally:
        connections.close_all()
        connection.creation.destroy_test_db(name, verbosity=0)


def _rates(paths: list[Path], user: User) -> None:
    cores = os.cpu_count() or 1
    logging.getLogger("eyecite").setLevel(logging.ERROR)
    found = _found(paths)
    ways: dict[str, Callable[[int], int]] = {
        "plainly": lambda part: _plainly(paths[part::_PARTS], found),
        "Pincite, one process": lambda _: _ours(paths, user, 1),
        f"Pincite, {cores} processes": lambda _: _ours(paths, user, cores),
    }
    _ours(paths[:8], user, 1)  # patterns are compiled once
    _empty()
    taken: dict[str, list[tuple[int, float, float]]] = {way: [] for way in ways}
    memory = []
    for part in range(_PARTS):
        for way, work in ways.items():
            began, before = time.perf_counter(), _busy()
            done = work(part)
            taken[way].append((done, time.perf_counter() - began, _busy() - before))
            _empty()
        memory.append(_memory())
    rates = {way: sum(done for done, _, _ in some) / sum(took for _, took, _ in some) for way, some in taken.items()}
    busy = {way: sum(one[2] for one in some) * 1000 / sum(one[0] for one in some) for way, some in taken.items()}
    del busy[next(reversed(ways))]  # the processes and their backends are gone before they can be asked
    table(
        f"Importing {len(paths)} records end to end, {_PARTS} rounds, load {os.getloadavg()[0]:.1f} on {cores} cores",
        ("how", "opinions/s", "times", "CPU ms an opinion"),
        [(way, rate, rate / rates["plainly"], busy.get(way, "")) for way, rate in rates.items()],
    )
    said = ", ".join(f"{megabytes:.0f}" for megabytes in memory)
    print(f"  Memory of the process after each round: {said} MB.")


def _ours(paths: list[Path], user: User, jobs: int) -> int:
    return sum(outcome.is_new for outcome in import_files(paths, by=user, jobs=jobs))


def _found(paths: list[Path]) -> dict[tuple[Path, int], list[Found]]:
    """Give the citations of each writing of each file."""
    found = {}
    for path in paths:
        for position, one in enumerate(importers.read(path.name, path.read_bytes()).apart()):
            found[path, position] = find(mask(one.clean.text), one.clean.marks)
    return found


def _plainly(paths: list[Path], found: Mapping[tuple[Path, int], list[Found]]) -> int:
    """Import as usual but for what is measured: eyecite with its defaults, and every row by its own save()."""
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
                opinion.marks, opinion.pieces = as_rows(one.clean.marks), packed(one.clean.pieces)
                opinion.save()
                passages = passages_of(opinion)
                for passage in passages:
                    passage.save()
                resolve_citations(get_citations(opinion.text))
                cited = _cited(opinion, passages, found[path, position])
                for finding in diagnose.findings_of(opinion, [diagnose.cited_as(row, row.authority) for row in cited]):
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


def _cited(opinion: Opinion, passages: list[Passage], found: list[Found]) -> list[Citation]:
    """Save each citation of an opinion with its authority."""
    rows = []
    for one in found:
        row = Citation(opinion=opinion, start=one.start, end=one.end, form=one.form, why=one.why[:300])
        row.passage = next((passage for passage in reversed(passages) if passage.start <= one.start), passages[0])
        row.authority = _authority(one.key, one.name or "", one.year) if one.key else None
        row.pin, row.signal = (one.pin or "")[:60], (one.signal or "")[:40]
        row.parenthetical, row.flags = one.parenthetical or "", [list(flag) for flag in one.flags]
        row.save()
        rows.append(row)
    return rows


def _authority(key: str, name: str = "", year: int | None = None) -> Authority:
    """Give the authority of a key, made with those above it if it is new."""
    held = Authority.objects.filter(key=key).first()
    if held:
        return held
    shown, above = describe(key), parents(key)
    row = Authority(key=key, kind=shown.kind, cite=shown.cite[:300], name=name[:500], year=year)
    row.slug = hashlib.sha256(key.encode()).hexdigest()
    row.parent = _authority(above[0]) if above else None
    row.save()
    return row


def _left(paths: list[Path], user: User) -> None:
    """Print how many rows of each kind both ways leave for the same records."""
    nouns = (Source, Case, CaseJudge, Opinion, Passage, Authority, Citation, Finding)
    nouns += tuple(noun.history.model for noun in (Case, Opinion, Authority))  # type: ignore[attr-defined]
    counts = []
    for work in (lambda: _plainly(paths, _found(paths)), lambda: _ours(paths, user, 1)):
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


def _busy() -> float:
    """Give the seconds that this process and its backend of the database have been at work."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    try:
        spent = psutil.Process(backend).cpu_times()
    except psutil.NoSuchProcess:  # the database is elsewhere
        return time.process_time()
    return time.process_time() + spent.user + spent.system


def _memory() -> float:
    """Give the memory this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
