"""New texts: another file, the same raw text read better, one paragraph by hand; the marks go along."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from briefs.importers import Unreadable
from briefs.models import Opinion, Source
from briefs.text.normalise import normalise
from briefs.workflow.correct_paragraph import correct_paragraph
from briefs.workflow.reanchor import reanchor
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from briefs.workflow.renew import renew, replace_text
from tests.rows import HELD, TEXT, make_opinion, mark

pytestmark = pytest.mark.django_db
BETTER = TEXT.replace("a timely petition", "on time a petition")


@pytest.fixture
def opinion(student) -> Opinion:
    return make_opinion(student)


def paragraph(opinion: Opinion, words: str):
    return next(one for one in opinion.passages.order_by("ordinal") if words in one.text)


def typed(opinion: Opinion, staff, old: str, new: str) -> dict[str, int]:
    passage = paragraph(opinion, old)
    return correct_paragraph(opinion, passage, passage.text.replace(old, new), by=staff, because="The source says so.")


def test_another_file_gives_a_new_text_and_raw(opinion, student, staff):
    held = mark(opinion, student)
    source = receive("opinion.txt", BETTER.encode(), by=staff)
    with pytest.raises(PermissionDenied):
        replace_text(opinion, source, by=student, because="Mine.")
    with pytest.raises(Refused, match="Say why"):
        replace_text(opinion, source, by=staff, because=" ")
    assert replace_text(opinion, source, by=staff, because="A better scan.")["moved"] == 1
    opinion = Opinion.objects.get()
    assert (opinion.source, opinion.raw, opinion.text_version) == (source, BETTER, 2)
    held.refresh_from_db()
    assert opinion.text[held.start : held.end] == HELD


def test_a_file_that_is_no_new_text_of_the_opinion_is_refused(opinion, staff):
    with pytest.raises(Refused, match="byte for byte"):
        replace_text(opinion, opinion.source, by=staff, because="Again.")
    other = make_opinion(staff, text=BETTER, name="other.txt")
    with pytest.raises(Refused, match="another opinion"):
        replace_text(opinion, other.source, by=staff, because="Again.")
    same = receive("same.txt", (TEXT + "\n\n\n").encode(), by=staff)
    with pytest.raises(Refused, match="word for word"):
        replace_text(opinion, same, by=staff, because="Again.")
    broken = Source.objects.create(name="x.json", content=b"{", sha256="0" * 64, size=1)
    with pytest.raises(Unreadable):
        replace_text(opinion, broken, by=staff, because="Again.")
    assert Opinion.objects.get(pk=opinion.pk).text_version == 1


def test_the_same_reading_renews_nothing(opinion):
    assert renew(opinion) is None
    assert Opinion.objects.get().text_version == 1


def test_a_paragraph_corrected_by_hand_shifts_all_marks_and_is_corrected_again_when_read_anew(opinion, student, staff):
    held = mark(opinion, student)
    assert typed(opinion, staff, "found no nexus", "found clearly no nexus at all") == {
        "placed": 0, "moved": 1, "suspect": 0, "orphan": 0
    }  # fmt: skip
    held.refresh_from_db()
    opinion = Opinion.objects.get()
    assert "because it found clearly no nexus at all. The petitioner" in opinion.text
    assert opinion.text[held.start : held.end] == HELD
    assert opinion.raw == TEXT
    assert renew(opinion) is None
    assert opinion.text_versions.get().because == "The source says so."


def test_a_better_reading_changes_the_text_and_keeps_what_was_corrected(opinion, student, staff, capsys):
    held = mark(opinion, student)
    worse = TEXT.replace("presumption of future", "presumptionXofXfuture")
    reanchor(opinion, normalise(worse))  # as an older normaliser might have read it
    typed(opinion, staff, "found no nexus", "found no nexus here")
    call_command("renormalise", dry_run=True)
    assert "1 of 1 opinions would change." in capsys.readouterr().out
    assert Opinion.objects.get().text_version == 3
    call_command("renormalise")
    told = capsys.readouterr().out
    assert "1 of 1 opinions changed." in told
    assert told.splitlines()[-1].split() == ["All", "marks", "1", "0", "0", "0"]
    opinion = Opinion.objects.get()
    assert "presumption of future" in opinion.text
    assert "found no nexus here" in opinion.text
    held.refresh_from_db()
    assert opinion.text[held.start : held.end] == HELD


def test_a_registration_number_is_never_typed_over_and_stays_what_it_was(opinion, staff):
    passage = paragraph(opinion, "timely petition")
    assert "A75 836 651" not in passage.text
    correct_paragraph(
        opinion, passage, passage.text.replace("timely petition", "late petition"), by=staff, because="Misread."
    )
    assert "A75 836 651, filed a late petition" in opinion.text
    passage = paragraph(opinion, "late petition")
    start = passage.text.index("No. ") + 4
    with pytest.raises(Refused, match="registration number"):
        correct_paragraph(
            opinion, passage, passage.text[:start] + "A12" + passage.text[start + 3 :], by=staff, because="Misread."
        )


def test_a_person_s_number_in_a_reason_is_covered(opinion, staff):
    passage = paragraph(opinion, "no nexus")
    correct_paragraph(opinion, passage, passage.text + " More.", by=staff, because="As A123 456 789 says.")
    assert opinion.text_changes.get().because == "As ████ ███ ███ says."


def test_a_correction_needs_words_a_reason_a_change_and_staff(opinion, student, staff):
    passage = paragraph(opinion, "no nexus")
    for words, because, why in (
        ("  ", "Misread.", "needs words"),
        (passage.text, "Misread.", "reads so already"),
        (passage.text + " More.", "", "Say why"),
    ):
        with pytest.raises(Refused, match=why):
            correct_paragraph(opinion, passage, words, by=staff, because=because)
    with pytest.raises(Refused, match="replaced meanwhile"):
        correct_paragraph(opinion, passage, "Other words.", by=staff, because="Misread.", seen=7)
    with pytest.raises(PermissionDenied):
        correct_paragraph(opinion, passage, "Other words.", by=student, because="Misread.")
    assert Opinion.objects.get().text_version == 1
