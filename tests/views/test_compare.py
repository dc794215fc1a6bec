"""What changed between two published editions, for anyone."""

import pytest

from briefs.models import Brief
from briefs.workflow.publish import publish
from briefs.workflow.withdraw import withdraw
from tests.rows import make_brief, make_opinion, republish

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def compared(people):
    student, attorney = people["student"], people["attorney"]
    brief = make_brief(make_opinion(student), student)
    publish(brief, by=attorney)
    brief.refresh_from_db()
    brief.disposition = "Granted, and remanded for a new hearing."
    brief.save()
    republish(brief, by=attorney)
    brief.refresh_from_db()
    brief.disposition = "Granted in full; the quokka may stay."
    brief.save()
    return brief


@pytest.fixture
def brief(compared):
    """A brief with two editions, and a draft that went on."""
    return Brief.objects.get(pk=compared.pk)


def address(brief, a, b):
    return f"/briefs/{brief.slug}/editions/{a}/compare/{b}/"


def test_anyone_sees_what_was_added_and_taken(anyone, brief, django_assert_num_queries):
    with django_assert_num_queries(1):
        page = anyone.get(address(brief, 1, 2)).content.decode()
    assert '<del><span class="visually-hidden">taken: </span>Granted ' not in page
    assert '<ins><span class="visually-hidden">added: </span>, </ins>' in page
    assert "for a new hearing" in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_draft_and_the_clinics_notes_stay_out(anyone, brief):
    page = anyone.get(address(brief, 2, 1)).content.decode()
    assert "quokka" not in page
    assert "Xylophone" not in page


@pytest.mark.parametrize(("a", "b"), [(1, 1), (1, 3), (3, 1), (0, 1)])
def test_there_is_no_page_for_editions_that_are_not_there(anyone, brief, a, b):
    assert anyone.get(address(brief, a, b)).status_code == 404


def test_withdrawn_editions_are_not_compared(anyone, brief, attorney):
    withdraw(brief, by=attorney, because="Superseded.")
    assert anyone.get(address(brief, 1, 2)).status_code == 404


def test_an_edition_without_words_changed_reads_alike(anyone, brief, attorney):
    brief.disposition = "Granted, and remanded for a new hearing."
    brief.save()
    republish(brief, by=attorney)
    page = anyone.get(f"/briefs/{brief.slug}/").content.decode()
    assert address(brief, 1, 3) in page
    assert address(brief, 3, 3) not in page
    assert "The two editions read alike." in anyone.get(address(brief, 2, 3)).content.decode()
