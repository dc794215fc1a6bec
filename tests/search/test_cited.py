"""A citation typed into the box."""

import pytest
from django.http import QueryDict

from briefs.models import Authority, AuthorityAlias, Opinion
from briefs.search import Found
from briefs.search.cited import TypedCitation
from briefs.workflow.withdraw import withdraw
from tests.rows import make_opinion

pytestmark = pytest.mark.django_db


def card(typed: str) -> TypedCitation | None:
    parameters = QueryDict(mutable=True)
    parameters["q"] = typed
    told = Found(parameters).citations
    assert len(told) < 2
    return told[0] if told else None


@pytest.mark.parametrize(
    ("typed", "slug", "briefs"),
    [
        ("883 F.2d 788", "883-f2d-788", 2),
        ("Maldonado-Cruz v. INS, 883 F.2d 788, 791 (9th Cir. 1989)", "883-f2d-788", 2),
        ("8 U.S.C. § 1158(b)(1)", "8-usc-1158-b-1", 2),
        ("883 f2d 788", "883-f2d-788", 2),
        ("8 USC 1158", "8-usc-1158", 0),  # only a part of it is cited
        ("INA 208", "8-usc-1158", 0),
    ],
)
def test_a_citation_leads_to_its_authority(shelf, typed, slug, briefs):
    shelf.put("Alpha v. INS")
    shelf.put("Beta v. INS")
    found = card(typed)
    assert found
    assert found.authority
    assert (found.authority.slug, found.briefs) == (slug, briefs)
    assert found.url.startswith("https://")


def test_a_citation_that_nothing_cites_is_said_not_to_be_held_with_an_outside_link(shelf):
    shelf.put("Alpha v. INS")
    found = card("999 F.2d 1")
    assert found == TypedCitation(
        "999 F.2d 1", None, 0, "https://www.courtlistener.com/c/F.2d/999/1/", "courtlistener.com"
    )


def test_what_only_an_unreleased_opinion_cites_is_not_given_away(student):
    make_opinion(student)
    assert Authority.objects.filter(slug="883-f2d-788").exists()
    assert not Opinion.objects.released().exists()
    found = card("883 F.2d 788")
    assert found
    assert found.authority is None


def test_another_citation_of_the_same_authority_leads_to_it(shelf):
    shelf.put("Alpha v. INS")
    authority = Authority.objects.get(slug="883-f2d-788")
    AuthorityAlias.objects.create(authority=authority, key="case:999:F.2d:1", cite="999 F.2d 1")
    found = card("999 F.2d 1")
    assert found
    assert (found.authority, found.briefs) == (authority, 1)


def test_what_was_merged_leads_to_what_it_was_merged_into(shelf):
    shelf.put("Alpha v. INS")
    kept = Authority.objects.get(slug="883-f2d-788")
    Authority.objects.create(kind="case", key="case:999:F.2d:1", slug="gone", cite="999 F.2d 1", merged_into=kept)
    found = card("999 F.2d 1")
    assert found
    assert (found.authority, found.briefs) == (kept, 1)


def test_staff_s_own_link_wins(shelf):
    shelf.put("Alpha v. INS")
    Authority.objects.filter(slug="883-f2d-788").update(external_url="https://www.example.org/case")
    found = card("883 F.2d 788")
    assert found
    assert (found.url, found.host) == ("https://www.example.org/case", "example.org")


def test_a_withdrawn_brief_is_not_counted(shelf, attorney):
    withdraw(shelf.put("Alpha v. INS").brief, by=attorney, because="Mistaken.")
    found = card("883 F.2d 788")
    assert found
    assert found.briefs == 0


@pytest.mark.parametrize("typed", ["", "persecution", "chapter 8", "two F.2d reporters"])
def test_words_are_no_citation(typed):
    assert card(typed) is None


def test_the_words_of_a_citation_are_searched_too(shelf):
    shelf.put("Alpha v. INS")
    found = Found(QueryDict("q=883+F.2d+788"))
    assert found.citations
    assert [hit.name for hit in found.hits] == ["Alpha v. INS"]
