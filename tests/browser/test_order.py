"""A brief’s form in the browser: holdings are put in order by dragging, and a save keeps one’s place."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import sign_in

pytestmark = pytest.mark.browser


def test_a_holding_is_dragged_to_another_place_and_the_numbers_follow(page: Page):
    sign_in(page, "staff")
    page.goto("/admin/briefs/brief/?q=Chouchkov")
    page.get_by_role("link", name="Chouchkov v. INS").first.click()
    headings = page.locator("#holdings-group summary h3")
    expect(headings.nth(2)).to_be_visible()
    before = [words.partition(". ")[2] for words in headings.all_inner_texts()]
    page.locator("#holdings-group .row-handle").nth(0).drag_to(page.locator("#holdings-group .row-handle").nth(2))
    expect(headings.first).to_contain_text(before[1])
    after = [words.partition(". ")[2] for words in headings.all_inner_texts()]
    assert after != before
    assert sorted(after) == sorted(before)
    numbers = page.locator("#holdings-group .inline-related:not(.empty-form) [name$='-number']")
    assert [field.input_value() for field in numbers.all()] == [str(n + 1) for n in range(len(before))]


def test_who_saves_and_goes_on_stays_at_the_field(page: Page):
    sign_in(page, "staff")
    page.goto("/admin/briefs/brief/?q=Chouchkov")
    page.get_by_role("link", name="Chouchkov v. INS").first.click()
    field = page.locator("#id_significance")
    field.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" It is read in seminars.")
    with page.expect_navigation():
        page.locator("#writing-bar").get_by_role("button", name="Save and continue editing").click()
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    expect(field).to_have_value(re.compile("It is read in seminars"))
    expect(page.locator("#kept-line")).to_have_text("Saved.")
    page.reload()  # only what was just saved brings one back
    expect(page.locator("#kept-line")).to_have_text("")
    expect(field).not_to_be_focused()
