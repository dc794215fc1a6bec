"""A new text re-places every mark; none is dropped, none moved to other words."""

import pytest

from briefs.models import Authority, Citation, Edition, Opinion, TextVersion
from briefs.text.normalise import normalise
from briefs.workflow.publish import publish
from briefs.workflow.readiness import missing
from briefs.workflow.reanchor import foreseen, reanchor
from briefs.workflow.refusal import Refused
from tests.rows import HELD, TEXT, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
CHANGED = TEXT.replace("amounts to little more than conjecture", "amounts to mere conjecture")


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


def test_changed_words_wait_with_a_proposal_and_how_sure_it_is(student):
    opinion = make_opinion(student)
    changed = mark(opinion, student)
    assert reanchor(opinion, normalise(CHANGED), because="A better scan.", by=student)["suspect"] == 1
    changed.refresh_from_db()
    assert opinion.text[changed.proposed_start : changed.proposed_end].startswith(
        "The Board's reasoning amounts to mere"
    )
    assert 75 < changed.score < 100
    assert changed.margin > 20
    assert (changed.quote, changed.text_version) == (HELD, 1)
    told = changed.history.latest()
    assert (told.history_user, told.history_change_reason) == (student, "A better scan.")


def test_words_that_come_back_find_their_mark_again(student):
    opinion = make_opinion(student)
    gone = mark(opinion, student)
    reanchor(opinion, normalise(CHANGED))
    assert reanchor(opinion, normalise("Preface.\n\n" + TEXT))["moved"] == 1
    gone.refresh_from_db()
    assert opinion.text[gone.start : gone.end] == gone.quote == HELD
    assert (gone.anchor_state, gone.proposed_start, gone.score, gone.text_version) == ("moved", None, None, 3)


def test_the_old_text_is_kept_with_who_replaced_it_and_why(student, staff):
    opinion = make_opinion(student)
    before = (opinion.text, opinion.marks, opinion.source)
    reanchor(opinion, normalise(CHANGED), by=staff, because="A better scan.")
    kept = TextVersion.objects.get()
    assert (kept.text, kept.marks, kept.source) == before
    assert (kept.number, kept.replaced_by, kept.because) == (1, staff, "A better scan.")
    again = Opinion.objects.get()
    assert (again.text, again.text_version) == (normalise(CHANGED).text, 2)
    assert [row.text for row in again.passages.order_by("ordinal")][-1].startswith(
        "The Board's reasoning amounts to mere"
    )


def test_marks_that_stay_where_they_are_get_no_history(student):
    opinion = make_opinion(student)
    stays = mark(opinion, student, "it found no nexus")
    reanchor(opinion, normalise(CHANGED))
    stays.refresh_from_db()
    assert (stays.anchor_state, stays.text_version) == ("placed", 2)
    assert stays.history.count() == 1


def test_what_is_foreseen_is_what_happens_and_changes_nothing(student):
    opinion = make_opinion(student)
    mark(opinion, student)
    mark(opinion, student, "it found no nexus")
    seen = foreseen(opinion, normalise(CHANGED))
    assert opinion.annotations.filter(anchor_state="placed").count() == 2
    assert not TextVersion.objects.exists()
    assert reanchor(opinion, normalise(CHANGED)) == seen


def test_two_people_replacing_a_text_at_once_replace_it_once(student):
    opinion = make_opinion(student)
    stale = Opinion.objects.get()
    reanchor(opinion, normalise(CHANGED))
    with pytest.raises(Refused, match="replaced meanwhile"):
        reanchor(stale, normalise("Other words.\n\n" + TEXT))
    with pytest.raises(Refused, match="no words"):
        reanchor(opinion, normalise("  "))
    assert Opinion.objects.get().text_version == 2


def test_a_published_pin_without_its_place_stops_the_next_edition_and_leaves_the_live_one(student, attorney):
    brief = make_brief(make_opinion(student), student)
    live = publish(brief, by=attorney)
    page = dict(live.page)
    reanchor(Opinion.objects.get(), normalise(CHANGED))
    brief.refresh_from_db()
    assert any("has lost its place" in gap for gap in missing(type(brief).objects.get()))
    assert Edition.objects.get().page == page


def test_an_authority_that_a_person_chose_survives_a_new_text(student, staff):
    opinion = make_opinion(student)
    chosen = Authority.objects.create(kind="case", key="case:1:U.S.:1", slug="1-us-1", cite="1 U.S. 1")
    decided = Citation.objects.filter(opinion=opinion, authority__slug="883-f2d-788")
    decided.update(authority=chosen, corrected_by=staff, decision="chosen")
    pk = decided.model.objects.get(corrected_by=staff).pk
    reanchor(opinion, normalise("Preface.\n\n" + TEXT))
    row = opinion.citations.get(corrected_by=staff)
    assert (row.pk, row.authority) == (pk, chosen)
    assert "883 F.2d 788" in opinion.text[row.start : row.end]


def test_a_decided_citation_whose_words_changed_comes_back_to_the_citation_desk(student, staff):
    opinion = make_opinion(student)
    Citation.objects.filter(authority__slug="883-f2d-788").update(corrected_by=staff, decision="accepted")
    reanchor(opinion, normalise(TEXT.replace("883 F.2d 788, 791", "883 F.2d 788, 792")))
    row = opinion.citations.get(authority__slug="883-f2d-788")
    assert row in Citation.objects.undecided()
    assert "A person decided what this cites" in row.flags[-1][1]
