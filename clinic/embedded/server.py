"""What each process does with the embedded server: join it, start it when it is not there, leave it.

In the server's folder `users` is a lock shared by every process that uses the server; `starting` is held by the one
that starts it; `keeper` is held by the keeper, and says where the server's socket is once the server answers.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from django.db.utils import OperationalError

from clinic.embedded import cluster, locks

PORT = 5432  # only names the socket: the server listens on no network
SUPERUSER = "postgres"
DATABASE = "pincite"
STOPPING_SECONDS = 30
CHECKOUT = Path(__file__).resolve().parents[2]

_mutex = threading.Lock()
_joined: dict[Path, tuple[int, int]] = {}  # folder -> (the lock file, the process that opened it)


class NotStarted(OperationalError):
    """The embedded server did not start; says why in sentences."""


def join(folder: Path, settings: dict[str, str]) -> Path:
    """Use the server that lives in the folder until this process ends; the folder of its socket.

    The server is made and started when there is none. Raises NotStarted.
    """
    with _mutex:
        try:
            folder = cluster.home(folder)
            if folder not in _joined:
                file = locks.open_file(folder / "users")
                locks.share(file)  # waits while the keeper stops a server that nobody used
                if not _joined:
                    atexit.register(leave)
                _joined[folder] = (file, os.getpid())
            return running(folder) or _start(folder, settings)
        except (OSError, cluster.Unusable) as problem:
            raise NotStarted(f"The embedded database in {folder} cannot be used: {problem}") from problem


def running(folder: Path) -> Path | None:
    """The folder of the socket of the server that is running, None when there is none."""
    keeper = folder / "keeper"
    if not keeper.exists() or not locks.is_held(keeper):
        return None
    socket = keeper.read_text(encoding="utf-8")
    return Path(socket) if socket else None


def leave() -> None:
    """Stop using every server; the last process waits until the server has stopped."""
    if threading.current_thread() is threading.main_thread():
        # A second Ctrl-C, or a second word from a master process, must not cut the leaving short.
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT):
            signal.signal(name, signal.SIG_IGN)
    for folder, (file, process) in list(_joined.items()):
        if process != os.getpid():
            continue  # a forked child: the lock is its parent's too, and ends with both
        del _joined[folder]
        os.close(file)
        with locks.opened(folder / "users") as again:
            last = locks.try_to_take(again)
        deadline = time.monotonic() + STOPPING_SECONDS
        while last and locks.is_held(folder / "keeper") and time.monotonic() < deadline:
            time.sleep(0.02)


def _start(folder: Path, settings: dict[str, str]) -> Path:
    with locks.taken(folder / "starting"):
        socket = running(folder)
        if socket:
            return socket  # another process was quicker
        # In a session of its own, so that Ctrl-C in a terminal is not the keeper's end.
        keeper = subprocess.run(
            [sys.executable, "-m", "clinic.embedded.keeper", str(folder), json.dumps(settings)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1"},
            start_new_session=True,
            encoding="utf-8",
            check=False,
        )  # fmt: skip
        said = keeper.stdout.strip()
        socket = running(folder)
        if socket is None:
            raise NotStarted(said or f"The embedded database in {folder} did not start; its log is {folder / 'log'}.")
        if said:
            print(said, file=sys.stderr)
        return socket
