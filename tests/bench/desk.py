"""The annotation desk on a long opinion: queries, bytes, and how soon Chromium can be used."""

import random
import shutil
import statistics
import threading
import time
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from tests.bench.clock import spread, table, timed

SAMPLE = Path(__file__).resolve().parents[2] / "briefs" / "samples" / "balachova.txt"
PARAGRAPHS, MARKS = 150, 400
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
NOTES = ("", "", "Compare with the rule stated above.", "Ask in seminar why the Board did not answer this.")


def long_opinion(by: Any, other: Any, *, paragraphs: int = PARAGRAPHS, marks: int = MARKS) -> Any:
    """Make an opinion of so many real paragraphs with so many marks of two people, as a semester leaves it."""
    from briefs.models import Annotation, Holding, Issue, Opinion, Pin
    from briefs.text.anchor import describe
    from briefs.text.sentences import sentence_starts
    from briefs.workflow.ingest import ingest
    from briefs.workflow.receive import receive
    from briefs.workflow.start_brief import start_brief

    sample = ingest(receive("sample.txt", SAMPLE.read_bytes() + b"\n\n", by=by), by=by, details={})
    real = [sample.text[m.start : m.end].replace("\n", " ") for m in sample.text_marks if m.kind == "paragraph"]
    body = "\n\n".join(real[at % len(real)] for at in range(paragraphs))
    raw = f"Petitioner v. Respondent\n\nOPINION\n\n{body}\n".encode()
    wanted = {"caption": "Petitioner v. Respondent", "short_name": "Petitioner v. Respondent", "court": "ca2"}
    opinion: Opinion = ingest(receive("long.txt", raw, by=by), by=by, details=wanted | {"opinion_kind": "lead"})
    dice = random.Random(1)
    kinds = ["fact", "history", "issue", "rule", "holding", "reasoning", "dicta", "disposition", "quotation"]
    issues = list(Issue.objects.filter(merged_into__isnull=True, level=2))
    blocks = [mark for mark in opinion.text_marks if mark.kind == "paragraph"]
    for at in range(marks):
        block = blocks[at % len(blocks)]
        words = opinion.text[block.start : block.end]
        starts = [*sentence_starts(words), len(words)]
        first = dice.randrange(len(starts) - 1)
        last = min(len(starts) - 1, first + dice.choice((1, 1, 1, 2)))
        start, end = block.start + starts[first], block.start + len(words[: starts[last]].rstrip())
        anchor = describe(opinion.text, start, end)
        one = Annotation.objects.create(
            opinion=opinion, start=start, end=end, quote=anchor.quote, prefix=anchor.prefix, suffix=anchor.suffix,
            kind=dice.choice(kinds), voice="court", note=dice.choice(NOTES), author=dice.choice((by, other)),
        )  # fmt: skip
        if dice.random() < 0.6:
            one.issues.add(dice.choice(issues))
    brief = start_brief(opinion, by=by)
    for number, one in enumerate(opinion.annotations.order_by("start")[:: marks // 13 or 1], start=1):
        holding = Holding.objects.create(brief=brief, number=number, answer=f"Proposition {number}.", weight="holding")
        Pin.objects.create(holding=holding, annotation=one)
    return opinion


def desk(times_each: int) -> None:
    """Print the desk's cost, on rows that are made for it and taken back."""
    from django.contrib.auth.models import Group, User
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    with transaction.atomic():
        people = [User.objects.create_user(f"bench-{n}", password="x", is_staff=True) for n in (1, 2)]
        for person in people:
            person.groups.add(Group.objects.get(name="student"))
        opinion = long_opinion(*people)
        client = Client()
        client.force_login(people[0], backend="django.contrib.auth.backends.ModelBackend")
        address = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
        since = reverse("admin:briefs_opinion_marks", args=[opinion.pk])
        rows = []
        for name, asked in (("first page", address), ("filtered", f"{address}?use=unused&kind=rule"), ("poll", since)):
            client.get(asked)
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(asked)
            count, spent = len(queries), [timed(lambda asked=asked: client.get(asked)) for _ in range(times_each)]
            rows.append((name, answer.status_code, count, len(answer.content) / 1000, *spread(spent)))
        heads = ("page", "status", "queries", "kB", "ms p50", "ms p95")
        table(
            f"Annotation desk, {PARAGRAPHS} paragraphs, {MARKS} marks, {len(opinion.text) // 1000} kB of text",
            heads,
            rows,
        )
        page = client.get(address)
        in_chromium(page.content, page["Content-Security-Policy"])
        transaction.set_rollback(True)


def in_chromium(html: bytes, policy: str) -> None:
    """Time the page in a real browser: when its script answers, and how long scrolling and selecting take."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        print("\nChromium is not installed, so the desk was not timed in a browser.")
        return
    from playwright.sync_api import sync_playwright

    address = _served(html, policy)
    usable, scrolled, selected = [], [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for _ in range(5):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            began = time.perf_counter()
            page.goto(address, wait_until="commit")
            page.wait_for_selector(".mark-opener")  # the script makes it last
            page.click(".mark-opener")
            page.wait_for_selector(".mark-panel.is-open")
            usable.append((time.perf_counter() - began) * 1000)
            scrolled.append(page.evaluate(SCROLL))
            selected.append(page.evaluate(SELECT))
            page.close()
        browser.close()
    rows = [
        ("until the panel opens", statistics.median(usable), max(usable)),
        ("longest frame while scrolling through", statistics.median(scrolled), max(scrolled)),
        ("from a selection to the filled form", statistics.median(selected), max(selected)),
    ]
    table("The same page in Chromium", ("what", "ms median", "ms most"), rows)


SCROLL = """async () => {
    let most = 0, last = performance.now();
    for (let at = 0; at < 60; at += 1) {
        scrollBy(0, 700);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        most = Math.max(most, now - last);
        last = now;
    }
    return most;
}"""
SELECT = """async () => {
    const part = document.querySelector("#para-120 [data-start]");
    document.activeElement.blur(); // as a press of the mouse does
    part.scrollIntoView({ block: "center" });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const range = document.createRange();
    range.selectNodeContents(part);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const field = document.querySelector("[name=quote]");
    field.value = "";
    const began = performance.now();
    part.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
    while (!field.value && performance.now() - began < 5000) await new Promise((done) => setTimeout(done, 0));
    return performance.now() - began;
}"""


def _served(html: bytes, policy: str) -> str:
    """Serve one page and the static files from this process; gives its address."""
    from django.contrib.staticfiles import finders

    def application(environ: dict[str, Any], start: Any) -> list[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            kind = "text/css" if path.endswith(".css") else "text/javascript"
            start("200 OK" if found else "404 Not Found", [("Content-Type", kind)])
            return [Path(found).read_bytes()] if found else [b""]
        if "/marks/" in path:
            start("304 Not Modified", [])
            return [b""]
        start("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", policy)])
        return [html]

    class Silent(WSGIRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    class Several(ThreadingMixIn, WSGIServer):
        daemon_threads = True  # a browser opens connections it says nothing on

    server = make_server("127.0.0.1", 0, application, server_class=Several, handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"
