"""The checklist: every gap is a sentence that knows where it is to be mended."""

import copy

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from briefs.admin.gaps import linked
from briefs.models import Brief, Case, LawFlag
from briefs.workflow.gap import Gap
from briefs.workflow.ingest import ingest
from briefs.workflow.publish import publish
from briefs.workflow.readiness import missing
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
DISSENT = (
    "Petitioner v. Respondent\n\nPAEZ, Circuit Judge, dissenting:\n\nI dissent. Call her at (415) 555-2671 today.\n"
)


def places(brief):
    return [(gap.field, gap.holding) for gap in missing(brief)]


@pytest.mark.parametrize("field", ["facts", "procedural_history", "reasoning", "disposition"])
def test_an_empty_section_names_its_field(student, field):
    assert places(make_brief(make_opinion(student), student, **{field: " "})) == [(field, None)]


def test_what_a_holding_lacks_names_the_holding(student):
    brief = make_brief(make_opinion(student), student)
    brief.holdings.update(answer="", number=4)
    assert places(brief) == [("answer", 4)]
    brief.holdings.update(answer="It “found nothing whatever.”")
    assert places(brief) == [("answer", 4)]
    brief.holdings.update(answer="No.", rule="", application="See A75 836 651.")
    brief.holdings.get().pins.all().delete()
    assert places(brief) == [("pins", 4), ("application", 4)]


def test_what_the_case_the_opinion_and_the_law_lack_name_these(student):
    opinion = make_opinion(student, docket_numbers=[])
    brief = make_brief(opinion, student)
    mark(opinion, student, "lies with the government", kind="problem")
    LawFlag.objects.create(brief=brief, kind="check", note="It “found nothing whatever.”")
    brief.issues.clear()
    brief.holdings.all().delete()
    assert places(brief) == [
        ("case", None),
        ("opinion", None),
        ("issues", None),
        ("holdings", None),
        ("law_flags", None),
    ]


@pytest.mark.parametrize(
    ("details", "gap"),
    [
        ({"court": None}, "The case has no court; enter it, or record it as “not given in source”."),
        (
            {"decided_on": None, "decided_precision": "unknown"},
            "The case has no decision date; enter it, or record it as “not given in source”.",
        ),
    ],
)
def test_what_the_source_does_not_give_is_recorded_as_such(student, details: dict, gap: str):
    brief = make_brief(make_opinion(student), student)
    Case.objects.update(**details, sources={})
    assert missing(Brief.objects.get(pk=brief.pk)) == [gap]
    Case.objects.update(sources={next(iter(details)): "not given in source"})
    assert missing(Brief.objects.get(pk=brief.pk)) == []


def test_a_pin_that_does_not_quote_its_words_is_told(student):
    brief = make_brief(make_opinion(student), student)
    brief.opinion.annotations.update(quote="The Board's reasoning amounts to much more.")
    assert missing(brief) == [
        "Holding 1: the pin “The Board's reasoning amounts to much more.” is not what stands in the opinion."
    ]


def test_a_retired_pin_is_told(student):
    brief = make_brief(make_opinion(student), student)
    brief.opinion.annotations.update(retired_at=timezone.now())
    assert "was retired; pin the words that support it now" in missing(brief)[0]


def test_a_gap_reads_as_its_sentence(student, attorney):
    brief = make_brief(make_opinion(student), student, facts="")
    with pytest.raises(Refused) as refused:
        publish(brief, by=attorney)
    assert refused.value.reasons == ["The section “Facts” is empty."]
    assert str(refused.value) == "The section “Facts” is empty."
    assert (copy.deepcopy(Gap("No.", "answer", 2)).field, copy.deepcopy(Gap("No.", "answer", 2)).holding) == (
        "answer",
        2,
    )


def test_the_checklist_costs_the_same_however_much_is_quoted(student):
    make_brief(make_opinion(student), student, submitted=False)
    counts = set()
    for times in (1, 30):
        said = " ".join(f"It “said peculiar thing {n}” and “found no nexus” there." for n in range(times))
        brief = Brief.objects.for_freezing().get()
        brief.facts = said
        with CaptureQueriesContext(connection) as asked:
            assert len(missing(brief)) == times
        counts.add(len(asked))
    assert len(counts) == 1
    assert counts.pop() <= 7


def test_an_identifier_nobody_signed_is_told_while_writing_and_leads_to_its_opinion(student):
    opinion = make_opinion(student)
    dissent = ingest(
        receive("dissent.txt", DISSENT.encode(), by=student), by=student, case=opinion.case, details={"author": "Paez"}
    )
    gaps = missing(make_brief(opinion, student, submitted=False))
    assert [(gap.field, gap.opinion) for gap in gaps] == [("findings", dissent.pk)]
    assert "Telephone number" in gaps[0]
    assert "555" not in gaps[0]
    assert linked(Brief.objects.get(), gaps, {})[0].href == f"/admin/briefs/opinion/{dissent.pk}/text/#findings"
    dissent.findings.update(decision="real", decided_by=student, decided_at=timezone.now())
    assert missing(Brief.objects.for_freezing().get()) == []
