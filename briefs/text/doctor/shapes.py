"""What the source doctor looks at, and what it finds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from briefs.text.marks import BLOCKS, Mark

_PARTING = bytes(sign if chr(sign).isalnum() and sign < 0x80 else 0x20 for sign in range(256))
_WATCHED: set[bytes] = set()


def watched(*words: str) -> frozenset[bytes]:
    """Register words, in small letters, without which a rule finds nothing, and give them as charts tell them."""
    given = frozenset(word.encode() for word in words)
    _WATCHED.update(given)
    return given


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of the text: characters [start, end), and rows (code, sentence) of what cannot be in it.

    `known_as` is the name by which other opinions cite the same authority, empty where none does.
    """

    start: int
    end: int
    flags: tuple[tuple[str, str], ...] = ()
    known_as: str = ""


@dataclass(frozen=True)
class Chart:
    """An opinion as the doctor sees it: its clean text with marks, its citations, and its dates where they are known.

    `text` is unmasked: identifiers are among what is looked for.
    """

    text: str
    marks: Sequence[Mark] = ()
    cited: Sequence[Cited] = ()
    argued_on: date | None = None
    decided_on: date | None = None

    @cached_property
    def blocks(self) -> list[Mark]:
        """Give the blocks in reading order."""
        return sorted((mark for mark in self.marks if mark.kind in BLOCKS), key=lambda mark: mark.start)

    @cached_property
    def small(self) -> str:
        """Give the text in small letters, for a look whether words are in it at all: offsets may differ."""
        return self.text.lower()

    @cached_property
    def words(self) -> list[bytes]:
        """Give the words in small letters, in order, for a look whether one is in the text at all.

        Whatever is no letter or figure of ASCII parts them, so that some are pieces of words.
        """
        return self.small.encode("utf-8", "replace").translate(_PARTING).split()

    @cached_property
    def told(self) -> frozenset[bytes]:
        """Give those of the words that some rule watches for."""
        return frozenset(_WATCHED.intersection(self.words))

    def of_kind(self, *kinds: str) -> Iterator[Mark]:
        """Give the blocks of some kinds in reading order."""
        return (block for block in self.blocks if block.kind in kinds)

    def flagged(self, *codes: str) -> Iterator[tuple[Cited, str]]:
        """Give the citations that carry one of these flags, each with the flag's sentence."""
        for one in self.cited:
            for code, sentence in one.flags:
                if code in codes:
                    yield one, sentence

    def is_cited(self, at: int) -> bool:
        """Say whether a character stands inside a citation."""
        return any(one.start <= at < one.end for one in self.cited)


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: characters [start, end) of the clean text, and the sentence that says what is doubtful there.

    `fix` are the words that would stand there instead, None where a person must know better. A finding about what is
    not there at all points at the nearest words that are.
    """

    start: int
    end: int
    why: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: its code, what it is called, how it is found, and whether a person must sign it (INV-12)."""

    code: str
    label: str
    look: Callable[[Chart], Iterable[Found]]
    is_identifier: bool = False
