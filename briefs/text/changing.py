"""Changes a person makes in a clean text: paragraphs joined, split or retyped, and what a stretch of text is.

Each change is held by its place in the raw text and by its words with what stands around them, so that it can be made
again in another reading of the same file, or in the text of a better one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefs.text.anchor import Anchor, describe, locate
from briefs.text.correcting import corrected
from briefs.text.marks import BLOCKS, Mark
from briefs.text.pieces import Clean, renumbered

_RUNNING = ("paragraph", "heading", "footnote", "byline", "caption", "item")


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to characters [raw_start, raw_end) of the raw text, whose clean words are `quote`.

    `words` are what the act needs: the new words, a heading's level, the number of a note or page; else empty.
    """

    act: str
    raw_start: int
    raw_end: int
    quote: str
    prefix: str
    suffix: str
    start: int
    words: str = ""


def described(clean: Clean, act: str, start: int, end: int, words: str = "") -> Change:
    """Describe a change of clean characters [start, end), to be made and made again; ValueError for no characters."""
    held = describe(clean.text, start, end)
    return Change(
        act, clean.to_raw(start), clean.to_raw(end - 1) + 1, held.quote, held.prefix, held.suffix, start, words
    )


def made(clean: Clean, change: Change) -> Clean | None:
    """Make a change in a text; None where it no longer fits: its words are gone, or it would change nothing."""
    place = placed(clean, change)
    return None if place is None else ACTS[change.act](clean, *place, change.words)


def placed(clean: Clean, change: Change) -> tuple[int, int] | None:
    """Give where the words of a change stand in a text: at their raw place, or where they are surely found."""
    size = len(change.quote)
    at = clean.to_clean(change.raw_start)
    for start in (at, change.start):
        if (
            start is not None
            and clean.text[start : start + size] == change.quote
            and (start == at or clean.to_raw(start) == change.raw_start)
        ):
            return start, start + size
    found = locate(clean.text, Anchor(change.quote, change.prefix, change.suffix, change.start))
    return (found.start, found.end) if found.status in ("placed", "moved") else None


def _retype(clean: Clean, start: int, end: int, words: str) -> Clean | None:
    """Let the words read otherwise; they stand in one block."""
    if clean.text[start:end] == words or "\n\n" in clean.text[start:end]:
        return None
    if any(
        block.start < end and start < block.end and not block.start <= start < end <= block.end
        for block in _blocks(clean)
    ):
        return None
    return corrected(clean, start, end, words)


def _join(clean: Clean, start: int, end: int, words: str) -> Clean | None:
    """Join the block these words begin to the one of its kind before it; `words` is what stands between them."""
    block = _block(clean, start)
    before = [one for one in _blocks(clean) if block and one.end <= block.start]
    if block is None or not before or before[-1].kind != block.kind:
        return None
    other = before[-1]
    new = corrected(clean, other.end, block.start, words or " ")
    grown = len(new.text) - len(clean.text)
    whole = Mark(other.start, block.end + grown, other.kind, other.data)
    # The two blocks' own marks are the ones that begin where they did; the joined one takes their place.
    marks = [
        mark
        for mark in new.marks
        if not (mark.kind == block.kind and mark.start in (other.start, block.start + grown) and mark.end > mark.start)
    ]
    return _again(new, [*marks, whole])


def _split(clean: Clean, start: int, end: int, words: str) -> Clean | None:
    """Begin a new block with these words, where only white space stands before them."""
    block = _block(clean, start)
    if block is None or start <= block.start or not clean.text[start - 1].isspace():
        return None
    gap = start - 1
    while gap > block.start and clean.text[gap - 1].isspace():
        gap -= 1
    if gap == block.start:
        return None
    new = corrected(clean, gap, start, "\n\n")
    at, grown = gap + 2, gap + 2 - start
    marks: list[Mark] = []
    for mark in new.marks:
        if mark.start < gap and mark.end > at:
            marks += [replace(mark, end=gap), replace(mark, start=at)]
        elif mark.start == mark.end and gap < mark.start < at:
            marks.append(replace(mark, start=at, end=at))
        else:
            marks.append(replace(mark, start=max(mark.start, at) if gap < mark.start < at else mark.start))
    return _again(new, marks) if block.end + grown > at else None


