"""How gunicorn serves Pincite: `gunicorn -c clinic/gunicorn.py clinic.wsgi`.

Threads, because browsers open connections ahead of need, on which a worker without threads would wait; they keep their
database connections.
"""

import gc
import os
import signal
import subprocess
import sys
import threading
from typing import Any

workers = 2
threads = 4
loglevel = "warning"
graceful_timeout = 5
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """Leave Ctrl-C, which a terminal sends to every process, to the master: it tells the workers once, in its turn.

    What is loaded by now stays: Python would else look through all of it for garbage, 0.2 s in the middle of a page.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.collect()
    gc.freeze()


def worker_int(worker: Any) -> None:
    """End at once when the master was told Ctrl-C: waiting for idle database connections would take seconds.

    A request that is being answered is cut off, and PostgreSQL undoes what it had begun.
    """
    os._exit(0)


_ending = threading.Event()
_working: list[subprocess.Popen[bytes]] = []
_AGAIN = 2  # seconds until a worker that died is followed by the next


def when_ready(server: Any) -> None:
    """With WORKER set, do the long work too, in a process beside: for a site on one machine, as `make run` has it."""
    if os.environ.get("WORKER"):
        threading.Thread(target=_keep_working, daemon=True).start()


def _keep_working() -> None:
    """Have a worker as long as the server runs; one that dies is followed by another, which takes up its job.

    In a session of its own, so that Ctrl-C reaches it through `on_exit` alone; it ends when this process is gone.
    """
    command = [sys.executable, "manage.py", "work", "--while-open"]
    while not _ending.is_set():
        process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
        _working[:] = [process]
        process.wait()
        _ending.wait(_AGAIN)


def on_exit(server: Any) -> None:
    """End the worker with the server; the next worker takes up again what this one had begun."""
    _ending.set()
    for process in _working:
        process.terminate()
        try:
            process.wait(timeout=graceful_timeout)
        except subprocess.TimeoutExpired:
            process.kill()
