"""What makes a PDF brief good, clause by clause, and the clauses that no other test holds.

clause                                              held by
US Letter, one-inch margins                         test_typst_pdf: it_is_us_letter_with_inch_margins
12-point serif, 1.15 spacing, left aligned          here
page 1: caption, status strip, holdings first       test_typst_pdf: a_brief_reads_in_order, the_holdings_begin_on_page_1
running header, "Dissent brief"; footer, x of y     test_typst_pdf: each_page_carries_its_head_and_foot
dissent and withdrawn banners, law-checked date     test_typst_pdf: a_dissent_says_so, a_brief_reads_in_order
numbered holdings, pins linked both ways            test_typst_pdf: pins_and_passages_lead_to_each_other
real footnotes, on the page that calls them         test_typst_pdf: notes_are_real_footnotes, a_note_stands_on
table of authorities by group, pages, passim        test_typst_pdf: the_table_of_authorities, an_authority_on_five
asterisk for what is chiefly relied on              here
appendix of passages with paragraph numbers         test_typst_pdf: the_words_quoted_are_bold, paper/test_appendix
tags, title, language, bookmarks, heading order     test_typst_pdf: it_is_a_tagged_pdf_ua, every_heading_is_a_bookmark
descriptive link text                               reading: every link says where it leads
4.5:1 contrast, no meaning by colour alone          here
selectable text                                     every test here reads it back
"§" and its number on one line                      here, paper/test_runs
no widow, no orphan, no lonely heading              here
addresses printed for outside links                 test_typst_pdf: authorities_and_passages_lead_outside
"""

import ctypes
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.exporters import pages, samples
from tests.exporters.reading import export, in_order, nodes, read, words

THEME = (Path(__file__).parents[2] / "templates" / "typst" / "theme.typ").read_text("utf-8")
LINE = 12 * 1.31  # points: 1.15 of this face's own line


def lines(content: bytes) -> Iterator[list[tuple[float, float, str]]]:
    """Give the lines of each page between its head and foot, top first: (left, bottom, words)."""
    for page in pypdfium2.PdfDocument(content):
        text = page.get_textpage()
        found: dict[int, tuple[float, float, str]] = {}
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            if 72 < bottom < 720:
                said = text.get_text_bounded(left, bottom, right, top)
                row = next((row for row in found if abs(row - bottom) < 6), round(bottom))
                before = found.get(row, (left, bottom, ""))
                found[row] = (min(left, before[0]), before[1], before[2] + said)
        yield [found[row] for row in sorted(found, reverse=True)]


def prose(sentence: str, paragraphs: int) -> bytes:
    """Set a brief whose paragraphs begin with "beginN" and end with "endN"."""
    page = pages.bare()
    told = [f"begin{n} {sentence * (1 + n % 5)}end{n}" for n in range(paragraphs)]
    page["sections"] = pages.sections(reasoning="\n\n".join(told))
    return export(page).content


def test_the_text_is_a_12_point_serif():
    page = pypdfium2.PdfDocument(prose("The word goes on and on in this sentence. ", 8))[0]
    text = page.get_textpage()
    sizes: Counter[float] = Counter()
    for at in range(text.count_chars()):
        sizes[round(pdfium.FPDFText_GetFontSize(text, at), 1)] += 1
    name = ctypes.create_string_buffer(100)
    pdfium.FPDFText_GetFontInfo(text, text.get_text_bounded().index("begin0"), name, 100, ctypes.c_int())
    assert sizes.most_common(1)[0][0] == 12
    assert b"LibertinusSerif" in name.value


def test_lines_stand_1_15_apart_and_end_ragged():
    text = pypdfium2.PdfDocument(prose("The word goes on and on in this sentence. ", 40))[1].get_textpage()
    x, y, baselines = ctypes.c_double(), ctypes.c_double(), set()
    for at in range(text.count_chars()):
        if pdfium.FPDFText_GetCharOrigin(text, at, x, y) and pdfium.FPDFText_GetFontSize(text, at) == 12:
            baselines.add(round(y.value, 2))
    gaps = Counter(round(above - below, 1) for above, below in pairwise(sorted(baselines, reverse=True)))
    assert gaps.most_common(1)[0][0] == pytest.approx(LINE, abs=0.1)
    assert "justify: false" in THEME


def test_no_paragraph_leaves_one_line_alone_on_a_page():
    for page in lines(prose("The word goes on and on in this sentence, to its very end. ", 60)):
        top, bottom = page[0][2], page[-1][2]
        alone = re.search(r"end(\d+)", top)
        assert not alone or f"begin{alone[1]}" in top, "a widow"
        alone = re.search(r"begin(\d+)", bottom)
        assert not alone or f"end{alone[1]}" in bottom, "an orphan"


