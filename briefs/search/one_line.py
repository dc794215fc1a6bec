"""What was typed or pasted, made one harmless line."""

import re
import unicodedata

from briefs.search.printed import without_address
from briefs.text.identifiers import COVER

# What is read out of the middle of a line by a screen reader or terminal, or turns it round.
_UNSEEN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060"))  # no widths
# A hyphen excludes where it stands before a word or a phrase, and joins where it stands inside a word. PostgreSQL
# takes every other for one more "not", and of those it bears few.
_HYPHENS = re.compile(r"-+")
_IDLE_HYPHEN = re.compile(
    rf'(?:(?<=[^\s\w{COVER}])-)|(?<=[\w{COVER}])-(?![\w{COVER}])|(?<![\w{COVER}])-(?![\w{COVER}"])'
)


def in_one_line(raw: str) -> str:
    """Give a line without control characters, with plain quotation marks; of a web address, what it asks for."""
    return _in_one_line(without_address(_in_one_line(raw)))


def with_plain_hyphens(line: str) -> str:
    """Give a line with a hyphen only where it excludes a word or joins two."""
    return " ".join(_IDLE_HYPHEN.sub(" ", _HYPHENS.sub("-", line)).split())


def _in_one_line(raw: str) -> str:
    line = "".join(" " if character in _UNSEEN or _is_control(character) else character for character in raw)
    return " ".join(line.translate(_QUOTES).split())


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Co")
