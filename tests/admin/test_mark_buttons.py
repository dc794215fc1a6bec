"""The buttons of a mark, by pages and by the desk's script."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Annotation, Holding
from briefs.workflow.start_brief import start_brief
from tests.admin.forms import said
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
SCRIPT = {"Accept": "application/json"}


def button(name: str, one: Annotation) -> str:
    return reverse(f"admin:briefs_annotation_{name}", args=[one.pk])


def test_a_mark_is_taken_away_and_brought_back_without_scripts(as_student: Client, student):
    opinion = make_opinion(student)
    one = mark(opinion, student, "found no nexus", note="why?")
    page = as_student.post(button("remove", one), follow=True)
    assert said(page) == "Taken away: the mark on “found no nexus”."
    assert not Annotation.objects.exists()
    undo = reverse("admin:briefs_opinion_undo_removal", args=[opinion.pk, page.context["removed"].history_id])
    assert f'action="{undo}"' in page.content.decode()
    back = as_student.post(undo, follow=True)
    assert said(back) == "Brought back: the mark in para. 1."
    assert Annotation.objects.get().note == "why?"
    again = as_student.post(undo, follow=True)
    assert "no mark to bring back" in said(again)


def test_the_script_is_told_how_to_undo(as_student: Client, student):
    opinion = make_opinion(student)
    one = mark(opinion, student, "found no nexus")
    told = as_student.post(button("remove", one), headers=SCRIPT).json()
    assert f"annotation-{one.pk}" not in told["rows"]["para-1"]
    undo = reverse("admin:briefs_opinion_undo_removal", args=[opinion.pk, told["removed"]])
    back = as_student.post(undo, headers=SCRIPT).json()
    assert f'id="annotation-{one.pk}"' in back["rows"]["para-1"]


@pytest.mark.parametrize("asked", ["x", "0", "99999999999999999999999"])
def test_a_removal_that_never_was_is_not_offered_back(as_student: Client, student, asked: str):
    desk = reverse("admin:briefs_opinion_annotate", args=[make_opinion(student).pk])
    assert as_student.get(f"{desk}?removed={asked}").context["removed"] is None


def test_a_pinned_mark_says_why_it_stays(as_student: Client, student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    pinned = Annotation.objects.get()
    why = f"Holding 1 of {brief} is pinned to this passage; unpin it there first."
    refused = as_student.post(button("remove", pinned), headers=SCRIPT)
    assert refused.status_code == 409
    assert refused.json()["refused"] == why
    desk = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    page = as_student.get(f"{desk}?mark={pinned.pk}").content.decode()
    assert f"cannot be deleted: {why}" in page
    assert "Delete this mark" not in page
    assert said(as_student.post(button("remove", pinned), follow=True)) == why


def test_a_mark_goes_into_a_brief_in_one_step(as_student: Client, student, staff):
    opinion = make_opinion(student)
    brief, theirs = start_brief(opinion, by=student), start_brief(opinion, by=staff)
    one = mark(opinion, student, "found no nexus")
    page = as_student.post(button("into_brief", one), {"brief": brief.pk}, follow=True)
    assert said(page) == f"Written: holding 1 of “{brief}” says these words; put them in your own."
    assert as_student.post(button("into_brief", one), {"brief": theirs.pk}).status_code == 403
    for wrong in ("", "x", "0"):
        assert as_student.post(button("into_brief", one), {"brief": wrong}).status_code == 404
    assert Holding.objects.get().brief == brief


def test_staff_keep_one_of_two_people_s_marks(as_student: Client, as_staff: Client, student, attorney):
    opinion = make_opinion(student)
    one, other = mark(opinion, student, "found no nexus"), mark(opinion, attorney, "no nexus", note="theirs")
    desk = f"{reverse('admin:briefs_opinion_annotate', args=[opinion.pk])}?mark={one.pk}"
    offer = "Keep this one, with what attorney said"
    assert offer in as_staff.get(desk).content.decode()
    assert offer not in as_student.get(desk).content.decode()
    assert as_student.post(button("keep", one), {"other": other.pk}).status_code == 403
    assert said(as_staff.post(button("keep", one), {"other": other.pk}, follow=True)).startswith("Kept: ")
    assert Annotation.objects.get().note == "attorney: theirs"


@pytest.mark.parametrize("name", ["remove", "into_brief", "keep"])
def test_a_button_is_pressed_and_never_followed(as_staff: Client, staff, name: str):
    one = mark(make_opinion(staff), staff)
    assert as_staff.get(button(name, one)).status_code == 405
