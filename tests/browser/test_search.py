"""The search in a real browser: the keyboard, names offered while one types, years, and all without a script."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import assert_fit_to_read, axe_finds

pytestmark = pytest.mark.browser

BOX = "Search briefs and opinions"


@pytest.mark.parametrize(
    "address",
    [
        "/briefs/?q=corroboration&tab=holdings&outcome=noncitizen",
        "/briefs/?q=lin&tab=authorities",
        "/briefs/?q=desertion&tab=apart",
        "/briefs/?q=Chuchkov",
        "/suggest/?q=pers",
    ],
)
def test_a_page_of_the_search_is_accessible_and_fits_a_narrow_screen(page: Page, address: str):
    assert_fit_to_read(page, address)


def test_a_name_is_chosen_from_the_list_by_the_keyboard_alone(page: Page):
    page.goto("/briefs/")
    box = page.get_by_label(BOX)
    box.press_sequentially("chou")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Chouchkov v. INS")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert axe_finds(page) == []
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    box.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("chou")
    box.press("ArrowDown")
    expect(options.first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/briefs/chouchkov-v-ins/")


def test_words_are_searched_for_when_no_name_is_chosen_and_a_misspelt_one_is_put_right(page: Page):
    page.goto("/")
    box = page.get_by_label(BOX).first
    box.press_sequentially("Chuchkov")
    box.press("Enter")
    page.get_by_role("link", name="Chouchkov", exact=True).click()
    expect(page.get_by_role("heading", name="Chouchkov v. INS")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Did you mean")).to_be_visible()


def test_the_second_link_of_the_page_skips_to_the_results(page: Page):
    page.goto("/briefs/?q=persecution")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "results"


def test_years_are_dragged_over(page: Page):
    page.goto("/briefs/")
    picture = page.locator("svg.years").bounding_box()
    assert picture
    page.mouse.move(picture["x"] + picture["width"] - 2, picture["y"] + 20)
    page.mouse.down()
    page.mouse.move(picture["x"] + picture["width"] * 0.6, picture["y"] + 20)
    page.mouse.up()
    page.wait_for_url("**first=2005&last=2008**")
    expect(page.get_by_role("heading", name="1 brief", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Balachova v. Mukasey")).to_be_visible()


def test_all_of_it_works_without_a_script(scriptless: Page):
    page = scriptless
    page.goto("/briefs/?q=persecution")
    page.get_by_label("From").fill("2005")
    page.get_by_role("button", name="Show these years").click()
    expect(page.get_by_role("link", name="Year: 2005 or later")).to_be_visible()
    page.get_by_label("Another, by name or citation").fill("Fedorenko")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("link", name="Cited authority: Fedorenko")).to_be_visible()
    expect(page.get_by_role("heading", name="Balachova v. Mukasey")).to_be_visible()
    page.get_by_role("link", name="Holdings").click()
    expect(page.get_by_text("Pinned to").first).to_be_visible()
    page.get_by_role("link", name="Clear all filters").click()
    page.get_by_role("link", name="Look up a name").click()
    page.get_by_label("The beginning of a name").fill("chou")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Chouchkov v. INS", exact=True).click()
    assert page.url.endswith("/briefs/chouchkov-v-ins/")
