"""What a person typed into the search box, made harmless, and the queries it makes."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchQuery

from briefs.text.identifiers import COVER, mask

CONFIG = "english_folded"  # stems English and folds accents; made by a migration
MOST_WORDS = 24  # of a longer question the first words rank
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
_PIECE = re.compile(rf"[\w{COVER}]+")


@dataclass(frozen=True)
class Group:
    """Words that must all stand in a row, phrases among them, and what must not."""

    words: str = ""
    phrases: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    not_phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.not_words or self.not_phrases)


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

    @cached_property
    def groups(self) -> "tuple[Group, ...]":
        """The words in the groups that “or” sets apart; a row must match one of them."""
        groups, parts = [], _Parts()
        for match in _TERM.finditer(self.typed):
            if (match["word"] or "").casefold() == "or" and not match["minus"]:
                groups.append(parts.group())
                parts = _Parts()
            else:
                parts.add(match["phrase"] or match["word"] or "", match["phrase"] is not None, bool(match["minus"]))
        return tuple(group for group in (*groups, parts.group()) if group)

    @property
    def lexical(self) -> tuple[str, ...]:
        """The single words that are wanted, phrases and compounds taken apart."""
        return tuple(dict.fromkeys(word for term in self.terms for word in _PIECE.findall(term)))

    @property
    def any_term(self) -> SearchQuery:
        """The query for one wanted term at least: what a passage must match to be shown."""
        return SearchQuery(" or ".join(self.terms), config=CONFIG, search_type="websearch")

    @property
    def all_terms(self) -> SearchQuery:
        """The query for every wanted term, by which it is seen how near each other they stand."""
        return SearchQuery(" ".join(self.terms), config=CONFIG, search_type="websearch")

    def without(self, term: str) -> "Words":
        """Give the words without one of the terms, or without one that is excluded: it is taken off as a chip is."""
        kept = [match.group() for match in _TERM.finditer(self.typed) if match.group() != term]
        while kept and kept[0].casefold() == "or":
            kept = kept[1:]
        while kept and kept[-1].casefold() == "or":
            kept = kept[:-1]
        return Words.read(" ".join(kept))

    @cached_property
    def chips(self) -> tuple[str, ...]:
        """The terms as they were typed, excluded ones with their hyphen, without the word “or”."""
        typed = (match.group() for match in _TERM.finditer(self.typed))
        return tuple(dict.fromkeys(one for one in typed if one.casefold() != "or" and one.strip('-" ')))


class _Parts:
    """A group as it is read, term by term."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.phrases: list[str] = []
        self.not_words: list[str] = []
        self.not_phrases: list[str] = []

    def add(self, term: str, quoted: bool, excluded: bool) -> None:
        if not term.strip():
            return
        # A compound (well-founded, 07-2278-ag) is a phrase too: its parts stand side by side.
        together = len(_PIECE.findall(term)) > 1
        if together:
            (self.not_phrases if excluded else self.phrases).append(term)
        else:
            (self.not_words if excluded else self.words).append(term)

    def group(self) -> Group:
        return Group(" ".join(self.words), tuple(self.phrases), tuple(self.not_words), tuple(self.not_phrases))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Co")
