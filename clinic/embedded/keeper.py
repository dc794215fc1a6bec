"""The process beside the embedded server: it starts the server, waits until nobody uses it, and stops it.

Run as `python -m clinic.embedded.keeper FOLDER SETTINGS`. It ends its output when the server answers; what it says
before is for the person who waits.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import psycopg

from clinic.embedded import cluster, locks
from clinic.embedded.server import DATABASE, PORT, SUPERUSER

STARTING_SECONDS = 300  # a slow machine may take long over initdb, or over recovery after a power cut
STOPPING_SECONDS = 60
LETTING_GO_SECONDS = 30
LOOKING_SECONDS = 0.1

ALWAYS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    # The log is for faults of the server: no statements and no values, which may hold personal data.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}


class Keeper:
    """One server, from its start to its end."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.folder = folder
        self.settings = {**settings, **ALWAYS}
        self.told_to_stop = False
        self.process: psutil.Process | None = None

    def keep(self) -> None:
        """Start the server, tell who waits, and stop it when nobody uses it any more. Raises cluster.Unusable."""
        signal.signal(signal.SIGTERM, self.stop_soon)
        with locks.opened(self.folder / "keeper") as lock:
            locks.take(lock)
            (self.folder / "keeper").write_text("", encoding="utf-8")
            self.cluster = cluster.prepare(self.folder)
            try:
                self.find_or_start()
                self.make_database()
                (self.folder / "keeper").write_text(str(self.socket), encoding="utf-8")
                let_go_of_output()
                with locks.opened(self.folder / "users") as users:
                    while self.alive() and not self.told_to_stop and not locks.try_to_take(users):
                        time.sleep(LOOKING_SECONDS)
                    self.stop()  # while holding `users`: who comes now waits, and starts it again
            finally:
                self.stop()

    def stop_soon(self, *_: object) -> None:
        """The system is shutting down: stop the server although it may be in use."""
        self.told_to_stop = True

    def find_or_start(self) -> None:
        """Take over the server of a keeper that was killed, or start one."""
        self.process = self.postmaster()
        if self.process is not None:
            self.wait_until_ready()
            return
        deadline = time.monotonic() + LETTING_GO_SECONDS
        while True:
            try:
                self.start()
                self.wait_until_ready()
                return
            except cluster.Unusable as problem:
                if "shared memory block" not in str(problem) or time.monotonic() > deadline:
                    raise
                time.sleep(LOOKING_SECONDS)  # processes of a server that was killed still end

    def start(self) -> None:
        """Start the server on its data."""
        self.disown()
        self.socket = cluster.socket_folder(self.cluster)
        command = [str(self.cluster.programs / "postgres"), "-D", str(self.cluster.data)]
        for name, value in {**self.settings, "unix_socket_directories": f'"{self.socket}"'}.items():
            command += ["-c", f"{name}={value}"]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        with (self.folder / "log").open("w") as log:
            self.process = psutil.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, **self.cluster.identity()
            )

    def disown(self) -> None:
        """Make the file a server left behind name this process, where it names one that is no server.

        PostgreSQL takes any living process for a server, except its own parent. The file stays: PostgreSQL also finds
        the shared memory of the old server by it, and waits with good reason while processes of that still use it.
        """
        lines = self.server_file()
        if lines:
            lines[0] = str(os.getpid())
            (self.cluster.data / "postmaster.pid").write_text("\n".join(lines) + "\n")

    def postmaster(self) -> psutil.Process | None:
        """The server that runs on this data, whoever started it."""
        lines = self.server_file()
        try:
            process = psutil.Process(int(lines[0]))
            return process if str(self.cluster.data) in process.cmdline() else None
        except (IndexError, ValueError, psutil.Error):
            return None

    def server_file(self) -> list[str]:
        """The lines of postmaster.pid: process, data, start, port, socket folder, address, memory, status."""
        try:
            return (self.cluster.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def wait_until_ready(self) -> None:
        """Wait until the server takes connections. Raises cluster.Unusable."""
        deadline = time.monotonic() + STARTING_SECONDS
        while time.monotonic() < deadline and not self.told_to_stop:
            if not self.alive():
                log = (self.folder / "log").read_text(errors="replace").splitlines()
                raise cluster.Unusable("The server did not start. The end of its log: " + " / ".join(log[-5:]))
            lines = self.server_file()
            if len(lines) > 7 and lines[0] == str(self.process.pid) and lines[7].strip() == "ready":
                self.socket = Path(lines[4])
                return
            time.sleep(0.02)
        raise cluster.Unusable(f"The server did not answer within {STARTING_SECONDS} seconds.")

    def make_database(self) -> None:
        """Make the site's database in a new cluster."""
        address = {"host": str(self.socket), "port": PORT, "user": SUPERUSER, "dbname": "postgres"}
        with psycopg.connect(**address, autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def alive(self) -> bool:
        """Whether the server runs."""
        try:
            self.process.wait(timeout=0)
        except psutil.TimeoutExpired:
            return True
        return False

    def stop(self) -> None:
        """Stop the server: cut its connections and write everything down, or at the latest stop it at once."""
        (self.folder / "keeper").write_text("", encoding="utf-8")
        if self.process is None:
            return
        for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self.alive():
                self.process.send_signal(how)
            try:
                self.process.wait(timeout=STOPPING_SECONDS)
                break
            except psutil.TimeoutExpired:
                continue
        if self.socket != self.cluster.data:
            shutil.rmtree(self.socket, ignore_errors=True)


def let_go_of_output() -> None:
    """End the output: whoever waits for it goes on, and a closed terminal cannot disturb the keeper."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def main(folder: str, settings: str) -> None:
    """Keep the server of a folder, away from the process that asked for it."""
    if os.fork():
        os._exit(0)
    try:
        Keeper(Path(folder), json.loads(settings)).keep()
    except (cluster.Unusable, OSError, psycopg.Error) as problem:
        sys.exit(f"The embedded database in {folder} cannot be used: {problem}")


if __name__ == "__main__":
    main(*sys.argv[1:])
