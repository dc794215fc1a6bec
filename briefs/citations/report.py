"""Print what was found, with offsets into the raw file, as the scorer reads it."""

from collections.abc import Iterable
from typing import Any, Protocol

from briefs.citations.shapes import Found


class Mapped(Protocol):
    """A clean text that knows where each of its characters stood in the raw file."""

    def to_raw(self, offset: int) -> int:
        """Give the raw offset of a clean one."""
        ...


def report(raw: str, clean: Mapped, found: Iterable[Found]) -> list[dict[str, Any]]:
    """Give one plain row for each citation: start and end in the raw file, form, cite, pin; cite None if unresolved."""
    rows = []
    for each in found:
        start = clean.to_raw(each.start)
        end = clean.to_raw(each.end - 1) + 1
        rows.append({"start": start, "end": min(end, len(raw)), "form": each.form, "cite": each.cite, "pin": each.pin})
    return rows
