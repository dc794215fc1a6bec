"""What paper will not show: told with its place while a brief is written, and no reason to refuse it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from briefs.models import Brief
from briefs.workflow.draft import look
from briefs.workflow.grounds import grounds_of
from briefs.workflow.on_paper import lost_on_paper
from briefs.workflow.publish import publish
from tests.rows import TEXT, make_brief, make_opinion
from tests.workflow.test_save_brief import opened

pytestmark = pytest.mark.django_db
LINEAR_B, DESERET = "\U00010000", "\U00010400"


def lost(brief: Brief) -> list[tuple[str, int | None, str]]:
    brief = Brief.objects.for_freezing().get(pk=brief.pk)
    return [(gap.field, gap.holding, str(gap)) for gap in lost_on_paper(brief, grounds_of(brief))]


def test_a_letter_without_a_font_is_told_where_it_stands(student):
    brief = make_brief(make_opinion(student), student, facts=f"He wrote {LINEAR_B}{DESERET}{LINEAR_B}.")
    brief.holdings.update(answer=f"No {DESERET}.")
    brief.opinion.case.caption += f" {LINEAR_B}"
    brief.opinion.case.save()
    one, other = f"“{LINEAR_B}” as [U+10000]", f"“{DESERET}” as [U+10400]"
    assert lost(brief) == [
        ("facts", None, f"Facts: the PDF prints {one}, {other}: no font has them."),
        ("answer", 1, f"Holding 1, answer: the PDF prints {other}: no font has it."),
        ("case", None, f"Caption: the PDF prints {one}: no font has it."),
    ]


def test_the_alphabets_that_names_are_written_in_have_fonts(student):
    said = "“Ўладзімір”, 張偉, محمد, দীপা, Nguyễn, §\u00a01158 — and ¶\u00a03…"
    assert lost(make_brief(make_opinion(student), student, summary=said)) == []


def test_a_quoted_paragraph_is_looked_at_too(student):
    opinion = make_opinion(student, text=TEXT.replace("grant the petition", f"grant the {LINEAR_B} petition"))
    ((field, holding, sentence),) = lost(make_brief(opinion, student))
    assert (field, holding) == ("", None)
    assert sentence.startswith("The quoted paragraphs:")


def test_of_many_letters_the_first_are_named(student):
    letters = "".join(chr(0x10400 + n) for n in range(8))
    ((_, _, sentence),) = lost(make_brief(make_opinion(student), student, facts=letters))
    assert sentence.count("[U+") == 5
    assert "and 3 more letters by their numbers" in sentence


def test_it_is_told_of_words_not_saved_and_never_refused(student, attorney):
    brief = make_brief(make_opinion(student), student)
    seen = look(brief, opened(brief) | {"facts": [f"Typed {LINEAR_B}."]})
    assert [gap.field for gap in seen.on_paper] == ["facts"]
    assert seen.missing == []
    brief.facts = f"Saved {LINEAR_B}."
    brief.save()
    assert publish(brief, by=attorney).number == 1


def test_it_asks_the_database_nothing_more(student):
    make_brief(make_opinion(student), student, facts=LINEAR_B)
    brief = Brief.objects.for_freezing().get()
    grounds = grounds_of(brief)
    with CaptureQueriesContext(connection) as queries:
        assert lost_on_paper(brief, grounds)
    assert len(queries) == 0
