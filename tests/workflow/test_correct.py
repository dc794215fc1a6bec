"""What a person decided of a citation survives every run of the engine."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Citation, SearchRow
from briefs.workflow.cite import ENGINE, authority_for, cite
from briefs.workflow.correct import accept, correct, dismiss
from briefs.workflow.recite import recite, waiting
from briefs.workflow.refusal import Refused
from briefs.workflow.release import release
from tests.rows import make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def citation(student):
    return make_opinion(student).citations.get(authority__slug="883-f2d-788")


def test_a_chosen_authority_stays_when_the_opinion_is_cited_anew(citation, staff):
    chosen = authority_for("100 F.3d 1")
    correct(citation, chosen, by=staff)
    cite(citation.opinion)
    citation.refresh_from_db()
    assert (citation.authority, citation.decision, citation.corrected_by) == (chosen, "chosen", staff)


def test_dismissed_words_stay_dismissed_and_are_no_public_citation(citation, staff):
    dismiss(citation, by=staff)
    found = citation.opinion.citations.count()
    assert cite(citation.opinion) == found
    citation.refresh_from_db()
    assert (citation.authority, citation.decision) == (None, "dismissed")
    assert citation not in Citation.objects.standing()


def test_an_accepted_flag_leaves_the_desk(citation, staff):
    citation.flags = [["year", "The reporter had not begun."]]
    citation.save()
    assert citation in Citation.objects.undecided()
    accept(citation, by=staff)
    assert citation not in Citation.objects.undecided()


def test_an_unresolved_citation_cannot_be_accepted(citation, staff):
    citation.authority = None
    citation.save()
    with pytest.raises(Refused, match="unresolved"):
        accept(citation, by=staff)


def test_what_another_decided_meanwhile_is_not_undone_unseen(citation, staff):
    seen = Citation.objects.get(pk=citation.pk)
    dismiss(citation, by=staff)
    with pytest.raises(Refused, match="decided or found anew meanwhile"):
        correct(seen, authority_for("100 F.3d 1"), by=staff)
    citation.refresh_from_db()
    assert citation.decision == "dismissed"


def test_readers_find_a_released_opinion_by_what_was_chosen(citation, staff):
    release(citation.opinion, by=staff)
    chosen = authority_for("100 F.3d 1")
    correct(citation, chosen, by=staff)
    assert chosen.pk in SearchRow.objects.get(opinion=citation.opinion).authority_ids


def test_students_do_not_decide(citation, student):
    for verb in (accept, dismiss):
        with pytest.raises(PermissionDenied):
            verb(citation, by=student)


def test_only_what_an_earlier_engine_read_waits_to_be_cited_anew(citation):
    opinion = citation.opinion
    assert waiting() == []
    assert waiting(everything=True) == [opinion.pk]
    type(opinion).objects.update(engine=ENGINE - 1)
    assert waiting() == [opinion.pk]
    assert list(recite(waiting(), processes=1)) == [(opinion.pk, opinion.citations.count())]
    assert waiting() == []


def test_the_twin_regulations_of_the_two_agencies_are_one_authority():
    old, new = authority_for("8 C.F.R. § 208.13(b)(1)"), authority_for("8 C.F.R. § 1208.13(b)(1)")
    assert old == new
    assert [alias.cite for alias in old.aliases.all()] == ["8 C.F.R. § 1208.13(b)(1)"]


def test_a_decision_cannot_cite_what_came_after_it(student):
    opinion = make_opinion(student, decided_on="1985-05-04")
    flagged = opinion.citations.get(authority__slug="883-f2d-788")
    assert "1985" in flagged.flags[0][1]
