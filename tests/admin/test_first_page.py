"""The desk's first page, the queue and signing in: what a person needs first."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from briefs.workflow.receive import receive
from briefs.workflow.submit import send_back
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db
QUEUE = "/admin/briefs/brief/queue/"


def shown(answer) -> list[tuple[str, list[str]]]:
    return [(part["title"], [brief.title for brief in part["briefs"]]) for part in answer.context["parts"]]


def test_signing_in_is_in_the_project_s_clothes(anyone: Client):
    page = anyone.get("/admin/login/").content.decode()
    assert "Pincite" in page
    assert "css/tokens.css" in page
    assert "<h1>" in page
    assert "<style" not in page


def test_each_sees_what_waits_for_them(as_student, as_staff, as_attorney, student, staff, attorney):
    opinion = make_opinion(student)
    receive("waiting.txt", b"Some words that wait.", by=student)
    make_brief(opinion, student, title="Submitted by the student")
    make_brief(opinion, student, title="Drafted by the student", submitted=False)
    make_brief(opinion, attorney, title="Submitted by the attorney")
    returned = make_brief(opinion, staff, title="Returned to the staff")
    send_back(returned, by=attorney, because="Mend it.")
    assert shown(as_attorney.get(QUEUE)) == [
        ("Waiting for your approval", ["Submitted by the student"]),
        ("Waiting for a supervising attorney", ["Submitted by the attorney"]),
        ("Returned to their authors", ["Returned to the staff"]),
        ("Being written", ["Drafted by the student"]),
    ]
    assert shown(as_student.get(QUEUE)) == [
        ("Waiting for a supervising attorney", ["Submitted by the student"]),
        ("Being written", ["Drafted by the student"]),
    ]
    first = as_attorney.get("/admin/").content.decode()
    for words in ("Review queue", "Submitted by the student", "waiting.txt", opinion.case.short_name):
        assert words in first
    assert "Submitted by the attorney" not in first
    mine = as_student.get("/admin/").content.decode()
    assert "My briefs" in mine
    assert "Drafted by the student" in mine
    assert "Submitted by the attorney" not in mine
    assert shown(as_staff.get(QUEUE))[0] == ("Waiting for your approval", [])


@pytest.mark.parametrize("where", ["/admin/", QUEUE, "/admin/briefs/source/import/", "/admin/briefs/brief/"])
def test_no_page_has_a_script_or_style_inside(as_attorney: Client, student, where: str):
    make_brief(make_opinion(student), student)
    answer = as_attorney.get(where)
    page = answer.content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"]


def test_the_desks_are_a_click_from_everywhere(as_student: Client, student):
    page = as_student.get(reverse("admin:briefs_case_changelist")).content.decode()
    for where in ("briefs_source_import", "briefs_opinion_changelist", "briefs_brief_changelist", "briefs_brief_queue"):
        assert f'href="{reverse(f"admin:{where}")}"' in page


@pytest.mark.parametrize(
    ("address", "desk"),
    [
        ("/admin/briefs/source/import/", "Import"),
        ("/admin/briefs/opinion/", "Opinions"),
        ("/admin/briefs/opinion/anchors/", "Anchors"),
        ("/admin/briefs/brief/", "Briefs"),
        (QUEUE, "Queue"),
        ("/admin/briefs/brief/agreement/", "Agreement"),
        ("/admin/briefs/court/", ""),
        ("/admin/", ""),
    ],
)
def test_the_desk_one_stands_at_is_marked(as_attorney: Client, address: str, desk: str):
    page = as_attorney.get(address).content.decode()
    assert re.findall(r'aria-current="true">(\w+)', page.partition("</nav>")[0]) == ([desk] if desk else [])


def test_a_student_is_led_to_their_own_briefs_and_to_no_desk_of_staff(as_student: Client, student):
    frame = as_student.get("/admin/briefs/court/").content.decode().partition("</nav>")[0]
    names = re.findall(r'<li><a href="[^"]*">([^<]+)</a></li>', frame)
    assert names == ["Import", "Opinions", "Briefs", "My briefs", "Anchors", "Portfolio"]


def test_who_cannot_sign_in_is_told_whom_to_ask_and_the_way_out(anyone: Client):
    page = anyone.get("/admin/login/").content.decode()
    assert "asks whoever keeps this site" in page
    assert '<a href="/">Back to the public pages</a>' in page


def test_the_way_back_is_one_of_desks(as_attorney: Client, student):
    brief = make_brief(make_opinion(student), student)
    page = as_attorney.get(reverse("admin:briefs_brief_change", args=[brief.pk])).content.decode()
    crumbs = re.sub(r"<[^>]+>", "", page.partition('class="breadcrumbs">')[2].partition("</div>")[0])
    assert crumbs == f"Home &rsaquo; Briefs &rsaquo; {brief.title}"
    page = as_attorney.get("/admin/briefs/authority/").content.decode()
    assert 'class="breadcrumbs"><a href="/admin/">Home</a> &rsaquo; Authorities</div>' in page


def test_who_may_not_enter_is_told_in_the_clinic_s_words(anyone: Client):
    page = anyone.post("/admin/login/", {"username": "student", "password": "no"}).content.decode()
    assert "The username or the password is not right" in page
    assert "staff account" not in page
    assert "Username</label>" in page
