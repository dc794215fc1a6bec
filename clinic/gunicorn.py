"""How gunicorn serves Pincite: `gunicorn -c clinic/gunicorn.py clinic.wsgi`.

Threads, because browsers open connections ahead of need, on which a worker without threads would wait; they keep their
database connections.
"""

import os
import signal
import subprocess
import sys
from typing import Any

workers = 2
threads = 4
loglevel = "warning"
graceful_timeout = 5
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """Leave Ctrl-C, which a terminal sends to every process, to the master: it tells the workers once, in its turn."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


_working: list[subprocess.Popen[bytes]] = []


def when_ready(server: Any) -> None:
    """With WORKER set, do the long work too, in a process beside: for a site on one machine, as `make run` has it.

    In a session of its own, so that Ctrl-C reaches it through `on_exit` alone; it ends when this process is gone.
    """
    if os.environ.get("WORKER"):
        command = [sys.executable, "manage.py", "work", "--while-open"]
        _working.append(subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True))


def on_exit(server: Any) -> None:
    """End the worker with the server."""
    for process in _working:
        process.terminate()
        process.wait(timeout=graceful_timeout)
