"""What others did meanwhile: told once, in sentences, with the rows it changed; 304 while nothing happens."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from briefs.models import Annotation, Opinion
from briefs.workflow.hold import hold
from briefs.workflow.start_brief import start_brief
from tests.rows import HELD, make_opinion, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion(student) -> Opinion:
    made = make_opinion(student)
    mark(made, student, "timely petition for review")
    Annotation.history.update(history_date=timezone.now() - timezone.timedelta(hours=1))
    return made


@pytest.fixture
def asked(opinion: Opinion) -> str:
    address = reverse("admin:briefs_opinion_marks", args=[opinion.pk])
    return f"{address}?since={quote(timezone.now().isoformat())}"


def act(client: Client, opinion: Opinion, mark: Annotation | None = None, **told: str):
    desk = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    where = f"{desk}?mark={mark.pk}" if mark else desk
    assert client.post(where, {"quote": HELD, "kind": "reasoning", "voice": "court"} | told).status_code == 302


def test_nothing_new_is_not_sent_again_and_asks_little(as_student: Client, opinion, asked: str):
    first = as_student.get(asked)
    assert first.json()["rows"] == {}
    with CaptureQueriesContext(connection) as queries:
        again = as_student.get(asked, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, len(queries) <= 5) == (304, b"", True)


def test_another_s_new_mark_is_told_with_its_row_and_one_s_own_is_not(as_student, as_attorney, opinion, asked: str):
    tag = as_student.get(asked)["ETag"]
    act(as_attorney, opinion)
    answer = as_student.get(asked, headers={"If-None-Match": tag})
    told = answer.json()
    assert [one["words"] for one in told["said"]] == ["attorney marked para. 3 as reasoning."]
    assert list(told["rows"]) == ["para-3"]
    assert f'id="annotation-{Annotation.objects.latest("pk").pk}"' in told["rows"]["para-3"]
    assert as_student.get(asked, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert as_attorney.get(asked).json()["said"] == []


def test_a_change_a_move_and_a_removal_are_told_where_they_were(as_student, as_staff, opinion, asked: str):
    one = Annotation.objects.get()
    act(as_staff, opinion, one, kind="rule", quote=HELD)
    told = as_student.get(asked).json()
    assert [one["words"] for one in told["said"]] == ["staff changed the mark “rule” in para. 3."]
    assert sorted(told["rows"]) == ["para-1", "para-3"]
    as_staff.post(reverse("admin:briefs_annotation_remove", args=[one.pk]))
    told = as_student.get(asked).json()
    assert (told["gone"], [one["words"] for one in told["said"]]) == ([one.pk], ["staff took a mark away in para. 3."])
    assert "card" not in told["rows"]["para-3"]


def test_a_pin_changes_the_card_it_is_on(as_student, opinion, staff, asked: str):
    tag = as_student.get(asked)["ETag"]
    hold(Annotation.objects.get(), start_brief(opinion, by=staff), by=staff)
    answer = as_student.get(asked, headers={"If-None-Match": tag})
    assert "holding 1 of" in answer.json()["rows"]["para-1"]


@pytest.mark.parametrize(
    "since", ["", "yesterday", "2020-02-30T00:00:00Z", "2020-01-01T00:00:00", "1970-01-01T00:00:00Z"]
)
def test_a_moment_that_is_none_or_long_ago_is_let_be(as_student: Client, opinion, since: str):
    address = reverse("admin:briefs_opinion_marks", args=[opinion.pk])
    assert as_student.get(f"{address}?since={quote(since)}").status_code == 200


def test_only_members_are_told(anyone: Client, opinion, asked: str):
    assert anyone.get(asked).status_code == 302
