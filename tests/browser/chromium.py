"""Which Chromium the tests look through, and how it is started: one in each process."""

import asyncio
import shutil
from asyncio import AbstractEventLoop
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Playwright's own list, which naming a feature here puts aside, and what a new window would make beforehand: the lists
# that fold down from the address bar, pages by themselves, and a process for the next site. To find out which language
# a page is in, so that its translation may be offered, takes a tenth of the time of loading it.
OFF = [
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"),
    *("HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
    *("AimEnabled", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"),
    "Translate",
]
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    f"--disable-features={','.join(OFF)}",
]


def where() -> str | None:
    """Give the path of the Chromium of this machine, None when there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


_open: list[tuple[Playwright, Browser, AbstractEventLoop]] = []  # at most one


@contextmanager
def lent() -> Iterator[Browser]:
    """Give the browser, started if there is none, for a while in which this process does not ask the database.

    Beside Playwright's loop Django would look for another connection, and nothing else could run a loop: afterwards
    the loop is put aside, until the browser is lent again.
    """
    if not _open:
        playwright = sync_playwright().start()
        browser = playwright.chromium.launch(executable_path=where(), args=FLAGS)
        _open.append((playwright, browser, asyncio.get_running_loop()))
    _, browser, loop = _open[0]
    asyncio._set_running_loop(loop)
    try:
        yield browser
    finally:
        asyncio._set_running_loop(None)


def close() -> None:
    """End the browser of this process, if there is one."""
    while _open:
        playwright, browser, loop = _open.pop()
        asyncio._set_running_loop(loop)
        browser.close()
        playwright.stop()
