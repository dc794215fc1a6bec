"""The quote lock: every quotation of a brief, where it stands, and whether it may be published.

Who speaks in quoted words decides with the words themselves (INV-2, INV-6). A holding's answer and its rule stand
alone in lists, searches, digests and exports, where nothing around them says whose words they quote; so they may
quote nobody but the writer of the opinion. Words marked as an agency's, a party's, a witness's or the majority's are
refused there. No machine can tell from a sentence whether it names the speaker, so only a supervising attorney's
signature lets such words stand. The question and the application may quote them: they tell what others said. What
the court only assumes or does not reach is others' words by nature. A dissent's or concurrence's words stand in no
holding of the court, signed or not. Another authority's words may: the court adopts what it quotes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefs.models import Brief, SignedQuotation
from briefs.models.vocabulary import SEPARATE_WEIGHTS, Voice, Weight
from briefs.text.differing import Stretch, differing
from briefs.text.identifiers import mask
from briefs.text.nearest import nearest
from briefs.workflow.annotate import default_voice
from briefs.workflow.elsewhere import Stand
from briefs.workflow.grounds import HOLDING_TEXTS, Piece, prose_of
from briefs.workflow.prose import Grounds, Quoted, place_named, read_prose

_SPEAKERS = {
    Voice.AGENCY: "the agency",
    Voice.PARTY: "a party",
    Voice.WITNESS: "a witness",
    Voice.MAJORITY: "the majority",
    Voice.DISSENT: "the dissent",
    Voice.CONCURRENCE: "the concurrence",
}
_STATED = ("answer", "rule")
_NOT_STATED = (Weight.ARGUENDO, Weight.NOT_REACHED)
_STOPS = " .,;:"  # a quotation ends with what its sentence in the brief asks for
_SHOWN = 120  # characters of a quotation in a sentence


class Verdict(StrEnum):
    """What is true of a quotation."""

    TRUE = "true"  # in the case, or in one other held opinion
    SIGNED = "signed"  # a supervising attorney answers for it
    FALSE = "false"  # in no held opinion
    SEVERAL = "several"  # in several other cases, none of them cited beside it
    BORROWED = "borrowed"  # a dissent's or concurrence's words in the court's holding
    SPOKEN = "spoken"  # words of somebody the opinion only quotes, stated as its own


@dataclass(frozen=True)
class Checked:
    """A quotation in its piece of the brief, with the verdict; `speaker` is who says it, if not the writer."""

    piece: Piece
    quoted: Quoted
    verdict: Verdict
    speaker: str = ""
    signed: SignedQuotation | None = None

    @property
    def is_refused(self) -> bool:
        """Say whether it keeps the brief from being published."""
        return self.verdict not in (Verdict.TRUE, Verdict.SIGNED)

    @property
    def may_be_signed(self) -> bool:
        """Say whether a supervising attorney's signature would let it stand."""
        return self.is_refused and self.verdict != Verdict.BORROWED


@dataclass(frozen=True)
class Nearest:
    """The words of the case nearest to a false quotation, where they stand, and how the two differ."""

    words: str
    place: str
    stretches: Sequence[Stretch]


def check_quotations(brief: Brief, grounds: Grounds) -> list[Checked]:
    """Judge every quotation of the brief, in the order of its pieces."""
    signed = {one.quote: one for one in brief.signed_quotations.select_related("signed_by")}
    checked = []
    for piece in prose_of(brief):
        for quoted in read_prose(piece.markdown, grounds).quoted:
            verdict, speaker = _judged(piece, quoted, grounds)
            signature = signed.get(quoted.quote)
            if signature is not None and verdict not in (Verdict.TRUE, Verdict.BORROWED):
                checked.append(Checked(piece, quoted, Verdict.SIGNED, speaker, signature))
            else:
                checked.append(Checked(piece, quoted, verdict, speaker))
    return checked


def signed_in(brief: Brief, grounds: Grounds) -> list[list[str]]:
    """Give the signatures that quotations of the brief rest on: rows [quotation, reason, who signed, when]."""
    used = {one.signed.pk: one.signed for one in check_quotations(brief, grounds) if one.signed is not None}
    return [
        [mask(one.quote), mask(one.reason), one.signed_by.get_username(), one.signed_at.isoformat()]
        for _, one in sorted(used.items())
    ]


