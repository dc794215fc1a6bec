"""Cut a text into its streams: the body, and every footnote by itself.

*Id.* refers back inside its own stream only (Bluebook rule 4.1 speaks of the same footnote or the text), so a
footnote printed between two sentences of the body never stands between a citation and its *id.*
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefs.text.marks import Mark

BODY = "body"


@dataclass(frozen=True, slots=True)
class Stream:
    """A stretch of text that is read by itself: the body's pieces share the name "body"."""

    start: int
    end: int
    name: str


def streams(length: int, marks: Iterable[Mark]) -> list[Stream]:
    """Give the streams of a text of `length` characters, in order, covering it whole.

    Footnotes, and the notes of a caption (a substituted party, a judge by designation), are streams of their own.
    """
    apart = sorted(
        (mark.start, mark.end)
        for mark in marks
        if mark.kind == "footnote" or (mark.kind == "caption" and mark.data.get("part") == "note")
    )
    found: list[Stream] = []
    place = 0
    for start, end in apart:
        if start < place or end > length or start == end:
            continue
        if start > place:
            found.append(Stream(place, start, BODY))
        found.append(Stream(start, end, f"note at {start}"))
        place = end
    if place < length or not found:
        found.append(Stream(place, length, BODY))
    return found
