"""One change of the law, noted wherever it bears; a published brief then waits in the queue until it is cleared."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from briefs.models import Authority, Brief, Issue, LawFlag
from briefs.workflow.note_later_law import note_later_law, perhaps_affected
from briefs.workflow.publish import publish
from briefs.workflow.refusal import Refused
from briefs.workflow.waiting import waiting_for
from briefs.workflow.withdraw import withdraw
from tests.rows import make_brief, make_opinion, republish

pytestmark = pytest.mark.django_db
TOLD = {"kind": "doubted", "note": "See Later v. Case, 1 U.S. 1 (2026)."}


@pytest.fixture
def brief(student, attorney) -> Brief:
    brief = make_brief(make_opinion(student), student)
    publish(brief, by=attorney)
    return Brief.objects.get(pk=brief.pk)


def test_briefs_are_found_by_issue_with_those_above_it_and_by_authority(brief):
    nexus = Issue.objects.get(slug="nexus")
    assert [one.brief for one in perhaps_affected(nexus)] == [brief]
    assert [one.brief for one in perhaps_affected(nexus.parent)] == [brief]
    assert perhaps_affected(Issue.objects.get(slug="exhaustion")) == []
    tagged = perhaps_affected(Issue.objects.get(slug="speculation"))
    assert [(one.brief, [holding.number for holding in one.holdings]) for one in tagged] == [(brief, [1])]
    cited = perhaps_affected(Authority.objects.get(key="case:883:F.2d:788"))
    assert [(one.brief, one.why) for one in cited] == [(brief, "The brief cites it")]


def test_a_published_brief_waits_until_the_change_is_cleared_or_published_again(brief, staff, attorney):
    assert waiting_for(staff).later_law == []
    assert note_later_law([str(brief.pk), f"{brief.pk}:1"], by=staff, **TOLD) == 2
    assert waiting_for(staff).later_law == [brief]
    assert note_later_law([f"{brief.pk}:1"], by=staff, **TOLD) == 0  # the same note is not put there twice
    republish(brief, by=attorney)
    assert waiting_for(staff).later_law == []


def test_a_withdrawn_brief_is_not_offered(brief, attorney):
    withdraw(brief, by=attorney, because="Amended.")
    assert perhaps_affected(Issue.objects.get(slug="nexus")) == []
    assert perhaps_affected(Authority.objects.get(key="case:883:F.2d:788")) == []


def test_clearing_takes_initials_and_a_source(brief, staff):
    note_later_law([str(brief.pk)], by=staff, **TOLD)
    flag = LawFlag.objects.get()
    flag.cleared_on = datetime.date(2026, 11, 1)
    for given in ({"cleared_by": "", "cleared_source": "1 U.S. 1"}, {"cleared_by": "A.B.", "cleared_source": ""}):
        flag.cleared_by, flag.cleared_source = given["cleared_by"], given["cleared_source"]
        with pytest.raises(IntegrityError), transaction.atomic():
            flag.save()
    flag.cleared_source = "1 U.S. 1"
    flag.save()
    assert waiting_for(staff).later_law == []


@pytest.mark.parametrize(
    ("places", "told", "why"),
    [
        ([], TOLD, "Tick"),
        (["own"], TOLD | {"note": " "}, "Say what changed"),
        (["own"], TOLD | {"kind": "gone"}, "Choose what happened"),
        (["own", "0"], TOLD, "is not there"),
        (["own:7"], TOLD, "is not there"),
        (["own:x"], TOLD, "is not there"),
        (["9" * 40], TOLD, "is not there"),
        (["own"], TOLD | {"applies_when": "x" * 201}, "at most 200"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_noted(brief, staff, places, told, why):
    with pytest.raises(Refused, match=why):
        note_later_law([place.replace("own", str(brief.pk)) for place in places], by=staff, **told)
    assert not LawFlag.objects.exists()


def test_students_do_not_note_it_on_many_at_once(brief, student):
    with pytest.raises(PermissionDenied):
        note_later_law([str(brief.pk)], by=student, **TOLD)
