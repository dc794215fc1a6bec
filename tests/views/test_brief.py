"""The page of a published brief."""

import pytest
from django.urls import reverse

from briefs.models import Authority, CaseJudge, LawFlag
from briefs.workflow.cite import authority_for
from briefs.workflow.merge import merge
from briefs.workflow.publish import publish
from briefs.workflow.release import unrelease
from briefs.workflow.withdraw import withdraw
from tests.rows import make_brief, make_opinion, republish
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db

CHECKED = {"law_checked_on": "2026-10-01", "law_checked_by": "AB"}


def read(client, address, **kw):
    answer = client.get(address, **kw)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def test_a_brief_is_read_in_the_order_of_its_weight(anyone, student, attorney):
    edition = published(student, attorney, content_note="A note.")
    first = edition.brief.holdings.first()
    LawFlag.objects.create(brief=edition.brief, kind="limited", note="See 8 U.S.C. § 1252(d)(1).", bears_on=first)
    edition = republish(edition.brief, by=attorney)
    page = read(anyone, edition.get_absolute_url())
    assert '<a href="#law-flags">Limited</a>' in page  # the link says what it leads to, for who hears it alone
    order = [
        *("<h1>", "Opinion of the court", "A note.", 'id="law-flags"', 'id="summary"', 'id="holding-1"', 'id="facts"'),
        *('id="case"', 'id="authorities"', 'id="issues"', 'id="editions"'),
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_a_holding_shows_its_weight_its_outcome_its_words_and_where_they_stand(anyone, edition):
    page = read(anyone, edition.get_absolute_url())
    pin = edition.page["holdings"][0]["pins"][0]
    assert f'<a href="/opinions/{edition.opinion.slug}/#{pin["anchor"]}">{pin["place"]}</a>' in page
    for words in ('label-holding">Holding<', "For the noncitizen", "little more than conjecture.", "The court"):
        assert words in page


def test_a_citation_leads_to_its_authority_and_a_full_one_also_outside(anyone, edition):
    page = read(anyone, edition.get_absolute_url())
    assert 'href="/authorities/883-f2d-788/"' in page
    assert '<span class="visually-hidden">883 F.2d 788' in page or "883 F.2d 788 at courtlistener.com" in page
    assert page.count('href="https://') >= 2


def test_the_frozen_table_of_authorities_tells_who_else_cites_by_now(anyone, edition, student, attorney, staff):
    assert "other opinion" not in read(anyone, edition.get_absolute_url())
    published_dissent(student, attorney)
    assert read(anyone, edition.get_absolute_url()).count("cited by 1 other opinion here") == 1
    old = Authority.objects.get(slug="883-f2d-788")
    merge(old, authority_for("100 F.3d 1"), by=staff)
    assert read(anyone, edition.get_absolute_url()).count("cited by 1 other opinion here") == 1


def test_quoted_words_lead_to_their_paragraph(anyone, edition):
    page = read(anyone, edition.get_absolute_url())
    assert f'<a class="proved" href="/opinions/{edition.opinion.slug}/#para-' in page


@pytest.mark.parametrize(
    ("checked", "flag", "said"),
    [
        ({}, False, "Law not checked"),
        (CHECKED, False, "No negative history recorded as of October 1, 2026 by AB"),
        (CHECKED, True, "Law checked through October 1, 2026 by AB"),
    ],
)
def test_a_brief_says_how_far_the_law_was_checked(anyone, student, attorney, checked, flag, said):
    brief = make_brief(make_opinion(student), student, **checked)
    if flag:
        LawFlag.objects.create(brief=brief, kind="limited", note="Later law.")
    page = read(anyone, publish(brief, by=attorney).get_absolute_url())
    assert said in page
    assert "good law" not in page.lower()


def test_a_dissent_wears_its_label_and_its_propositions_are_no_holdings(anyone, student, attorney):
    edition = published_dissent(student, attorney)
    page = read(anyone, edition.get_absolute_url())
    assert "Dissent brief" in page
    assert "(Judge, J., dissenting)" in page
    assert "The majority opinion is not in this library." in page
    assert ">Propositions of the dissent<" in page
    assert ">Holdings<" not in page
    assert "label-holding" not in page
    assert "Holding 1" not in page


def test_what_the_source_does_not_give_is_said(anyone, student, attorney):
    page = read(anyone, published_dissent(student, attorney).get_absolute_url())
    assert "Court not given in source" in page
    assert "Decision date not given in source" in page


def test_a_judge_by_designation_is_shown_with_the_home_court(anyone, student, attorney):
    brief = make_brief(make_opinion(student), student)
    CaseJudge.objects.create(case=brief.opinion.case, name="Ann Lee", title="District Judge", home_court="D. Mass.")
    page = read(anyone, publish(brief, by=attorney).get_absolute_url())
    assert "Ann Lee, District Judge (D. Mass., sitting by designation)" in page


def test_an_earlier_edition_keeps_its_address_and_says_what_it_is(anyone, student, attorney):
    first = published(student, attorney, summary="The first summary.")
    first.brief.summary = "The second summary."
    first.brief.save()
    republish(first.brief, by=attorney)
    earlier = read(anyone, reverse("edition", args=[first.slug, 1]))
    assert "The first summary." in earlier
    assert "This is edition 1" in earlier
    assert 'content="noindex"' in earlier
    current = read(anyone, reverse("brief", args=[first.slug]))
    assert "The second summary." in current
    assert "This is edition" not in current
    assert anyone.get(reverse("edition", args=[first.slug, 3])).status_code == 404


def test_a_withdrawn_brief_keeps_its_address_and_loses_its_words(anyone, edition, attorney):
    withdraw(edition.brief, by=attorney, because="The law has moved on.")
    for address in (reverse("brief", args=[edition.slug]), reverse("edition", args=[edition.slug, 1])):
        page = read(anyone, address)
        assert "The law has moved on." in page
        assert "conjecture" not in page
        assert f'<a href="{edition.opinion.get_absolute_url()}">The opinion</a> stays to be read' in page
    unrelease(edition.opinion, by=attorney)
    assert "stays to be read" not in read(anyone, address)


def test_a_draft_has_no_page(anyone, student):
    brief = make_brief(make_opinion(student), student)
    for address in (f"/briefs/{brief.slug}/", f"/briefs/{brief.slug}/editions/1/", f"/briefs/{brief.slug}/export/pdf"):
        assert anyone.get(address).status_code == 404


def test_the_clinic_s_notes_and_masked_numbers_stay_inside(anyone, edition):
    page = read(anyone, edition.get_absolute_url())
    assert "Xylophone" not in page
    assert "836" not in page


def test_what_is_written_is_never_markup(anyone, student, attorney):
    page = read(anyone, published(student, attorney, summary="<script>alert(1)</script> *em*").get_absolute_url())
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <em>em</em>" in page


def test_a_public_page_sets_no_cookie_and_is_the_same_for_everybody(anyone, as_student, edition):
    address = edition.get_absolute_url()
    answer = anyone.get(address)
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert as_student.get(address).content == answer.content
    assert anyone.post(address).status_code == 405


def test_a_brief_costs_few_questions_however_long_it_is(anyone, edition, attorney, django_assert_max_num_queries):
    for _ in range(3):
        edition = republish(edition.brief, by=attorney)
    with django_assert_max_num_queries(4):
        anyone.get(edition.get_absolute_url())
    with django_assert_max_num_queries(4):
        anyone.get(reverse("edition", args=[edition.slug, 1]))
