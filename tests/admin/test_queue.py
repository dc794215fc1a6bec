"""The queue: what waits for whom and since when, with what is still open; its cost does not grow."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefs.models import Brief
from briefs.workflow.approve import approve
from briefs.workflow.comment import comment
from briefs.workflow.hand_over import hand_over
from briefs.workflow.note_later_law import note_later_law
from briefs.workflow.publish import publish
from briefs.workflow.submit import send_back
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db
QUEUE = "/admin/briefs/brief/queue/"


def shown(client: Client) -> dict[str, list[str]]:
    return {part["name"]: [brief.title for brief in part["briefs"]] for part in client.get(QUEUE).context["parts"]}


def test_every_state_has_its_place(as_attorney, as_staff, as_student, student, staff, attorney):
    opinion = make_opinion(student)
    rows = {name: make_brief(opinion, student, title=name) for name in ("Sent", "Approved", "Lapsed", "Live", "Later")}
    for name in ("Approved", "Lapsed"):
        approve(rows[name], by=attorney)
    rows["Lapsed"].facts = "Other facts."
    rows["Lapsed"].save()
    for name in ("Live", "Later"):
        publish(rows[name], by=attorney)
    note_later_law([str(rows["Later"].pk)], by=staff, kind="doubted", note="It was doubted.")
    hand_over(make_brief(opinion, student, title="Nobody's", submitted=False), by=staff, to=None)
    assert shown(as_attorney) == {
        "to_approve": ["Sent", "Lapsed"],
        "to_publish": ["Approved"],
        "later_law": ["Later"],
        "ownerless": ["Nobody's"],
    }
    assert shown(as_staff)["to_approve"] == []
    assert set(shown(as_staff)["with_others"]) == {"Sent", "Approved", "Lapsed"}
    assert set(shown(as_student)["with_others"]) == {"Sent", "Approved", "Lapsed"}
    assert "ownerless" not in shown(as_student)
    page = as_attorney.get(QUEUE).content.decode()
    assert "Approved; changed since" in page
    assert "without owner" in page
    assert "1 later law" in page


def test_a_return_comes_with_its_open_comments(as_student, student, attorney):
    brief = make_brief(make_opinion(student), student)
    comment(brief, by=attorney, text="Add the date.", field="facts")
    comment(brief, by=attorney, text="Cite it.")
    send_back(brief, by=attorney, because="See the comments, A75 836 651.")
    page = as_student.get(QUEUE).content.decode()
    assert "2 open comments" in page
    assert "See the comments, " in page
    assert "836" not in page
    assert "2 open comments" in as_student.get("/admin/").content.decode()


def test_the_first_page_tells_of_briefs_without_owner(as_staff, as_student, student):
    make_brief(make_opinion(student), student, submitted=False)
    student.is_active = False
    student.save()
    assert "1 brief without owner" in as_staff.get("/admin/").content.decode()


def test_queries_do_not_grow_with_the_queue(as_attorney, student, staff, attorney):
    opinion = make_opinion(student)
    counts = []
    for _ in range(2):
        for _ in range(2):
            make_brief(opinion, student, submitted=False)
            send_back(make_brief(opinion, student), by=attorney, because="Mend it.")
            comment(make_brief(opinion, student), by=attorney, text="Why?")
            approved, live = make_brief(opinion, student), make_brief(opinion, staff)
            approve(approved, by=attorney)
            publish(live, by=attorney)
            live = Brief.objects.get(pk=live.pk)
            live.facts = "Rewritten."
            live.save()
            hand_over(make_brief(opinion, student), by=staff, to=None)
        as_attorney.get(QUEUE)
        with CaptureQueriesContext(connection) as queries:
            as_attorney.get(QUEUE)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


def test_the_queue_leads_to_the_other_pages(as_staff, as_student, student, staff):
    page = as_staff.get(QUEUE).content.decode()
    for name in ("handover", "agreement"):
        assert reverse(f"admin:briefs_brief_{name}") in page
    page = as_student.get(QUEUE).content.decode()
    assert reverse("admin:briefs_brief_handover") not in page
    assert reverse("admin:briefs_brief_portfolio", args=[student.pk]) in page


def test_the_queue_the_list_and_the_first_page_say_what_is_missing(as_attorney, as_student, student):
    brief = make_brief(make_opinion(student), student, submitted=False, facts=" ", disposition="")
    brief.holdings.get().pins.all().delete()
    words = "a pin for 1 holding, facts, disposition"
    assert f"<strong>Still missing:</strong> {words}; law not checked" in as_attorney.get(QUEUE).content.decode()
    assert f"Still missing: {words}" in as_student.get("/admin/").content.decode()
    listed = as_attorney.get(reverse("admin:briefs_brief_changelist")).content.decode()
    assert f'<td class="field-missing">{words}, a check of the law</td>' in listed


def test_an_empty_cell_of_a_list_is_marked_as_one(as_attorney, student):
    opinion = make_opinion(student)
    opinion.case.court = None
    opinion.case.save()
    listed = as_attorney.get(reverse("admin:briefs_opinion_changelist")).content.decode()
    assert '<td class="field-court"><span class="nothing">–</span></td>' in listed
