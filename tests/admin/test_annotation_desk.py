"""The annotation desk: marking, changing, taking away; masked and escaped; in a dissent nothing is held."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefs.models import Annotation, Issue, Opinion
from briefs.workflow.hold import hold
from tests.admin.forms import filled, said
from tests.bench.desk import long_opinion
from tests.rows import HELD, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


def desk(opinion: Opinion) -> str:
    return reverse("admin:briefs_opinion_annotate", args=[opinion.pk])


def words_of(page: str) -> dict[int, str]:
    """The words of each part of the page by its place in the text, read as the desk's script does."""
    from lxml import html

    found = {}
    for part in html.fromstring(page).xpath("//*[@data-start]"):
        for beside in part.xpath(".//*[starts-with(@id, 'mark-') or @class='call' or @class='page-number']"):
            beside.drop_tree()
        found[int(part.get("data-start"))] = part.text_content()
    return found


FIRST = "A v. B\n\nOPINION\n\n"


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("The 😀 witness said 👩‍⚖️ that “she” & <i>he</i> left.\n\nThen a second paragraph.\n", "witness said"),
        ("שלום and e\u0301 (combining), ﷽ and \u202eright to left\u202c end here.\n", "(combining)"),
    ],
    ids=["emoji and markup", "right to left and combining"],
)
def test_every_run_says_where_its_words_stand_in_the_text(as_student: Client, student, words: str, marked: str):
    opinion = make_opinion(student, text=FIRST + words)
    mark(opinion, student, marked)
    parts = words_of(as_student.get(desk(opinion)).content.decode())
    assert len(parts) >= 3
    for start, words in parts.items():
        assert opinion.text[start : start + len(words)] == words
    assert "".join(parts.values()) == opinion.text.replace("\n", "")


def test_a_passage_is_marked_by_its_place_in_characters(as_student: Client, student):
    opinion = make_opinion(student, text="A v. B\n\nOPINION\n\nThe 😀😀 witness was 👩‍⚖️ afraid of return.\n")
    start = opinion.text.index("witness")
    sent = {"start": start, "end": start + len("witness was 👩‍⚖️ afraid"), "kind": "fact", "voice": "court"}
    assert as_student.post(desk(opinion), sent).status_code == 302
    assert Annotation.objects.get().quote == "witness was 👩‍⚖️ afraid"


REFUSED = [
    ({}, "Select a passage in the text, or paste the words"),
    ({"quote": "   "}, "Select a passage in the text, or paste the words"),
    ({"quote": "words that nobody wrote"}, "do not stand in the opinion"),
    ({"quote": "The"}, "These words stand in 6 places; choose the one you mean."),
    ({"quote": "The", "place": "0-3"}, "These words stand in 6 places; choose the one you mean."),
    ({"start": 5, "end": 5}, "lies outside"),
    ({"start": 5, "end": 10**6}, "lies outside"),
    ({"start": -1, "end": 10}, "That is no place in the text"),
    ({"start": "x", "end": 10}, "no place in the text; select the passage again"),
    ({"quote": HELD, "kind": "gossip"}, "is not one of the available choices"),
    ({"quote": HELD, "voice": ""}, "This field is required"),
    ({"quote": HELD, "kind": "holding", "voice": "agency"}, "Only the court&#x27;s own words can be a holding."),
    ({"quote": HELD, "issues": [10**9]}, "is not one of the available choices"),
    ({"quote": "\x00"}, "Null characters are not allowed"),
]


