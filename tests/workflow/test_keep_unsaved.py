"""What is typed is kept while it is typed: for its writer alone, and never over words that wait."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Brief, UnsavedWords
from briefs.workflow.keep_unsaved import clear_saved, keep_refused, keep_unsaved, throw_away, unsaved_of
from briefs.workflow.refusal import Refused
from briefs.workflow.submit import submit
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def test_words_are_kept_again_and_again_and_cleared_by_their_save(brief: Brief, student):
    first = keep_unsaved(brief, {"facts": ["One"], "csrfmiddlewaretoken": ["x"], "_save": ["x"]}, by=student)
    second = keep_unsaved(brief, {"facts": ["One two"]}, by=student, following=first)
    assert unsaved_of(brief, student).fields == {"facts": ["One two"]}
    clear_saved(brief, by=student, following=first)
    assert UnsavedWords.objects.count() == 1
    clear_saved(brief, by=student, following=second)
    assert UnsavedWords.objects.count() == 0


def test_nobody_else_is_given_them(brief: Brief, student, staff):
    keep_unsaved(brief, {"facts": ["Mine"]}, by=student)
    assert unsaved_of(brief, staff) is None
    throw_away(brief, by=staff)
    assert unsaved_of(brief, student) is not None


def test_another_window_does_not_wipe_what_waits(brief: Brief, student):
    keep_unsaved(brief, {"facts": ["Typed yesterday"]}, by=student)
    with pytest.raises(Refused, match="another window"):
        keep_unsaved(brief, {"facts": ["Typed today"]}, by=student)
    assert unsaved_of(brief, student).fields["facts"] == ["Typed yesterday"]


def test_what_may_not_be_edited_is_not_kept(brief: Brief, student, django_user_model):
    submit(brief, by=student)
    with pytest.raises(PermissionDenied):
        keep_unsaved(brief, {"facts": ["Late"]}, by=student)
    stranger = django_user_model.objects.create_user("stranger")
    with pytest.raises(PermissionDenied):
        keep_refused(brief, {"facts": ["Not theirs"]}, by=stranger)
    assert not UnsavedWords.objects.exists()


def test_a_character_the_database_does_not_keep_loses_nothing_else(brief: Brief, student):
    keep_unsaved(brief, {"facts": ["A\x00B"]}, by=student)
    assert unsaved_of(brief, student).fields["facts"] == ["AB"]
