"""Approving: the same list of gaps refuses; an approval ends with the first word that is changed."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Brief
from briefs.workflow.approve import approval_stands, approve
from briefs.workflow.hand_over import hand_over
from briefs.workflow.publish import publish
from briefs.workflow.readiness import missing
from briefs.workflow.refusal import Refused
from briefs.workflow.submit import submit
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(student, attorney) -> Brief:
    brief = make_brief(make_opinion(student), student)
    approve(brief, by=attorney)
    return brief


def test_neither_author_nor_owner_approves(attorney, student, staff, django_user_model):
    own = make_brief(make_opinion(attorney), attorney)
    with pytest.raises(PermissionDenied, match="never their own"):
        approve(own, by=attorney)
    hand_over(own, by=staff, to=student)
    with pytest.raises(PermissionDenied, match="never their own"):
        approve(own, by=attorney)


def test_what_is_missing_refuses(student, attorney):
    brief = make_brief(make_opinion(student), student, reasoning="")
    with pytest.raises(Refused) as refused:
        approve(brief, by=attorney)
    assert refused.value.reasons == missing(brief)
    brief.refresh_from_db()
    assert (brief.state, brief.approved_by) == ("in_review", None)


def test_an_edition_names_who_approved_it_and_who_published_it(approved, student, attorney, django_user_model):
    other = django_user_model.objects.create_user("second", is_staff=True, is_superuser=True)
    edition = publish(approved, by=other)
    assert (edition.approved_by, edition.published_by) == (attorney, other)


def test_an_approval_ends_with_the_first_changed_word(approved, staff, student, attorney):
    assert approval_stands(approved)
    approved.clinic_notes = "Only for us."
    approved.save()
    assert approval_stands(approved)  # readers never see the notes
    approved.facts += " One word more."
    approved.save()
    assert not approval_stands(approved)
    with pytest.raises(Refused, match="changed after it was approved"):
        publish(approved, by=attorney)
    approve(approved, by=attorney)
    assert publish(approved, by=attorney).number == 1


def test_a_lapsed_approval_may_be_asked_for_again(approved, staff):
    with pytest.raises(Refused, match="waits to be published"):
        submit(approved, by=staff)
    approved.holdings.update(answer="Changed.")  # past the history: nobody's save
    holding = approved.holdings.get()
    holding.answer = "Changed by a save."
    holding.save()
    submit(approved, by=staff)
    assert (approved.state, approved.approved_by, approved.approved_at) == ("in_review", None, None)
