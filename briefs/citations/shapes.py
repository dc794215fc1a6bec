"""The shapes of the citation engine: what a kind sights, what a text yields, and what a kind knows of its keys."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefs.citations.reading import Reading

Flag = tuple[str, str]  # (code, sentence for the person who checks the citation)
Span = tuple[int, int]

# Groups of a table of authorities, in the order in which they are printed.
GROUPS = ("cases", "administrative decisions", "statutes", "regulations", "rules", "treaties", "other")


@dataclass(frozen=True, slots=True)
class Found:
    """One citation in a text: where it stands, what it says, and the authority it names.

    `form` is full, short, id, supra, section or reference. `key` is the authority's canonical key and `cite`
    its display citation; both are None where the citation is unresolved, and `why` says in words how it was
    (or was not) resolved. `pin` is the pinpoint as printed. `text[start:end]` are the cited words, with a case
    name that stands directly before them; explanatory parentheticals are outside.
    """

    start: int
    end: int
    form: str
    kind: str
    key: str | None
    cite: str | None
    label: str
    pin: str | None = None
    signal: str | None = None
    parenthetical: str | None = None
    name: str | None = None
    court: str | None = None
    year: int | None = None
    parallels: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    why: str = ""


@dataclass(slots=True)
class Sighting:
    """A citation as a kind spotted it, before short forms are resolved; offsets as in Found, name apart.

    `start` is where the citation proper begins; `name_start` where its case name begins. `volume`, `reporter`
    and `page` are given for citations to a reporter. `tail` are the parentheticals that explain it. `brief` is
    the section that an *id.* names ("1158:b.2"), or the number that a section has in its Act; `bare_end` where the
    *id.* ends if that is no section after all.
    """

    start: int
    end: int
    form: str
    kind: str
    key: str | None = None
    pin: str | None = None
    name: str | None = None
    name_start: int | None = None
    authors: tuple[str, ...] = ()
    volume: str = ""
    reporter: str = ""
    page: str = ""
    brief: str = ""
    bare_end: int = -1
    court: str | None = None
    year: int | None = None
    parallels: tuple[str, ...] = ()
    flags: list[Flag] = field(default_factory=list)
    signal: str | None = None
    tail: list[Span] = field(default_factory=list)
    nested: bool = False
    weak: bool = False  # a bare name or number that is named rather than cited: no *id.* refers to it
    history: bool = False
    cite: str | None = None
    why: str = ""

    @property
    def opens(self) -> int:
        """Where the cited words begin, the case name included."""
        return self.start if self.name_start is None else self.name_start


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of authority: how it is spotted in a reading, and what its keys mean.

    `prefixes` are the first parts of its keys; `show`, `link`, `parents` and `twins` take the parts of a key.
    `link` gives (url, host) or None: never a guess.
    """

    name: str
    group: str
    prefixes: tuple[str, ...]
    spot: Callable[["Reading"], Iterable[Sighting]]
    show: Callable[[tuple[str, ...]], str]
    link: Callable[[tuple[str, ...]], tuple[str, str] | None]
    parents: Callable[[tuple[str, ...]], tuple[str, ...]] = lambda parts: ()
    twins: Callable[[tuple[str, ...]], tuple[str, ...]] = lambda parts: ()


@dataclass(frozen=True, slots=True)
class Description:
    """What a key names: its kind, its display citation and its group in a table of authorities."""

    kind: str
    cite: str
    group: str
