"""The main job ends with a reader: anyone finds a brief, follows what it cites and takes the paper away.

How a brief comes to be published is in test_the_whole_way.py.
"""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


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
