"""The annotation desk in a browser: by keyboard alone, without scripts, by two people at once, and for axe-core."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import LOOKS
from tests.browser.conftest import axe_finds, sign_in
from tests.browser.test_page_quality import LEAST_SHIFT, SHIFTS

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page) -> str:
    """The address of the desk of the sample's lead opinion."""
    sign_in(page, "student")
    page.goto("/admin/briefs/opinion/?q=Chouchkov")
    page.get_by_role("link", name=re.compile("Annotate Chouchkov")).click()
    return page.url


@pytest.fixture
def other(chromium: Browser, site: str) -> Iterator[Page]:
    """The supervising attorney's window."""
    context: BrowserContext = chromium.new_context(base_url=site, viewport={"width": 1600, "height": 900})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.said = []  # type: ignore[attr-defined]
    sign_in(page, "attorney")
    yield page
    context.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_opinion_does_not_jump_when_the_scripts_come(page: Page, desk: str):
    page.goto(desk)
    assert page.evaluate(SHIFTS) < LEAST_SHIFT
    expect(page.locator("#mark-panel")).to_be_hidden()
    page.get_by_role("button", name="Mark a passage").click()
    expect(page.locator("#mark-panel")).to_be_visible()
    expect(page.locator(".mark-letters")).to_contain_text(re.compile("H holding A reasoning"))


def test_a_passage_is_marked_noted_tagged_deleted_and_brought_back_by_keyboard_alone(page: Page, desk: str):
    cards = page.locator(".reading .card")
    count = cards.count()
    page.get_by_role("button", name="Mark with the keyboard").focus()
    press(page, "Enter", "ArrowDown", "ArrowDown", "ArrowRight")
    status = page.locator("#desk-status")
    expect(status).not_to_be_empty()
    press(page, "Enter")
    expect(page.get_by_label("What it is")).to_be_focused()
    press(page, "R", "Tab", "Tab")
    expect(page.get_by_role("combobox", name="Issues: add one")).to_be_focused()
    page.keyboard.type("WOR")
    press(page, "Enter", "Tab")
    page.keyboard.type("A note of the keyboard.")
    press(page, "Control+Enter")
    card = cards.filter(has_text="A note of the keyboard.")
    expect(card).to_contain_text("Withholding of removal")
    expect(card).to_contain_text("Rule")
    expect(page.locator(".desk-said")).to_contain_text("is marked as rule.")
    expect(page.locator("#reading")).to_be_focused()
    card.get_by_role("link").first.focus()
    press(page, "Tab", "Tab", "Tab")
    expect(page.locator(":focus")).to_have_text("Delete")
    press(page, "Enter")
    expect(cards).to_have_count(count)
    page.locator(".desk-said").get_by_role("button", name="Undo").focus()
    press(page, "Enter")
    expect(cards).to_have_count(count + 1)
    expect(card).to_contain_text("Withholding of removal")


def test_two_people_see_each_other_s_marks_and_keep_their_own_form(page: Page, desk: str, other: Page):
    page.get_by_role("button", name="Mark a passage").click()
    page.get_by_role("textbox", name="Note").fill("half a note")
    other.goto(desk)
    other.get_by_role("button", name="Mark a passage").click()
    other.get_by_role("textbox", name="Passage").fill("PETITION GRANTED and CASE REMANDED.")
    other.get_by_label("What it is").select_option("reasoning")
    other.get_by_role("textbox", name="Note").fill("seen by both")
    other.get_by_role("button", name="Save the mark").click()
    expect(other.locator(".card").filter(has_text="seen by both")).to_have_count(1)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # sooner than in ten seconds
    card = page.locator(".card").filter(has_text="seen by both")
    expect(card).to_have_count(1)
    expect(page.locator(".desk-said")).to_contain_text(re.compile(r"attorney marked para\. \d+ as reasoning\."))
    expect(page.get_by_role("textbox", name="Note")).to_have_value("half a note")
    other.locator(".card").filter(has_text="seen by both").hover()
    other.locator(".card-tools").get_by_text("Delete").click()
    expect(other.locator(".card").filter(has_text="seen by both")).to_have_count(0)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(card).to_have_count(0)


def test_without_scripts_a_quotation_is_chosen_marked_deleted_and_brought_back(
    chromium: Browser, site: str, page: Page, desk: str
):
    context = chromium.new_context(base_url=site, java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(desk)
    words = "well-founded fear"
    plain.get_by_role("textbox", name="Passage").fill(words)
    plain.get_by_label("What it is").select_option("rule")
    plain.get_by_role("textbox", name="Note").fill("without scripts")
    plain.get_by_role("button", name="Save the mark").click()
    places = plain.get_by_role("group", name="Which passage is meant?").get_by_role("radio")
    assert places.count() > 1
    places.nth(1).check()
    plain.get_by_role("button", name="Save the mark").click()
    card = plain.locator(".card").filter(has_text="without scripts")
    expect(card).to_have_count(1)
    plain.get_by_role("checkbox", name=re.compile("^Holding")).check()
    plain.get_by_role("button", name="Show these").click()
    expect(card).to_be_hidden()
    plain.get_by_role("link", name="Show all marks").click()
    card.get_by_role("link").first.click()
    plain.get_by_role("button", name="Delete this mark").click()
    expect(card).to_have_count(0)
    plain.get_by_role("button", name="Undo").click()
    expect(card).to_have_count(1)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_marks_with_errors_and_with_a_filter(page: Page, desk: str, scheme: str):
    rules = LOOKS if scheme == "dark" else None  # every other rule finds in the dark what it finds in the light
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.reload()
    assert axe_finds(page, rules) == []
    page.get_by_role("button", name="Mark a passage").click()
    page.get_by_role("textbox", name="Passage").fill("the")
    page.get_by_role("combobox", name="Issues: add one").fill("asylum")
    assert axe_finds(page, rules) == []
    page.get_by_role("combobox", name="Issues: add one").press("Escape")
    page.get_by_role("button", name="Save the mark").click()
    expect(page.locator(".errornote")).to_be_visible()
    assert axe_finds(page, rules) == []
    page.get_by_role("button", name="Close").click()
    page.get_by_role("checkbox", name=re.compile("^Holding")).check()
    page.locator("summary").filter(has_text="Issue").click()
    expect(page.locator("#filter-said")).to_contain_text("shown.")
    assert axe_finds(page, rules) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
