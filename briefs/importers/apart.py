"""Reading in a process of its own, with limits of time and memory: a file that breaks its parser breaks nothing else.

A reader (`briefs.importers.reader`, without Django) is kept warm for as long as files come, and reads each in a fork of
itself. What it gives back is JSON, which cannot carry anything but data.
"""

import atexit
import contextlib
import json
import math
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefs.importers.imported import Detail, Imported, Unreadable, Writing
from briefs.text.marks import as_rows, from_rows
from briefs.text.pieces import Clean

SECONDS = 60
MEGABYTES = 1024
READ, REFUSED, NO_MEMORY, TOO_LONG, BROKEN = range(5)  # what became of a file in the reader
_ROOT = Path(__file__).resolve().parents[2]
_PAUSE = 10  # seconds more than its own clock that reading may take on a busy machine
_KEPT = 4  # readers kept for the next file; more are only there while more files are read at once
# What plain text begins with: it needs no parser but ours, so it is read here.
_FOREIGN = (b"%PDF-", b"PK\x03\x04", b"<", b"\xd0\xcf\x11\xe0")


class _Gone(Exception):
    """The reader is no longer there."""


class _Reader:
    """A reader at work: takes one file after another."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-m", "briefs.importers.reader"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
            cwd=_ROOT,
            env={"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8"},
        )
        self.pipes = [pipe.fileno() for pipe in (self.process.stdin, self.process.stdout) if pipe]

    def read(self, call: Mapping[str, Any], content: bytes) -> tuple[int, bytes]:
        """Give what became of a file, and what was written of it; raises _Gone."""
        given, taken = self.pipes
        sent = memoryview(json.dumps(call).encode() + b"\n" + content)
        try:
            while sent:
                sent = sent[os.write(given, sent) :]
        except OSError:
            raise _Gone from None
        until = time.monotonic() + call["wait"] + 3 * _PAUSE  # it keeps its own time; this is for one that hangs
        head = b""
        while not head.endswith(b"\n"):
            head += self._taken(taken, 1, until)
        became, size = map(int, head.split())
        chunks = []
        while size:
            chunks.append(self._taken(taken, min(size, 1 << 20), until))
            size -= len(chunks[-1])
        return became, b"".join(chunks)

    def _taken(self, pipe: int, most: int, until: float) -> bytes:
        if not select.select([pipe], [], [], max(0, until - time.monotonic()))[0]:
            raise _Gone
        chunk = os.read(pipe, most)
        if not chunk:
            raise _Gone
        return chunk

    def end(self) -> None:
        """Send it home at once, with the fork that reads for it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def forget(self) -> None:
        """Let it be: in a process forked from the one it works for."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()
        self.process.returncode = 0


class _Readers:
    """The readers that wait for a file; each is used by one thread at a time."""

    def __init__(self) -> None:
        self.idle: list[_Reader] = []
        self.lock = threading.Lock()
        atexit.register(self.end)
        os.register_at_fork(after_in_child=self._forget)

    def read(self, call: Mapping[str, Any], content: bytes) -> tuple[int, bytes]:
        """Have a file read; a reader that has gone home meanwhile is replaced."""
        while True:
            with self.lock:
                kept = self.idle.pop() if self.idle else None
            reader = kept or _Reader()
            try:
                said = reader.read(call, content)
            except _Gone:
                reader.end()
                if kept:
                    continue
                return BROKEN, b""
            except BaseException:
                reader.end()
                raise
            with self.lock:
                if len(self.idle) < _KEPT:
                    self.idle.append(reader)
                    return said
            reader.end()
            return said

    def end(self) -> None:
        """Send all of them home."""
        with self.lock:
            readers, self.idle = self.idle, []
        for reader in readers:
            reader.end()

    def _forget(self) -> None:
        readers, self.idle, self.lock = self.idle, [], threading.Lock()
        for reader in readers:
            reader.forget()


_readers = _Readers()


def read_apart(
    name: str, content: bytes, *, limit: int | None = None, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> Imported:
    """Read a file as `read` does, whatever it does to its parser.

    `seconds` are of work, and of waiting when doubled; `megabytes` are of memory for the child all told. Plain text
    and JSON are read in this process. Raises Unreadable with a sentence, also for a file that takes too long, takes
    too much memory or crashes its parser.
    """
    from briefs.importers import LIMIT, html, read

    most = LIMIT if limit is None else limit
    if len(content) > most or not (_is_foreign(content) or html.claims(name, content)):
        return read(name, content, limit=most)
    call = {
        "name": name,
        "limit": most,
        "seconds": max(1, math.ceil(seconds)),
        "wait": 2 * seconds + _PAUSE if seconds >= 1 else seconds,
        "megabytes": megabytes,
        "size": len(content),
    }
    became, said = _readers.read(call, content)
    if became == READ:
        return unpacked(json.loads(said))
    if became == REFUSED:
        raise Unreadable(said.decode("utf-8", "replace"))
    if became == NO_MEMORY:
        raise Unreadable(f"The file needs more than {megabytes:,} MB of memory to be read, so reading was stopped.")
    if became == TOO_LONG:
        raise Unreadable(f"The file took longer than {seconds:g} seconds to read, so reading was stopped.")
    raise Unreadable("The file broke the program that reads files of its kind; it is damaged or made to harm.")


def _is_foreign(content: bytes) -> bool:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(_FOREIGN) or b"%PDF-" in content[:1024]


def packed(imported: Imported) -> dict[str, Any]:
    """Give an import as plain data, fit for JSON."""
    clean = imported.clean
    return {
        "raw": imported.raw,
        "text": clean.text,
        "marks": as_rows(clean.marks),
        "pieces": clean.cells,
        "details": [[d.field, d.value, d.words, d.where] for d in imported.details],
        "note": imported.note,
        "writings": [[w.kind, w.author, w.start, w.end, w.words] for w in imported.writings],
    }


def unpacked(given: Mapping[str, Any]) -> Imported:
    """Read back what `packed` gave."""
    details = (
        Detail(field, tuple(value) if isinstance(value, list) else value, words, where)
        for field, value, words, where in given["details"]
    )
    clean = Clean(given["text"], tuple(from_rows(given["marks"])), tuple(map(tuple, given["pieces"])))
    return Imported(
        given["raw"], clean, tuple(details), given["note"], tuple(Writing(*writing) for writing in given["writings"])
    )
