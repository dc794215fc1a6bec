"""Authorities: their register, and who cites one."""

import pytest
from django.conf import settings
from django.urls import reverse

from briefs.models import Authority, AuthorityAlias
from briefs.reading import register
from briefs.workflow.cite import authority_for
from briefs.workflow.release import release
from briefs.workflow.withdraw import withdraw
from tests.rows import TEXT, make_opinion
from tests.views.editions import published, published_dissent, unreleased

pytestmark = pytest.mark.django_db

CASE = "/authorities/883-f2d-788/"


def read(client, address, **asked):
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def test_a_page_says_what_it_is_where_to_read_it_and_who_cites_it(anyone, student, attorney):
    edition = published(student, attorney)
    page = read(anyone, CASE)
    assert "<h1>Maldonado-Cruz v. INS</h1>" in page
    assert "883 F.2d 788 (9th Cir. 1989)" in page
    assert "Read at courtlistener.com" in page
    assert f'/briefs/{edition.slug}/#reasoning">Reasoning</a>' in page
    assert f'href="/opinions/{edition.opinion.slug}/#para-' in page
    assert "past persecution raises a presumption" in page
    assert '<b class="cited">Maldonado-Cruz v. INS, 883 F.2d 788, 791' in page
    assert "at 791" in page


def test_what_only_an_unreleased_opinion_cites_is_not_public(anyone, student):
    unreleased(student)
    assert Authority.objects.filter(slug="883-f2d-788").exists()
    assert anyone.get(CASE).status_code == 404
    assert "Maldonado" not in read(anyone, reverse("authorities"))


def test_an_unreleased_opinion_is_not_among_those_that_cite(anyone, student, attorney):
    published(student, attorney)
    unreleased(student)
    page = read(anyone, CASE)
    assert "Cited in 1 case" in page
    assert "Hidden" not in page


def test_the_head_counts_cases_opinions_and_briefs_and_courts_stand_by_rank(anyone, student, staff, attorney):
    published(student, attorney)
    texts = {"scotus": "Copy for the highest.", "ca2": "Copy for the second.", "ca11": "Copy for the eleventh."}
    for court, said in texts.items():
        about = {"short_name": f"In {court}", "name": f"{court}.txt", "court": court}
        release(make_opinion(student, text=f"{TEXT}\n{said}\n", **about), by=staff)
    published_dissent(student, attorney)
    page = read(anyone, CASE)
    assert "Cited in 5 cases" in page
    assert "5 opinions and 2 briefs, by court and date, newest first." in page
    order = ["Supreme Court", "In scotus", "Second Circuit", "In ca2", "Ninth Circuit", "Petitioner v. Respondent"]
    order += ["Eleventh Circuit", "In ca11", "Court not given in source", "Petitioner v. Other"]
    places = [page.index(words, page.index("by court and date")) for words in order]
    assert places == sorted(places)


def test_a_case_that_is_held_has_its_page_though_nothing_cites_it(anyone, student, staff):
    opinion = make_opinion(student)
    opinion.case.authority = authority_for("100 F.3d 1", name="Petitioner v. Respondent")
    opinion.case.save()
    assert anyone.get("/authorities/100-f3d-1/").status_code == 404
    release(opinion, by=staff)
    page = read(anyone, "/authorities/100-f3d-1/")
    assert "Not cited yet" in page
    assert "Read the opinion here" in page


def test_a_link_that_staff_pasted_wins_and_says_where_it_leads(anyone, student, attorney):
    published(student, attorney)
    Authority.objects.filter(slug="883-f2d-788").update(external_url="https://www.example.org/883")
    page = read(anyone, CASE)
    assert 'href="https://www.example.org/883">Read at example.org</a>' in page
    assert "courtlistener" not in page


def test_a_withdrawn_brief_no_longer_cites(anyone, student, attorney):
    edition = published(student, attorney)
    withdraw(edition.brief, by=attorney, because="Wrong.")
    assert f"/briefs/{edition.slug}/" not in read(anyone, CASE)


def test_a_merged_authority_leads_to_its_heir_for_good(anyone, student, attorney):
    published(student, attorney)
    old = Authority.objects.create(kind="case", key="case:1:F.9th:1", slug="1-f9th-1", cite="1 F.9th 1")
    old.merged_into = Authority.objects.get(slug="883-f2d-788")
    old.save()
    answer = anyone.get("/authorities/1-f9th-1/")
    assert (answer.status_code, answer["Location"]) == (301, CASE)


def test_a_section_gathers_what_cites_its_parts(anyone, student, attorney):
    edition = published(student, attorney)
    page = read(anyone, "/authorities/8-usc-1158/")
    assert edition.name in page
    assert 'href="/authorities/8-usc-1158-b-1/"' in page
    assert "Parts cited" in page
    assert '<span class="visually-hidden"> time' in page  # what the number after a part counts
    assert 'href="/authorities/8-usc-1158/"' in read(anyone, "/authorities/8-usc-1158-b-1/")


