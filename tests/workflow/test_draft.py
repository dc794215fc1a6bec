"""A brief as its form has it, in memory: the same page and the same gaps as if it had been saved."""

import pytest

from briefs.models import Authority, Brief, Holding, Issue
from briefs.workflow.draft import look
from briefs.workflow.publish import preview
from briefs.workflow.readiness import missing
from tests.rows import HELD, make_brief, make_opinion, mark
from tests.workflow.test_save_brief import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def page_of(brief: Brief, **changes: str):
    return look(brief, opened(brief) | {name.replace("__", "-"): [words] for name, words in changes.items()})


def test_unchanged_words_are_the_page_that_would_be_published(brief: Brief, student):
    second = Holding.objects.create(brief=brief, number=2, answer="Two.", weight="dicta", outcome="none")
    second.issues.add(Issue.objects.get(slug="nexus"))
    brief.law_flags.create(kind="check", note="Look at *A v. B*.", bears_on=second)
    assert look(brief, opened(brief)).edition.page == preview(brief).page == look(brief).edition.page


def test_typed_words_are_the_page_and_nothing_is_kept(brief: Brief, student):
    found = mark(brief.opinion, student, "found no nexus")
    before = Authority.objects.count()
    seen = page_of(
        brief,
        facts="Typed “found no nexus” and *A v. B*, 999 F.3d 111 (9th Cir. 2020).",
        holdings__TOTAL_FORMS="2",
        holdings__1__answer="A new one.",
        holdings__1__passages=str(found.pk),
        holdings__1__weight="dicta",
        country="Russia",
        law_checked_on="2026-02-30",
    )
    page = seen.edition.page
    facts = next(section["prose"] for section in page["sections"] if section["field"] == "facts")
    kinds = [kind for _, _, kind, _ in facts["marks"]]
    assert "pin" in kinds
    assert "cite" in kinds
    assert page["country"] == "Russia"
    assert page["holdings"][1]["answer"]["text"] == "A new one."
    assert page["holdings"][1]["pins"][0]["quote"] == "found no nexus"
    assert seen.places == {1: 0, 2: 1}
    brief.refresh_from_db()
    assert "Typed" not in brief.facts
    assert (brief.holdings.count(), Authority.objects.count()) == (1, before)


def test_a_false_quotation_is_marked_where_it_stands(brief: Brief):
    seen = page_of(brief, facts="He said “a thing nobody said” there.")
    facts = next(section["prose"] for section in seen.edition.page["sections"] if section["field"] == "facts")
    false = [facts["text"][start:end] for start, end, kind, _ in facts["marks"] if kind == "false"]
    assert false == ["a thing nobody said"]


@pytest.mark.parametrize(
    "changes",
    [
        {"facts": ""},
        {"facts": "“Nobody said this.”", "reasoning": ""},
        {"holdings__0__answer": ""},
        {"holdings__0__passages": ""},
        {"holdings__0__DELETE": "on"},
        {"title": "No. A75 836 651"},
    ],
)
def test_what_is_missing_is_what_would_refuse(brief: Brief, changes: dict[str, str]):
    said = page_of(brief, **changes).missing
    holding = brief.holdings.get()
    for name, words in changes.items():
        if name == "holdings__0__DELETE":
            holding.delete()
        elif name == "holdings__0__passages":
            holding.pins.all().delete()
        elif name == "holdings__0__answer":
            Holding.objects.filter(pk=holding.pk).update(answer=words)
        else:
            Brief.objects.filter(pk=brief.pk).update(**{name: words})
    assert said == missing(Brief.objects.for_freezing().get(pk=brief.pk))
    assert said


def test_holdings_moved_in_the_form_are_moved_in_the_page(brief: Brief):
    Holding.objects.create(brief=brief, number=2, answer="Two.", weight="dicta", outcome="none")
    page = page_of(brief, holdings__0__number="2", holdings__1__number="1").edition.page
    assert page["holdings"][0]["answer"]["text"] == "Two."
    assert HELD[:-1] in page["holdings"][1]["pins"][0]["quote"]
