"""Slip opinions as particular courts set them: stamps, boxes, rules, line numbers and columns leave the words alone."""

from functools import cache

import pytest
from rapidfuzz.distance import LCSseq

from briefs.importers import Imported, read
from tests.importers.check import accounted
from tests.importers.press.courts import COURTS, VARIANTS, courtly
from tests.importers.press.opinion import sample, words
from tests.importers.test_pdf import blocks, f1


@cache
def printed(court: str) -> Imported:
    return read("slip.pdf", courtly(court))


@pytest.mark.parametrize("court", [*COURTS, *VARIANTS])
def test_the_words_and_paragraphs_of_an_opinion_come_back_from_any_court(court: str):
    imported, given = printed(court).apart()[0], sample("chouchkov")
    accounted(imported)
    there, here = words(given)[2:], words(imported.clean)[2:]
    assert LCSseq.similarity(there, here) >= 0.995 * len(there)
    assert len(here) < 1.02 * len(there)  # the notes to the caption are the only words more
    for kind, least in (("paragraph", 0.98), ("heading", 1), ("blockquote", 0.95)):
        assert f1(blocks(given, kind), blocks(imported.clean, kind)) >= least, kind
    assert not blocks(given, "footnote") - blocks(imported.clean, "footnote")


@pytest.mark.parametrize("court", COURTS)
def test_each_call_stands_where_it_was(court: str):
    numbers = [str(mark.data["number"]) for mark in printed(court).apart()[0].clean.marks if mark.kind == "call"]
    assert [number for number in numbers if number.isdigit()] == [str(number) for number in range(2, 21)]


@pytest.mark.parametrize(
    ("court", "field", "value"),
    [(court, field, value) for court, manner in COURTS.items() for field, value in manner["details"].items()],
)
def test_what_a_court_prints_on_its_first_page_is_read_off_it(court: str, field: str, value: object):
    assert printed(court).detail(field).value == value


@pytest.mark.parametrize("court", ["ca4", "ca9"])
def test_a_dissent_in_the_same_file_is_told_apart(court: str):
    found = [(one.kind, one.author) for one in printed(court).writings]
    dissent = {"ca4": "Floyd", "ca9": "Paez"}[court]
    assert found == [("lead", COURTS[court]["details"]["author"]), ("dissent", dissent)]


def test_the_staff_s_summary_is_not_the_court_s_text_and_the_starred_notes_are_called():
    imported = printed("ca9")
    summary = [text for mark, text in imported.clean.of_kind("caption") if mark.data["part"] == "summary"]
    assert any("holding that the record compelled" in text for text in summary)
    assert not any("the record compelled a finding" in text for _, text in imported.clean.of_kind("paragraph"))
    signs = [mark.data["number"] for mark in imported.clean.marks if mark.kind == "call"]
    assert signs[:2] == ["*", "**"]
    starred = {mark.data["number"]: text for mark, text in imported.clean.of_kind("footnote")}
    assert starred["*"].startswith("The Honorable Milton I. Shadur")


@pytest.mark.parametrize("court", COURTS)
def test_nothing_stamped_on_a_page_is_in_the_text(court: str):
    text = printed(court).clean.text
    assert not any(
        word in text
        for word in ("DktEntry", "Date Filed:", "Page 3 of", "Entry ID", "Filed 08/12/20", "Interim Decision")
    )


def test_an_alien_registration_number_is_never_a_docket_number():
    for court in COURTS:
        numbers = printed(court).detail("docket_numbers").value or ()
        assert not any("836" in number for number in numbers)
