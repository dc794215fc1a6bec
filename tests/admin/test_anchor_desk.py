"""The anchor desk: old and new words side by side, one decision after another, and the texts an opinion has had."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from briefs.models import Annotation, Opinion, Source
from briefs.text.normalise import normalise
from briefs.workflow.discard import discard
from briefs.workflow.publish import publish
from briefs.workflow.reanchor import reanchor
from briefs.workflow.refusal import Refused
from tests.admin.in_browser import BROWSER, in_browser
from tests.rows import HELD, TEXT, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
CHANGED = TEXT.replace("amounts to little more than conjecture", "amounts to mere conjecture")
LIST = "/admin/briefs/opinion/anchors/"


@pytest.fixture
def lost(student, attorney) -> Annotation:
    """The student's mark that a published holding rests on, its words changed."""
    brief = make_brief(make_opinion(student), student)
    publish(brief, by=attorney)
    reanchor(Opinion.objects.get(), normalise(CHANGED))
    return Annotation.objects.get()


def desk(opinion_id: int) -> str:
    return reverse("admin:briefs_opinion_anchors", args=[opinion_id])


def settle(client: Client, one: Annotation, **sent: object):
    return client.post(reverse("admin:briefs_opinion_place", args=[one.opinion_id, one.pk]), sent)


def told(answer) -> str:
    return "\n".join(str(message) for message in get_messages(answer.wsgi_request))


def test_old_and_new_stand_side_by_side_with_what_differs_how_sure_and_what_rests_on_it(as_staff: Client, lost):
    page = " ".join(as_staff.get(desk(lost.opinion_id)).content.decode().split())
    assert "1 mark waits" in page
    assert '<del><span class="visually-hidden">taken: </span>little more than </del>' in page
    assert '<ins><span class="visually-hidden">added: </span>mere </ins>' in page
    assert "The words changed: they are" in page
    assert "of 100 like the old ones" in page
    assert "On it rests holding 1 of" in page
    assert "the next edition waits until this mark is settled" in page
    assert "As it was marked, para. 3" in page


