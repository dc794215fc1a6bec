"""What a person typed into the search box, made harmless, and the queries it makes."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from django.contrib.postgres.search import SearchQuery

from briefs.search.abbreviations import spelt_out
from briefs.search.court_names import COURT, court_of
from briefs.search.one_line import in_one_line, with_plain_hyphens
from briefs.search.printed import as_printed
from briefs.search.spellings import otherwise
from briefs.search.stop_words import IDLE, STOPPED
from briefs.text.identifiers import COVER, mask

IDLE_OR_STOPPED = IDLE | STOPPED
CONFIG = "english_folded"  # stems English and folds accents; made by a migration
MOST_WORDS, MOST_TERMS = 24, 10  # of a longer question the first words and terms rank
PASTED = 12  # words; a longer line was pasted, and its quotation marks and its “or” are the text's own
MOST_SPELT = 2  # terms with another spelling, each of which is sought in both beside both of the other
LONGEST = 300  # characters; nobody asks more, and a query of thousands of words would keep the database busy

# The terms of PostgreSQL's web search syntax: a phrase in quotes or a word, excluded by a hyphen before it.
_TERM = re.compile(r'(?P<minus>-+)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_COURT_OR_TERM = re.compile(rf"(?P<court>{COURT})|{_TERM.pattern}", re.IGNORECASE)
_PIECE = re.compile(rf"[\w{COVER}]+")
# Compounds that most texts write in single words. Of two words that are no name, one without the hyphen is another.
_COMPOUND = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,}){2,}|[A-Z][^\W\d_]+-[A-Z][^\W\d_]+")
_SIGNS = "?.,;:!()[]'’"  # round a word, and no part of it
# The pin of a short form: “Diallo, 232 F.3d at 290”.
_PIN = re.compile(r",? at \*?\d+(?: ?[-–] ?\d+)?(?: n\. ?\d+)?\W*$", re.IGNORECASE)
# What says how a text is cited: “see generally Diallo”.
_NAMES_OF_SIGNALS = r"see|cf\.?|but|also|generally|e\.g\.|accord|compare|contra|citing|quoting"
SIGNALS = re.compile(rf"^(?:(?:{_NAMES_OF_SIGNALS})[ ,]+)*", re.IGNORECASE)


def pieces(term: str) -> list[str]:
    """Give the single words of a term."""
    return _PIECE.findall(term)


def is_idle(term: str) -> bool:
    """Say whether a term only asks and joins."""
    return term.strip(_SIGNS).casefold() in IDLE_OR_STOPPED


def instead(term: str) -> tuple[str, ...]:
    """Give what a term is sought as too: in another spelling, or the "words" that letters stand for; often nothing."""
    words = "" if term.startswith('"') else spelt_out(term)
    other = f'"{words}"' if words else otherwise(term) or _without_hyphens(term)
    return (other,) if other else ()


def _without_hyphens(term: str) -> str:
    """Give a compound as a phrase: “withholding-of-removal”, “Reyes-Beteta”."""
    return f'"{term.replace("-", " ")}"' if _COMPOUND.fullmatch(term) else ""


def as_typed(term: str) -> str:
    """Give a term without what may stand for it: “labour” of “labour or labor”."""
    first = _TERM.match(term)
    return first.group() if first else term


@dataclass(frozen=True)
class Part:
    """One term as it was typed, and its words."""

    typed: str
    words: str
    is_phrase: bool
    is_excluded: bool
    court: str = ""  # that it names: where the words ask for more than a court, they ask for its decisions

    @property
    def term(self) -> str:
        """The words, a phrase in quotes."""
        return f'"{self.words}"' if self.is_phrase else self.words

    @property
    def instead(self) -> tuple[str, ...]:
        """What is sought as well as the words, without quotes."""
        return tuple(one.strip('"') for one in instead(self.term))


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
    given: tuple[str, ...] = ()  # the terms, where they are not read from what was typed: “labour or labor”

    @classmethod
    def read(cls, raw: str) -> "Words":
        """Read what was typed: one line without control characters, at most LONGEST long, identifiers masked."""
        line = in_one_line(raw)
        tidy = with_plain_hyphens(line[:LONGEST])
        masked = mask(tidy)
        return cls(masked, len(line) > LONGEST, masked != tidy)

    def __bool__(self) -> bool:
        return bool(self.typed)

    @cached_property
    def printed(self) -> str:
        """The words as texts print them: “8 U.S.C. 1158” for “8 usc 1158”, “United States v. Doe” for “US vs Doe”."""
        return as_printed(self.typed)

    @property
    def as_name(self) -> "Words":
        """The words as the name of an authority, without a signal and a pin."""
        return Words(SIGNALS.sub("", _PIN.sub("", self.printed)))

    @cached_property
    def is_pasted(self) -> bool:
        """Say whether the line is so long that it was copied from a text."""
        return len(pieces(self.typed)) > PASTED

    @cached_property
    def parts(self) -> "tuple[Part, ...]":
        """The terms in order, each with what it is; “or” between them is a part of no words.

        A court that is named beside other words is a part of its own.
        """
        told = self._read(_COURT_OR_TERM)
        of_court = any(part.court for part in told) and not self.is_pasted
        asks_more = any(part.words and not (part.court or part.is_excluded or is_idle(part.words)) for part in told)
        return told if of_court and asks_more else self._read(_TERM)

    def _read(self, pattern: re.Pattern[str]) -> "tuple[Part, ...]":
        told = []
        for match in pattern.finditer(self.printed):
            words, is_phrase = match["phrase"] or match["word"] or "", match["phrase"] is not None
            court = court_of(match.group()) if match.lastgroup == "court" else ""
            words = match.group() if court else words
            joins = not is_phrase and not match["minus"] and words.casefold() == "or"
            if joins and self.is_pasted:
                joins = words == "OR"
            if joins or words.strip():
                told.append(Part(match.group(), "" if joins else words, is_phrase, bool(match["minus"]), court))
        return tuple(told)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The words and "phrases" that are wanted, in order; what is excluded and the word “or” are left out."""
        if self.given:
            return self.given
        wanted = (part for part in self.parts if part.words and not (part.is_excluded or part.court))
        return tuple(dict.fromkeys(part.term for part in wanted))

    @cached_property
    def courts(self) -> tuple[str, ...]:
        """The courts named beside other words, whose decisions are asked for."""
        return tuple(dict.fromkeys(part.court for part in self.parts if part.court))

    @cached_property
    def telling(self) -> "Words":
        """The wanted terms alone, without the words that ask and join: what answers is chosen and ordered by these.

        One that others spell otherwise is sought in both spellings, letters with the words they stand for.
        """
        told = tuple(term for term in self.terms if not is_idle(term)) or self.terms
        return Words(" ".join(told), given=tuple(" or ".join((one, *instead(one))) for one in told))

    @cached_property
    def excludes(self) -> bool:
        """Say whether something is excluded."""
        return any(part.is_excluded for part in self.parts)

    @cached_property
    def chooses(self) -> bool:
        """Say whether “or” was typed."""
        return not all(part.words for part in self.parts)

    @cached_property
    def groups(self) -> "tuple[Group, ...]":
        """The words in the groups that “or” sets apart; a row must match one of them.

        With words that others spell otherwise, the same groups stand again in each of the spellings.
        """
        told = (part for part in self.parts if not (part.is_excluded or part.court))
        spelt_so = tuple(dict.fromkeys(part.term for part in told if part.instead))
        if len(spelt_so) <= MOST_SPELT:
            chosen = [frozenset(some) for n in range(len(spelt_so) + 1) for some in combinations(spelt_so, n)]
        else:
            chosen = [frozenset(), frozenset(spelt_so)]
        groups = [group for others in chosen for group in self._groups(others)]
        return tuple(group for group in dict.fromkeys(groups) if group)

    def _groups(self, others: frozenset[str]) -> "list[Group]":
        """Read the groups with `others` spelt otherwise."""
        groups, parts = [], _Parts()
        for part in self.parts:
            if not part.words:
                groups.append(parts.group())
                parts = _Parts()
            elif part.court:
                continue
            elif part.is_excluded:
                for one in (part.words, *part.instead):
                    parts.add(one, part.is_phrase, True)
            else:
                told = part.instead if part.term in others else (part.words,)
                parts.add(told[0], part.is_phrase, False)
        return [*groups, parts.group()]

    @property
    def lexical(self) -> tuple[str, ...]:
        """The single words that are wanted, phrases and compounds taken apart."""
        words = (word for term in self.terms for word in pieces(term) if not (self.given and word.casefold() == "or"))
        return tuple(dict.fromkeys(words))

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
        kept = [part for part in self.parts if part.typed != term]
        while kept and not kept[0].words:
            kept = kept[1:]
        while kept and not kept[-1].words:
            kept = kept[:-1]
        return Words.read(" ".join(part.typed for part in kept))

    @cached_property
    def chips(self) -> tuple[str, ...]:
        """The terms that count, as they were typed: the telling ones, and excluded ones with their hyphen."""
        told = dict.fromkeys(part.typed for part in self.parts if part.words)
        telling = {as_typed(term) for term in self.telling.terms} | {part.typed for part in self.parts if part.court}
        return tuple(one for one in told if one in telling or (one.startswith("-") and one.strip('-" ')))


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
        # A condition of stop words alone is true of nothing, and would undo what is asked beside it.
        words, phrases = ([one for one in terms if not _is_stopped(one)] for terms in (self.words, self.phrases))
        if not words and not phrases:
            words, phrases = self.words, self.phrases
        # What asks and joins need not be found in a question; in a name (Will v. May) every word tells something.
        idle = [is_idle(one) for one in self.words]
        asks = "v." not in words and (idle[:1] == [True] or sum(idle) > 1)
        telling = [one for one in words if not (asks and is_idle(one))]
        told = telling if telling or phrases else words
        return Group(" ".join(told), tuple(phrases), tuple(self.not_words), tuple(self.not_phrases))


def _is_stopped(term: str) -> bool:
    return STOPPED.issuperset(piece.casefold() for piece in pieces(term))
