"""PDFs as courts print them: the opinion comes back as it went in, whatever the page looks like."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from rapidfuzz.distance import LCSseq

from briefs.importers import Imported, read
from briefs.text.pieces import Clean
from tests.importers.check import accounted
from tests.importers.press.opinion import sample, words
from tests.importers.press.typst_pdf import STYLES, pressed, slip

FORMATS = Path(__file__).parents[3] / "shared" / "formats"
NAMES = ("kaptsov", "chouchkov", "balachova")


@cache
def printed(name: str, style: str) -> Imported:
    return read("slip.pdf", slip(name, style))


def blocks(clean: Clean, kind: str) -> Counter[str]:
    """The blocks of a kind, told apart by their letters and digits."""
    return Counter("".join(char for char in text if char.isalnum()) for _, text in clean.of_kind(kind))


def f1(expected: Counter[str], found: Counter[str]) -> float:
    both = (expected & found).total()
    return 2 * both / (expected.total() + found.total()) if expected or found else 1.0


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", NAMES)
def test_an_opinion_set_in_print_comes_back(name: str, style: str):
    imported, given = printed(name, style), sample(name)
    accounted(imported)
    there, here = words(given), words(imported.clean)
    assert LCSseq.similarity(there, here) >= 0.995 * max(len(there), len(here))
    assert f1(blocks(given, "footnote"), blocks(imported.clean, "footnote")) == 1
    assert f1(blocks(given, "heading"), blocks(imported.clean, "heading")) == 1
    assert f1(blocks(given, "emphasis"), blocks(imported.clean, "emphasis")) == 1
    least = 0.98 if style in ("book", "small") else 0.95
    assert f1(blocks(given, "paragraph"), blocks(imported.clean, "paragraph")) >= least


@pytest.mark.parametrize("style", STYLES)
def test_each_footnote_is_called_where_it_was(style: str):
    def calls(clean: Clean) -> list[tuple[str, str]]:
        return [(str(m.data["number"]), clean.text[m.start - 6 : m.start]) for m in clean.marks if m.kind == "call"]

    assert calls(printed("chouchkov", style).clean) == calls(sample("chouchkov"))


@pytest.mark.parametrize("style", ["book", "small", "typed"])
def test_block_quotations_are_told_by_their_indent_in_the_text_and_in_footnotes(style: str):
    assert blocks(printed("chouchkov", style).clean, "blockquote") == blocks(sample("chouchkov"), "blockquote")


def test_running_heads_and_page_numbers_are_artefacts_and_pages():
    imported = printed("balachova", "small")
    assert "Ashcroft" not in " ".join(words(imported.clean))
    assert "running-head" in {piece.name for piece in imported.clean.pieces}
    pages = [(mark.data["label"], mark.data["known"]) for mark in imported.clean.marks if mark.kind == "page"]
    assert pages == [(str(number), "printed") for number in range(1, len(pages) + 1)]
    assert len(pages) > 10


def test_pages_that_begin_with_another_number_keep_it():
    imported = read("slip.pdf", slip("kaptsov", "book", first=8547))
    labels = [(mark.data["label"], mark.data["known"]) for mark in imported.clean.marks if mark.kind == "page"]
    assert labels[:3] == [("8547", "inferred"), ("8548", "printed"), ("8549", "printed")]


@pytest.mark.parametrize("style", ["typed", "block"])
def test_a_caption_in_two_columns_is_read_one_side_after_the_other(style: str):
    imported = printed("kaptsov", style)
    caption = imported.detail("caption")
    assert caption.value == "ALEXEI PETROV, Petitioner, v. JOHN ASHCROFT, Attorney General, Respondent."
    assert imported.detail("docket_numbers").value[0] == "02-70755"
    assert imported.detail("court").value == "ca9"
    assert "column-rule" in {piece.name for piece in imported.clean.pieces}
    assert ")" not in caption.value


def test_the_same_bytes_give_the_same_opinion():
    assert read("a.pdf", slip("kaptsov", "book")) == printed("kaptsov", "book")


NUMBERED = b"""
#set page(width: 8.5in, height: 11in, margin: 1.3in)
#set par(leading: 1em, justify: true, first-line-indent: (amount: 2em, all: true))
#set par.line(numbering: "1", number-clearance: 2em, numbering-scope: "page")
#align(center)[UNITED STATES COURT OF APPEALS \\ FOR THE SECOND CIRCUIT]
#align(center)[No. 07-2278]
POOLER, _Circuit Judge_:

