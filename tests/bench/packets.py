"""The packet of a hundred briefs, in one process and in two, and what WeasyPrint needs for the same briefs."""

import logging
import time
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
        most = [0.0, 0.0]

        def watch(done: int, total: int, most: list[float] = most) -> None:
            mine = psutil.Process()
            most[0] = max(most[0], mine.memory_info().rss / 2**20)
            others = [child.memory_info().rss / 2**20 for child in mine.children()]
            most[1] = max([most[1], *others])

        began = time.perf_counter()
        content = paper(many, Choice("Bench"), [], site_url="https://example.org", progress=watch, processes=processes)
        rows.append((f"packet, {processes} setting", time.perf_counter() - began, *most, len(content) / 2**20))
    try:
        import weasyprint

        logging.getLogger("weasyprint").setLevel(logging.ERROR)
        began = time.perf_counter()
        for page in pages[:OF_PEER]:
            weasyprint.HTML(string=as_html(page)).write_pdf(pdf_variant="pdf/ua-1")
        spent = (time.perf_counter() - began) * briefs / len(pages[:OF_PEER])
        rows = [(*row, float(str(row[1])) / spent) for row in rows]
        rows.append((f"WeasyPrint, from {len(pages[:OF_PEER])} briefs", spent, "", "", "", 1.0))
    except ImportError:
        print("\nWeasyPrint is not installed: `pip install weasyprint` to have it beside.")
    table(
        f"{briefs} briefs as one PDF",
        ("how", "s", "MB here", "MB in another process", "file MB", "of WeasyPrint"),
        rows,
    )
