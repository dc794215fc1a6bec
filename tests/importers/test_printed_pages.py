"""What stands at the edges of printed pages, and letters that are not what a file says they are."""

from io import BytesIO

import pikepdf
import pytest
import typst
from pikepdf import Array, Dictionary, Name

from briefs.importers import Imported, read
from briefs.importers.printed.furniture import FOOT, HEAD, furnish, labels
from briefs.importers.printed.glyphs import Glyph
from briefs.importers.printed.numbers import unlined
from briefs.importers.printed.rows import Row, row
from briefs.importers.printed.tables import tabled
from tests.importers.check import accounted

WORDS = "Words that run on for long enough to fill some lines of print, as those of real opinions mostly do. "


def glyphs(text: str, left: float = 72.0, y: float = 100.0, size: float = 12.0) -> list[Glyph]:
    """The letters of a line, each half as wide as its type is high."""
    return [
        Glyph(char, left + 6 * at, left + 6 * at + 5.5, y, size, False, False, 2 if text[at - 1] == " " else 0, 0.0, at)
        for at, char in enumerate(text)
        if char != " "
    ]


def page(number: int, *lines: tuple[float, str]) -> list[Row]:
    return [row(glyphs(text, y=y), number) for y, text in lines]


@pytest.mark.parametrize(
    "foot", ["-{}-      7588", "7588      -{}-", "{}      Opinion 21A-CR-1417", "No. 20-1      {}", "08/03/2021"]
)
def test_a_foot_that_is_numbers_alone_is_one_and_the_page_s_is_the_one_that_counts(foot: str):
    pages = [
        page(at, (100, f"The {word} of them went on"), (400, "and on to its end."), (750, foot.format(at + 1)))
        for at, word in enumerate(("first", "second", "third", "fourth"))
    ]
    furnish(pages, [792.0] * 4)
    assert {one[-1].role for one in pages} == {FOOT}
    assert not any(one.role for rows in pages for one in rows[:-1] if one.role == FOOT)
    assert labels(pages) == (["1", "2", "3", "4"] if "{}" in foot else [None] * 4)


def test_a_running_head_of_five_lines_is_none_of_the_text():
    over = ("311 Nebraska Reports", "Advance Sheets", "IN RE ESTATE OF BRANDT", "Cite as 311 Neb. 31")
    pages = [
        page(at, (30, f"- {at + 31} -"), *zip(range(45, 105, 15), over, strict=True), (200, f"The {word}."))
        for at, word in enumerate(("one", "other", "third"))
    ]
    furnish(pages, [792.0] * 3)
    assert [one.role for one in pages[1][1:5]] == [HEAD] * 4
    assert labels(pages) == ["31", "32", "33"]
    assert pages[1][-1].role not in (HEAD, FOOT)


def test_the_number_of_a_part_at_the_head_of_a_page_is_no_page_number():
    pages = [
        page(at, (40, "II."), (100, "The second part goes on from there."), (400, "So it does.")) for at in (0, 1, 2)
    ]
    furnish(pages[:1], [792.0])
    assert pages[0][0].text == "II."
    assert not pages[0][0].label


def test_a_hyphen_that_may_be_left_out_is_one_where_it_is_drawn_within_a_line():
    assert row(glyphs("a quasi\xadjudicial act"), 0).text == "a quasi-judicial act"
    assert row(glyphs("at a line\u2019s end\xad"), 0).text.endswith("\xad")


def test_numbers_of_lines_that_stand_a_little_off_their_lines_are_none_of_the_words():
    lines = [
        row([*glyphs(str(at), 58 - 6 * len(str(at)), 96 + 24 * at), *glyphs("some words", y=100 + 24 * at)], 0)
        for at in range(1, 13)
    ]
    given = unlined([lines])[0]
    assert [one.text for one in given if one.role != "line-number"] == ["some words"] * 12


def test_words_driven_apart_to_fill_a_narrow_line_are_no_cells():
    lines = [row(glyphs("shall    not    accept    an    admission", y=y), 0) for y in (100, 114, 128)]
    assert not any(one.cell for one in tabled(lines, ()))


