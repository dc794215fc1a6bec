"""A brief in Word: what python-docx reads of it, and that LibreOffice opens it as it is."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx as python_docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefs.exporters import docx
from briefs.exporters.page import Page
from tests.exporters import pages, samples
from tests.exporters.test_typst_pdf_limits import anything, crowded, marked, without_details

PAPER: dict[str, Any] = {"balachova": samples.balachova, "kaptsov": samples.kaptsov, "bare": pages.bare}
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@cache
def content(name: str) -> bytes:
    return docx.export(PAPER[name](), site_url=pages.SITE).content


def opened(name: str) -> Any:
    return python_docx.Document(io.BytesIO(content(name)))


def part(name: str, path: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(content(name))) as file:
        return etree.fromstring(file.read(path))


def headings(name: str, level: int = 1) -> list[str]:
    return [p.text for p in opened(name).paragraphs if p.style.name == f"Heading {level}"]


def words(name: str) -> str:
    return "\n".join(
        "".join(p.itertext(qn("w:t"), qn("w:tab"))) for p in part(name, "word/document.xml").iter(qn("w:p"))
    )


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def bookmarks(name: str) -> set[str]:
    return set(part(name, "word/document.xml").xpath("//w:bookmarkStart/@w:name", namespaces=W))


def test_headings_come_in_the_order_of_the_pdf_holdings_first():
    assert headings("balachova") == [
        "Holdings", "Outcome", "Facts", "Procedural history", "Reasoning", "Disposition", "Table of authorities",
        "Appendix: quoted passages", "About this brief",
    ]  # fmt: skip
    second = headings("balachova", 2)
    assert second[0].startswith("1.\tMay the court hear claims")
    assert sum(bool(re.match(r"\d+\.\t", heading)) for heading in second) == len(samples.balachova()["holdings"])


def test_every_style_used_is_word_s_own_or_defined():
    styles = set(part("balachova", "word/styles.xml").xpath("//w:style/@w:styleId", namespaces=W))
    for path in ("word/document.xml", "word/footnotes.xml"):
        used = part("balachova", path).xpath(
            "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", namespaces=W
        )
        assert set(used) <= styles
    named = {p.style.name for p in opened("balachova").paragraphs}
    assert named >= {"Title", "Heading 1", "Heading 2", "Quote", "List Number", "table of authorities", "toa heading"}
    assert {p.style.name for p in opened("kaptsov").paragraphs} >= {"List Bullet", "Subtitle", "Intense Quote"}


def test_footnotes_are_real_each_called_once_in_order():
    notes = part("balachova", "word/footnotes.xml").xpath("//w:footnote", namespaces=W)
    assert [note.get(qn("w:type")) for note in notes[:2]] == ["separator", "continuationSeparator"]
    numbers = [note.get(qn("w:id")) for note in notes[2:]]
    calls = part("balachova", "word/document.xml").xpath("//w:footnoteReference/@w:id", namespaces=W)
    assert calls == numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert all(note.xpath(".//w:footnoteRef", namespaces=W) for note in notes[2:])
    text = "".join(part("balachova", "word/footnotes.xml").itertext()).replace("\xa0", " ")
    assert "Negusie v. Holder" in text
    assert "Not in the text of the opinion" in text


def test_a_reference_to_a_note_shows_its_number():
    body = part("balachova", "word/document.xml")
    shown = re.findall(r"NOTEREF (\w+) (?:\\f )?\\h ", "".join(body.xpath("//w:instrText/text()", namespaces=W)))
    assert "flag_0" in shown
    assert set(shown) <= bookmarks("balachova")
    assert "?" not in body.xpath("//w:t/text()", namespaces=W)


@pytest.mark.parametrize("name", PAPER)
def test_every_link_inside_leads_to_a_bookmark_and_every_other_to_an_address(name: str):
    body = part(name, "word/document.xml")
    anchors = set(body.xpath("//w:hyperlink/@w:anchor", namespaces=W))
    assert anchors <= bookmarks(name)
    assert len(bookmarks(name)) == len(body.xpath("//w:bookmarkStart", namespaces=W)), "a bookmark stands once"
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", one) for one in bookmarks(name))
    outside = [one.target_ref for one in opened(name).part.rels.values() if one.is_external]
    assert all(address.startswith("https://") for address in outside)


def test_pins_lead_both_ways():
    page = samples.balachova()
    body = part("balachova", "word/document.xml")
    anchors = body.xpath("//w:hyperlink/@w:anchor", namespaces=W)
    for holding in page["holdings"]:
        for pin in holding["pins"]:
            assert f"passage_{pin['n']}" in anchors
        assert f"holding_{holding['number']}" in anchors


def test_the_table_of_authorities_names_the_places_and_marks_them_for_word():
    body = part("balachova", "word/document.xml")
    fields = "".join(body.xpath("//w:instrText/text()", namespaces=W)).replace("\xa0", " ")
    assert r"""TA \l "Zhen Nan Lin v. U.S. Dep't of Justice, 459 F.3d 255 (2d Cir. 2006)" \s""" in fields
    assert {r"TOA \c 1 \p", r"TOA \c 8 \p", r"TOA \c 2 \p"} <= set(re.findall(r"TOA \\c \d \\p", fields))
    lines = [p.text for p in opened("balachova").paragraphs if p.style.name == "table of authorities"]
    line = next(line for line in lines if "Zhen Nan Lin" in line)
    assert line.replace("\xa0", " ").split("\n")[0].endswith("\tNo. 5; Reasoning")
    assert line.startswith("*")
    begins, ends = (len(body.xpath(f"//w:fldChar[@w:fldCharType='{kind}']", namespaces=W)) for kind in ("begin", "end"))
    assert begins == ends


def test_head_and_foot_say_what_this_is_on_every_page():
    section = opened("kaptsov").sections[0]
    assert section.header.paragraphs[0].text.replace("\xa0", " ") == "Kaptsov v. Ashcroft · Dissent brief"
    assert section.first_page_header.paragraphs[0].text == ""
    for foot in (section.footer, section.first_page_footer):
        told = foot.paragraphs[0].text.replace("\xa0", " ")
        assert told.startswith(
            "Riverside Immigration Law Clinic · Edition 1, November 20, 2026 · Educational, not legal advice\tPage"
        )
        assert foot._element.xpath(".//w:instrText/text()") == [" PAGE ", " NUMPAGES "]


def test_a_dissent_wears_its_banner_and_is_nowhere_labelled_a_holding():
    banner = samples.kaptsov()["banner"]
    assert [p.text for p in opened("kaptsov").paragraphs if p.style.name == "Intense Quote"] == [banner]
    text = words("kaptsov").replace(banner, "")
    assert not re.search(r"(?i)\bholdings?\b", text[: text.index("Appendix: quoted passages")])
    assert "Propositions of the dissent" in headings("kaptsov")
    assert "No negative history" not in text
    assert "good law" not in text.lower()


def test_the_properties_are_those_of_the_edition():
    told = opened("balachova").core_properties
    assert (told.title, told.author, told.language) == (
        "Balachova v. Mukasey", "Riverside Immigration Law Clinic", "en-US"
    )  # fmt: skip
    assert told.created.date().isoformat() == told.modified.date().isoformat() == "2026-11-20"
    assert part("balachova", "word/styles.xml").xpath("//w:rPrDefault//w:lang/@w:val", namespaces=W) == ["en-US"]


def test_the_bytes_know_no_clock_and_no_machine():
    with zipfile.ZipFile(io.BytesIO(content("balachova"))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"
        assert not any(b":rsid" in file.read(name) for name in file.namelist())


@pytest.mark.parametrize("name", ["balachova", "kaptsov"])
def test_all_words_of_the_brief_are_there(name: str):
    page: Page = PAPER[name]()
    text = squeezed(re.sub(r"\[passage\W\d+\]", "", words(name)))
    for holding in page["holdings"]:
        parts = [holding[part]["text"] for part in ("question", "answer", "rule", "application") if holding[part]]
        for said in [*parts, *(pin["quote"] for pin in holding["pins"])]:
            assert squeezed(said) in text
    for passage in page["passages"]:
        assert squeezed(passage["text"]) in text
    for section in page["sections"]:
        first = section["prose"]["text"].partition("\n")[0].partition("“")[0]
        assert squeezed(first) in text


def test_signs_that_xml_or_a_field_would_misread_come_through():
    page = pages.bare()
    page["case"] |= {"short_name": 'Doe & "Roe" <b> \\ v. \x00Wade'}
    page["holdings"][0]["answer"] = pages.rich('See {gao|a "quoted" \\ cite}.')
    page["authorities"] = [pages.authority("gao", name='A "B" \\ C', in_brief=["holding 1"])]
    document = python_docx.Document(io.BytesIO(docx.export(page, site_url=pages.SITE).content))
    title = next(p.text for p in document.paragraphs if p.style.name == "Title")
    assert title.replace("\xa0", " ") == 'Doe & "Roe" <b> \\ v. Wade'
    fields = "".join(document.element.xpath("//w:instrText/text()"))
    assert r'TA \l "A \"B\" \\ C, 500' in fields.replace("\xa0", " ")


@pytest.mark.parametrize("build", [crowded, without_details])
def test_the_longest_and_the_emptiest_brief_are_written(build: Callable[[], Page]):
    page = build()
    document = python_docx.Document(io.BytesIO(docx.export(page, site_url=pages.SITE).content))
    asked = [p.text for p in document.paragraphs if p.style.name == "Heading 2" and p.text[:1].isdigit()]
    assert len(asked) == len(page["holdings"])


@settings(max_examples=15)
@given(st.lists(marked(), min_size=6, max_size=6), st.lists(anything, min_size=6, max_size=6))
def test_any_page_is_written_and_read_back(texts: list[dict[str, Any]], names: list[str]):
    page = samples.kaptsov() if len(names[0]) % 2 else pages.bare()
    page |= {"summary": texts[0], "title": names[0], "clinic": names[1], "banner": names[2]}
    page["holdings"][0] |= {"question": texts[1], "answer": texts[2], "rule": texts[3]}
    page["sections"] = [{"field": "facts", "title": names[3], "prose": texts[4]}]
    page["flags"] = [{"label": names[4], "note": texts[5], "effective": "", "applies_when": names[5], "holding": 1}]
    document = python_docx.Document(io.BytesIO(docx.export(page, site_url=pages.SITE).content))
    begins, ends = (document.element.xpath(f"//w:fldChar[@w:fldCharType='{kind}']") for kind in ("begin", "end"))
    assert len(begins) == len(ends)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every sample opened by LibreOffice once and printed; the words of each page."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed, so the Word files were not opened in it.")
    folder: Path = tmp_path_factory.mktemp("word")
    for name in PAPER:
        (folder / f"{name}.docx").write_bytes(content(name))
    files = [str(folder / f"{name}.docx") for name in PAPER]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    told = {}
    for name in PAPER:
        with pypdfium2.PdfDocument(folder / f"{name}.pdf") as document:
            told[name] = [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]
    return told


def test_libreoffice_opens_and_prints_it_page_x_of_y(converted: dict[str, list[str]]):
    for name, printed in converted.items():
        for number, text in enumerate(printed, 1):
            assert f"Page {number} of {len(printed)}" in text, name
    first = converted["balachova"][0]
    assert first.index("Balachova v. Mukasey") < first.index("Holdings") < first.index("May the court hear claims")
    assert "Dissent brief" in converted["kaptsov"][1]
    everything = " ".join(converted["balachova"])
    assert "Negusie v. Holder" in everything
    assert re.search(
        r"Zhen Nan Lin v\. U\.S\. Dep.t of Justice, 459 F\.3d 255 \(2d Cir\. 2006\)\W*No\. 5; Reas", everything
    )
