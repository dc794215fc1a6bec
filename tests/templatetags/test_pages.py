"""How the parts of a published page are named and placed."""

import pytest

from briefs.templatetags import pages


@pytest.mark.parametrize(
    ("place", "anchor"),
    [
        ("Holding 3", "holding-3"),
        ("Dissent 12", "holding-12"),
        ("Facts", "facts"),
        ("Procedural history", "procedural_history"),
        ("Summary", "summary"),
        ("Later law", "law-flags"),
        ("Somewhere", ""),
    ],
)
def test_a_place_in_a_brief_has_its_element(place, anchor):
    assert pages.place_anchor(place) == anchor


def test_places_in_an_opinion_are_links_where_they_are_paragraphs_or_footnotes():
    html = pages.opinion_places(["para. 3", "fn. 2", "heading"], "a-v-b")
    assert html == '<a href="/opinions/a-v-b/#para-3">para. 3</a>, <a href="/opinions/a-v-b/#fn-2">fn. 2</a>, heading'


@pytest.mark.parametrize(
    ("opinion", "said"),
    [
        ({"is_separate": False, "author": "Paez", "kind": "lead"}, ""),
        ({"is_separate": True, "author": "Paez", "kind": "dissent"}, "(Paez, J., dissenting)"),
        ({"is_separate": True, "author": "", "kind": "concurrence"}, "(concurring)"),
        (
            {"is_separate": True, "author": "Lee", "kind": "concurrence_in_part"},
            "(Lee, J., concurring in part and dissenting in part)",
        ),
    ],
)
def test_a_separate_opinion_is_cited_with_its_writer(opinion, said):
    assert pages.writer({"opinion": opinion}) == said


def test_propositions_of_a_separate_opinion_stand_under_their_own_title():
    page = {
        "opinion": {"is_separate": False, "kind_label": "Opinion of the court"},
        "holdings": [{"is_separate": True, "number": 2}, {"is_separate": False, "number": 1}],
    }
    titles = [(title, [holding["number"] for holding in chosen]) for _, title, chosen in pages.lanes(page)]
    assert titles == [("Holdings", [1]), ("Propositions of separate opinions", [2])]


@pytest.mark.parametrize(
    ("value", "said"), [("2008-11-12", "November 12, 2008"), ("November 2008", "November 2008"), ("", "")]
)
def test_a_date_is_written_out(value, said):
    assert pages.spelt(value) == said


@pytest.mark.parametrize(("value", "is_given"), [("1999", True), ("", False), ("not given in source", False)])
def test_what_is_not_given_is_known_as_such(value, is_given):
    assert pages.given(value) is is_given


@pytest.mark.parametrize(
    ("name", "whole", "shown"),
    [
        (
            "A v. B & C",
            "A v. B & C, 5 F.3d 7 (9th Cir. 1993)",
            "<em>A v. B &amp; C</em>, 5\xa0F.3d\xa07 (9th\xa0Cir. 1993)",
        ),
        ("", "No. 5, slip op.", "No.\xa05, slip op."),
        ("A v. B", "", ""),
    ],
)
def test_a_case_is_cited_with_its_name_in_italics(name, whole, shown):
    assert pages.cited_whole({"short_name": name, "full_citation": whole}) == shown
