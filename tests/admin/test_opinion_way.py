"""Each page of an opinion says how far it is and what comes next."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefs.admin.opinion_way import way_of, with_way
from briefs.models import Brief, Finding, Opinion
from briefs.workflow.release import release
from briefs.workflow.sign_finding import sign_all
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion(student) -> Opinion:
    opinion = make_opinion(student)
    opinion.findings.all().delete()
    return opinion


def told(opinion: Opinion, user: User) -> dict[str, tuple[str, bool]]:
    seen = with_way(Opinion.objects.only("released_at")).get(pk=opinion.pk)
    return {step.name: (step.said, step.is_done) for step in way_of(seen, user)}


def doubt(opinion: Opinion, kind: str) -> None:
    Finding.objects.create(opinion=opinion, kind=kind, start=0, end=4, words="Text", why="It may be wrong.")


def test_the_steps_say_how_far_each_is(opinion: Opinion, student, staff):
    assert told(opinion, staff) == {
        "text": ("nothing waits", True),
        "release": ("not released", False),
        "marks": ("no marks", False),
        "brief": ("none yet", False),
    }
    doubt(opinion, "reporter-year")
    assert told(opinion, staff)["text"] == ("1 finding to decide", False)
    doubt(opinion, "phone")
    assert told(opinion, staff)["text"] == ("1 identifier to sign", False)
    mark(opinion, student)
    assert told(opinion, staff)["marks"] == ("1 mark", True)
    make_brief(opinion, student, submitted=False)
    assert told(opinion, staff)["brief"] == ("draft", False)
    Brief.objects.update(state="published")
    make_brief(opinion, staff, submitted=False)
    assert told(opinion, staff)["brief"] == ("2 briefs", True)


def test_a_student_is_told_what_staff_do(as_student: Client, opinion: Opinion, student):
    doubt(opinion, "phone")
    assert told(opinion, student)["text"] == ("1 identifier for staff to sign", False)
    assert told(opinion, student)["release"] == ("not released; staff do it", False)
    for page, words in (("text_desk", "Staff decide these."), ("change", "Staff release it")):
        assert words in as_student.get(reverse(f"admin:briefs_opinion_{page}", args=[opinion.pk])).content.decode()


def test_release_is_told(student, staff):
    opinion = make_opinion(student)
    for kind in set(opinion.findings.unsigned().values_list("kind", flat=True)):
        sign_all(opinion, kind, by=staff)
    release(opinion, by=staff)
    assert told(opinion, staff)["release"] == ("released", True)


@pytest.mark.parametrize(
    ("page", "here"), [("annotate", "Mark passages"), ("text_desk", "Check the text"), ("change", "Release it")]
)
def test_every_page_of_an_opinion_shows_the_way_and_where_one_is(
    as_staff: Client, opinion: Opinion, page: str, here: str
):
    shown = as_staff.get(reverse(f"admin:briefs_opinion_{page}", args=[opinion.pk])).content.decode()
    assert shown.count('aria-current="page"') == 1
    assert f'aria-current="page">{here}</a>' in shown


def test_the_way_costs_one_query_however_much_there_is(opinion: Opinion, student, staff):
    for _ in range(5):
        make_brief(opinion, student, submitted=False)
        doubt(opinion, "reporter-year")
    told(opinion, staff)  # it asks for the person's groups, once a request
    with CaptureQueriesContext(connection) as asked:
        told(opinion, staff)
    assert len(asked) == 1


def test_the_public_page_is_led_to_only_where_there_is_one(as_staff: Client, student, staff):
    opinion = make_opinion(student)
    address = reverse("admin:briefs_opinion_change", args=[opinion.pk])
    assert "View on site" not in as_staff.get(address).content.decode()
    release(opinion, by=staff)
    assert "View on site" in as_staff.get(address).content.decode()


def test_release_stands_out_only_when_it_would_be_done(as_staff: Client, opinion: Opinion):
    desk = reverse("admin:briefs_opinion_text_desk", args=[opinion.pk])
    button = '<button type="submit" class="button">Release to the public</button>'
    assert button in as_staff.get(desk).content.decode()
    doubt(opinion, "phone")
    shown = as_staff.get(desk).content.decode()
    assert "Nothing is released while one is unsigned." in shown
    assert button not in shown


def test_where_there_is_no_brief_the_last_step_leads_to_the_button_that_begins_one(
    as_student: Client, opinion, student
):
    desk = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    page = as_student.get(desk).content.decode()
    assert f'<a href="{desk}#start-brief">Write the brief</a>' in page
    assert 'id="start-brief" class="button button-quiet"' in page  # while nothing is marked, marking comes first
    mark(opinion, student)
    assert 'id="start-brief" class="button"' in as_student.get(desk).content.decode()
