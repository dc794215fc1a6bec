"""The writing desk: preview of words not saved, what is missing, word counts, the order of holdings, its size."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefs.models import Brief, Holding, Issue
from briefs.workflow.start_brief import start_brief
from briefs.workflow.submit import submit
from tests.admin.forms import filled, new_holding
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


def address(brief: Brief, name: str = "change") -> str:
    return reverse(f"admin:briefs_brief_{name}", args=[brief.pk])


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


# ---- preview


@pytest.mark.parametrize("name", ["preview", "preview_pdf"])
def test_a_preview_is_kept_nowhere(as_student: Client, anyone: Client, brief: Brief, name: str):
    sent = filled(as_student.get(address(brief)))
    for answer in (as_student.get(address(brief, name)), as_student.post(address(brief, name), sent)):
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
    assert not brief.editions.exists()
    assert anyone.get(f"/briefs/{brief.slug}/").status_code == 404
    assert anyone.get(address(brief, name)).status_code == 302


def test_the_preview_shows_the_words_of_the_form_as_they_would_be_published(as_student: Client, brief: Brief):
    sent = filled(as_student.get(address(brief)), facts="It “found no nexus” but never “found any nexus at all”.")
    page = as_student.post(address(brief, "preview"), sent).content.decode()
    assert '<a class="proved" href="/opinions/' in page
    assert 'class="unproved"' in page
    assert "Xylophone" not in page
    assert "found any nexus" not in as_student.get(address(brief, "preview")).content.decode()


def test_the_preview_as_pdf_is_the_exporter_s(as_student: Client, brief: Brief):
    answer = as_student.post(
        address(brief, "preview_pdf"), filled(as_student.get(address(brief)), facts="Newly typed.")
    )
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_while_one_types_page_gaps_and_counts_come_together(as_student: Client, brief: Brief):
    sent = filled(
        as_student.get(address(brief)),
        facts="He said “a thing nobody said” there.",
        reasoning="",
        **new_holding(1, answer="*One* two three."),
        **{"holdings-TOTAL_FORMS": 2},
    )
    told = as_student.post(address(brief, "live"), sent).json()
    assert 'class="unproved"' in told["html"]
    assert told["counts"]["facts"] == 7
    assert told["counts"]["holdings-1-answer"] == 3
    hrefs = {gap["href"] for gap in told["missing"]}
    assert {"#id_facts", "#id_reasoning", "#id_holdings-1-passages"} <= hrefs
    refused = as_student.post(address(brief, "submit"), follow=True)
    assert refused.status_code == 200


def test_nobody_previews_unsaved_words_of_what_they_may_not_write(
    as_student: Client, as_staff: Client, brief: Brief, student
):
    sent = filled(as_student.get(address(brief)))
    submit(brief, by=student)
    assert as_student.post(address(brief, "live"), sent).status_code == 403
    assert as_student.post(address(brief, "preview"), sent).status_code == 403
    assert as_staff.post(address(brief, "live"), sent).status_code == 200


def test_every_gap_on_the_form_leads_to_a_field_there_is(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False, facts="“Nobody said this.”", reasoning="")
    Holding.objects.create(brief=brief, number=2, answer="Two.", weight="dicta", outcome="none")
    answer = as_student.get(address(brief))
    page = answer.content.decode()
    gaps = answer.context["gaps"]
    assert len(gaps) == len(answer.context["missing"]) == 3
    for gap in gaps:
        assert f'<a href="{gap.href}">' in page
        assert f'id="{gap.href[1:]}"' in page


def test_words_are_counted_without_scripts(as_student: Client, brief: Brief):
    Brief.objects.filter(pk=brief.pk).update(facts="*One* two three.", reasoning="One.")
    page = as_student.get(address(brief)).content.decode()
    assert ">3 words</span>" in page
    assert ">1 word</span>" in page


def test_a_letter_that_a_pdf_cannot_print_is_told_in_the_preview_and_where_the_brief_stands(
    as_student: Client, brief: Brief
):
    sent = filled(as_student.get(address(brief)), facts="He signed \U00010000.")
    told = "Facts: the PDF prints “\U00010000” as [U+10000]: no font has it."
    assert told in as_student.post(address(brief, "preview"), sent).content.decode()
    live = as_student.post(address(brief, "live"), sent).json()
    assert told in live["html"]
    assert live["missing"] == []
    assert told not in as_student.get(address(brief)).content.decode()
    as_student.post(address(brief), sent)
    page = as_student.get(address(brief)).content.decode()
    assert f'<li><a href="#id_facts">{told}</a></li>' in page
    assert "No part of the brief is missing" in page


# ---- order


def test_a_holding_moves_without_scripts_and_nothing_is_saved_yet(as_student: Client, brief: Brief):
    second = Holding.objects.create(brief=brief, number=2, answer="Second.", weight="dicta", outcome="none")
    flag = brief.law_flags.create(kind="check", note="Bears on the second.", bears_on=second)
    sent = filled(as_student.get(address(brief)), facts="Typed and not saved.", _move="1 up")
    answer = as_student.post(address(brief), sent)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "It is number 1 now. Save to keep this order." in page
    assert page.index('id="holdings-1"') < page.index('id="holdings-0"')
    assert "Typed and not saved." in page
    assert brief.holdings.get(number=2).answer == "Second."
    assert as_student.post(address(brief), filled(answer)).status_code == 302
    assert brief.holdings.get(number=1).answer == "Second."
    flag.refresh_from_db()
    assert (flag.bears_on, flag.bears_on.number) == (second, 1)


def test_later_law_bears_on_a_holding_of_this_brief_or_on_the_whole_case(as_student: Client, brief: Brief, student):
    flag = brief.law_flags.create(kind="check", note="On the first.", bears_on=brief.holdings.get())
    elsewhere = Holding.objects.create(brief=start_brief(brief.opinion, by=student), number=1, answer="Not ours.")
    sent = filled(as_student.get(address(brief)), **{"law_flags-0-bears_on": str(elsewhere.pk)})
    assert as_student.post(address(brief), sent).status_code == 302
    flag.refresh_from_db()
    assert flag.bears_on is None


# ---- size


def test_the_form_of_many_holdings_stays_small_and_its_queries_few(as_student: Client, student, brief: Brief):
    tags = list(Issue.objects.filter(level=3)[:3])
    for words in ("found no nexus", "timely petition", "past persecution", "future fear", "lies with", "grant the"):
        mark(brief.opinion, student, words)
    counts = []
    for total in (6, 13):
        for number in range(brief.holdings.count() + 1, total + 1):
            holding = Holding.objects.create(brief=brief, number=number, answer="No.", weight="dicta", outcome="none")
            holding.issues.set(tags)
        with CaptureQueriesContext(connection) as queries:
            page = as_student.get(address(brief)).content
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 65
    assert len(page) < 250_000
    assert page.count(b'type="checkbox"') < 150
