"""Any two editions of a brief, or the draft and the live one, side by side on the desk."""

import pytest
from django.urls import reverse

from briefs.models import Authority, Edition
from briefs.workflow.publish import publish
from briefs.workflow.sign_quotation import sign_quotation
from tests.rows import make_brief, make_opinion, republish

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(student, attorney):
    """A brief with two editions, and a draft that went on."""
    brief = make_brief(make_opinion(student), student, significance="He had “a most peculiar day” then.")
    sign_quotation(brief, "a most peculiar day", by=attorney, because="Transcript, page 12.")
    publish(brief, by=attorney)
    brief.refresh_from_db()
    brief.disposition = "Granted and remanded for a hearing."
    brief.save()
    republish(brief, by=attorney)
    brief.refresh_from_db()
    brief.disposition = "Granted and remanded for a new hearing. See 9 F.4th 9."
    brief.save()
    return brief


def shown(client, brief, query=""):
    return client.get(reverse("admin:briefs_edition_compare", args=[brief.pk]) + query)


def stretches(answer):
    return {one.label: one.stretches for one in answer.context["comparison"].texts}


def test_two_editions_are_compared(as_student, brief):
    answer = shown(as_student, brief, "?from=1&to=2")
    assert stretches(answer) == {
        "Disposition": [("same", "Granted and remanded "), ("added", "for a hearing"), ("same", ".")]
    }


def test_without_a_choice_the_draft_stands_beside_the_newest_edition(as_student, brief):
    answer = shown(as_student, brief)
    assert (answer.context["old_name"], answer.context["new_name"]) == ("Edition 2", "The draft as it is now")
    added = "".join(words for kind, words in stretches(answer)["Disposition"] if kind == "added")
    assert "new" in added


def test_looking_at_the_draft_keeps_nothing(as_student, brief):
    shown(as_student, brief)
    assert not Authority.objects.filter(key="case:9:F.4th:9").exists()
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("query", ["?from=7&to=1", "?from=x&to=draft", "?from=&to="])
def test_an_edition_that_is_not_there_is_not_found(as_student, brief, query):
    assert shown(as_student, brief, query).status_code == 404


def test_a_brief_without_editions_says_so(as_student, student):
    brief = make_brief(make_opinion(student), student)
    assert "no edition yet" in shown(as_student, brief).content.decode()


def test_the_list_and_the_edition_lead_to_the_comparison(as_staff, brief):
    listed = as_staff.get(reverse("admin:briefs_edition_changelist")).content.decode()
    where = reverse("admin:briefs_edition_compare", args=[brief.pk])
    assert f"{where}?from=1&amp;to=2" in listed
    edition = Edition.objects.get(number=2)
    one = as_staff.get(reverse("admin:briefs_edition_change", args=[edition.pk])).content.decode()
    assert f"{where}?from=1&amp;to=2" in one
    assert "a most peculiar day" in one
    assert "Transcript, page 12." in one


def test_the_comparison_is_the_clinics_alone(anyone, brief):
    assert shown(anyone, brief).status_code == 302
