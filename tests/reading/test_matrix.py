"""The circuit matrix: courts in the field's order, what is no holding never among what is."""

import pytest

from briefs.models import EditionHolding, Issue
from briefs.reading import digest
from briefs.reading.matrix import matrix
from tests.many import COURTS, many
from tests.rows import HELD
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


def laid_out(slug: str):
    branches = digest.tree(Issue.objects.in_order())
    branch = next(one for one in branches.values() if one.issue.slug == slug)
    rows = EditionHolding.objects.current().filter(issue_ids__overlap=list(branch.ids()))
    return matrix(branch, rows)


def test_the_board_and_the_attorney_general_stand_first_then_the_supreme_court_then_the_circuits(student, attorney):
    many(published(student, attorney), len(COURTS))
    rows = [row.court for row in laid_out("speculation").rows]
    assert rows[0] == "Board of Immigration Appeals"
    assert rows[1] == "Supreme Court of the United States"
    assert ["First" in rows[2], "Second" in rows[3], "Third" in rows[4], "Ninth" in rows[5]] == [True] * 4
    assert "D.C. Circuit" in rows[6]


def test_a_dissent_is_in_no_cell_s_holdings(student, attorney):
    published(student, attorney)
    published_dissent(student, attorney)
    shown = laid_out("speculation")
    court, none = shown.rows
    assert [one.weight for one in court.cells[0].held] == ["holding"]
    assert none.court == "Court not given in source"
    assert none.cells[0].held == []
    assert [one.weight for one in none.cells[0].other] == ["dissent"]


def test_a_proposition_in_a_cell_has_the_words_it_rests_on(student, attorney):
    published(student, attorney)
    (entry,) = laid_out("speculation").rows[0].cells[0].held
    assert (entry.weight_label, entry.outcome_label) == ("Holding", "For the noncitizen")
    assert [(pin["quote"], pin["place"]) for pin in entry.pins] == [(HELD, "para. 3")]


def test_a_parent_has_a_column_for_each_child_that_has_something(student, attorney):
    published(student, attorney)
    issue = Issue.objects.get(slug="speculation")
    assert [one.slug for one in laid_out(issue.parent.slug).issues] == ["speculation"]


def test_the_courts_of_which_nothing_is_here_are_named(student, attorney):
    published(student, attorney)
    silent = laid_out("speculation").silent
    assert "9th Cir." not in silent
    assert silent[:3] == ["B.I.A.", "A.G.", "U.S."]
    assert silent.index("2d Cir.") < silent.index("10th Cir.") < silent.index("D.C. Cir.")


def test_an_issue_without_propositions_has_no_rows(db):
    assert laid_out("desertion").rows == []
