"""What is to be thought of before publishing, though it forbids nothing."""

import datetime

import pytest

from briefs.models import Brief, Holding, LawFlag
from briefs.workflow.cautions import cautions
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db
CHECKED = datetime.date(2026, 11, 1)


def ordered(brief: Brief) -> Brief:
    """Let the case say what was ordered."""
    brief.opinion.case.disposition = "Petition granted."
    brief.opinion.case.save()
    return brief


def test_unchecked_law_and_open_flags_are_said_before_publishing(student):
    brief = ordered(make_brief(make_opinion(student), student))
    flags = [LawFlag.objects.create(brief=brief, kind="check", note="Look again.") for _ in range(2)]
    assert cautions(brief) == [
        "The law has not been checked.",
        "2 changes of law are noted and print with the brief until cleared.",
    ]
    brief.law_checked_on = datetime.date(2026, 11, 1)
    for flag in flags:
        flag.cleared_on, flag.cleared_by = datetime.date(2026, 11, 1), "A.B."
        flag.cleared_source = "8 C.F.R. § 1208.13 (2026)"
        flag.save()
    assert cautions(brief) == []


def checked(student, **of_holding) -> Brief:
    brief = ordered(make_brief(make_opinion(student), student, law_checked_on=CHECKED))
    brief.holdings.update(**of_holding)
    return brief


@pytest.mark.parametrize(
    ("of_holding", "told", "field"),
    [
        ({"question": " "}, "Holding 1 asks no question.", "question"),
        ({"answer": "“little more than conjecture”"}, "Holding 1 says only the opinion’s words", "answer"),
        ({"answer": 'No: "little more than conjecture."'}, "", ""),
        ({"outcome": "none"}, "Holding 1 does not say for whom it came out.", "outcome"),
        ({"outcome": "none", "weight": "not_reached"}, "", ""),
    ],
)
def test_what_a_holding_may_want_is_told_with_its_place(student, of_holding, told, field):
    found = cautions(checked(student, **of_holding))
    assert [str(one)[: len(told)] for one in found] == ([told] if told else [])
    assert [(one.field, one.holding) for one in found] == ([(field, 1)] if told else [])


def test_several_holdings_are_told_in_one_sentence(student):
    brief = checked(student)
    for number in (2, 3):
        Holding.objects.create(brief=brief, number=number, question="Why?", answer="So.", outcome="split")
    assert cautions(brief) == ["Holdings 2 and 3 are under no issue, so no digest shows them."]


def test_a_dissenter_s_are_propositions_and_need_no_outcome(student):
    brief = make_brief(make_opinion(student, opinion_kind="dissent"), student, weight="dissent", law_checked_on=CHECKED)
    assert cautions(brief) == []
    brief.holdings.update(question="")
    assert cautions(brief) == ["Proposition 1 asks no question."]


def test_a_disposition_the_case_does_not_give_is_told(student):
    brief = make_brief(make_opinion(student), student, law_checked_on=CHECKED)
    (told,) = cautions(brief)
    assert told == "The case gives no disposition, so the page prints “not given in source” beside the section."
    assert told.field == "case"
    assert cautions(ordered(brief)) == []
