"""The form that marks: which of several places is meant, other words, another's change, a holding in the same step."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Annotation, Opinion
from briefs.text.normalise import normalise
from briefs.workflow.reanchor import reanchor
from tests.admin.forms import said
from tests.rows import HELD, TEXT, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


def desk(opinion: Opinion) -> str:
    return reverse("admin:briefs_opinion_annotate", args=[opinion.pk])


def test_a_quotation_that_stands_in_several_places_is_chosen_by_the_words_around_it(as_student: Client, student):
    text = "A v. B\n\nOPINION\n\nThe Board erred. We say so.\n\nAgain the Board erred. We remand.\n"
    opinion = make_opinion(student, text=text)
    sent = {"quote": "the Board erred", "kind": "fact", "voice": "court"}
    asked = as_student.post(desk(opinion), sent)
    places = asked.context["form"].places
    assert [(place["where"], place["words"]) for place in places] == [
        ("para. 1", "The Board erred"),
        ("para. 2", "the Board erred"),
    ]
    assert places[1]["before"].endswith("Again ")
    page = asked.content.decode()
    assert f'type="radio" name="place" value="{places[1]["value"]}"' in page
    assert as_student.post(desk(opinion), sent | {"place": places[1]["value"]}).status_code == 302
    assert Annotation.objects.get().start == opinion.text.index("the Board erred")


def test_a_mark_is_put_on_other_words(as_student: Client, student):
    opinion = make_opinion(student)
    one = mark(opinion, student, "found no nexus", note="kept")
    told = {"kind": "fact", "voice": "court", "note": "kept", "quote": "filed a timely petition for review."}
    assert as_student.post(f"{desk(opinion)}?mark={one.pk}", told).status_code == 302
    one.refresh_from_db()
    assert one.quote == "filed a timely petition for review."
    assert opinion.text[one.start : one.end] == one.quote
    assert {row.quote for row in one.history.all()} == {"found no nexus", one.quote}


def test_what_somebody_else_said_of_a_mark_meanwhile_is_not_written_over_unseen(as_student, as_staff, student, staff):
    opinion = make_opinion(student)
    one = mark(opinion, student, "found no nexus")
    where = f"{desk(opinion)}?mark={one.pk}"
    form = as_student.get(where).context["form"]
    told = {"kind": "fact", "voice": "court", "note": "mine", "seen_at": form["seen_at"].value()}
    as_staff.post(where, told | {"kind": "rule", "note": "theirs"})
    answer = as_student.post(where, told)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "staff changed this mark meanwhile: it now says rule with the note “theirs”" in page
    assert "mine" in page
    again = told | {"seen_at": answer.context["form"]["seen_at"].value()}
    assert as_student.post(where, again).status_code == 302
    one.refresh_from_db()
    assert one.note == "mine"


def test_marking_writes_a_holding_of_a_brief_in_the_same_step(as_student: Client, student, staff):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    closed = make_brief(opinion, staff, title="Not theirs")
    offered = str(as_student.get(desk(opinion)).context["form"]["used_in"])
    assert f"brief-{brief.pk}" in offered
    assert f"brief-{closed.pk}" not in offered
    sent = {"quote": "found no nexus", "kind": "holding", "voice": "court"}
    assert as_student.post(desk(opinion), sent | {"used_in": f"brief-{closed.pk}"}).status_code == 400
    assert as_student.post(desk(opinion), sent | {"used_in": f"brief-{brief.pk}"}).status_code == 302
    holding = brief.holdings.get(number=2)
    assert holding.answer == "“found no nexus”"
    assert holding.pins.get().annotation.quote == "found no nexus"
    first = brief.holdings.get(number=1)
    again = as_student.post(desk(opinion), sent | {"quote": "timely", "used_in": f"holding-{first.pk}"}, follow=True)
    assert "It supports holding 1 now." in said(again)
    assert f"#comments-holding-{first.pk}" in again.content.decode()
    assert {pin.annotation.quote for pin in first.pins.all()} == {HELD, "timely"}


def test_a_place_counted_in_a_text_that_was_replaced_is_found_by_its_words(as_student: Client, student):
    opinion = make_opinion(student)
    start = opinion.text.index("found no nexus")
    sent = {"start": start, "end": start + len("found no nexus"), "version": opinion.text_version}
    sent |= {"quote": "found no nexus", "kind": "fact", "voice": "court"}
    reanchor(opinion, normalise(TEXT.replace("The Board denied", "After a hearing the Board denied")))
    assert as_student.post(desk(opinion), sent).status_code == 302
    opinion.refresh_from_db()
    one = Annotation.objects.get()
    assert opinion.text[one.start : one.end] == one.quote == "found no nexus"
    assert as_student.post(desk(opinion), sent | {"quote": ""}).status_code == 400
