"""The history on its page: the words marked, who and when, and buttons that bring any text back."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.admin.history import EVENTS_ON_A_PAGE
from briefs.models import Annotation, Brief
from tests.admin.forms import filled, said
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def history_of(row) -> str:
    return reverse(f"admin:briefs_{row._meta.model_name}_history", args=[row.pk])


def restore_at(brief: Brief) -> str:
    return reverse("admin:briefs_brief_restore", args=[brief.pk])


def test_a_change_through_the_form_is_told_by_whom_with_its_words(as_staff: Client, as_student: Client, brief):
    form = reverse("admin:briefs_brief_change", args=[brief.pk])
    sent = filled(as_staff.get(form)) | {"facts": "The Board “found no nexus” and <b>refused</b> asylum."}
    assert as_staff.post(form, sent).status_code == 302
    page = as_student.get(history_of(brief)).content.decode()
    assert ", staff</h2>" in page
    assert "<del>" in page
    assert "&lt;b&gt;" in page
    assert "<b>refused" not in page


def test_any_text_is_brought_back_with_a_button(as_student: Client, brief):
    before = brief.facts
    brief.facts = "Other facts."
    brief.save()
    page = as_student.get(history_of(brief))
    version = brief.history.latest().prev_record.history_id
    assert f'value="brief:{version}:facts"' in page.content.decode()
    answer = as_student.post(restore_at(brief), {"what": f"brief:{version}:facts"}, follow=True)
    assert "Brought back." in said(answer)
    brief.refresh_from_db()
    assert brief.facts == before


def test_a_holding_is_brought_back_with_a_button(as_student: Client, brief):
    brief.holdings.get().delete()
    page = as_student.get(history_of(brief)).content.decode()
    lost = brief.holdings.model.history.filter(history_type="-").latest().history_id
    assert f'value="lost:{lost}"' in page
    as_student.post(restore_at(brief), {"what": f"lost:{lost}"})
    assert brief.holdings.count() == 1


def test_who_may_not_edit_reads_without_buttons(as_student: Client, brief, staff):
    other = make_brief(brief.opinion, staff, submitted=False)
    page = as_student.get(history_of(other)).content.decode()
    assert "Began the brief" in page
    assert "restore-form" not in page
    version = other.history.latest().history_id
    assert as_student.post(restore_at(other), {"what": f"brief:{version}:facts"}).status_code == 403


@pytest.mark.parametrize(
    "what", ["", "x", "brief", "brief:", "brief:x:facts", "brief:0:facts", "brief:1", "lost:", "lost:0"]
)
def test_nonsense_is_answered_with_a_sentence(as_student: Client, brief, what: str):
    answer = as_student.post(restore_at(brief), {"what": what}, follow=True)
    assert answer.status_code == 200
    assert said(answer).endswith(".")
    assert "Brought back" not in said(answer)


def test_the_history_comes_in_pages(as_student: Client, brief, student):
    for n in range(EVENTS_ON_A_PAGE + 3):
        brief.comments.create(text=f"Remark {n}.", author=student)
    moments = brief.comments.order_by("pk")
    for n, one in enumerate(moments):  # apart in time, or they would be one event
        brief.comments.filter(pk=one.pk).update(created_at=one.created_at.replace(year=2030, minute=n))
    page = as_student.get(history_of(brief)).content.decode()
    assert "Remark 22." in page
    assert "Remark 1." not in page
    assert 'href="?p=2"' in page
    assert "Remark 1." in as_student.get(history_of(brief) + "?p=2").content.decode()
    assert as_student.get(history_of(brief) + "?p=x").status_code == 200


def test_every_kind_of_row_shows_its_words_with_numbers_covered(as_student: Client, student):
    opinion = make_opinion(student)
    marked = mark(
        opinion, student, "The petitioner, No. A75 836 651, filed", kind="fact", note="His number: A75 836 651."
    )
    marked.note = "Not his number."
    marked.save()
    for row in (marked, opinion, opinion.case):
        answer = as_student.get(history_of(row))
        assert answer.status_code == 200
        assert "836" not in answer.content.decode()
    assert "███ ███ ███" in as_student.get(history_of(marked)).content.decode()


def test_what_is_gone_keeps_its_history(as_student: Client, student):
    marked = mark(make_opinion(student), student)
    where = history_of(marked)
    Annotation.objects.all().delete()
    assert "Taken away" in as_student.get(where).content.decode()
    assert as_student.get(where.replace(str(marked.pk), "999999")).status_code == 404
    assert as_student.get(where.replace(str(marked.pk), "9" * 30)).status_code == 404


def test_an_old_version_covers_numbers_too(as_student: Client, student):
    marked = mark(make_opinion(student), student, "The petitioner, No. A75 836 651, filed", kind="fact")
    version = reverse("admin:briefs_annotation_simple_history", args=[marked.pk, marked.history.first().pk])
    assert "836" not in as_student.get(version).content.decode()
