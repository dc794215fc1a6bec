"""A real site for a real browser: its own database with the samples in it, served by gunicorn, seen by Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import databases

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PASSWORD = "pincite-demo"
SIGNED_IN: dict[str, list[Any]] = {}  # on the site that is served now


@pytest.fixture(scope="session")
def template(migrated: str, worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give what every site starts from: a database with the samples in it, and the static files as deployed."""
    if not any(shutil.which(name) for name in NAMES):
        pytest.skip("Chromium is not installed, so the pages were not tried in a browser.")
    own = tmp_path_factory.getbasetemp()
    name = f"{migrated}_samples"
    environment = os.environ | {
        "DATABASE_URL": databases.address(name),
        "DATABASE_POOL": "0",
        "SECRET_KEY": "only for the tests of the browser, on this machine",
        "ALLOWED_HOSTS": "localhost",
        "DEBUG": "true",
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "STATIC_FOLDER": str(Path(own if worker_id == "master" else own.parent, "static")),
        "SITE_FOLDER": str(tmp_path_factory.mktemp("samples")),
    }

    def make(name: str) -> None:
        databases.copy(name, migrated)
        managed(environment, "load_samples")
        managed(deployed, "collectstatic", "--no-input")

    # The site's own error pages, and static files as they are deployed.
    deployed = environment | {"DEBUG": "false"}
    databases.make_once(name, make)
    return deployed | {"TEMPLATE": name, "SITE": f"{migrated}_site_{worker_id}"}


@pytest.fixture(scope="module")
def environment(template: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give what the site of one module runs in: a copy of the samples nobody else changes, and folders of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    databases.copy(template["SITE"], template["TEMPLATE"])
    return template | {
        "DATABASE_URL": databases.address(template["SITE"]),
        "SITE_URL": f"http://localhost:{port}",
        "SITE_FOLDER": str(tmp_path_factory.mktemp("site")),
    }


def managed(environment: dict[str, str], *command: str) -> str:
    """Run a command of manage.py in the site's environment; gives what it says."""
    line = [sys.executable, "manage.py", *command]
    done = subprocess.run(line, check=False, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(environment: dict[str, str]) -> Iterator[str]:
    """Serve the sample briefs as `make run` does; gives the site's address."""
    address = environment["SITE_URL"]
    port = address.rpartition(":")[2]
    arguments = ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "4", "--no-control-socket"]
    gunicorn = [sys.executable, "-m", "gunicorn", "clinic.wsgi", *arguments, "--log-level", "warning"]
    SIGNED_IN.clear()
    with subprocess.Popen(gunicorn, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.DEVNULL) as process:
        _wait_for(f"{address}/healthz")
        yield address
        process.terminate()


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer.")


@pytest.fixture(scope="session")
def chromium(migrated: str) -> Iterator[Browser]:
    """Give the browser of this worker; beside Playwright's loop Django would refuse to make a database."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("Chromium is not installed, so the pages were not tried in a browser.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """A fresh window without cookies, 1280 pixels wide."""
    context = chromium.new_context(base_url=site, viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A page whose console stays silent: no script error, nothing the Content-Security-Policy stopped."""
    page = window.new_page()
    said: list[str] = []
    page.said = said  # type: ignore[attr-defined]
    page.on(
        "console",
        lambda message: (
            said.append(f"{page.url}: {message.text} {message.location}") if message.type == "error" else None
        ),
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    # A page that is refused on purpose (403, 404) is reported by the browser as a failed load.
    assert [line for line in said if "Failed to load resource" not in line] == []


@pytest.fixture
def scriptless(chromium: Browser, site: str) -> Iterator[Page]:
    """A page of a window that runs no scripts."""
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    yield context.new_page()
    context.close()


def sign_in(page: Page, who: str) -> None:
    """Come to the desk's first page as this person: by the form once on a site, then with what it gave."""
    if who in SIGNED_IN:
        page.context.add_cookies(SIGNED_IN[who])
        page.goto("/admin/")
    else:
        page.goto("/admin/login/")
    if "/login/" in page.url:  # for the first time, or somebody signed them out meanwhile
        page.get_by_label("Username").fill(who)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("**/admin/")
        SIGNED_IN[who] = page.context.cookies()


# What passes need not be told, and no rule chosen here needs what axe would fetch beforehand.
QUICK = {"resultTypes": ["violations"], "reporter": "no-passes", "preload": False}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_finds(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds on the page: rule, and the places it names; `rules` narrows it to some rules."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    before = list(page.said)  # type: ignore[attr-defined]
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("(options) => axe.run(options)", {"runOnly": only, **QUICK})["violations"]
    page.said[:] = before  # type: ignore[attr-defined] # axe tries styles of its own, which our policy stops
    return [f"{rule['id']}: {' '.join(str(node['target']) for node in rule['nodes'][:5])}" for rule in found]


def assert_fit_to_read(page: Page, address: str) -> None:
    """See that a public page is accessible in light and dark, fits a narrow screen and sets no cookie."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(address)
    assert axe_finds(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert axe_finds(page, ["color-contrast"]) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.context.cookies() == []
