"""The six kinds of page in a real browser, as a checker of pages would see them; how fast they paint is in the bench.

Nothing for axe-core to find, nothing in the console, nothing that moves, nothing cut off; wide, narrow and printed.
"""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_finds

pytestmark = pytest.mark.browser

SIX = {
    "home": "/",
    "library": "/briefs/?q=persecution",
    "brief": "/briefs/balachova-v-mukasey/",
    "opinion": "/opinions/chouchkov-v-ins/",
    "digest": "/issues/nexus/",
    "authority": "/authorities/8-usc-1158/",
}
LEAST_SHIFT = 0.05
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("a, button, summary")]
  .filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""
HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1]))"""


@pytest.mark.parametrize("address", SIX.values(), ids=SIX.keys())
def test_a_page_is_sound(page: Page, address: str):
    """One visit, several widths: what the console says is held against it when the test ends."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1800, "height": 900})
    page.goto(address)
    assert page.evaluate(SHIFTS) < LEAST_SHIFT
    assert axe_finds(page) == []
    assert page.evaluate(MOVING) == 0
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    # 640 CSS pixels are a window of 1280 at 200 %, 320 the same at 400 % (WCAG 1.4.10).
    for width in (2560, 1280, 640, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SIDEWAYS) <= 0, width
    page.emulate_media(media="print")
    expect(page.locator(".masthead")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    )


def test_on_the_widest_screens_footnotes_stand_whole_beside_their_calls_and_lead_back(page: Page):
    page.set_viewport_size({"width": 1800, "height": 900})
    page.goto(SIX["opinion"])
    call, note = page.locator("#fnref-4"), page.locator("#fn-4")
    expect(note).to_have_class("para beside")
    call.scroll_into_view_if_needed()
    expect(note).to_be_in_viewport()
    beside, text = note.bounding_box(), page.locator("#para-7").bounding_box()
    assert beside["x"] > text["x"] + text["width"]
    assert abs(beside["y"] - call.bounding_box()["y"]) < 300
    notes = [page.locator(f"#fn-{n}").bounding_box() for n in range(2, 8)]
    assert all(one["y"] + one["height"] <= after["y"] for one, after in pairwise(notes))
    note.get_by_role("link", name="Back to the text from footnote 4").click()
    assert page.url.endswith("#fnref-4")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(note).to_have_class("para")


@pytest.mark.parametrize("kind", ["brief", "opinion"])
def test_the_contents_are_folded_on_a_phone_and_stand_beside_the_text_where_there_is_room(page: Page, kind: str):
    page.goto(SIX[kind])
    contents, fold = page.locator(".contents > ol"), page.locator(".contents-fold > summary")
    expect(contents).to_be_visible()
    expect(fold).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(contents).to_be_hidden()
    fold.press("Enter")
    expect(contents).to_be_visible()
    assert axe_finds(page) == []
    page.emulate_media(media="print")
    expect(contents).to_be_hidden()


def test_the_words_of_a_holding_are_folded_in_the_matrix(page: Page):
    page.goto("/issues/persecution/courts/")
    words = page.locator(".cell-words blockquote").first
    expect(words).to_be_hidden()
    page.locator(".cell-words summary").first.click()
    expect(words).to_be_visible()
    assert axe_finds(page) == []


def test_what_is_folded_on_the_screen_is_printed(page: Page):
    page.goto(SIX["brief"])
    note = page.locator(".law-flag p").first
    expect(note).to_be_hidden()
    page.emulate_media(media="print")
    expect(note).to_be_visible()


def test_a_reading_list_becomes_a_packet(page: Page):
    page.goto("/reading-list/?brief=kaptsov-v-ashcroft&brief=chouchkov-v-ins")
    page.get_by_role("button", name="Make a packet of this list").click()
    page.wait_for_url("**/admin/login/**")
    page.get_by_label("Username").fill("student")
    page.get_by_label("Password").fill("pincite-demo")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("checkbox", name="Kaptsov v. Ashcroft")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Chouchkov v. INS")).to_be_checked()
