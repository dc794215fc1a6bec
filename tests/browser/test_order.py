"""Holdings are put in order by dragging; the buttons that do the same are tried elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("order")]


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
