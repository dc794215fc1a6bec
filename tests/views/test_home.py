"""The first page."""

import pytest

from tests.rows import make_brief, make_opinion
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


def test_a_new_student_finds_the_box_the_issues_and_the_newest_briefs(anyone, student, attorney):
    edition = published(student, attorney)
    make_brief(make_opinion(student, text="A draft.\n\nOPINION\n\nThe Board found no nexus in a timely petition for "
        "review. The Board's reasoning amounts to little more than conjecture.", name="d.txt", short_name="Draft v. X"),
        student, title="Draft v. X")  # fmt: skip
    page = anyone.get("/").content.decode()
    assert 'action="/briefs/" method="get" role="search"' in page
    assert 'name="q"' in page
    assert edition.get_absolute_url() in page
    assert 'href="/issues/proof/"' in page
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