@pytest.mark.parametrize(("sent", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_what_cannot_be_marked_is_said_on_the_form(as_student: Client, student, sent, sentence: str):
    opinion = make_opinion(student)
    answer = as_student.post(desk(opinion), {"kind": "fact", "voice": "court", "note": "kept note"} | sent)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert sentence in page
    assert "kept note" in page
    assert not Annotation.objects.exists()


def test_in_a_dissent_the_voice_is_the_dissent_s_and_nothing_is_held(as_student: Client, student):
    opinion = make_opinion(student, opinion_kind="dissent")
    form = as_student.get(desk(opinion)).context["form"]
    assert form.fields["voice"].initial == "dissent"
    assert "holding" not in dict(form.fields["kind"].choices)
    assert "court" not in dict(form.fields["voice"].choices)
    for sent in ({"kind": "holding", "voice": "dissent"}, {"kind": "fact", "voice": "court"}):
        assert as_student.post(desk(opinion), {"quote": HELD} | sent).status_code == 400
    assert not Annotation.objects.exists()
    assert as_student.post(desk(opinion), {"quote": HELD, "kind": "fact", "voice": "dissent"}).status_code == 302


def test_identifiers_are_masked_for_everybody_and_markup_is_text(as_student, as_attorney, student):
    text = "A v. B\n\nOPINION\n\nThe petitioner, No. A75 836 651, said <script>alert(1)</script> & left.\n"
    opinion = make_opinion(student, text=text)
    marked = mark(opinion, student, "The petitioner, No. A75 836 651, said", note="<img src=x onerror=alert(1)>")
    for client in (as_student, as_attorney):
        for where in (desk(opinion), f"{desk(opinion)}?mark={marked.pk}"):
            page = client.get(where).content.decode()
            assert "A75 836 651" not in page
            assert "███ ███ ███" in page
            assert "<script>alert" not in page
            assert "<img" not in page
        listed = client.get(reverse("admin:briefs_annotation_changelist")).content.decode()
        assert "A75 836 651" not in listed


def test_overlapping_marks_are_both_shown_by_name(as_student: Client, student):
    opinion = make_opinion(student)
    outer = mark(opinion, student, "found no nexus. The petitioner", kind="fact")
    inner = mark(opinion, student, "no nexus", kind="rule")
    page = as_student.get(desk(opinion)).content.decode()
    under = f'<mark class="rule lane-1" data-mark="{inner.pk}">no nexus</mark></mark>'
    assert under in page
    assert page.count(f'<mark class="fact" data-mark="{outer.pk}">') == 3
    assert page.index(f'id="mark-{outer.pk}"') < page.index(f'id="mark-{inner.pk}"')
    assert ">1 Fact</a></h3>" in page
    assert ">2 Rule</a></h3>" in page


def test_a_mark_that_lost_its_place_is_listed_apart_and_laid_over_no_words(as_student: Client, student):
    opinion = make_opinion(student)
    lost = mark(opinion, student)
    Annotation.objects.filter(pk=lost.pk).update(anchor_state="orphan")
    answer = as_student.get(desk(opinion))
    page = answer.content.decode()
    assert [one.pk for one in answer.context["lost"]] == [lost.pk]
    assert "lost their place" in page
    assert f'id="mark-{lost.pk}"' not in page


def test_a_card_says_what_it_supports_and_who_may_change_it(as_student: Client, student, staff):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    theirs = mark(opinion, staff, "timely petition for review")
    page = as_student.get(desk(opinion)).content.decode()
    assert f"holding 1 of {brief.title}" in page
    own = Annotation.objects.get(author=student)
    assert f'href="?mark={own.pk}"' in page
    assert f'href="?mark={theirs.pk}"' not in page


def test_a_mark_is_changed_at_the_desk_by_its_author_or_staff(as_student, as_staff, student, staff):
    opinion = make_opinion(student)
    own, theirs = mark(opinion, student), mark(opinion, staff, "timely petition for review")
    issue = Issue.objects.get(slug="nexus")
    sent = {"kind": "rule", "voice": "court", "note": "changed", "issues": [issue.pk]}
    answer = as_student.post(f"{desk(opinion)}?mark={own.pk}", sent)
    assert answer["Location"].endswith(f"#annotation-{own.pk}")
    own.refresh_from_db()
    assert (own.kind, own.note, list(own.issues.all())) == ("rule", "changed", [issue])
    assert (own.author, own.quote) == (student, HELD)
    assert as_student.get(f"{desk(opinion)}?mark={theirs.pk}").status_code == 403
    assert as_student.post(f"{desk(opinion)}?mark={theirs.pk}", sent).status_code == 403
    assert as_staff.post(f"{desk(opinion)}?mark={own.pk}", sent | {"note": "by staff"}).status_code == 302
    own.refresh_from_db()
    assert (own.note, own.author) == ("by staff", student)


@pytest.mark.parametrize("named", ["0", "x", "99999999999999999999"])
def test_a_mark_that_is_not_there_is_not_found(as_student: Client, student, named: str):
    assert as_student.get(f"{desk(make_opinion(student))}?mark={named}").status_code == 404


def test_a_mark_is_taken_away_unless_a_holding_stands_on_it(as_student: Client, student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    pinned = Annotation.objects.get()
    free = mark(opinion, student, "timely petition for review")
    delete = [reverse("admin:briefs_annotation_delete", args=[one.pk]) for one in (pinned, free)]
    assert as_student.post(delete[1], {"post": "yes"})["Location"].startswith(f"{desk(opinion)}?removed=")
    refused = as_student.post(delete[0], {"post": "yes"}, follow=True)
    assert refused.status_code == 200
    assert list(Annotation.objects.all()) == [pinned]
    assert brief.holdings.get().pins.count() == 1


def test_a_problem_is_marked_as_mended_in_its_own_form(as_staff: Client, staff):
    problem = mark(make_opinion(staff), staff, kind="problem")
    form = reverse("admin:briefs_annotation_change", args=[problem.pk])
    answer = as_staff.post(form, filled(as_staff.get(form), is_resolved="on", note="Mended."))
    assert answer["Location"].endswith(f"#annotation-{problem.pk}")
    problem.refresh_from_db()
    assert (problem.is_resolved, problem.note) == (True, "Mended.")
    wrong = as_staff.post(form, filled(as_staff.get(form), kind="holding", voice="agency"))
    assert "Only the court" in wrong.content.decode()


def test_after_a_save_the_page_says_what_was_saved_where_a_screen_reader_hears_it(as_student: Client, student):
    opinion = make_opinion(student)
    answer = as_student.post(desk(opinion), {"quote": HELD, "kind": "fact", "voice": "court"}, follow=True)
    assert said(answer) == "Saved: para. 3 is marked as fact."
    page = answer.content.decode()
    assert re.search(r'role="status"[^>]*>\s*<ul class="messagelist">', page)


def test_marks_are_narrowed_by_the_address(as_student: Client, student, staff):
    opinion = make_opinion(student)
    make_brief(opinion, student, submitted=False)
    mark(opinion, staff, "found no nexus", kind="fact")
    for asked, shown in (
        ("", {"fact", "reasoning"}),
        ("kind=fact", {"fact"}),
        ("use=unused", {"fact"}),
        (f"by={student.pk}", {"reasoning"}),
        (f"by={student.pk}&by={staff.pk}", {"fact", "reasoning"}),
        ("kind=fact&kind=reasoning&voice=court", {"fact", "reasoning"}),
        ("kind=gossip", {"fact", "reasoning"}),
        (f"by={student.pk}&kind=fact", set()),
    ):
        answer = as_student.get(f"{desk(opinion)}?{asked}")
        assert {one.kind for one in answer.context["rows"] for one in one.cards if not one.is_off} == shown, asked
        page = answer.content.decode()
        assert page.count(" hidden><h3>") == 2 - len(shown)
        assert f"{len(shown)} of 2 marks shown." in page or shown == {"fact", "reasoning"}


def test_the_script_gets_the_rows_that_changed_and_an_empty_form(as_student: Client, student):
    opinion = make_opinion(student)
    sent = {"quote": HELD, "kind": "fact", "voice": "court"}
    told = as_student.post(desk(opinion), sent, headers={"Accept": "application/json"}).json()
    saved = Annotation.objects.get()
    assert (told["said"], told["mark"]) == ("Saved: para. 3 is marked as fact.", saved.pk)
    assert list(told["rows"]) == ["para-3"]
    assert f'id="annotation-{saved.pk}"' in told["rows"]["para-3"]
    assert "Save the mark" in told["panel"]
    wrong = as_student.post(
        desk(opinion), sent | {"quote": "nobody wrote this"}, headers={"Accept": "application/json"}
    )
    assert wrong.status_code == 400
    assert "do not stand in the opinion" in wrong.json()["panel"]
    own = as_student.get(f"{desk(opinion)}?mark={saved.pk}", headers={"Accept": "application/json"}).json()
    assert "Change mark 1" in own["panel"]


def test_a_long_opinion_with_many_marks_costs_few_queries_and_few_bytes(as_staff: Client, student, staff):
    opinion = long_opinion(student, staff)
    as_staff.get(desk(opinion))
    for asked in ("", "?use=unused&kind=rule"):
        with CaptureQueriesContext(connection) as queries:
            answer = as_staff.get(desk(opinion) + asked)
        assert answer.context["count"] == 400
        assert sum(row.kind == "paragraph" for row in answer.context["rows"]) == 150
        assert len(queries) <= 8
        assert len(answer.content) <= 300_000


def test_the_desk_s_queries_do_not_grow_with_marks(as_student: Client, student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    counts = []
    for passage in ("found no nexus", "timely petition for review"):
        made = mark(opinion, student, passage)
        made.issues.add(Issue.objects.get(slug="nexus"))
        hold(made, brief, by=student)
        as_student.get(desk(opinion))
        with CaptureQueriesContext(connection) as queries:
            as_student.get(desk(opinion))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


def test_only_the_mark_that_lost_its_place_says_so(as_student: Client, student):
    opinion = make_opinion(student)
    mark(opinion, student, "found no nexus")
    lost = mark(opinion, student, HELD)
    Annotation.objects.filter(pk=lost.pk).update(anchor_state="orphan")
    page = as_student.get(reverse("admin:briefs_opinion_annotate", args=[opinion.pk])).content.decode()
    assert page.count("these words have lost their place") == 1
