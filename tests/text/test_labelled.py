"""Notes whose signs say that they are notes."""

import pytest

from briefs.text.normalise import normalise

WORDS = "The court looked at the whole of the record and found no error in what the agency had done"


def notes(raw: str) -> list[tuple[str, str]]:
    return [(str(mark.data["number"]), text) for mark, text in normalise(raw).of_kind("footnote")]


def bare(text: str) -> str:
    return "".join(text.split())


def paragraphs(raw: str) -> list[str]:
    return [text for _, text in normalise(raw).of_kind("paragraph")]


@pytest.mark.parametrize(
    ("call", "sign"),
    [
        (" n1", "n1 "), ("[FN1]", "FN1. "), (" FN1", "FN1. "), ("[1]", "[1] "), ("[^1]", "[^1]: "),
        ("[n1]", "[n1] "), ("[fn1]", "Footnote 1: "),
    ],
)  # fmt: skip
def test_a_labelled_note_is_told_by_its_call(call: str, sign: str):
    if sign.startswith("Footnote"):
        call = "[fn1]"
    raw = f"{WORDS}.{call} {WORDS}.\n\n{WORDS}.\n\n{sign}It is so.\n"
    clean = normalise(raw)
    assert notes(raw) == [("1", "It is so.")]
    assert paragraphs(raw) == [f"{WORDS}. {WORDS}.", f"{WORDS}."]
    assert [clean.text[: mark.start][-5:] for mark in clean.marks if mark.kind == "call"] == ["done."]


@pytest.mark.parametrize("heading", ["FOOTNOTES", "Footnotes", "NOTES:", "- - - - Footnotes - - - -", "Endnotes"])
@pytest.mark.parametrize("sign", ["1. ", "1 ", "1\n\n"])
def test_plain_numbers_are_notes_under_a_heading_and_the_heading_is_none_of_the_words(heading: str, sign: str):
    raw = f"{WORDS}.1 {WORDS}.\n\n{heading}\n\n{sign}It is so.\n\nIt is so in all.\n"
    assert [(number, bare(text)) for number, text in notes(raw)] == [("1", "Itisso.Itissoinall.")]
    assert "ootnotes" not in normalise(raw).text
    assert paragraphs(raw) == [f"{WORDS}. {WORDS}."]


def test_notes_at_the_end_of_a_text_without_pages_need_no_heading():
    raw = f"{WORDS}.1 {WORDS}.2\n\n1 It is so.\n\n2 It is so too.\n"
    assert notes(raw) == [("1", "It is so."), ("2", "It is so too.")]


def test_a_note_among_paragraphs_parts_them_and_ends_with_its_own():
    raw = f"{WORDS}.[1]\n\n[1] It is so.\n\nSo {WORDS}.[2]\n\n[2] It is so too.\n\nThen {WORDS}.\n"
    assert notes(raw) == [("1", "It is so."), ("2", "It is so too.")]
    assert paragraphs(raw) == [f"{WORDS}.", f"So {WORDS}.", f"Then {WORDS}."]


def test_notes_end_where_it_is_said_that_they_do():
    raw = f"{WORDS}. n1\n\n- - - Footnotes - - -\n\nn1 It is so.\n\nIt is.\n\n- - - End Footnotes- - -\n\n{WORDS}.\n"
    assert [number for number, _ in notes(raw)] == ["1"]
    assert paragraphs(raw) == [f"{WORDS}.", f"{WORDS}."]


@pytest.mark.parametrize(
    "raw",
    [
        "\n\n".join(f"[{number}] {WORDS}." for number in range(1, 6)),  # a court that numbers its paragraphs
        "\n\n".join(f"{number} {WORDS}." for number in range(1, 6)),
        f"{WORDS}: see paragraph [2] below.\n\n[1] {WORDS}.\n\n[2] {WORDS}.\n\n[3] {WORDS}.\n\n[4] {WORDS}.",
        f"{WORDS}, 514 U.S. at 12 n.1.\n\nn.1 is the note of which that court spoke, and {WORDS}.",
        f"{WORDS}. It did so in\n\nNotes\n\nof its own. {WORDS}.",
    ],
)
def test_numbers_that_nothing_calls_are_no_notes(raw: str):
    assert notes(raw) == []


def test_a_note_that_a_dissent_calls_is_its_own_though_a_number_of_the_lead_could_end_in_its_call():
    lead = f"ROE, Circuit Judge:\n\n{WORDS}.1 See 112 S. Ct. 46, 466, 46.\n\n"
    dissent = f"POE, Circuit Judge, dissenting:\n\n{WORDS}.6 {WORDS}.\n\n"
    text = "\n\n".join(f"{number} Note." for number in range(1, 7))
    clean = normalise(f"{lead}{WORDS}.2 {WORDS}.3 {WORDS}.4 {WORDS}.5\n\n{dissent}FOOTNOTES\n\n{text}\n")
    six = next(mark for mark in clean.marks if mark.kind == "footnote" and mark.data["number"] == "6")
    assert six.start > clean.text.index("dissenting")
    assert "466" in clean.text
