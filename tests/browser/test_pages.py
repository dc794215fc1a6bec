"""Every public page in a real browser: nothing for axe-core to find, no sideways scrolling, light and dark."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import assert_fit_to_read

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/briefs/",
    "/briefs/?q=persecution&sort=name",
    "/briefs/?q=can+someone+who+deserted+the+army+get+asylum",
    "/briefs/?q=zzzyx",
    "/briefs/kaptsov-v-ashcroft/",
    "/briefs/balachova-v-mukasey/",
    "/briefs/chouchkov-v-ins/editions/1/",
    "/opinions/",
    "/opinions/kaptsov-v-ashcroft/",
    "/opinions/chouchkov-v-ins/",
    "/opinions/balachova-v-mukasey/",
    "/authorities/",
    "/authorities/883-f2d-788/",
    "/authorities/8-usc-1101-a-42-a/",
    "/issues/",
    "/issues/political-opinion/",
    "/issues/persecutor-bar/",
    "/nothing-here/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible_in_light_and_dark_fits_a_narrow_screen_and_sets_no_cookie(page: Page, address: str):
    assert_fit_to_read(page, address)


def test_everything_reads_without_javascript(scriptless: Page):
    page = scriptless
    page.goto("/")
    page.get_by_role("searchbox").first.fill("neutrality desertion")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Kaptsov v. Ashcroft").first.click()
    assert "/briefs/kaptsov-v-ashcroft/" in page.url
    page.get_by_role("link", name="883 F.2d 788").first.click()
    assert page.url.endswith("/authorities/883-f2d-788/")
