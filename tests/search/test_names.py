"""Names: what is offered while one types, and authorities by their names."""

import pytest
from django.http import QueryDict

from briefs.models import Authority, SearchName, SearchWord
from briefs.search import Found, matches
from briefs.search.names import AUTHORITY, CASE, ISSUE, MOST, authorities_named, suggested
from briefs.search.words import Words
from briefs.workflow.withdraw import withdraw

pytestmark = pytest.mark.django_db


def names(typed: str, **words: str) -> list[str]:
    return [one.name for one in suggested(typed, **words)]


OFFERED = {
    "chou": "Chouchkov v. INS",
    "CHOUCH": "Chouchkov v. INS",
    "ins chou": "Chouchkov v. INS",
    "maldo": "Maldonado-Cruz v. INS, 883 F.2d 788",
    "883 f.2d": "Maldonado-Cruz v. INS, 883 F.2d 788",
    "883 f2d 7": "Maldonado-Cruz v. INS, 883 F.2d 788",
    "8 usc 115": "8 U.S.C. § 1158",
    "us vs doe": "United States v. Doe",
    "asyl": "Asylum",
    "nonref": "Withholding of removal",
    "castaneda": "Castañeda v. INS",
}


def test_a_name_is_offered_by_its_beginning(shelf):
    shelf.put("Chouchkov v. INS")
    shelf.put("Castañeda v. INS")
    shelf.put("United States v. Doe")
    assert {typed: name for typed, name in OFFERED.items() if name not in names(typed)} == {}


def test_each_kind_leads_to_its_page(shelf):
    edition = shelf.put("Chouchkov v. INS")
    (one,) = suggested("chou")
    assert (one.what, one.address) == (CASE, f"/briefs/{edition.slug}/")
    (one,) = suggested("maldonado")
    assert (one.what, one.address) == (AUTHORITY, "/authorities/883-f2d-788/")
    assert {one.what for one in suggested("persecut", only=ISSUE)} == {ISSUE}
    assert suggested("maldonado", only=CASE) == []


def test_whatever_is_typed_is_no_error(shelf):
    shelf.put("Chouchkov v. INS")
    for typed in ("", "c", "'", "& | !", "<->", "chou:*", "\x00", "(" * 300, "a " * 200, "xyzzyx"):
        assert len(suggested(typed)) <= MOST, typed


def test_drafts_and_what_only_unreleased_opinions_cite_are_not_offered(shelf):
    shelf.draft("Hidden v. INS", says="See Secret v. INS, 100 F.3d 1 (9th Cir. 1996).")
    assert Authority.objects.filter(key="case:100:F.3d:1").exists()
    assert names("hidden") == names("secret") == []
    assert not SearchName.objects.exists()
    assert not SearchWord.objects.exists()


def test_the_name_of_a_withdrawn_brief_s_opinion_leads_to_the_opinion(shelf, attorney):
    edition = shelf.put("Chouchkov v. INS")
    withdraw(edition.brief, by=attorney, because="Mistaken.")
    assert [one.address for one in suggested("chou")] == [f"/opinions/{edition.opinion.slug}/"]


def test_authorities_are_found_by_name_the_most_cited_first(shelf):
    shelf.put("Alpha v. INS", says="See Maldonado v. Reno, 100 F.3d 1 (9th Cir. 1996).")
    shelf.put("Beta v. INS")
    assert [row.label for row in authorities_named(Words.read("maldonado"))] == [
        "Maldonado-Cruz v. INS, 883 F.2d 788",
        "Maldonado v. Reno, 100 F.3d 1",
    ]


@pytest.mark.parametrize("typed", ["maldonado at 790", "Maldonado-Cruz, 883 F.2d at 790", "maldonado cruz"])
def test_an_authority_is_found_by_a_short_form_with_its_pin(shelf, typed):
    shelf.put("Beta v. INS")
    found = Found(QueryDict(f"q={typed}&tab=authorities"))
    assert [row.label for row in found.named] == ["Maldonado-Cruz v. INS, 883 F.2d 788"]
    assert found.counts["authorities"] == 1


def test_many_named_authorities_are_counted_once_until_what_is_public_changes(shelf, monkeypatch):
    monkeypatch.setattr(matches, "MANY", 1)
    shelf.put("Beta v. INS")
    named = QueryDict("q=maldonado&tab=authorities")
    assert Found(named).counts["authorities"] == 1
    row = SearchName.objects.get(authority__isnull=False, label__startswith="Maldonado")
    SearchName.objects.filter(pk=row.pk).delete()  # by no verb, so that nobody is told
    assert Found(named).counts["authorities"] == 1
    shelf.put("Alpha v. INS", says="See Maldonado v. Reno, 100 F.3d 1 (9th Cir. 1996).")
    assert Found(named).counts["authorities"] == 2


def test_a_section_is_offered_when_only_a_part_of_it_is_cited(shelf):
    shelf.put("Alpha v. INS")
    labels = [row.label for row in authorities_named(Words.read("1158"))]
    assert set(labels) == {"8 U.S.C. § 1158", "8 U.S.C. § 1158(b)", "8 U.S.C. § 1158(b)(1)"}


def test_the_page_works_without_a_script_and_the_script_gets_the_same(shelf, anyone):
    shelf.put("Chouchkov v. INS")
    page = anyone.get("/suggest/", {"q": "chou"})
    assert not page.cookies
    assert '<a href="/briefs/chouchkov-v-ins/">Chouchkov v. INS</a>' in page.content.decode()
    told = anyone.get("/suggest/", {"q": "chou", "as": "json"}).json()
    assert told == {
        "suggestions": [{"what": "Case", "name": "Chouchkov v. INS", "address": "/briefs/chouchkov-v-ins/"}]
    }
    assert "No case, authority or issue here begins so." in anyone.get("/suggest/?q=<b>zz").content.decode()
