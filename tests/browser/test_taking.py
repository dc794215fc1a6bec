"""Taking a brief away with the keyboard alone, and copying its citation."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from briefs.exporters import FORMATS
from tests.browser.conftest import axe_finds, managed

SELECT = """([from, words, to]) => {
  const walk = document.createTreeWalker(document.querySelector(`${from} .para-words p`), NodeFilter.SHOW_TEXT);
  let first = walk.nextNode();
  while (!first.data.includes(words)) first = walk.nextNode();
  const last = document.querySelector(`${to} .para-words p`);
  getSelection().setBaseAndExtent(first, first.data.indexOf(words), last, last.childNodes.length);
}"""
OPEN = "document.querySelectorAll('details').forEach(one => (one.open = true))"
pytestmark = pytest.mark.browser


def tabbed(page: Page, most: int = 90) -> Iterator[Locator]:
    """Walk the page with the tab key alone."""
    for _ in range(most):
        page.keyboard.press("Tab")
        yield page.locator(":focus")


def test_every_format_is_reached_and_saved_with_the_keyboard_alone(page: Page):
    page.goto("/briefs/balachova-v-mukasey/")
    saved = []
    for focused in tabbed(page):
        if focused.evaluate("one => one.matches('.export-menu > summary')"):
            page.keyboard.press("Enter")
            assert page.locator(".export-panel").is_visible()
        elif "/export/" in (focused.get_attribute("href") or ""):
            with page.expect_download() as download:
                page.keyboard.press("Enter")
            saved.append(download.value.suggested_filename)
        elif len(saved) == len(FORMATS):
            break
    endings = [name.removeprefix("balachova-v-mukasey-brief-edition-1.") for name in saved]
    assert endings == ["pdf", "docx", "ris", "bib", "csl.json", "json"]


def test_the_citation_is_copied_and_said_to_be(page: Page, window: BrowserContext):
    window.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/briefs/kaptsov-v-ashcroft/")
    page.locator(".export-menu > summary").press("Enter")
    page.get_by_role("button", name="Copy the Bluebook-style").press("Enter")
    cite = "Kaptsov v. Ashcroft, No. 02-70755 (Paez, J., dissenting)"
    page.get_by_text(f"Copied: {cite}").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == cite


def test_a_copy_of_the_site_answers_a_question_from_files_alone(
    page: Page, environment: dict[str, str], tmp_path: Path
):
    managed(environment, "export_site", str(tmp_path / "site.zip"))
    shutil.unpack_archive(tmp_path / "site.zip", tmp_path)
    page.goto(f"file://{tmp_path}/index.html")
    page.get_by_role("searchbox").fill("can someone who deserted the army get asylum")
    page.keyboard.press("Enter")
    names = page.locator("#hits h2")
    expect(names.first).to_have_text("Kaptsov v. Ashcroft")  # it speaks of desertion throughout
    expect(names).to_contain_text(["Kaptsov v. Ashcroft", "Balachova v. Mukasey"])
    expect(page.locator("#hits mark").first).to_have_text("deserted")
    assert axe_finds(page) == []
    names.first.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Kaptsov v. Ashcroft")


@pytest.mark.parametrize("address", ["/briefs/kaptsov-v-ashcroft/", "/api/"])
def test_the_open_menu_and_the_api_s_page_are_accessible_and_fit(page: Page, address: str):
    page.goto(address)
    page.evaluate(OPEN)
    assert axe_finds(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.reload()
    page.evaluate(OPEN)
    assert axe_finds(page, ["color-contrast"]) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_quoted_words_are_cited_with_their_pin_in_one_step(page: Page, window: BrowserContext):
    window.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/briefs/balachova-v-mukasey/")
    quoted = page.locator("#holding-7 figure").filter(has_text="More important")
    quoted.get_by_role("button", name="Copy citation").press("Enter")
    cite = "Balachova v. Mukasey, 547 F.3d 374, para. 39 (2d Cir. 2008)"
    page.get_by_text(f"Copied: {cite}").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == cite


def test_a_paragraph_and_selected_words_are_cited_from_the_opinion(page: Page, window: BrowserContext):
    window.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/opinions/kaptsov-v-ashcroft/")
    page.locator("#para-3 > .para-words > .para-number").focus()
    page.keyboard.press("Tab")  # the link to the paragraph
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    cite = "Kaptsov v. Ashcroft, No. 02-70755, para. 3 (Paez, J., dissenting)"
    page.get_by_text(f"Copied: {cite}").wait_for(state="attached")
    page.evaluate("document.activeElement.blur()")  # the button stays with the keyboard while that has it
    page.locator(".footnotes .para-words p").first.hover()
    page.get_by_role("button", name="Copy citation of footnote 1").click()
    page.get_by_text("Copied: Kaptsov v. Ashcroft, No. 02-70755, fn. 1 (").wait_for(state="attached")
    page.evaluate(SELECT, ["#para-1", "The majority concludes", "#para-2"])
    page.get_by_role("button", name="Copy with citation").click()
    page.get_by_text("Copied: “The majority concludes").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("” Kaptsov v. Ashcroft, No. 02-70755, paras. 1–2 (Paez, J., dissenting).")
    assert "evidence that persecution on account of" in copied
    assert not {"“", "”", '"'} & set(copied.partition("” Kaptsov")[0][1:])  # quotations within are single
    assert not re.search(r"footnote|Paragraph|Dissent \d|↗", copied)
    assert axe_finds(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Copy with citation")).to_be_hidden()


PRINTED = """() => {
  for (const old of document.querySelectorAll(".page-mark")) old.remove();
  for (const [at, page] of [["#para-2", 377], ["#para-4", 378], ["#para-6", 9]]) {
    const mark = Object.assign(document.createElement("span"), { className: "page-mark", id: `page-${page}` });
    mark.append(page);
    document.querySelector(`${at} .para-words p`).prepend(mark);
  }
}"""
PINS = {"#para-1": "para. 1", "#para-2": "377", "#para-3": "377", "#para-4": "378", "#para-7": "para. 7"}


def test_a_pin_is_the_printed_page_of_the_reporter_and_no_other_number(page: Page, window: BrowserContext):
    window.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/opinions/balachova-v-mukasey/")
    page.evaluate(PRINTED)
    for place, pin in PINS.items():
        page.locator(f"{place} > .para-words > .para-number").focus()
        page.get_by_role("button", name="Copy citation of").press("Enter")
        page.get_by_text(f"Copied: Balachova v. Mukasey, 547 F.3d 374, {pin} (2d Cir. 2008)").wait_for(state="attached")


def test_a_reading_list_is_found_again_and_loses_what_is_taken_off(page: Page):
    page.goto("/briefs/kaptsov-v-ashcroft/")
    page.get_by_role("link", name="Add to reading list").click()
    page.goto("/briefs/chouchkov-v-ins/")
    page.get_by_role("link", name="Add to reading list (with 1 other)").click()
    for _ in range(2):  # from another page, and from the list itself
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Reading list").click()
        expect(page.locator(".reading-list h2")).to_have_text(["Kaptsov v. Ashcroft", "Chouchkov v. INS"])
    page.locator("[data-take-off=kaptsov-v-ashcroft]").click()
    expect(page.locator(".reading-list h2")).to_have_text(["Chouchkov v. INS"])
    page.locator("[data-take-off=chouchkov-v-ins]").click()
    expect(page.locator(".reading-list")).to_contain_text("Nothing is on this list.")
