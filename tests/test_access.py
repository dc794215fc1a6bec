"""Who may do what, cell by cell."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied

from briefs import access
from briefs.access import may, must
from briefs.models import Annotation, Brief
from tests.house.tree import files, read

RULES = {
    # act: (anyone, student on another's, student on their own, staff, attorney on another's, attorney on their own)
    "edit brief": (False, False, True, True, True, True),
    "submit": (False, False, True, True, True, True),
    "publish": (False, False, False, False, True, False),
    "approve": (False, False, False, False, True, False),
    "sign quotation": (False, False, False, False, True, False),
    "take back": (False, False, True, True, True, True),
    "comment": (False, False, True, True, True, True),
    "resolve comment": (False, False, True, True, True, True),
}
EVERYBODY = {
    "import": (False, True, True, True),
    "annotate": (False, True, True, True),
    "start brief": (False, True, True, True),
    "return": (False, False, False, True),
    "withdraw": (False, False, False, True),
    "release": (False, False, True, True),
    "download": (False, False, True, True),
    "correct text": (False, False, True, True),
    "correct citation": (False, False, True, True),
    "sign findings": (False, False, True, True),
    "hand over": (False, False, True, True),
    "compare annotators": (False, False, True, True),
    "note later law": (False, False, True, True),
    "collect": (False, False, False, True),
}
# Rules with a test of their own below, or beside the verb that asks them.
ELSEWHERE = {"change annotation", "see portfolio", "discard", "see job"}
ASKED = re.compile(r'(?:may|must)(?:\([\w.]+,)? "([\w ]+)"')


@pytest.mark.parametrize("act", RULES)
def test_rules_about_a_brief(act: str, student, staff, attorney):
    cells = (
        (AnonymousUser(), student),
        (student, staff),
        (student, student),
        (staff, student),
        (attorney, student),
        (attorney, attorney),
    )
    assert tuple(may(user, act, Brief(author=author, owner=author)) for user, author in cells) == RULES[act]


@pytest.mark.parametrize("act", EVERYBODY)
def test_rules_about_people_alone(act: str, student, staff, attorney):
    assert tuple(may(user, act) for user in (AnonymousUser(), student, staff, attorney)) == EVERYBODY[act]


def test_every_rule_has_a_row():
    assert set(access.MAY) == {*RULES, *EVERYBODY, *ELSEWHERE}


@pytest.mark.parametrize("act", access.MAY)
def test_nobody_outside_the_clinic_does_anything(act: str, db):
    row = Brief(author_id=1, owner_id=1)
    gone = User(pk=1, is_active=False, is_superuser=True)
    visitor = User.objects.create_user("visitor", is_staff=True)
    assert not any(may(user, act, row) for user in (AnonymousUser(), gone, visitor))


@pytest.mark.parametrize("state", ["in_review", "approved"])
def test_a_student_writes_nothing_while_the_brief_is_with_the_attorneys(student, state: str):
    assert not may(student, "edit brief", Brief(author=student, owner=student, state=state))


def test_a_brief_handed_over_is_its_owner_s_and_approved_by_neither(student, staff, attorney):
    brief = Brief(author=student, owner=staff)
    assert not may(student, "edit brief", brief)
    assert not may(student, "comment", brief)
    assert may(attorney, "approve", brief)
    for mine in (Brief(author=attorney, owner=staff), Brief(author=student, owner=attorney)):
        assert not may(attorney, "approve", mine)
        assert not may(attorney, "publish", mine)
    assert may(attorney, "approve", Brief(author=student, owner=None))


def test_a_student_changes_only_the_marks_they_made(student, staff):
    assert may(student, "change annotation", Annotation(author=student))
    assert not may(student, "change annotation", Annotation(author=staff))
    assert may(staff, "change annotation", Annotation(author=student))


def test_a_portfolio_is_for_the_person_and_for_staff(student, staff):
    assert may(student, "see portfolio", student.pk)
    assert not may(student, "see portfolio", staff.pk)
    assert may(staff, "see portfolio", student.pk)
    assert not may(AnonymousUser(), "see portfolio", student.pk)


@pytest.mark.django_db
def test_somebody_in_no_group_or_gone_is_anyone(django_user_model):
    user = django_user_model.objects.create_user("visitor", is_staff=True)
    assert access.role_of(user) == access.ANYONE
    user.is_superuser, user.is_active = True, False
    assert access.role_of(user) == access.ANYONE


def test_who_may_not_is_told_who_may(student, staff):
    must(staff, "release")
    with pytest.raises(PermissionDenied, match="Only staff and attorneys release opinions"):
        must(student, "release")


def test_every_act_is_asked_for_somewhere_and_no_other():
    ours = [path for path in files(".py", ".html") if path.parts[0] != "tests"]
    asked = {act for path in ours for act in ASKED.findall(read(path))}
    assert asked == set(access.MAY)
