"""Reading in a real browser: the six kinds of page stay still, and their helps work by keyboard and go away."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import assert_fit_to_read, axe_finds

pytestmark = pytest.mark.browser

BRIEF, OPINION = "/briefs/kaptsov-v-ashcroft/", "/opinions/balachova-v-mukasey/"
SIX = [
    "/",
    "/briefs/?q=persecution",
    "/briefs/balachova-v-mukasey/",
    OPINION,
    "/issues/nexus/",
    "/authorities/8-usc-1158/",
]
MORE = [
    "/issues/nexus/courts/",
    "/briefs/compare/?a=kaptsov-v-ashcroft&b=chouchkov-v-ins",
    f"{OPINION}?find=persecution",
]
MORE += [f"{BRIEF}?voices=court", "/reading-list/?brief=kaptsov-v-ashcroft&brief=chouchkov-v-ins"]
# What moves without anybody having asked for it, as browsers count it.
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 400);
})"""


@pytest.mark.parametrize("address", [*SIX, f"{OPINION}?find=persecution#found-3"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_comes(page: Page, address: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert page.evaluate(SHIFTS) < 0.05


@pytest.mark.parametrize("address", MORE)
def test_a_page_of_reading_is_accessible_in_light_and_dark_and_fits_a_narrow_screen(page: Page, address: str):
    assert_fit_to_read(page, address)


def test_a_citation_s_card_comes_with_the_keyboard_and_goes_with_escape(page: Page):
    page.goto(BRIEF)
    card = page.locator("#card")
    page.keyboard.press("Tab")  # the keyboard is in use
    link = page.locator(".column a.cite").first
    link.focus()
    expect(card).to_be_visible()
    expect(card).to_contain_text("9th Cir.")
    expect(link).to_have_attribute("aria-describedby", "card")
    assert axe_finds(page) == []
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()


def test_a_card_stays_while_it_is_pointed_at(page: Page):
    page.goto(BRIEF)
    card = page.locator("#card")
    link = page.locator(".propositions a.cite").first
    link.scroll_into_view_if_needed()
    link.hover()
    expect(card).to_be_visible()
    box = card.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2, steps=5)
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()


def test_the_court_alone_is_read_and_the_address_keeps_it(page: Page):
    page.goto("/briefs/balachova-v-mukasey/")
    words = page.locator(".column .other-voice").first
    expect(words).to_be_visible()
    page.get_by_role("link", name="The court only").click()
    expect(words).to_be_hidden()
    expect(page.locator(".column .voice-left-out").first).to_be_visible()
    assert page.url.endswith("?voices=court")
    page.reload()
    expect(words).to_be_hidden()
    page.get_by_role("link", name="Every voice").click()
    expect(words).to_be_visible()


def test_a_link_to_a_holding_is_copied_by_keyboard(page: Page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(BRIEF)
    page.locator("#holding-2 .holding-number").focus()
    page.keyboard.press("Tab")
    copies = page.get_by_role("button", name=re.compile("Copy link to Dissent 2"))
    expect(copies).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="The link is copied.")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()").endswith("/briefs/kaptsov-v-ashcroft/#holding-2")


def test_on_a_phone_the_holdings_are_one_step_away_and_no_line_moves_under_the_finger(page: Page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/briefs/balachova-v-mukasey/")
    page.get_by_role("link", name="Holdings 13").first.click()
    expect(page.locator("#holding-1 h3")).to_be_in_viewport()
    page.goto(OPINION)
    paragraph = page.locator("#para-3")
    before = paragraph.bounding_box()["height"]
    paragraph.hover()
    expect(page.get_by_role("button", name="Copy link to Paragraph 3")).to_be_visible()
    assert paragraph.bounding_box()["height"] == before


def test_the_contents_say_what_is_read(page: Page):
    page.goto("/briefs/balachova-v-mukasey/#reasoning")
    expect(page.locator(".contents [aria-current]")).to_have_text("Reasoning")
    page.evaluate("document.querySelector('#facts').scrollIntoView()")
    expect(page.locator(".contents [aria-current]")).to_have_text("Facts")


def test_places_found_are_stepped_through_with_n_and_p(page: Page):
    page.goto(f"{OPINION}?find=persecution")
    of = int(page.locator("[data-find]").get_attribute("data-find"))
    assert of > 5
    for key, at in (("n", 1), ("n", 2), ("p", 1), ("p", of)):
        page.keyboard.press(key)
        expect(page.locator(".find-count")).to_have_text(f"{at} of {of}")
        assert page.url.endswith(f"#found-{at}")
        expect(page.locator(".found-now")).to_be_in_viewport()


def test_a_student_goes_the_whole_way_by_keyboard(page: Page):
    page.goto("/")
    page.locator("main input[name=q]").focus()
    page.keyboard.type("neutrality desertion")
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefs/?q=*")
    _follow(page, page.locator("main h3 a").filter(has_text="Kaptsov").first)
    page.wait_for_url("**/briefs/kaptsov-v-ashcroft/**")
    _follow(page, page.locator(".column a.cite[href*='883-f2d-788']").first)
    page.wait_for_url("**/authorities/883-f2d-788/")
    _follow(page, page.locator("a[href*='/opinions/'][href*='#para-']").first)
    page.wait_for_url("**/opinions/**#para-*")
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") >= 0
    for wanted in ("**/authorities/883-f2d-788/", "**/briefs/kaptsov-v-ashcroft/**", "**/briefs/?q=*"):
        page.go_back()
        page.wait_for_url(wanted)


def _follow(page: Page, link) -> None:
    link.focus()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")


def test_a_student_goes_the_whole_way_without_javascript(scriptless: Page):
    page = scriptless
    page.goto("/")
    page.get_by_role("searchbox").first.fill("neutrality desertion")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Kaptsov v. Ashcroft").first.click()
    page.get_by_role("link", name="The court only").click()
    assert page.url.endswith("?voices=court")
    expect(page.locator(".holding-apart").first).to_be_hidden()
    page.get_by_role("link", name="Every voice").click()
    page.locator(".column a.cite[href*='883-f2d-788']").first.click()
    assert page.url.endswith("/authorities/883-f2d-788/")
    page.locator("a[href*='/opinions/'][href*='#para-']").first.click()
    page.get_by_label("Find in this").fill("neutral")
    page.keyboard.press("Enter")  # leads to the first place
    page.wait_for_url("**/opinions/**?find=neutral#found-1")
    steps = page.locator(".found-place:target .found-steps")
    expect(steps).to_contain_text("1 of ")
    steps.get_by_role("link", name="Next").click()
    expect(page.locator(".found-place:target .found-steps")).to_contain_text("2 of ")
