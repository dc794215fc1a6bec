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
from itertools import permutations
from multiprocessing import get_context
from typing import Any

import psutil
import pypdfium2

from briefs.exporters import typst_pdf
from briefs.exporters.page import Page, Rich
from tests.bench.clock import spread, table, timed

# The measures of templates/typst/theme.typ. Chromium knows neither notes at the foot nor the page of a target, and
# leaves both out.
PRINT = """
@page { size: Letter; margin: 1in;
  @top-left { content: string(head); font: italic 10pt serif; color: #4d4d4d }
  @bottom-left { content: "Educational, not legal advice"; font: 9pt serif }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt serif } }
body { font: 12pt/1.31 serif; color: #1b1b1b } p { margin: 0 0 .85em; orphans: 2; widows: 2 }
h1 { font-size: 21pt; text-align: center; string-set: head content(); bookmark-level: 1 }
h2 { font-size: 14.5pt; border-bottom: .5pt solid #9aa5a8; margin: 1.5em 0 .75em; break-after: avoid;
  bookmark-level: 1 }
h3 { font-size: 12pt; margin: 1.35em 0 .6em; break-after: avoid; bookmark-level: 2 }
blockquote { margin: .85em 1.5em .85em 1em; padding-left: 1em; border-left: .8pt solid #9aa5a8 }
a { color: #0f4c5c; text-decoration: underline .35pt #9aa5a8 }
.note { float: footnote; font-size: 9.5pt } .chapter { break-before: page } small { font-size: 10pt; color: #4d4d4d }
.authority { margin: .75em 0; padding-left: 2.2em; text-indent: -2.2em; break-inside: avoid }
.authority .page::after { content: target-counter(attr(href), page) }
.in::after { content: ", page " target-counter(attr(href), page) }
"""
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu"]
MOST = 3  # briefs


def as_html(page: Page) -> str:
    """Set the words of a page as HTML: the same parts in the same order as the typst template has them."""
    case, cites = page["case"], dict[str, list[str]]()
    parts = [f"<h1>{escape(page['title'])}</h1><p>{escape(case['caption'])}<br>{escape(case['full_citation'])}</p>"]
    parts += [f"<p>{escape(judge['name'])}, {escape(judge['title'])}</p>" for judge in case["judges"]]
    notes = {flag["holding"]: flag for flag in page["flags"]}
    parts.append("<h2>Holdings</h2>")
    for holding in page["holdings"]:
        number = holding["number"]
        asked = holding["question"] or holding["answer"]
        note = notes.get(number)
        foot = f'<span class="note">{escape(note["label"])} {_inline(note["note"], {})}</span>' if note else ""
        parts.append(f'<h3 id="holding-{number}">{number}. {_inline(asked, cites)}</h3>')
        parts += [_prose(holding["answer"], cites)]
        told = f"{holding['weight_label']} · {holding['outcome_label']} · "
        told += "; ".join(issue["name"] for issue in holding["issues"])
        parts.append(f"<p><small>{escape(told)}</small>{foot}</p>")
        for pin in holding["pins"]:
            place = f'<a class="in" href="#passage-{pin["n"]}">{escape(pin["place"])} (passage {pin["n"]})</a>'
            online = f'<a href="https://example.org/opinions/{pin["opinion"]}/">{escape(pin["place"])} online</a>'
            parts.append(f"<blockquote><p>{escape(pin['quote'])}<br><small>{place} · {online}</small></p></blockquote>")
        parts += [_prose(one, cites) for one in (holding["rule"], holding["application"]) if one]
    if page["summary"]:
        parts.append(f"<h2>Summary</h2>{_prose(page['summary'], cites)}")
    for section in page["sections"]:
        parts.append(f"<h2>{escape(section['title'])}</h2>{_prose(section['prose'], cites)}")
    parts.append('<h2 class="chapter">Table of authorities</h2>')
    for one in page["authorities"]:
        pages = ", ".join(f'<a class="page" href="#{at}"></a>' for at in cites.get(one["slug"], ())[:5])
        where = pages or escape(", ".join(one["in_opinion"]))
        link = f'<a href="{escape(one["url"])}">{escape(one["url"])}</a>'
        words = f"<em>{escape(one['name'])}</em>, {escape(one['cite'])} {where}<br><small>{link}</small>"
        parts.append(f'<p class="authority">{words}</p>')
    parts.append('<h2 class="chapter">Appendix: quoted passages</h2>')
    for one in page["passages"]:
        before, quoted, after = (
            one["text"][: one["start"]],
            one["text"][one["start"] : one["end"]],
            one["text"][one["end"] :],
        )
        back = "; ".join(f'<a class="in" href="#holding-{n}">No. {n}</a>' for n in one["holdings"])
        parts.append(f'<h3 id="passage-{one["n"]}">Passage {one["n"]}, {escape(one["place"])}</h3>')
        parts.append(f"<p><small>Back to {back}</small></p>")
        parts.append(f"<p>{escape(before)}<strong>{escape(quoted)}</strong>{escape(after)}</p>")
    title = f"<title>{escape(page['title'])}</title><style>{PRINT}</style>"
    return f'<!doctype html><html lang="en"><meta charset="utf-8">{title}<body>{"".join(parts)}'


