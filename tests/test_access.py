"""Who may do what, cell by cell."""

import pytest
from django.contrib.auth.models import AnonymousUser, User

from briefs import access
from briefs.models import Annotation, Brief

RULES = {
    # rule: (anyone, student on another's, student on their own, staff, attorney on another's, attorney on their own)
    "may_edit_brief": (False, False, True, True, True, True),
    "may_submit": (False, False, True, True, True, True),
    "may_publish": (False, False, False, False, True, False),
    "may_approve": (False, False, False, False, True, False),
    "may_sign_quotation": (False, False, False, False, True, False),
    "may_take_back": (False, False, True, True, True, True),
    "may_comment": (False, False, True, True, True, True),
    "may_resolve_comment": (False, False, True, True, True, True),
}
EVERYBODY = {
    "may_import": (False, True, True, True),
    "may_annotate": (False, True, True, True),
    "may_start_brief": (False, True, True, True),
    "may_return": (False, False, False, True),
    "may_withdraw": (False, False, False, True),
    "may_release": (False, False, True, True),
    "may_download": (False, False, True, True),
    "may_correct_text": (False, False, True, True),
    "may_correct_citation": (False, False, True, True),
    "may_sign_findings": (False, False, True, True),
    "may_hand_over": (False, False, True, True),
    "may_compare_annotators": (False, False, True, True),
    "may_note_later_law": (False, False, True, True),
    "may_collect": (False, False, False, True),
}
# Rules with a test of their own below, or beside the verb that asks them.
ELSEWHERE = {"may_change_annotation", "may_see_portfolio", "may_discard", "may_see_job"}


@pytest.mark.parametrize("rule", RULES)
def test_rules_about_a_brief(rule: str, student, staff, attorney):
    allowed = getattr(access, rule)
    cells = (
        (AnonymousUser(), student),
        (student, staff),
        (student, student),
        (staff, student),
        (attorney, student),
        (attorney, attorney),
    )
    assert tuple(allowed(user, Brief(author=author, owner=author)) for user, author in cells) == RULES[rule]


@pytest.mark.parametrize("rule", EVERYBODY)
def test_rules_about_people_alone(rule: str, student, staff, attorney):
    allowed = getattr(access, rule)
    assert tuple(map(allowed, (AnonymousUser(), student, staff, attorney))) == EVERYBODY[rule]


def test_every_rule_has_a_row():
    rules = {name for name in dir(access) if name.startswith("may_")}
    assert rules == {*RULES, *EVERYBODY, *ELSEWHERE}


@pytest.mark.parametrize("act", access.MAY)
def test_nobody_outside_the_clinic_does_anything(act: str, db):
    row = Brief(author_id=1, owner_id=1)
    gone = User(pk=1, is_active=False, is_superuser=True)
    visitor = User.objects.create_user("visitor", is_staff=True)
    assert not any(access.may(user, act, row) for user in (AnonymousUser(), gone, visitor))


@pytest.mark.parametrize("state", ["in_review", "approved"])
def test_a_student_writes_nothing_while_the_brief_is_with_the_attorneys(student, state: str):
    assert not access.may_edit_brief(student, Brief(author=student, owner=student, state=state))


def test_a_brief_handed_over_is_its_owner_s_and_approved_by_neither(student, staff, attorney):
    brief = Brief(author=student, owner=staff)
    assert not access.may_edit_brief(student, brief)
    assert not access.may_comment(student, brief)
    assert access.may_approve(attorney, brief)
    for mine in (Brief(author=attorney, owner=staff), Brief(author=student, owner=attorney)):
        assert not access.may_approve(attorney, mine)
        assert not access.may_publish(attorney, mine)
    assert access.may_approve(attorney, Brief(author=student, owner=None))


def test_a_student_changes_only_the_marks_they_made(student, staff):
    assert access.may_change_annotation(student, Annotation(author=student))
    assert not access.may_change_annotation(student, Annotation(author=staff))
    assert access.may_change_annotation(staff, Annotation(author=student))


def test_a_portfolio_is_for_the_person_and_for_staff(student, staff):
    assert access.may_see_portfolio(student, student.pk)
    assert not access.may_see_portfolio(student, staff.pk)
    assert access.may_see_portfolio(staff, student.pk)
    assert not access.may_see_portfolio(AnonymousUser(), student.pk)


@pytest.mark.django_db
def test_somebody_in_no_group_or_gone_is_anyone(django_user_model):
    user = django_user_model.objects.create_user("visitor", is_staff=True)
    assert access.role_of(user) == access.ANYONE
    user.is_superuser, user.is_active = True, False
    assert access.role_of(user) == access.ANYONE
