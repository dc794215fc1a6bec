"""Two people write one brief in two browsers, or one whose session ends: nothing typed is lost, clashes are chosen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PASSWORD, axe_finds, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def brief(page: Page) -> str:
    """A brief of staff's own on an opinion of the samples, with its form open."""
    sign_in(page, "staff")
    page.goto("/admin/briefs/opinion/")
    page.get_by_role("link", name="Annotate Chouchkov").or_(page.get_by_role("link", name="Annotate")).first.click()
    page.get_by_role("button", name="Start a brief").click()
    page.wait_for_url("**/change/")
    return page.url


@pytest.fixture
def other(chromium: Browser, site: str, page: Page) -> Iterator[Page]:
    """Another person's browser."""
    context: BrowserContext = chromium.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    window = context.new_page()
    window.said = page.said  # type: ignore[attr-defined]
    sign_in(window, "attorney")
    yield window
    context.close()


def save(page: Page) -> None:
    """Save and wait for the page that comes back."""
    with page.expect_navigation():
        page.get_by_role("button", name="Save and continue editing", exact=True).click()


def add_holding(page: Page, answer: str) -> None:
    page.get_by_text("Add another Holding").click()
    page.locator("#holdings-group textarea[name$='-answer']:visible").last.fill(answer)


def test_two_people_save_at_once(page: Page, other: Page, brief: str):
    other.goto(brief)
    page.locator("#id_facts").fill("Facts by staff.")
    page.locator("#id_reasoning").fill("Reasoning by staff.")
    add_holding(page, "A holding by staff.")
    save(page)

    other.locator("#id_disposition").fill("Disposition by the attorney.")
    other.locator("#id_reasoning").fill("Reasoning by the attorney.")
    add_holding(other, "A holding by the attorney.")
    save(other)
    expect(other.locator(".held-back")).to_contain_text("Nothing is saved yet")
    beside = other.locator(".field-reasoning .beside")
    expect(beside).to_contain_text("Reasoning by staff.")
    expect(other.locator("#id_reasoning")).to_have_value("Reasoning by the attorney.")
    expect(other.locator("#id_facts")).to_have_value("Facts by staff.")
    assert axe_finds(other) == []
    other.locator("#id_reasoning").fill("Reasoning by staff and the attorney.")
    save(other)

    page.reload()
    expect(page.locator("#id_facts")).to_have_value("Facts by staff.")
    expect(page.locator("#id_disposition")).to_have_value("Disposition by the attorney.")
    expect(page.locator("#id_reasoning")).to_have_value("Reasoning by staff and the attorney.")
    headings = page.locator("#holdings-group .has_original h3")
    expect(headings).to_have_count(2)
    assert {"A holding by staff.", "A holding by the attorney."} == {
        text.partition(". ")[2] for text in headings.all_inner_texts()
    }


def test_words_typed_and_not_saved_are_there_again(page: Page, other: Page, brief: str):
    page.locator("#id_facts").fill("Typed, and then the machine went off.")
    expect(page.locator("#kept-line")).to_contain_text("Kept at", timeout=15_000)
    page.on("dialog", lambda dialog: dialog.accept())
    other.goto(brief)
    expect(other.locator("#offer")).to_have_count(0)
    page.goto(brief)
    expect(page.locator("#offer")).to_contain_text("Typed, and then the machine went off.")
    assert axe_finds(page) == []
    page.get_by_role("button", name="Take it up again").click()
    expect(page.locator("#id_facts")).to_have_value("Typed, and then the machine went off.")
    save(page)
    expect(page.locator("#offer")).to_have_count(0)
    expect(page.locator("#id_facts")).to_have_value("Typed, and then the machine went off.")


def test_who_is_signed_out_while_typing_saves_after_signing_in(page: Page, brief: str):
    page.context.clear_cookies(name="sessionid")
    page.locator("#id_facts").fill("Typed after the session ended.")
    expect(page.locator("#kept-problem")).to_contain_text("You are signed out", timeout=15_000)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in in another window").click()
    again = opened.value
    again.get_by_label("Username").fill("staff")
    again.get_by_label("Password").fill("pincite-demo")
    again.get_by_role("button", name="Log in").click()
    again.wait_for_url("**/admin/**")
    again.close()
    save(page)
    expect(page.locator("#id_facts")).to_have_value("Typed after the session ended.")


