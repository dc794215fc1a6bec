"""The embedded server, for real: processes that join it, share it, end in every way, and what they leave behind."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from django.conf import settings

from clinic.embedded import cluster, server

SMALL = {"shared_buffers": "16MB", "fsync": "off"}
USER = f"""
import os, signal, sys
from pathlib import Path
import psycopg
from clinic.embedded import server
socket = server.join(Path(sys.argv[1]), {SMALL!r})
with psycopg.connect(host=str(socket), port=server.PORT, user=server.SUPERUSER, dbname=server.DATABASE) as connection:
    answer = connection.execute(sys.argv[2]).fetchone()[0]
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores Ctrl-C for what it runs in the background
print(answer, flush=True)
if sys.argv[3:] == ["fork"] and os.fork():
    os._exit(0)
sys.stdin.read()
"""
# The server's process is the first line of the file it keeps beside its data.
SERVER_PROCESS = "SELECT (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\n'))[1]::int"

Start = Callable[..., tuple[subprocess.Popen[str], str]]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    # Not tmp_path: as root the server runs as another user, who may not enter pytest's folders.
    place = Path(tempfile.mkdtemp(prefix="pincite-test-"))
    place.chmod(0o755)
    yield place / "postgres"
    shutil.rmtree(place)


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a process that uses the server and ends when its input does; gives it and the answer to its question."""
    started = []

    def _start(folder: Path, question: str = SERVER_PROCESS, *more: str) -> tuple[subprocess.Popen[str], str]:
        process = subprocess.Popen(
            [sys.executable, "-c", USER, str(folder), question, *more],
            cwd=settings.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        answer = process.stdout.readline().strip()
        assert answer, "the process ended without an answer"
        return process, answer

    yield _start
    for process in started:
        end(process)


def end(process: subprocess.Popen[str]) -> None:
    process.stdin.close()
    process.stdout.close()
    process.wait(timeout=60)


def is_gone(pid: str) -> bool:
    """Whether the process ends within the time a busy machine needs for it."""
    deadline = time.monotonic() + 30
    while psutil.pid_exists(int(pid)):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_two_processes_share_a_server_that_stops_with_the_last(folder: Path, start: Start):
    first, process = start(folder)
    second, same = start(folder)
    assert process == same
    end(first)
    third, same = start(folder)
    assert process == same
    end(second)
    end(third)
    assert not psutil.pid_exists(int(process)), "the last process to end did not wait for the server to stop"
    assert server.running(folder) is None


def test_processes_that_come_at_the_same_time_find_one_server(folder: Path):
    command = [sys.executable, "-c", USER, str(folder), SERVER_PROCESS]
    together = [
        subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    answers = {process.stdout.readline() for process in together}
    for process in together:
        end(process)
    assert len(answers) == 1
    assert "" not in answers


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_server_stops_after_its_last_process_however_that_ended(how: int, folder: Path, start: Start):
    process, pid = start(folder)
    process.send_signal(how)
    assert is_gone(pid)


def test_a_killed_process_does_not_take_the_server_from_others(folder: Path, start: Start):
    killed, pid = start(folder)
    other, _ = start(folder)
    killed.kill()
    killed.wait()
    time.sleep(0.5)
    assert psutil.pid_exists(int(pid))
    end(other)
    assert is_gone(pid)


def test_a_forked_process_keeps_the_server_after_its_parent(folder: Path, start: Start):
    parent, pid = start(folder, SERVER_PROCESS, "fork")
    parent.wait(timeout=60)  # the child still reads the input
    time.sleep(0.5)
    assert psutil.pid_exists(int(pid))
    parent.stdin.close()
    assert is_gone(pid)


def test_a_server_whose_keeper_was_killed_is_taken_over_and_stopped(folder: Path, start: Start):
    first, pid = start(folder)
    psutil.Process(int(pid)).parent().kill()
    second, same = start(folder)
    assert pid == same
    end(first)
    end(second)
    assert is_gone(pid)


def test_a_killed_server_is_started_again(folder: Path, start: Start):
    first, killed = start(folder)
    psutil.Process(int(killed)).kill()
    assert is_gone(killed)
    _, pid = start(folder)
    assert pid != killed
    end(first)


def test_a_process_number_left_behind_that_is_now_another_s_is_no_server(folder: Path, start: Start):
    first, pid = start(folder)
    file = folder / "data" / "postmaster.pid"
    lines = file.read_text()
    end(first)
    # This very process: alive, and no server. PostgreSQL alone would refuse to start beside it.
    file.write_text(lines.replace(pid, str(os.getpid()), 1))
    if os.geteuid() == 0:
        shutil.chown(file, cluster.SYSTEM_USER)
    _, pid = start(folder)
    assert pid != str(os.getpid())


def test_what_an_interrupted_first_start_left_is_made_anew(start: Start, folder: Path):
    place = folder.with_name("interrupted")
    unfinished = place / "data.unfinished"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18\n")
    process, _ = start(place)
    end(process)
    assert not unfinished.exists()


def test_a_path_too_long_for_a_socket_is_no_hindrance(start: Start, folder: Path):
    long = folder.with_name("long, and with a comma") / ("x" * 120) / "postgres"
    process, socket = start(long, "SHOW unix_socket_directories")
    assert len(socket) < 100
    end(process)
    assert not Path(socket.strip('"')).exists(), "the folder of the socket was left behind"


def test_the_data_are_closed_to_other_users_of_the_machine(start: Start, folder: Path):
    process, socket = start(folder, "SHOW unix_socket_directories")
    assert (folder / "data").stat().st_mode & 0o077 == 0
    assert Path(socket.strip('"')).stat().st_mode & 0o077 == 0
    end(process)


def test_quotation_marks_and_dashes_are_no_letters_for_search(start: Start, folder: Path):
    _, found = start(folder, "SELECT to_tsvector('simple', '“fear”—naïve ÉTAT')::text")
    assert found == "'fear':1 'naïve':2 'état':3"


def test_the_server_listens_on_no_network_and_logs_no_statements(start: Start, folder: Path):
    _, answer = start(
        folder,
        "SELECT current_setting('listen_addresses') || ',' || current_setting('log_min_error_statement')",
    )
    assert answer == ",panic"


def test_a_setting_the_server_refuses_is_said_with_the_end_of_its_log(folder: Path):
    failed = subprocess.run(
        [sys.executable, "-c", USER.replace(repr(SMALL), "{'nonsense': '1'}"), str(folder), SERVER_PROCESS],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert failed.returncode == 1
    assert "NotStarted: The embedded database in" in failed.stderr
    assert "nonsense" in failed.stderr
    assert server.running(folder) is None


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(server.NotStarted, match="cannot be used"):
        server.join(tmp_path / "file" / "postgres", {})


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root's server runs as another user.")
def test_data_where_the_server_s_user_may_not_go_are_kept_elsewhere(tmp_path: Path, start: Start):
    tmp_path.chmod(0o700)
    process, data = start(tmp_path / "postgres", "SHOW data_directory")
    end(process)
    assert Path(data).is_relative_to(cluster.SHARED_STATE)
    assert (tmp_path / "postgres").resolve() == Path(data).parent
    assert tmp_path.stat().st_mode & 0o777 == 0o700, "a folder was opened to others"
    shutil.rmtree(Path(data).parent)
