"""Comments over HTTP: with and without the script, at their place, and never outside the clinic (INV-13)."""

import contextlib
import io
import re
import zipfile
import zlib

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefs.exporters import FORMATS
from briefs.models import Brief, Comment, Edition
from briefs.workflow.comment import comment, comment_at
from briefs.workflow.publish import publish
from briefs.workflow.submit import send_back, submit
from tests.addresses import PUBLIC, Row
from tests.rows import make_brief, make_opinion, republish
from tests.test_addresses import Library

pytestmark = pytest.mark.django_db
BY_SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student)


def add(brief: Brief) -> str:
    return reverse("admin:briefs_brief_comment", args=[brief.pk])


def act(name: str, said: Comment) -> str:
    return reverse(f"admin:briefs_brief_{name}_comment", args=[said.brief_id, said.pk])


def form_of(brief: Brief) -> str:
    return reverse("admin:briefs_brief_change", args=[brief.pk])


def test_without_a_script_the_page_comes_back_at_the_place(as_attorney: Client, brief, attorney):
    sent = {"place": "facts", "text-facts": "Add the date.", "text-summary": "Left alone."}
    answer = as_attorney.post(add(brief), sent)
    assert answer["Location"] == f"{form_of(brief)}#comments-facts"
    said = Comment.objects.get()
    assert (said.text, said.field, said.author) == ("Add the date.", "facts", attorney)
    answer = as_attorney.post(act("resolve", said))
    assert answer["Location"] == f"{form_of(brief)}#comments-facts"
    assert not Comment.objects.open().exists()
    as_attorney.post(act("reopen", said))
    assert Comment.objects.open().exists()


def test_with_the_script_the_place_comes_back_alone(as_attorney: Client, brief):
    place = f"holding-{brief.holdings.get().pk}-answer"
    answer = as_attorney.post(add(brief), {"place": place, f"text-{place}": "<b>Which</b> date?"}, headers=BY_SCRIPT)
    found = answer.json()
    assert found["said"] == "Your comment was added."
    assert f'id="comments-{place}"' in found["html"]
    assert "&lt;b&gt;Which&lt;/b&gt; date?" in found["html"]
    assert "Holding 1, Answer" in found["list"]
    found = as_attorney.post(act("resolve", Comment.objects.get()), headers=BY_SCRIPT).json()
    assert "1 resolved comment" in found["html"]
    assert "Open comments" not in found["list"]


@pytest.mark.parametrize("headers", [{}, BY_SCRIPT])
def test_what_cannot_be_kept_is_said_in_a_sentence(as_attorney: Client, brief, headers):
    for sent, why in (
        ({"place": "facts", "text-facts": " "}, "Write the comment."),
        ({"place": "nowhere", "text-nowhere": "Hello."}, "There is no such field to comment on."),
        ({}, "Write the comment."),
        ({"place": "holding-\u0661", "text-holding-\u0661": "Hello."}, "not here any more"),
        ({"place": "a\r\nSet-Cookie: x", "text-facts": "Hello."}, "Write the comment."),
    ):
        answer = as_attorney.post(add(brief), sent, headers=headers)
        if headers:
            assert answer.status_code == 409
            assert why in answer.json()["said"]
        else:
            assert answer.status_code == 302
            assert "\n" not in answer["Location"]
            assert why in as_attorney.get(form_of(brief)).content.decode()
    assert not Comment.objects.exists()


def test_the_form_shows_threads_in_order_with_who_and_where(as_student: Client, brief, student, staff, attorney):
    comment(brief, by=attorney, text="Which date?", field="facts")
    comment(brief, by=staff, text="See the caption.", field="facts")
    comment(brief, by=attorney, text="Good; A75 836 651 stays covered.")
    send_back(brief, by=attorney, because="See the comments.")
    page = as_student.get(form_of(brief)).content.decode()
    assert "Open comments (3)" in page
    assert page.index("Which date?") < page.index("See the caption.")
    assert re.search(r"<strong>attorney</strong>, attorney", page)
    assert re.search(r"<strong>staff</strong>, staff", page)
    assert "836" not in page
    first = Comment.objects.order_by("pk").first()
    assert f'href="#comment-{first.pk}"' in page


def test_every_place_the_form_shows_can_be_spoken_of(as_attorney: Client, brief):
    page = as_attorney.get(form_of(brief)).content.decode()
    places = re.findall(r'data-place="([^"]*)"', page)
    holding = brief.holdings.get().pk
    assert {"brief", "facts", "summary", f"holding-{holding}", f"holding-{holding}-answer"} <= set(places)
    assert len(places) == len(set(places))
    for place in places:
        answer = as_attorney.post(add(brief), {"place": place, f"text-{place}": "Why?"}, headers=BY_SCRIPT)
        assert answer.status_code == 200, place
        assert f'id="comments-{place}"' in answer.json()["html"]
    assert brief.comments.count() == len(places)


