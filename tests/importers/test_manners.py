"""Pages of further courts and agencies, and the same page as other programs make it: the opinion comes back."""

from functools import cache

import pypdfium2 as pdfium
import pytest
import typst
from rapidfuzz.distance import LCSseq

from briefs.importers import Imported, Unreadable, read
from tests.importers.check import accounted
from tests.importers.press.courts import MANNERS, mannered
from tests.importers.press.opinion import sample, words
from tests.importers.press.reprinted import MAKERS, misnamed, reprinted
from tests.importers.test_pdf import blocks, f1


@cache
def printed(manner: str) -> Imported:
    return read("slip.pdf", mannered(manner))


def came_back(imported: Imported, name: str = "balachova") -> None:
    """Fail unless a shipped opinion is there, whole and in its parts; its byline is the press's own."""
    given = sample(name)
    accounted(imported)
    byline = next(text for _, text in given.of_kind("byline"))
    there, here = words(given)[len(byline.split()) :], words(imported.clean)
    assert LCSseq.similarity(there, here) >= 0.995 * len(there)
    assert len(here) < 1.01 * len(there) + 10
    for kind, least in (("paragraph", 0.98), ("heading", 1), ("blockquote", 1), ("emphasis", 0.99)):
        assert f1(blocks(given, kind), blocks(imported.clean, kind)) >= least, kind
    assert not blocks(given, "footnote") - blocks(imported.clean, "footnote")
    called = [str(mark.data["number"]) for mark in imported.clean.marks if mark.kind == "call"]
    assert [number for number in called if number.isdigit()] == [
        str(mark.data["number"]) for mark in given.marks if mark.kind == "call"
    ]


@pytest.mark.parametrize("manner", MANNERS)
def test_the_opinion_of_any_court_or_agency_comes_back(manner: str):
    came_back(printed(manner))


@pytest.mark.parametrize("manner", MANNERS)
def test_every_page_is_known_by_the_number_it_prints(manner: str):
    first = MANNERS[manner].get("first", 1)
    count = len(pdfium.PdfDocument(mannered(manner)))
    labels = [mark.data["label"] for mark in printed(manner).clean.marks if mark.kind == "page"]
    assert labels == [str(number) for number in range(first, first + count)]


@pytest.mark.parametrize(
    ("manner", "field", "value"),
    [(manner, field, value) for manner, given in MANNERS.items() for field, value in given["details"].items()],
)
def test_what_its_first_page_says_is_read_off_it(manner: str, field: str, value: object):
    assert printed(manner).detail(field).value == value


@pytest.mark.parametrize("manner", MANNERS)
def test_no_number_of_an_alien_s_file_is_a_docket_number(manner: str):
    numbers = printed(manner).detail("docket_numbers").value or ()
    assert not any("836" in number for number in numbers)


@pytest.mark.parametrize("maker", MAKERS)
def test_the_same_page_comes_back_whatever_program_made_it(maker: str):
    imported = read("slip.pdf", reprinted(mannered("chambers", "kaptsov"), maker))
    came_back(imported, "kaptsov")
    assert ("by OCR" in imported.note) == (maker == "recognised")


def test_fonts_that_name_their_letters_wrongly_are_said_to(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable, match=r"^The PDF's fonts do not say which letters they draw.* needs OCR"):
        read("slip.pdf", misnamed(mannered("century", "kaptsov")))


PAGE = b"""
#set page(width: 8.5in, height: 11in, margin: 1.1in, numbering: "1")
#set text(font: "Liberation Serif", size: 12pt)
#set par(leading: 0.9em, spacing: 0.9em, justify: true, first-line-indent: (amount: 2.5em, all: true))
SELYA, _Circuit Judge_:

"""
WORDS = b"Words that run on for long enough to fill some lines of print, as those of real opinions mostly do. "


def paragraphs(inside: bytes) -> list[str]:
    imported = read("a.pdf", typst.compile(PAGE + 3 * (WORDS * 4 + b"\n\n") + inside + WORDS * 4))
    accounted(imported)
    return [text for _, text in imported.clean.of_kind("paragraph")][3:-1]


def test_each_item_of_a_list_is_a_paragraph_of_its_own():
    inside = (
        b"He raised three claims:\n\n#list(indent: 1.5em, spacing: 1em, [that the harm he had suffered in that place"
    )
    inside += (
        b" did rise to the level of persecution by any measure of it;], [that the judge was biased; and], [that the"
    )
    inside += (
        b" notice was defective in form and in substance, as he had said to the judge at the first hearing of it.])\n\n"
    )
    found = paragraphs(inside)
    assert [text.split()[:3] for text in found] == [
        ["He", "raised", "three"], ["•", "that", "the"], ["•", "that", "the"], ["•", "that", "the"],
    ]  # fmt: skip
    assert found[1].endswith("any measure of it;")
    assert found[3].endswith("first hearing of it.")


