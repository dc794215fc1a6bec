"""The source doctor: what it must find, what it must leave alone, kind by kind."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs import citations, importers
from briefs.text.doctor import IDENTIFIERS, KINDS, Chart, Cited, brackets, examine, twice
from briefs.text.marks import Mark

SAMPLES = Path(importers.__file__).parents[1] / "samples"


def chart_of(text: str, **known: object) -> Chart:
    """A text of one paragraph for each line."""
    marks, at = [], 0
    for line in text.split("\n\n"):
        marks.append(Mark(at, at + len(line), "paragraph", {}))
        at += len(line) + 2
    cited = [Cited(one.start, one.end, one.flags) for one in citations.find(text, marks, year=2001)]
    return Chart(text, marks, cited, **known)


def found(text: str, code: str) -> list[tuple[str, str | None]]:
    chart = chart_of(text)
    return [(text[one.start : one.end], one.fix) for kind, one in examine(chart) if kind.code == code]


def in_sample(name: str) -> list[tuple[str, str, str | None]]:
    clean = importers.read(name, (SAMPLES / name).read_bytes()).clean
    cited = [Cited(one.start, one.end, one.flags) for one in citations.find(clean.text, clean.marks)]
    chart = Chart(clean.text, clean.marks, cited)
    return [(kind.code, clean.text[one.start : one.end], one.fix) for kind, one in examine(chart)]


def test_the_dissent_has_its_two_misprinted_citations_and_no_identifier():
    rows = in_sample("kaptsov.txt")
    assert ("subsection", "(42", "(42)") in rows
    assert any(code == "reporter-year" and "777 F.2d 509" in words and fix is None for code, words, fix in rows)
    assert ("twice", "of of", "of") in rows
    assert not [row for row in rows if row[0] in IDENTIFIERS]


def test_the_torn_slip_opinion_has_no_beginning_a_wrong_series_and_two_departures():
    rows = in_sample("chouchkov.txt")
    assert ("reporter-year", "F.2d", "F.3d") in rows  # 99 F.2d 928 of 1996
    assert ("dates", "April 1993", None) in rows
    assert ("note-call", "§1105a.", None) in rows
    assert next(row for row in rows if row[0] == "edge")[1].startswith("ern District")
    assert any(code == "bracket" and words.startswith("(see Osorio") for code, words, _ in rows)
    assert not [row for row in rows if row[0] in IDENTIFIERS]


def test_the_published_opinion_has_three_registration_numbers_and_two_misspelt_names():
    rows = in_sample("balachova.txt")
    assert [words for code, words, _ in rows if code in IDENTIFIERS] == ["A75 836 651"] * 2 + ["A71 501 481"]
    assert ("name", "EIGUENIA", "EUGENIA") in rows
    assert ("name", "Ivanishvilli", "Ivanishvili") in rows
    assert ("subsection", "(I)", "(i)") in rows


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("a-number", "Her file, A# 075 836 651, was lost.", ["A# 075 836 651"]),
        ("a-number", "In re Doe, Axx-xxx-xxx, was unpublished.", ["Axx-xxx-xxx"]),
        ("a-number", "Diplomatic note # 099-044 and docket 02-70755 are none.", []),
        ("social-security", "He used the number 219-09-9999 at work.", ["219-09-9999"]),
        ("social-security", "A Social Security number of 219 09 9999 was his.", ["219 09 9999"]),
        ("social-security", "No. 219-09-9999 and 666-12-1234 and 219-00-9999 are none.", []),
        ("birth-date", "She was born in Kiev on March 4, 1961, and left.", ["March 4, 1961"]),
        ("birth-date", "Date of birth: 4/3/1961.", ["4/3/1961"]),
        ("birth-date", "She was born in 1961. On March 4, 1991, she left.", []),
        ("phone", "Call (415) 555-2671 or 415-555-2672.", ["(415) 555-2671", "415-555-2672"]),
        ("phone", "His phone number is 555 26 71.", ["555 26 71"]),
        ("phone", "See 415 F.2d 555, 2671, and No. 415-555-2672.", []),
        ("minor", "She fled with her minor daughter Elena Ivanova, who is ill.", ["Elena Ivanova"]),
        ("minor", "Elena, her minor child, is ill.", ["Elena"]),
        ("minor", "The minor child Respondent named did not appear.", []),
        ("misread", "It was decided in l996, and 0f that 8 U.S.C. S 1158 says tbe rest.", ["l", "0", "S", "tbe"]),
        ("misread", "l996 was 19g6, 2OO4, 200O and 19S6 here.", ["l", "O", "S"]),
        ("misread", "It decla1med gov0rnment, wbich aud witb bave tlie tne tbat.",
         ["1", "0", "wbich", "aud", "witb", "bave", "tlie", "tne", "tbat"]),
        ("misread", "See 8 C.F.R. S 208.16 and 8 U.S.C. $ 1158(a).", ["S", "$"]),
        ("misread", "The fraud was fitness, outbreaks and U.S.C. S.", []),
        ("misread", "In 1996 he had 10 of 12 in 8 U.S.C. § 1158.", []),
        ("twice", "It is is so, and that that is had had.", ["is is"]),
        (
            "later-authority",
            "See Smith v. Jones, 420 F.3d 82 (2d Cir. 2005).",
            ["Smith v. Jones, 420 F.3d 82 (2d Cir. 2005)"],
        ),
        ("edge", "which the Board denied. It erred.", ["which the Board denied. It erred."]),
        ("edge", "The Board denied it. We grant the petition of the", ["the"]),
        ("bracket", "It did (as he said. It did (so).", ["(as he said. It did"]),
        ("bracket", "It did so: a) once; b) twice (as he said).", []),
        ("name", "Maria Kondratieva left. Maria Kondrateva came back.", ["Kondrateva"]),
        ("name", "Petrov Kondratiev and Petrov Kondratieva came.", []),
        ("dates", "He left Russia in March 1993. Later he said he left Russia in April 1993.", ["April 1993"]),
        ("dates", "He left Russia in March 1993. She left Russia in April 1993.", []),
        ("dates", "Ivan fled to Omsk on May 3, 1991. Rain.\nIvan fled to Omsk on May 5, 1991.", ["May 5, 1991"]),
    ],
)  # fmt: skip
def test_each_kind_is_found_and_what_looks_like_it_is_not(code: str, text: str, words: list[str]):
    assert [word for word, _ in found(text, code)] == words


def test_a_bracket_that_a_torn_off_paragraph_closes_is_told_of_nobody():
    text = "The rule is old (quoting 18 U.S.C.\n\n3742(e)).\n\nSo it (was said.\n\nIt went on."
    marks = [Mark(0, 34, "paragraph"), Mark(36, 45, "paragraph"), Mark(47, 63, "paragraph"), Mark(65, 76, "paragraph")]
    kinds = [(kind.code, text[one.start : one.end]) for kind, one in examine(Chart(text, marks))]
    assert kinds == [("bracket", "(was said.")]


def test_a_name_known_otherwise_in_the_library_is_told():
    text = "See Ivanishvilly v. Justice, 433 F.3d 332 (2d Cir. 2006)."
    chart = Chart(text, [Mark(0, len(text), "paragraph")], [Cited(4, 56, (), "Ivanishvili v. Department of Justice")])
    assert [one.fix for kind, one in examine(chart) if kind.code == "name"] == ["Ivanishvili"]


def test_a_case_argued_after_its_decision_is_told():
    chart = chart_of("The petition is denied.", argued_on=date(2008, 5, 1), decided_on=date(2008, 4, 1))
    assert [kind.code for kind, _ in examine(chart)] == ["order"]


def test_every_kind_is_named_once_and_finds_the_same_twice():
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    assert all(kind.label and len(kind.code) <= 20 for kind in KINDS)
    assert in_sample("balachova.txt") == in_sample("balachova.txt")


BESIDE_A_WORD = st.sampled_from(
    ["the", "The", "to", "town", "of", "and", " ", "\n", "\u00a0", "“", '"', "‘", ".", ",", "-", "é"]
)


@given(st.lists(BESIDE_A_WORD, max_size=10).map("".join))
def test_no_word_printed_twice_is_passed_over_by_the_quick_look(text):
    assert twice._may_be(Chart(text).words) or not twice._TWICE.search(text)


@given(st.text("()a§é", max_size=30))
def test_a_bracket_that_stays_open_is_told_by_the_brackets_alone(text):
    depth = 0
    is_open = []
    for sign in text:
        if sign == "(":
            is_open.append(sign)
        elif sign == ")" and is_open:
            is_open.pop()
        depth = len(is_open)
    assert brackets._stays_open(text) == (depth > 0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was tbe law.", "misread"),
        ("The court said “aud” there.", "misread"),
        ("Born: the claimant was born in Riga on May 3, 1971.", "birth-date"),
        ("Her D.O.B. 5/3/1971 was given.", "birth-date"),
        ("With her minor daughter Maria, she left.", "minor"),
        ("With her 9-year-old son Pavel, she left.", "minor"),
        ("An uncle and her infant son Ivan, she said, left.", "minor"),
    ],
)
def test_what_is_looked_for_only_beside_its_words_is_found(text, kind):
    assert kind in [found.code for found, _ in examine(chart_of(text))]