def test_the_preview_follows_what_is_typed_and_holdings_move_by_keyboard(page: Page, brief: str):
    preview = page.frame_locator("iframe.live-frame")
    page.locator("#id_facts").fill("Under 8 U.S.C. § 1158(b)(1) he said “words that nobody ever said.”")
    expect(preview.locator(".unproved")).to_contain_text("words that nobody ever said")
    expect(preview.locator("a.cite").first).to_contain_text("8 U.S.C.")
    expect(page.locator(".field-facts .word-count")).to_have_text("11 words")
    page.get_by_role("button", name="things missing").click()
    page.locator("#missing-panel").get_by_role("link", name="Facts: the quotation").click()
    expect(page.locator("#id_facts")).to_be_focused()

    add_holding(page, "First written.")
    add_holding(page, "Second written.")
    save(page)
    page.locator("#way .checked-off").get_by_role("link", name="are under no issue").click()
    expect(page.locator("#holdings-0").get_by_role("searchbox", name="Find issues")).to_be_focused()
    page.get_by_role("button", name="Move up: holding 2").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#propositions > [role=status]")).to_contain_text("is number 1 of 2")
    save(page)
    expect(page.locator("#holdings-group .has_original h3").first).to_have_text("1. Second written.")


def test_a_passage_is_inserted_by_the_keyboard_alone(page: Page, brief: str):
    page.locator("#id_summary").fill("The court said:")
    page.keyboard.press("End")
    page.get_by_role("button", name="Insert passage into Summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Find it by its words")).to_be_focused()
    assert axe_finds(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    field = page.locator("#id_summary")
    expect(field).to_be_focused()
    assert "said: “" in field.input_value() or "said:\n\n> " in field.input_value()
    page.get_by_role("button", name="Insert passage into Facts").click()
    offered = page.locator("#picker-list .listed-place").all_inner_texts()
    facts = [" · Fact · " in place for place in offered]
    assert facts == sorted(facts, reverse=True)  # what a section is written from comes first
    assert len(set(facts)) == 2
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Choose a date: Law checked on")).to_have_count(1)


def sign_in_beside(window: BrowserContext, page: Page, who: str) -> None:
    """Sign in in another window of the same browser."""
    with window.expect_page() as opened:
        page.get_by_role("link", name="Sign in in another window").click()
    beside = opened.value
    beside.get_by_label("Username").fill(who)
    beside.get_by_label("Password").fill(PASSWORD)
    beside.get_by_role("button", name="Log in").click()
    beside.wait_for_url("**/admin/")
    beside.close()


def test_a_mark_is_saved_after_signing_in_again(window: BrowserContext, page: Page):
    sign_in(page, "student")
    page.goto("/admin/briefs/opinion/?q=Chouchkov")
    page.get_by_role("link", name="Annotate Chouchkov").first.click()
    page.get_by_role("button", name="Mark a passage").click()
    page.get_by_role("textbox", name="Passage").fill("conceded deportability")
    page.get_by_label("What it is").select_option("fact")
    page.locator("#id_note").fill("Typed as the session ended.")
    window.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save the mark").click()
    expect(page.locator(".desk-said")).to_contain_text("You are signed out.")
    beside = window.new_page()
    beside.said = page.said  # type: ignore[attr-defined]
    sign_in(beside, "student")
    beside.close()
    page.get_by_role("button", name="Save the mark").click()
    expect(page.locator(".reading .card").filter(has_text="Typed as the session ended.")).to_have_count(1)


def test_a_form_of_the_desk_is_sent_again_after_signing_in(window: BrowserContext, page: Page):
    sign_in(page, "staff")
    page.goto("/admin/briefs/case/?q=Chouchkov")
    page.get_by_role("link", name="Chouchkov v. INS", exact=True).first.click()
    page.locator("#id_counsel").fill("For the petitioners: typed as the session ended.")
    window.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_label("Counsel", exact=True)).to_have_value("For the petitioners: typed as the session ended.")
    assert axe_finds(page) == []
    sign_in_beside(window, page, "staff")
    page.get_by_role("button", name="Send it again").click()
    expect(page.locator("#content-main")).to_contain_text("You are staff now.")
    page.get_by_role("button", name="Send it again").click()
    expect(page.locator("#id_counsel")).to_have_value("For the petitioners: typed as the session ended.")
    expect(page.locator(".messagelist")).to_contain_text("Chouchkov v. INS is saved.")
