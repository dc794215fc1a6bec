"""What a brief still lacks before it can be published: one list, shown while writing and used to refuse."""

from briefs.models import NOT_GIVEN, SECTIONS, Annotation, Brief, Case, Finding
from briefs.models.vocabulary import SEPARATE_WEIGHTS, AnchorState, Completeness
from briefs.text.counting import count_words
from briefs.text.identifiers import find_identifiers, mask
from briefs.workflow.gap import Gap
from briefs.workflow.grounds import grounds_of, named, prose_of
from briefs.workflow.prose import Grounds, read_prose
from briefs.workflow.quote_lock import check_quotations, refusal

MOST_WORDS = 50_000  # what PostgreSQL's search takes of one row, with room to spare
NEEDED_SECTIONS = ("facts", "procedural_history", "reasoning", "disposition")


def missing(brief: Brief, grounds: Grounds | None = None) -> list[Gap]:
    """Give, in sentences with their places, everything that keeps the brief from being published.

    It holds INV-1 to INV-6 and INV-12. The quotations come last.
    """
    grounds = grounds or grounds_of(brief)
    return [
        *_case_gaps(brief),
        *_unsigned_gaps(brief),
        *_brief_gaps(brief),
        *_holding_gaps(brief),
        *_identifier_gaps(brief, grounds),
        *_quotation_gaps(brief, grounds),
    ]


def details_missing(case: Case) -> list[str]:
    """Say what every published case has and this one has not: caption, court, citation or docket number, date."""
    gaps = []
    if not case.caption.strip():
        gaps.append("The case has no caption; staff enter it on the case.")
    if case.court_id is None and case.sources.get("court") != NOT_GIVEN:
        gaps.append(f"The case has no court; enter it, or record it as “{NOT_GIVEN}”.")
    if not case.docket_numbers and case.authority_id is None:
        gaps.append("The case has neither a citation nor a docket number; staff enter it on the case.")
    if case.decided_on is None and case.sources.get("decided_on") != NOT_GIVEN:
        gaps.append(f"The case has no decision date; enter it, or record it as “{NOT_GIVEN}”.")
    return gaps


def _case_gaps(brief: Brief) -> list[Gap]:
    case = brief.opinion.case
    gaps = details_missing(case)
    separate_alone = brief.opinion.completeness == Completeness.SEPARATE_ONLY or brief.opinion.is_separate
    if separate_alone and (case.disposition.strip() or case.dispositions.all()):
        lead = case.opinions.exclude(kind__in=("concurrence", "concurrence_in_part", "dissent")).exists()
        if not lead:
            gaps.append(
                "Only a separate opinion is held, so the case's disposition cannot be known from it; remove it."
            )
    problems = [
        Gap(f"An open problem is marked in the opinion: “{mask(mark.quote)[:80]}”.", "opinion")
        for mark in brief.opinion.annotations.open_problems()
    ]
    return [Gap(sentence, "case") for sentence in gaps] + problems


def _unsigned_gaps(brief: Brief) -> list[Gap]:
    """Name the identifiers nobody has signed in the opinions of the case, which come out with the brief (INV-12)."""
    rows = Finding.objects.unsigned().filter(opinion__case=brief.opinion.case_id).order_by("opinion__position", "start")
    said = dict.fromkeys((one.opinion_id, one.named) for one in rows)
    told = "is not signed in the opinion; staff say at the source doctor whether it is one."
    return [Gap(f"{named} {told}", "findings", opinion=opinion) for opinion, named in said]


def _brief_gaps(brief: Brief) -> list[Gap]:
    titles = dict(SECTIONS)
    empty = (name for name in NEEDED_SECTIONS if not getattr(brief, name).strip())
    gaps = [Gap(f"The section “{titles[name]}” is empty.", name) for name in empty]
    count = sum(count_words(piece.markdown) for piece in prose_of(brief))
    if count > MOST_WORDS:
        gaps.append(Gap(f"The brief has {count:,} words; a brief has at most {MOST_WORDS:,}.", "summary"))
    tags = {*brief.issues.all(), *(issue for holding in brief.holdings.all() for issue in holding.issues.all())}
    if not any(issue.level > 1 for issue in tags):
        gaps.append(Gap("The brief has no issue tag below the areas.", "issues"))
    if not brief.holdings.all():
        kind = "proposition" if brief.opinion.is_separate else "holding"
        gaps.append(Gap(f"The brief has no {kind}.", "holdings"))
    return gaps


def _holding_gaps(brief: Brief) -> list[Gap]:
    gaps = []
    for holding in sorted(brief.holdings.all(), key=lambda row: row.number):
        number, pins = holding.number, holding.pins.all()
        if not holding.answer.strip():
            gaps.append(Gap(f"{named(holding)} has no answer.", "answer", number))
        if not pins:
            gaps.append(Gap(f"{named(holding)} is pinned to no passage.", "pins", number))
        lost = (_lost_pin(pin.annotation) for pin in pins)
        gaps += [Gap(f"{named(holding)}: {sentence}", "pins", number) for sentence in lost if sentence]
        if any(pin.annotation.opinion.is_separate for pin in pins) and holding.weight not in SEPARATE_WEIGHTS:
            sentence = f"Holding {number} rests on a separate opinion and cannot weigh as a holding."
            gaps.append(Gap(sentence, "weight", number))
    return gaps


def _lost_pin(annotation: Annotation) -> str:
    """Say what is wrong with a pin, or nothing."""
    shown = mask(annotation.quote)[:60]
    if annotation.retired_at is not None:
        return f"the pin “{shown}” was retired; pin the words that support it now."
    if annotation.anchor_state in (AnchorState.SUSPECT, AnchorState.ORPHAN):
        return f"the pin “{shown}” has lost its place in the text."
    if annotation.opinion.text[annotation.start : annotation.end] != annotation.quote:
        return f"the pin “{shown}” is not what stands in the opinion."
    return ""


def _identifier_gaps(brief: Brief, grounds: Grounds) -> list[Gap]:
    told = "an alien registration number is written out; remove it."
    gaps = [
        Gap(f"{piece.where}: {told}", piece.field, piece.number)
        for piece in prose_of(brief)
        if find_identifiers(read_prose(piece.markdown, grounds).text)
    ]
    return gaps + [
        Gap(f"{where}: {told}", field) for where, field, words in plain_fields(brief) if find_identifiers(words)
    ]


def _quotation_gaps(brief: Brief, grounds: Grounds) -> list[Gap]:
    refused = (one for one in check_quotations(brief, grounds) if one.is_refused)
    return [Gap(refusal(one, grounds), one.piece.field, one.piece.number) for one in refused]


def plain_fields(brief: Brief) -> list[tuple[str, str, str]]:
    """Give the short fields that are published: their names in words, their fields, and what stands in them."""
    case = brief.opinion.case
    of_brief = (("Title", "title"), ("Country", "country"), ("Content note", "content_note"))
    rows = [(where, field, getattr(brief, field)) for where, field in of_brief]
    rows += [("Law checked by", "law_checked_by", brief.law_checked_by)]
    of_case = (("Caption", case.caption), ("Short name", case.short_name), ("Counsel", case.counsel))
    rows += [(where, "case", words) for where, words in (*of_case, ("Case's disposition", case.disposition))]
    flags = enumerate(brief.law_flags.all(), start=1)
    return rows + [(f"Law-change flag {n}", "law_flags", flag.applies_when) for n, flag in flags]
