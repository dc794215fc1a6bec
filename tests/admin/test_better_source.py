"""A slip opinion gets its reporter version later: compared first, then marks follow and pages come into pins."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from briefs.models import Annotation, Opinion
from briefs.workflow.annotate import annotate
from briefs.workflow.freeze import printed_page
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive
from tests.importers.press.page import page
from tests.importers.press.typst_pdf import slip

pytestmark = pytest.mark.django_db
QUOTES = (
    "issue exhaustion is not jurisdictional, it is mandatory",
    "Both petitioners appealed to the BIA",
    "we vacate the order of removal with respect to her as well",
)


def reporter() -> bytes:
    """The same opinion as a reporter prints it: a citation, star pages, and a few words of the slip amended."""
    html = page("balachova").decode().replace("<center>No. 02-70755</center>", "<center>547 F.3d 374 (2008)</center>")
    paragraphs = html.split("<p>")
    for at in range(3, len(paragraphs), 6):
        middle = paragraphs[at].find(" ", len(paragraphs[at]) // 3)
        star = f' <a class="page-number">*{375 + at // 6}</a> '
        paragraphs[at] = paragraphs[at][:middle] + star + paragraphs[at][middle + 1 :]
    return "<p>".join(paragraphs).replace("Both petitioners appealed", "Each petitioner appealed").encode()


@pytest.fixture
def opinion(staff, student) -> Opinion:
    made = ingest(receive("slip.pdf", slip("balachova", "book"), by=staff), by=staff)
    for quote in QUOTES:
        annotate(made, by=student, quote=quote, kind="rule", voice="court")
    return made


def test_a_better_source_is_seen_before_it_is_taken_and_everything_follows(as_staff: Client, opinion, staff):
    start = f"/admin/briefs/opinion/{opinion.pk}/new-text/"
    brought = as_staff.post(start, {"files": SimpleUploadedFile("547-F3d-374.html", reporter())}, follow=True)
    shown = brought.content.decode()
    assert brought.status_code == 200
    assert Opinion.objects.get().text_version == 1
    left, right = re.search(r"<td>((?:(?!</td>).)*Both(?:(?!</td>).)*)</td><td>(.*?)</td>", shown, re.S).groups()
    assert "Both petitioners" in re.sub("<[^>]+>|taken: ", "", left)
    assert "Each petitioner" in re.sub("<[^>]+>|added: ", "", right)
    assert "printed page numbers arrive" in shown
    assert "547 F.3d 374" in shown
    slip_text = opinion.text

    where = brought.redirect_chain[-1][0]
    as_staff.post(where, {"because": "The reporter's version."})
    opinion = Opinion.objects.get()
    assert opinion.text_version == 2
    marks = {one.quote: one for one in Annotation.objects.all()}
    for quote in (QUOTES[0], QUOTES[2]):
        mark = marks[quote]
        assert mark.anchor_state in ("placed", "moved")
        assert opinion.text[mark.start : mark.end] == quote
        assert int(printed_page(opinion, mark.start)) in range(375, 400)
    assert marks[QUOTES[1]].anchor_state == "suspect"
    # The slip stays readable, with the words as they were.
    earlier = as_staff.get(f"/admin/briefs/opinion/{opinion.pk}/texts/1/").content.decode()
    assert "Both petitioners appealed to the BIA" in earlier
    assert opinion.text_versions.get().text == slip_text


def test_the_reporter_version_brought_as_a_new_file_is_known_before_it_is_saved(as_student: Client, opinion):
    brought = as_student.post(
        "/admin/briefs/source/import/", {"files": [SimpleUploadedFile("found.html", reporter())]}, follow=True
    )
    assert [one.opinion for one in brought.context["alike"]] == [opinion]
    assert f"/admin/briefs/opinion/{opinion.pk}/new-text/" in brought.content.decode()
    assert Opinion.objects.count() == 1
