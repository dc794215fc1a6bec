"""What a person typed into the search box, made harmless, and the queries it makes."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchQuery

from briefs.text.identifiers import COVER, mask

CONFIG = "english_folded"  # stems English and folds accents; made by a migration
MOST_WORDS, MOST_TERMS = 24, 10  # of a longer question the first words and terms rank
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


def pieces(term: str) -> list[str]:
    """Give the single words of a term."""
    return _PIECE.findall(term)


# What asks and joins: articles, pronouns, auxiliary verbs, prepositions. Texts have them whatever they are about.
IDLE = frozenset(
    """a about after all also am an and another any anybody anyone anything are as at be because been before being
    but by can cannot could did do does doing don't done during each either else ever every everybody everyone
    for from get gets getting give given gives go goes got had has have having he her hers him his how however i
    if in into is isn't it its itself just let make makes may me might more most must my neither no nobody nor
    not nothing of off on one one's only or other ought our out over own please shall she should so some
    somebody someone something still such tell than that the their them then there these they this those through
    to too under until up upon us very want wants was we were what whatever when where whether which while who
    whoever whom whose why will with within without would yet you your""".split()
)


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
    def telling(self) -> "Words":
        """The wanted terms alone, without the words that ask and join: what answers is chosen and ordered by these."""
        told = [term for term in self.terms if term.strip("?.,;:!").casefold() not in IDLE]
        return Words(" ".join(told or self.terms))

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
        return tuple(dict.fromkeys(word for term in self.terms for word in pieces(term)))

    @property
    def any_term(self) -> SearchQuery:
        """The query for one wanted term at least: what a passage must match to be shown."""
        return SearchQuery(" or ".join(self.terms), config=CONFIG, search_type="websearch")

    @property
    def is_one_phrase(self) -> bool:
        """Say whether one phrase or compound alone is wanted: its words mean nothing apart."""
        return len(self.terms) == 1 and len(pieces(self.terms[0])) > 1

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
        """The terms that count, as they were typed: the telling ones, and excluded ones with their hyphen."""
        typed = dict.fromkeys(match.group() for match in _TERM.finditer(self.typed))
        return tuple(one for one in typed if one in self.telling.terms or (one.startswith("-") and one.strip('-" ')))


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