def test_a_decision_leads_to_the_next_mark_and_says_what_was_done(as_staff: Client, staff, lost):
    other = mark(lost.opinion, staff, "timely petition for review")
    reanchor(lost.opinion, normalise(CHANGED.replace("timely petition", "late petition")))
    answer = settle(as_staff, other, act="accept", seen=3)
    assert answer["Location"] == f"{desk(lost.opinion_id)}#mark-{lost.pk}"
    assert told(answer).startswith("Accepted")
    other.refresh_from_db()
    assert (other.anchor_state, other.quote) == ("placed", "late petition for review")
    answer = settle(as_staff, lost, act="retire", seen=3)
    assert answer["Location"] == f"{desk(lost.opinion_id)}#waiting"
    page = as_staff.get(desk(lost.opinion_id)).content.decode()
    assert "0 marks wait" in page
    assert HELD.replace("'", "&#x27;") in page
    settle(as_staff, lost, act="bring back")
    assert "1 mark waits" in as_staff.get(desk(lost.opinion_id)).content.decode()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"act": "accept"}, "The Board's reasoning amounts to mere conjecture."),
        ({"quote": "we therefore grant the petition and remand."}, "We therefore grant the petition and remand."),
        ({"place": "0-10"}, "Petitioner"),
    ],
)
def test_a_mark_is_put_on_the_chosen_words(as_student: Client, lost, sent: dict[str, str], words: str):
    settle(as_student, lost, seen=2, **sent)
    lost.refresh_from_db()
    assert (lost.quote, lost.anchor_state) == (words, "placed")


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"act": "accept", "seen": 1}, "The text was replaced meanwhile"),
        ({"quote": "words that nobody wrote"}, "do not stand in the opinion"),
        ({"quote": ""}, "Paste the words"),
        ({"place": "7-99999999"}, "lies outside"),
        ({"place": "x"}, "Paste the words"),
        ({"act": "explode"}, "Choose what to do"),
        ({"act": "bring back"}, "brought back already"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(as_staff: Client, lost, sent: dict[str, object], why: str):
    answer = settle(as_staff, lost, **sent)
    assert why in told(answer)
    assert answer["Location"].endswith(f"#mark-{lost.pk}")
    lost.refresh_from_db()
    assert (lost.quote, lost.anchor_state, lost.retired_at) == (HELD, "suspect", None)


def test_students_see_all_marks_and_settle_their_own(as_student: Client, staff, lost):
    theirs = mark(lost.opinion, staff, "timely petition for review")
    reanchor(lost.opinion, normalise(CHANGED.replace("timely petition", "late petition")))
    page = as_student.get(desk(lost.opinion_id)).content.decode()
    assert page.count('value="accept"') == 1
    assert "Only staff, staff and attorneys settle this mark" in page
    assert settle(as_student, theirs, act="accept").status_code == 403
    theirs.refresh_from_db()
    assert theirs.anchor_state == "suspect"


def test_the_desks_list_and_counts_say_what_waits(as_staff: Client, anyone: Client, lost):
    assert "1 mark waits" in as_staff.get(LIST).content.decode()
    first = as_staff.get("/admin/").content.decode()
    assert f'href="{LIST}"' in first
    assert "1 mark lost its place" in first
    assert anyone.get(LIST).status_code == anyone.get(desk(lost.opinion_id)).status_code == 302
    Annotation.objects.update(anchor_state="placed")
    assert "Every mark stands on its words" in as_staff.get(LIST).content.decode()
    assert "lost its place" not in as_staff.get("/admin/").content.decode()


def test_the_desk_costs_the_same_however_many_wait(as_staff: Client, staff, lost, django_assert_max_num_queries):
    with django_assert_max_num_queries(12) as few:
        as_staff.get(desk(lost.opinion_id))
    for _ in range(8):
        mark(lost.opinion, staff, "timely petition for review")
    reanchor(lost.opinion, normalise(CHANGED.replace("timely petition", "late petition")))
    with django_assert_max_num_queries(12) as many:
        as_staff.get(desk(lost.opinion_id))
    assert len(few) == len(many)


def test_identifiers_are_masked_in_every_text(as_staff: Client, student):
    opinion = make_opinion(student)
    marked = mark(opinion, student, "filed a timely petition for review")
    reanchor(opinion, normalise(TEXT.replace("a timely petition", "on time a petition")))
    kept = reverse("admin:briefs_opinion_text", args=[opinion.pk, 1])
    for where in (desk(opinion.pk), kept, reverse("admin:briefs_opinion_texts", args=[opinion.pk])):
        page = as_staff.get(where).content.decode()
        assert "836 651" not in page
    assert "filed" in as_staff.get(desk(marked.opinion_id)).content.decode()


def test_earlier_texts_are_read_with_what_the_next_one_changed(as_student: Client, student, staff, lost):
    reanchor(lost.opinion, normalise(TEXT), by=staff, because="The first was right.")
    texts = as_student.get(reverse("admin:briefs_opinion_texts", args=[lost.opinion_id])).content.decode()
    assert "The first was right." in texts
    page = as_student.get(reverse("admin:briefs_opinion_text", args=[lost.opinion_id, 1])).content.decode()
    assert "What text 2 changed" in page
    assert '<ins><span class="visually-hidden">added: </span>mere </ins>' in page
    assert HELD.replace("'", "&#x27;") in page
    assert as_student.get(reverse("admin:briefs_opinion_text", args=[lost.opinion_id, 9])).status_code == 404


class TestNewText:
    """A file or a corrected paragraph, seen before it is kept."""

    def upload(self, client: Client, opinion: Opinion, text: str, **sent: object):
        file = SimpleUploadedFile("again.txt", text.encode())
        return client.post(reverse("admin:briefs_opinion_new_text", args=[opinion.pk]), {"files": file, **sent})

    def test_a_file_is_previewed_and_then_kept(self, as_staff: Client, student):
        opinion = make_opinion(student)
        mark(opinion, student)
        preview = self.upload(as_staff, opinion, CHANGED)["Location"]
        page = as_staff.get(preview)
        assert page.context["tally"] == {"placed": 0, "moved": 0, "suspect": 1, "orphan": 0}
        assert "<ins>" in page.content.decode()
        assert Opinion.objects.get().text_version == 1
        assert as_staff.post(preview, {"because": ""}).status_code == 400
        answer = as_staff.post(preview, {"because": "A better scan."})
        assert answer["Location"] == desk(opinion.pk)
        assert "1 suspect" in told(answer)
        assert "mere conjecture" in Opinion.objects.get().text
        assert not Source.objects.waiting().exists()

    @pytest.mark.parametrize(
        ("text", "why"), [(TEXT, "byte for byte"), (TEXT + "\n\n", "word for word"), ("\x00\x01", "NUL"), ("", "empty")]
    )
    def test_what_is_no_new_text_is_refused_on_the_form(self, as_staff: Client, student, text: str, why: str):
        opinion = make_opinion(student)
        answer = self.upload(as_staff, opinion, text)
        assert answer.status_code == 400
        assert why in answer.content.decode()

    def test_the_file_of_an_earlier_text_waits_for_nobody_and_is_kept(self, as_staff: Client, staff):
        opinion = make_opinion(staff)
        earlier = opinion.source
        as_staff.post(self.upload(as_staff, opinion, CHANGED)["Location"], {"because": "A better scan."})
        assert not Source.objects.waiting().exists()
        with pytest.raises(Refused, match="kept as it came"):
            discard(earlier, by=staff)
        assert make_opinion(staff) == opinion

    def test_a_paragraph_is_corrected_and_what_was_typed_is_never_lost(self, as_staff: Client, student):
        opinion = make_opinion(student)
        passage = next(one for one in opinion.passages.all() if "no nexus" in one.text)
        where = reverse("admin:briefs_opinion_correct", args=[opinion.pk]) + f"?passage={passage.ordinal}"
        assert passage.text in as_staff.get(where).content.decode()
        words = passage.text.replace("no nexus", "a nexus")
        stale = as_staff.post(where, {"words": words, "because": "Misread.", "seen": 7})
        assert stale.status_code == 400
        assert "found a nexus" in stale.content.decode()
        as_staff.post(where, {"words": words, "because": "Misread.", "seen": 1})
        assert "found a nexus" in Opinion.objects.get().text
        assert as_staff.get(where.replace("passage=", "passage=x")).status_code == 404

    def test_only_staff_change_a_text(self, as_student: Client, student, staff):
        opinion = make_opinion(student)
        source = make_opinion(staff, text=CHANGED, name="other.txt").source
        for where in (
            reverse("admin:briefs_opinion_new_text", args=[opinion.pk]),
            reverse("admin:briefs_opinion_new_text_preview", args=[opinion.pk, source.pk]),
            reverse("admin:briefs_opinion_correct", args=[opinion.pk]) + "?passage=1",
        ):
            assert as_student.get(where).status_code == as_student.post(where).status_code == 403


class TestByKeyboard:
    """The script of the desk, in a real Chromium on the real page."""

    pytestmark = BROWSER

    def test_a_key_presses_its_button_once_and_never_in_a_field(self, as_staff: Client, lost):
        answer = as_staff.get(desk(lost.opinion_id))
        with in_browser(answer.content, answer["Content-Security-Policy"]) as (page, sent):
            for key, act in (("a", "accept"), ("r", "retire")):  # after each the page comes again
                page.keyboard.press(key)
                assert sent == []  # nothing has the focus
                page.get_by_role("link", name="Start with the first").click()
                page.keyboard.press("c")
                page.keyboard.type("arjkc")
                assert page.evaluate("document.activeElement.value") == "arjkc"
                assert sent == []
                page.keyboard.press("Escape")
                assert page.evaluate("document.activeElement.id") == f"mark-{lost.pk}"
                with page.expect_navigation():
                    page.keyboard.press(key)
                assert [one["act"] for one in sent] == [[act]]
                sent.clear()