def _as_block(kind: str) -> Callable[[Clean, int, int, str], Clean | None]:
    def change(clean: Clean, start: int, end: int, words: str) -> Clean | None:
        block = _block(clean, start)
        if block is None or block.kind not in _RUNNING:
            return None
        data: Mapping[str, Any] = {}
        if kind == "heading":
            data = {"level": int(words) if words in ("1", "2", "3", "4") else 1}
        elif kind == "footnote":
            data = {"number": words or "?"}
        if (block.kind, dict(block.data)) == (kind, dict(data)) or block.kind == kind == "paragraph":
            return None
        marks = [Mark(block.start, block.end, kind, data) if mark is block else mark for mark in clean.marks]
        return _again(clean, marks)

    return change


def _centred(clean: Clean, start: int, end: int, words: str) -> Clean | None:
    """Set the block these words stand in in the middle of the line, or no longer."""
    block = _block(clean, start)
    if block is None:
        return None
    data = {name: value for name, value in block.data.items() if name != "centred"}
    if "centred" not in block.data:
        data["centred"] = True
    return _again(clean, [replace(mark, data=data) if mark is block else mark for mark in clean.marks])


def _blockquote(clean: Clean, start: int, end: int, words: str) -> Clean | None:
    """Mark the words as a block quotation, or no longer as one."""
    block = _block(clean, start)
    if block is None or end > block.end:
        return None
    over = [mark for mark in clean.marks if mark.kind == "blockquote" and mark.start < end and start < mark.end]
    marks = [mark for mark in clean.marks if mark not in over]
    return _again(clean, marks if over else [*marks, Mark(start, end, "blockquote", {})])


def _page(clean: Clean, start: int, end: int, words: str) -> Clean | None:
    """Say that a page of this number begins with these words, as a person saw it printed (INV-5)."""
    if not words or any(
        mark.kind == "page" and mark.start == start and mark.data.get("label") == words for mark in clean.marks
    ):
        return None
    marks = [mark for mark in clean.marks if not (mark.kind == "page" and mark.start == start)]
    return _again(clean, [*marks, Mark(start, start, "page", {"label": words, "known": "printed"})])


def _call(clean: Clean, start: int, end: int, words: str) -> Clean | None:
    """Take figures out of the text and let them call the note they number."""
    number = clean.text[start:end]
    if not number.strip().isdigit() or _block(clean, start) is None:
        return None
    new = corrected(clean, start, end, "")
    at = start - (len(clean.text) - len(new.text) - (end - start))
    return _again(new, [*new.marks, Mark(at, at, "call", {"number": number.strip()})])


# Every act: what it is called where it is asked for, and how it is done.
ACTS: Mapping[str, Callable[[Clean, int, int, str], Clean | None]] = {
    "retype": _retype,
    "join": _join,
    "split": _split,
    "paragraph": _as_block("paragraph"),
    "heading": _as_block("heading"),
    "footnote": _as_block("footnote"),
    "blockquote": _blockquote,
    "page": _page,
    "call": _call,
    "centred": _centred,
}


def _blocks(clean: Clean) -> list[Mark]:
    return sorted((mark for mark in clean.marks if mark.kind in BLOCKS), key=lambda mark: mark.start)


def _block(clean: Clean, at: int) -> Mark | None:
    return next((mark for mark in _blocks(clean) if mark.start <= at < mark.end), None)


def _again(clean: Clean, marks: list[Mark]) -> Clean:
    """Give the text with other marks, in order, its paragraphs numbered anew."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind))
    return renumbered(replace(clean, marks=tuple(ordered)))
