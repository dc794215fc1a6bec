"""Who may do what, cell by cell."""

import pytest
from django.contrib.auth.models import AnonymousUser

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
    "may_return": (False, False, False, True),
    "may_withdraw": (False, False, False, True),
    "may_release": (False, False, True, True),
    "may_download": (False, False, True, True),
}


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


def test_a_student_writes_nothing_while_the_brief_is_in_review(student):
    assert not access.may_edit_brief(student, Brief(author=student, owner=student, state="in_review"))


def test_a_student_changes_only_the_marks_they_made(student, staff):
    assert access.may_change_annotation(student, Annotation(author=student))
    assert not access.may_change_annotation(student, Annotation(author=staff))
    assert access.may_change_annotation(staff, Annotation(author=student))


@pytest.mark.django_db
def test_somebody_in_no_group_or_gone_is_anyone(django_user_model):
    user = django_user_model.objects.create_user("visitor", is_staff=True)
    assert access.role_of(user) == access.ANYONE
    user.is_superuser, user.is_active = True, False
    assert access.role_of(user) == access.ANYONE
