"""The first page."""

import pytest

from briefs.models import Issue
from tests.rows import TEXT, make_brief, make_opinion
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


def test_a_new_student_finds_the_box_the_issues_and_the_newest_briefs(anyone, student, attorney):
    edition = published(student, attorney)
    make_brief(make_opinion(student, text=f"{TEXT}\nAnother.\n", name="draft.txt", short_name="Draft v. X"), student)
    page = anyone.get("/").content.decode()
    assert 'action="/briefs/" method="get" role="search"' in page
    assert 'name="q"' in page
    assert edition.get_absolute_url() in page
    assert all(area.get_absolute_url() in page for area in Issue.objects.filter(level=1))
    assert "Draft v. X" not in page


def test_a_dissent_is_labelled_on_the_first_page_too(anyone, student, attorney):
    published_dissent(student, attorney)
    assert "Dissent: not the court’s" in anyone.get("/").content.decode()


def test_the_first_page_stands_with_nothing_published(anyone):
    answer = anyone.get("/")
    assert answer.status_code == 200
    assert "No brief has been published yet." in answer.content.decode()


def test_the_first_page_costs_few_questions(anyone, student, attorney, django_assert_max_num_queries):
    for number in (0, 1):
        published(student, attorney, number=number)
        with django_assert_max_num_queries(6):
            anyone.get("/")


@pytest.mark.parametrize(
    ("address", "said", "unsaid"),
    [
        ("/", "Members of the clinic write them at the", "Newest briefs</h2>\n<ol"),
        ("/opinions/", "No opinion has been released yet.", "newest decision first"),
        ("/issues/nexus/", "No published brief has a proposition on this issue yet.", "Court by court"),
        ("/briefs/compare/", "No brief has been published yet.", "<select"),
        ("/reading-list/", "Nothing is on this list.", "Make a packet"),
    ],
)
def test_an_empty_page_says_so_and_offers_nothing_that_needs_rows(anyone, address: str, said: str, unsaid: str):
    page = anyone.get(address).content.decode()
    assert said in page
    assert unsaid not in page
