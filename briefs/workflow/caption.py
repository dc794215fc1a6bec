"""The caption block of a published page: the case and the opinion as they are cited, with what is not known said."""

from datetime import date

from briefs.citations.styles import Authority as Cited
from briefs.exporters.page import CasePart, IssueTag, OpinionPart
from briefs.exporters.reference import Caption, made_of, shortened
from briefs.models import NOT_GIVEN, Authority, Brief, Case, Issue, Opinion
from briefs.models.vocabulary import Completeness, OpinionKind

_NO_BREAK = "\u00a0"
SOURCE_LABELS = {
    "short_name": "Short name",
    "caption": "Caption",
    "court": "Court",
    "docket_numbers": "Docket number",
    "argued_on": "Date argued",
    "decided_on": "Date decided",
    "decided_precision": "Date decided",
    "citation": "Citation",
    "disposition": "Disposition",
    "counsel": "Counsel",
    "panel": "Panel",
    "publication_status": "Publication status",
    "precedential_note": "Weight as precedent",
}


def spelt(day: date | None) -> str:
    """Give a date as American courts write it, or an empty string: November 12, 2008."""
    return f"{day:%B} {day.day}, {day.year}" if day else ""


def issue_tag(issue: Issue) -> IssueTag:
    """Give an issue as a label, with the area at the top of its branch."""
    top = issue
    while top.parent is not None:
        top = top.parent
    return {"slug": issue.slug, "name": issue.name, "area": top.name}


def cited_with_court(authority: Authority) -> str:
    """Give “883 F.2d 788 (9th Cir. 1989)”; the Supreme Court's own reports name no court (Bluebook rule 10.4)."""
    court = "" if authority.court == "U.S." else authority.court
    year = "" if not authority.year or str(authority.year) in authority.cite else str(authority.year)
    inside = " ".join(part for part in (court, year) if part)
    return f"{authority.cite} ({inside})" if inside else authority.cite


def full_citation(case: Case) -> str:
    """Cite the case by its reporter, or by docket number and date as a slip opinion (Bluebook rules 10.2, 10.8.1)."""
    court = case.court.abbreviation if case.court and case.court_id != "scotus" else ""
    if case.authority:
        inside = " ".join(part for part in (court, str(case.decided_on.year) if case.decided_on else "") if part)
        return f"{case.short_name}, {case.authority.cite}" + (f" ({inside})" if inside else "")
    number = f"No.{_NO_BREAK}{case.docket_numbers[0]}" if case.docket_numbers else ""
    named = ", ".join(part for part in (case.short_name, number) if part)
    if court and case.decided_on:
        return f"{named}, slip op. ({court} {shortened(case.decided)})"
    unknown = " and ".join(name for name, known in (("court", court), ("date", case.decided_on)) if not known)
    known = f" ({court or shortened(case.decided)})" if court or case.decided_on else ""
    return f"{named}{known} [{unknown} {NOT_GIVEN}]"


def own_citation(case: Case) -> str:
    """Give the reporter's citation with court and year, "" where the case has none."""
    return full_citation(case).removeprefix(f"{case.short_name}, ") if case.authority else ""


def as_cited(opinion: Opinion) -> Cited:
    """Give what a citation of an opinion is made of, from its case as it stands now."""
    return made_of(_caption(opinion.case), {"kind": opinion.kind, "author": opinion.author})


def _caption(case: Case) -> Caption:
    return {
        "short_name": case.short_name,
        "citation": own_citation(case),
        "dockets": case.docket_numbers,
        "decided": case.decided,
        "decided_on": case.decided_on.isoformat() if case.decided_on else "",
        "court_abbreviation": case.court.abbreviation if case.court else "",
        "publication": case.get_publication_status_display(),
    }


MAJORITY = (OpinionKind.LEAD, OpinionKind.PER_CURIAM, OpinionKind.MEMORANDUM)


def banner(opinion: Opinion, *, majority_held: bool | None = None) -> str:
    """Say whose separate opinion this is, and that the majority's is not here (INV-3); empty for the court's own.

    Whether the majority's is held is asked of the database where the caller does not know it.
    """
    if not opinion.is_separate:
        return ""
    if majority_held is None:
        majority_held = opinion.case.opinions.filter(kind__in=MAJORITY).exists()
    names = {
        OpinionKind.DISSENT: ("Dissent", "J., dissenting"),
        OpinionKind.CONCURRENCE: ("Concurrence", "J., concurring"),
    }
    label, role = names.get(OpinionKind(opinion.kind), ("Separate opinion", "J."))
    by = f"{label} ({opinion.author}, {role.split(',')[0]})." if opinion.author else f"{label}."
    held = "" if majority_held else " The majority opinion is not in this library."
    return f"{by}{held} Nothing here is a holding of the court."


def case_part(brief: Brief) -> CasePart:
    """Build the caption block; what only outside sources give is listed with its source."""
    case, opinion = brief.opinion.case, brief.opinion
    separate_alone = opinion.completeness == Completeness.SEPARATE_ONLY
    return {
        **_caption(case),
        "caption": case.caption,
        "slug": case.slug,
        "court": case.court.name if case.court else NOT_GIVEN,
        "court_id": case.court_id or "",
        "argued": spelt(case.argued_on) or NOT_GIVEN,
        "full_citation": full_citation(case),
        "citation_slug": case.authority.slug if case.authority else "",
        "precedential_note": case.precedential_note,
        "disposition": (not separate_alone and case.disposition) or NOT_GIVEN,
        "dispositions": [
            {"party": row.party, "claim": row.claim, "outcome": row.get_outcome_display()}
            for row in sorted(case.dispositions.all(), key=lambda row: (row.position, row.pk))
        ],
        "judges": [
            {"name": row.name, "title": row.title, "role": row.get_role_display(), "home_court": row.home_court}
            for row in sorted(case.judges.all(), key=lambda row: (row.position, row.pk))
        ],
        "below": [
            {
                "tribunal": row.tribunal,
                "decided": spelt(row.decided_on) or NOT_GIVEN,
                "adjudicator": row.adjudicator,
                "outcome": row.outcome,
                "review": row.review,
            }
            for row in sorted(case.decisions_below.all(), key=lambda row: (row.position, row.pk))
        ],
        "counsel": case.counsel or NOT_GIVEN,
        "sources": [
            {"field": SOURCE_LABELS.get(name, name), "source": source}
            for name, source in sorted(
                case.sources.items(),
                key=lambda pair: list(SOURCE_LABELS).index(pair[0]) if pair[0] in SOURCE_LABELS else 99,
            )
            if source != NOT_GIVEN
        ],
    }


def opinion_part(opinion: Opinion) -> OpinionPart:
    """Build what the page says of the writing briefed."""
    return {
        "slug": opinion.slug,
        "kind": opinion.kind,
        "kind_label": opinion.get_kind_display(),
        "author": opinion.author,
        "completeness": opinion.completeness,
        "completeness_label": opinion.get_completeness_display(),
        "is_separate": opinion.is_separate,
    }