def test_a_quotation_longer_than_a_page_is_one_and_ends_where_a_paragraph_begins():
    inside = b"The court put it thus:\n\n#pad(left: 3em, right: 3em)[#set par(first-line-indent: 0em)\n" + WORDS * 60
    found = paragraphs(inside + b"]\nThat was the rule. It holds.\n\n")
    assert len(found) == 2
    assert found[0].startswith("The court put it thus:\nWords")
    assert found[1] == "That was the rule. It holds."


def test_names_in_any_script_are_kept():
    found = paragraphs(
        "Иван Петров and 王小明, Łukasz Żółć and Çağla Şahin joined him, and the suffix ﬁ stayed.\n\n".encode()
    )
    assert found == ["Иван Петров and 王小明, Łukasz Żółć and Çağla Şahin joined him, and the suffix fi stayed."]


def test_the_items_of_a_list_that_begin_like_paragraphs_are_paragraphs():
    items = (
        "(a) that he knew of it; and",
        "(b) that it came to pass as he had foreseen it, in that place and in no other, at that very time;",
        "(c) that it was grave.",
    )
    inside = "\n\n".join(("He must show each of these, and he has shown none of them:", *items))
    found = paragraphs(inside.encode() + b"\n\n")
    assert [text[:4] for text in found] == ["He m", "(a) ", "(b) ", "(c) "]


def test_a_bullet_after_a_lone_and_is_a_paragraph_of_its_own():
    narrow = rb"#list(spacing: 1em, [the standard of the finding; \ and], [that the notice was late.])" + b"\n\n"
    found = paragraphs(b"He raised two claims:\n\n" + narrow)
    assert [text[:6] for text in found[-2:]] == ["• the ", "• that"]


def test_a_row_of_a_table_is_no_heading():
    table = b"#align(center, table(columns: 3, stroke: none, column-gutter: 3em,"
    table += b" [Date], [Judge], [Outcome], [May], [Roe], [No]))"
    imported = read("a.pdf", typst.compile(PAGE + WORDS * 9 + b"\n\n" + table + b"\n\n" + WORDS * 9))
    assert not list(imported.clean.of_kind("heading"))
    assert "Date | Judge | Outcome" in imported.clean.text


def test_a_note_called_on_one_page_and_set_on_the_next_is_a_note():
    page = b"#set page(width: 6in, height: 4in, margin: 0.6in)\n#set text(size: 11pt)\nSELYA, _Circuit Judge_:\n\n"
    page += 3 * WORDS + b"#super[1] " + WORDS + b"#pagebreak()\n" + 3 * WORDS + b"#v(2em)\n1The note says so.\n"
    imported = read("a.pdf", typst.compile(page))
    assert [text for _, text in imported.clean.of_kind("footnote")] == ["The note says so."]
    assert [mark.data["number"] for mark in imported.clean.marks if mark.kind == "call"] == ["1"]


def test_calls_that_ocr_took_for_other_signs_are_found():
    words = WORDS.decode().strip()
    body = f"It was so.? {words} {words}\n\nHe said “yes,” and left.’ {words}\n\n{words} {words}\n\n"
    body += "#v(2em)#line(length: 2in)\n#text(size: 9pt)[1 The first note.\n\n2 The second note.]"
    imported = read("a.pdf", reprinted(typst.compile(PAGE + body.encode()), "recognised"))
    accounted(imported)
    assert [text for _, text in imported.clean.of_kind("footnote")] == ["The first note.", "The second note."]
    called = [
        (mark.data["number"], imported.clean.text[: mark.start][-5:])
        for mark in imported.clean.marks
        if mark.kind == "call"
    ]
    assert called == [("1", "s so."), ("2", "left.")]


def test_ligatures_whose_bytes_a_maker_swapped_are_letters():
    found = paragraphs("The \u6600\u6900rst o\u6600\u6600er was \u6600\u6c00at.\n\n".encode())
    assert "".join(found[0].split()) == "Thefirstofferwasflat."
    assert paragraphs("Both \u6600 and \u738b stay.\n\n".encode()) == ["Both \u6600 and \u738b stay."]


