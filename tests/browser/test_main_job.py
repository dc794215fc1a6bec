"""The main job in a browser: a student imports, marks and briefs, an attorney publishes, anyone reads and exports."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import axe_finds, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("main_job")]
BALACHOVA = Path(settings.BASE_DIR, "briefs", "samples", "balachova.txt")
BY_MOUSE = "Although issue exhaustion is not jurisdictional, it is mandatory."
BY_QUOTE = "Thus, we grant the government's request to dismiss Balachova's claims for failure to exhaust"
# Where the words stand in the page, as the browser draws them.
WHERE = """(words) => {
    const walker = document.createTreeWalker(document.getElementById("reading"), NodeFilter.SHOW_TEXT);
    const at = (needle, end) => {
        walker.currentNode = walker.root;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const found = node.data.indexOf(needle);
            if (found < 0) continue;
            node.parentElement.scrollIntoView({block: "center"});
            const range = document.createRange();
            range.setStart(node, end ? found + needle.length - 1 : found);
            range.setEnd(node, end ? found + needle.length : found + 1);
            const box = range.getBoundingClientRect();
            return [end ? box.right - 0.5 : box.left + 0.5, (box.top + box.bottom) / 2];
        }
        throw new Error(`not on the page: ${needle}`);
    };
    at(words, false);
    return [at(words, false), at(words, true)];
}"""


def select_with_the_mouse(page: Page, words: str) -> None:
    (left, top), (right, bottom) = page.evaluate(WHERE, words)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=6)
    page.mouse.up()


def press(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True)
    if name.startswith("Save and"):  # it is sent once the server has said who is signed in
        with page.expect_navigation():
            button.click()
    else:
        button.click()
        page.wait_for_load_state()


def sign_out(page: Page) -> None:
    page.context.clear_cookies()


def import_balachova(page: Page) -> None:
    page.goto("/admin/briefs/source/import/")
    assert axe_finds(page) == []
    # One more line end than the sample that is here, so that it counts as another file.
    upload = {"name": "balachova.txt", "mimeType": "text/plain", "buffer": BALACHOVA.read_bytes() + b"\n"}
    page.get_by_label("Files").set_input_files(files=[upload])
    press(page, "Look at it")
    expect(page.get_by_text("45", exact=True).first).to_be_visible()
    expect(page.locator("#id_short_name")).to_have_value("Balachova v. Mukasey")
    expect(page.locator("#id_citation")).to_have_value("")
    assert axe_finds(page) == []
    press(page, "Keep it as an opinion")
    page.wait_for_url("**/annotate/")


def mark_two_passages(page: Page) -> None:
    select_with_the_mouse(page, BY_MOUSE)
    expect(page.get_by_role("textbox", name="Passage")).to_have_value(BY_MOUSE)
    page.get_by_label("What it is").select_option("holding")
    press(page, "Save the mark")
    expect(page.locator("#reading")).to_contain_text(BY_MOUSE)
    press(page, "Mark a passage")
    page.get_by_role("textbox", name="Passage").fill(BY_QUOTE)
    page.get_by_label("What it is").select_option("holding")
    press(page, "Save the mark")
    expect(page.get_by_role("complementary").get_by_text("Holding", exact=False)).to_have_count(2)
    assert axe_finds(page) == []


def write_a_brief(page: Page) -> str:
    press(page, "Start a brief")
    sections = {
        "summary": "Exhaustion is mandatory.",
        "facts": "The wife “did not point out any errors” in the finding on credibility.",
        "procedural_history": "Both petitioners appealed to the Board.",
        "reasoning": "*Lin Zhong v. U.S. Dep't of Justice*, 480 F.3d 104, 121-24 (2d Cir. 2007), is followed.",
        "disposition": "Dismissed in part.",
        "significance": "The court said “issue exhaustion is jurisdictional.”",
    }
    for name, words in sections.items():
        page.locator(f"#id_{name}").fill(words)
    page.get_by_text("Add another Holding").click()
    form = page.locator("#holdings-0")
    form.locator("[name=holdings-0-answer]").fill("A claim not raised before the Board is dismissed.")
    form.locator("[name=holdings-0-outcome]").select_option("government")
    for passage in form.locator("[name=holdings-0-passages]").all():
        passage.check()
    form.get_by_label("Exhaustion", exact=True).check()
    press(page, "Save and continue editing")
    expect(page.get_by_text("issue exhaustion is jurisdictional")).to_have_count(2)  # the field, and the gap
    assert axe_finds(page) == []
    return page.url


def test_the_main_job_from_import_to_published_brief(page: Page):
    sign_in(page, "student")
    assert axe_finds(page) == []
    import_balachova(page)
    mark_two_passages(page)
    text = page.url.partition("#")[0].replace("/annotate/", "/text/")
    brief = write_a_brief(page)
    press(page, "Submit for review")
    assert page.get_by_role("button", name="Publish").count() == 0
    token = page.context.cookies()
    assert token
    refused = page.request.post(brief.replace("/change/", "/publish/"), headers={"Referer": brief})
    assert refused.status == 403

    sign_out(page)
    sign_in(page, "attorney")
    page.goto("/admin/briefs/brief/queue/")
    assert axe_finds(page) == []
    page.goto(brief)
    press(page, "Approve and publish")
    expect(page.get_by_role("alert").or_(page.locator(".messagelist"))).to_contain_text("does not stand in the opinion")
    page.locator("#id_significance").fill("The court said “issue exhaustion is not jurisdictional.”")
    press(page, "Save and continue editing")
    press(page, "Approve and publish")
    expect(page.locator(".messagelist")).to_contain_text("Alien registration number “███ ███ ███”")
    page.goto(text)
    press(page, "Sign every “alien registration number” as real and covered")
    page.goto(brief)
    press(page, "Approve and publish")
    expect(page.locator(".messagelist")).to_contain_text("Published")

    sign_out(page)
    page.goto("/briefs/balachova-v-mukasey-2/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Balachova v. Mukasey")
    assert axe_finds(page) == []


def test_anyone_finds_the_dissent_follows_its_citation_and_takes_the_pdf_away(page: Page, window: BrowserContext):
    page.goto("/")
    page.get_by_label("Search briefs and opinions").first.fill("neutrality desertion")
    page.keyboard.press("Enter")
    hit = page.get_by_role("listitem").filter(has_text="Kaptsov v. Ashcroft").first
    expect(hit).to_contain_text("Dissent")
    hit.get_by_role("link", name="Kaptsov v. Ashcroft").first.click()
    expect(page.get_by_text("Nothing here is a holding of the court.").first).to_be_visible()
    page.get_by_role("link", name="883 F.2d 788").first.click()
    assert page.url.endswith("/authorities/883-f2d-788/")
    outside = page.get_by_role("link", name="courtlistener.com").first
    assert outside.get_attribute("href") == "https://www.courtlistener.com/c/F.2d/883/788/"
    page.go_back()
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").first.click()
    check_pdf(Path(download.value.path()).read_bytes())
    assert window.cookies() == []


def check_pdf(content: bytes) -> None:
    read = pypdfium2.PdfDocument(content)
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in read)
    assert "Dissent (Paez, J.)" in text
    assert "not given in source" in text
    assert "political neutrality" in text
    with pikepdf.open(io.BytesIO(content)) as paper:
        links = {
            str(note.A.URI)
            for sheet in paper.pages
            for note in sheet.get("/Annots", [])
            if "/URI" in note.get("/A", {})
        }
        assert "https://www.courtlistener.com/c/F.2d/883/788/" in links
        assert paper.Root.MarkInfo.Marked
