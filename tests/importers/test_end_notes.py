"""Notes at the end of a file, whichever way they are called; lists and tables that are none."""

import io

import docx
import pytest
import typst

from briefs.importers import Imported, read
from tests.importers.check import accounted

WORDS = "The court considered the record as a whole and found nothing in it that would compel another conclusion"
FRONT = (
    "UNITED STATES COURT OF APPEALS", "FOR THE FIRST CIRCUIT", "No. 12-3456", "JANE ROE, Petitioner,", "v.",
    "JOHN DOE, Respondent.", "POE, Circuit Judge.",
)  # fmt: skip
NUMBERS = ("1", "2", "3")


def page(*paragraphs: str) -> Imported:
    front = "".join(f"<p>{words}</p>" for words in FRONT)
    imported = read("opinion.html", (front + "".join(paragraphs)).encode())
    accounted(imported)
    return imported


def word(call: str, sign: str, head: str) -> Imported:
    """An opinion typed in Word with its notes typed after it; a sign without brackets or a stop is raised."""
    made = docx.Document()
    for words in FRONT:
        made.add_paragraph(words)
    for number in NUMBERS:
        paragraph = made.add_paragraph(f"{WORDS}.")
        paragraph.add_run(call.format(number)).font.superscript = call == "{}"
        paragraph.add_run(f" {WORDS}.")
    made.add_paragraph("So ordered.")
    made.add_paragraph(head)
    for number in NUMBERS:
        paragraph = made.add_paragraph()
        paragraph.add_run(sign.format(number)).font.superscript = sign == "{}"
        paragraph.add_run(f" This is note {number}.")
    out = io.BytesIO()
    made.save(out)
    imported = read("opinion.docx", out.getvalue())
    accounted(imported)
    return imported


def told(imported: Imported) -> tuple[list[str], list[str]]:
    """The words of each note, and the numbers called."""
    notes = [text for _, text in imported.clean.of_kind("footnote")]
    return notes, [mark.data["number"] for mark in imported.clean.marks if mark.kind == "call"]


NOTES = ([f"This is note {number}." for number in NUMBERS], list(NUMBERS))


@pytest.mark.parametrize("head", ["<h3>NOTES</h3>", "<p>FOOTNOTES:</p>", "<p>Endnotes</p>", ""])
@pytest.mark.parametrize("sign", ["[{}]", "{}.", "<sup>{}</sup>"])
@pytest.mark.parametrize("call", ["[{}]", "<sup>{}</sup>"])
def test_notes_at_the_end_of_a_page_are_found(call: str, sign: str, head: str):
    body = [f"<p>{WORDS}.{call.format(number)} {WORDS}.</p>" for number in NUMBERS]
    ends = [f"<p>{sign.format(number)} This is note {number}.</p>" for number in NUMBERS]
    imported = page(*body, "<p>So ordered.</p>", head, *ends)
    assert told(imported) == NOTES
    assert [text for _, text in imported.clean.of_kind("paragraph")][-1] == "So ordered."
    assert not list(imported.clean.of_kind("heading"))


@pytest.mark.parametrize("head", ["NOTES", "Endnotes"])
@pytest.mark.parametrize("sign", ["[{}]", "{}.", "{}"])
@pytest.mark.parametrize("call", ["[{}]", "{}"])
def test_notes_typed_at_the_end_of_a_word_file_are_found(call: str, sign: str, head: str):
    assert told(word(call, sign, head)) == NOTES


@pytest.mark.parametrize("sign", ["#super[{}]", "{}\\."])
def test_notes_printed_at_the_end_of_a_pdf_are_found_and_their_heading_is_no_word_of_it(sign: str):
    front = "\n\n".join(f"#align(center)[{words}]" for words in FRONT[:-1])
    body = "\n\n".join(f"{WORDS}.#super[{number}] {WORDS}. {WORDS}." for number in NUMBERS)
    ends = "\n\n".join(f"{sign.format(number)} This is note {number}." for number in NUMBERS)
    typed = f"{front}\n\n{FRONT[-1]}\n\n{body}\n\nSo ordered.\n\n#pagebreak()\n\n#align(center)[NOTES]\n\n{ends}\n"
    imported = read("opinion.pdf", typst.compile(typed.encode()))
    accounted(imported)
    assert told(imported) == NOTES
    assert "NOTES" not in imported.clean.text


@pytest.mark.parametrize(
    "words",
    [f"{WORDS}.[1] {WORDS}.[2]", f"{WORDS} [1] as given.", "He said that &ldquo;[1]n the [2]d year&rdquo; it rose."],
)
def test_numbers_in_brackets_that_call_no_note_stay_words(words: str):
    imported = page(f"<p>{words}</p>", f"<p>{WORDS}.</p>")
    assert told(imported) == ([], [])
    assert "[1]" in imported.clean.text


def test_a_numbered_list_after_a_colon_is_no_quotation():
    points = ("(1) that she fears harm;", "(2) that it is on account of a ground; and", "(3) that no one helps.")
    imported = page(f"<p>{WORDS}. She must show:</p>", *(f"<p>{point}</p>" for point in points), f"<p>{WORDS}.</p>")
    assert not list(imported.clean.of_kind("blockquote"))
    assert [text for _, text in imported.clean.of_kind("paragraph")][1:4] == list(points)


def test_what_a_statute_is_said_to_provide_is_one_though_it_is_numbered():
    imported = page("<p>The statute provides in part:</p>", "<p>(1) It is so.</p>", "<p>(2) It is not.</p>")
    assert next(text for _, text in imported.clean.of_kind("blockquote")) == "(1) It is so."


def test_notes_that_begin_again_on_every_page_are_called_on_their_own():
    said = ["He came.", "She left.", "It rained.", "They spoke of it at length.", "Nobody knew why.", "So it was."]
    page = f"{WORDS}. {WORDS}.#super[1] {WORDS}. {WORDS}.#super[2] {WORDS}.\n\n#v(1fr)#line(length: 2in)\n"
    page += "#text(size: 8pt)[#super[1] {0}\n\n#super[2] {1}]\n"
    source = "#set page(width: 6in, height: 4in, margin: 0.6in)\n#set text(size: 11pt)\n"
    source += "#pagebreak()\n".join(page.replace("{0}", said[at]).replace("{1}", said[at + 1]) for at in (0, 2, 4))
    clean = read("a.pdf", typst.compile(source.encode())).clean
    notes = [(mark.data["number"], text) for mark, text in clean.of_kind("footnote")]
    assert notes == list(zip("121212", said, strict=True))
    assert [mark.data["number"] for mark in clean.marks if mark.kind == "call"] == list("121212")


TABLE = (
    "<table><tr><th>Year</th><th>Grants</th></tr>"
    "<tr><td>2001</td><td>12</td></tr><tr><td>2002</td><td>14</td></tr></table>"
)


def test_a_table_is_kept_as_rows_of_words_and_the_note_says_so():
    imported = page(f"<p>{WORDS}.</p>", TABLE, f"<p>{WORDS}.</p>")
    assert [text for _, text in imported.clean.of_kind("paragraph")][1:4] == ["Year | Grants", "2001 | 12", "2002 | 14"]
    assert imported.note == "A table was read as rows of words, each a paragraph: check them against the page."


def test_a_table_that_only_places_paragraphs_is_none():
    imported = page(f"<table><tr><td><p>{WORDS}.</p></td><td><p>{WORDS}.</p></td></tr></table>")
    assert [text for _, text in imported.clean.of_kind("paragraph")] == [f"{WORDS}.", f"{WORDS}."]
    assert not imported.note
