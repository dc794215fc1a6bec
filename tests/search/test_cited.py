"""A citation typed into the box."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.models import Authority, AuthorityAlias, Opinion
from briefs.search import Found, page_asked_for
from briefs.search.cited import MOST_CITATIONS, TypedCitation
from briefs.workflow.cite import authority_for
from briefs.workflow.release import release
from briefs.workflow.withdraw import withdraw
from tests.rows import make_opinion

pytestmark = pytest.mark.django_db


def card(typed: str) -> TypedCitation | None:
    told = cards(typed)
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


def cards(typed: str) -> list[TypedCitation]:
    parameters = QueryDict(mutable=True)
    parameters["q"] = typed
    return Found(parameters).citations


def test_a_docket_number_that_two_courts_use_gives_both(shelf):
    cases = ("Alpha v. INS, No. 01-777 (2d Cir. 2001)", "Beta v. INS, No. 01-777 (9th Cir. 2002)")
    for number, case in enumerate(cases):
        shelf.put(f"Gamma {number} v. INS", says=f"See {case}.")
    for typed in ("01-777", "No. 01-777", "Docket No. 01-777"):
        assert [one.authority and one.authority.name for one in cards(typed)] == ["Alpha v. INS", "Beta v. INS"]
        assert page_asked_for({"q": typed}) is None
    assert page_asked_for({"q": cases[1]}) == Authority.objects.get(key="docket:ca9:01-777")
    assert cards("01-778") == []


def test_of_what_is_not_cited_the_section_that_is_is_named(shelf):
    shelf.put("Alpha v. INS")
    (found,) = cards("INA § 208(d)(5)")
    assert found.authority is None
    assert found.cite == "8 U.S.C. § 1158(d)(5)"
    assert found.wider == Authority.objects.get(key="usc:8:1158")


@pytest.mark.parametrize(
    "typed",
    [
        "Maldonado-Cruz, 883 F.2d at 791",
        "see generally Maldonado-Cruz v. INS, 883 F.2d at 791 n. 2",
        "See, e.g., Maldonado-Cruz v. INS, 883 Fed. 2d 788, 791",
        "https://www.example.org/appellate-courts/F2/883/788/",
    ],
)
def test_a_short_form_a_signal_and_a_pasted_address_lead_to_the_authority(shelf, typed):
    shelf.put("Alpha v. INS")
    authority = page_asked_for({"q": typed})
    assert authority
    assert authority.slug == "883-f2d-788"


@pytest.mark.parametrize("typed", ["883 F.2d at 791", "Cruz, 884 F.2d at 791", "Alpha at 12"])
def test_a_short_form_that_does_not_say_which_is_not_guessed(shelf, typed):
    shelf.put("Alpha v. INS")
    assert page_asked_for({"q": typed}) is None


def test_a_short_form_that_two_cases_fit_is_not_guessed(shelf):
    shelf.put("Alpha v. INS", says="See Cruz v. INS, 883 F.2d 100 (9th Cir. 1989).")
    assert page_asked_for({"q": "Cruz, 883 F.2d at 791"}) is None


def test_two_spellings_of_one_authority_are_one(shelf):
    shelf.put("Alpha v. INS")
    assert [one.cite for one in cards("INA 208(b)(1) and 8 usc 1158(b)(1)")] == ["8 U.S.C. § 1158(b)(1)"]


def test_a_held_case_that_nothing_cites_is_found(student, staff):
    opinion = make_opinion(student)
    opinion.case.authority = authority_for("100 F.3d 1")
    opinion.case.save()
    assert page_asked_for({"q": "100 F.3d 1"}) is None
    release(opinion, by=staff)
    assert page_asked_for({"q": "100 F.3d 1"}) == opinion.case.authority


@pytest.mark.parametrize(
    "typed", ["8 USC 1158 " * 40, "(" * 300, "1 and " * 60, "8 U.S.C. § 1158" + "(" * 200, "; " * 150, "01-77\u0660"]
)
def test_nothing_typed_is_too_much(db, typed):
    assert page_asked_for({"q": typed}) is None
    assert len(cards(typed)) <= MOST_CITATIONS


@given(st.text(alphabet="8 USCFINA§.()&;-1120nadovs,", max_size=60))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_read(db, typed):
    page_asked_for({"q": typed})


@pytest.mark.parametrize("typed", ["", "persecution", "chapter 8", "two F.2d reporters"])
def test_words_are_no_citation(typed):
    assert card(typed) is None


def test_the_words_of_a_citation_are_searched_too(shelf):
    shelf.put("Alpha v. INS")
    found = Found(QueryDict("q=883+F.2d+788"))
    assert found.citations
    assert [hit.name for hit in found.hits] == ["Alpha v. INS"]
