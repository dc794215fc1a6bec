"""Comments hang on places of a draft, are resolved and opened again, and stay where they were put."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Brief, Comment
from briefs.workflow.comment import (
    LONGEST,
    anchor_of,
    comment,
    comment_at,
    comments_on,
    is_place,
    place_of,
    reopen,
    resolve,
)
from briefs.workflow.refusal import Refused
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student)


def test_a_comment_hangs_on_its_place(brief, attorney):
    holding = brief.holdings.get()
    places = {
        "brief": "The whole brief",
        "facts": "Facts",
        "law_flags": "Later law",
        f"holding-{holding.pk}": "Holding 1",
        f"holding-{holding.pk}-answer": "Holding 1, Answer",
    }
    for place in places:
        comment_at(brief, place, by=attorney, text=f" At {place}. ")
    said = comments_on(brief)
    assert [anchor_of(one) for one in said] == list(places)
    assert [place_of(one) for one in said] == list(places.values())
    assert said[0].text == "At brief."


def test_in_a_brief_on_a_dissent_a_comment_speaks_of_propositions(student, attorney):
    dissent = make_opinion(student, opinion_kind="dissent", author="Paez", completeness="separate_only")
    brief = make_brief(dissent, student, weight="dissent")
    said = comment_at(brief, f"holding-{brief.holdings.get().pk}", by=attorney, text="Whose words?")
    assert place_of(said) == "Proposition 1"


@pytest.mark.parametrize(
    ("place", "text", "why"),
    [
        ("facts", "  ", "Write the comment."),
        ("facts", "x" * (LONGEST + 1), "at most 5,000 characters"),
        ("facts", "a\x00b", "cannot be kept"),
        ("nowhere", "Hello.", "no such field"),
        ("state", "Hello.", "no such field"),
        ("holding-0", "Hello.", "not here any more"),
        ("holding-999999999999999999", "Hello.", "not here any more"),
        ("holding-1-", "Hello.", "no such field"),
        ("holding-x", "Hello.", "no such field"),
    ],
)
def test_what_cannot_be_kept_is_said(brief, attorney, place: str, text: str, why: str):
    with pytest.raises(Refused, match=why):
        comment_at(brief, place, by=attorney, text=text)
    assert not Comment.objects.exists()


def test_a_holding_of_another_brief_is_no_place(brief, student, staff, attorney):
    other = make_brief(make_opinion(student), staff)
    with pytest.raises(Refused, match="not here any more"):
        comment_at(brief, f"holding-{other.holdings.get().pk}", by=attorney, text="Hello.")
    with pytest.raises(Refused, match="not of this brief"):
        comment(brief, by=attorney, text="Hello.", holding=other.holdings.get())


def test_a_holding_s_field_that_is_none_is_refused(brief, attorney):
    with pytest.raises(Refused, match="no such field"):
        comment_at(brief, f"holding-{brief.holdings.get().pk}-number", by=attorney, text="Hello.")


def test_students_speak_on_their_own_brief_alone(brief, student, staff):
    other = make_brief(make_opinion(student), staff)
    said = comment_at(other, "facts", by=staff, text="Why?")
    for refused in (
        lambda: comment_at(other, "facts", by=student, text="Because."),
        lambda: comment_at(other, "holding-1", by=student, text="Because."),
        lambda: resolve(said, by=student),
        lambda: reopen(said, by=student),
    ):
        with pytest.raises(PermissionDenied):
            refused()
    comment_at(brief, "facts", by=student, text="Is this enough?")
    assert Comment.objects.count() == 2


def test_resolving_twice_keeps_the_first_who_did(brief, student, attorney):
    said = comment_at(brief, "facts", by=attorney, text="Add the date.")
    resolve(said, by=student)
    moment = said.resolved_at
    resolve(Comment.objects.get(pk=said.pk), by=attorney)
    said.refresh_from_db()
    assert (said.resolved_by, said.resolved_at) == (student, moment)
    reopen(said, by=attorney)
    assert list(Comment.objects.open()) == [said]


def test_a_comment_outlives_its_holding(brief, attorney):
    holding = brief.holdings.get()
    said = comment_at(brief, f"holding-{holding.pk}-rule", by=attorney, text="Cite it.")
    holding.delete()
    said = comments_on(brief)[0]
    assert (said.text, anchor_of(said), place_of(said)) == ("Cite it.", "brief", "The whole brief")


@pytest.mark.parametrize(
    ("place", "is_one"),
    [
        *((place, True) for place in ("facts", "brief", "holding-7", "holding-7-answer")),
        *((place, False) for place in ("holding-7-number", "holding-None", "holding-None-answer", "base", "state", "")),
    ],
)
def test_only_a_place_that_can_be_spoken_of_gets_a_box(place: str, is_one: bool):
    assert is_place(place) is is_one