def _judged(piece: Piece, quoted: Quoted, grounds: Grounds) -> tuple[Verdict, str]:
    if quoted.stand is None:
        return (Verdict.SEVERAL if quoted.places else Verdict.FALSE), ""
    holding = piece.holding
    if holding is None or piece.field not in HOLDING_TEXTS:
        return Verdict.TRUE, ""
    places = [place for place in quoted.places if place.opinion.case_id == quoted.stand.opinion.case_id]
    if holding.weight not in SEPARATE_WEIGHTS:
        own = [place for place in places if not place.opinion.is_separate]
        if not own:
            return Verdict.BORROWED, f"the {places[0].opinion.get_kind_display().lower()}"
        places = own
    if piece.field not in _STATED or holding.weight in _NOT_STATED:
        return Verdict.TRUE, ""
    speakers = [speaker_at(place, grounds) for place in places]
    return (Verdict.TRUE, "") if not all(speakers) else (Verdict.SPOKEN, speakers[0])


def speaker_at(place: Stand, grounds: Grounds) -> str:
    """Name whose words a place carries by its innermost mark, or "" where the writer of the opinion speaks.

    A mark counts that covers more than half of the quoted words. Of two marks alike the one counts that says
    somebody else speaks.
    """
    own, size = default_voice(place.opinion), place.end - place.start
    covering = [
        (mark.end - mark.start, mark.voice == own, mark.voice)
        for mark in grounds.annotations.get(place.opinion.pk, ())
        if 2 * (min(mark.end, place.end) - max(mark.start, place.start)) > size
    ]
    voice = min(covering)[2] if covering else own
    return "" if voice == own else _SPEAKERS.get(Voice(voice), "")


def nearest_words(quote: str, grounds: Grounds) -> Nearest | None:
    """Give the words of the case that come nearest to a quotation, and what would have to change in it."""
    near = nearest(quote, [grounds.texts[opinion.pk] for opinion in grounds.opinions])
    if near is None:
        return None
    opinion = grounds.opinions[near.text]
    words = grounds.texts[opinion.pk][near.start : near.end]
    stand = Stand(opinion, near.start, near.end, grounds.passage_at(opinion, near.start))
    place = place_named(Quoted(0, len(quote), quote, stand), stand, grounds)
    return Nearest(words, place, differing(mask(quote).strip(_STOPS), " ".join(words.split()).strip(_STOPS)))


def told(checked: Checked, grounds: Grounds) -> str:
    """Say in a sentence what is true of a quotation, without the quotation and its place in the brief."""
    quoted = checked.quoted
    if checked.speaker and quoted.stand is not None and checked.verdict != Verdict.BORROWED:
        place = place_named(quoted, quoted.stand, grounds)
        return f"Words of {checked.speaker} ({place}), quoted as if the opinion said them."
    if checked.verdict == Verdict.BORROWED:
        case = f" in {quoted.cases[0]}" if quoted.is_elsewhere else ""
        return f"Words of {checked.speaker}{case} are quoted as the court's."
    if quoted.stand is not None:
        place = place_named(quoted, quoted.stand, grounds)
        return f"Stands in {place}." if quoted.is_linked else f"Stands in {place}, which the public cannot read."
    if quoted.places:
        more = f"; and {len(quoted.cases) - 3} more" if len(quoted.cases) > 3 else ""
        return f"Several other cases have it ({'; '.join(quoted.cases[:3])}{more}); none of them is cited beside it."
    return "Stands in no held opinion word for word."


def refusal(checked: Checked, grounds: Grounds) -> str:
    """Say in a sentence why a quotation keeps the brief from being published, and what would mend it."""
    quoted, where, shown = checked.quoted, checked.piece.where, _cut(mask(checked.quoted.quote))
    said = told(checked, grounds)
    if checked.verdict == Verdict.BORROWED:
        return f"{where}: {said[0].lower()}{said[1:]}"
    if checked.verdict == Verdict.SPOKEN:
        mended = "Quote them in the application, or have a supervising attorney sign them."
        return f"{where}: “{shown}” are {said[0].lower()}{said[1:]} {mended}"
    if checked.verdict == Verdict.SEVERAL:
        return f"{where}: the quotation “{shown}” does not stand in the opinion. {said} Cite the one it is from."
    near = nearest_words(quoted.quote, grounds)
    has = f"; the opinion has “{_cut(' '.join(near.words.split()))}” ({near.place})" if near else ""
    return f"{where}: the quotation “{shown}” does not stand in the opinion word for word{has}."


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
