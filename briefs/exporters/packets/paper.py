"""A packet as one PDF: each brief set by itself, two at a time in processes of their own, then joined."""

import json
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from itertools import islice
from multiprocessing import get_context
from typing import Any

from briefs.exporters.packets.choosing import Choice
from briefs.exporters.packets.filing import strings
from briefs.exporters.packets.fronts import PASSIM, clean, cover, joint_table, newest_of, tabs
from briefs.exporters.packets.joining import Joined
from briefs.exporters.packets.linking import Linked, link
from briefs.exporters.packets.objects import objects_of, pages_of
from briefs.exporters.packets.part import part_sheet
from briefs.exporters.page import Page
from briefs.exporters.paper.setting import forget, set_pdf, set_untagged

Progress = Callable[[int, int], None]
WORTH_IT = 4  # briefs from which on a second process repays its start
NUMBERED = 250  # page numbers set at a time
AHEAD = 4  # parts that may wait to be joined

Job = tuple[str, int, date]  # the sheet of a brief as JSON, its tab, the day it was published


def paper(
    pages: Sequence[Page], choice: Choice, told: Sequence[str], *, site_url: str, progress: Progress, processes: int = 2
) -> bytes:
    """Set the packet; `progress(done, total)` is called after each brief, and may raise to stop."""
    jobs = (_job(page, tab, choice, site_url) for tab, page in enumerate(pages, 1))
    with _setting(jobs, processes if len(pages) >= WORTH_IT else 1) as parts:
        lead = {
            "cover": cover(pages, choice, told),
            "strings": clean(strings(pages, choice)) if choice.is_filed else [],
        }
        on, lines, joined = newest_of(pages), tabs(pages, choice), Joined()
        contents = [*lines, _line("Joint table of authorities", "table")]
        if lead["strings"]:
            contents.insert(0, _line("Propositions and string citations", "strings"))
            joined.add(link(_packet("strings", lead, on), "strings", 0), contents[0]["rest"])
        # How many pages cover and contents take does not hang on the numbers in them.
        unnumbered = lead | {"contents": [line | {"page": 1000} for line in contents]}
        front = len(pages_of(*objects_of(_packet("front", unnumbered, on))))
        for tab, part in enumerate(parts, 1):
            name = lines[tab - 1]["name"] or pages[tab - 1]["title"]
            joined.add(part, f"Tab {tab}. {name}")
            progress(tab, len(pages) + 1)
    last = len(pages) + 1
    if table := _joint(pages, choice, joined, front):
        joined.add(link(_packet("table", lead | {"authorities": table}, on), "table", last), contents[-1]["rest"])
    else:
        contents.pop()
    numbered = [line | {"page": front + 1 + joined.start_of(line["to"].partition("/")[0])} for line in contents]
    told_first = _packet("front", lead | {"contents": numbered}, on)
    joined.lead(link(told_first, "front", last + 1), "Cover and contents")
    content = joined.finish(_numbers(joined.pages, on))
    progress(last, last)
    return content


def _line(title: str, part: str) -> dict[str, Any]:
    return {"tab": None, "name": "", "rest": title, "kind": "", "to": f"{part}/start"}


def _packet(section: str, told: dict[str, Any], on: date) -> bytes:
    return set_pdf("packet.typ", {"packet": json.dumps({"section": section, **told}, ensure_ascii=False)}, on)


def _numbers(count: int, on: date) -> Iterator[bytes]:
    """Set the numbers of the pages, some at a time: two thousand at once hold a hundred megabytes."""
    for first in range(1, count + 1, NUMBERED):
        last = min(first + NUMBERED - 1, count)
        yield set_untagged("numbers.typ", {"first": str(first), "last": str(last), "of": str(count)}, on)
        forget()


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


@contextmanager
def _setting(jobs: Iterator[Job], processes: int) -> Iterator[Iterator[Linked]]:
    """Begin to set the briefs and give them in order; with several processes a few ahead of the one that is joined."""
    if processes < 2:
        yield map(set_part, jobs)
        return
    # Copies of a process that has read this code and nothing more, not of this one, whose database connection and
    # threads they must not share.
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_alone) as pool:
        waiting = deque(pool.submit(set_part, job) for job in islice(jobs, AHEAD))
        try:
            yield _in_order(pool, jobs, waiting)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(pool: Executor, jobs: Iterator[Job], waiting: deque[Future[Linked]]) -> Iterator[Linked]:
    while waiting:
        part = waiting.popleft().result()
        waiting.extend(pool.submit(set_part, job) for job in islice(jobs, 1))
        yield part


def _job(page: Page, tab: int, choice: Choice, site_url: str) -> Job:
    laid = json.dumps(part_sheet(page, tab, choice, site_url), ensure_ascii=False, sort_keys=True)
    return laid, tab, date.fromisoformat(page["published_on"])


def set_part(job: Job) -> Linked:
    """Set one brief of a packet and make it ready to be joined, in any process."""
    laid, tab, on = job
    content = set_pdf("brief.typ", {"page": laid}, on)
    forget()
    return link(content, f"t{tab}", tab)


def _alone() -> None:
    os.environ["RAYON_NUM_THREADS"] = "1"  # the other core is the other process's