def test_cases_come_newest_first_and_a_dissent_is_labelled(anyone, student, attorney):
    published(student, attorney)
    published_dissent(student, attorney)
    page = read(anyone, CASE)
    assert page.index("Petitioner v. Respondent") < page.index("Petitioner v. Other")
    assert "Not the court’s" in page
    assert "Dissent 1" not in page or "Holding 1" not in page.split("Petitioner v. Other")[1]


def test_a_held_case_leads_to_its_brief_and_opinion(anyone, student, staff, attorney):
    edition = published(student, attorney)
    case = edition.opinion.case
    case.authority = Authority.objects.get(slug="883-f2d-788")
    case.save()
    page = read(anyone, CASE)
    assert f'href="/briefs/{edition.slug}/">Read the brief' in page
    assert f'href="/opinions/{edition.opinion.slug}/">Read the opinion here' in page


def test_parallel_citations_and_notes_are_shown(anyone, student, attorney):
    published(student, attorney)
    authority = Authority.objects.get(slug="883-f2d-788")
    authority.note = "Read with care."
    authority.save()
    AuthorityAlias.objects.create(authority=authority, key="case:1:X:2", cite="1 X. 2")
    page = read(anyone, CASE)
    assert "1 X. 2" in page
    assert "Read with care." in page


def test_a_masked_number_beside_a_citation_stays_masked(anyone, student, staff):
    opinion = make_opinion(student, text="Petitioner v. X\n\nOPINION\n\nNo. A75 836 651 falls under 8 U.S.C. § 1158.\n")
    release(opinion, by=staff)
    page = read(anyone, "/authorities/8-usc-1158/")
    assert "836" not in page
    assert "A-number omitted" in page


@pytest.mark.parametrize(
    ("asked", "shown", "hidden"),
    [
        ({"kind": "statute"}, "8 U.S.C. § 1158", "Maldonado"),
        ({"kind": "case"}, "Maldonado", "§ 1158(b)"),
        ({"letter": "m"}, "Maldonado", "§ 1158(b)"),
        ({"kind": "nonsense", "letter": "%", "page": "nine"}, "Maldonado", "no such thing"),
    ],
)
def test_the_register_is_chosen_by_kind_and_letter(anyone, student, attorney, asked, shown, hidden):
    published(student, attorney)
    page = read(anyone, reverse("authorities"), **asked)
    assert shown in page
    assert hidden not in page


def test_a_page_of_an_authority_costs_few_questions(anyone, student, attorney, django_assert_max_num_queries):
    edition = published(student, attorney)
    case = edition.opinion.case
    case.authority = Authority.objects.get(slug="883-f2d-788")
    case.save()
    for number in (1, 2):
        published(student, attorney, number=number)
        for address in (CASE, "/authorities/8-usc-1158/"):
            with django_assert_max_num_queries(6):
                anyone.get(address)
    with django_assert_max_num_queries(5):
        anyone.get(reverse("authorities"))
    with django_assert_max_num_queries(1):  # it is kept
        anyone.get(reverse("authorities"))


def test_a_kept_page_repeats_nothing_of_the_address_that_first_asked(anyone, student, attorney, monkeypatch):
    monkeypatch.setattr(register, "LINES_ON_A_PAGE", 1)
    published(student, attorney)
    first = anyone.get("/authorities/?kind=nonsense&letter=m&page=1&planted=words").content.decode()
    assert "planted" not in first
    assert f'<link rel="canonical" href="{settings.SITE_URL}/authorities/?letter=M">' in first
    second = read(anyone, "/authorities/", page="2", planted="words")
    assert 'href="?page=1"' in second
    assert "planted" not in read(anyone, "/opinions/", planted="words")
    assert "planted" not in second


def test_many_places_in_one_case_are_folded_after_the_first(anyone, student, staff):
    cites = " ".join(
        f"Ground {n} fails. See Maldonado-Cruz v. INS, 883 F.2d 788, {788 + n} (9th Cir. 1989)." for n in range(12)
    )
    opinion = make_opinion(student, text=f"{TEXT}\n\n{cites}\n", name="many.txt")
    release(opinion, by=staff)
    page = anyone.get("/authorities/883-f2d-788/").content.decode()
    shown, _, folded = page.partition('<details class="citing-more">')
    assert (shown.count("citing-place"), folded.count("citing-place")) == (8, 5)
    assert "5 more in Petitioner v. Respondent" in folded
    assert page.count("<h5>In ") == 2  # said again where the fold begins
