"""Pinning a holding to passages, correcting a citation, and throwing a waiting file away."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Authority, Citation, Source
from briefs.workflow.cite import cite
from briefs.workflow.correct import correct
from briefs.workflow.discard import discard
from briefs.workflow.pin import pin
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from tests.rows import TEXT, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(student):
    return make_brief(make_opinion(student), student, submitted=False)


def pinned(holding) -> list:
    return [row.annotation for row in holding.pins.order_by("position")]


def test_pins_stand_in_the_order_of_the_text(student, brief):
    holding = brief.holdings.get()
    late, early = mark(brief.opinion, student, "grant the petition"), mark(brief.opinion, student, "no nexus")
    pin(holding, [late, early], by=student)
    assert pinned(holding) == [early, late]
    pin(holding, [late], by=student)
    assert pinned(holding) == [late]
    assert holding.pins.get().position == 0


def test_a_passage_of_another_case_supports_nothing_here(student, brief):
    other = make_opinion(student, text="Some v. Other\n\nOPINION\n\nQuite another matter.\n", name="other.txt")
    before = pinned(brief.holdings.get())
    with pytest.raises(Refused, match="only to passages of the case"):
        pin(brief.holdings.get(), [mark(other, student, "Quite another matter.")], by=student)
    assert pinned(brief.holdings.get()) == before


def test_words_that_are_not_the_court_s_support_no_holding(student, brief):
    agency = mark(brief.opinion, student, "no nexus", voice="agency")
    before = pinned(brief.holdings.get())
    with pytest.raises(Refused, match="in the voice “agency”"):
        pin(brief.holdings.get(), [agency], by=student)
    assert pinned(brief.holdings.get()) == before


def test_a_student_pins_only_in_their_own_brief(student, staff, brief):
    theirs = make_brief(brief.opinion, staff, submitted=False)
    with pytest.raises(PermissionDenied):
        pin(theirs.holdings.get(), [], by=student)
    pin(brief.holdings.get(), [], by=staff)
    assert pinned(brief.holdings.get()) == []


def test_a_corrected_citation_survives_the_next_run(staff, student):
    opinion = make_opinion(student)
    citation = Citation.objects.get(authority__key="case:883:F.2d:788")
    other = Authority.objects.exclude(pk=citation.authority_id).first()
    with pytest.raises(PermissionDenied):
        correct(citation, other, by=student)
    correct(citation, other, by=staff)
    cite(opinion)
    kept = Citation.objects.get(start=citation.start, opinion=opinion)
    assert (kept.authority, kept.corrected_by) == (other, staff)


def test_a_correction_follows_a_merged_authority_and_may_say_that_nothing_is_cited(staff):
    make_opinion(staff)
    citation, other = Citation.objects.first(), Authority.objects.last()
    gone = Authority.objects.create(kind="case", key="case:1:X:2", slug="x", cite="1 X 2", merged_into=other)
    correct(citation, gone, by=staff)
    assert citation.authority == other
    correct(citation, None, by=staff)
    citation.refresh_from_db()
    assert (citation.authority, citation.corrected_by) == (None, staff)


def test_a_waiting_file_is_thrown_away_by_who_brought_it_or_staff(student, staff):
    own, theirs = receive("own.txt", b"Some words.", by=student), receive("theirs.txt", b"Other words.", by=staff)
    with pytest.raises(PermissionDenied):
        discard(theirs, by=student)
    discard(own, by=student)
    discard(theirs, by=staff)
    assert not Source.objects.exists()
    with pytest.raises(Refused, match="kept as it came"):
        discard(make_opinion(staff, text=TEXT).source, by=staff)
