"""A published brief was rewritten when something its readers see is another than in its edition."""

from collections.abc import Callable

import pytest

from briefs.models import Brief, Issue, LawFlag, Pin
from briefs.workflow.publish import publish
from briefs.workflow.revised import revised_since
from briefs.workflow.submit import submit
from briefs.workflow.waiting import how_it_stands, waiting_for
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def published(people) -> Brief:
    brief = make_brief(make_opinion(people["student"]), people["student"])
    LawFlag.objects.create(brief=brief, kind="check", note="Look again.")
    publish(brief, by=people["attorney"])
    return brief


@pytest.fixture
def brief(published: Brief) -> Brief:
    return Brief.objects.get(pk=published.pk)


def is_revised(brief: Brief) -> bool:
    brief = Brief.objects.get(pk=brief.pk)
    revised = revised_since(brief, brief.editions.get(is_current=True).published_at)
    waiting = waiting_for(brief.author)
    assert revised == bool(waiting.being_written or waiting.later_law)
    return revised


def rewrite(brief: Brief, **words: str) -> None:
    for name, value in words.items():
        setattr(brief, name, value)
    brief.save()


def answer_anew(brief: Brief) -> None:
    holding = brief.holdings.get()
    holding.answer = "Yes."
    holding.save()


CHANGES = {
    "a section": lambda brief: rewrite(brief, facts="Other facts."),
    "a holding": answer_anew,
    "a holding taken away": lambda brief: brief.holdings.get().delete(),
    "a tag of the brief": lambda brief: brief.issues.add(Issue.objects.get(slug="exhaustion")),
    "a tag of a holding": lambda brief: brief.holdings.get().issues.clear(),
    "a pin": lambda brief: Pin.objects.create(
        holding=brief.holdings.get(), annotation=mark(brief.opinion, brief.author, "found no nexus"), position=1
    ),
    "a pin taken away": lambda brief: Pin.objects.get().delete(),
    "a flag": lambda brief: LawFlag.objects.create(brief=brief, kind="doubted", note="It was doubted."),
    "a flag taken away": lambda brief: LawFlag.objects.get().delete(),
}
SAME = {
    "nothing": lambda brief: None,
    "a save that changed nothing": lambda brief: brief.save(),
    "the line ends of a browser": lambda brief: rewrite(brief, facts=brief.facts.replace("\n", "\r\n")),
    "the clinic's notes": lambda brief: rewrite(brief, clinic_notes="Only for us."),
    "a flag saved as it was": lambda brief: LawFlag.objects.get().save(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_readers_see_counts(brief: Brief, change: Callable[[Brief], None]):
    change(brief)
    assert is_revised(brief)


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_leaves_the_page_as_it_was_does_not_count(brief: Brief, change: Callable[[Brief], None]):
    change(brief)
    assert not is_revised(brief)


def test_the_next_edition_settles_it(brief: Brief, attorney):
    rewrite(brief, facts="Other facts.")
    assert [how_it_stands(one) for one in waiting_for(attorney).being_written] == ["Published; changed since edition 1"]
    submit(brief, by=brief.author)
    publish(brief, by=attorney)
    assert not is_revised(brief)


def test_what_was_changed_and_changed_back_is_as_it_was(brief: Brief):
    before = brief.facts
    rewrite(brief, facts="Other facts.")
    rewrite(brief, facts=before)
    assert not is_revised(brief)