FRONT = b"""
#set page(width: 8.5in, height: 11in, margin: 1.1in)
#set text(font: "Liberation Serif", size: 12pt)
#set par(leading: 0.9em, spacing: 1.4em, justify: true)
#set footnote.entry(separator: line(length: 100%, stroke: 0.5pt))
#show footnote.entry: it => it.note.body
#let star(sign, words) = footnote(numbering: _ => sign, [#sign #words])
#align(center)[NOT FOR PUBLICATION]
#align(center)[UNITED STATES COURT OF APPEALS \\ FOR THE NINTH CIRCUIT]
#align(center)[No. 20-70123]
"""
STARS = b"""
#align(center)[IVAN PETROV, Petitioner, \\ v. \\ ANN ROE, Respondent.]
#align(center)[MEMORANDUM#star("*")[This disposition is not precedent.]]
#align(center)[Submitted March 2, 2022#star("**")[The panel decides it without argument.]]
Before: ROE and DOE, Circuit Judges, and POE,#star("***")[The Honorable Ann Poe, by designation.] District Judge.

"""
SIDES = b"""
#grid(columns: (1fr, auto), [IVAN PETROV,], [Petitioner], [v.], [], [ANN ROE,], [Respondent])

March 2, 2022

#grid(columns: (11em, 1fr), row-gutter: 1em, [FOR PETITIONER:], [Jane Q. Law, Law Office of Jane Q. Law, New York, NY,
  on the brief and orally.], [FOR RESPONDENT:], [John Q. Poe, Trial Attorney, Department of Justice, Washington, DC.])

"""


def fronted(front: bytes) -> Imported:
    text = b"PER CURIAM.\n\n" + (WORDS * 4 + b"\n\n") * 3
    imported = read("a.pdf", typst.compile(FRONT + front + text))
    accounted(imported)
    return imported


def test_each_of_the_notes_that_stars_call_in_a_caption_is_one():
    notes = [(mark.data["number"], text) for mark, text in fronted(STARS).clean.of_kind("footnote")]
    assert notes == [
        ("*", "This disposition is not precedent."),
        ("**", "The panel decides it without argument."),
        ("***", "The Honorable Ann Poe, by designation."),
    ]


def test_who_appears_for_whom_and_who_is_which_party_is_read_across():
    imported = fronted(SIDES)
    assert imported.detail("short_name").value == "Petrov v. Roe"
    assert imported.detail("caption").value == "IVAN PETROV, Petitioner v. ANN ROE, Respondent"
    counsel = imported.detail("counsel").value
    assert counsel.startswith("FOR PETITIONER: Jane Q. Law")
    assert "FOR RESPONDENT: John Q. Poe" in counsel


WHOSE = """
#set page(width: 6in, height: 5in, margin: (x: 0.8in, top: 1.2in, bottom: 0.6in), header: context {
  set text(size: 9pt)
  let at = counter(page).get().first()
  align(center)[Cite as: 595 U. S. 1 (2022) #h(1fr) #at \\
    #if at == 2 [POE, J., concurring] else if at == 3 [ROE, J., dissenting]]
})
#set text(font: "Liberation Serif", size: 11pt)
#set par(justify: true, first-line-indent: (amount: 1em, all: true))
PER CURIAM.

"""


def test_whose_words_a_page_has_is_no_line_of_them():
    said = WORDS.decode() * 4
    source = f"{WHOSE}{said}#pagebreak()\nJUSTICE POE, concurring.\n\n{said}"
    source += f"#pagebreak()\nJUSTICE ROE, dissenting.\n\n{said}\n"
    imported = read("a.pdf", typst.compile(source.encode()))
    accounted(imported)
    assert "OE, J." not in imported.clean.text
    assert [one.author for one in imported.writings] == [None, "Poe", "Roe"]


def test_a_page_that_begins_with_a_rule_is_known_by_its_number():
    source = (
        PAGE
        + WORDS * 4
        + b"\n\n#pagebreak()\n\\_\\_\\_\\_\\_\\_\\_\\_\n\n"
        + WORDS * 4
        + b"\n\n#pagebreak()\n"
        + WORDS * 4
    )
    clean = read("a.pdf", typst.compile(source)).clean
    assert [mark.data["label"] for mark in clean.marks if mark.kind == "page"] == ["1", "2", "3"]


def test_the_number_of_a_page_is_no_line_of_it_though_it_stands_beside_one():
    # The number beside the page's own does not count on, as where a head is numbered with the lines.
    numbered = b'#set par.line(numbering: n => if n == 3 [9] else [#n], numbering-scope: "page")\n'
    foot = b"#v(1fr)\n#align(center)[%d]\n"
    source = PAGE.replace(b', numbering: "1"', b"") + numbered + (WORDS * 4 + b"\n\n") * 3 + foot % 1
    source += b"#pagebreak()\n" + WORDS + foot % 2
    imported = read("a.pdf", typst.compile(source))
    accounted(imported)
    assert imported.clean.text.endswith("mostly do.")
    assert [mark.data["label"] for mark in imported.clean.marks if mark.kind == "page"] == ["1", "2"]
