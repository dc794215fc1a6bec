"""The text desk in a browser: source beside text, every act by key and by selection, findings signed by key."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.admin.test_better_source import reporter
from tests.browser.conftest import axe_finds, managed, sign_in

pytestmark = pytest.mark.browser
MAKE = """
from django.contrib.auth.models import User
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive
from tests.importers.press.typst_pdf import slip
by = User.objects.get(username="staff")
print(ingest(receive("slip.pdf", slip("balachova", "book"), by=by), by=by).pk)
"""


@pytest.fixture(scope="module")
def desk(environment: dict[str, str], site: str) -> str:
    """The address of the desk of a slip opinion in PDF."""
    pk = json.loads(managed(environment, "shell", "-v0", "-c", MAKE).splitlines()[-1])
    return f"/admin/briefs/opinion/{pk}/text/"


def para(page: Page, number: int):
    return page.locator(f".block:has(#para-{number})")


def press(page: Page, key: str) -> None:
    """Press a key that sends something, and wait for the page that answers."""
    with page.expect_navigation():
        page.keyboard.press(key)


def select(page: Page, number: int, words: str) -> None:
    """Select words of a paragraph, as a mouse or a caret does, its block having the focus."""
    block = para(page, number)
    block.focus()
    block.evaluate(
        """(block, words) => {
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
                return;
            }
            throw new Error("These words do not stand there.");
        }""",
        words,
    )


def test_the_pages_stand_beside_their_text_and_stay_in_step(page: Page, desk: str):
    sign_in(page, "staff")
    page.goto(desk)
    pictures = page.locator(".leaf-picture img")
    expect(pictures.first).to_have_js_property("complete", True)
    assert 1090 < pictures.first.evaluate("it => it.naturalWidth") <= 1101
    for number in (4, 9):
        page.goto(f"{desk}#page-{number}")
        leaf = page.locator(f"#page-{number}")
        expect(leaf.locator("img")).to_be_in_viewport()
        expect(leaf.locator(".block").first).to_be_in_viewport()
        # Further down in the page's text its picture is still there.
        leaf.locator(".block").last.evaluate("it => it.scrollIntoView({block: 'center'})")
        expect(leaf.locator("img")).to_be_in_viewport()
    page.get_by_role("link", name="Previous page, 8").click()
    expect(page).to_have_url(re.compile("#page-8$"))
    # A phone, and a window of 1280 points at a zoom of 200 %.
    for width, colours in ((1280, "light"), (390, "dark"), (640, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto(f"{desk}?passage=12#at-12")
        page.reload()  # another address of the same page, and colours that change slowly, would be measured half way
        assert width == 640 or axe_finds(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_text_is_mended_by_keys_alone_and_mended_back(page: Page, desk: str):
    sign_in(page, "staff")
    page.goto(desk)
    before = page.locator(".leaf-text").all_inner_texts()
    para(page, 3).focus()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(para(page, 3)).to_be_focused()
    press(page, "b")  # joined to the second
    expect(page.locator(".block:focus")).to_contain_text("literature in the streets. Krasnoperov alleges")
    select(page, 2, "Krasnoperov alleges")
    press(page, "n")  # and begun again
    expect(para(page, 3)).to_be_focused()
    expect(para(page, 3)).to_contain_text(re.compile(r"^\s*Paragraph 3\s*Krasnoperov alleges"))
    for key, name in (("2", "heading"), ("p", "paragraph"), ("q", "blockquote"), ("m", "row-centred")):
        page.locator(".block:has-text('Krasnoperov alleges')").first.focus()
        press(page, key)
        expect(page.locator(".block:focus")).to_contain_text("Krasnoperov alleges")
        if name != "paragraph":
            expect(
                page.locator(f".block:focus {name}, .block:focus .{name}, .block-{name}:focus").first
            ).to_be_visible()
    press(page, "g")  # a page needs its number: the form opens and asks
    expect(page.locator("input:focus")).to_be_visible()
    page.keyboard.type("612")
    page.keyboard.press("Enter")
    expect(page.locator(".block:focus")).to_contain_text("[612]")
    select(page, 4, "Krasnoperov")
    page.keyboard.press("?")
    expect(page.locator("#text-keys")).to_have_attribute("open", "")
    expect(page.locator("#text-keys")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(para(page, 4)).to_be_focused()
    for _ in range(7):
        page.locator(".block").first.focus()
        press(page, "u")
    expect(page.locator("#changes")).to_contain_text("None.")
    assert page.locator(".leaf-text").all_inner_texts() == before


def test_the_keys_rest_in_fields_and_can_be_turned_off(page: Page, desk: str):
    sign_in(page, "staff")
    page.goto(f"{desk}?passage=12#at-12")
    field = page.locator("#at-split")
    field.focus()
    page.keyboard.type("bpmju")
    expect(field).to_have_value("bpmju")
    page.keyboard.press("Escape")
    expect(page.locator("#at-12")).to_be_focused()
    page.keyboard.press("?")
    page.get_by_label("Use these keys").uncheck()
    page.reload()
    page.locator("#at-12").focus()
    page.keyboard.press("b")
    page.keyboard.press("j")
    expect(page.locator("#at-12")).to_be_focused()
    page.keyboard.press("?")
    page.get_by_label("Use these keys").check()
    page.keyboard.press("b")  # the box has the focus, not the text
    expect(page.locator("#changes")).to_contain_text("None.")


def test_findings_are_gone_through_fixed_dismissed_and_signed_by_keys_and_then_it_is_released(page: Page, desk: str):
    sign_in(page, "staff")
    page.goto(desk)
    count = page.locator(".findings-count")
    expect(count).to_contain_text("0 of 3 identifiers signed")
    page.get_by_role("button", name="Release to the public").click()
    expect(page.locator(".messagelist")).to_contain_text("is not signed")
    page.goto(desk)
    page.locator(".finding-list a").first.focus()
    page.keyboard.press("Enter")  # the list leads to the place
    page.locator(".leaf-text .finding").first.focus()
    press(page, "y")
    expect(count).to_contain_text("1 of 3")
    expect(page.locator(".finding:focus")).to_contain_text("registration number")
    press(page, "y")
    press(page, "y")
    expect(count).to_contain_text("3 of 3 identifiers signed, 3 other")
    name = page.locator(".leaf-text .finding:has-text('Name spelt two ways')")
    expect(name.locator("ins")).to_be_visible()
    name.focus()
    press(page, "a")
    expect(page.locator("#changes")).to_contain_text("Words retyped")
    page.locator(".block").first.focus()
    page.keyboard.press("d")
    assert page.evaluate("document.activeElement.matches('.finding')")
    page.keyboard.press("w")
    page.keyboard.type("The court prints it so.")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Your decision is kept.")
    expect(count).to_contain_text("1 other finding")
    page.get_by_text("5 decided").click()
    expect(page.locator("#findings")).to_contain_text("(The court prints it so.)")
    page.get_by_role("button", name="Take back the fix of Name").click()
    expect(count).to_contain_text("2 other findings")
    page.get_by_role("button", name="Release to the public").click()
    expect(page.locator(".messagelist")).to_contain_text("Released")


def test_without_scripts_the_forms_do_the_same(page: Page, desk: str, site: str):
    context = page.context.browser.new_context(base_url=site, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/admin/login/")
    plain.get_by_label("Username").fill("staff")
    plain.get_by_label("Password").fill("pincite-demo")
    plain.get_by_role("button", name="Log in").click()
    plain.goto(desk)
    plain.get_by_role("link", name="Change para. 5", exact=True).click()
    plain.get_by_role("button", name="Join to the one before").click()
    expect(plain.locator(".messagelist")).to_contain_text("Done")
    plain.get_by_role("button", name=re.compile("^Undo the last")).click()
    expect(plain.locator(".messagelist")).to_contain_text("undone")
    context.close()


def test_a_better_source_is_compared_and_taken_and_the_slip_stays_readable(page: Page, desk: str):
    sign_in(page, "staff")
    page.goto(desk)
    page.get_by_role("link", name="Give it a better source").click()
    file = {"name": "547-F3d-374.html", "mimeType": "text/html", "buffer": reporter()}
    page.locator("#id_files").set_input_files(files=[file])  # type: ignore[list-item]
    page.get_by_role("button", name="Show what would change").click()
    changes = page.get_by_role("group", name="The changes, side by side")
    expect(changes.get_by_role("row", name=re.compile("Both petitioners.*Each petitioner"))).to_be_visible()
    expect(page.get_by_text("printed page numbers arrive")).to_be_visible()
    assert axe_finds(page) == []
    page.get_by_label("Why").fill("The reporter's version.")
    page.get_by_role("button", name="Replace the text").click()
    expect(page.locator(".messagelist")).to_contain_text("The opinion has its new text.")
    page.goto(desk)
    expect(page.locator(".page-number").first).to_have_text("[375]")
    expect(page.locator(".source-words").first).to_be_visible()  # a web page has no pages to show as pictures
    page.get_by_role("link", name="Texts").click()
    page.get_by_role("listitem").filter(has_text="The reporter's version.").get_by_role("link").click()
    expect(page.locator("#content")).to_contain_text("Both petitioners appealed to the BIA")
