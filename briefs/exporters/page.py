"""The shape of a published page: what publishing freezes, and every view and exporter reads. Plain data for JSON."""

from dataclasses import dataclass
from typing import Any, TypedDict

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class File:
    """What an exporter gives: a file name that means something, its media type and its bytes."""

    name: str
    mime: str
    content: bytes


class Rich(TypedDict):
    """A text with mark rows [start, end, kind, data], to be woven.

    Kinds: the blocks `paragraph` and `item` {"list": "bullet|number", "n"}, `blockquote`, `emphasis`, `strong`,
    `cite` {"slug", "label", "url", "host", "form"} (an authority cited) and
    `pin` {"opinion", "anchor", "place"} (words proved to stand in an opinion), with {"voice", "voice_label"} where they
    are not the court's (INV-6).
    """

    text: str
    marks: list[list[Any]]


class IssueTag(TypedDict):
    """An issue as a label."""

    slug: str
    name: str
    area: str


class PinnedPassage(TypedDict):
    """The words that support a holding. `n` numbers the passages of a brief as its appendix does."""

    n: int
    quote: str
    opinion: str  # slug of the opinion
    place: str  # "para. 14", "fn. 3"
    anchor: str  # element id in the opinion's reader
    page: str  # printed page where the source gives one (INV-5), else ""
    voice: str
    voice_label: str


class FrozenHolding(TypedDict):
    """A numbered proposition. `outcome_label` is "" where there is no outcome (INV-11)."""

    number: int
    question: Rich | None
    answer: Rich
    rule: Rich | None
    application: Rich | None
    weight: str
    weight_label: str
    outcome: str
    outcome_label: str
    is_separate: bool
    issues: list[IssueTag]
    pins: list[PinnedPassage]
    flags: list["Flag"]  # later law that bears on this proposition (INV-7)


class Section(TypedDict):
    """A prose section with its heading."""

    field: str
    title: str
    prose: Rich


class CitedAuthority(TypedDict):
    """A line of the table of authorities: cited in the brief's own words, in the opinion, or both."""

    id: int
    slug: str
    kind: str
    group: str  # "Cases", "Administrative decisions", "Statutes" ...
    name: str
    cite: str  # "883 F.2d 788 (9th Cir. 1989)"
    url: str  # outside link, "" where none is known
    host: str  # "courtlistener.com"
    held: str  # slug of the held opinion, "" where it is not held
    note: str
    in_brief: list[str]  # places in the brief: "Holding 1", "Direction on remand 6", "Reasoning"
    in_opinion: list[str]  # places in the opinion, in order: "para. 3", "fn. 2"
    pins: list[str]


class AppendixPassage(TypedDict):
    """The paragraph a pin stands in, with the pinned words at [start, end) of its text.

    `quoted` are the spans of its text that are block quotations: other voices than the writer's (INV-6).
    """

    n: int
    place: str
    anchor: str
    text: str
    start: int
    end: int
    quoted: list[list[int]]
    holdings: list[int]
    voice_label: str


class Flag(TypedDict):
    """A later change of the law (INV-7)."""

    label: str
    note: Rich
    effective: str  # "May 11, 2005" or ""
    applies_when: str
    holding: int | None


class Ordered(TypedDict):
    """What was ordered for one party on one claim."""

    party: str
    claim: str
    outcome: str


class JudgeLine(TypedDict):
    """A judge with title, role and, when sitting by designation, home court."""

    name: str
    title: str
    role: str
    home_court: str


class BelowLine(TypedDict):
    """A decision under review."""

    tribunal: str
    decided: str
    adjudicator: str
    outcome: str
    review: str


class SourceLine(TypedDict):
    """Where a detail the opinion does not give was found."""

    field: str
    source: str


class CasePart(TypedDict):
    """The caption block. A value the source does not give reads "not given in source"."""

    short_name: str
    caption: str
    slug: str
    court: str  # "Court of Appeals for the Ninth Circuit" or "not given in source"
    court_abbreviation: str
    court_id: str
    dockets: list[str]
    argued: str
    decided: str
    decided_on: str  # ISO date or ""
    citation: str  # "547 F.3d 374 (2d Cir. 2008)" or ""
    full_citation: str  # with the name, Bluebook-style
    citation_slug: str
    publication: str
    precedential_note: str
    disposition: str  # verbatim, or "not given in source"
    dispositions: list[Ordered]
    judges: list[JudgeLine]
    below: list[BelowLine]
    counsel: str
    sources: list[SourceLine]


class OpinionPart(TypedDict):
    """The opinion briefed."""

    slug: str
    kind: str
    kind_label: str
    author: str
    completeness: str
    completeness_label: str
    is_separate: bool


class LawChecked(TypedDict):
    """Through which day the law was checked, and by whose initials; "" where it was not."""

    on: str
    by: str


class Page(TypedDict):
    """A complete published brief."""

    schema: int
    slug: str
    title: str
    edition: int
    published_on: str  # ISO date
    clinic: str
    banner: str  # INV-3: who wrote the separate opinion, and that the majority is not here; else ""
    case: CasePart
    opinion: OpinionPart
    summary: Rich | None
    content_note: str
    country: str
    grounds: list[str]
    law_checked: LawChecked
    flags: list[Flag]
    holdings: list[FrozenHolding]
    sections: list[Section]
    issues: list[IssueTag]
    authorities: list[CitedAuthority]
    passages: list[AppendixPassage]
