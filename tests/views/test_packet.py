"""Choosing the briefs of a packet: what the address finds is offered, ticked; what is asked for waits in the queue."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from briefs.models import Edition, Job
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions(student: Any, attorney: Any) -> list[Edition]:
    return [published(student, attorney), published_dissent(student, attorney)]


@pytest.mark.parametrize(
    ("query", "offered"),
    [("", {0, 1}), ("issue=nexus", {0, 1}), ("brief={0}", {0}), ("brief=nothing", set()), ("q=Xylophone", set())],
)
def test_it_offers_what_the_address_finds(as_student, editions, query: str, offered: set[int]):
    page = as_student.get(f"/packet/?{query.format(*[one.slug for one in editions])}")
    text = page.content.decode()
    ticked = {at for at, one in enumerate(editions) if f'name="edition" value="{one.pk}" checked' in text}
    assert ticked == offered


def test_it_asks_for_the_work_and_shows_it(as_student, student, editions):
    sent = {"title": "Nexus", "edition": [editions[0].pk], "style": "study", "format": "pdf"}
    answer = as_student.post("/packet/", sent)
    job = Job.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, job.get_absolute_url())
    assert job.asked_by == student
    assert "Nexus" in as_student.get("/work/").content.decode()


def test_a_refusal_loses_no_tick(as_student, editions):
    answer = as_student.post("/packet/", {"title": "Mine", "style": "eoir", "format": "pdf", "separate": "on"})
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "Tick at least one brief." in text
    assert 'value="Mine"' in text
    assert 'name="separate" checked' in text
    assert not Job.objects.exists()


def test_others_work_is_not_listed(as_student, staff, editions):
    Job.objects.create(kind="packet", title="Somebody else’s", asked_by=staff)
    assert "Somebody else’s" not in as_student.get("/work/").content.decode()


def test_an_issue_and_its_children_are_one_step_from_a_packet(client, as_student, editions):
    link = "/packet/?issue=nexus"
    assert f'href="{link}"' in client.get("/issues/nexus/").content.decode()
    assert all(f'value="{one.pk}" checked' in as_student.get(link).content.decode() for one in editions)
    assert client.get(link).status_code in (302, 403)


def test_no_title_and_no_name_of_a_brief_is_a_fault_and_no_number_is_a_title(as_student, editions):
    assert as_student.get("/packet/", {"brief": "a\0b"}).status_code == 200
    sent = {"title": "A75 836 651\0", "edition": [editions[0].pk], "style": "study", "format": "pdf"}
    assert as_student.post("/packet/", sent).status_code == 302
    job = Job.objects.get()
    assert job.title == job.arguments["title"] == "███ ███ ███"


@pytest.mark.parametrize(
    ("minutes", "state", "late"), [(1, "waiting", False), (3, "waiting", True), (3, "running", False)]
)
def test_work_that_nothing_takes_up_says_what_to_start(as_student, student, minutes: int, state: str, late: bool):
    job = Job.objects.create(kind="packet", title="Nexus", asked_by=student, state=state, total=4, done=1)
    Job.objects.update(asked_at=timezone.now() - timedelta(minutes=minutes))
    page = as_student.get(job.get_absolute_url()).content.decode()
    assert ("manage.py work" in page) is late
    assert ("<progress" in page) is (state == "running")  # what waits is no part done


@pytest.mark.parametrize(("kind", "back"), [("packet", "/work/"), ("reading", "/admin/briefs/source/queue/")])
def test_work_leads_back_to_where_it_was_asked_for(as_student, student, kind: str, back: str):
    job = Job.objects.create(kind=kind, title="Nexus", asked_by=student)
    crumbs = as_student.get(job.get_absolute_url()).content.decode().partition('class="breadcrumbs"')[2]
    assert f'href="{back}"' in crumbs.partition("</nav>")[0]
