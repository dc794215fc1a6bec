"""A file with several writings: one case, an opinion for each with its author, and a file that may be here already."""

import pytest

from briefs.importers import read
from briefs.models import Case, Opinion
from briefs.workflow.alike import alike
from briefs.workflow.ingest import ingest, proposed
from briefs.workflow.receive import receive
from tests.rows import TEXT

pytestmark = pytest.mark.django_db
SEVERAL = TEXT.replace("OPINION", "OPINION\n\nDOE, Circuit Judge:") + (
    "\nROE, Circuit Judge, dissenting:\n\nI respectfully dissent. The Board's reasoning was sound, and I would deny"
    " the petition for review.\n"
)


def test_each_writing_is_an_opinion_of_one_case(student):
    first = ingest(receive("several.txt", SEVERAL.encode(), by=student), by=student)
    rows = list(Opinion.objects.order_by("position"))
    assert [(row.kind, row.author, row.position) for row in rows] == [("lead", "Doe", 0), ("dissent", "Roe", 1)]
    assert first == rows[0]
    assert Case.objects.count() == 1
    assert "I respectfully dissent" not in rows[0].text
    assert rows[1].text.startswith("ROE")
    assert rows[0].slug != rows[1].slug
    assert ingest(rows[0].source, by=student) == first


def test_what_a_person_settles_of_each_writing_is_kept(student):
    source = receive("several.txt", SEVERAL.encode(), by=student)
    ingest(
        source, by=student, details=proposed(source), writings=[{}, {"opinion_kind": "concurrence", "author": "Poe"}]
    )
    row = Opinion.objects.get(position=1)
    assert (row.kind, row.author) == ("concurrence", "Poe")


def test_another_copy_of_an_opinion_is_shown_before_it_is_kept(student):
    words = "\n\n".join(
        f"Paragraph {n} says at some length that the {n}th ground of the petition was argued below, was answered by"
        f" the Board in its {n}th part, and is reviewed here for substantial evidence by this panel."
        for n in range(1, 9)
    )
    opinion = ingest(receive("a.txt", (TEXT + words).encode(), by=student), by=student)
    copy = read("b.txt", ("A v. B, No. 99-1\n\nOPINION\n\n" + words.replace("by this panel", "by the panel")).encode())
    assert [one.opinion for one in alike(copy, {})] == [opinion]
    same = alike(read("c.txt", TEXT.encode()), {"docket_numbers": ["01-12345"]})
    assert "docket" in same[0].why
    assert alike(read("d.txt", b"A v. B\n\nOPINION\n\nNothing of this stands anywhere else at all.\n"), {}) == []
