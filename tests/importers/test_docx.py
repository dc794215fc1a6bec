"""Word files: styles, indents, real footnotes; and those made to harm."""

import io
import zipfile

import pytest

from briefs.importers import Unreadable, read
from tests.importers.check import accounted
from tests.importers.press.opinion import sample, words
from tests.importers.press.word import word
from tests.importers.test_pdf import blocks

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize("name", ["kaptsov", "chouchkov", "balachova"])
def test_an_opinion_as_a_word_file_comes_back(name: str):
    imported, given = read("a.docx", word(name)), sample(name)
    accounted(imported)
    assert words(imported.clean) == words(given)
    for kind in ("paragraph", "footnote", "heading", "blockquote", "emphasis"):
        assert blocks(imported.clean, kind) == blocks(given, kind), kind
    assert sum(m.kind == "call" for m in imported.clean.marks) == sum(m.kind == "call" for m in given.marks)
    assert "Petrov v. Ashcroft, No. 02-70755" not in imported.clean.text
    assert "running-head" in {piece.name for piece in imported.clean.pieces}


def test_a_page_break_begins_a_page_without_a_printed_number():
    imported = read("a.docx", word("kaptsov", breaks=True))
    accounted(imported)
    pages = [(mark.data["label"], mark.data["known"]) for mark in imported.clean.marks if mark.kind == "page"]
    assert pages == [("1", "inferred"), ("2", "inferred")]


def packed(document: str, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", document)
        for name, part in parts.items():
            made.writestr(f"word/{name}.xml", part)
    return out.getvalue()


def document(inside: str, declared: str = "") -> str:
    return f"<?xml version='1.0'?>{declared}<w:document {W}><w:body>{inside}</w:body></w:document>"


ENTITIES = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
GOOD = word("kaptsov")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (packed(document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", ENTITIES)), "entities"),
        (packed(document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", OUTSIDE)), "entities"),
        (packed(document("<w:p><w:r><w:t>" + "a" * 60_000_000 + "</w:t></w:r></w:p>")), "unpack|larger"),
        (packed(document("")), "no text"),
        (packed("<w:document"), "XML is broken"),
        (GOOD[: len(GOOD) // 2], "Word document"),
        (b"PK\x03\x04 and nothing", "Word document"),
    ],
    ids=["entities", "outside entity", "bomb", "no text", "broken XML", "truncated", "stub"],
)
def test_each_gets_its_sentence(content: bytes, says: str):
    with pytest.raises(Unreadable, match=says) as refusal:
        read("a.docx", content)
    assert str(refusal.value).endswith(".")


def paragraph(inside: str, setup: str = "") -> str:
    return f"<w:p>{setup}<w:r><w:t xml:space='preserve'>PAEZ, Circuit Judge:</w:t></w:r></w:p><w:p>{inside}</w:p>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>One </w:t></w:r><w:del><w:r><w:t>gone </w:t></w:r></w:del><w:ins><w:r><w:t>two.</w:t></w:r>"
         "</w:ins>", "One two."),
        ("<w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> Hidden.</w:t></w:r>", "Seen."),
        ("<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>founded.</w:t></w:r>", "well-founded."),
        ("<w:r><w:t>Tab</w:t><w:tab/><w:t>here.</w:t></w:r>", "Tab here."),
        ("<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE 9</w:instrText><w:fldChar w:fldCharType='separate'/>"
         "<w:t>Shown.</w:t><w:fldChar w:fldCharType='end'/></w:r>", "Shown."),
        ("<w:r><w:t>Under </w:t><w:sym w:font='Times New Roman' w:char='00A7'/><w:t> 5.</w:t></w:r>", "Under § 5."),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:sym w:font='Wingdings' w:char='F04A'/><w:t> 5.</w:t></w:r>",
         "≥\ufffd 5."),
        ("<w:hyperlink><w:r><w:t>Linked words.</w:t></w:r></w:hyperlink>", "Linked words."),
    ],
)  # fmt: skip
def test_the_words_are_those_word_shows(inside: str, expected: str):
    imported = read("a.docx", packed(document(paragraph(inside))))
    accounted(imported)
    assert [text for _, text in imported.clean.of_kind("paragraph")] == [expected]


def test_a_stamp_in_a_box_over_an_opinion_is_read_once_and_a_box_beside_its_text_is_none_of_it():
    box = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    again = box.format("Filed March 2, 2022").replace("pict>", "Fallback>")
    inside = box.format("Filed March 2, 2022") + again
    inside += paragraph(f"<w:r><w:t>{'Words that run on. ' * 20}</w:t></w:r>")
    imported = read("a.docx", packed(document(inside + box.format("DRAFT"))))
    accounted(imported)
    assert imported.raw.count("Filed") == 1
    assert imported.detail("decided_on").value == "2022-03-02"
    assert "DRAFT" in imported.raw
    assert "DRAFT" not in imported.clean.text


def test_comments_are_not_read():
    note = f"<w:comments {W}><w:comment><w:p><w:r><w:t>Ask the clerk.</w:t></w:r></w:p></w:comment></w:comments>"
    imported = read("a.docx", packed(document(paragraph("<w:r><w:t>Words.</w:t></w:r>")), comments=note.encode()))
    assert "clerk" not in imported.raw


def test_an_item_that_hangs_from_its_sign_is_a_paragraph_and_no_quotation():
    words = "It was so found by the judge who heard the case. " * 4
    item = '<w:p><w:pPr><w:ind w:left="1080" w:hanging="360"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    quoted = '<w:p><w:pPr><w:ind w:left="1080"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    plain = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    inside = 3 * plain.format(words) + plain.format("He raised these claims:")
    inside += item.format("(1) the judge erred;") + item.format("(2) the notice was late.")
    inside += plain.format("The judge said:") + quoted.format("I have heard enough.") + plain.format(words)
    clean = read("a.docx", packed(document(inside))).clean
    assert [text for _, text in clean.of_kind("blockquote")] == ["I have heard enough."]
    assert "(2) the notice was late." in [text for _, text in clean.of_kind("paragraph")]
