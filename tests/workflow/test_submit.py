"""A brief on its way: submitted, taken back, returned; each step by whom it belongs to, on the brief as it is."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Brief
from briefs.workflow.approve import approve
from briefs.workflow.hand_over import hand_over
from briefs.workflow.publish import publish
from briefs.workflow.refusal import Refused
from briefs.workflow.submit import send_back, submit, take_back
from briefs.workflow.withdraw import withdraw
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


def state_of(brief: Brief) -> str:
    return Brief.objects.get(pk=brief.pk).state


@pytest.fixture
def draft(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def test_the_whole_way(draft, student, attorney):
    submit(draft, by=student)
    assert (state_of(draft), bool(draft.submitted_at)) == ("in_review", True)
    send_back(draft, by=attorney, because="  Say who bore the burden. ")
    assert (state_of(draft), draft.returned_because) == ("returned", "Say who bore the burden.")
    submit(draft, by=student)
    approve(draft, by=attorney)
    assert (state_of(draft), draft.approved_by, draft.returned_because) == ("approved", attorney, "")
    publish(draft, by=attorney)
    assert state_of(draft) == "published"
    withdraw(draft, by=attorney, because="The court amended its opinion.")
    assert state_of(draft) == "withdrawn"


# state -> verb -> what the verb says no with; a verb that is not named here works from that state
REFUSED = {
    "draft": {
        "take_back": "Only a brief in review can be taken back",
        "send_back": "can be returned",
        "approve": "has not been submitted",
        "publish": "has not been submitted",
        "withdraw": "is not published",
    },
    "in_review": {"submit": "in review already", "withdraw": "is not published"},
    "returned": {
        "take_back": "Only a brief in review can be taken back",
        "send_back": "can be returned",
        "approve": "has not been submitted",
        "publish": "has not been submitted",
        "withdraw": "is not published",
    },
    "approved": {
        "submit": "waits to be published",
        "take_back": "Only a brief in review can be taken back",
        "withdraw": "is not published",
    },
    "published": {
        "take_back": "Only a brief in review can be taken back",
        "send_back": "can be returned",
        "approve": "has not been submitted",
        "publish": "has not been submitted",
    },
    "withdrawn": {
        "take_back": "Only a brief in review can be taken back",
        "send_back": "can be returned",
        "approve": "has not been submitted",
        "publish": "has not been submitted",
        "withdraw": "is not published",
    },
}


@pytest.fixture
def verbs(student, attorney) -> dict:
    return {
        "submit": lambda brief: submit(brief, by=student),
        "take_back": lambda brief: take_back(brief, by=student),
        "send_back": lambda brief: send_back(brief, by=attorney, because="Mend it."),
        "approve": lambda brief: approve(brief, by=attorney),
        "publish": lambda brief: publish(brief, by=attorney),
        "withdraw": lambda brief: withdraw(brief, by=attorney, because="Amended."),
    }


TO = {
    "draft": (),
    "in_review": ("submit",),
    "returned": ("submit", "send_back"),
    "approved": ("submit", "approve"),
    "published": ("submit", "publish"),
    "withdrawn": ("submit", "publish", "withdraw"),
}


@pytest.mark.parametrize("state", TO)
@pytest.mark.parametrize("verb", ["submit", "take_back", "send_back", "approve", "publish", "withdraw"])
def test_each_verb_from_each_state(draft, verbs, state: str, verb: str):
    for step in TO[state]:
        verbs[step](draft)
    assert state_of(draft) == state
    no = REFUSED[state].get(verb)
    if no is None:
        verbs[verb](draft)
        return
    with pytest.raises(Refused, match=no):
        verbs[verb](draft)
    assert state_of(draft) == state


def test_who_may_not(draft, student, staff, attorney, django_user_model):
    with pytest.raises(PermissionDenied):
        submit(draft, by=django_user_model.objects.create_user("visitor", is_staff=True))
    submit(draft, by=student)
    for person in (student, staff):
        with pytest.raises(PermissionDenied):
            send_back(draft, by=person, because="No.")
        with pytest.raises(PermissionDenied):
            approve(draft, by=person)
        with pytest.raises(PermissionDenied):
            withdraw(draft, by=person, because="No.")
    assert state_of(draft) == "in_review"


def test_a_return_says_why(draft, student, attorney):
    submit(draft, by=student)
    with pytest.raises(Refused, match="Say what is to be mended"):
        send_back(draft, by=attorney, because=" \n ")


def test_a_page_opened_before_a_decision_does_not_undo_it(draft, student, attorney):
    submit(draft, by=student)
    opened_before = Brief.objects.get(pk=draft.pk)
    approve(draft, by=attorney)
    with pytest.raises(Refused):
        take_back(opened_before, by=student)
    assert state_of(draft) == "approved"


def test_an_owner_meanwhile_is_judged_as_the_owner_they_are(draft, student, staff, attorney):
    submit(draft, by=student)
    opened_before = Brief.objects.get(pk=draft.pk)
    hand_over(draft, by=staff, to=attorney)
    with pytest.raises(PermissionDenied, match="never their own"):
        approve(opened_before, by=attorney)
    with pytest.raises(PermissionDenied):  # it is the student's no longer
        take_back(opened_before, by=student)


def test_a_brief_without_a_holding_is_not_submitted(draft, student):
    draft.holdings.all().delete()
    with pytest.raises(Refused, match="at least one holding"):
        submit(draft, by=student)