def test_a_folded_holding_says_how_much_is_open(as_attorney: Client, brief, attorney):
    holding = brief.holdings.get()
    shown = re.compile(r'said-within"( hidden)?>(\d+) open comment')
    assert shown.search(as_attorney.get(form_of(brief)).content.decode()).groups() == (" hidden", "0")
    for place in (f"holding-{holding.pk}", f"holding-{holding.pk}-answer"):
        comment_at(brief, place, by=attorney, text="Why?")
    assert shown.search(as_attorney.get(form_of(brief)).content.decode()).groups() == (None, "2")


def test_a_writer_who_may_not_edit_now_reads_the_comments_all_the_same(as_student: Client, brief, attorney):
    comment_at(brief, "facts", by=attorney, text="Which date?")
    page = as_student.get(form_of(brief)).content.decode()
    assert "Which date?" in page
    assert reverse("admin:briefs_brief_resolve_comment", args=[brief.pk, Comment.objects.get().pk]) in page


def test_commenting_is_no_edit_of_the_brief(as_attorney: Client, as_student: Client, brief, student):
    brief.refresh_from_db()
    moment, kept = brief.changed_at, brief.history.count()
    as_attorney.post(add(brief), {"place": "facts", "text-facts": "Add the date."})
    brief.refresh_from_db()
    assert (brief.changed_at, brief.history.count()) == (moment, kept)


def test_another_brief_s_comments_are_out_of_reach(as_student: Client, as_attorney: Client, brief, student, staff):
    other = make_brief(make_opinion(student), staff)
    theirs = comment(other, by=staff, text="Between us.")
    for client in (as_student, as_attorney):  # under one's own brief's address there is no such comment
        for name in ("resolve", "reopen"):
            where = reverse(f"admin:briefs_brief_{name}_comment", args=[brief.pk, theirs.pk])
            assert client.post(where).status_code == 404
    assert as_student.post(add(other), {"place": "facts", "text-facts": "Hello."}).status_code == 403
    assert as_student.post(act("resolve", theirs)).status_code == 403
    assert as_student.post(act("resolve", theirs), headers=BY_SCRIPT).status_code == 403
    theirs.refresh_from_db()
    assert theirs.resolved_at is None


def test_comments_come_after_a_holding_was_taken_away(as_student: Client, brief, student, attorney):
    holding = brief.holdings.get()
    comment_at(brief, f"holding-{holding.pk}-rule", by=attorney, text="Whose rule is it?")
    holding.delete()
    assert "Whose rule is it?" in as_student.get(form_of(brief)).content.decode()


def test_queries_do_not_grow_with_comments(as_student: Client, brief, attorney, staff):
    counts = []
    for _ in range(2):
        for person in (attorney, staff):
            for place in ("facts", "summary", "brief"):
                comment_at(brief, place, by=person, text="Why?")
        as_student.get(form_of(brief))
        with CaptureQueriesContext(connection) as queries:
            as_student.get(form_of(brief))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_comments_never_leave_the_clinic(anyone: Client, brief, student, staff, attorney):
    said = "Quagga"
    places = (
        "brief",
        "facts",
        "title",
        f"holding-{brief.holdings.get().pk}",
        f"holding-{brief.holdings.get().pk}-answer",
    )
    for place in places:
        comment_at(brief, place, by=attorney, text=f"{said} at {place}.")
    send_back(brief, by=attorney, because=f"{said} because.")
    submit(brief, by=student)
    edition = publish(brief, by=attorney)
    republish(brief, by=attorney)
    assert said not in str(edition.page)
    library = Library(student, staff, attorney)
    library.shared |= {"edition": Edition.objects.get(brief=brief, is_current=True), "opinion": brief.opinion}
    read = 0
    for row in PUBLIC:
        if row.get[0] != "K":
            continue
        formats = [one.slug for one in FORMATS] if row.name.startswith("export") else [""]
        for format in formats:
            path = tuple(f"={format}" if format and part in ("=pdf", "=ris") else part for part in row.path)
            answer = anyone.get(library.address(Row(row.name, path, "", ""), "own"))
            assert said.encode() not in unpacked(answer), row.name
            read += answer.status_code == 200
    assert read >= len(PUBLIC) - 5
    found = anyone.get(f"/briefs/?q={said}").content.decode()
    assert f"{said} at" not in found
    assert f"{said} because" not in found


def unpacked(answer) -> bytes:
    """The bytes of an answer, those inside an office file or a PDF's streams too."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    found = [body]
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            found += [packed.read(name) for name in packed.namelist()]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", body, re.DOTALL):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompress(stream))
    return b"\n".join(found)
