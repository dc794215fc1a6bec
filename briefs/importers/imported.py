"""What an importer gives: the text of one opinion and the details proposed for it."""

import re
from dataclasses import dataclass
from typing import Literal

from briefs.text.pieces import Clean, renumbered

Value = str | tuple[str, ...] | None

# Several times the longest opinions ever printed; a text with more is not one.
MOST_CHARACTERS = 2_000_000
MOST_LINES = 100_000


@dataclass(frozen=True, slots=True)
class Detail:
    """One fact about an opinion as proposed to the person who imports it.

    `value` None means "not given in source"; `words` are the words it came from; `where` tells whether they
    stand in the text itself or in the record that came with it. Dates are ISO strings.
    """

    field: str
    value: Value
    words: str = ""
    where: Literal["text", "record"] = "text"


@dataclass(frozen=True, slots=True)
class Writing:
    """One writing of a case within a clean text: characters [start, end), its kind, author and byline.

    `kind` is a code of the house's opinion kinds (lead, per_curiam, plurality, concurrence, concurrence_in_part,
    dissent) or "syllabus" for the reporter's summary, which is no opinion. `author` None means not given.
    """

    kind: str
    author: str | None
    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read from a file: the raw text, the clean text made of it, and what is known about it.

    `clean` holds the whole file, so that a file with one opinion, as nearly all have, needs nothing more: paragraphs
    are numbered through it, and the footnotes of each writing stand after its last paragraph. `writings` tell where
    each begins and ends in it, in the order of the file; they cover it, and there is always at least one.
    `apart()` gives one Imported for each writing that is an opinion. `note` is a sentence for the person who
    imports, about how the file was read, or empty.
    """

    raw: str
    clean: Clean
    details: tuple[Detail, ...]
    note: str = ""
    writings: tuple[Writing, ...] = ()

    def detail(self, field: str) -> Detail | None:
        """Give the detail of one field, or None if nothing was proposed for it."""
        return next((detail for detail in self.details if detail.field == field), None)

    def apart(self) -> "tuple[Imported, ...]":
        """Give each opinion by itself, in order, for one case with several; a single opinion is given as it is.

        Each keeps the whole raw text; what stands outside of it there is the named artefact "other-writing". Its
        paragraphs are numbered from 1. Kind, author and completeness are its own, the disposition is the
        court's alone, everything else is of the case. The syllabus is left out.
        """
        opinions = [writing for writing in self.writings if writing.kind != "syllabus"]
        if len(self.writings) < 2 or not opinions:
            return (self,)
        return tuple(self._only(writing) for writing in opinions)

    def _only(self, writing: Writing) -> "Imported":
        clean = renumbered(self.clean.cut(writing.start, writing.end, "other-writing"))
        separate = writing.kind in ("concurrence", "concurrence_in_part", "dissent")
        own = {
            "opinion_kind": Detail("opinion_kind", writing.kind, writing.words),
            "author": Detail("author", writing.author, writing.words if writing.author else ""),
        }
        if separate:
            own["disposition"] = Detail("disposition", None)
        whole = self.detail("completeness")
        if separate or (whole and whole.value == "separate_only"):
            own["completeness"] = Detail("completeness", "complete")
        details = tuple(own.get(detail.field, detail) for detail in self.details)
        alone = Writing(writing.kind, writing.author, 0, len(clean.text), writing.words)
        return Imported(self.raw, clean, details, self.note, (alone,))


class Unreadable(ValueError):
    """A file that is not an opinion we can read; the message is a sentence for the person who brought it."""


_BROKEN = re.compile(r"[\ud800-\udfff]")
# The same in UTF-8, which is looked through in a tenth of the time, and the control characters beyond ASCII's.
_HALVES = re.compile(rb"\xed[\xa0-\xbf]")
_FURTHER_CONTROL = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_ASCII_CONTROL = bytes((*range(9), *range(0x0E, 0x1C), 0x7F))


def checked(raw: str) -> str:
    """Give a text back if it can be an opinion; raises Unreadable for nothing, noise and monsters."""
    if len(raw) > MOST_CHARACTERS:
        raise Unreadable(f"The text has {len(raw):,} characters; the longest we read has {MOST_CHARACTERS:,}.")
    if "\x00" in raw:
        raise Unreadable("The file holds NUL characters, so it is not plain text.")
    plain = raw.encode("utf-8", "surrogatepass")
    if _controls(plain) > 20 + len(raw) // 200:
        raise Unreadable("The file holds too many control characters to be plain text.")
    if not raw.isascii() and _HALVES.search(plain):
        raise Unreadable("The text holds broken characters (half of a surrogate pair), so it cannot be kept exactly.")
    if not any(map(str.isalpha, raw)):
        raise Unreadable("The file has no words in it." if raw.strip() else "The file is empty.")
    lines = raw.count("\n") + raw.count("\r") - raw.count("\r\n")
    if lines > MOST_LINES:
        raise Unreadable(f"The file has {lines:,} lines; the longest we read has {MOST_LINES:,}.")
    return raw


def _controls(plain: bytes) -> int:
    """Count the control characters of a text in UTF-8, and the halves of surrogate pairs."""
    further = 0 if plain.isascii() else len(_FURTHER_CONTROL.findall(plain)) + len(_HALVES.findall(plain))
    return len(plain) - len(plain.translate(None, _ASCII_CONTROL)) + further


def checked_details(details: tuple[Detail, ...]) -> tuple[Detail, ...]:
    """Give details back if they can be kept; raises Unreadable for one with characters that no database takes."""
    for detail in details:
        value = detail.value if isinstance(detail.value, tuple) else (detail.value or "",)
        said = "\n".join((*value, detail.words))
        if _BROKEN.search(said):
            raise Unreadable(
                f"The record's {detail.field.replace('_', ' ')} holds broken characters (half of a surrogate pair),"
                " so it cannot be kept exactly."
            )
        if "\x00" in said:
            raise Unreadable(f"The record's {detail.field.replace('_', ' ')} holds NUL characters.")
    return details
