"""A form that comes too late keeps its words: from who is signed out, and from who signed in anew meanwhile."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from briefs.models import Brief
from tests.conftest import SIGN_IN
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db
HERE = {"headers": {"origin": "http://testserver"}}
TYPED = "He fled because the “soldiers” came for him."


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def comment_on(brief: Brief) -> str:
    return reverse("admin:briefs_brief_comment", args=[brief.pk])


def hidden(answer) -> dict[str, str]:
    """The fields that the page sends again."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', answer.content.decode())
    return {unescape(name): unescape(value) for name, value in found}


def test_who_is_signed_out_gets_the_form_back_and_sends_it_after_signing_in(student, brief: Brief):
    client = Client()
    sent = {"place": "facts", "text-facts": TYPED}
    answer = client.post(comment_on(brief), sent, **HERE)
    assert answer.status_code == 403
    assert answer["Cache-Control"] == "no-store"
    assert hidden(answer) | sent == hidden(answer)
    page = unescape(answer.content.decode())
    assert "Nothing is lost" in page
    assert page.count(TYPED) == 2  # sent again, and to be read
    client.force_login(student, backend=SIGN_IN)
    client.post(comment_on(brief), hidden(answer), **HERE)
    assert brief.comments.get().text == TYPED


def test_words_that_were_shown_and_not_touched_are_no_words_typed(anyone: Client, brief: Brief):
    sent = {
        "caption": TYPED,
        "initial-caption": "In re X",
        "counsel": "Words as before.",
        "initial-counsel": "Words as before.",
    }
    page = unescape(anyone.post(comment_on(brief), sent, **HERE).content.decode())
    assert (page.count("<textarea"), page.count(f"readonly>{TYPED}")) == (1, 1)


def test_who_signed_in_anew_sends_it_once_more(student, brief: Brief):
    client = Client(enforce_csrf_checks=True)
    client.force_login(student, backend=SIGN_IN)
    answer = client.post(comment_on(brief), {"place": "facts", "text-facts": TYPED}, **HERE)
    assert answer.status_code == 403
    assert "You are <strong>student</strong> now" in answer.content.decode()
    again = client.post(comment_on(brief), hidden(answer), **HERE)
    assert again.status_code == 302
    assert brief.comments.get().text == TYPED


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "http://testserver.example", ""])
def test_what_another_site_sent_is_never_given_back(student, brief: Brief, origin: str):
    client = Client(enforce_csrf_checks=True)
    client.force_login(student, backend=SIGN_IN)
    answer = client.post(comment_on(brief), {"place": "facts", "text-facts": TYPED}, headers={"origin": origin})
    assert answer.status_code == 403
    assert TYPED not in unescape(answer.content.decode())
    assert "did not come from a page of this site" in answer.content.decode()


def test_a_password_is_never_given_back(anyone: Client):
    sent = {"old_password": "a secret of mine", "new_password1": "x", "new_password2": "x"}
    answer = anyone.post(reverse("admin:password_change"), sent, **HERE)
    assert answer.status_code == 302
    assert "secret" not in answer.content.decode()


def test_a_script_is_answered_as_before(anyone: Client, brief: Brief):
    asks = {"headers": {"origin": "http://testserver", "accept": "application/json"}}
    answer = anyone.post(comment_on(brief), {"text-facts": TYPED}, **asks)
    assert answer["Location"].startswith("/admin/login/")


def test_a_monster_is_not_read(anyone: Client, monkeypatch):
    monkeypatch.setattr(settings, "DATA_UPLOAD_MAX_MEMORY_SIZE", 100)
    answer = anyone.post(reverse("admin:briefs_source_import"), {"text": "x" * 1000}, **HERE)
    assert answer.status_code == 302


def test_a_file_that_was_sent_is_named_to_be_chosen_again(anyone: Client):
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = {"files": SimpleUploadedFile("slip.txt", b"Affirmed.")}
    answer = anyone.post(reverse("admin:briefs_source_import"), sent, **HERE)
    assert "choose it again on the page you came from: slip.txt" in answer.content.decode()


def test_a_second_sign_in_page_leads_on(student):
    client = Client(enforce_csrf_checks=True)
    client.force_login(student, backend=SIGN_IN)
    answer = client.post(reverse("admin:login"), {"username": "student", "password": "x"}, **HERE)
    assert answer["Location"] == reverse("admin:index")


def test_the_way_back_stays_on_this_site(anyone: Client, brief: Brief):
    for before, back in (
        ("http://testserver/admin/briefs/brief/1/change/", "/admin/briefs/brief/1/change/"),
        ("http://elsewhere.example/", "/admin/"),
    ):
        asks = {"headers": {"origin": "http://testserver", "referer": before}}
        page = anyone.post(comment_on(brief), {"text-facts": TYPED}, **asks).content.decode()
        assert f'<a href="{back}">Leave it' in page
