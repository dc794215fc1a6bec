"""Files locked by flock(2): a lock is gone when the last process that holds it ends, however it ends.

A forked child holds its parent's locks too, a program started by it does not.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def open_file(path: Path) -> int:
    """Open a lock file, made when it is missing; reading is enough to lock, so another user's file serves as well."""
    try:
        return os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return os.open(path, os.O_RDONLY | os.O_CREAT, 0o644)


def share(file: int) -> None:
    """Hold the lock together with others; waits while somebody has it alone."""
    fcntl.flock(file, fcntl.LOCK_SH)


def take(file: int) -> None:
    """Hold the lock alone; waits until nobody else has it."""
    fcntl.flock(file, fcntl.LOCK_EX)


def try_to_take(file: int) -> bool:
    """Hold the lock alone if nobody else has it; False, at once, if somebody has."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_held(path: Path) -> bool:
    """Whether any process holds the lock."""
    with opened(path) as file:
        return not _try_to_share(file)


@contextmanager
def taken(path: Path) -> Iterator[None]:
    """Hold the lock alone for the time of a block."""
    with opened(path) as file:
        take(file)
        yield


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """The lock file, closed afterwards; closing lets the lock go."""
    file = open_file(path)
    try:
        yield file
    finally:
        os.close(file)


def _try_to_share(file: int) -> bool:
    # Sharing, not taking: two processes that look at the same time must not see each other.
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
