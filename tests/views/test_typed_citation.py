"""The one box: a citation typed into it leads to its authority, or to a choice."""

import pytest

from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(student, attorney) -> Shelf:
    return Shelf(student, attorney)


@pytest.mark.parametrize(
    "typed",
    [
        "883 F.2d 788",
        "883 f2d 788",
        "883 F.2d 788, 791 n.2",
        "See Maldonado-Cruz v. INS, 883 F.2d 788, 791 (9th Cir. 1989).",
        "maldonado-cruz v ins 883 f2d 788",
    ],
)
def test_a_citation_alone_leads_straight_to_its_authority(shelf, anyone, typed):
    shelf.put("Alpha v. INS")
    answer = anyone.get("/briefs/", {"q": typed})
    assert (answer.status_code, answer["Location"]) == (302, "/authorities/883-f2d-788/")


@pytest.mark.parametrize(
    "query",
    [
        "q=883+F.2d+788+conjecture",
        "q=conjecture+883+F.2d+788",
        "q=883+F.2d+788&court=ca9",
        "q=883+F.2d+788&page=1",
        "q=883+F.2d+788&sort=name",
        "q=999+F.2d+1",
        "q=883+F.2d+788+and+8+USC+1158",
    ],
)
def test_a_citation_among_other_things_does_not(shelf, anyone, query):
    shelf.put("Alpha v. INS")
    assert anyone.get(f"/briefs/?{query}").status_code == 200


def test_several_citations_give_a_choice(shelf, anyone):
    shelf.put("Alpha v. INS")
    content = anyone.get("/briefs/", {"q": "8 USC 1158(b)(1); 883 f2d 788 and 999 F.2d 1"}).content.decode()
    assert "Which of these 3?" in content
    found = ("/authorities/8-usc-1158-b-1/", "/authorities/883-f2d-788/", "cites 999\xa0F.2d\xa01.")
    places = [content.index(one) for one in found]
    assert places == sorted(places)
