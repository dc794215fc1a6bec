"""The history of a brief: every change by whom and when, the words added and the words taken, one event a save."""

import datetime

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from briefs.models import Brief, Case, Holding, Issue, LawFlag, Pin
from briefs.reading.changes import Change
from briefs.reading.timeline import Event, of_brief, of_row
from briefs.workflow.approve import approve
from briefs.workflow.comment import comment, resolve
from briefs.workflow.hand_over import hand_over
from briefs.workflow.publish import publish
from briefs.workflow.submit import send_back, submit
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
LATER = datetime.timedelta(minutes=1)


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def apart() -> None:
    """Let some time pass since everything that was done: what follows is an event of its own."""
    for model in (Brief, Holding, Pin, LawFlag, Case):
        model.history.update(history_date=F("history_date") - LATER)


def newest(brief: Brief) -> Event:
    return of_brief(Brief.objects.get(pk=brief.pk))[0]


def told(event: Event) -> list[str]:
    return [deed.sentence for deed in event.deeds]


def words(change: Change) -> list[tuple[str, str]]:
    return [(kind, words.strip()) for kind, words in change.stretches]


def test_a_change_shows_the_words_added_and_the_words_taken(brief):
    apart()
    brief.facts = brief.facts.replace("denied asylum", "refused asylum")
    brief.save()
    event = newest(brief)
    [change] = event.changes
    assert (change.noun, change.field, change.label) == ("brief", "facts", "Facts")
    assert words(change) == [
        ("same", "The Board “found no nexus” and"),
        ("taken", "denied"),
        ("added", "refused"),
        ("same", "asylum."),
    ]
    assert change.is_as_now
    assert not change.was_as_now


def test_holdings_pins_tags_and_flags_are_part_of_it(brief, student):
    apart()
    holding = brief.holdings.get()
    holding.answer = "No."
    holding.save()
    holding.issues.set([Issue.objects.get(slug="exhaustion")])
    holding.pins.create(annotation=mark(brief.opinion, student, "found no nexus"), position=1)
    brief.issues.add(Issue.objects.get(slug="exhaustion"))
    LawFlag.objects.create(brief=brief, kind="check", note="Look again.")
    event = newest(brief)
    assert told(event) == ["Pinned holding 1", "Later law noted"]
    found = {(change.what, change.label): words(change) for change in event.changes}
    assert found["Holding 1", "Issues"][-1] == ("added", "Exhaustion")
    assert ("added", "Exhaustion,") in found["", "Issues"]
    assert found["Later law", "Note"] == [("added", "Look again.")]
    assert ("Holding 1", "Answer") in found


def test_a_holding_taken_away_shows_what_was_lost_and_can_come_back(brief):
    apart()
    holding = brief.holdings.get()
    answer, pk = holding.answer, holding.pk
    holding.delete()
    event = newest(brief)
    assert "Took holding 1 away" in told(event)
    lost = [deed.lost_holding for deed in event.deeds if deed.lost_holding]
    assert lost == [holding.history.model.objects.get(id=pk, history_type="-").history_id]
    [change] = [one for one in event.changes if one.field == "answer"]
    assert words(change) == [("taken", answer)]


def test_steps_are_told_in_words(brief, student, staff, attorney):
    steps = [
        (lambda: submit(brief, by=student), "Submitted for review"),
        (lambda: send_back(brief, by=attorney, because="Mend it."), "Returned to the author"),
        (lambda: submit(brief, by=student), "Submitted for review"),
        (lambda: hand_over(brief, by=staff, to=staff), "Handed over to staff"),
        (lambda: hand_over(brief, by=staff, to=None), "Left without owner"),
        (lambda: approve(brief, by=attorney), "Approved"),
    ]
    for step, sentence in steps:
        apart()
        step()
        assert told(newest(brief)) == [sentence]
        assert newest(brief).changes == []
    publish(brief, by=attorney)
    assert "Published edition 1" in told(newest(brief))
    returned = [deed for event in of_brief(brief) for deed in event.deeds if deed.sentence == "Returned to the author"]
    assert [deed.words for deed in returned] == ["Mend it."]


def test_comments_are_told_by_whom(brief, student, attorney):
    said = comment(brief, by=attorney, text="Add the date.", field="facts")
    resolve(said, by=student)
    events = [(event.by, deed.sentence, deed.words) for event in of_brief(brief) for deed in event.deeds if event.by]
    assert events == [(student, "Resolved a comment", "Add the date."), (attorney, "Commented", "Add the date.")]


def test_a_save_that_changed_nothing_is_left_out(brief):
    before = len(of_brief(brief))
    apart()
    brief.save()
    assert len(of_brief(brief)) == before


def test_registration_numbers_stay_covered(brief, student):
    apart()
    brief.significance = "The file A75 836 651 is closed."
    brief.save()
    comment(brief, by=student, text="Is A75 836 651 his?")
    seen = str([(event.deeds, [change.stretches for change in event.changes]) for event in of_brief(brief)])
    assert "836" not in seen
    assert "███ ███ ███" in seen
    seen = str([(one.deeds, [change.stretches for change in one.changes]) for one in of_row(_quoting(brief, student))])
    assert "836" not in seen


def _quoting(brief: Brief, by):
    return mark(brief.opinion, by, "The petitioner, No. A75 836 651, filed", kind="fact")


def test_long_words_that_stayed_are_cut_in_the_middle():
    same = "The very same words over and over. " * 20
    change = Change("brief", 1, "", "facts", "Facts", same + "Old.", same + "New.", None, None)
    (kind, kept), *rest = change.stretches
    assert (kind, " … " in kept, len(kept) < 250) == ("same", True, True)
    assert [(kind, words.strip()) for kind, words in rest][-1] == ("same", ".")


def test_a_row_of_another_kind_has_its_history_too(student, staff):
    case = make_opinion(student).case
    apart()
    case.short_name = "Petitioner v. Other"
    case.save()
    event = of_row(case)[0]
    assert [change.label for change in event.changes if change.field == "short_name"] == ["Short name"]


def test_queries_do_not_grow_with_the_history(brief):
    counts = []
    for _ in range(2):
        for n in range(3):
            brief.facts = f"Facts {n}."
            brief.save()
            brief.holdings.create(number=brief.holdings.count() + 1, answer=f"Answer {n}.")
        with CaptureQueriesContext(connection) as queries:
            of_brief(brief)
        counts.append(len(queries))
    assert counts[0] == counts[1]
