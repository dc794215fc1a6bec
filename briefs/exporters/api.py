"""What the API says of each noun: public rows in, plain data out. Its types are the schemas of its description."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from django.conf import settings
from django.urls import reverse

from briefs.citations.styles import Authority as Cited
from briefs.citations.styles import bluebook, eoir
from briefs.exporters.page import FrozenHolding, IssueTag
from briefs.models import Authority, EditionHolding, Issue, Opinion, Passage
from briefs.text.identifiers import covered_in


class EditionLine(TypedDict):
    """A published brief as a list gives it."""

    slug: str
    name: str
    citation: str
    court: str
    decided: str
    kind: str
    kind_label: str
    is_separate: bool
    author: str
    summary: str
    opinion: str
    url: str
    data: str


class HoldingRow(TypedDict):
    """A published proposition and its brief; `is_separate`: of a dissent or concurrence, never the court's holding."""

    brief: str
    name: str
    edition: int
    number: int
    weight: str
    outcome: str
    is_separate: bool
    proposition: FrozenHolding
    url: str


class OpinionLine(TypedDict):
    """A released opinion as a list gives it."""

    slug: str
    name: str
    court: str
    court_id: str
    decided: str
    dockets: list[str]
    citation: str
    kind: str
    kind_label: str
    is_separate: bool
    author: str
    completeness: str
    url: str
    data: str


class PassageRow(TypedDict):
    """A paragraph, footnote or heading: characters [start, end) of the opinion's text."""

    kind: str
    place: str
    anchor: str
    start: int
    end: int


class OpinionWhole(OpinionLine):
    """A released opinion with its text. Alien registration numbers are masked; `masked` says where, as [start, end]."""

    text: str
    text_version: int
    passages: list[PassageRow]
    masked: list[list[int]]
    annotations: str


class AuthorityLine(TypedDict):
    """Something publicly cited, in both styles; `held` is the slug of the opinion where it is in the library."""

    slug: str
    key: str
    kind: str
    name: str
    cite: str
    bluebook: str
    eoir: str
    url: str
    data: str


class CitingLine(TypedDict):
    """A case that cites an authority: how often in its opinions, and the briefs that cite it in their own words."""

    name: str
    court: str
    decided_on: str
    in_opinions: int
    briefs: list[str]


class AuthorityWhole(AuthorityLine):
    """An authority with what cites it or a part of it."""

    note: str
    elsewhere: str
    also: list[str]
    held: list[str]
    opinions_citing: int
    briefs_citing: int
    cited_by: list[CitingLine]
    pages: int


class IssueLine(TypedDict):
    """An issue of the taxonomy, with how many published propositions carry it or anything below it."""

    slug: str
    name: str
    level: int
    parent: str
    scope_note: str
    synonyms: list[str]
    holdings: int
    not_holdings: int
    separate: int
    url: str
    data: str


class IssueWhole(IssueLine):
    """An issue with the propositions that carry it or anything below it, the court's first."""

    above: list[IssueTag]
    below: list[str]
    propositions: list[HoldingRow]
    pages: int


def edition_line(row: Mapping[str, Any]) -> EditionLine:
    """Read an edition: its slug, name, opinion, summary, and the parts of its page on the case and the writing."""
    case, writing = row["case"], row["writing"]
    return {
        "slug": row["slug"], "name": row["name"], "citation": case["citation"], "court": case["court"],
        "decided": case["decided"], "kind": writing["kind"], "kind_label": writing["kind_label"],
        "is_separate": writing["is_separate"], "author": writing["author"], "summary": row["summary"] or "",
        "opinion": row["opinion__slug"], "url": _whole("brief", row["slug"]),
        "data": _whole("api-edition", row["slug"]),
    }  # fmt: skip


def holding_row(row: EditionHolding) -> HoldingRow:
    """Read a published proposition, with its edition."""
    edition = row.edition
    return {
        "brief": edition.slug, "name": edition.name, "edition": edition.number, "number": row.number,
        "weight": row.weight, "outcome": row.outcome, "is_separate": row.is_separate, "proposition": row.frozen,
        "url": f"{_whole('brief', edition.slug)}#holding-{row.number}",
    }  # fmt: skip


def opinion_line(row: Opinion) -> OpinionLine:
    """Read a released opinion, with its case and court."""
    case = row.case
    return {
        "slug": row.slug, "name": case.short_name, "court": case.court.name if case.court else "",
        "court_id": case.court_id or "", "decided": case.decided if case.decided_on else "",
        "dockets": case.docket_numbers, "citation": case.authority.cite if case.authority else "", "kind": row.kind,
        "kind_label": row.get_kind_display(), "is_separate": row.is_separate, "author": row.author,
        "completeness": row.completeness, "url": _whole("opinion", row.slug), "data": _whole("api-opinion", row.slug),
    }  # fmt: skip


def opinion_whole(row: Opinion, passages: Iterable[Passage]) -> OpinionWhole:
    """Read a released opinion with its masked text (INV-12)."""
    return {
        **opinion_line(row),
        "text": row.masked,
        "text_version": row.text_version,
        "passages": [
            {"kind": one.kind, "place": one.place, "anchor": one.anchor, "start": one.start, "end": one.end}
            for one in passages
        ],
        "masked": [[start, end] for start, end in covered_in(row.text, row.hidden)],
        "annotations": _whole("annotations", row.slug),
    }


def authority_line(row: Authority) -> AuthorityLine:
    """Read an authority."""
    cited = Cited(row.kind, row.cite, row.name, row.court, str(row.year or ""))
    return {
        "slug": row.slug, "key": row.key, "kind": row.kind, "name": row.name, "cite": row.cite,
        "bluebook": str(bluebook(cited)), "eoir": str(eoir(cited)), "url": _whole("authority", row.slug),
        "data": _whole("api-authority", row.slug),
    }  # fmt: skip


def issue_line(issue: Issue, counts: tuple[int, int, int], slugs: Mapping[int | None, str]) -> IssueLine:
    """Read an issue; `counts` are of holdings, of the court's other propositions, and of separate opinions'."""
    return {
        "slug": issue.slug, "name": issue.name, "level": issue.level, "parent": slugs.get(issue.parent_id, ""),
        "scope_note": issue.scope_note, "synonyms": issue.synonyms, "holdings": counts[0], "not_holdings": counts[1],
        "separate": counts[2], "url": _whole("issue", issue.slug), "data": _whole("api-issue", issue.slug),
    }  # fmt: skip


def _whole(name: str, *arguments: Any) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=arguments)}"
