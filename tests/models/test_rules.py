"""Rules that the database itself holds, whoever writes to it."""

from datetime import date

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from briefs.models import Annotation, Case, Citation, Court, Edition, Holding, Issue, Opinion, Passage, Pin
from briefs.workflow.publish import publish
from tests.rows import HELD, TEXT, make_brief, make_opinion, mark, republish

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


def test_the_courts_own_words_cannot_weigh_as_a_separate_opinions(student):
    held = make_brief(make_opinion(student), student, submitted=False).holdings.get()
    for weight in ("dissent", "concurrence"):
        assert refused(lambda weight=weight: Holding.objects.filter(pk=held.pk).update(weight=weight, outcome="none"))


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


def citation(opinion: Opinion, start: int, end: int) -> Citation:
    return Citation(opinion=opinion, passage=opinion.passages.order_by("start")[0], start=start, end=end, form="full")


def passage(opinion: Opinion, start: int, end: int) -> Passage:
    return Passage(opinion=opinion, ordinal=start, kind="paragraph", start=start, end=end, text="words")


@pytest.mark.parametrize("place", [citation, passage])
def test_no_two_citations_and_no_two_passages_of_an_opinion_overlap(student, place):
    opinion = make_opinion(student)
    far = len(opinion.text)  # beyond all that is there
    place(opinion, far + 10, far + 20).save()
    for start, end in ((10, 20), (15, 16), (5, 11), (19, 30), (0, 40), (10, 11), (19, 20)):
        assert refused(place(opinion, far + start, far + end).save)
    for start, end in ((9, 10), (20, 21)):
        place(opinion, far + start, far + end).save()


@pytest.mark.parametrize("place", [citation, passage])
def test_an_overlap_is_found_among_what_is_added_at_once_and_in_what_is_moved(student, place):
    opinion = make_opinion(student)
    far = len(opinion.text)
    apart = [(10, 20), (30, 40)]
    rows = type(place(opinion, 0, 1)).objects
    assert refused(lambda: rows.bulk_create([place(opinion, far + a, far + b) for a, b in [*apart, (19, 25)]]))
    one, two = rows.bulk_create([place(opinion, far + a, far + b) for a, b in apart])
    assert refused(lambda: rows.filter(pk=one.pk).update(end=far + 31))
    assert refused(lambda: rows.filter(pk=two.pk).update(start=far + 19))
    both = rows.filter(pk__in=[one.pk, two.pk])
    both.update(start=F("start") + 15, end=F("end") + 15)  # one on the place of the other, until both are moved
    assert sorted(both.values_list("start", flat=True)) == [far + 25, far + 45]


def test_the_places_of_two_opinions_have_nothing_to_do_with_each_other(student):
    first, second = make_opinion(student), make_opinion(student, text=f"{TEXT}\n\nAffirmed.\n", name="another.txt")
    far = max(len(first.text), len(second.text))
    rows = [citation(first, far + 10, far + 20), citation(second, far + 12, far + 18)]
    assert len(Citation.objects.bulk_create(rows)) == 2


@pytest.fixture
def two_at_once():
    """Give two connections to tables of their own with the rule of citations, which each changes for itself."""
    named = ("dbname", "host", "port", "user", "password")
    address = {name: value for name, value in connection.get_connection_params().items() if name in named}
    with psycopg.connect(**address, autocommit=True) as one, psycopg.connect(**address, autocommit=True) as other:
        one.execute("CREATE SCHEMA two_at_once")
        try:
            for each in (one, other):
                each.execute("SET search_path = two_at_once, public; SET lock_timeout = '50ms'")
            one.execute(
                "CREATE TABLE briefs_opinion (id bigint PRIMARY KEY);"
                'CREATE TABLE briefs_citation (opinion_id bigint, start int, "end" int);'
                "CREATE TRIGGER apart AFTER INSERT ON briefs_citation REFERENCING NEW TABLE AS added"
                " FOR EACH STATEMENT EXECUTE FUNCTION citations_added();"
                "INSERT INTO briefs_opinion VALUES (1), (2)"
            )
            yield one, other
        finally:
            one.execute("DROP SCHEMA two_at_once CASCADE")


def test_two_who_add_to_one_opinion_do_it_one_after_the_other(two_at_once):
    one, other = two_at_once
    with one.transaction():
        one.execute("INSERT INTO briefs_citation VALUES (1, 10, 20)")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute("INSERT INTO briefs_citation VALUES (1, 15, 25)")
        other.execute("INSERT INTO briefs_citation VALUES (2, 15, 25)")
    with pytest.raises(psycopg.errors.ExclusionViolation):
        other.execute("INSERT INTO briefs_citation VALUES (1, 15, 25)")


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
