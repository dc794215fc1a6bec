"""What a kind of long work is given and gives: how it says how far it is, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[int, int], None]  # done, of how many; raises Stopped where the work is not wanted any more


@dataclass(frozen=True)
class Result:
    """What came of a piece of work: a sentence, rows for a report, and a file if it made one."""

    says: str
    report: list[list[str]] = field(default_factory=list)
    name: str = ""
    mime: str = ""
    content: bytes | None = None


class Stopped(Exception):
    """The person who asked for the work does not want it any more."""
