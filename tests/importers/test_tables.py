"""Tables: a row is a paragraph, its cells parted by a bar, whatever the format."""

import typst

from briefs.importers import Imported, read
from tests.importers.check import accounted
from tests.importers.test_docx import W, packed
from tests.importers.test_manners import PAGE, WORDS

ROWS = [
    "Date | Event | Record",
    "May 3, 2016 | Notice to appear served | AR 411",
    "June 9 | Merits hearing | AR 212–60",
]
AROUND = WORDS * 4 + b"\n\n"


def printed(table: str) -> Imported:
    imported = read("a.pdf", typst.compile(PAGE + 3 * AROUND + table.encode() + b"\n\n" + 2 * AROUND))
    accounted(imported)
    return imported


def cells(rows: list[str]) -> str:
    return ", ".join(f"[{cell}]" for row in rows for cell in row.split(" | "))


def paragraphs(imported: Imported) -> list[str]:
    return [text for _, text in imported.clean.of_kind("paragraph")]


def test_a_printed_row_is_a_paragraph_of_cells():
    table = f"#table(columns: (6em, 14em, 6em), stroke: none, column-gutter: 2em, {cells(ROWS)})"
    assert paragraphs(printed(table))[3:6] == ROWS


def test_the_lines_of_a_wrapped_cell_stay_together():
    rows = [
        "May | Notice to appear served upon the applicant in person by an officer | AR 411",
        "June | Hearing | AR 2",
    ]
    ruled = f"#table(columns: (6em, 12em, 6em), column-gutter: 2em, {cells(rows)})"
    apart = f"#table(columns: (6em, 12em, 6em), stroke: none, inset: 10pt, column-gutter: 2em, {cells(rows)})"
    assert paragraphs(printed(ruled))[3:5] == rows
    assert paragraphs(printed(apart))[3:5] == rows


def test_the_items_of_a_list_are_no_table():
    rows = ["(1) | the judge erred in this", "(2) | the notice was late", "(3) | the harm was grave"]
    found = paragraphs(printed(f"#table(columns: (3em, 20em), stroke: none, column-gutter: 1em, {cells(rows)})"))
    assert not any(" | " in text for text in found)


def test_a_line_driven_apart_to_fill_it_is_no_row():
    narrow = "#block(width: 2.2in)[" + "Responsibilities notwithstanding administrative determinations " * 8 + "]"
    assert not any(" | " in text for text in paragraphs(printed(narrow)))


def word(rows: list[str], before: str = "") -> Imported:
    inside = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row.split(" | "))
        + "</w:tr>"
        for row in rows
    )
    body = f"<w:p><w:r><w:t>{WORDS.decode()}</w:t></w:r></w:p>{before}<w:tbl>{inside}</w:tbl>"
    body += f"<w:p><w:r><w:t>{WORDS.decode()}</w:t></w:r></w:p>"
    imported = read("a.docx", packed(f"<w:document {W}><w:body>{body}</w:body></w:document>"))
    accounted(imported)
    return imported


def test_a_row_of_a_word_file_is_a_paragraph_of_cells():
    found = word(ROWS)
    assert paragraphs(found)[1:4] == ROWS
    assert not list(found.clean.of_kind("heading"))


def test_a_table_of_one_cell_only_places_its_words():
    assert paragraphs(word([f"{WORDS.decode().strip()}"]))[1] == WORDS.decode().strip()
