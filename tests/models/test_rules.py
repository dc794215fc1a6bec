"""Rules that the database itself holds, whoever writes to it."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from briefs.models import Annotation, Case, Citation, Court, Edition, Holding, Issue, Opinion, Pin
from briefs.workflow.publish import publish
from tests.rows import HELD, make_brief, make_opinion, mark, republish

pytestmark = pytest.mark.django_db


def refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()
    return True


def test_a_dissents_proposition_cannot_weigh_as_a_holding(student):
    dissent = make_opinion(student, opinion_kind="dissent", completeness="separate_only")
    brief = make_brief(dissent, student, submitted=False, weight="dissent")
    held = brief.holdings.get()
    for weight in ("holding", "alternative", "remand", "rule", "dicta", "concurrence"):
        assert refused(lambda weight=weight: Holding.objects.filter(pk=held.pk).update(weight=weight))


def test_words_that_are_not_the_courts_cannot_support_a_holding(student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    agency = mark(opinion, student, "it found no nexus", voice="agency")
    assert refused(lambda: Pin.objects.create(holding=brief.holdings.get(), annotation=agency))


def test_the_voice_of_a_pinned_passage_cannot_be_changed_under_its_holding(student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    pinned = brief.holdings.get().pins.get().annotation_id
    assert refused(lambda: Annotation.objects.filter(pk=pinned).update(voice="party"))


def test_an_opinion_with_pinned_holdings_cannot_turn_into_a_dissent(student):
    opinion = make_opinion(student)
    make_brief(opinion, student, submitted=False)
    assert refused(lambda: Opinion.objects.filter(pk=opinion.pk).update(kind="dissent"))


def test_a_mark_of_the_kind_holding_speaks_in_the_courts_voice(student):
    passage = mark(make_opinion(student), student)
    assert refused(lambda: Annotation.objects.filter(pk=passage.pk).update(kind="holding", voice="witness"))


def test_an_issue_not_reached_has_no_outcome(student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    assert refused(lambda: brief.holdings.update(weight="not_reached", outcome="government"))


def test_a_published_edition_cannot_be_changed(student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    for change in ({"name": "Another"}, {"page": {}}, {"number": 7}, {"year": 1999}, {"decided_on": None}):
        assert refused(lambda change=change: Edition.objects.filter(pk=edition.pk).update(**change))


def test_a_brief_has_one_current_edition(student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    republish(edition.brief, by=attorney)
    assert refused(lambda: Edition.objects.filter(pk=edition.pk).update(is_current=True))


def test_a_case_is_argued_before_it_is_decided(student):
    case = make_opinion(student).case
    assert refused(lambda: Case.objects.filter(pk=case.pk).update(argued_on=date(2020, 1, 1)))


def test_a_case_without_a_date_has_no_precision(student):
    case = make_opinion(student).case
    assert refused(lambda: Case.objects.filter(pk=case.pk).update(decided_on=None))


def test_citations_never_overlap(student):
    opinion = make_opinion(student)
    first = opinion.citations.order_by("start").first()
    assert refused(
        lambda: Citation.objects.create(
            opinion=opinion, passage=first.passage, start=first.start + 1, end=first.end + 9, form="full"
        )
    )


def test_an_overlap_is_looked_for_within_one_opinion():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname LIKE %s", ["%never_overlap"])
        found = [row[0] for row in cursor.fetchall()]
    assert len(found) == 2
    assert all("(opinion_id, int4range(" in definition for definition in found)


def test_what_an_import_writes_most_of_is_kept_as_it_is():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attstorage = 'e' AND attrelid IN"
            " ('briefs_opinion'::regclass, 'briefs_source'::regclass)"
        )
        assert {row[0] for row in cursor.fetchall()} == {"content", "raw", "text", "pieces"}


def test_the_taxonomy_has_three_levels_and_only_areas_stand_alone():
    area, topic = Issue.objects.get(slug="relief"), Issue.objects.get(slug="asylum")
    assert refused(lambda: Issue.objects.create(slug="deep", name="Deep", parent=topic, level=4))
    assert refused(lambda: Issue.objects.create(slug="loose", name="Loose", level=2))
    assert refused(lambda: Issue.objects.filter(pk=area.pk).update(parent=area))


def test_holdings_are_numbered_once_from_one(student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    assert refused(lambda: Holding.objects.create(brief=brief, number=0, answer="None."))


def test_the_taxonomy_and_the_courts_are_loaded():
    assert Issue.objects.filter(level=1).count() == 7
    assert Issue.objects.exclude(level=1).count() == 69
    assert Court.objects.get(pk="ca9").circuit == "9"
    assert Court.objects.get(pk="bia").abbreviation == "B.I.A."


def test_a_quotation_marks_the_words_it_names(student):
    opinion = make_opinion(student)
    passage = mark(opinion, student)
    assert opinion.text[passage.start : passage.end] == passage.quote == HELD
