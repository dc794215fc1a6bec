"""What a reference manager is told of a brief: the case as one entry, from the frozen caption alone."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from briefs.citations.styles import Authority, reported
from briefs.exporters.page import Page
from briefs.exporters.paper.caption import day, missing
from briefs.exporters.paper.sheet import NEEDS_CHECKING

LONGEST = 400  # pages of a reporter that one case may fill
_ROLES = {"dissent": "dissent", "concurrence": "concurrence", "concurrence_in_part": "partial concurrence and dissent"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A case as reference managers know one; what the source does not give is empty, never guessed."""

    key: str  # the brief's slug: the same in every format and every edition
    name: str
    volume: str
    reporter: str
    first_page: str
    court: str
    decided: tuple[int, ...]  # year, month, day, as far as they are known
    docket: str
    history: str  # decisions below, and what has changed since for the whole case
    note: str  # INV-2: whose separate opinion it is, "dissent (Paez, J.)"; and "unpublished"
    author: str  # who wrote the opinion, where the source says so
    abstract: str
    keywords: tuple[str, ...]
    url: str


def reference(page: Page, site_url: str) -> Reference:
    """Read a page as one entry; the address is the brief's own page."""
    case, opinion = page["case"], page["opinion"]
    volume, reporter, first_page = reported(bare_citation(page))
    return Reference(
        key=page["slug"],
        name=case["short_name"] or page["title"],
        volume=volume,
        reporter=reporter,
        first_page=first_page,
        court="" if missing(case["court"]) else case["court"],
        decided=_decided(page),
        docket=", ".join(case["dockets"]),
        history=_history(page),
        note="; ".join(part for part in (_writing(page), _unpublished(page)) if part),
        author=opinion["author"].partition(",")[0],
        abstract=" ".join(page["summary"]["text"].split()) if page["summary"] else "",
        keywords=tuple(issue["name"] for issue in page["issues"]),
        url=f"{site_url.rstrip('/')}/briefs/{page['slug']}/" if site_url else "",
    )


class Caption(TypedDict):
    """What a citation takes from a case."""

    short_name: str
    citation: str
    dockets: list[str]
    decided: str
    decided_on: str
    court_abbreviation: str
    publication: str


class Writing(TypedDict):
    """What a citation takes from an opinion."""

    kind: str
    author: str


def cited(page: Page) -> Authority:
    """Give what a citation of the briefed opinion is made of."""
    return made_of(page["case"], page["opinion"], page["title"])


def made_of(case: Caption, opinion: Writing, title: str = "") -> Authority:
    """Give what a citation of an opinion is made of; `title` names it where its case has no short name."""
    cite = _bare(case["citation"])
    year = case["decided_on"][:4]
    spelt = "" if missing(case["decided"]) else case["decided"]
    number = case["dockets"][0].partition(" (")[0] if case["dockets"] else ""
    return Authority(
        kind="agency_decision" if "I. & N. Dec." in cite else "case",
        cite=cite or (f"No. {number}" if number else ""),
        name=case["short_name"] or title,
        court=case["court_abbreviation"],
        decided=year if cite else shortened(spelt),
        writing=opinion["kind"],
        writer=opinion["author"],
        unpublished=case["publication"].lower() == "unpublished",
    )


def page_cited(cite: str, page: str) -> str:
    """Give a printed page as the pin of `cite`, "" where the number is another numbering's (INV-5).

    A reported case is cited by its reporter's pages, and a slip opinion by its own (Bluebook rule 10.8.1): what lies
    before the case's first page in the reporter, or further on than any opinion reaches, is the slip opinion's.
    """
    first, number = reported(cite)[2], re.search(r"\d+", page)
    if not first or number is None:
        return page
    return page if 0 <= int(number[0]) - int(first) <= LONGEST else ""


def bare_citation(page: Page) -> str:
    """Give the reporter citation without its parenthesis; "" where there is none."""
    return _bare(page["case"]["citation"])


def _bare(citation: str) -> str:
    return re.sub(r" \([^()]*\)$", "", citation)


def _writing(page: Page) -> str:
    opinion = page["opinion"]
    if not opinion["is_separate"]:
        return ""
    role = _ROLES.get(opinion["kind"], opinion["kind_label"].lower())
    author = opinion["author"].partition(",")[0]
    return f"{role} ({author}, J.)" if author else role


def _history(page: Page) -> str:
    """Tell the case's procedural history: each decision under review, then later law that bears on the whole case."""
    told = []
    for row in page["case"]["below"]:
        on = "" if missing(row["decided"]) else f" ({day(row['decided'])})"
        outcome = "" if missing(row["outcome"]) else f": {row['outcome'].strip().removesuffix('.')}"
        told.append(f"{row['tribunal']}{on}{outcome}")
    for flag in page["flags"]:
        if flag["holding"] is None and flag["label"] != NEEDS_CHECKING:
            told.append(f"{flag['label']}, effective {flag['effective']}" if flag["effective"] else flag["label"])
    return "; ".join(told)


def _unpublished(page: Page) -> str:
    return "unpublished" if page["case"]["publication"].lower() == "unpublished" else ""


def _decided(page: Page) -> tuple[int, ...]:
    """Give the parts of the date that the caption spells out: "November 2008" has no day, whatever is stored."""
    case = page["case"]
    if not case["decided_on"] or missing(case["decided"]):
        return ()
    on, told = date.fromisoformat(case["decided_on"]), case["decided"]
    parts = (on.year, on.month, on.day)
    return parts if re.search(r"\d,", told) else parts[:2] if f"{on:%B}" in told else parts[:1]


def shortened(spelt: str) -> str:
    """Shorten the month as table T12 of the Bluebook does: "Nov. 12, 2008"."""
    month = spelt.partition(" ")[0]
    if month in ("May", "June", "July") or not month.isalpha():
        return spelt
    return spelt.replace(month, "Sept." if month == "September" else f"{month[:3]}.", 1)
