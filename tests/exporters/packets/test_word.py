"""Packets as Word files, read back: their jumps, running heads, what they cite and what they leave out."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from briefs.exporters.packets.choosing import EOIR, STUDY, Choice
from briefs.exporters.packets.word import word
from tests.exporters import pages
from tests.exporters.packets.made import FILED, both, document, quietly


@pytest.mark.parametrize("style", [STUDY, EOIR])
def test_every_jump_of_the_word_file_finds_its_bookmark(style: str):
    body = document(style).element.body
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names))
    jumps = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert jumps <= set(names)
    fields = [one.text.split() for one in body.iter(qn("w:instrText")) if one.text]
    assert {one[1] for one in fields if one[:1] in (["PAGEREF"], ["NOTEREF"])} <= set(names)


def test_each_tab_of_the_word_file_has_its_own_running_head():
    heads = [section.header.paragraphs[0].text.replace("\u00a0", " ") for section in document(EOIR).sections]
    assert heads == [
        "Neutrality",
        "Tab 1 · Balachova v. Mukasey",
        "Tab 2 · Kaptsov v. Ashcroft · Dissent brief",
        "Neutrality",
    ]
    first, *others = document(EOIR).sections
    assert first.different_first_page_header_footer  # the cover has none
    assert not any(one.different_first_page_header_footer for one in others)
    assert all("Page" in one.footer.paragraphs[0].text for one in document(EOIR).sections)


def test_a_string_stands_with_its_last_proposition():
    told = both()
    for holding in [holding for page in told for holding in page["holdings"]]:
        holding["issues"] = [{"slug": "nexus", "name": "Nexus", "area": ""}]
    made = docx.Document(io.BytesIO(word(told, FILED, [], site_url="", progress=quietly)))
    (string,) = [one for one in made.paragraphs if one.text.startswith("String  ")]
    assert string._p.getprevious().pPr.find(qn("w:keepNext")) is not None


def test_the_word_file_says_what_was_left_out_and_cites_as_it_was_asked():
    text = "\n".join(one.text for one in document(EOIR).paragraphs)
    assert "One is left out." in text
    assert "Propositions and string citations" in text
    assert "(Paez, J., dissenting)" in text


def test_the_contents_of_the_word_file_lead_to_every_part():
    body = document(EOIR).element.body
    jumps = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))][:4]
    assert jumps == ["strings", "t1_start", "t2_start", "joint_table"]
    bare = word([pages.bare()], Choice("x"), [], site_url="", progress=quietly)
    told = [one.text for one in docx.Document(io.BytesIO(bare)).paragraphs]
    assert told[-2:] == ["Joint table of authorities", "These briefs cite no authority."]
