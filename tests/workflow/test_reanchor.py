"""A new text re-places every mark; none is dropped, none moved to other words."""

import pytest

from briefs.models import Authority, Citation
from briefs.text.normalise import normalise
from briefs.workflow.reanchor import reanchor
from tests.rows import HELD, TEXT, make_opinion, mark

pytestmark = pytest.mark.django_db


def test_marks_follow_their_words_into_a_new_text(student):
    opinion = make_opinion(student)
    kept, gone = mark(opinion, student), mark(opinion, student, "it found no nexus")
    grown = TEXT.replace("The Board denied asylum because it found no nexus.", "A new first sentence. Asylum failed.")
    tally = reanchor(opinion, normalise(grown))
    kept.refresh_from_db()
    gone.refresh_from_db()
    assert opinion.text[kept.start : kept.end] == HELD
    assert (kept.anchor_state, kept.text_version) == ("moved", 2)
    assert gone.anchor_state in ("suspect", "orphan")
    assert sum(tally.values()) == 2


def test_the_same_text_again_places_everything(student):
    opinion = make_opinion(student)
    mark(opinion, student)
    assert reanchor(opinion, normalise(TEXT))["placed"] == 1


def test_an_authority_that_a_person_chose_survives_a_new_text(student, staff):
    opinion = make_opinion(student)
    chosen = Authority.objects.create(kind="case", key="case:1:U.S.:1", slug="1-us-1", cite="1 U.S. 1")
    Citation.objects.filter(opinion=opinion, authority__slug="883-f2d-788").update(
        authority=chosen, corrected_by=staff, decision="chosen"
    )
    reanchor(opinion, normalise("Preface.\n\n" + TEXT))
    row = opinion.citations.get(corrected_by=staff)
    assert row.authority == chosen
    assert "883 F.2d 788" in opinion.text[row.start : row.end]
