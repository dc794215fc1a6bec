"""A packet as one PDF: each brief set by itself, two at a time in processes of their own, then joined."""

import io
import json
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from typing import Any

import pikepdf

from briefs.exporters.packets.choosing import Choice
from briefs.exporters.packets.filing import strings
from briefs.exporters.packets.fronts import PASSIM, clean, cover, joint_table, newest_of, tabs
from briefs.exporters.packets.joining import Joined
from briefs.exporters.packets.linking import Linked, link
from briefs.exporters.packets.part import part_sheet
from briefs.exporters.page import Page
from briefs.exporters.paper.setting import forget, set_pdf

Progress = Callable[[int, int], None]
WORTH_IT = 4  # briefs from which on a second process repays its start
NUMBERED = 250  # page numbers set at a time
AHEAD = 4  # parts that may wait to be joined

Job = tuple[Page, int, Choice, str]  # a brief, its tab, the choice, the site's address


def paper(
    pages: Sequence[Page], choice: Choice, told: Sequence[str], *, site_url: str, progress: Progress, processes: int = 2
) -> bytes:
    """Set the packet; `progress(done, total)` is called after each brief, and may raise to stop."""
    lead = {"cover": cover(pages, choice, told), "strings": clean(strings(pages, choice)) if choice.is_filed else []}
    on = newest_of(pages)
    lines = tabs(pages, choice)
    more = [{"tab": None, "name": "", "rest": "Joint table of authorities", "kind": "", "to": "table/start"}]
    if lead["strings"]:
        words = {
            "tab": None,
            "name": "",
            "rest": "Propositions and string citations",
            "kind": "",
            "to": "strings/start",
        }
        more.insert(0, words)
    jobs = [(page, tab, choice, site_url) for tab, page in enumerate(pages, 1)]
    contents = [*more[:-1], *lines, *more[-1:]]
    # How many pages cover and contents take does not hang on the numbers in them.
    front = _pages_of(_packet("front", lead | {"contents": [line | {"page": 1000} for line in contents]}, on))
    joined = Joined()
    if lead["strings"]:
        joined.add(link(_packet("strings", lead, on), "strings", 0), more[0]["rest"])
    for tab, part in enumerate(_briefs(jobs, processes if len(pages) >= WORTH_IT else 1), 1):
        name = lines[tab - 1]["name"] or pages[tab - 1]["title"]
        joined.add(part, f"Tab {tab}. {name}")
        progress(tab, len(pages) + 1)
    table = _joint(pages, choice, joined, front)
    if table:
        joined.add(link(_packet("table", lead | {"authorities": table}, on), "table", len(jobs) + 1), more[-1]["rest"])
    known = [line for line in contents if table or line["to"] != "table/start"]
    numbered = [line | {"page": front + 1 + joined.start_of(line["to"].partition("/")[0])} for line in known]
    told_first = _packet("front", lead | {"contents": numbered}, on)
    joined.lead(link(told_first, "front", len(jobs) + 2), "Cover and contents")
    content = joined.finish(_numbers(joined.pages, on))
    progress(len(pages) + 1, len(pages) + 1)
    return content


def _packet(section: str, told: dict[str, Any], on: date) -> bytes:
    return set_pdf("packet.typ", {"packet": json.dumps({"section": section, **told}, ensure_ascii=False)}, on)


def _numbers(count: int, on: date) -> Iterator[bytes]:
    """Set the numbers of the pages, some at a time: two thousand at once hold a hundred megabytes."""
    for first in range(1, count + 1, NUMBERED):
        last = min(first + NUMBERED - 1, count)
        yield set_pdf("numbers.typ", {"first": str(first), "last": str(last), "of": str(count)}, on)
        forget()


def _pages_of(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


def _joint(pages: Sequence[Page], choice: Choice, joined: Joined, front: int) -> list[dict[str, Any]]:
    """Give the joint table with the packet's pages: each authority's, with the first place on each."""
    found = {slug: {front + at + 1: name for at, name in places.items()} for slug, places in joined.cited.items()}
    groups = []
    for group in joint_table(pages, choice):
        entries = [entry | {"pages": sorted(found[entry["slug"]].items())} for entry in group["entries"]
                   if entry["slug"] in found]  # fmt: skip
        for entry in entries:
            entry["passim"] = len(entry["pages"]) >= PASSIM
        if entries:
            groups.append(group | {"entries": entries})
    return groups


def _briefs(jobs: list[Job], processes: int) -> Iterator[Linked]:
    """Set each brief, in order; with several processes a few ahead of the one that is joined."""
    if processes < 2:
        yield from map(set_part, jobs)
        return
    # A new interpreter for each, not a copy of this one, whose database connection and threads it must not share.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_alone) as pool:
        waiting: deque[Future[Linked]] = deque()
        try:
            for job in jobs:
                waiting.append(pool.submit(set_part, job))
                if len(waiting) > AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def set_part(job: Job) -> Linked:
    """Set one brief of a packet and make it ready to be joined, in any process."""
    page, tab, choice, site_url = job
    laid = json.dumps(part_sheet(page, tab, choice, site_url), ensure_ascii=False, sort_keys=True)
    content = set_pdf("brief.typ", {"page": laid}, date.fromisoformat(page["published_on"]))
    forget()
    return link(content, f"t{tab}", tab)


def _alone() -> None:
    os.environ["RAYON_NUM_THREADS"] = "1"  # the other core is the other process's
