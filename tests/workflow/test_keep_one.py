"""Two people marked the same words: one mark stays, with what both said."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Annotation, Issue
from briefs.workflow.hold import hold, support
from briefs.workflow.keep_one import keep_one
from briefs.workflow.refusal import Refused
from briefs.workflow.start_brief import start_brief
from tests.rows import make_opinion, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(student, attorney) -> tuple[Annotation, Annotation]:
    opinion = make_opinion(student)
    kept = mark(opinion, student, "found no nexus", note="mine")
    other = mark(opinion, attorney, "because it found no nexus", note="theirs", kind="fact")
    other.issues.add(Issue.objects.get(slug="nexus"))
    return kept, other


def test_the_kept_mark_takes_over_note_issues_and_pins_and_history_keeps_both(two, staff):
    kept, other = two
    brief = start_brief(kept.opinion, by=staff)
    only_other, both = hold(other, brief, by=staff), hold(kept, brief, by=staff)
    support(other, both, by=staff)
    gone = other.pk
    keep_one(kept, other, by=staff)
    kept.refresh_from_db()
    assert kept.note == "mine\nattorney: theirs"
    assert [issue.slug for issue in kept.issues.all()] == ["nexus"]
    assert [pin.annotation for pin in only_other.pins.all()] == [kept]
    assert both.pins.count() == 1
    assert list(Annotation.objects.all()) == [kept]
    assert Annotation.history.filter(id=gone).latest().author.username == "attorney"


def test_only_marks_with_words_in_common_and_only_by_staff(two, student, staff):
    kept, other = two
    with pytest.raises(PermissionDenied):
        keep_one(kept, other, by=student)
    apart = mark(kept.opinion, staff, "timely petition for review")
    for wrong in (apart, kept):
        with pytest.raises(Refused):
            keep_one(kept, wrong, by=staff)
    assert Annotation.objects.count() == 3
