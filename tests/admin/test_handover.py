"""Semester handover, a person's portfolio, annotator agreement and later law, each on its page."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Authority, Brief, Issue, LawFlag
from briefs.workflow.comment import comment, resolve
from briefs.workflow.publish import publish
from tests.admin.forms import said
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
HANDOVER = "/admin/briefs/brief/handover/"
AGREEMENT = "/admin/briefs/brief/agreement/"
LATER_LAW = "/admin/briefs/brief/later-law/"


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def listed(answer) -> list[str]:
    return [brief.title for brief in answer.context["briefs"]]


def test_briefs_of_who_left_are_given_to_others(as_staff: Client, brief, student, staff, attorney):
    make_brief(brief.opinion, attorney, title="The attorney's")
    assert listed(as_staff.get(HANDOVER)) == []
    assert listed(as_staff.get(HANDOVER, {"of": student.pk})) == [brief.title]
    student.is_active = False
    student.save()
    assert listed(as_staff.get(HANDOVER)) == [brief.title]
    answer = as_staff.post(HANDOVER, {"brief": [brief.pk], "to": staff.pk}, follow=True)
    assert said(answer) == "Handed over: 1 brief."
    assert Brief.objects.get(pk=brief.pk).owner == staff


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({}, "Choose a member"),
        ({"to": "nobody"}, "Tick the briefs"),
        ({"brief": "0", "to": "nobody"}, "is not there"),
        ({"brief": "x", "to": "x"}, "Choose a member"),
        ({"of": "x\x00", "to": "9" * 40}, "Choose a member"),
    ],
)
def test_what_does_not_fit_comes_back_with_a_sentence(as_staff: Client, brief, sent, why):
    answer = as_staff.post(HANDOVER, sent)
    assert answer.status_code == 200
    assert why in said(answer)


def test_a_portfolio_counts_what_a_person_did(as_student: Client, as_staff: Client, brief, student, staff, attorney):
    published = make_brief(brief.opinion, student, title="Published")
    publish(published, by=attorney)
    make_brief(brief.opinion, staff, title="Not theirs")
    mark(brief.opinion, student, "timely petition for review", kind="fact")
    resolve(comment(brief, by=attorney, text="Why?"), by=student)
    where = reverse("admin:briefs_brief_portfolio", args=[student.pk])
    page = as_student.get(where)
    found = page.context["portfolio"]
    assert [one.title for one in found.briefs] == [brief.title, "Published"]
    # Both briefs rest on the same mark: pressed twice, it is made once.
    assert dict(found.marks) == {"Fact": 1, "Reasoning": 1}
    assert (found.opinions_marked, found.comments_made, found.comments_resolved) == (1, 0, 1)
    assert "Edition 1" in page.content.decode()
    assert as_staff.get(where).status_code == 200
    assert as_student.get(reverse("admin:briefs_brief_portfolio", args=[staff.pk])).status_code == 403
    assert as_staff.get(reverse("admin:briefs_brief_portfolio", args=[999999])).status_code == 404


def test_agreement_of_two_annotators_on_their_page(as_staff: Client, student, staff):
    opinion = make_opinion(student)
    for person in (student, staff):
        mark(opinion, person, "The Board denied asylum because it found no nexus.", kind="fact")
    mark(opinion, student, "lies with the government", kind="rule")
    asked = {"opinion": opinion.pk, "first": student.pk, "second": staff.pk}
    answer = as_staff.get(AGREEMENT, asked)
    found = answer.context["found"]
    assert (found.units, found.percent) == (3, pytest.approx(2 / 3))
    page = answer.content.decode()
    assert "Where they part (1)" in page
    assert f"{reverse('admin:briefs_opinion_annotate', args=[opinion.pk])}#para-2" in page
    page = as_staff.get(AGREEMENT, asked | {"from_para": 1, "to_para": 1}).content.decode()
    assert "cannot be computed: only one label was used" in page
    assert "no paragraph in that range" in as_staff.get(AGREEMENT, asked | {"from_para": 9}).content.decode()
    for by in ("voice", "issue", "kind"):
        assert as_staff.get(AGREEMENT, asked | {"by": by}).status_code == 200
    for bad in ({"second": student.pk}, {"opinion": "x"}, {"from_para": 3, "to_para": 2}, {"by": "x"}):
        answer = as_staff.get(AGREEMENT, asked | bad)
        assert answer.status_code == 200
        assert "found" not in answer.context


def test_one_change_of_the_law_is_noted_from_an_authority_or_an_issue(as_staff: Client, brief):
    issue, authority = Issue.objects.get(slug="speculation"), Authority.objects.get(key="case:883:F.2d:788")
    assert "The opinion cites it" in as_staff.get(LATER_LAW, {"authority": authority.pk}).content.decode()
    where = f"{LATER_LAW}?issue={issue.pk}"
    assert f'value="{brief.pk}:1"' in as_staff.get(where).content.decode()
    sent = {"kind": "doubted", "note": "See Later v. Case.", "place": [f"{brief.pk}:1", brief.pk]}
    assert "Tick the briefs" in as_staff.post(where, sent | {"place": []}).content.decode()
    assert "Nothing was noted" in as_staff.post(where, sent | {"effective_on": "soon"}).content.decode()
    assert not LawFlag.objects.exists()
    assert "Noted at 2 places" in said(as_staff.post(where, sent, follow=True))
    assert sorted(LawFlag.objects.values_list("bears_on__number", flat=True), key=str) == [1, None]


@pytest.mark.parametrize("query", ["", "?issue=0", "?issue=x", f"?authority={'9' * 30}"])
def test_later_law_of_nothing_is_not_there(as_staff: Client, query: str):
    assert as_staff.get(LATER_LAW + query).status_code == 404
