"""The taxonomy and the digest of one issue."""

import pytest
from django.urls import reverse

from briefs.models import Issue
from briefs.workflow.publish import publish
from tests.rows import make_brief, make_opinion, republish
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def test_an_issue_shows_its_note_its_children_and_the_quoted_words(anyone, student, attorney):
    edition = published(student, attorney)
    issue = Issue.objects.get(slug="speculation")
    page = read(anyone, issue.get_absolute_url())
    assert "1 published holding." in page
    assert f'href="/briefs/{edition.slug}/#holding-1"' in page
    assert "The Board&#x27;s reasoning amounts to little more than conjecture." in page


def test_a_parent_gathers_its_children_s_holdings_once(anyone, student, attorney):
    edition = published(student, attorney)
    holding = edition.brief.holdings.get()
    holding.issues.add(Issue.objects.get(slug="adverse-credibility"))
    republish(edition.brief, by=attorney)
    parent = Issue.objects.get(slug="speculation").parent
    page = read(anyone, parent.get_absolute_url())
    assert "1 published holding." in page
    assert page.count("#holding-1") >= 1


def test_a_dissent_stands_in_its_own_lane_and_is_never_counted(anyone, student, attorney):
    published_dissent(student, attorney)
    page = read(anyone, reverse("issue", args=["speculation"]))
    assert "0 published holdings; 1 proposition of separate opinions, not counted." in page
    assert 'id="separate-opinions"' in page
    assert 'id="holdings"' not in page
    assert "dissent 1" in page
    tree = read(anyone, reverse("issues"))
    assert "separate opinions only" in tree
    assert " holding<" not in tree


@pytest.mark.parametrize("weight", ["dicta", "arguendo", "remand", "rule"])
def test_what_is_said_without_holding_has_a_lane_of_its_own(anyone, student, attorney, weight):
    publish(make_brief(make_opinion(student), student, weight=weight), by=attorney)
    page = read(anyone, reverse("issue", args=["speculation"]))
    assert 'id="not-holdings"' in page
    assert 'id="holdings"' not in page
    assert "0 published holdings." in page


def test_a_merged_issue_leads_to_its_heir_for_good(anyone):
    heir = Issue.objects.get(slug="nexus")
    Issue.objects.filter(slug="speculation").update(merged_into=heir)
    answer = anyone.get(reverse("issue", args=["speculation"]))
    assert (answer.status_code, answer["Location"]) == (301, heir.get_absolute_url())
    assert anyone.get("/issues/no-such-thing/").status_code == 404


def test_an_issue_costs_few_questions(anyone, student, attorney, django_assert_max_num_queries):
    for number in (0, 1, 2):
        published(student, attorney, number=number)
        for address in (reverse("issue", args=["speculation"]), reverse("issues")):
            with django_assert_max_num_queries(6):
                anyone.get(address)
