"""Reviewing a brief in a browser: comments in place beside unsaved words, and without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_finds, sign_in

pytestmark = pytest.mark.browser


def open_brief(page: Page, title: str) -> None:
    page.goto("/admin/briefs/brief/?q=" + title.split()[0])
    page.get_by_role("link", name=title, exact=True).first.click()


def test_a_comment_is_added_and_resolved_while_the_form_is_being_written(page: Page):
    sign_in(page, "attorney")
    open_brief(page, "Kaptsov v. Ashcroft")
    page.locator("#id_summary").fill("Typed, and not saved yet.")
    here = page.locator("#comments-facts")
    here.locator("summary").click()
    here.get_by_role("textbox").fill("Give the year.")
    here.get_by_role("button", name="Add the comment").click()
    expect(page.locator("#comments-said")).to_have_text("Your comment was added.")
    expect(here.locator(".comment-text")).to_have_text("Give the year.")
    expect(page.locator("#open-comments a")).to_have_text(["Facts"])
    expect(page.locator("#id_summary")).to_have_value("Typed, and not saved yet.")
    assert axe_finds(page) == []
    here.get_by_role("button", name="Resolve").click()
    expect(page.locator("#comments-said")).to_have_text("The comment is resolved.")
    expect(page.locator("#open-comments a")).to_have_count(0)


def test_a_link_to_a_comment_unfolds_its_holding(page: Page):
    sign_in(page, "attorney")
    open_brief(page, "Kaptsov v. Ashcroft")
    holding = page.locator("#holdings-1 > details")
    holding.locator("> summary").click()
    here = holding.locator(".comments").last
    here.locator("summary").last.click()
    here.get_by_role("textbox").fill("Whose words?")
    here.get_by_role("button", name="Add the comment").click()
    expect(holding.locator(".said-within")).to_have_text("1 open comment")
    page.reload()
    expect(page.locator(".comment-text", has_text="Whose words?").last).to_be_hidden()
    page.locator("#open-comments a", has_text="Holding 2").or_(
        page.locator("#open-comments a", has_text="Proposition 2")
    ).first.click()
    expect(holding.locator(".comment-text")).to_be_visible()


def test_without_scripts_the_page_comes_back_at_the_comment(scriptless: Page):
    page = scriptless
    sign_in(page, "attorney")
    open_brief(page, "Chouchkov v. INS")
    here = page.locator("#comments-reasoning")
    here.locator("summary").click()
    here.get_by_role("textbox").fill("Without a script.")
    here.get_by_role("button", name="Add the comment").click()
    assert page.url.endswith("#comments-reasoning")
    expect(here.locator(".comment-text")).to_have_text("Without a script.")
