"""Long work: asked for, done by a worker, watched, stopped."""

import subprocess
import sys
import time
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from briefs.models import Job
from briefs.workflow import work
from briefs.workflow.refusal import Refused
from briefs.workflow.work import Result, ask, clear_away, run, stop


def count_up(arguments: dict[str, Any], *, by: Any, progress: work.Progress) -> Result:
    for done in range(arguments["to"] + 1):
        progress(done, arguments["to"])
        if done == arguments.get("fail_at"):
            raise Refused("It cannot be counted further.")
        if done == arguments.get("break_at"):
            raise ZeroDivisionError
    return Result(f"{by} counted.", [["one", "two"]], "count.txt", "text/plain", b"1 2 3")


@pytest.fixture(autouse=True)
def counting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "KINDS", (("count", count_up),))


def test_what_came_of_the_work_is_kept(student):
    job = ask("count", "Count", {"to": 3}, by=student)
    assert job.state == "waiting"
    run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.says) == ("done", 3, 3, "student counted.")
    assert (bytes(job.result), job.result_name, job.report) == (b"1 2 3", "count.txt", [["one", "two"]])


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        ({"fail_at": 2}, "It cannot be counted further."),
        ({"break_at": 2}, "The work ended in an error of the site; its log says more."),
    ],
)
def test_work_that_fails_says_so_and_harms_nobody(student, trouble: dict[str, int], says: str):
    job = ask("count", "Count", {"to": 3} | trouble, by=student)
    run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, job.says, job.result) == ("failed", says, None)
    assert job.ended_at is not None


def test_work_that_was_stopped_before_its_turn_is_not_begun(student):
    job = ask("count", "Count", {"to": 3}, by=student)
    stop(job, by=student)
    run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, job.done) == ("stopped", 0)


def test_work_is_stopped_between_two_steps(student, monkeypatch: pytest.MonkeyPatch):
    def stopped_midway(arguments: Any, *, by: Any, progress: work.Progress) -> Result:
        stop(Job.objects.get(), by=student)
        progress(2, 2)
        raise AssertionError("it went on")

    monkeypatch.setattr(work, "KINDS", (("count", stopped_midway),))
    job = ask("count", "Count", {}, by=student)
    run(str(job.pk))
    job.refresh_from_db()
    assert job.state == "stopped"


def test_work_that_ends_after_it_was_stopped_stays_stopped(student, monkeypatch: pytest.MonkeyPatch):
    def stopped_at_the_end(arguments: Any, *, by: Any, progress: work.Progress) -> Result:
        stop(Job.objects.get(), by=student)
        return Result("Too late.")

    monkeypatch.setattr(work, "KINDS", (("count", stopped_at_the_end),))
    job = ask("count", "Count", {}, by=student)
    run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, job.says) == ("stopped", "Stopped by the person who asked for it.")


def test_only_who_asked_or_staff_stop_work(student, django_user_model):
    job = ask("count", "Count", {"to": 3}, by=student)
    other = django_user_model.objects.create_user("other")
    other.groups.add(*student.groups.all())
    with pytest.raises(PermissionDenied):
        stop(job, by=other)
    job.refresh_from_db()
    assert job.state == "waiting"


def test_a_kind_of_work_there_is_not_is_refused_at_once(student):
    with pytest.raises(KeyError):
        ask("juggle", "Juggle", {}, by=student)
    assert not Job.objects.exists()


def test_files_are_kept_for_a_week(student):
    job = ask("count", "Count", {"to": 1}, by=student)
    run(str(job.pk))
    clear_away(0)
    assert Job.objects.exists()
    Job.objects.update(ended_at=timezone.now() - work.KEPT * 1.01)
    clear_away(0)
    assert not Job.objects.exists()


def test_sessions_that_ran_out_are_not_kept(db):
    for key, days in (("over", -1), ("open", 1)):
        Session.objects.create(session_key=key, expire_date=timezone.now() + timedelta(days=days))
    clear_away(0)
    assert [one.session_key for one in Session.objects.all()] == ["open"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_worker_takes_what_waits_in_the_queue(student, monkeypatch: pytest.MonkeyPatch):
    from django.core.management import call_command

    job = ask("count", "Count", {"to": 3}, by=student)
    call_command("work", once=True)
    job.refresh_from_db()
    assert job.state == "done"
    assert not ProcrastinateJob.objects.filter(task_name="work").exists()  # the queue does not grow


def test_a_worker_ends_with_the_process_that_started_it():
    command = [
        sys.executable,
        "-c",
        "import sys; from briefs.management.commands.work import _end_with_parent as e; e()",
    ]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, cwd=settings.BASE_DIR)
    assert process.stdin is not None
    time.sleep(0.2)
    assert process.poll() is None
    process.stdin.close()
    assert process.wait(timeout=20) == -15


def test_the_page_shows_how_far_the_work_is_and_then_its_file(as_student: Client, student):
    job = ask("count", "Count to three", {"to": 3}, by=student)
    waiting = as_student.get(job.get_absolute_url())
    assert waiting["Refresh"] == "3"
    assert as_student.get(f"{job.get_absolute_url()}file").status_code == 404
    run(str(job.pk))
    done = as_student.get(job.get_absolute_url())
    assert "Refresh" not in done
    assert "student counted." in done.content.decode()
    file = as_student.get(f"{job.get_absolute_url()}file")
    assert (file.content, file["Content-Type"]) == (b"1 2 3", "text/plain")
    assert file["Content-Disposition"] == 'attachment; filename="count.txt"'
    assert file["X-Robots-Tag"] == "noindex, nofollow"


def test_a_student_sees_only_the_work_they_asked_for(as_student: Client, as_staff: Client, staff):
    job = ask("count", "Count", {"to": 3}, by=staff)
    for path in (job.get_absolute_url(), f"{job.get_absolute_url()}file"):
        assert as_student.get(path).status_code == 404
    assert as_student.post(f"{job.get_absolute_url()}stop").status_code == 404
    assert as_staff.post(f"{job.get_absolute_url()}stop").status_code == 302
    job.refresh_from_db()
    assert job.state == "stopped"
