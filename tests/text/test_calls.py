"""Where the body calls its footnotes, and which numbers only look like calls."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.calls import _CALLS, _ENDED, counted
from briefs.text.normalise import normalise

LONG = (
    "The court considered the record as a whole and found nothing in it that would compel another conclusion than this"
)


def called(sentence: str, number: str = "5") -> list[str]:
    """The last words before each call of a note in a text that says the sentence."""
    clean = normalise(f"{LONG}. {sentence} {LONG}.\n\n____________\n\n{number} See the record of the hearing below.\n")
    assert [mark.data["number"] for mark, _ in clean.of_kind("footnote")] == [number]
    return [clean.text[: mark.start].rsplit(" ", 1)[-1] for mark in clean.marks if mark.kind == "call"]


CITED = ["n.", "nn.", "N.", "fn.", "No.", "Nos.", "no.", "p.", "pp.", "P.", "para.", "sec.", "art.", "vol."]


@pytest.mark.parametrize("word", CITED)
def test_the_number_of_a_note_page_or_docket_is_no_call(word: str):
    assert called(f"See Owens, 808 F.2d 848, 851 {word}5 (1st Cir. 1986).") == []


@pytest.mark.parametrize("word", ["n", "nn", "note", "notes", "footnote", "at", "p", "pp", "§", "§§", "¶", "¶¶", "#"])
def test_a_number_close_after_a_word_that_counts_is_no_call(word: str):
    assert called(f"See Owens, 808 F.2d 848, {word}5 (1st Cir. 1986).") == []


@pytest.mark.parametrize(
    "cited",
    [
        "See Owens v. Roe,5 F.2d 7 (1st Cir. 1925).",
        "See Owens v. Roe,5 U.S. 137 (1803).",
        "See Matter of Roe,5 I. & N. Dec. 3 (BIA 1952).",
        "See Owens v. Roe, 808 F.2d 848,5 (1st Cir. 1986).",
    ],
)
def test_the_volume_or_page_of_a_citation_is_no_call(cited: str):
    assert called(cited) == []


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("So it held.5", "held."),
        ("He came in 1998.5", "1998."),
        ("See Owens, 604 F.3d at 5.5", "5."),
        ("Id. at 31 & n.15.5", "n.15."),
        ("Fed. R. Civ. P. 21.5", "21."),
        ("See the last note.5", "note."),
        ("This is the rule5 that we follow.", "rule"),
        ("It is what they looked at.5", "at."),
        ("The treaty is of the U.N.5", "U.N."),
        ("So it held.5 Roe v. Doe, 3 F.2d 4, says so.", "held."),
    ],
)
def test_a_call_is_one_whatever_is_cited_before_it(sentence: str, before: str):
    assert called(sentence) == [before]


def test_the_call_is_found_after_the_note_of_another_opinion():
    clean = normalise(
        f"{LONG}; see Owens, 808 F.2d 848, 851 n.5 (1st Cir. 1986). {LONG}. Accord In re Roe, 960 F.2d at 520.5\n\n"
        "____________\n\n5 See the record of the hearing below.\n"
    )
    assert "851 n.5 (1st Cir. 1986)" in clean.text
    assert [clean.text[: mark.start][-4:] for mark in clean.marks if mark.kind == "call"] == ["520."]


@given(
    st.sampled_from([*CITED, "§", "¶"]),
    st.text(st.sampled_from("abc ,.(“"), max_size=6),
    st.sampled_from(["", " ", "  "]),
    st.sampled_from([" (1st Cir. 1986)", ", 7", ".", ";", ""]),
)
def test_no_number_after_a_word_that_counts_is_a_call(word: str, lead: str, space: str, after: str):
    assert counted(f"{lead} {word}{space}", after)


DISSENT = """No. 12-3456

ROE, Petitioner,

v.

DOE, Respondent.

     DOE, Circuit Judge.

     {words}.1

     It was affirmed.

____________

1 The majority's own note.

                              -2-
\f     ROE, Circuit Judge, dissenting.

     {words}.2 I would reverse.

____________

2 The note of the dissent.

                              -3-
"""


def test_notes_numbered_on_stand_with_the_writing_that_calls_them():
    clean = normalise(DISSENT.format(words=LONG))
    order = [
        (mark.kind, mark.data.get("number")) for mark in clean.marks if mark.kind in ("byline", "footnote", "call")
    ]
    assert order == [
        ("byline", None),
        ("call", "1"),
        ("footnote", "1"),
        ("byline", None),
        ("call", "2"),
        ("footnote", "2"),
    ]


def test_a_call_written_on_to_a_number_of_the_text_is_one():
    text = f"{LONG}.1 {LONG}. Rules 7022 and 7033 are alike; so is 18 U.S.C. 656. {LONG}.4 {LONG}."
    notes = "\n\n".join(f"{n} Rule {700 + n} is set out in the margin of the brief." for n in range(1, 5))
    clean = normalise(f"{text}\n\n____________\n\n{notes}\n")
    assert [mark.data["number"] for mark in clean.marks if mark.kind == "call"] == ["1", "2", "3", "4"]
    assert "Rules 702 and 703 are alike" in clean.text
    assert "656." in clean.text


AROUND_A_CALL = st.sampled_from([*"aZ.,;:?!)]”\"’'— $-(/", "12", "7", "3.1", "¹²", "  ", "The", "“"])


# The same, said from left to right: slower, and plain to read.
_PLAIN = re.compile(
    r"(?P<super>[⁰¹²³⁴-⁹]{1,3})"
    r"|(?<=[.,;:?!)\]”\"'’—])(?P<stop>\d{1,3})(?![\d.,:/%-]*\d)(?![^\W\d_])(?=[\s,;:.)”\"—-]|$)"
    r"|(?<=[A-Za-z])(?P<word>\d{1,3})(?=[\s,;:.)”\"—]|$)(?!\.\d)"
    r"|(?<=[.?!”\")\]])\s+(?P<apart>\d{1,3})(?=\s*$|\s+[A-Z“])"
)


@given(st.lists(AROUND_A_CALL, max_size=12).map("".join))
def test_calls_begun_with_their_sign_are_those_looked_for_from_left_to_right(line):
    plain = [(match.lastgroup, *match.span(match.lastgroup or 0)) for match in _PLAIN.finditer(line)]
    begun = [
        (match.lastgroup, *match.span())
        for match in _CALLS.finditer(line)
        if match.lastgroup != "apart" or line[: match.start()].rstrip()[-1:] in _ENDED
    ]
    assert begun == plain
