"""One page of the site in a real Chromium, with the site's own files and policy, and what its forms would send."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route

from tests.browser.chromium import lent, where

BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(where() is None, reason="There is no Chromium on this machine."),
]


@contextmanager
def in_browser(
    html: bytes, policy: str, *, answers: dict[str, object] | None = None
) -> Iterator[tuple[Page, list[dict[str, list[str]]]]]:
    """Show a page; gives the browser's page, and the fields of each form that was sent.

    A form that is sent gets the page again, or `answers` as JSON.
    """
    sent: list[dict[str, list[str]]] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            route.fulfill(path=found) if found else route.fulfill(status=404)
            return
        if route.request.method == "POST":
            sent.append(parse_qs(route.request.post_data or ""))
            if answers is not None:
                route.fulfill(json=answers)
                return
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy}
        route.fulfill(body=html, headers=headers)

    with lent() as browser, browser.new_context(viewport={"width": 1280, "height": 900}) as window:
        page = window.new_page()
        page.route("**/*", answer)
        page.goto("http://desk.test/")
        yield page, sent
