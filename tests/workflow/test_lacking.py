"""What the briefs of a list lack, in words; counted for all of them at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from briefs.models import Brief, Finding, Holding, Issue
from briefs.workflow.lacking import with_lacks
from briefs.workflow.readiness import missing
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


def lacks(brief: Brief) -> list[str]:
    row = Brief.objects.select_related("opinion__case").get(pk=brief.pk)
    with_lacks([row])
    return row.lacks


def test_a_ready_brief_lacks_nothing(student):
    brief = make_brief(make_opinion(student), student)
    assert missing(brief) == []
    assert lacks(brief) == []


def test_an_empty_brief_lacks_its_parts_in_the_order_of_the_form(student):
    opinion = make_opinion(student)
    brief = Brief.objects.create(opinion=opinion, title="Empty", slug="empty", author=student, owner=student)
    assert lacks(brief) == ["a holding", "facts", "procedural history", "reasoning", "disposition", "an issue tag"]
    assert len(missing(brief)) == 6


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda brief: brief.holdings.update(answer=" \n"), "the answer of 1 holding"),
        (lambda brief: brief.holdings.get().pins.all().delete(), "a pin for 1 holding"),
        (
            lambda brief: [Holding.objects.create(brief=brief, number=n, answer="Yes.") for n in (7, 8)],
            "pins for 2 holdings",
        ),
        (lambda brief: brief.opinion.annotations.update(anchor_state="orphan"), "the place of 1 pin"),
        (lambda brief: brief.opinion.annotations.update(kind="problem", voice="court"), "the end of 1 open problem"),
        (lambda brief: Brief.objects.filter(pk=brief.pk).update(facts="  "), "facts"),
        (lambda brief: type(brief.opinion.case).objects.update(caption="", docket_numbers=[]), "of the case"),
        (
            lambda brief: Finding.objects.create(
                opinion=brief.opinion, kind="a-number", start=0, end=1, words="A", why="It is one."
            ),
            "a signature for 1 identifier",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_each_gap_is_told_in_a_few_words(student, change, told):
    brief = make_brief(make_opinion(student), student)
    change(brief)
    said = lacks(brief)
    assert told in " / ".join(said)
    assert missing(Brief.objects.get(pk=brief.pk)) != []


def test_a_tag_of_an_area_is_no_tag_and_one_of_a_holding_is(student):
    brief = make_brief(make_opinion(student), student)
    area, topic = Issue.objects.filter(level=1).first(), Issue.objects.filter(level=2).first()
    brief.issues.clear()
    brief.holdings.get().issues.set([area])
    assert lacks(brief) == ["an issue tag"]
    brief.holdings.get().issues.set([topic])
    assert lacks(brief) == []


def test_many_briefs_cost_what_one_costs(student):
    opinion = make_opinion(student)
    counts = []
    for _ in range(2):
        for _ in range(3):
            make_brief(opinion, student, submitted=False)
        rows = list(Brief.objects.select_related("opinion__case"))
        with CaptureQueriesContext(connection) as asked:
            with_lacks(rows)
        counts.append(len(asked))
    assert counts == [4, 4]