def unseen(words: str) -> bytes:
    """A page as Tesseract lays its words under a picture: in a font without glyphs, whose codes are Unicode's own."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(612, 792))
    table = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000>"
    table += b" endbfrange endcmap"
    system = Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0)
    under = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.GlyphLessFont, CIDSystemInfo=system, DW=500
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.GlyphLessFont, ToUnicode=made.make_stream(table)
    )
    font.Encoding, font.DescendantFonts = Name("/Identity-H"), Array([made.make_indirect(under)])
    lines = "".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td " for line in words.split("\n"))
    page.Contents = made.make_stream(f"BT 3 Tr /F 12 Tf 72 700 Td {lines} ET".encode())
    page.Resources = Dictionary(Font=Dictionary(F=made.make_indirect(font)))
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


def test_letters_that_ocr_laid_under_a_page_are_the_ones_it_named():
    imported = read("a.pdf", unseen("PER CURIAM.\n\nThe judge’s “order” under § 5 was right."))
    assert "Thejudge’s“order”under§5wasright." in imported.clean.text.replace(" ", "")


PAGE = """
#set page(width: 6.5in, height: 9in, margin: 1in, numbering: "1")
#set text(font: "Liberation Serif", size: 11pt, hyphenate: false)
#set par(justify: true, leading: 0.55em, spacing: 0.55em, first-line-indent: (amount: 2em, all: true))
"""


def printed(inside: str) -> Imported:
    imported = read("a.pdf", typst.compile(f"{PAGE}{2 * (4 * WORDS + chr(10) * 2)}{inside}{4 * WORDS}".encode()))
    accounted(imported)
    return imported


def test_each_subsection_of_a_statute_that_is_quoted_is_a_quotation():
    quoted = "(A) any person who is alleged to be in violation of a permit, a standard or an order of the board; or"
    inside = (
        f"The statute reads so:\n\n#pad(left: 3em, right: 3em)[#set par(first-line-indent: 0em)\n{quoted}\n\n"
        f"{quoted.replace('(A)', '(B)').replace('; or', '.')}]\n\n"
    )
    quotes = [text for _, text in printed(inside).clean.of_kind("blockquote")]
    assert [text[:3] for text in quotes] == ["(A)", "(B)"]


def test_a_heading_set_like_the_text_is_told_by_its_number_and_its_place():
    inside = "#par(first-line-indent: 0em)[2\\. Upward Departure for Criminal History.]\n\n"
    assert "2. Upward Departure for Criminal History." in [text for _, text in printed(inside).clean.of_kind("heading")]


def test_what_goes_on_after_a_quotation_is_no_paragraph_however_far_paragraphs_are_set_in():
    far = PAGE.replace("amount: 2em", "amount: 6.5em")
    inside = (
        f"{4 * WORDS}\n\nIt was put thus:\n\n#pad(left: 3em, right: 3em)[#par(first-line-indent: 0em)[{3 * WORDS}]]\n"
    )
    inside += f"#par(first-line-indent: 0em)[{4 * WORDS}]\n\n{4 * WORDS}"
    clean = read("a.pdf", typst.compile(f"{far}{3 * (4 * WORDS + chr(10) * 2)}{inside}".encode())).clean
    found = [text for _, text in clean.of_kind("paragraph")]
    assert [text.split(maxsplit=1)[0] for text in found] == ["Words", "Words", "Words", "Words", "It", "Words"]
    assert len(list(clean.of_kind("blockquote"))) == 1


def test_so_ordered_stands_by_itself_after_a_quotation():
    inside = (
        f"The rule was put thus:\n\n#pad(left: 3em, right: 3em)[#set par(first-line-indent: 0em)\n{3 * WORDS}]\n"
        "#par(first-line-indent: 0em)[SO ORDERED.]\n\n"
    )
    assert "SO ORDERED." in [text for _, text in printed(inside).clean.of_kind("paragraph")]
