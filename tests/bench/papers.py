"""A brief as PDF, beside WeasyPrint and Chromium's print-to-PDF on the same words, in one run.

The peers get the brief as HTML with a print stylesheet of the same measures: headings, lists, links, page numbers, a
table of authorities and the appendix. WeasyPrint is not among the project's requirements: `pip install weasyprint`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from html import escape
from io import BytesIO
from multiprocessing import get_context
from typing import Any

import psutil
import pypdfium2

from briefs.exporters import FORMATS, typst_pdf
from briefs.exporters.page import Page, Rich
from tests.bench.clock import spread, table, timed

PRINT = """
@page { size: Letter; margin: 1in; @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
body { font: 12pt/1.15 serif } h1 { font-size: 18pt } blockquote { margin: 0 2em }
a { color: inherit } li { margin-bottom: 6pt } table { border-collapse: collapse } td { vertical-align: top }
"""
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu"]


def as_html(page: Page) -> str:
    """Set the words of a page as plain HTML."""
    case = page["case"]
    parts = [f"<h1>{escape(page['title'])}</h1><p>{escape(case['caption'])}<br>{escape(case['full_citation'])}</p>"]
    for holding in page["holdings"]:
        told = [holding[name] for name in ("question", "answer", "rule", "application")]
        parts.append(f"<h2>{escape(holding['weight_label'])} {holding['number']}</h2>")
        parts += [_prose(one) for one in told if one]
        for pin in holding["pins"]:
            words = f"<q>{escape(pin['quote'])}</q> {escape(pin['place'])}"
            parts.append(f'<p><a href="#passage-{pin["n"]}">{words}</a></p>')
    for section in page["sections"]:
        parts.append(f"<h2>{escape(section['title'])}</h2>{_prose(section['prose'])}")
    rows = "".join(
        f'<tr><td>{escape(one["name"])}, <a href="{escape(one["url"])}">{escape(one["cite"])}</a></td>'
        f"<td>{escape(', '.join(one['in_opinion']))}</td></tr>"
        for one in page["authorities"]
    )
    parts.append(f"<h2>Table of authorities</h2><table>{rows}</table><h2>Passages</h2>")
    parts += [f'<p id="passage-{one["n"]}">{one["n"]}. {escape(one["text"])}</p>' for one in page["passages"]]
    title = f"<title>{escape(page['title'])}</title><style>{PRINT}</style>"
    return f'<!doctype html><html lang="en"><meta charset="utf-8">{title}<body>{"".join(parts)}'


def _prose(rich: Rich) -> str:
    links = [mark for mark in rich["marks"] if mark[2] == "cite"]
    text, at = "", 0
    for start, end, _, data in links:
        if start >= at:
            text += escape(rich["text"][at:start])
            text += f'<a href="{escape(data["url"])}">{escape(rich["text"][start:end])}</a>'
            at = end
    return "".join(f"<p>{paragraph}</p>" for paragraph in (text + escape(rich["text"][at:])).split("\n\n"))


def tables(times_each: int) -> None:
    """Time each export of each published brief, then one brief beside the peers."""
    from django.conf import settings

    from briefs.models import Edition

    editions = list(Edition.objects.current().order_by("name"))
    if not editions:
        print("\nNo brief is published here; `make run` loads the samples.")
        return
    rows = []
    for edition in editions:
        for form in FORMATS:
            file = form.export(edition.page, site_url=settings.SITE_URL)
            spent = [
                timed(lambda e=edition, f=form, n=n: f.export(e.page | {"edition": n + 2}, site_url=settings.SITE_URL))
                for n in range(times_each)
            ]
            rows.append((file.name, len(file.content) / 1024, *spread(spent)))
    table("Exports, new content each time", ("file", "kB", "ms p50", "ms p95"), rows)
    longest = max(editions, key=lambda edition: len(edition.page["passages"]))
    _beside_peers(longest.page, times_each)


def _beside_peers(page: Page, times_each: int) -> None:
    """Each engine in a process of its own; the engines take turns, so that a noisy moment is shared by all."""
    engines = [("typst", _typst), ("weasyprint", _weasyprint), ("chromium, warm", _chromium)]
    workers = {name: _Engine(make, page) for name, make in engines}
    spent: dict[str, list[float]] = {name: [] for name in workers}
    for turn in range(times_each + 1):
        for name, worker in workers.items():
            told = worker.turn(turn)
            if told is not None and turn:  # the first is the warm-up
                spent[name].append(told)
    ours = spread(spent["typst"])[0]
    rows = []
    for name, worker in workers.items():
        pages, memory = worker.end()
        if not spent[name]:
            rows.append((name, "not installed", "", "", "", ""))
            continue
        middle, slow = spread(spent[name])
        rows.append((name, pages, middle, slow, memory, ours / middle))
    heads = ("engine", "pages", "ms p50", "ms p95", "MB", "typst / it")
    table(f"“{page['title']}” as PDF, same words, one run", heads, rows)


class _Engine:
    """A process that makes the PDF when it is told to."""

    def __init__(self, make: Callable[[], Any], page: Page) -> None:
        context = get_context("spawn")
        self._mine, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(make, page, theirs), daemon=True)
        self._process.start()

    def turn(self, number: int) -> float | None:
        """Let it make one; milliseconds, or None where the engine cannot be had."""
        self._mine.send(number)
        return self._mine.recv()  # type: ignore[no-any-return]

    def end(self) -> tuple[int, float]:
        """End it; how many pages it set and the most megabytes it and its children held."""
        self._mine.send(None)
        told = self._mine.recv()
        self._process.join()
        return told  # type: ignore[no-any-return]


def _serve(make: Callable[[], Any], page: Page, pipe: Any) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    pages, most = 0, 0.0
    try:
        with make() as engine:
            while (number := pipe.recv()) is not None:
                made: list[bytes] = []
                altered: Any = page | {"edition": number + 2, "title": f"{page['title']} {number}"}
                pipe.send(timed(lambda altered=altered, made=made: made.append(engine(altered))))
                pages = len(pypdfium2.PdfDocument(BytesIO(made[0])))
                most = max(most, _held())
    except (ImportError, OSError):
        while pipe.recv() is not None:
            pipe.send(None)
    pipe.send((pages, most))


def _held() -> float:
    """Megabytes this process and those it started hold, what they share counted once."""
    held = 0
    for one in (psutil.Process(), *psutil.Process().children(recursive=True)):
        with suppress(psutil.Error):  # it has gone meanwhile
            held += one.memory_full_info().pss
    return held / 2**20


@contextmanager
def _typst() -> Iterator[Callable[[Page], bytes]]:
    yield lambda page: typst_pdf.export(page, site_url="https://example.org").content


@contextmanager
def _weasyprint() -> Iterator[Callable[[Page], bytes]]:
    import weasyprint

    yield lambda page: weasyprint.HTML(string=as_html(page)).write_pdf(pdf_variant="pdf/ua-1")


@contextmanager
def _chromium() -> Iterator[Callable[[Page], bytes]]:
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        raise OSError("No Chromium here.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        sheet = browser.new_page()

        def set_it(page: Page) -> bytes:
            sheet.set_content(as_html(page))
            return sheet.pdf(format="Letter", prefer_css_page_size=True, tagged=True, outline=True)

        yield set_it
        browser.close()
