"""Bringing words back: any field of a brief or holding, to any version; a lost holding whole, with its pins."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Brief, Issue
from briefs.workflow.approve import approval_stands, approve
from briefs.workflow.refusal import Refused
from briefs.workflow.restore import bring_back, restore
from briefs.workflow.submit import submit
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def first_of(row) -> int:
    return row.history.earliest().history_id


def rewrite(row, **words) -> None:
    for name, value in words.items():
        setattr(row, name, value)
    row.save()


def test_a_section_says_again_what_it_said_and_nothing_else_changes(brief, student):
    before = brief.facts
    version = brief.history.latest().history_id
    rewrite(brief, facts="Other facts.", reasoning="Other reasoning.")
    kept = brief.history.count()
    restore(brief, by=student, noun="brief", version=version, field="facts")
    brief.refresh_from_db()
    assert (brief.facts, brief.reasoning) == (before, "Other reasoning.")
    assert brief.history.count() == kept + 1  # and what it said meanwhile can be brought back in its turn


def test_a_holding_says_again_what_it_said(brief, student):
    holding = brief.holdings.get()
    before, version = holding.answer, holding.history.latest().history_id
    rewrite(holding, answer="Yes.")
    restore(brief, by=student, noun="holding", version=version, field="answer")
    holding.refresh_from_db()
    assert holding.answer == before


def test_tags_come_back_and_a_merged_one_as_what_it_was_merged_into(brief, student):
    version = brief.history.latest().history_id
    brief.issues.clear()
    nexus, into = Issue.objects.get(slug="nexus"), Issue.objects.get(slug="exhaustion")
    nexus.merged_into = into
    nexus.save()
    restore(brief, by=student, noun="brief", version=version, field="issues")
    assert list(brief.issues.all()) == [into]


@pytest.mark.parametrize(
    ("noun", "field"),
    [
        *(("brief", name) for name in ("state", "author", "owner", "approved_by", "slug", "opinion", "changed_at")),
        *(("holding", name) for name in ("number", "brief", "id")),
        *(("pin", "annotation"), ("", ""), ("comment", "text")),
    ],
)
def test_where_it_stands_and_whose_it_is_are_not_brought_back(brief, student, noun: str, field: str):
    with pytest.raises(Refused, match="cannot be brought back here"):
        restore(brief, by=student, noun=noun, version=first_of(brief), field=field)


def test_another_brief_s_versions_are_none_of_this_one_s(brief, student, staff):
    other = make_brief(make_opinion(student), staff, submitted=False, facts="Theirs alone.")
    holding = other.holdings.get()
    with pytest.raises(Refused, match="no such version"):
        restore(brief, by=student, noun="brief", version=first_of(other), field="facts")
    with pytest.raises(Refused, match="no such version"):
        restore(brief, by=student, noun="holding", version=first_of(holding), field="answer")
    version = holding.history.latest().history_id
    holding.delete()
    with pytest.raises(Refused, match="no such holding"):
        bring_back(brief, by=student, version=version + 1)


def test_only_whoever_may_edit_brings_back(brief, student, staff, attorney):
    other = make_brief(make_opinion(student), staff, submitted=False)
    with pytest.raises(PermissionDenied):
        restore(other, by=student, noun="brief", version=first_of(other), field="facts")
    brief.state, brief.submitted_at = "in_review", brief.created_at
    brief.save()
    with pytest.raises(PermissionDenied):
        restore(brief, by=student, noun="brief", version=first_of(brief), field="facts")
    restore(brief, by=attorney, noun="brief", version=first_of(brief), field="facts")


def test_what_no_longer_fits_beside_its_pins_is_refused_with_a_sentence(brief, student):
    holding = brief.holdings.get()
    pins = list(holding.pins.all())
    holding.pins.all().delete()
    rewrite(holding, weight="dissent", outcome="none")
    version = holding.history.latest().history_id
    rewrite(holding, weight="holding")
    for pin in pins:
        pin.pk = None
        pin.save()
    with pytest.raises(Refused, match="weighs “dissent”"):
        restore(brief, by=student, noun="holding", version=version, field="weight")
    holding.refresh_from_db()
    assert holding.weight == "holding"


def test_a_lost_holding_comes_back_whole(brief, student):
    holding = brief.holdings.get()
    before = (holding.pk, holding.number, holding.question, holding.answer, holding.outcome)
    tags, marks = set(holding.issues.all()), [pin.annotation for pin in holding.pins.all()]
    comment = brief.comments.create(holding=holding, text="On it.", author=student)
    holding.delete()
    version = holding.history.model.objects.filter(history_type="-").latest().history_id
    with pytest.raises(Refused, match="bring the whole holding back first"):
        restore(brief, by=student, noun="holding", version=version, field="answer")
    back = bring_back(brief, by=student, version=version)
    assert (back.pk, back.number, back.question, back.answer, back.outcome) == before
    assert (set(back.issues.all()), [pin.annotation for pin in back.pins.all()]) == (tags, marks)
    comment.refresh_from_db()
    assert comment.text == "On it."
    with pytest.raises(Refused, match="back already"):
        bring_back(brief, by=student, version=version)


def test_a_lost_holding_whose_number_is_taken_gets_the_next(brief, student):
    holding = brief.holdings.get()
    holding.delete()
    brief.holdings.create(number=1, answer="In its place.")
    version = holding.history.model.objects.filter(history_type="-").latest().history_id
    assert bring_back(brief, by=student, version=version).number == 2


def test_bringing_words_back_ends_an_approval(brief, student, staff, attorney):
    version = brief.history.latest().history_id
    rewrite(brief, facts="The Board “found no nexus” at all.")
    submit(brief, by=student)
    approve(brief, by=attorney)
    restore(brief, by=staff, noun="brief", version=version, field="facts")
    brief.refresh_from_db()
    assert not approval_stands(brief)
