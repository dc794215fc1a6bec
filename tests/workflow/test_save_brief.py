"""A save laid over somebody else's newer one: nothing of either is lost, and a person decides where both touch."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Brief, Holding, Issue
from briefs.text.merging import Clash, MergedRow
from briefs.workflow.pin import pin
from briefs.workflow.save_brief import Laid, lay_over, save_words
from briefs.workflow.submit import submit
from briefs.workflow.typed import Sent, write
from briefs.workflow.written import written_now
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


def opened(brief: Brief) -> Sent:
    """The form as a browser has it when the brief is opened."""
    now = written_now(brief)
    rows = {
        prefix: [MergedRow(key, dict(fields)) for key, fields in found.items()] for prefix, found in now.rows.items()
    }
    sent = write({}, now.fields, rows, now.bases)
    for index, fields in enumerate(now.rows["holdings"].values()):
        sent[f"holdings-{index}-seen"] = [",".join(fields["passages"])]
    return sent


def value(laid: Laid, name: str) -> list[str]:
    return laid.sent.get(name, [])


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def test_fields_that_do_not_touch_are_in_one(brief: Brief, student):
    sent = opened(brief) | {"reasoning": ["My reasoning."]}
    brief.facts = "Their facts."
    brief.save()
    laid = lay_over(brief, sent, by=student)
    assert not laid
    assert value(laid, "facts") == ["Their facts."]
    assert value(laid, "reasoning") == ["My reasoning."]


def test_a_field_both_changed_is_told_and_mine_is_in_it_and_the_next_save_wins(brief: Brief, student, staff):
    sent = opened(brief) | {"facts": ["My facts."]}
    brief.facts = "Their facts."
    brief._history_user = staff
    brief.save()
    laid = lay_over(brief, sent, by=student)
    assert laid.clashes == {"facts": Clash("My facts.", "Their facts.")}
    assert laid.saved.by == "staff"
    assert value(laid, "facts") == ["My facts."]
    again = lay_over(brief, laid.sent, by=student)
    assert not again
    assert value(again, "facts") == ["My facts."]


def test_what_a_form_was_opened_on_cannot_be_made_up(brief: Brief, student):
    other = make_brief(brief.opinion, student, submitted=False, facts="Quite another's.")
    base = written_now(other).bases[""]
    laid = lay_over(brief, opened(brief) | {"base": [base], "facts": ["Mine."]}, by=student)
    assert set(laid.clashes) == {"facts"}


def test_holdings_pins_and_tags(brief: Brief, student):
    holding, nexus = brief.holdings.get(), Issue.objects.get(slug="nexus")
    first, second = mark(brief.opinion, student, "found no nexus"), mark(brief.opinion, student, "past persecution")
    sent = opened(brief)
    kept = sent["holdings-0-passages"]
    sent |= {"holdings-0-rule": ["My rule."], "holdings-0-passages": [*kept, str(first.pk)]}
    holding.application = "Their application."
    holding.save()
    holding.issues.add(nexus)
    pin(holding, [*[one.annotation for one in holding.pins.all()], second], by=student)
    laid = lay_over(brief, sent, by=student)
    assert not laid
    assert value(laid, "holdings-0-rule") == ["My rule."]
    assert value(laid, "holdings-0-application") == ["Their application."]
    assert set(value(laid, "holdings-0-passages")) == {*kept, str(first.pk), str(second.pk)}
    assert str(nexus.pk) in value(laid, "holdings-0-issues")


def test_a_holding_they_deleted_while_i_changed_it_comes_back_as_a_choice(brief: Brief, student):
    sent = opened(brief) | {"holdings-0-answer": ["My answer."]}
    brief.holdings.get().delete()
    laid = lay_over(brief, sent, by=student)
    assert laid.rows["holdings-0"].fate == "deleted"
    assert value(laid, "holdings-INITIAL_FORMS") == ["0"]
    assert value(laid, "holdings-0-answer") == ["My answer."]
    assert not lay_over(brief, laid.sent, by=student)


def test_a_holding_they_deleted_and_i_left_alone_is_gone(brief: Brief, student):
    sent = opened(brief) | {"facts": ["My facts."]}
    brief.holdings.get().delete()
    laid = lay_over(brief, sent, by=student)
    assert not laid
    assert value(laid, "holdings-TOTAL_FORMS") == ["0"]


def test_a_holding_they_changed_while_i_deleted_it_has_to_be_deleted_knowingly(brief: Brief, student):
    sent = opened(brief) | {"holdings-0-DELETE": ["on"]}
    holding = brief.holdings.get()
    holding.rule = "Their rule."
    holding.save()
    laid = lay_over(brief, sent, by=student)
    assert laid.rows["holdings-0"].fate == "changed"
    assert laid.rows["holdings-0"].clashes == {"rule": Clash("", "Their rule.")}
    again = lay_over(brief, laid.sent, by=student)
    assert not again
    assert value(again, "holdings-0-DELETE") == ["on"]


def test_new_holdings_of_both_stay_and_are_numbered(brief: Brief, student):
    sent = opened(brief) | {
        "holdings-TOTAL_FORMS": ["2"],
        "holdings-1-number": ["2"],
        "holdings-1-answer": ["Mine."],
        "holdings-1-weight": ["dicta"],
        "holdings-1-outcome": ["none"],
    }
    Holding.objects.create(brief=brief, number=2, answer="Theirs.", weight="dicta", outcome="none")
    laid = lay_over(brief, sent, by=student)
    assert not laid
    numbers = {value(laid, f"holdings-{n}-answer")[0]: value(laid, f"holdings-{n}-number")[0] for n in range(3)}
    assert numbers["Mine."] != numbers["Theirs."]
    assert sorted(numbers.values()) == ["1", "2", "3"]
    assert value(laid, "holdings-INITIAL_FORMS") == ["2"]


def test_later_law_is_merged_too(brief: Brief, student):
    flag = brief.law_flags.create(kind="check", note="A note.")
    sent = opened(brief) | {"law_flags-0-applies_when": ["Filed later."]}
    flag.note = "Their note."
    flag.save()
    laid = lay_over(brief, sent, by=student)
    assert not laid
    assert (value(laid, "law_flags-0-note"), value(laid, "law_flags-0-applies_when")) == (
        ["Their note."],
        ["Filed later."],
    )


def test_later_law_stays_with_its_holding_whatever_its_number(brief: Brief, student):
    second = Holding.objects.create(brief=brief, number=9, answer="Second.", weight="dicta", outcome="none")
    brief.law_flags.create(kind="check", note="On the second.", bears_on=second)
    sent = opened(brief) | {"law_flags-0-applies_when": ["Filed later."], "holdings-1-number": ["2"]}
    Holding.objects.filter(pk=second.pk).update(number=5)
    assert value(lay_over(brief, sent, by=student), "law_flags-0-bears_on") == [str(second.pk)]


@pytest.mark.parametrize("typed", [{}, {"law_flags-0-note": ["Changed besides."]}])
@pytest.mark.parametrize("mine", [True, False])
def test_later_law_bears_on_the_whole_case_when_its_holding_goes(brief: Brief, student, typed: Sent, mine: bool):
    second = Holding.objects.create(brief=brief, number=2, answer="Second.", weight="dicta", outcome="none")
    brief.law_flags.create(kind="check", note="On the second.", bears_on=second)
    sent = opened(brief) | typed | ({"holdings-1-DELETE": ["on"]} if mine else {})
    if not mine:
        second.delete()
    assert value(lay_over(brief, sent, by=student), "law_flags-0-bears_on") == [""]


def test_saved_words_leave_what_verbs_did_meanwhile(brief: Brief, student):
    seen = Brief.objects.get(pk=brief.pk)
    submit(brief, by=student)
    seen.facts, seen.title = "My facts.", "Typed but not changed"
    save_words(seen, ["facts"])
    brief.refresh_from_db()
    assert (brief.state, brief.facts) == ("in_review", "My facts.")
    assert brief.title != "Typed but not changed"


def test_a_brief_that_went_to_review_meanwhile_is_not_written_by_its_student(brief: Brief, student):
    sent = opened(brief)
    submit(brief, by=student)
    with pytest.raises(PermissionDenied):
        lay_over(brief, sent, by=student)
