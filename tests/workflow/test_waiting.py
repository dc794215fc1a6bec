"""What waits for whom: a brief waits for an attorney who did not write it, longest waiting first."""

import pytest

from briefs.workflow.publish import publish
from briefs.workflow.submit import submit
from briefs.workflow.waiting import first_things, waiting_for
from briefs.workflow.withdraw import withdraw
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


def names(briefs) -> list[str]:
    return [brief.title for brief in briefs]


def test_the_longest_waiting_comes_first(student, attorney):
    opinion = make_opinion(student)
    second, first = (make_brief(opinion, student, title=title, submitted=False) for title in ("Second", "First"))
    submit(first, by=student)
    submit(second, by=student)
    assert names(waiting_for(attorney).to_approve) == ["First", "Second"]
    assert names(first_things(attorney).briefs) == ["First", "Second"]


def test_an_own_brief_waits_for_another_attorney(attorney):
    make_brief(make_opinion(attorney), attorney, title="Own")
    waiting = waiting_for(attorney)
    assert names(waiting.to_approve) == []
    assert names(waiting.with_others) == ["Own"]
    assert first_things(attorney).briefs == []


def test_a_published_brief_waits_again_only_when_it_is_rewritten(student, attorney):
    brief = make_brief(make_opinion(student), student)
    publish(brief, by=attorney)
    assert names(waiting_for(student).being_written) == []
    brief.refresh_from_db()
    brief.summary = "Rewritten."
    brief.save()
    assert len(waiting_for(student).being_written) == 1
    withdraw(brief, by=attorney, because="No longer good.")
    assert names(waiting_for(student).being_written) == []


def test_a_student_sees_only_their_own(student, staff):
    make_brief(make_opinion(staff), staff)
    assert waiting_for(student).with_others == []
    assert len(waiting_for(staff).with_others) == 1
