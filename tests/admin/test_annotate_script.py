"""The script of the annotation desk, in a real Chromium on the real page: what is selected is what is marked."""

import shutil
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, Route, sync_playwright

from briefs.models import Annotation
from tests.rows import make_opinion

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), "")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TEXT = "A v. B\n\nOPINION\n\nThe 😀😀 witness was 👩‍⚖️ afraid.\n\nA second 😀 paragraph stands here.\n"
SELECT = """([from, fromWord, to, toWord]) => {
    const runs = [...document.querySelectorAll("[data-start]")];
    const at = (id, word) => runs.find((run) => run.closest(".row").id === id && run.textContent.includes(word));
    const [first, last] = [at(from, fromWord), at(to, toWord)];
    const range = document.createRange();
    range.setStart(first.firstChild, first.firstChild.data.indexOf(fromWord));
    range.setEnd(last.firstChild, last.firstChild.data.indexOf(toWord) + toWord.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    last.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
}"""


@pytest.fixture
def page(as_student: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A browser that is answered by the test's own client, so that page and test see the same rows."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in this thread

    def answer(route: Route) -> None:
        url, request = urlsplit(route.request.url), route.request
        if url.path.startswith("/static/"):
            found = finders.find(url.path.removeprefix("/static/"))
            route.fulfill(path=found) if found else route.fulfill(status=404)
            return
        where = f"{url.path}?{url.query}"
        sent = parse_qs(request.post_data or "", keep_blank_values=True)
        got = as_student.post(where, sent) if request.method == "POST" else as_student.get(where)
        headers = {name: value for name, value in got.items() if name in ("Location", "Content-Security-Policy")}
        route.fulfill(status=got.status_code, body=got.content, headers=headers | {"Content-Type": "text/html"})

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.route("**/*", answer)
        yield opened
        browser.close()


def selected(page: Page, *ends: str) -> tuple[str, str, str]:
    page.evaluate(SELECT, list(ends))
    page.wait_for_selector(".mark-panel.is-open")
    return tuple(page.input_value(f"[name={name}]") for name in ("quote", "start", "end"))  # type: ignore[return-value]


def test_a_selection_is_counted_in_characters_and_saved_as_it_stands(page: Page, student):
    opinion = make_opinion(student, text=TEXT)
    page.goto(f"http://desk.test{reverse('admin:briefs_opinion_annotate', args=[opinion.pk])}")
    quote, start, end = selected(page, "para-1", "witness", "para-1", "afraid")
    assert quote == opinion.text[int(start) : int(end)] == "witness was 👩‍⚖️ afraid"
    page.wait_for_function("document.getElementById('desk-status').textContent.startsWith('Selected 4 words')")

    page.fill(".boxes-filter", "on account")  # a synonym of one issue
    assert page.locator("div.boxes > div:visible").all_inner_texts() == ['Nexus ("on account of")']

    across, first, last = selected(page, "para-1", "afraid", "para-2", "second")
    assert across == opinion.text[int(first) : int(last)]
    assert "\n\n" in across

    # What is typed over the selection is looked up by its words.
    page.fill("[name=quote]", "paragraph stands")
    assert page.input_value("[name=start]") == ""
    page.keyboard.press("Escape")
    assert not page.locator(".mark-panel").is_visible()
    page.get_by_role("button", name="Mark a passage").click()
    page.get_by_role("button", name="Save the mark").evaluate("button => button.form.noValidate = true")
    page.select_option("[name=kind]", "fact")
    page.evaluate("document.getElementById('mark-form').requestSubmit()")
    page.wait_for_url("**/annotate/#annotation-*") if Annotation.objects.exists() else page.wait_for_timeout(500)
    assert Annotation.objects.get().quote == "paragraph stands"
