"""Every rule of the database has its sentence, and rules that span rows are checked when all rows are there."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from briefs.models import Brief, Case, Court, Holding
from briefs.workflow.constraints import SENTENCES, checked_at_the_end, sentence
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


def test_every_constraint_of_the_models_has_a_sentence():
    named = {one.name for model in apps.get_app_config("briefs").get_models() for one in model._meta.constraints}
    triggers = {"edition_is_frozen", "citations_never_overlap", "passages_never_overlap"}
    assert set(SENTENCES) == named | triggers
    assert all(words.endswith(".") for words in SENTENCES.values())


def broken(change) -> str:
    with pytest.raises(IntegrityError) as problem, transaction.atomic():
        change()
    return sentence(problem.value)


def test_a_broken_rule_reads_as_a_sentence(student):
    brief = make_brief(make_opinion(student), student)
    assert broken(lambda: Court.objects.filter(pk="ca9").update(rank=9)) == SENTENCES["court_rank_known"]
    weighed = broken(lambda: brief.holdings.update(weight="dissent"))
    assert weighed == "Holding 1 weighs “dissent”, but its pin is lead in the voice “court”."
    same = broken(lambda: Case.objects.create(slug=brief.opinion.case.slug, short_name="x", caption="x"))
    assert same.startswith("This cannot be kept beside what is here already")


def test_something_that_was_removed_meanwhile_is_said_so(student):
    def point_nowhere():
        Brief.objects.filter(pk=make_brief(make_opinion(student), student).pk).update(opinion_id=10**9)
        connection.check_constraints()

    assert "has been removed meanwhile" in broken(point_nowhere)


def test_rows_that_fit_only_together_are_saved_one_by_one(student):
    brief = make_brief(make_opinion(student), student)
    Holding.objects.create(brief=brief, number=2, answer="Second.", weight="dicta")
    with checked_at_the_end():
        for holding in brief.holdings.order_by("number"):
            holding.number = 3 - holding.number
            holding.save()
    assert brief.holdings.get(number=1).answer == "Second."
    with pytest.raises(IntegrityError), checked_at_the_end():
        brief.holdings.update(number=1)
    assert brief.holdings.aggregate(most=models.Max("number"))["most"] == 2
