"""Handing briefs over: all that were ticked or none, and only to those who can sign in and write."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from briefs.access import may
from briefs.models import Brief
from briefs.workflow.hand_over import hand_over, hand_over_all, members
from briefs.workflow.refusal import Refused
from briefs.workflow.waiting import waiting_for
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def owner_of(brief: Brief) -> str | None:
    owner = Brief.objects.get(pk=brief.pk).owner
    return owner.username if owner else None


def test_whom_it_is_handed_to_writes_it_and_the_author_no_longer(brief, student, staff, django_user_model):
    new = django_user_model.objects.create_user("newcomer", is_staff=True)
    new.groups.set(student.groups.all())
    hand_over(brief, by=staff, to=new)
    brief.refresh_from_db()
    assert (brief.author, brief.owner) == (student, new)
    assert may(new, "edit brief", brief)
    assert not may(student, "edit brief", brief)
    assert waiting_for(new).being_written == [brief]
    assert waiting_for(student).being_written == []


def test_only_staff_hand_over(brief, student, staff, attorney):
    with pytest.raises(PermissionDenied):
        hand_over(brief, by=student, to=None)
    with pytest.raises(PermissionDenied):
        hand_over_all([str(brief.pk)], by=student, to=str(student.pk))
    hand_over(brief, by=attorney, to=None)
    assert owner_of(brief) is None


def test_an_account_outside_the_clinic_is_given_nothing(brief, staff, django_user_model):
    with pytest.raises(Refused, match="Choose a member"):
        hand_over(brief, by=staff, to=django_user_model.objects.create_user("visitor", is_staff=True))
    assert owner_of(brief) == "student"


def test_members_are_those_who_can_sign_in(student, staff, attorney, django_user_model):
    django_user_model.objects.create_user("visitor", is_staff=True)
    student.is_active = False
    student.save()
    assert [person.username for person in members()] == ["attorney", "staff"]


@pytest.mark.parametrize(
    ("keys", "to", "why"),
    [
        ([], "staff", "Tick the briefs"),
        (["own", "0"], "staff", "One of the briefs is not there"),
        (["own", "x"], "staff", "One of the briefs is not there"),
        (["own", "9" * 30], "staff", "One of the briefs is not there"),
        (["own"], "0", "Choose a member"),
        (["own"], "-", "Choose a member"),
        (["own"], "gone", "Choose a member"),
    ],
)
def test_all_or_none(brief, staff, student, keys, to, why):
    gone = User.objects.create_user("gone", is_staff=True, is_active=False)
    gone.groups.set(student.groups.all())
    named = {"own": str(brief.pk), "staff": str(staff.pk), "gone": str(gone.pk)}
    with pytest.raises(Refused, match=why):
        hand_over_all([named.get(key, key) for key in keys], by=staff, to=named.get(to, to))
    assert owner_of(brief) == "student"


def test_a_student_who_leaves_leaves_briefs_without_owner(brief, student, staff):
    assert waiting_for(staff).ownerless == []
    student.is_active = False
    student.save()
    assert waiting_for(staff).ownerless == [brief]
    assert hand_over_all([str(brief.pk)], by=staff, to=str(staff.pk)) == 1
    assert waiting_for(staff).ownerless == []


def test_handing_over_is_in_the_history_once(brief, staff):
    before = brief.history.count()
    hand_over(brief, by=staff, to=staff)
    hand_over(brief, by=staff, to=staff)
    assert brief.history.count() == before + 1
