"""Long work, asked for here and done by `manage.py work`; PostgreSQL holds the queue.

The queue is procrastinate's: a job joins it in the transaction that asks for it, a worker is woken by NOTIFY and takes
it with SKIP LOCKED, and a job whose worker died is seen by its missing heartbeat and taken up again. Django's own
tasks would need a backend from outside and have no heartbeat.

A kind of work is a function of its job's arguments, of who asked and of `progress(done, total)`, which it calls as it
goes on; it keeps its own transactions short, so that progress is seen, and may be begun again from its start.
"""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connections, transaction
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from briefs.access import must
from briefs.models import Job
from briefs.workflow.bring_many import read_brought
from briefs.workflow.long_work import Progress, Result, Stopped
from briefs.workflow.make_packet import make_packet
from briefs.workflow.refusal import Refused

KEPT = timedelta(days=7)
_EVERY = 0.25  # seconds between two notes of progress

logger = logging.getLogger(__name__)

Work = Callable[..., Result]  # work(arguments, by=, progress=)

KINDS: tuple[tuple[str, Work], ...] = (("packet", make_packet), ("reading", read_brought))


def ask(kind: str, title: str, arguments: dict[str, Any], *, by: Any) -> Job:
    """Put work into the queue; KeyError for a kind there is not. The job's page shows how far it is."""
    dict(KINDS)[kind]
    with transaction.atomic():
        job = Job.objects.create(kind=kind, title=title[:200], arguments=arguments, asked_by=by)
        work.defer(job=str(job.pk))
    return job


def stop(job: Job, *, by: Any) -> None:
    """Let the work end at its next step; what it has done stays done. Raises PermissionDenied."""
    must(by, "see job", job)
    Job.objects.filter(pk=job.pk, state__in=(Job.State.WAITING, Job.State.RUNNING)).update(
        state=Job.State.STOPPED, ended_at=timezone.now(), says="Stopped by the person who asked for it."
    )


@app.task(name="work")
def work(job: str) -> None:
    """Do one job, in the worker."""
    try:
        run(job)
    finally:
        connections.close_all()  # the thread goes; its connection must not wait for it


def run(pk: str) -> None:
    """Do a job and keep what came of it; a failure is kept as a sentence and never raised."""
    rows = Job.objects.filter(pk=pk)
    if not rows.exclude(state=Job.State.STOPPED).update(state=Job.State.RUNNING, started_at=timezone.now(), done=0):
        return
    job = rows.select_related("asked_by").get()
    kept: dict[str, Any]
    try:
        result = dict(KINDS)[job.kind](job.arguments, by=job.asked_by, progress=_note(job))
    except Stopped:
        return
    except Refused as problem:
        kept = {"state": Job.State.FAILED, "says": " ".join(problem.reasons)}
    except Exception:  # a worker must live on, whatever one job does
        logger.exception("A job failed: %s %s", job.kind, job.pk)
        kept = {"state": Job.State.FAILED, "says": "The work ended in an error of the site; its log says more."}
    else:
        kept = {
            "state": Job.State.DONE,
            "says": result.says,
            "report": result.report,
            "result": result.content,
            "result_name": result.name,
            "result_mime": result.mime,
        }
    rows.exclude(state=Job.State.STOPPED).update(ended_at=timezone.now(), **kept)


def _note(job: Job) -> Progress:
    """Give the function that keeps how far the job is, a few times a second at most, and ends it when stopped."""
    noted = 0.0

    def note(done: int, total: int) -> None:
        nonlocal noted
        now = time.monotonic()
        if done < total and now - noted < _EVERY:
            return
        noted = now
        if not Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(done=min(done, total), total=total):
            raise Stopped

    return note


@app.periodic(cron="* * * * *")
@app.task(name="take_up_again", queueing_lock="take_up_again", pass_context=True)
async def take_up_again(context: JobContext, timestamp: int) -> None:
    """Give the jobs of workers that died back to the queue."""
    manager = context.app.job_manager
    for stalled in await manager.get_stalled_jobs():
        await manager.retry_job(stalled)


@app.periodic(cron="17 3 * * *")
@app.task(name="clear_away", queueing_lock="clear_away")
def clear_away(timestamp: int) -> None:
    """Take away the jobs that ended over a week ago, with their files, and the sessions that ran out."""
    Job.objects.filter(ended_at__lt=timezone.now() - KEPT).delete()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
