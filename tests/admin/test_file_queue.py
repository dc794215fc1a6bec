"""The queue of files: many are taken in unread, the worker reads them, and each state offers what can be done."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from briefs.models import Job, Opinion, Source
from briefs.workflow.bring_many import take_in
from briefs.workflow.release import release
from briefs.workflow.work import run
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db
IMPORT, QUEUE = "/admin/briefs/source/import/", "/admin/briefs/source/queue/"
WORDS = ["desert sand", "river water", "winter snow", "copper wire", "garden wall", "silver coin"]
TEXTS = [
    TEXT.replace("01-12345", f"01-2{number}").replace("no nexus", f"no nexus with any {words}")
    for number, words in enumerate(WORDS)
]


def packed(*texts: str, bad: bytes | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for number, text in enumerate(texts):
            made.writestr(f"opinion-{number}.txt", text)
        if bad is not None:
            made.writestr("broken.pdf", bad)
    return out.getvalue()


def bring(client: Client, content: bytes, **more):
    return client.post(IMPORT, {"files": [SimpleUploadedFile("many.zip", content)]} | more)


def states(client: Client, state: str = "") -> list[tuple[str, str]]:
    return [(one.name, one.state) for one in client.get(QUEUE, {"state": state} if state else {}).context["files"]]


def test_many_files_are_a_job_whose_page_tells_how_far_it_is(as_student: Client):
    answer = bring(as_student, packed(*TEXTS, bad=b"%PDF-1.4 no more"))
    job = Job.objects.get()
    assert answer["Location"] == job.get_absolute_url()
    assert Source.objects.count() == 7
    assert not Opinion.objects.exists()
    assert {state for _, state in states(as_student)} == {"waiting"}
    assert job.title in as_student.get(QUEUE).content.decode()
    # The page is of the job, not of the window: it can be closed and opened again.
    Job.objects.update(state="running", done=3, total=7)
    for _ in range(2):
        page = as_student.get(job.get_absolute_url())
        assert "3 of 7 done" in page.content.decode()
        assert page["Refresh"]
    run(str(job.pk))
    job.refresh_from_db()
    assert job.says == "6 needs a decision, 1 cannot be read."
    assert states(as_student, "refused") == [("broken.pdf", "refused")]
    assert len(states(as_student, "decide")) == 6
    page = as_student.get(QUEUE, {"state": "refused"}).content.decode()
    assert "The PDF is damaged" in page
    assert "Try again" in page


def test_with_keep_each_becomes_an_opinion_but_what_may_be_here_already_waits(as_staff: Client, student):
    held = make_opinion(student)
    new = "Roe v. Poe, No. 9\n\nOPINION\n\nThe miller sold his grain in the autumn and was never paid for it."
    bring(as_staff, packed(new, TEXT.replace("remand.", "remand it all.")), keep="on")
    run(str(Job.objects.get().pk))
    report = {row[0]: row[1:] for row in Job.objects.get().report}
    assert report["opinion-0.txt"][0] == "imported"
    assert report["opinion-1.txt"][0] == "needs a decision"
    assert str(held) in report["opinion-1.txt"][1]
    assert Source.objects.with_state().get(name="opinion-1.txt").state == "decide"
    assert Opinion.objects.count() == 2


def test_all_that_wait_are_kept_at_once_but_for_what_may_be_here_already(as_staff: Client, student):
    make_opinion(student)
    new = "Roe v. Poe, No. 9\n\nOPINION\n\nThe miller sold his grain in the autumn and was never paid for it."
    take_in([("new.txt", new.encode()), ("again.txt", (TEXT + "More of it.").encode())], by=student)
    as_staff.post("/admin/briefs/source/import/all/")
    run(str(Job.objects.get().pk))
    assert Job.objects.get().says == "1 imported, 1 needs a decision."
    assert states(as_staff, "decide") == [("again.txt", "decide")]


def test_what_a_zip_may_not_hold_is_in_the_report(as_staff: Client):
    out = io.BytesIO(packed(*TEXTS))
    with zipfile.ZipFile(out, "a") as made:
        made.writestr("../up.txt", TEXT)
    bring(as_staff, out.getvalue())
    run(str(Job.objects.get().pk))
    assert any("leads out" in row[2] for row in Job.objects.get().report)
    assert Source.objects.count() == 6


def test_each_state_is_told_and_offers_what_can_be_done(as_staff: Client, staff, student):
    opinion = make_opinion(student)
    assert states(as_staff) == [("opinion.txt", "imported")]
    release(opinion, by=staff)
    assert states(as_staff, "released") == [("opinion.txt", "released")]
    broken, good = take_in([("broken.pdf", b"%PDF-1.4 no"), ("good.txt", TEXTS[0].encode())], by=staff)
    page = as_staff.post(f"/admin/briefs/source/{broken.pk}/read/", follow=True).content.decode()
    assert "The file broken.pdf cannot be read. The PDF is damaged" in page
    assert states(as_staff, "refused") == [("broken.pdf", "refused")]
    assert "was read" in as_staff.post(f"/admin/briefs/source/{good.pk}/read/", follow=True).content.decode()
    assert states(as_staff, "decide") == [("good.txt", "decide")]
    as_staff.post(f"/admin/briefs/source/{broken.pk}/discard/")
    assert not Source.objects.filter(pk=broken.pk).exists()
    counts = {code: number for code, _, number in as_staff.get(QUEUE).context["choices"]}
    assert (counts["decide"], counts["released"], counts["refused"]) == (1, 1, 0)


def test_the_queue_costs_the_same_however_many_files(as_staff: Client, staff, django_assert_max_num_queries):
    take_in([(f"{n}.txt", f"{TEXT} {n}".encode()) for n in range(70)], by=staff)
    as_staff.get(QUEUE)
    with django_assert_max_num_queries(9):
        answer = as_staff.get(QUEUE)
    assert len(answer.context["files"]) == 50
    assert len(as_staff.get(QUEUE, {"page": 2}).context["files"]) == 20
    assert as_staff.get(QUEUE, {"page": "x", "state": "nothing"}).status_code == 200


def test_a_name_with_a_registration_number_is_masked(staff):
    assert "836" not in take_in([("A75 836 651.txt", b"words")], by=staff)[0].name


def test_the_list_of_files_gives_sizes_as_people_read_them(as_staff: Client, staff):
    take_in([("slip.txt", b"x" * 2048)], by=staff)
    assert "2.0\xa0KB" in as_staff.get("/admin/briefs/source/").content.decode()
