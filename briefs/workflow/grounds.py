"""What a brief says, piece by piece, and what it stands on."""

from dataclasses import dataclass

from briefs.models import SECTIONS, Brief, Holding, Opinion
from briefs.models.vocabulary import SEPARATE_WEIGHTS
from briefs.workflow.prose import Grounds, marked_in, quotes_in

HOLDING_TEXTS = ("question", "answer", "rule", "application")


@dataclass(frozen=True)
class Piece:
    """A piece of prose that would be published: its place in words, its field (and holding), and its Markdown."""

    where: str
    field: str
    markdown: str
    holding: Holding | None = None

    @property
    def number(self) -> int | None:
        """Give the number of the holding the piece is of."""
        return self.holding.number if self.holding else None


def named(holding: Holding) -> str:
    """Name it in a sentence: what a dissent or concurrence says is no holding (INV-2)."""
    return f"{'Proposition' if holding.weight in SEPARATE_WEIGHTS else 'Holding'} {holding.number}"


def prose_of(brief: Brief) -> list[Piece]:
    """Give every piece of prose that would be published."""
    pieces = [Piece("Summary", "summary", brief.summary)]
    pieces += [Piece(title, field, getattr(brief, field)) for field, title in SECTIONS]
    for holding in sorted(brief.holdings.all(), key=lambda row: row.number):
        for name in HOLDING_TEXTS:
            pieces.append(Piece(f"{named(holding)}, {name}", name, getattr(holding, name), holding))
    for number, flag in enumerate(brief.law_flags.all(), start=1):
        pieces.append(Piece(f"Law-change flag {number}", "law_flags", flag.note))
    return [piece for piece in pieces if piece.markdown.strip()]


def grounds_of(brief: Brief) -> Grounds:
    """Give the opinions of the brief's case, the briefed one first, and look its quotations up in all that is held."""
    opinions = sorted(
        Opinion.objects.filter(case=brief.opinion.case_id).select_related("case").prefetch_related("passages"),
        key=lambda opinion: (opinion.pk != brief.opinion_id, opinion.position),
    )
    grounds = Grounds(
        opinions,
        {opinion.pk: opinion.masked for opinion in opinions},
        {opinion.pk: sorted(opinion.passages.all(), key=lambda passage: passage.start) for opinion in opinions},
        marked_in(opinion.pk for opinion in opinions),
    )
    grounds.look_up(quote for piece in prose_of(brief) for quote in quotes_in(piece.markdown))
    return grounds
