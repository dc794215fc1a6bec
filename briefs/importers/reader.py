"""The program that reads files of other programs' formats, one after another, each in a fork of itself.

`python -m briefs.importers.reader`, started by `apart`. It reads nothing itself, so that no file can harm the next: the
fork does, within limits, and ends. A line of JSON and the bytes of a file come in; a line with what became of it and
the size of what was written, and that, go out. It goes home when nobody calls, or nothing comes for a while.
"""

import json
import os
import resource
import select
import signal
import sys
import time
from typing import Any

from courts_db import find_court

from briefs.importers import Unreadable, read
from briefs.importers.apart import BROKEN, NO_MEMORY, READ, REFUSED, TOO_LONG, packed

_IDLE = 120  # seconds without a file
_SPARE = 16 * 1024 * 1024  # bytes


def main() -> None:
    """Read files until standard input ends."""
    find_court("Supreme Court of the United States")  # compiles its patterns, once for every fork
    while select.select([0], [], [], _IDLE)[0]:
        line = sys.stdin.buffer.readline()
        if not line:
            return
        call = json.loads(line)
        content = sys.stdin.buffer.read(call["size"])
        if len(content) < call["size"]:
            return
        became, said = _read_in_a_fork(call, content)
        sys.stdout.buffer.write(b"%d %d\n" % (became, len(said)) + said)
        sys.stdout.buffer.flush()


def _read_in_a_fork(call: dict[str, Any], content: bytes) -> tuple[int, bytes]:
    taken, given = os.pipe()
    child = os.fork()
    if not child:
        os.close(taken)
        os._exit(_child(call, content, given))
    os.close(given)
    until = time.monotonic() + call["wait"]
    chunks: list[bytes] = []
    late = False
    while not late:
        late = not select.select([taken], [], [], max(0, until - time.monotonic()))[0]
        if late or not (chunk := os.read(taken, 1 << 20)):
            break
        chunks.append(chunk)
    os.close(taken)
    if late:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    worked = used.ru_utime + used.ru_stime >= call["seconds"]
    if late or code == -signal.SIGXCPU or (code == -signal.SIGKILL and worked):  # the limit of work
        return TOO_LONG, b""
    if code == -signal.SIGKILL:  # the machine ran out of memory
        return NO_MEMORY, b""
    return (code, b"".join(chunks)) if code in (READ, REFUSED, NO_MEMORY) else (BROKEN, b"")


def _child(call: dict[str, Any], content: bytes, given: int) -> int:
    """Read a file within its limits and write what came of it; gives the exit code."""
    try:
        memory = call["megabytes"] * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (call["seconds"], call["seconds"] + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 0)  # what a parser prints must not get among the answers
        os.dup2(nowhere, 1)
        try:
            became, said = READ, json.dumps(packed(read(call["name"], content, limit=call["limit"]))).encode()
        except Unreadable as problem:
            bytearray(_SPARE)  # a parser without memory says that the file is broken; then this fails too
            became, said = REFUSED, str(problem).encode("utf-8", "replace")
        with os.fdopen(given, "wb") as out:
            out.write(said)
        return became
    except MemoryError:
        return NO_MEMORY
    except BaseException:
        return BROKEN


if __name__ == "__main__":
    main()