def _prose(rich: Rich, cites: dict[str, list[str]]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in _inline(rich, cites).split("\n\n"))


def _inline(rich: Rich, cites: dict[str, list[str]]) -> str:
    text, at = "", 0
    for start, end, _, data in [mark for mark in rich["marks"] if mark[2] == "cite"]:
        if start >= at:
            places = cites.setdefault(data["slug"], [])
            places.append(f"cite-{data['slug']}-{len(places)}")
            text += escape(rich["text"][at:start])
            words = escape(rich["text"][start:end])
            text += f'<a id="{places[-1]}" href="{escape(data["url"] or "")}">{words}</a>'
            at = end
    return text + escape(rich["text"][at:])


def tables(times_each: int) -> None:
    """Time each published brief beside the peers, the longest first."""
    from briefs.models import Edition

    editions = list(Edition.objects.current().order_by("name"))
    if not editions:
        print("\nNo brief is published here; `make run` loads the samples.")
    for edition in sorted(editions, key=lambda edition: -len(edition.page["passages"]))[:MOST]:
        _beside_peers(edition.page, times_each)


def with_other_words(value: Any, turn: int) -> Any:
    """Give a page whose words were never set before: their vowels change places, so no engine remembers a line."""
    vowels = list(permutations("aeiou"))[turn % 120]
    return _put(value, str.maketrans("aeiou", "".join(vowels)))


def _put(value: Any, vowels: dict[int, int]) -> Any:
    if isinstance(value, dict):
        return {
            key: inner.translate(vowels) if key in ("text", "quote") else _put(inner, vowels)
            for key, inner in value.items()
        }
    return [_put(inner, vowels) for inner in value] if isinstance(value, list) else value


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
        pages, memory, worked = worker.end()
        if not spent[name]:
            rows.append((name, "not installed", "", "", "", "", ""))
            continue
        middle, slow = spread(spent[name])
        rows.append((name, pages, middle, slow, worked, memory, ours / middle))
    heads = ("engine", "pages", "ms p50", "ms p95", "processor ms", "MB", "typst / it")
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

    def end(self) -> tuple[int, float, float]:
        """End it; how many pages it set, the most megabytes and the milliseconds of work of it and its children."""
        self._mine.send(None)
        told = self._mine.recv()
        self._process.join()
        return told  # type: ignore[no-any-return]


def _serve(make: Callable[[], Any], page: Page, pipe: Any) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    pages, most, times, worked = 0, 0.0, 0, 0.0
    try:
        with make() as engine:
            while (number := pipe.recv()) is not None:
                made: list[bytes] = []
                altered = with_other_words(page, number)
                pipe.send(timed(lambda altered=altered, made=made: made.append(engine(altered))))
                pages = len(pypdfium2.PdfDocument(BytesIO(made[0])))
                most = max(most, _held())
                times, worked = times + 1, worked if times else _worked()  # the warm-up does not count
            worked = (_worked() - worked) * 1000 / max(times - 1, 1)
    except (ImportError, OSError):
        while pipe.recv() is not None:
            pipe.send(None)
    pipe.send((pages, most, worked))


def _worked() -> float:
    """Seconds the processors worked for this process and those it started: a figure that other work hardly changes."""
    worked = 0.0
    for one in (psutil.Process(), *psutil.Process().children(recursive=True)):
        with suppress(psutil.Error):
            times = one.cpu_times()
            worked += times.user + times.system
    return worked


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
