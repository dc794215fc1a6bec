"""The citation desk: one decision after another, by mouse, by keyboard, and never two people over each other."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from briefs.models import Authority, Citation
from briefs.workflow.cite import cite
from briefs.workflow.correct import dismiss
from tests.admin.forms import said
from tests.admin.in_browser import BROWSER, in_browser
from tests.rows import make_opinion

pytestmark = pytest.mark.django_db
DESK = "/admin/briefs/citation/desk/"


@pytest.fixture
def waiting(student) -> list[Citation]:
    """Two citations that wait, in the order of the desk: one unresolved, one flagged."""
    opinion = make_opinion(student)
    first, second = opinion.citations.order_by("start")
    opinion.citations.filter(pk=first.pk).update(flags=[["pin-outside", "The pin cannot be of it."]])
    opinion.citations.filter(pk=second.pk).update(authority=None, why="It may mean either.", form="id")
    return list(opinion.citations.order_by("start"))


def decide(client: Client, citation: Citation, query: str = "", **sent: object):
    where = reverse("admin:briefs_citation_decide", args=[citation.pk])
    return client.post(where + (f"?{query}" if query else ""), sent)


def told(answer) -> str:
    return "\n".join(str(message) for message in get_messages(answer.wsgi_request))


def test_the_desk_shows_each_in_its_sentence_with_why_and_the_likely(as_staff: Client, waiting):
    page = as_staff.get(DESK).content.decode()
    assert "2 citations wait" in page
    assert "<mark>Maldonado-Cruz v. INS, 883 F.2d 788, 791" in page
    assert "The pin cannot be of it." in page
    assert "It may mean either." in page
    assert f'href="{reverse("admin:briefs_opinion_annotate", args=[waiting[0].opinion_id])}#para-2"' in page
    assert page.count(f'name="authority" value="{waiting[0].authority_id}"') == 2  # as printed, and cited before
    assert page.count('value="accept"') == 1  # what cites nothing cannot be accepted


def test_a_decision_leads_to_the_next_and_says_what_was_done(as_staff: Client, staff, waiting):
    first, second = waiting
    answer = decide(as_staff, first, "form=full&page=1", decision="accept")
    assert answer["Location"] == f"{DESK}?form=full&page=1#doubts"  # the other one is an id.
    assert told(answer).startswith("Accepted: “Maldonado-Cruz v. INS, 883 F.2d 788, 791")
    first.refresh_from_db()
    assert (first.decision, first.corrected_by) == ("accepted", staff)
    assert first not in Citation.objects.undecided()
    Citation.objects.filter(pk=first.pk).update(decision="")
    assert decide(as_staff, first, decision="dismiss")["Location"] == f"{DESK}#citation-{second.pk}"
    first.refresh_from_db()
    assert (first.decision, first.authority) == ("dismissed", None)


def test_one_of_the_likely_is_chosen_or_another_is_typed(as_staff: Client, waiting):
    first, second = waiting
    likely = first.authority
    assert "Chosen" in told(decide(as_staff, second, authority=likely.pk))
    second.refresh_from_db()
    assert (second.authority, second.decision) == (likely, "chosen")
    assert "cites 100 f3d 1" in told(decide(as_staff, first, cite="100 f3d 1"))
    first.refresh_from_db()
    assert first.authority == Authority.objects.get(key="case:100:F.3d:1")
    cite(first.opinion)
    assert set(Citation.objects.filter(decision="chosen")) == {first, second}  # the engine changes no decision


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"cite": "no citation at all"}, "names no one authority"),
        ({"cite": ""}, "names no one authority"),
        ({"cite": "<b>8</b>"}, "names no one authority"),
        ({"decision": "accept"}, "unresolved; choose what it cites"),
        ({}, "names no one authority"),
    ],
)
def test_what_cannot_be_done_is_said_and_one_stays_where_one_was(as_staff: Client, waiting, sent, sentence):
    answer = decide(as_staff, waiting[1], "form=id", **sent)
    assert answer["Location"] == f"{DESK}?form=id#citation-{waiting[1].pk}"
    assert sentence in told(answer)
    waiting[1].refresh_from_db()
    assert waiting[1].decision == ""


def test_what_another_decided_meanwhile_is_not_undone(as_staff: Client, attorney, waiting):
    dismiss(waiting[0], by=attorney)
    assert "decided or found anew meanwhile" in told(decide(as_staff, waiting[0], cite="100 F.3d 1"))
    waiting[0].refresh_from_db()
    assert (waiting[0].decision, waiting[0].corrected_by) == ("dismissed", attorney)
    assert not Authority.objects.filter(key="case:100:F.3d:1").exists()
    gone = Citation(pk=waiting[1].pk)
    cite(waiting[1].opinion)  # finds anew what nobody decided
    assert "found anew meanwhile" in told(decide(as_staff, gone, decision="dismiss"))


def test_an_authority_that_is_not_there_is_no_page(as_staff: Client, waiting):
    assert decide(as_staff, waiting[0], authority="999999").status_code == 404


def test_students_and_anyone_decide_nothing(as_student: Client, anyone: Client, waiting):
    assert as_student.get(DESK).status_code == 403
    assert "Only staff and attorneys" in as_student.get(DESK).content.decode()
    for client, status in ((as_student, 403), (anyone, 302)):
        assert decide(client, waiting[0], decision="accept").status_code == status
        assert decide(client, waiting[1], cite="100 F.3d 1").status_code == status
    assert Citation.objects.undecided().count() == 2
    assert not Authority.objects.filter(key="case:100:F.3d:1").exists()
    for where in ("/admin/", reverse("admin:briefs_citation_changelist")):
        assert DESK not in as_student.get(where).content.decode()


def test_the_desk_is_a_click_from_everywhere_with_its_count_on_the_first_page(as_attorney: Client, waiting):
    for where in ("/admin/", reverse("admin:briefs_case_changelist"), reverse("admin:briefs_citation_changelist")):
        assert f'href="{DESK}"' in as_attorney.get(where).content.decode()
    assert "2 citations wait for a person" in as_attorney.get("/admin/").content.decode()
    Citation.objects.update(decision="accepted")
    assert "No citation waits" in as_attorney.get("/admin/").content.decode()
    assert "Nothing waits." in as_attorney.get(DESK).content.decode()


def test_the_list_of_citations_tells_and_narrows_decisions(as_staff: Client, staff, waiting):
    dismiss(waiting[0], by=staff)
    where = reverse("admin:briefs_citation_changelist")
    assert list(as_staff.get(where, {"decision__exact": "dismissed"}).context["cl"].result_list) == [waiting[0]]
    assert list(as_staff.get(where, {"resolved": "waiting"}).context["cl"].result_list) == [waiting[1]]
    assert "Not a citation" in as_staff.get(where).content.decode()
    assert "Dismissed" in said(decide(as_staff, waiting[1], decision="dismiss").client.get(DESK))


def test_the_desk_costs_the_same_however_much_waits(as_staff: Client, student, waiting, django_assert_max_num_queries):
    with django_assert_max_num_queries(11) as few:
        as_staff.get(DESK)
    for number in range(12):
        made = make_opinion(student, name=f"{number}.txt", text=f"{waiting[0].opinion.raw}\nCopy {number}.\n")
        Citation.objects.filter(pk=made.citations.latest("start").pk).update(authority=None)
    with django_assert_max_num_queries(11) as many:
        as_staff.get(DESK)
    assert len(few) == len(many)


class TestByKeyboard:
    """The script of the desk, in a real Chromium on the real page."""

    pytestmark = BROWSER

    def test_keys_decide_once_while_a_citation_has_the_focus_and_never_in_a_field(self, as_staff: Client, waiting):
        answer = as_staff.get(DESK)
        first, second = waiting
        with in_browser(answer.content, answer["Content-Security-Policy"]) as (page, sent):
            focus = "document.activeElement.closest('.doubt')?.id ?? ''"
            page.keyboard.press("d")
            assert sent == []  # nothing has the focus
            page.get_by_role("link", name="Start with the first").click()
            assert page.evaluate(focus) == f"citation-{first.pk}"
            page.keyboard.press("j")
            assert page.evaluate(focus) == f"citation-{second.pk}"
            page.keyboard.press("a")
            assert sent == []  # what cites nothing cannot be accepted
            page.keyboard.press("ArrowUp")
            page.keyboard.press("k")
            assert page.evaluate(focus) == f"citation-{first.pk}"
            page.keyboard.press("/")
            page.keyboard.type("a1dj/")
            assert sent == []
            assert page.evaluate("document.activeElement.value") == "a1dj/"
            page.keyboard.press("Escape")
            assert page.evaluate("document.activeElement.id") == f"citation-{first.pk}"
            with page.expect_navigation():
                page.keyboard.press("1")
            assert sent[0]["authority"] == [str(first.authority_id)]
            for key, decision in (("a", "accept"), ("d", "dismiss")):  # after each the page comes again
                sent.clear()
                page.get_by_role("link", name="Start with the first").click()
                with page.expect_navigation():
                    page.keyboard.press(key)
                assert [one["decision"] for one in sent] == [[decision]]  # once
