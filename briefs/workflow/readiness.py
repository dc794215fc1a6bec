"""What a brief still lacks before it can be published: one list, shown while writing and used to refuse."""

from briefs.models import NOT_GIVEN, SECTIONS, Annotation, Brief, Holding, Opinion
from briefs.models.vocabulary import SEPARATE_WEIGHTS, AnchorState, Completeness, Weight
from briefs.text.identifiers import find_identifiers, mask
from briefs.workflow.prose import Grounds, read_prose

NEEDED_SECTIONS = ("facts", "procedural_history", "reasoning", "disposition")
HOLDING_TEXTS = ("question", "answer", "rule", "application")


def grounds_of(brief: Brief) -> Grounds:
    """Give the opinions of the brief's case, the briefed one first, with their passages."""
    opinions = sorted(
        Opinion.objects.filter(case=brief.opinion.case_id).select_related("case").prefetch_related("passages"),
        key=lambda opinion: (opinion.pk != brief.opinion_id, opinion.position),
    )
    return Grounds(
        opinions,
        {opinion.pk: mask(opinion.text) for opinion in opinions},
        {opinion.pk: sorted(opinion.passages.all(), key=lambda passage: passage.start) for opinion in opinions},
    )


def prose_of(brief: Brief) -> list[tuple[str, str]]:
    """Give every piece of prose that would be published: (where it stands, its Markdown)."""
    pieces = [("Summary", brief.summary)]
    pieces += [(title, getattr(brief, field)) for field, title in SECTIONS]
    for holding in brief.holdings.all():
        pieces += [(f"{_named(holding)}, {name}", getattr(holding, name)) for name in HOLDING_TEXTS]
    pieces += [(f"Law-change flag {n}", flag.note) for n, flag in enumerate(brief.law_flags.all(), start=1)]
    return [(where, markdown) for where, markdown in pieces if markdown.strip()]


def missing(brief: Brief, grounds: Grounds | None = None) -> list[str]:
    """Give, in sentences, everything that keeps the brief from being published (INV-1 to INV-6, INV-12)."""
    grounds = grounds or grounds_of(brief)
    return [
        *_case_gaps(brief),
        *_brief_gaps(brief),
        *_holding_gaps(brief),
        *_prose_gaps(brief, grounds),
        *_borrowed_gaps(brief, grounds),
    ]


def _case_gaps(brief: Brief) -> list[str]:
    case = brief.opinion.case
    gaps = []
    if not case.caption.strip():
        gaps.append("The case has no caption; staff enter it on the case.")
    if case.court is None and case.sources.get("court") != NOT_GIVEN:
        gaps.append(f"The case has no court; enter it, or record it as “{NOT_GIVEN}”.")
    if not case.docket_numbers and case.authority is None:
        gaps.append("The case has neither a citation nor a docket number; staff enter it on the case.")
    if case.decided_on is None and case.sources.get("decided_on") != NOT_GIVEN:
        gaps.append(f"The case has no decision date; enter it, or record it as “{NOT_GIVEN}”.")
    separate_alone = brief.opinion.completeness == Completeness.SEPARATE_ONLY or brief.opinion.is_separate
    if separate_alone and (case.disposition.strip() or case.dispositions.all()):
        lead = case.opinions.exclude(kind__in=("concurrence", "concurrence_in_part", "dissent")).exists()
        if not lead:
            gaps.append(
                "Only a separate opinion is held, so the case's disposition cannot be known from it; remove it."
            )
    for mark in brief.opinion.annotations.open_problems():
        gaps.append(f"An open problem is marked in the opinion: “{mask(mark.quote)[:80]}”.")
    return gaps


def _brief_gaps(brief: Brief) -> list[str]:
    titles = dict(SECTIONS)
    gaps = [f"The section “{titles[name]}” is empty." for name in NEEDED_SECTIONS if not getattr(brief, name).strip()]
    tags = {*brief.issues.all(), *(issue for holding in brief.holdings.all() for issue in holding.issues.all())}
    if not any(issue.level > 1 for issue in tags):
        gaps.append("The brief has no issue tag below the areas.")
    if not brief.holdings.all():
        gaps.append(f"The brief has no {'proposition' if brief.opinion.is_separate else 'holding'}.")
    return gaps


def _holding_gaps(brief: Brief) -> list[str]:
    gaps = []
    for holding in brief.holdings.all():
        pins = holding.pins.all()
        if not holding.answer.strip():
            gaps.append(f"{_named(holding)} has no answer.")
        if not pins:
            gaps.append(f"{_named(holding)} is pinned to no passage.")
        for pin in pins:
            gaps += _pin_gaps(holding, pin.annotation)
        separate = {pin.annotation.opinion.kind for pin in pins if pin.annotation.opinion.is_separate}
        if separate and holding.weight not in (Weight.CONCURRENCE, Weight.DISSENT):
            gaps.append(f"Holding {holding.number} rests on a separate opinion and cannot weigh as a holding.")
    return gaps


def _named(holding: Holding) -> str:
    """Name it in a sentence: what a dissent or concurrence says is no holding (INV-2)."""
    return f"{'Proposition' if holding.weight in SEPARATE_WEIGHTS else 'Holding'} {holding.number}"


def _pin_gaps(holding: Holding, annotation: Annotation) -> list[str]:
    shown = mask(annotation.quote)[:60]
    if annotation.retired_at is not None:
        return [f"{_named(holding)}: the pin “{shown}” was retired; pin the words that support it now."]
    if annotation.anchor_state in (AnchorState.SUSPECT, AnchorState.ORPHAN):
        return [f"{_named(holding)}: the pin “{shown}” has lost its place in the text."]
    if annotation.opinion.text[annotation.start : annotation.end] != annotation.quote:
        return [f"{_named(holding)}: the pin “{shown}” is not what stands in the opinion."]
    return []


def _prose_gaps(brief: Brief, grounds: Grounds) -> list[str]:
    gaps = []
    for where, markdown in prose_of(brief):
        prose = read_prose(markdown, grounds)
        for quote in prose.false_quotations:
            gaps.append(f"{where}: the quotation “{mask(quote)[:120]}” does not stand in the opinion word for word.")
        if find_identifiers(prose.text):
            gaps.append(f"{where}: an alien registration number is written out; remove it.")
    for where, words in _plain_fields(brief):
        if find_identifiers(words):
            gaps.append(f"{where}: an alien registration number is written out; remove it.")
    return gaps


def _borrowed_gaps(brief: Brief, grounds: Grounds) -> list[str]:
    """Find holdings of the court that quote a separate opinion as if the court had said it (INV-2)."""
    gaps = []
    for holding in brief.holdings.all():
        if holding.weight in (Weight.CONCURRENCE, Weight.DISSENT):
            continue
        for name in HOLDING_TEXTS:
            for opinion in read_prose(getattr(holding, name), grounds).quoted:
                if opinion.is_separate:
                    kind = opinion.get_kind_display().lower()
                    gaps.append(f"Holding {holding.number}, {name}: words of the {kind} are quoted as the court's.")
    return gaps


def _plain_fields(brief: Brief) -> list[tuple[str, str]]:
    case = brief.opinion.case
    pairs = [("Title", brief.title), ("Country", brief.country), ("Content note", brief.content_note)]
    pairs += [("Law checked by", brief.law_checked_by), ("Caption", case.caption), ("Short name", case.short_name)]
    pairs += [("Counsel", case.counsel), ("Case's disposition", case.disposition)]
    pairs += [(f"Law-change flag {n}", flag.applies_when) for n, flag in enumerate(brief.law_flags.all(), start=1)]
    return pairs
