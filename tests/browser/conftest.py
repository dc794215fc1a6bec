"""A real site for a real browser: its own database with the samples in it, served by gunicorn, seen by Chromium."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, ViewportSize

from tests import databases
from tests.browser.axe import axe_finds
from tests.browser.chromium import lent, where
from tests.browser.samples import session_of
from tests.browser.serving import WORKER

PASSWORD = "pincite-demo"
SIGNED_IN: dict[str, list[Any]] = {}  # on the site that is served now, after they had signed out
SIZE: ViewportSize = {"width": 1280, "height": 900}
SESSION = {"name": "sessionid", "domain": "localhost", "path": "/"}


@pytest.fixture(scope="session")
def template(migrated: str, worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give what every site starts from: a database with the samples in it, and the static files as deployed."""
    if where() is None:
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
        managed(environment, "shell", "-v0", "-c", "from tests.browser.samples import make; make()")

    databases.make_once(name, make)
    # The site's own error pages, and static files as they are deployed.
    return environment | {"DEBUG": "false", "TEMPLATE": name, "SITE": f"{migrated}_site_{worker_id}"}


@pytest.fixture(scope="session")
def served(template: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Give what the sites of this worker run in, one after the other: the server stays, and is loaded once."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = template | {
        "DATABASE_URL": databases.address(template["SITE"]),
        "SITE_URL": f"http://localhost:{port}",
        "SITE_FOLDER": str(tmp_path_factory.mktemp("site")),
    }
    command = ["gunicorn", "-c", "python:tests.browser.serving", "--bind", f"127.0.0.1:{port}", "tests.browser.wsgi"]
    line = [sys.executable, "-m", *command]
    with subprocess.Popen(line, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.DEVNULL) as process:
        yield environment
        process.terminate()


@pytest.fixture(scope="module")
def environment(served: dict[str, str]) -> dict[str, str]:
    """Give what the site of one module runs in: a copy of the samples nobody else changes, and an empty folder."""
    worker = Path(served["SITE_FOLDER"], WORKER)
    _wait_until(worker.exists)
    before = worker.read_text(encoding="utf-8")
    shutil.rmtree(served["SITE_FOLDER"])
    Path(served["SITE_FOLDER"]).mkdir()
    os.kill(int(before), signal.SIGQUIT)  # what it keeps is of the site before; another takes its place
    databases.copy(served["SITE"], served["TEMPLATE"])
    _wait_until(worker.exists)
    return served


def managed(environment: dict[str, str], *command: str) -> str:
    """Run a command of manage.py in the site's environment; gives what it says."""
    line = [sys.executable, "manage.py", *command]
    done = subprocess.run(line, check=False, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(environment: dict[str, str]) -> str:
    """Serve the sample briefs as `make run` does; gives the site's address."""
    _wait_until(lambda: _answers(f"{environment['SITE_URL']}/healthz"))
    SIGNED_IN.clear()
    return environment["SITE_URL"]


def _wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    raise RuntimeError("The site does not begin to serve.")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10):
            return True
    except OSError:
        return False


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Give the browser of this worker for the tests of a module."""
    if where() is None:
        pytest.skip("Chromium is not installed, so the pages were not tried in a browser.")
    with lent() as browser:
        yield browser


@pytest.fixture(scope="module")
def kept_window(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """A window 1280 pixels wide, opened once for the tests of a module: a new one costs as much as several pages."""
    context = chromium.new_context(base_url=site, viewport=SIZE, accept_downloads=True)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def window(kept_window: BrowserContext, site: str) -> Iterator[BrowserContext]:
    """A window as new: without cookies, rights, or anything that a site keeps in a browser."""
    page = kept_window.new_page() if not kept_window.pages else kept_window.pages[0]
    page.set_viewport_size(SIZE)
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    page.mouse.move(0, 0)
    yield kept_window
    for other in kept_window.pages[1:]:
        other.close()
    kept_window.clear_cookies()
    kept_window.clear_permissions()
    if not page.url.startswith(site):
        page.goto("/healthz")
    page.evaluate("[localStorage, sessionStorage].forEach((kept) => kept.clear())")
    page.goto("about:blank")


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A page whose console stays silent: no script error, nothing the Content-Security-Policy stopped."""
    page = window.pages[0]
    said: list[str] = []
    page.said = said  # type: ignore[attr-defined]

    def tell(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(f"{page.url}: {message.text} {message.location}")

    def fail(error: Error) -> None:
        said.append(str(error))

    page.on("console", tell)
    page.on("pageerror", fail)
    yield page
    page.remove_listener("console", tell)
    page.remove_listener("pageerror", fail)
    # A page that is refused on purpose (403, 404) is reported by the browser as a failed load.
    assert [line for line in said if "Failed to load resource" not in line] == []


@pytest.fixture
def scriptless(chromium: Browser, site: str) -> Iterator[Page]:
    """A page of a window that runs no scripts."""
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    yield context.new_page()
    context.close()


def sign_in(page: Page, who: str) -> None:
    """Come to the desk's first page as this person, who signed in before; by the form if they signed out meanwhile."""
    page.context.add_cookies(SIGNED_IN.get(who) or [SESSION | {"value": session_of(who)}])
    page.goto("/admin/")
    if "/login/" in page.url:
        page.get_by_label("Username").fill(who)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("**/admin/")
        SIGNED_IN[who] = page.context.cookies()


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
