"""Pages as they are served: requests per second beside a view of constant bytes, and bytes, in one run.

gunicorn with two workers and `wrk` with eight connections, all on this machine. The pages are a brief and an opinion
of 36,000 characters with 200 citations (long_pages), asked for as a browser asks (gzip) and as a plain client does.
"""

import gc
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.clock import spread, table, timed

ROOT = Path(__file__).resolve().parents[2]
SMALL, LIKE = "/constant/100", "/constant/100000"
ROUNDS, SECONDS = 3, 4
LONGEST = "balachova-v-mukasey"
LEAST = 0.25  # of the constant view's requests per second
MOST_BYTES = 150_000
SIX = ("/", "/briefs/?q=persecution", "/briefs/balachova-v-mukasey/", "/opinions/balachova-v-mukasey/",
       "/issues/nexus/", "/authorities/8-usc-1158/")  # fmt: skip
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PAINT = """() => new Promise((done) => {
  let paint = 0, moved = 0;
  new PerformanceObserver((list) => { paint = list.getEntries().at(-1).startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  const unasked = (one) => one.hadRecentInput ? 0 : one.value;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) moved += unasked(one); })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done([paint, moved]), 500);
})"""
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_ETAG = "If-None-Match"


def served(addresses: list[str]) -> None:
    """Print how fast each address is served, warm, beside the constant view; the rounds take turns."""
    if shutil.which("wrk") is None:
        print("\nPages as served: `wrk` is not installed.")
        return
    with _site() as site:
        asked = [("constant, 100 B", SMALL, {}), ("constant, 100 kB", LIKE, {})]
        sizes = {SMALL: (100, 100, ""), LIKE: (100_000, 100_000, "")}
        for address in addresses:
            plain, packed = _fetched(site, address), _fetched(site, address, **{"Accept-Encoding": "gzip"})
            sizes[address] = len(plain[0]), len(packed[0]), plain[1]
            asked.append((address, address, {}))
            asked.append((f"{address}, gzip", address, {"Accept-Encoding": "gzip"}))
            asked.append((f"{address}, 304", address, {_ETAG: plain[1]}))
        rates: dict[str, list[float]] = {name: [] for name, _, _ in asked}
        for _ in range(ROUNDS):
            for name, address, headers in asked:
                rates[name].append(_rate(site, address, headers))
    base = median(rates["constant, 100 B"])
    rows = []
    for name, address, headers in asked:
        size = 0 if _ETAG in headers else sizes[address][1 if "Accept-Encoding" in headers else 0]
        rows.append((name, size / 1000, median(rates[name]), median(rates[name]) / base))
    wanted = f"at least {LEAST} of the constant view, at most {MOST_BYTES // 1000} kB"
    table(f"Pages as served, gunicorn 2 workers ({wanted})", ("address", "kB", "requests/s", "of constant"), rows)


@contextmanager
def _site() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {"DEBUG": "false", "PYTHONWARNINGS": "ignore"}
    run = {"cwd": ROOT, "env": environment, "stdout": subprocess.DEVNULL}
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--no-input"], check=True, **run)
    command = [sys.executable, "-m", "gunicorn", "-c", "clinic/gunicorn.py", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen([*command, "tests.bench.served"], **run) as process:
        try:
            for _ in range(100):
                try:
                    _fetched(address, "/healthz")
                    break
                except OSError:
                    time.sleep(0.1)
            yield address
        finally:
            process.terminate()


def _fetched(site: str, address: str, **headers: str) -> tuple[bytes, str]:
    with urllib.request.urlopen(urllib.request.Request(site + address, headers=headers), timeout=30) as answer:
        return answer.read(), answer.headers.get("ETag", "")


def _rate(site: str, address: str, headers: dict[str, str]) -> float:
    told = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", "-c8", f"-d{SECONDS}s", *told, site + address]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = _RATE.search(out)
    return float(found[1]) if found else 0.0


def painted(addresses: list[str], times: int = 3) -> None:
    """Print when Chromium has painted the largest thing of each page, and how much moves, in a fresh window."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        print("\nPages painted: Chromium is not installed.")
        return
    from playwright.sync_api import sync_playwright

    rows = []
    with _site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for address in addresses:
            told = []
            for _ in range(times):
                context = browser.new_context(viewport={"width": 1280, "height": 900})
                page = context.new_page()
                page.goto(site + address)
                told.append(page.evaluate(PAINT))
                context.close()
            paints, shifts = zip(*told, strict=True)
            rows.append((address, median(paints), max(paints), max(shifts)))
        browser.close()
    table("Pages painted (less than 1000 ms; moved less than 0.05)",
          ("address", "largest paint, ms", "worst", "moved, worst"), rows)  # fmt: skip


def with_many(size: int) -> None:
    """Print questions and time of each page, rendered and kept, in a library of so many briefs, taken back after."""
    from django.core.cache import caches
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from briefs.models import Edition
    from tests.many import many

    client, rows = Client(), []
    with transaction.atomic():
        many(Edition.objects.current().get(slug="chouchkov-v-ins"), size)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        client.get("/")  # everything is loaded
        gc.collect()
        gc.freeze()  # as clinic/gunicorn.py does
        for address in (*SIX, "/issues/nexus/courts/", "/opinions/balachova-v-mukasey/?find=persecution"):
            caches["pages"].clear()
            told: list[float] = []
            counts = []
            for _ in ("rendered", "kept"):
                with CaptureQueriesContext(connection) as queries:
                    told.append(timed(lambda address=address: client.get(address)))
                counts.append(len(queries))
            rows.append((address, *counts, *told))
        gc.unfreeze()
        transaction.set_rollback(True)
    heads = ("address", "queries, rendered", "kept", "ms, rendered", "ms, kept")
    table(f"Pages in a library of {size} briefs more", heads, rows)


def as_served() -> None:
    """Measure the longest sample pages as they are served, the six kinds as they are painted, and many briefs."""
    from briefs.models import Edition
    from tests.bench.long_pages import long_pages

    if not Edition.objects.current().filter(slug=LONGEST).exists():
        print("\nPages as served: the samples are not published here; `make run` loads them.")
        return
    with long_pages(Edition.objects.current().select_related("opinion", "brief").get(slug=LONGEST)) as addresses:
        served(addresses)
    painted(list(SIX))
    with_many(5000)


def as_asked(times_each: int) -> None:
    """Time each public page through Django's test client, with its queries."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from briefs.models import Edition

    if not Edition.objects.current().exists():
        print("\nNo brief is published here; `make run` loads the samples.")
        return
    settings.ALLOWED_HOSTS = ["testserver"]
    client, rows = Client(), []
    addresses = ["/", "/briefs/", "/briefs/?q=persecution", "/briefs/?q=neutrality+desertion", "/briefs/?issue=nexus"]
    addresses += [edition.get_absolute_url() for edition in Edition.objects.current().order_by("name")]
    addresses += ["/opinions/balachova-v-mukasey/", "/authorities/8-usc-1101-a-42-a/", "/issues/persecution/"]
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        count = len(queries)  # the next request clears the log
        spent = [timed(lambda address=address: client.get(address)) for _ in range(times_each)]
        rows.append((address, answer.status_code, count, len(answer.content) // 1024, *spread(spent)))
    table("Public pages", ("address", "status", "queries", "kB", "ms p50", "ms p95"), rows)
