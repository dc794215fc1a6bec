"""Where a brief stands, and which steps make sense from there: only those are offered."""

import pytest

from briefs.models import Brief, Holding
from briefs.models.vocabulary import Weight
from briefs.workflow.publish import publish
from briefs.workflow.standing import called, counted, standing
from briefs.workflow.submit import send_back, submit
from briefs.workflow.withdraw import withdraw
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db
STEPS = ("submit", "publish", "return", "withdraw")


def steps(brief: Brief, user) -> list[str]:
    found = standing(Brief.objects.get(pk=brief.pk), user)
    return [step for step in STEPS if getattr(found, f"may_{step}")]


def test_the_steps_follow_the_state_and_the_person(student, staff, attorney):
    brief = make_brief(make_opinion(student), student, submitted=False)
    assert steps(brief, student) == steps(brief, staff) == steps(brief, attorney) == ["submit"]
    submit(brief, by=student)
    assert steps(brief, student) == steps(brief, staff) == []
    assert steps(brief, attorney) == ["publish", "return"]
    send_back(brief, by=attorney, because="Mend it.")
    assert (steps(brief, student), steps(brief, attorney)) == (["submit"], ["submit"])
    submit(brief, by=student)
    publish(brief, by=attorney)
    assert (steps(brief, student), steps(brief, attorney)) == ([], ["withdraw"])
    brief.refresh_from_db()
    brief.facts = "Rewritten."
    brief.save()
    assert (steps(brief, student), steps(brief, attorney)) == (["submit"], ["submit", "withdraw"])
    withdraw(brief, by=attorney, because="The court amended its opinion.")
    assert (steps(brief, student), steps(brief, attorney)) == (["submit"], ["submit"])


def test_nobody_is_offered_to_publish_their_own(attorney):
    brief = make_brief(make_opinion(attorney), attorney)
    assert steps(brief, attorney) == ["return"]
    assert standing(brief, attorney).waits_for_another


def test_a_brief_that_states_nothing_cannot_be_submitted_and_says_so(student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    assert standing(brief, student).unready == ""
    brief.holdings.all().delete()
    assert standing(brief, student).unready == "Write at least one holding before submitting the brief."


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        (Weight.HOLDING, "holding 3"),
        (Weight.DISSENT, "proposition 3 (dissent)"),
        (Weight.CONCURRENCE, "proposition 3 (concurrence)"),
    ],
)
def test_only_what_the_court_said_is_called_a_holding(weight: Weight, words: str):
    assert called(Holding(number=3, weight=weight)) == words


@pytest.mark.parametrize(
    ("holdings", "propositions", "words"),
    [(13, 0, "13 holdings"), (0, 6, "6 propositions"), (2, 1, "2 holdings, 1 proposition"), (0, 0, "nothing held yet")],
)
def test_holdings_and_propositions_are_counted_apart(holdings: int, propositions: int, words: str):
    assert counted(holdings, propositions) == words
