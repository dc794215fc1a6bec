"""The packet of a hundred briefs, in one process and in two, and what WeasyPrint needs for the same briefs."""

import logging
import time
from contextlib import suppress
from itertools import cycle, islice
from typing import Any

import psutil

from briefs.exporters.packets.choosing import Choice
from briefs.exporters.packets.paper import paper
from tests.bench.clock import table
from tests.bench.papers import as_html, with_other_words

BRIEFS = 100
OF_PEER = 3  # briefs WeasyPrint sets; it sets each by itself, so a hundred take so many times as long


def packets(briefs: int = BRIEFS) -> None:
    """Make the packet and say how long it took and the most memory each process held."""
    from briefs.models import Edition

    pages = list(Edition.objects.current().order_by("name").values_list("page", flat=True))
    if not pages:
        print("\nNo brief is published here; `make run` loads the samples.")
        return
    many: list[Any] = [
        with_other_words(page, n) | {"slug": f"{page['slug']}-{n}"}
        for n, page in enumerate(islice(cycle(pages), briefs))
    ]
    rows: list[tuple[object, ...]] = []
    for processes in (2, 1):  # two first: what one process remembers would be counted with them
        watch, began = _Watch(), time.perf_counter()
        content = paper(many, Choice("Bench"), [], site_url="https://example.org", progress=watch, processes=processes)
        spent = time.perf_counter() - began
        rows.append((f"packet, {processes} setting", spent, *watch.told(), len(content) / 2**20))
    try:
        import weasyprint

        logging.getLogger("weasyprint").setLevel(logging.ERROR)
        began, worked = time.perf_counter(), time.process_time()
        for page in pages[:OF_PEER]:
            weasyprint.HTML(string=as_html(page)).write_pdf(pdf_variant="pdf/ua-1")
        times = briefs / len(pages[:OF_PEER])
        spent, worked = (time.perf_counter() - began) * times, (time.process_time() - worked) * times
        rows = [(*row, float(str(row[1])) / spent, float(str(row[2])) / worked) for row in rows]
        rows.append((f"WeasyPrint, from {len(pages[:OF_PEER])} briefs", spent, worked, "", "", "", 1.0, 1.0))
    except ImportError:
        print("\nWeasyPrint is not installed: `pip install weasyprint` to have it beside.")
    heads = ("how", "s", "processor s", "MB here", "MB in another", "file MB", "of WeasyPrint", "of its processor s")
    table(f"{briefs} briefs as one PDF", heads, rows)


class _Watch:
    """Looks at this process and those it started whenever a brief is in: what they hold, how long they worked."""

    def __init__(self) -> None:
        self.here, self.elsewhere, self.worked = 0.0, 0.0, dict[int, float]()
        self(0, 0)
        self.before = sum(self.worked.values())

    def __call__(self, done: int, total: int) -> None:
        mine = psutil.Process()
        self.here = max(self.here, mine.memory_info().rss / 2**20)
        for one in (mine, *mine.children(recursive=True)):
            with suppress(psutil.Error):  # it has gone meanwhile
                self.worked[one.pid] = sum(one.cpu_times()[:2])
                if one != mine:
                    self.elsewhere = max(self.elsewhere, one.memory_info().rss / 2**20)

    def told(self) -> tuple[float, float, float]:
        """Give seconds of work, and the most megabytes of this process and of any other."""
        return sum(self.worked.values()) - self.before, self.here, self.elsewhere
