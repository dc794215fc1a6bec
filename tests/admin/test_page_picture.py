"""The pages of a PDF beside its text: for those who may see identifiers, and kept by no browser."""

import pytest
from django.test import Client

from briefs.models import Opinion
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive
from tests.importers.press.typst_pdf import slip
from tests.rows import make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion(student) -> Opinion:
    return ingest(receive("slip.pdf", slip("kaptsov", "book"), by=student), by=student)


def desk(opinion: Opinion, rest: str = "") -> str:
    return f"/admin/briefs/opinion/{opinion.pk}/text/{rest}"


def test_staff_see_each_page_beside_what_begins_on_it(as_staff: Client, opinion):
    answer = as_staff.get(desk(opinion))
    pages = opinion.raw.count("\f")
    assert pages == answer.context["pages"] > 2
    leaves = answer.context["leaves"]
    assert [leaf.number for leaf in leaves] == list(range(1, pages + 1))
    assert sorted(block.ordinal for leaf in leaves for block in leaf.blocks) == list(range(opinion.passages.count()))
    page = answer.content.decode()
    assert f"Page 2 of {pages}" in page
    assert 'href="#page-3"' in page
    printed = opinion.raw.split("\f")
    begun = [(leaf.number, block.row) for leaf in leaves for block in leaf.blocks if block.row.kind == "paragraph"]
    assert len({number for number, _ in begun}) > 2
    for number, row in begun:
        words = " ".join(opinion.masked[row.start :].split()[:2])
        assert words in " ".join(printed[number - 1].split())


def test_students_see_the_words_of_the_source_masked_and_no_pictures(as_student: Client, opinion):
    answer = as_student.get(desk(opinion))
    assert answer.context["leaves"] == []
    assert "<img" not in answer.content.decode().partition("content-main")[2]
    assert as_student.get(desk(opinion, "page/1/")).status_code == 403


def test_staff_may_look_at_the_words_instead(as_staff: Client, opinion):
    answer = as_staff.get(desk(opinion) + "?beside=words")
    assert answer.context["leaves"] == []
    assert 'class="source-words"' in answer.content.decode()


def test_a_page_is_a_picture_drawn_once_and_kept_by_no_browser(as_staff: Client, opinion):
    first = as_staff.get(desk(opinion, "page/2/"))
    assert first["Content-Type"] == "image/png"
    assert first.content.startswith(b"\x89PNG")
    assert len(first.content) < 250_000
    assert "no-store" in first["Cache-Control"]
    good = bytes(opinion.source.content)
    for content, status in (
        (b"broken", 404),
        (good, 404),
    ):  # nothing can be drawn of what is broken, and once is enough
        opinion.source.content = content
        opinion.source.save(update_fields=["content"])
        assert as_staff.get(desk(opinion, "page/2/")).content == first.content
        assert as_staff.get(desk(opinion, "page/1/")).status_code == status


@pytest.mark.parametrize("number", [0, 99, 99999])
def test_there_is_no_page_that_the_file_does_not_have(as_staff: Client, opinion, number: int):
    assert as_staff.get(desk(opinion, f"page/{number}/")).status_code == 404


def test_a_text_has_no_pages(as_staff: Client, student):
    opinion = make_opinion(student)
    assert as_staff.get(desk(opinion)).context["pages"] == 0
    assert as_staff.get(desk(opinion, "page/1/")).status_code == 404