def test_no_heading_stands_last_on_a_page():
    page = pages.bare()
    for count in range(8, 36, 3):
        page["sections"] = [
            {"field": f"f{n}", "title": f"Heading {n}", "prose": pages.rich("A sentence. " * count)} for n in range(9)
        ]
        for found in lines(export(page).content):
            assert not re.fullmatch(r"\s*Heading \d\s*", found[-1][2])


def test_a_section_sign_and_its_number_stay_on_one_line():
    page = pages.bare()
    for before in range(12):
        page["sections"] = pages.sections(reasoning=("a " * before + "See 8 U.S.C. § 1158(b)(2)(A)(i) there. ") * 20)
        for found in lines(export(page).content):
            ends = [line[2].rstrip() for line in found]
            assert not [end for end in ends if re.search(r"§$|8 U\.S\.C\.$|\([bA2]\)$", end)]


def test_every_ink_is_legible_on_white():
    def light(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    inks = dict(re.findall(r'#let (\w+) = rgb\("#([0-9a-f]{6})"\)', THEME))
    for name in ("ink", "quiet", "accent"):
        red, green, blue = (light(inks[name][at : at + 2]) for at in (0, 2, 4))
        assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5
    assert set(re.findall(r"fill: (\w+)", THEME)) <= {"ink", "quiet", "accent"}


def test_a_link_in_the_text_is_underlined_and_not_coloured_alone():
    page = pages.bare()
    page["sections"] = pages.sections(reasoning="See {gao|*Xu Sheng Gao*, 500 F.3d 93}.")
    paper = read(export(page).content)
    drawn = [str(node.get("/A", "")) for node in nodes(paper.pdf.Root.StructTreeRoot) if str(node.get("/S")) == "/Span"]
    assert any("Underline" in one for one in drawn)


def test_what_is_chiefly_relied_on_has_an_asterisk():
    text = words(read(export(samples.kaptsov()).content).text)
    table = text[text.index("Table of authorities") : text.index("Appendix: quoted")]
    assert "Authorities marked with an asterisk (*) are chiefly relied on" in table
    assert re.search(r"\* ?Maldonado-Cruz v\. INS", table)
    assert not re.search(r"\* ?UNHCR Handbook", table)


def test_every_page_number_of_the_table_stands_at_the_right_margin():
    """Also where the name before it leaves no room on its line."""
    page = samples.kaptsov()
    cases = [one for one in page["authorities"] if one["kind"] == "case"]
    for more, one in enumerate(cases):  # some end just before the margin
        one |= {"name": f"Doe v. {'Refugee ' * 5}{'m' * 10}{'i' * 2 * more}", "cite": "9 F.3d 9 (9th Cir. 1990)"}
    with pikepdf.open(io.BytesIO(export(page).content)) as file:
        table = next(one for one, text in zip(file.pages, read(export(page).content).pages, strict=True)
                     if "Table of authorities" in text)  # fmt: skip
        ends: dict[int, float] = {}
        for link in table.Annots:
            if "/Dest" in link:
                row = round(float(link.Rect[1]))
                ends[row] = max(ends.get(row, 0.0), float(link.Rect[2]))
    assert len(ends) > len(cases)
    assert set(map(round, ends.values())) == {612 - 72}


def test_the_brief_never_ends_with_a_page_of_its_last_lines_alone():
    """However full the page before is, what the brief says of itself stays together, with the last passage."""
    split = 0
    for count in range(150, 500, 50):
        texts = {"para. 1": "Asylum " * count + "was granted.", "para. 2": "The order is vacated."}
        holding = {"answer": "Yes.", "weight": "holding"}
        holding["pins"] = [("was granted", "para. 1"), ("is vacated", "para. 2")]
        page = pages.page("doe-v-roe", "Doe v. Roe", [holding], texts, country="Peru", grounds=["Religion"])
        page["case"] |= {"counsel": "Counsel " * 60, "sources": [{"field": "counsel", "source": "The docket."}]}
        last = read(export(page).content).pages[-1]
        assert in_order(last, "Passage 2", "The order is vacated.", "About this brief", "Peru", "Religion", "Edition 1")
        assert "for the source see" in last  # the note is where it is called
        split += "Passage 1" not in last
    assert 0 < split < 7  # some of them fill the page before, and some do not


def test_a_colophon_longer_than_a_page_is_set_over_two():
    page = samples.balachova()
    page["case"]["counsel"] = "Counsel for the petitioner. " * 200
    told = read(export(page).content)
    assert "Counsel for the petitioner." in told.pages[-2]
    assert "Edition 2" in told.pages[-1]
