"""Words typed and not saved: kept for their writer alone, offered again, cleared by a save, not lost to a decision."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from briefs.models import Brief, UnsavedWords
from briefs.workflow.submit import submit, take_back
from tests.admin.forms import filled, said
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


def address(brief: Brief, name: str = "change") -> str:
    return reverse(f"admin:briefs_brief_{name}", args=[brief.pk])


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def keep(client: Client, brief: Brief, **changes) -> dict:
    return client.post(address(brief, "unsaved"), filled(client.get(address(brief)), **changes)).json()


def test_words_kept_while_typing_are_offered_to_their_writer_alone(as_student: Client, as_staff: Client, brief: Brief):
    told = keep(as_student, brief, facts="Typed and <b>not</b> saved.")
    assert told["said"].startswith("Kept at")
    page = as_student.get(address(brief)).content.decode()
    assert "and did not save it" in page
    assert "&lt;b&gt;not&lt;/b&gt;" in page
    assert "did not save it" not in as_staff.get(address(brief)).content.decode()
    brief.refresh_from_db()
    assert "Typed" not in brief.facts


def test_a_person_s_number_typed_and_not_saved_is_covered_where_it_is_told(as_student: Client, brief: Brief):
    keep(as_student, brief, facts="Typed: A75 836 651 and more.")
    page = as_student.get(address(brief)).content.decode()
    assert "and did not save it" in page
    assert "836" not in page


def test_words_are_taken_up_again_over_what_others_saved_and_cleared_by_a_save(as_student, as_staff, brief: Brief):
    keep(as_student, brief, facts="Typed and not saved.", **{"holdings-0-rule": "A rule."})
    as_staff.post(address(brief), filled(as_staff.get(address(brief)), reasoning="By staff."))
    taken = as_student.post(address(brief), {"_take_up": "yes"})
    assert taken.status_code == 200
    assert not taken.context["errors"]
    sent = filled(taken)
    assert (sent["facts"], sent["reasoning"]) == ("Typed and not saved.", "By staff.")
    assert sent["holdings-0-rule"] == "A rule."
    brief.refresh_from_db()
    assert "Typed" not in brief.facts
    assert as_student.post(address(brief), sent).status_code == 302
    brief.refresh_from_db()
    assert brief.facts == "Typed and not saved."
    assert not UnsavedWords.objects.exists()


def test_a_window_that_was_not_saved_does_not_lose_to_another(as_student: Client, brief: Brief):
    keep(as_student, brief, facts="In the first window.")
    answer = as_student.post(address(brief, "unsaved"), filled(as_student.get(address(brief)), facts="In the second."))
    assert answer.status_code == 409
    assert "another window" in answer.json()["said"]
    as_student.post(address(brief), filled(as_student.get(address(brief)), facts="The second, saved."))
    assert UnsavedWords.objects.get().fields["facts"] == ["In the first window."]


def test_words_are_thrown_away(as_student: Client, brief: Brief):
    keep(as_student, brief, facts="Typed.")
    assert "Thrown away" in said(as_student.post(address(brief, "throw_away"), follow=True))
    assert not UnsavedWords.objects.exists()
    assert "Nothing that you typed waits" in said(as_student.post(address(brief), {"_take_up": "yes"}, follow=True))


def test_a_save_after_the_brief_was_submitted_is_refused_with_the_words_kept(as_student: Client, brief: Brief, student):
    sent = filled(as_student.get(address(brief)), facts="Too late by a minute.")
    submit(brief, by=student)
    assert as_student.post(address(brief, "unsaved"), sent).status_code == 403
    late = as_student.post(address(brief), sent)
    assert late.status_code == 409
    assert "Your words are kept." in late.content.decode()
    assert "Too late by a minute." in late.content.decode()
    brief.refresh_from_db()
    assert "Too late" not in brief.facts
    assert "did not save it" in as_student.get(address(brief)).content.decode()
    take_back(brief, by=student)
    taken = as_student.post(address(brief), {"_take_up": "yes"})
    assert filled(taken)["facts"] == "Too late by a minute."


def test_whoever_is_signed_out_is_told_so_and_signs_in_elsewhere(anyone: Client, as_student: Client, brief: Brief):
    assert anyone.post(address(brief, "unsaved"), {"facts": "x"})["Location"].startswith("/admin/login/")
    back = as_student.get(address(brief, "unsaved")).json()
    assert back["may_save"] is True
    assert len(back["token"]) > 30


def test_another_student_s_form_is_no_place_to_leave_words(brief: Brief, django_user_model):
    other = django_user_model.objects.create_user("other", is_staff=True)
    other.groups.add(Group.objects.get(name="student"))
    client = Client()
    client.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(address(brief, "unsaved"), {"facts": "x"}).status_code == 403
    assert client.post(address(brief), {"facts": "x"}).status_code == 403
    assert not UnsavedWords.objects.exists()
