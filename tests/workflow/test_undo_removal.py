"""A mark that was taken away comes back as it was."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Annotation, Issue
from briefs.text.normalise import normalise
from briefs.workflow.annotate import remove_annotation
from briefs.workflow.reanchor import reanchor
from briefs.workflow.refusal import Refused
from briefs.workflow.undo_removal import undo_removal
from tests.rows import TEXT, make_opinion, mark

pytestmark = pytest.mark.django_db


def taken_away(one: Annotation, by) -> int:
    pk = one.pk
    remove_annotation(one, by=by)
    return Annotation.history.filter(id=pk, history_type="-").latest().history_id


def test_it_comes_back_with_its_number_author_moment_and_issues(student, staff):
    opinion = make_opinion(student)
    one = mark(opinion, student, "found no nexus", note="why?")
    one.issues.set(Issue.objects.filter(slug__in=["nexus", "credibility"]))
    was = {name: getattr(one, name) for name in ("pk", "start", "end", "quote", "note", "author_id", "created_at")}
    back = undo_removal(opinion, taken_away(Annotation.objects.get(), staff), by=staff)
    back.refresh_from_db()
    assert {name: getattr(back, name) for name in was} == was
    assert {issue.slug for issue in back.issues.all()} == {"nexus", "credibility"}


def test_it_comes_back_in_its_own_opinion_alone(student, staff):
    opinion = make_opinion(student)
    other = make_opinion(student, text=f"{TEXT}\nAnother.\n", name="another.txt", short_name="Another v. Respondent")
    removal = taken_away(mark(opinion, student, "found no nexus"), staff)
    with pytest.raises(Refused):
        undo_removal(other, removal, by=staff)
    assert not Annotation.objects.exists()


def test_in_a_text_changed_meanwhile_it_is_placed_anew(student):
    opinion = make_opinion(student)
    removal = taken_away(mark(opinion, student, "found no nexus"), student)
    reanchor(opinion, normalise(TEXT.replace("The Board denied", "After a hearing the Board denied")))
    opinion.refresh_from_db()
    back = undo_removal(opinion, removal, by=student)
    assert opinion.text[back.start : back.end] == "found no nexus"
    assert back.anchor_state == "moved"
    assert back.text_version == opinion.text_version


def test_it_comes_back_once_and_only_by_who_may_change_it(student, staff):
    opinion = make_opinion(student)
    removal = taken_away(mark(opinion, staff, "found no nexus"), staff)
    with pytest.raises(PermissionDenied):
        undo_removal(opinion, removal, by=student)
    undo_removal(opinion, removal, by=staff)
    for wrong in (removal, removal + 10**6):
        with pytest.raises(Refused, match="no mark to bring back"):
            undo_removal(opinion, wrong, by=staff)
    assert Annotation.objects.count() == 1