#for n in range(1, 9) [
  Paragraph #n begins here, and it goes on for long enough to fill some lines of the page, so that each of them has
  its number in the margin, as the Second Circuit sets its slip opinions before they are printed in the reporter.

]
"""


def test_line_numbers_in_the_margin_are_no_words():
    import typst

    imported = read("slip.pdf", typst.compile(NUMBERED))
    accounted(imported)
    paragraphs = [text for _, text in imported.clean.of_kind("paragraph")]
    assert [text.split(" begins", 1)[0] for text in paragraphs] == [f"Paragraph {n}" for n in range(1, 9)]
    assert all(text.endswith("reporter.") for text in paragraphs)
    assert not any(char.isdigit() for text in paragraphs for char in text[12:])
    assert "line-number" in {piece.name for piece in imported.clean.pieces}


def test_a_note_with_two_paragraphs_over_two_pages_is_one_footnote():
    part = {"quoted": False, "resumed": False, "runs": [["text", "It goes on and on without an end. " * 60]]}
    body = {"quoted": False, "resumed": False, "runs": [["text", "Words of the text. " * 100], ["call", "1"]]}
    more = {"quoted": False, "resumed": False, "runs": [["text", "More words, and others. " * 120]]}
    data = {
        "style": "small", "first": 1, "short": "A v. B", "court": None, "ruled": False, "left": "", "right": "",
        "blocks": [{"kind": "paragraph", "level": 0, "parts": [one]} for one in (body, more, more)],
        "notes": {"1": [part, part]},
    }  # fmt: skip
    imported = read("a.pdf", pressed(data))
    notes = [text for _, text in imported.clean.of_kind("footnote")]
    assert len(notes) == 1
    assert notes[0].count("It goes on") == 120
    assert sum(1 for _ in imported.clean.of_kind("paragraph")) == 3


def test_a_page_with_nothing_but_a_rule_is_an_empty_page():
    import typst

    page = b"#set page(width: 6in, height: 6in)\n#line(length: 2in)\n#pagebreak()\nPAEZ, Circuit Judge:\n\nDenied.\n"
    imported = read("a.pdf", typst.compile(page + b"#pagebreak()\n#line(length: 2in)"))
    accounted(imported)
    assert "Denied." in imported.clean.text


@pytest.mark.skipif(not FORMATS.is_dir(), reason="The sample files of courts are not on this machine.")
def test_a_slip_opinion_of_the_supreme_court():
    imported = read("slip.pdf", (FORMATS / "scotus-slip.pdf").read_bytes())
    accounted(imported)
    assert [(one.kind, one.author) for one in imported.writings] == [("syllabus", None), ("lead", "Sotomayor")]
    clean = imported.apart()[0].clean
    assert [mark.data["number"] for mark, _ in clean.of_kind("footnote")] == [str(n) for n in range(1, 14)]
    assert [mark.data["number"] for mark in clean.marks if mark.kind == "call"] == [str(n) for n in range(1, 14)]
    headings = [(mark.data["level"], text) for mark, text in clean.of_kind("heading")]
    assert headings == [
        (1, "I"), (2, "A"), (2, "B"), (1, "II"), (2, "A"), (2, "B"), (3, "1"), (3, "2"), (3, "3"), (3, "4"), (2, "C"),
        (1, "III"),
    ]  # fmt: skip
    pages = [mark.data["label"] for mark in clean.marks if mark.kind == "page" and mark.data["known"] == "printed"]
    assert pages == [str(number) for number in range(1, 25)]
    assert sum(1 for _ in clean.of_kind("paragraph")) == 47
    assert "Cite as" not in clean.text
    assert "TARRANT REGIONAL WATER DIST. v. HERRMANN" not in clean.text
    found = {detail.field: detail.value for detail in imported.details}
    assert (found["court"], found["docket_numbers"]) == ("scotus", ("11–889",))
    assert (found["argued_on"], found["decided_on"]) == ("2013-04-23", "2013-06-13")
    assert found["prior_citation"] == "656 F. 3d 1222"
