"""How gunicorn serves Pincite: `gunicorn -c clinic/gunicorn.py clinic.wsgi`.

Threads, because browsers open connections ahead of need, on which a worker without threads would wait; they keep their
database connections.
"""

import signal
from typing import Any

workers = 2
threads = 4
loglevel = "warning"
graceful_timeout = 5
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """Leave Ctrl-C, which a terminal sends to every process, to the master: it tells the workers once, in its turn."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
