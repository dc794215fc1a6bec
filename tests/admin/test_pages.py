"""A button that is refused gives back the sentence that was typed beside it."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Brief
from tests.admin.forms import said
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db
TYPED = "The third holding cites the dissent; look at paragraph 12. Of A 075 836 651 nothing."


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


@pytest.mark.parametrize(
    ("button", "sent", "why"),
    [
        ("return", {"because": TYPED}, "Only a brief in review"),
        ("withdraw", {"because": TYPED}, "is not published"),
        ("comment", {"place": "holding-99999", "text-holding-99999": TYPED}, "not here any more"),
        ("sign_quotation", {"quote": "words nobody wrote", "because": TYPED}, ""),
    ],
)
def test_what_was_typed_beside_a_refused_button_comes_back(as_attorney: Client, brief: Brief, button, sent, why):
    answer = as_attorney.post(reverse(f"admin:briefs_brief_{button}", args=[brief.pk]), sent, follow=True)
    assert why in said(answer)
    assert "What you typed: The third holding cites the dissent; look at paragraph 12." in said(answer)
    assert "836" not in said(answer)


def test_what_was_typed_comes_back_to_who_may_not_do_it_any_more(as_student: Client, brief: Brief, staff):
    Brief.objects.filter(pk=brief.pk).update(author=staff, owner=staff)
    sent = {"place": "facts", "text-facts": TYPED, "text-summary": ""}
    answer = as_student.post(reverse("admin:briefs_brief_comment", args=[brief.pk]), sent)
    assert answer.status_code == 403
    assert "look at paragraph 12" in answer.content.decode()


def test_what_was_done_is_not_repeated(as_attorney: Client, brief: Brief):
    sent = {"place": "facts", "text-facts": TYPED}
    answer = as_attorney.post(reverse("admin:briefs_brief_comment", args=[brief.pk]), sent, follow=True)
    assert "What you typed" not in said(answer)
