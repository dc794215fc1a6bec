"""Marking a passage: by its place or its words, in a voice and as a kind that the opinion can carry."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Annotation, Issue, Opinion
from briefs.text.anchor import Anchor, locate
from briefs.text.normalise import normalise
from briefs.workflow.annotate import annotate, block_of, change_annotation, kinds_for, remove_annotation
from briefs.workflow.reanchor import reanchor
from briefs.workflow.refusal import Refused
from tests.rows import HELD, TEXT, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


def test_a_mark_holds_its_quote_its_surroundings_and_its_place(student):
    opinion = make_opinion(student)
    made = mark(opinion, student)
    assert opinion.text[made.start : made.end] == made.quote == HELD
    assert opinion.text[made.end :].startswith(made.suffix)
    found = locate(opinion.text, Anchor(made.quote, made.prefix, made.suffix, made.start))
    assert (found.start, found.status) == (made.start, "placed")


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("The Board's reasoning", "The Board's reasoning"),
        ("The Board’s reasoning", "The Board's reasoning"),  # curly for straight
        ("  the petition for\n review See", None),  # not these words
        ("Maldonado-Cruz v. INS,   883 F.2d 788", "Maldonado-Cruz v. INS, 883 F.2d 788"),  # white space
        ("little more than conjecture.", "little more than conjecture."),  # its full stop is part of it
        ("We have held ... raises a presumption", "We have held that past persecution raises a presumption"),
    ],
)
def test_a_pasted_quotation_finds_its_words(student, pasted: str, kept: str | None):
    opinion = make_opinion(student)
    if kept is None:
        with pytest.raises(Refused, match="do not stand in the opinion"):
            annotate(opinion, by=student, quote=pasted, kind="fact")
    else:
        assert annotate(opinion, by=student, quote=pasted, kind="fact").quote == kept


def test_white_space_around_a_selection_is_left_out(student):
    opinion = make_opinion(student)
    start = opinion.text.index(HELD) - 2
    assert annotate(opinion, by=student, start=start, end=start + len(HELD) + 3, kind="fact").quote == HELD


@pytest.mark.parametrize(
    ("kind", "opinion_kind", "voice", "sentence"),
    [
        ("holding", "dissent", "dissent", "not a kind of mark that dissent can carry"),
        ("holding", "concurrence", "concurrence", "not a kind of mark"),
        ("holding", "lead", "agency", "Only the court's own words"),
        ("fact", "dissent", "court", "the court does not speak"),
        ("fact", "lead", "narrator", "Say whose words these are."),
        ("gossip", "lead", "court", "not a kind of mark"),
    ],
)
def test_what_an_opinion_cannot_carry_is_refused(student, kind, opinion_kind, voice, sentence):
    opinion = make_opinion(student, opinion_kind=opinion_kind)
    with pytest.raises(Refused, match=sentence):
        mark(opinion, student, kind=kind, voice=voice)
    assert not Annotation.objects.exists()


@pytest.mark.parametrize(
    ("opinion_kind", "voice"), [("lead", "court"), ("dissent", "dissent"), ("concurrence", "concurrence")]
)
def test_the_voice_is_the_writer_s_unless_somebody_is_quoted(student, opinion_kind: str, voice: str):
    opinion = make_opinion(student, opinion_kind=opinion_kind)
    assert annotate(opinion, by=student, quote=HELD, kind="fact").voice == voice


def test_holding_is_offered_only_in_the_court_s_own_opinion(student):
    assert "holding" in dict(kinds_for(make_opinion(student)))
    text = "Some v. Other\n\nOPINION\n\nQuite another.\n"
    other = make_opinion(student, opinion_kind="dissent", text=text, name="other.txt")
    assert "holding" not in dict(kinds_for(other))


def test_a_student_changes_and_removes_only_their_own(student, staff):
    opinion = make_opinion(student)
    theirs = mark(opinion, staff)
    told = {"kind": "rule", "voice": "court", "note": "mine now", "issues": []}
    with pytest.raises(PermissionDenied):
        change_annotation(theirs, by=student, **told)
    with pytest.raises(PermissionDenied):
        remove_annotation(theirs, by=student)
    issue = Issue.objects.get(slug="nexus")
    change_annotation(theirs, by=staff, **told | {"issues": [issue]}, is_resolved=True)
    theirs.refresh_from_db()
    assert (theirs.kind, theirs.note, theirs.is_resolved) == ("rule", "mine now", True)
    assert list(theirs.issues.all()) == [issue]
    assert theirs.history.count() >= 2


def test_a_mark_that_a_holding_stands_on_stays(student):
    brief = make_brief(make_opinion(student), student)
    pinned = Annotation.objects.get()
    with pytest.raises(Refused, match=r"Holding 1 of Petitioner v. Respondent is pinned to this passage"):
        remove_annotation(pinned, by=student)
    brief.holdings.get().pins.all().delete()
    remove_annotation(pinned, by=student)
    assert not Annotation.objects.exists()


def test_only_members_annotate(student, django_user_model):
    with pytest.raises(PermissionDenied):
        annotate(make_opinion(student), by=django_user_model.objects.create_user("guest"), quote=HELD, kind="fact")


@pytest.mark.parametrize(
    ("words", "place"), [(HELD, "para. 3"), ("found no nexus", "para. 1"), ("01-12345", "front matter")]
)
def test_a_place_is_named_as_a_pin_prints_it(student, words: str, place: str):
    opinion = make_opinion(student)
    assert block_of(opinion, opinion.text.index(words)) == place


def test_a_mark_is_not_saved_on_places_counted_in_a_text_that_was_replaced(student):
    opinion = make_opinion(student)
    made, seen = mark(opinion, student), Opinion.objects.get(pk=opinion.pk)
    reanchor(Opinion.objects.get(pk=opinion.pk), normalise(TEXT.replace("The Board denied", "In the end it denied")))
    with pytest.raises(Refused, match="replaced meanwhile"):
        annotate(seen, by=student, start=5, end=30, kind="fact")
    with pytest.raises(Refused, match="meanwhile"):
        change_annotation(made, by=student, kind="rule", voice="court", note="", issues=())
    made.refresh_from_db()
    assert made.text_version == 2


def test_a_mark_made_twice_at_once_is_one_mark(student, staff):
    opinion = make_opinion(student)
    again = [mark(opinion, person).pk for person in (student, student, staff)]
    assert again[0] == again[1] != again[2]
