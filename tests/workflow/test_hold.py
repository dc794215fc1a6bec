"""A marked passage put to use: the next holding, pinned and weighed by whose words it is."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Annotation, Holding, Issue
from briefs.workflow.annotate import annotate
from briefs.workflow.hold import hold, hold_marked, quoted, support
from briefs.workflow.refusal import Refused
from briefs.workflow.start_brief import start_brief
from briefs.workflow.submit import submit
from tests.rows import HELD, TEXT, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


def test_the_next_holding_quotes_the_passage_is_pinned_to_it_and_has_its_issues(student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    one = mark(opinion, student, "found no nexus", kind="holding")
    one.issues.add(Issue.objects.get(slug="nexus"))
    made = hold(one, brief, by=student)
    assert (made.number, made.answer, made.weight) == (2, "“found no nexus”", "holding")
    assert [pin.annotation for pin in made.pins.all()] == [one]
    assert [issue.slug for issue in made.issues.all()] == ["nexus"]
    assert hold(one, brief, by=student, answer="There was none.").answer == "There was none."
    assert one.pins.count() == 2


@pytest.mark.parametrize(
    ("opinion_kind", "kind", "weight"),
    [
        ("lead", "holding", "holding"),
        ("lead", "reasoning", "holding"),
        ("lead", "dicta", "dicta"),
        ("lead", "rule", "rule"),
        ("dissent", "reasoning", "dissent"),
        ("dissent", "dicta", "dissent"),
        ("concurrence", "rule", "concurrence"),
        ("concurrence_in_part", "rule", "concurrence"),
    ],
)
def test_a_proposition_weighs_by_whose_writing_it_is_first(student, opinion_kind: str, kind: str, weight: str):
    opinion = make_opinion(student, opinion_kind=opinion_kind)
    assert hold(mark(opinion, student, kind=kind), start_brief(opinion, by=student), by=student).weight == weight


def test_words_that_are_not_the_court_s_make_no_holding(student):
    opinion = make_opinion(student)
    brief = start_brief(opinion, by=student)
    agency = mark(opinion, student, "found no nexus", voice="agency")
    with pytest.raises(Refused, match="in the voice"):
        hold(agency, brief, by=student)
    with pytest.raises(Refused, match="in the voice"):
        annotate(opinion, by=student, quote="timely", kind="fact", voice="party", used_in=brief)
    assert not Holding.objects.exists()


def test_a_refused_holding_takes_its_new_mark_back_with_it(student):
    opinion = make_opinion(student)
    with pytest.raises(Refused):
        annotate(
            opinion, by=student, quote="timely", kind="fact", voice="party", used_in=start_brief(opinion, by=student)
        )
    assert not Annotation.objects.exists()


def test_only_of_the_case_that_is_briefed_and_by_who_may_write_there(student, staff, attorney):
    opinion = make_opinion(student)
    other = make_opinion(student, text=TEXT.replace("conjecture", "guessing"), name="other.txt", docket_numbers=["9"])
    one = mark(opinion, student)
    brief = start_brief(opinion, by=student)
    if other.case_id != opinion.case_id:
        with pytest.raises(Refused, match="of the case that is briefed"):
            hold(one, start_brief(other, by=student), by=student)
    with pytest.raises(PermissionDenied):
        hold(one, start_brief(opinion, by=staff), by=student)
    full = make_brief(opinion, student, submitted=False)
    submit(full, by=student)
    with pytest.raises(PermissionDenied):
        hold(one, full, by=student)
    assert hold(one, brief, by=attorney).number == 1


def test_a_passage_supports_a_holding_beside_those_that_do(student):
    opinion = make_opinion(student)
    holding = make_brief(opinion, student, submitted=False).holdings.get()
    one = mark(opinion, student, "found no nexus")
    support(one, holding, by=student)
    assert {pin.annotation.quote for pin in holding.pins.all()} == {HELD, "found no nexus"}
    support(one, holding, by=student)
    assert holding.pins.count() == 2


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("found no\nnexus", "“found no nexus”"),
        ('He "saw" it', "“He 'saw' it”"),
        ("It is “clear” now", "“It is ‘clear’ now”"),
    ],
)
def test_words_are_quoted_on_one_line_with_single_marks_inside(words: str, answer: str):
    assert quoted(words) == answer


def test_every_passage_marked_as_a_holding_becomes_one_in_the_order_of_the_text(student):
    opinion = make_opinion(student)
    brief = start_brief(opinion, by=student)
    last, first = mark(opinion, student, kind="holding"), mark(opinion, student, "found no nexus", kind="holding")
    mark(opinion, student, "timely", kind="fact")
    first.issues.add(Issue.objects.get(slug="nexus"))
    made = hold_marked(brief, by=student)
    assert [[pin.annotation for pin in one.pins.all()] for one in made] == [[first], [last]]
    assert [(one.number, one.answer) for one in made] == [(1, "“found no nexus”"), (2, quoted(last.quote))]
    assert [issue.slug for issue in made[0].issues.all()] == ["nexus"]
    with pytest.raises(Refused, match="No passage is marked as a holding"):
        hold_marked(brief, by=student)


def test_a_mark_without_its_place_becomes_no_holding_and_nobody_writes_in_another_s_brief(student, attorney):
    opinion = make_opinion(student)
    lost = mark(opinion, student, kind="holding")
    Annotation.objects.filter(pk=lost.pk).update(anchor_state="orphan")
    with pytest.raises(Refused, match="No passage is marked as a holding"):
        hold_marked(start_brief(opinion, by=student), by=student)
    mark(opinion, student, "found no nexus", kind="holding")
    with pytest.raises(PermissionDenied):
        hold_marked(start_brief(opinion, by=attorney), by=student)
