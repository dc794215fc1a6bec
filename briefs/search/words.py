"""What a person typed into the search box, made harmless, and the queries it makes."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from django.contrib.postgres.search import SearchQuery

from briefs.search.abbreviations import spelt_out
from briefs.search.printed import as_printed, without_address
from briefs.search.thesaurus import otherwise
from briefs.text.identifiers import COVER, mask

CONFIG = "english_folded"  # stems English and folds accents; made by a migration
MOST_WORDS, MOST_TERMS = 24, 10  # of a longer question the first words and terms rank
PASTED = 12  # words; a longer line was pasted, and its quotation marks and its “or” are the text's own
MOST_SPELT = 2  # terms with another spelling, each of which is sought in both beside both of the other
LONGEST = 300  # characters; nobody asks more, and a query of thousands of words would keep the database busy

# What is read out of the middle of a line by a screen reader or terminal, or turns it round.
_UNSEEN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060"))  # no widths
# A hyphen excludes where it stands before a word or a phrase, and joins where it stands inside a word. PostgreSQL
# takes every other for one more "not", and of those it bears few.
_HYPHENS = re.compile(r"-+")
_IDLE_HYPHEN = re.compile(
    rf'(?:(?<=[^\s\w{COVER}])-)|(?<=[\w{COVER}])-(?![\w{COVER}])|(?<![\w{COVER}])-(?![\w{COVER}"])'
)
# The terms of PostgreSQL's web search syntax: a phrase in quotes or a word, excluded by a hyphen before it.
_TERM = re.compile(r'(?P<minus>-+)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_PIECE = re.compile(rf"[\w{COVER}]+")
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
    return term.strip(_SIGNS).casefold() in IDLE


def instead(term: str) -> tuple[str, ...]:
    """Give what a term is sought as too: in another spelling, or the "words" that letters stand for; often nothing."""
    words = "" if term.startswith('"') else spelt_out(term)
    other = f'"{words}"' if words else otherwise(term)
    return (other,) if other else ()


def as_typed(term: str) -> str:
    """Give a term without what may stand for it: “labour” of “labour or labor”."""
    first = _TERM.match(term)
    return first.group() if first else term


# What asks and joins: articles, pronouns, auxiliary verbs, prepositions. Texts have them, whatever they are about.
IDLE = frozenset(
    """a about after all also am an and another any anybody anyone anything are as at be because been before being but
    by can cannot could did do does doing don't done during each either else ever every everybody everyone for from
    get gets getting give given gives go goes got had happen happens has have having he her hers him his how however
    i if in into is isn't it its itself just let make makes may me might more most mr mrs ms must my neither no
    nobody nor not nothing of off on one one's only or other others ought our out over own please sec secs section
    sections shall she should so some somebody someone something still such tell than that the their them then there
    these they this those through to too under until up upon us very want wants was we were what whatever when where
    whether which while who whoever whom whose why will with within without would yet you your""".split()
)

# The stop words of PostgreSQL's English (english.stop): no text is known to have them.
STOPPED = frozenset(
    """i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves what which who whom this that these those am is are was
    were be been being have has had having do does did doing a an the and but if or because as until while of at by
    for with about against between into through during before after above below to from up down in out on off over
    under again further then once here there when where why how all any both each few more most other some such no
    nor not only own same so than too very s t can will just don should now""".split()
)


@dataclass(frozen=True)
class Part:
    """One term as it was typed, and its words."""

    typed: str
    words: str
    is_phrase: bool
    is_excluded: bool

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
        line = _in_one_line(without_address(_in_one_line(raw)))
        tidy = " ".join(_IDLE_HYPHEN.sub(" ", _HYPHENS.sub("-", line[:LONGEST])).split())
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
        """The terms in order, each with what it is; “or” between them is a part of no words."""
        told = []
        for match in _TERM.finditer(self.printed):
            words, is_phrase = match["phrase"] or match["word"] or "", match["phrase"] is not None
            joins = not is_phrase and not match["minus"] and words.casefold() == "or"
            if joins and self.is_pasted:
                joins = words == "OR"
            if joins or words.strip():
                told.append(Part(match.group(), "" if joins else words, is_phrase, bool(match["minus"])))
        return tuple(told)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The words and "phrases" that are wanted, in order; what is excluded and the word “or” are left out."""
        if self.given:
            return self.given
        wanted = (part for part in self.parts if part.words and not part.is_excluded)
        return tuple(dict.fromkeys(part.term for part in wanted))

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
        spelt_so = tuple(dict.fromkeys(part.term for part in self.parts if part.instead and not part.is_excluded))
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
        telling = {as_typed(term) for term in self.telling.terms}
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


def _in_one_line(raw: str) -> str:
    line = "".join(" " if character in _UNSEEN or _is_control(character) else character for character in raw)
    return " ".join(line.translate(_QUOTES).split())


def _is_stopped(term: str) -> bool:
    return STOPPED.issuperset(piece.casefold() for piece in pieces(term))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Co")
