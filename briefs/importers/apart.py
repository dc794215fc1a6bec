"""Reading in a process of its own, with limits of time and memory: a file that breaks its parser breaks nothing else.

The child is this module run by name. It gets the file's name and bytes, reads them with `read`, and writes the result
as JSON, which cannot carry anything but data.
"""

import json
import math
import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefs.importers.imported import Detail, Imported, Unreadable, Writing
from briefs.text.marks import as_rows, from_rows
from briefs.text.pieces import Clean, Piece

SECONDS = 60
MEGABYTES = 1024
_ROOT = Path(__file__).resolve().parents[2]
_REFUSED = 3  # exit codes of the child: a sentence was written; memory ran out
_NO_MEMORY = 4
_PAUSE = 10  # seconds more than its own clock that the child may take on a busy machine
# What plain text begins with: it needs no parser but ours, so it is read here.
_FOREIGN = (b"%PDF-", b"PK\x03\x04", b"<", b"\xd0\xcf\x11\xe0")


def read_apart(
    name: str, content: bytes, *, limit: int | None = None, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> Imported:
    """Read a file as `read` does, whatever it does to its parser.

    `seconds` are of work, and of waiting when doubled; `megabytes` are of memory for the child all told. Plain text
    and JSON are read in this process. Raises Unreadable with a sentence, also for a file that takes too long, takes
    too much memory or crashes its parser.
    """
    from briefs.importers import LIMIT, read

    most = LIMIT if limit is None else limit
    if len(content) > most or not _is_foreign(content):
        return read(name, content, limit=most)
    work = max(1, math.ceil(seconds))
    call = json.dumps({"name": name, "limit": most, "seconds": work, "megabytes": megabytes}).encode()
    command = [sys.executable, "-s", "-m", "briefs.importers.apart"]
    try:
        done = subprocess.run(
            command,
            input=call + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=2 * seconds + _PAUSE if seconds >= 1 else seconds,
            cwd=_ROOT,
            env={"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(f"The file took longer than {seconds:g} seconds to read, so reading was stopped.") from None
    if done.returncode == _REFUSED:
        raise Unreadable(done.stdout.decode("utf-8", "replace"))
    if done.returncode == _NO_MEMORY:
        raise Unreadable(f"The file needs more than {megabytes:,} MB of memory to be read, so reading was stopped.")
    if done.returncode in (-9, -24):  # SIGKILL and SIGXCPU: the limit of work
        raise Unreadable(f"The file took longer than {seconds:g} seconds to read, so reading was stopped.")
    if done.returncode:
        raise Unreadable("The file broke the program that reads files of its kind; it is damaged or made to harm.")
    return unpacked(json.loads(done.stdout))


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
        "pieces": [[p.raw_start, p.raw_end, p.clean_start, p.clean_end, p.name] for p in clean.pieces],
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
    clean = Clean(given["text"], tuple(from_rows(given["marks"])), tuple(Piece(*piece) for piece in given["pieces"]))
    return Imported(
        given["raw"], clean, tuple(details), given["note"], tuple(Writing(*writing) for writing in given["writings"])
    )


def _child() -> int:
    """Read the call and the file from standard input, write the result; gives the exit code."""
    call = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    memory = call["megabytes"] * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (call["seconds"], call["seconds"] + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        from briefs.importers import read

        result = json.dumps(packed(read(call["name"], content, limit=call["limit"]))).encode()
    except Unreadable as problem:
        sys.stdout.buffer.write(str(problem).encode("utf-8", "replace"))
        return _REFUSED
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(result)
    return 0


if __name__ == "__main__":
    sys.exit(_child())
