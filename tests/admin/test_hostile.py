"""Whatever is sent to the desk gets an answer in words: never a fault, never somebody else's rows, never twice."""

import datetime
import re
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from briefs.models import Annotation, Brief, Comment, Edition, Holding
from briefs.workflow.comment import comment
from briefs.workflow.publish import publish
from briefs.workflow.submit import submit
from tests.addresses import DESKS, LISTS, WAY
from tests.admin.forms import filled, new_holding
from tests.rows import HELD, make_brief, make_opinion, mark
from tests.test_addresses import Library

pytestmark = pytest.mark.django_db
MARKUP = "<script>alert(1)</script><img src=x onerror=go()>"
WORDS = {
    "a NUL": "a\x00b",
    "markup among odd signs": f"{MARKUP} ²٣ 👩🏽‍⚖️ e\u0301 \U0010ffff \u202eright to left\u202c \u2066x\u2069",
    "many": "x" * 60_000,
    "digits": "9" * 40,
}
NAMES = (
    *("because", "place", "text-facts", "text-brief", "what", "quote", "brief", "other", "act", "seen", "decision"),
    *("into", "kind", "voice", "note", "issues", "start", "end", "version", "seen_at", "used_in", "title", "facts"),
    *("cite", "authority", "words", "files", "text", "name", "owner", "to", "from", "briefs", "base", "kept", "_move"),
    *("issue", "mark", "removed", "q", "p", "author", "since", "number", "holdings-TOTAL_FORMS", "action", "of"),
)


@pytest.fixture
def library(student, staff, attorney) -> Library:
    return Library(student, staff, attorney)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_odd_words_in_every_field_of_every_address_get_an_answer(library: Library, as_attorney: Client, words: str):
    as_attorney.raise_request_exception = False
    faults = []
    for row in (one for one in [*WAY, *DESKS, *LISTS] if one.post[-1] not in "SX" or one.get[-1] == "K"):
        where = library.address(row, "own")
        answers = {}
        if row.get[-1] == "K" and len(words) < 100:
            answers["GET"] = as_attorney.get(where.partition("?")[0], dict.fromkeys(NAMES, words))
        if row.post[-1] not in "SX":
            answers["POST"] = as_attorney.post(where, dict.fromkeys(NAMES, words))
        for method, answer in answers.items():
            reads = answer["Content-Type"].startswith(("text/html", "application/json")) and not answer.streaming
            if answer.status_code >= 500 or (reads and "<script>alert" in answer.content.decode()):
                faults.append((row.name, method, answer.status_code))
    assert faults == []


def test_what_hangs_on_another_brief_is_not_reached_through_one_s_own(as_student: Client, student, staff, attorney):
    opinion = make_opinion(student)
    mine, theirs = make_brief(opinion, student, submitted=False), make_brief(opinion, staff, submitted=False)
    said = comment(theirs, by=attorney, text="Why?", field="facts")
    for name in ("resolve_comment", "reopen_comment"):
        where = reverse(f"admin:briefs_brief_{name}", args=[mine.pk, said.pk])
        assert as_student.post(where).status_code == 404
    said.refresh_from_db()
    assert said.resolved_at is None
    holding = theirs.holdings.get()
    where = reverse("admin:briefs_brief_comment", args=[mine.pk])
    place = f"holding-{holding.pk}"
    as_student.post(where, {"place": place, f"text-{place}": "Mine now."})
    assert Comment.objects.count() == 1
    form = filled(as_student.get(reverse("admin:briefs_brief_change", args=[mine.pk])))
    form |= {"holdings-0-id": str(holding.pk), "holdings-0-answer": "Taken over."}
    as_student.post(reverse("admin:briefs_brief_change", args=[mine.pk]), form)
    holding.refresh_from_db()
    assert (holding.brief_id, "Taken over." in holding.answer) == (theirs.pk, False)


def test_markup_that_is_written_down_is_shown_as_it_was_typed(as_attorney: Client, as_student: Client, student, staff):
    opinion = make_opinion(student)
    mark(opinion, student, HELD, note=MARKUP)
    brief = make_brief(opinion, student, submitted=False, title=MARKUP, facts=f"“{MARKUP} x”", clinic_notes=MARKUP)
    brief.holdings.update(answer=f"[x](javascript:go()) {MARKUP}")
    comment(brief, by=staff, text=MARKUP, field="facts")
    for name in ("change", "quotations", "preview", "history"):
        page = as_attorney.get(reverse(f"admin:briefs_brief_{name}", args=[brief.pk])).content.decode()
        assert "<script>alert" not in page
        assert not re.search(r"<img[^>]*onerror=", page)
        assert not re.search(r"href=.?javascript:", page)
    desk = as_student.get(reverse("admin:briefs_opinion_annotate", args=[opinion.pk])).content.decode()
    assert "&lt;script&gt;alert" in desk
    assert "<script>alert" not in desk
    for where in ("/admin/", reverse("admin:briefs_brief_queue"), reverse("admin:briefs_brief_changelist")):
        assert "<script>alert" not in as_attorney.get(where).content.decode()


