"""What an importer gives: the text of one opinion and the details proposed for it."""

import re
from dataclasses import dataclass
from typing import Literal

from briefs.text.pieces import Clean

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
class Imported:
    """An opinion read from a file: the raw text, the clean text made of it, and what is known about it."""

    raw: str
    clean: Clean
    details: tuple[Detail, ...]

    def detail(self, field: str) -> Detail | None:
        """Give the detail of one field, or None if nothing was proposed for it."""
        return next((detail for detail in self.details if detail.field == field), None)


class Unreadable(ValueError):
    """A file that is not an opinion we can read; the message is a sentence for the person who brought it."""


_BROKEN = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")


def checked(raw: str) -> str:
    """Give a text back if it can be an opinion; raises Unreadable for nothing, noise and monsters."""
    if len(raw) > MOST_CHARACTERS:
        raise Unreadable(f"The text has {len(raw):,} characters; the longest we read has {MOST_CHARACTERS:,}.")
    if "\x00" in raw:
        raise Unreadable("The file holds NUL characters, so it is not plain text.")
    if len(_CONTROL.findall(raw)) > 20 + len(raw) // 200:
        raise Unreadable("The file holds too many control characters to be plain text.")
    if _BROKEN.search(raw):
        raise Unreadable("The text holds broken characters (half of a surrogate pair), so it cannot be kept exactly.")
    if not any(char.isalpha() for char in raw):
        raise Unreadable("The file has no words in it." if raw.strip() else "The file is empty.")
    lines = raw.count("\n") + raw.count("\r") - raw.count("\r\n")
    if lines > MOST_LINES:
        raise Unreadable(f"The file has {lines:,} lines; the longest we read has {MOST_LINES:,}.")
    return raw


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
