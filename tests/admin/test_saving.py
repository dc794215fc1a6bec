"""Two people save one brief: what does not touch is merged, what both changed comes back with both texts."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Brief
from tests.admin.forms import filled, new_holding
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


def address(brief: Brief, name: str = "change") -> str:
    return reverse(f"admin:briefs_brief_{name}", args=[brief.pk])


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def test_what_does_not_touch_is_merged_without_a_word(as_student: Client, as_staff: Client, brief: Brief):
    theirs, mine = filled(as_student.get(address(brief))), filled(as_staff.get(address(brief)))
    assert as_student.post(address(brief), theirs | {"facts": "The student's facts."}).status_code == 302
    assert as_staff.post(address(brief), mine | {"title": "A better title"}).status_code == 302
    brief.refresh_from_db()
    assert (brief.facts, brief.title) == ("The student's facts.", "A better title")


def test_what_both_changed_comes_back_with_both_texts(as_student: Client, as_staff: Client, brief: Brief):
    theirs, mine = filled(as_student.get(address(brief))), filled(as_staff.get(address(brief)))
    as_student.post(address(brief), theirs | {"facts": "The student's facts.", "reasoning": "The student's reasoning."})
    answer = as_staff.post(address(brief), mine | {"facts": "The staff's <i>facts</i>.", "title": "A better title"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "student saved other words here" in page
    assert "The student&#x27;s facts." in page
    assert "<i>facts" not in page
    brief.refresh_from_db()
    assert (brief.facts, brief.title) == ("The student's facts.", "Petitioner v. Respondent")
    again = filled(answer)
    assert again["facts"] == "The staff's <i>facts</i>."
    assert again["reasoning"] == "The student's reasoning."
    assert as_staff.post(address(brief), again).status_code == 302
    brief.refresh_from_db()
    assert (brief.facts, brief.title) == ("The staff's <i>facts</i>.", "A better title")
    assert brief.reasoning == "The student's reasoning."


def test_holdings_of_both_stay(as_student: Client, as_staff: Client, brief: Brief):
    theirs, mine = filled(as_student.get(address(brief))), filled(as_staff.get(address(brief)))
    two = {"holdings-TOTAL_FORMS": 2}
    as_student.post(address(brief), theirs | new_holding(1, answer="The student's.", number=2) | two)
    assert (
        as_staff.post(address(brief), mine | new_holding(1, answer="The staff's.", number=2) | two).status_code == 302
    )
    answers = list(brief.holdings.order_by("number").values_list("number", "answer"))
    assert [number for number, _ in answers] == [1, 2, 3]
    assert {"The student's.", "The staff's."} <= {answer for _, answer in answers}


def test_a_deleted_holding_that_was_being_written_comes_back_as_a_choice(as_student, as_staff, brief: Brief):
    theirs, mine = filled(as_student.get(address(brief))), filled(as_staff.get(address(brief)))
    as_student.post(address(brief), theirs | {"holdings-0-DELETE": "on"})
    assert not brief.holdings.exists()
    answer = as_staff.post(address(brief), mine | {"holdings-0-answer": "Still being written."})
    assert "student deleted this while you were changing it." in answer.content.decode()
    assert not brief.holdings.exists()
    assert as_staff.post(address(brief), filled(answer)).status_code == 302
    kept = brief.holdings.get()
    assert kept.answer == "Still being written."
    assert [issue.slug for issue in kept.issues.all()] == ["speculation"]


@pytest.mark.parametrize(
    "odd",
    [
        {"base": "x", "holdings-0-base": "99999999999", "holdings-0-seen": "a,,b"},
        {"holdings-TOTAL_FORMS": "9" * 30, "holdings-0-id": "9" * 30},
        {"holdings-0-passages": ["9" * 30, "x"], "holdings-0-issues": ["x"], "issues": ["9" * 30]},
        {"holdings-0-number": "²", "holdings-0-weight": "king", "law_checked_on": "2026-99-99"},
        {"title": "a\x00b", "facts": "a\x00b “c\x00 d”"},
        {"_move": "0 sideways"},
    ],
)
@pytest.mark.parametrize("name", ["change", "live", "unsaved"])
def test_odd_forms_get_an_answer(as_student: Client, brief: Brief, name: str, odd: dict):
    sent = filled(as_student.get(address(brief)))
    assert as_student.post(address(brief, name), sent | odd).status_code < 500
    assert as_student.post(address(brief, name), odd).status_code < 500
