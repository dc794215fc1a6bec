"""What stands at the edges of printed pages: numbers of lines, stamps, and the names an opinion is signed with."""

import json

import typst

from briefs.importers import Imported, read
from tests.importers.check import accounted
from tests.importers.press.pasted import said, told
from tests.importers.test_fresh import bare

WORDS = "Words that run on for long enough to fill some lines of print, as those of real opinions mostly do. "
PAGE = """
#set page(width: 8.5in, height: 11in, margin: (left: 1.5in, right: 0.7in, y: 0.9in),
  header: text(size: 9pt)[Case 3:20-cv-01234-ABC #h(2em) Document 45 #h(2em) Filed 03/02/22 #h(2em) Page 1 of 9],
  background: for at in range(1, 29) {
    place(right + top, dx: -7.25in, dy: 0.9in + (at - 1) * 0.333in, text(size: 11pt, str(at)))
  })
#set text(font: "Liberation Serif", size: 12pt, hyphenate: false)
#set par(leading: 1.06em, spacing: 1.06em, first-line-indent: (amount: 3em, all: true))
#show footnote.entry: set text(size: 10pt)
#let flush(body) = par(first-line-indent: 0em, body)
"""
CAPTION = """
#align(center)[UNITED STATES DISTRICT COURT \\ NORTHERN DISTRICT OF CALIFORNIA]
#grid(columns: (1fr, 1fr), par(first-line-indent: 0em)[ALEXEI PETROV, \\ #h(4em) Plaintiff, \\ #h(2em) v. \\
  ANN ROE, \\ #h(4em) Defendant.], par(first-line-indent: 0em)[Case No. 20-cv-01234-ABC \\ \\ *ORDER DENYING MOTION*])
"""
SIGNED = """
#v(1em)
#flush[#line(length: 10em)]
#flush[#h(18em) MARIA A. DOE]
#flush[#h(18em) United States District Judge]
"""


def printed(text: str) -> Imported:
    imported = read("order.pdf", typst.compile((PAGE + text).encode()))
    accounted(imported)
    return imported


def test_line_numbers_that_stand_a_little_above_their_lines_are_no_calls_and_no_words():
    blocks = [block for block in told()["blocks"] if block["kind"] == "paragraph" and len(block["parts"]) == 1]
    given = [said(block["parts"][0], lambda _: "") for block in blocks]
    clean = printed("\n\n".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in given)).clean
    assert [bare(text) for _, text in clean.of_kind("paragraph")] == list(map(bare, given))
    assert not [mark for mark in clean.marks if mark.kind == "call"]


def test_a_stamp_with_wide_white_is_no_part_of_a_caption_in_two_columns():
    imported = printed(CAPTION + "\n\n".join(WORDS * 7 for _ in range(3)))
    assert imported.detail("short_name").value == "Petrov v. Roe"
    assert imported.detail("docket_numbers").value == ("20-cv-01234-ABC",)
    assert "Filed" not in imported.clean.text


def test_names_far_to_the_right_are_neither_a_quotation_nor_a_note_under_a_rule():
    note = f"#footnote[{WORDS * 3} It goes on to the margin of the page, so that more of it could follow on the next]"
    clean = printed(f"{WORDS * 7}{note}\n\n{WORDS * 7}\n\n#pagebreak()\n{SIGNED}").clean
    assert not list(clean.of_kind("blockquote"))
    assert [text.split()[-1] for _, text in clean.of_kind("footnote")] == ["next"]
    assert [text for _, text in clean.of_kind("paragraph")][-1].endswith("United States District Judge")
