"""The citation tables of `make bench`: the pipeline beside eyecite, and our finds beside CourtListener's marks."""

import json
import logging
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from eyecite import get_citations, resolve_citations
from lxml import html
from tqdm import tqdm

from briefs import importers
from briefs.citations import find
from briefs.citations.keys import describe
from briefs.text.normalise import normalise

OTHER_EDITIONS = ("html", "html_lawbox", "html_columbia", "html_anon_2020", "xml_harvard")
Table = Callable[..., None]


def whole(raw: str) -> int:
    """Read one raw text as an import does: normalise, find and resolve every kind; how many citations there are."""
    clean = normalise(raw)
    return len(find(clean.text, clean.marks))


def texts(corpus: Path, most: int) -> list[str]:
    """Give the raw texts of the corpus, at most so many."""
    raws = []
    for path in sorted(corpus.glob("*.json"))[:most]:
        try:
            raws.append(importers.read(path.name, path.read_bytes()).raw)
        except importers.Unreadable:
            continue
    return raws


def speed(raws: list[str], table: Table) -> None:
    """Time the pipeline beside eyecite's find and resolve with its default tokenizer, text by text, on one core."""
    logging.getLogger("eyecite").setLevel(logging.ERROR)
    spent: Counter[str] = Counter()
    characters = 0
    for at, raw in enumerate(tqdm(raws, desc="Citations beside eyecite", unit="opinion", leave=False)):
        began = time.process_time()
        clean = normalise(raw)
        normalised = time.process_time()
        find(clean.text, clean.marks)
        found = time.process_time()
        resolve_citations(get_citations(clean.text))
        if at == 0:
            continue  # both compile their patterns over the first text
        characters += len(clean.text)
        spent["normalise"] += normalised - began
        spent["find and resolve, all kinds"] += found - normalised
        spent["eyecite, find and resolve"] += time.process_time() - found
    peer = spent["eyecite, find and resolve"]
    spent["the whole pipeline"] = spent["normalise"] + spent["find and resolve, all kinds"]
    table(
        f"Citations of {len(raws) - 1} opinions, {characters / 1e6:.2f} million characters, one core",
        ("what", "s", "thousand characters/s", "times eyecite"),
        [(name, float(s), characters / s / 1000, peer / s) for name, s in spent.items()],
    )


def cores(raws: list[str], table: Table) -> None:
    """Time the pipeline with one and with two processes."""
    many, rows = raws * 3, []
    for processes in (1, 2):
        with ProcessPoolExecutor(processes) as pool:
            list(pool.map(whole, raws[:8]))  # both start and compile first
            began = time.perf_counter()
            total = sum(pool.map(whole, many, chunksize=8))
            rows.append((processes, total, len(many) / (time.perf_counter() - began)))
    table("The whole pipeline on processes", ("processes", "citations", "opinions/s"), rows)


def growth(raws: list[str], table: Table) -> None:
    """Time long texts: the time of one character must not grow with the text."""
    text = "\n\n".join(normalise(raw).text for raw in raws)
    while len(text) < 2_000_000:
        text += "\n\n" + text
    dense = " ".join(
        f"Smith v. Jones{n}, {n % 900 + 1} F.3d {n % 700 + 1} (9th Cir. 2001). Id. at {n % 700 + 4}."
        for n in range(2500)
    )
    samples = [(f"{size / 1e6:g} MB", text[:size]) for size in (250_000, 1_000_000, 2_000_000)]
    rows = []
    quoting = "Smith v. Jones, 1 F.3d 2 (9th Cir. 1993) (quoting "
    twice = [(f"{size:,} numbers and letters on a line", "1 F. " * size) for size in (20_000, 40_000)]
    twice += [(f"{size:,} parentheses that never close", quoting * size) for size in (2_000, 4_000)]
    for name, sample in (*samples, ("5,000 citations", dense), ("twice as many", f"{dense} {dense}"), *twice):
        began = time.perf_counter()
        count = len(find(sample))
        took = time.perf_counter() - began
        rows.append((name, count, took, took / len(sample) * 1e6))
    table("Long texts, find and resolve", ("text", "citations", "s", "microseconds a character"), rows)


def beside_courtlistener(corpus: Path, table: Table) -> None:
    """Set the full reporter citations that CourtListener marked beside ours, and list the differences."""
    marked = ours = 0
    missed: list[tuple[str, str]] = []
    for path in sorted(corpus.glob("*.json")):
        record = json.loads(path.read_bytes())
        markup, plain = record.get("html_with_citations") or "", record.get("plain_text") or ""
        # where the record has the words of another edition too, those were marked, with its parallel citations
        if not markup.strip() or not plain.strip() or any(record.get(field) for field in OTHER_EDITIONS):
            continue
        clean = normalise(plain)
        counts: Counter[str] = Counter()
        for each in find(clean.text, clean.marks):
            if each.form == "full" and each.key:
                counts.update((each.cite or "", describe(each.key).cite, *each.parallels))
        theirs = Counter(_marked(markup))
        marked += sum(theirs.values())
        ours += sum(counts.values())
        for cite, times in theirs.items():
            if counts[cite] < 1:
                missed.extend([(path.stem, cite)] * times)
    share = 1 - len(missed) / marked if marked else 1.0
    heads = ("marked by CourtListener", "of them found", "share", "full citations found here")
    table("Beside CourtListener's marks", heads, [(marked, marked - len(missed), share, ours)])
    if missed:
        table("Marked there and not found here", ("opinion", "citation"), missed)


def _marked(markup: str) -> list[str]:
    """Give the full citations marked in CourtListener's HTML, in this project's spelling where it knows one."""
    found = []
    for span in html.fromstring(markup).xpath("//span[contains(concat(' ', @class, ' '), ' citation ')]"):
        parts = [" ".join(span.xpath(f".//span[@class='{part}']//text()")) for part in ("volume", "reporter", "page")]
        if all(parts) and span.text_content().strip().endswith(parts[2]) and " at " not in span.text_content():
            cite = " ".join(" ".join(parts).split())
            keys = [each.key for each in find(f"See {cite}.") if each.key]
            found.append(describe(keys[0]).cite if keys else cite)
    return found


def tables(corpus: Path, most: int, table: Table) -> None:
    """Print the citation tables; without the corpus the three samples are read, and CourtListener's marks are not."""
    raws = texts(corpus, most) if corpus.is_dir() else []
    samples = Path(__file__).resolve().parents[2] / "briefs" / "samples"
    raws = raws or [path.read_text(encoding="utf-8") for path in sorted(samples.glob("*.txt"))]
    speed(raws, table)
    cores(raws, table)
    growth(raws, table)
    if corpus.is_dir():
        beside_courtlistener(corpus, table)