def test_ten_million_signs_are_kept_or_refused_with_a_sentence(as_student: Client, as_attorney: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    where = reverse("admin:briefs_brief_change", args=[brief.pk])
    long = " ".join(f"word{number}" for number in range(900_000))
    answer = as_student.post(where, filled(as_student.get(where), facts=long))
    assert answer.status_code in (200, 302, 400, 413)
    brief.refresh_from_db()
    assert brief.facts == long
    submit(brief, by=student)
    pressed = as_attorney.post(reverse("admin:briefs_brief_publish", args=[brief.pk]))
    assert "a brief has at most 50,000" in " ".join(map(str, get_messages(pressed.wsgi_request)))


class TestPressedTwice:
    """A button that is pressed twice before its answer comes does its work once."""

    def test_saving_a_new_holding(self, as_student: Client, student):
        brief = make_brief(make_opinion(student), student, submitted=False)
        where = reverse("admin:briefs_brief_change", args=[brief.pk])
        sent = filled(as_student.get(where)) | new_holding(1, answer="Said once.") | {"holdings-TOTAL_FORMS": 2}
        for _ in range(2):
            assert as_student.post(where, sent).status_code == 302
        assert list(brief.holdings.values_list("number", flat=True)) == [1, 2]

    @pytest.mark.parametrize(
        ("name", "sent", "counted"),
        [
            ("briefs_brief_comment", {"place": "facts", "text-facts": "Why?"}, Comment),
            ("briefs_opinion_start_brief", {}, Brief),
            ("briefs_opinion_annotate", {"quote": HELD, "kind": "fact", "voice": "court"}, Annotation),
        ],
    )
    def test_what_adds_a_row(self, as_student: Client, student, name: str, sent: dict[str, Any], counted: Any):
        opinion = make_opinion(student)
        brief = make_brief(opinion, student, submitted=False)
        where = reverse(f"admin:{name}", args=[brief.pk if "brief_c" in name else opinion.pk])
        before = counted.objects.count()
        for hours in (0, 3):  # pressed twice, or Back and sent again long after
            assert as_student.post(where, sent).status_code == 302
            counted.objects.update(created_at=timezone.now() - datetime.timedelta(hours=hours + 1))
        assert counted.objects.count() == before + 1

    def test_publishing(self, as_attorney: Client, student):
        brief = make_brief(make_opinion(student), student)
        for _ in range(2):
            as_attorney.post(reverse("admin:briefs_brief_publish", args=[brief.pk]))
        assert Edition.objects.filter(brief=brief).count() == 1

    def test_writing_a_holding_from_a_mark(self, as_student: Client, student):
        opinion = make_opinion(student)
        brief = make_brief(opinion, student, submitted=False)
        made = mark(opinion, student, "found no nexus", kind="holding")
        for _ in range(2):
            where = reverse("admin:briefs_annotation_into_brief", args=[made.pk])
            as_student.post(where, {"brief": brief.pk})
        assert Holding.objects.filter(brief=brief).count() == 2


def test_what_is_signed_and_why_stays_inside(anyone: Client, attorney, student):
    from briefs.workflow.sign_quotation import sign_quotation

    opinion = make_opinion(student)
    brief = make_brief(opinion, student, facts="The Board “said quite other words” about it.")
    sign_quotation(brief, "said quite other words", by=attorney, because="Marimba: heard at argument.")
    edition = publish(brief, by=attorney)
    for name in ("brief", "edition", "compare"):
        args = {"brief": [edition.slug], "edition": [edition.slug, 1], "compare": [edition.slug, 1, 1]}[name]
        assert "Marimba" not in anyone.get(reverse(name, args=args)).content.decode()
    for kind in ("json", "csl", "ris", "bibtex"):
        given = anyone.get(reverse("export", args=[edition.slug, kind]))
        assert given.status_code != 200 or "Marimba" not in given.content.decode()
