"""Settling a mark that lost its place: by whom, on which words, once, and never for good without a person."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.text.normalise import normalise
from briefs.workflow.place import accept, bring_back, repin, retire
from briefs.workflow.reanchor import reanchor
from briefs.workflow.refusal import Refused
from tests.rows import HELD, TEXT, make_opinion, mark

pytestmark = pytest.mark.django_db
CHANGED = TEXT.replace("amounts to little more than conjecture", "amounts to mere conjecture")


@pytest.fixture
def lost(student):
    opinion = make_opinion(student)
    made = mark(opinion, student)
    reanchor(opinion, normalise(CHANGED))
    made.refresh_from_db()
    return made


def words(one) -> str:
    one.refresh_from_db()
    one.opinion.refresh_from_db()
    assert one.opinion.text[one.start : one.end] == one.quote
    return one.quote


def test_an_accepted_place_becomes_the_mark_s_own(lost, student):
    accept(lost, by=student, seen=2)
    assert words(lost) == "The Board's reasoning amounts to mere conjecture."
    assert (lost.anchor_state, lost.text_version, lost.proposed_start, lost.score) == ("placed", 2, None, None)
    assert lost.suffix.startswith(" We therefore grant")
    assert lost.history.latest().history_change_reason == "Proposed place accepted"
    assert lost.history.earliest().quote == HELD


def test_other_words_are_pasted_or_chosen(lost, student):
    with pytest.raises(Refused, match="do not stand in the opinion"):
        repin(lost, by=student, quote="words that nobody wrote")
    with pytest.raises(Refused, match="stand in 6 places"):
        repin(lost, by=student, quote="the")
    with pytest.raises(Refused, match="Paste the words"):
        repin(lost, by=student, quote=" ")
    for start, end in ((5, 5), (9, 3), (0, 10**6)):
        with pytest.raises(Refused, match="lies outside"):
            repin(lost, by=student, start=start, end=end)
    repin(lost, by=student, quote="mere conjecture")
    assert words(lost) == "mere conjecture"
    assert lost.anchor_state == "placed"


def test_a_retired_mark_is_kept_and_comes_back_to_wait_or_to_its_words(lost, student):
    retire(lost, by=student)
    assert lost not in lost.opinion.annotations.standing()
    bring_back(lost, by=student)
    assert lost in lost.opinion.annotations.unplaced()
    retire(lost, by=student)
    reanchor(lost.opinion, normalise(TEXT))
    lost.refresh_from_db()
    assert lost.retired_at is not None
    bring_back(lost, by=student)
    assert words(lost) == HELD
    assert (lost.anchor_state, lost.text_version) == ("placed", 3)
    with pytest.raises(Refused, match="brought back already"):
        bring_back(lost, by=student)


def test_a_student_settles_their_own_marks_and_staff_all(lost, student, staff):
    theirs = mark(lost.opinion, staff, "it found no nexus")
    reanchor(lost.opinion, normalise(CHANGED.replace("found no nexus", "found scarcely a nexus")))
    for verb in (accept, retire, bring_back):
        with pytest.raises(PermissionDenied):
            verb(theirs, by=student)
    with pytest.raises(PermissionDenied):
        repin(theirs, by=student, quote="mere conjecture")
    retire(lost, by=staff)
    accept(theirs, by=staff)


def test_what_was_settled_or_replaced_meanwhile_is_not_settled_again(lost, student, staff):
    with pytest.raises(Refused, match="text was replaced meanwhile"):
        accept(lost, by=student, seen=1)
    accept(lost, by=staff, seen=2)
    for verb in (accept, retire):
        with pytest.raises(Refused, match="somebody settled it"):
            verb(lost, by=student, seen=2)
    with pytest.raises(Refused, match="stands on its words"):
        repin(mark(lost.opinion, student, "mere conjecture"), by=student, quote="no nexus")


def test_an_orphan_has_nothing_to_accept(student):
    opinion = make_opinion(student)
    gone = mark(opinion, student)
    reanchor(opinion, normalise("A v. B\n\nOPINION\n\nQuite another text about farm income and its taxes.\n"))
    with pytest.raises(Refused, match="No place is proposed"):
        accept(gone, by=student)
    retire(gone, by=student)
    with pytest.raises(Refused, match="was retired meanwhile"):
        retire(gone, by=student)
