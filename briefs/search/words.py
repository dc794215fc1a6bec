"""What a person typed into the search box, made harmless, and the queries it makes."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchQuery

from briefs.text.identifiers import COVER, mask

CONFIG = "english_folded"  # stems English and folds accents; made by a migration
LONGEST = 300  # characters; nobody asks more, and a query of thousands of words would keep the database busy

# What is read out of the middle of a line by a screen reader or terminal, or turns it round.
_UNSEEN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
# A hyphen excludes where it stands before a word or a phrase, and joins where it stands inside a word. PostgreSQL
# takes every other for one more "not", and of those it bears few.
_HYPHENS = re.compile(r"-+")
_IDLE_HYPHEN = re.compile(
    rf'(?:(?<=[^\s\w{COVER}])-)|(?<=[\w{COVER}])-(?![\w{COVER}])|(?<![\w{COVER}])-(?![\w{COVER}"])'
)
# The terms of PostgreSQL's web search syntax: a phrase in quotes or a word, excluded by a hyphen before it.
_TERM = re.compile(r'(?P<minus>-+)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


@dataclass(frozen=True)
class Words:
    """Words to search for, in web search syntax: "exact phrase", or, -not."""

    typed: str = ""
    was_cut: bool = False
    was_masked: bool = False

    @classmethod
    def read(cls, raw: str) -> "Words":
        """Read what was typed: one line without control characters, at most LONGEST long, identifiers masked."""
        line = "".join(" " if character in _UNSEEN or _is_control(character) else character for character in raw)
        line = " ".join(line.translate(_QUOTES).split())
        tidy = " ".join(_IDLE_HYPHEN.sub(" ", _HYPHENS.sub("-", line[:LONGEST])).split())
        masked = mask(tidy)
        return cls(masked, len(line) > LONGEST, masked != tidy)

    def __bool__(self) -> bool:
        return bool(self.typed)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The words and "phrases" that are wanted, in order; what is excluded and the word “or” are left out."""
        found = []
        for match in _TERM.finditer(self.typed):
            phrase, word = match["phrase"], match["word"]
            if match["minus"] or not (phrase or word or "").strip() or (word or "").casefold() == "or":
                continue
            found.append(f'"{phrase}"' if phrase else word)
        return tuple(dict.fromkeys(found))

    @cached_property
    def excludes(self) -> bool:
        """Say whether something is excluded."""
        return any(match["minus"] for match in _TERM.finditer(self.typed))

    @property
    def wanted(self) -> SearchQuery:
        """The query as it was typed: what a brief must match."""
        return SearchQuery(self.typed, config=CONFIG, search_type="websearch")

    @property
    def any_term(self) -> SearchQuery:
        """The query for one wanted term at least: what a passage must match to be shown."""
        return SearchQuery(" or ".join(self.terms), config=CONFIG, search_type="websearch")


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Co")
