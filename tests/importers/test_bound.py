"""Bound volumes and sheets that hold two pages: columns, notes under both of them, each page by itself."""

from functools import cache
from io import BytesIO

import pikepdf
import pytest
import typst

from briefs.importers import Imported, read
from tests.importers.check import accounted
from tests.importers.press.fresh import fresh, given, pressed
from tests.importers.test_writings import fill

VOLUME = """
#set page(width: 7in, height: 10in, margin: (x: 0.6in, top: 0.9in, bottom: 0.6in),
  header: context grid(columns: (1fr, auto), [28 FEDERAL REPORTER], str(counter(page).get().first() + 1010)))
#set text(font: "Liberation Serif", size: 9.5pt)
#set par(justify: true, leading: 0.4em, spacing: 0.4em, first-line-indent: (amount: 1em, all: true))
#let sides(body, notes) = [#block(height: 7.2in, columns(2, body)) #text(size: 8pt, notes) #pagebreak(weak: true)]
#sides[PAEZ, _Circuit Judge_:

"""
COUNT, ON_EACH = 13, 5  # the second column of the last page has a few lines
NOTED = {3: "1", 4: "2", 9: "3"}


def paragraph(number: int) -> str:
    return f"Paragraph {number} begins here, {fill(str(number), 5 if number + 1 == COUNT else 4)}It ends."


def note(number: str) -> str:
    return f"Note {number} says {fill('note' + number).strip()}"


def set_note(number: str) -> str:
    """A note as it is printed: its last line is short."""
    *words, before, last = note(number).split()
    return f"{' '.join(words)} \\ {before} {last}"


@cache
def volume() -> Imported:
    """Two columns, whose notes run across both of them, the last line of each short."""
    pages = []
    for first in range(0, COUNT, ON_EACH):
        held = range(first, min(first + ON_EACH, COUNT))
        body = [paragraph(at) + (f"#super[{NOTED[at]}]" if at in NOTED else "") for at in held]
        notes = [f"{NOTED[at]}. {set_note(NOTED[at])}" for at in held if at in NOTED]
        pages.append("\n\n".join(body) + "][" + "\n\n".join(notes) + "]")
    imported = read("slip.pdf", typst.compile((VOLUME + "\n#sides[".join(pages)).encode()))
    accounted(imported)
    return imported


def texts(imported: Imported, kind: str) -> list[str]:
    return [text for _, text in imported.clean.of_kind(kind)]


def test_columns_are_read_one_after_the_other():
    assert texts(volume(), "paragraph") == list(map(paragraph, range(COUNT)))


def test_notes_across_both_columns_stand_apart_and_are_called_where_they_were():
    clean = volume().clean
    found = [(mark.data["number"], text) for mark, text in clean.of_kind("footnote")]
    assert found == [(sign, note(sign)) for sign in NOTED.values()]
    called = [(mark.data["number"], clean.text[: mark.start]) for mark in clean.marks if mark.kind == "call"]
    assert [(sign, before.endswith(paragraph(place))) for (sign, before), place in zip(called, NOTED, strict=True)] == [
        (sign, True) for sign in NOTED.values()
    ]


def test_a_page_of_two_columns_is_one_page():
    labels = [mark.data["label"] for mark in volume().clean.marks if mark.kind == "page"]
    assert labels == [str(1011 + at) for at in range(len(labels))]
    assert len(labels) == volume().raw.count("\f") > 1


@cache
def spread(manner: str) -> Imported:
    """Two pages of a slip opinion on one sheet, as copiers and clerks put them."""
    return imposed(fresh(manner))


def imposed(content: bytes) -> Imported:
    with pikepdf.open(BytesIO(content)) as single:
        sheets = pikepdf.new()
        for at, page in enumerate(single.pages):
            if at % 2 == 0:
                sheets.add_blank_page(page_size=(792, 612))
            sheets.pages[-1].add_overlay(page, pikepdf.Rectangle(at % 2 * 396, 0, at % 2 * 396 + 396, 612))
        saved = BytesIO()
        sheets.save(saved)
    imported = read("slip.pdf", saved.getvalue())
    accounted(imported)
    return imported


@pytest.mark.parametrize("manner", ["texas", "slip"])
def test_two_pages_on_a_sheet_are_read_as_they_are_one_by_one(manner: str):
    single, two = read("slip.pdf", fresh(manner)), spread(manner)
    for kind in ("paragraph", "heading", "footnote", "blockquote"):
        assert texts(two, kind) == texts(single, kind)
    assert two.raw.count("\f") == (single.raw.count("\f") + 1) // 2  # one for each sheet that can be drawn


def test_each_page_of_a_sheet_has_its_own_number():
    single, two = (
        [mark.data["label"] for mark in given.clean.marks if mark.kind == "page"]
        for given in (read("slip.pdf", fresh("texas")), spread("texas"))
    )
    assert single == two
    assert len(two) > 2


def test_words_broken_at_a_line_s_end_are_whole_on_a_sheet_of_two_pages():
    own = given("texas")
    content = pressed(own | {"style": own["style"] | {"hyphenate": True}})
    single = read("slip.pdf", content)
    assert texts(imposed(content), "paragraph") == texts(single, "paragraph")
    assert sum(piece.name == "hyphen" for piece in single.clean.pieces) > 5
