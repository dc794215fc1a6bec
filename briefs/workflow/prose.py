"""Read a brief's prose as it will be published: its quotations proved, its citations found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from briefs import citations
from briefs.exporters.page import Rich
from briefs.models import Annotation, Authority, Opinion, Passage
from briefs.models.vocabulary import AnchorState, Voice
from briefs.text.marks import Mark, as_rows
from briefs.text.prose import parse
from briefs.text.quotes import find_quotation, quotations
from briefs.workflow.annotate import default_voice
from briefs.workflow.elsewhere import Stand, passage_at, stands_elsewhere


@dataclass(frozen=True)
class Grounds:
    """What a brief stands on: the opinions of its case, masked, their passages in order, and what is marked in them.

    Where a quotation stands is looked up once and kept.
    """

    opinions: Sequence[Opinion]
    texts: dict[int, str]
    passages: dict[int, list[Passage]]
    annotations: dict[int, list[Annotation]] = field(default_factory=dict)
    _here: dict[str, list[Stand]] = field(default_factory=dict)
    _elsewhere: dict[str, list[Stand]] = field(default_factory=dict)

    def passage_at(self, opinion: Opinion, start: int) -> Passage:
        """Give the passage a position stands in."""
        return passage_at(self.passages[opinion.pk], start)

    def here(self, quote: str) -> list[Stand]:
        """Give every place in the case where a quotation stands word for word, the briefed opinion's first."""
        if quote not in self._here:
            self._here[quote] = [
                Stand(opinion, start, end, self.passage_at(opinion, start))
                for opinion in self.opinions
                for start, end in find_quotation(quote, self.texts[opinion.pk])
            ]
        return self._here[quote]

    def look_up(self, quotes: Iterable[str]) -> None:
        """Look for all of these that do not stand in the case in the other held opinions, at once."""
        unknown = [quote for quote in quotes if not self.here(quote) and quote not in self._elsewhere]
        if unknown:
            found = stands_elsewhere(unknown, besides=self.opinions[0].case_id)
            self._elsewhere.update({quote: found.get(quote, []) for quote in unknown})
            self.annotations.update(marked_in({place.opinion.pk for places in found.values() for place in places}))

    def elsewhere(self, quote: str) -> list[Stand]:
        """Give a place in each other held opinion where a quotation stands that the case does not have."""
        self.look_up([quote])
        return self._elsewhere.get(quote, [])


def marked_in(opinions: Iterable[int]) -> dict[int, list[Annotation]]:
    """Give the annotations that stand for certain in these opinions, by opinion."""
    keys = list(opinions)
    sure = Annotation.objects.standing().filter(anchor_state__in=(AnchorState.PLACED, AnchorState.MOVED))
    marks: dict[int, list[Annotation]] = {key: [] for key in keys}
    for mark in sure.filter(opinion__in=keys).only("opinion_id", "start", "end", "voice") if keys else ():
        marks[mark.opinion_id].append(mark)
    return marks


@dataclass(frozen=True)
class Quoted:
    """Words quoted in prose, [start, end) of its text, and where they are from.

    `stand` is None for words that stand nowhere, and for words of several other cases of which none is cited
    (`cases` names them): which one is quoted would be a guess.
    """

    start: int
    end: int
    quote: str
    stand: Stand | None
    places: Sequence[Stand] = ()
    is_elsewhere: bool = False

    @property
    def is_linked(self) -> bool:
        """Say whether the words lead to their place: those of another case only where anyone may read it."""
        return self.stand is not None and not (self.is_elsewhere and self.stand.opinion.released_at is None)

    @property
    def cases(self) -> list[str]:
        """Name the cases the words stand in."""
        return list(dict.fromkeys(place.opinion.case.short_name for place in self.places))


@dataclass
class Prose:
    """Prose read once: its text and marks, with one over each true quotation; what it quotes; its citations."""

    text: str
    marks: list[Mark]
    quoted: list[Quoted] = field(default_factory=list)

    @cached_property
    def found(self) -> list[citations.Found]:
        """Find the citations."""
        return citations.find(self.text, self.marks)

    def rich(self, authorities: dict[str | None, Authority]) -> Rich:
        """Give the text with its quotations linked, and its citations linked to these authorities, by key."""
        marks = list(self.marks)
        for one in self.found:
            authority = authorities.get(one.key)
            if authority is not None:
                url, host = outside_link(authority)
                data = {"slug": authority.slug, "label": str(authority), "url": url, "host": host, "form": one.form}
                marks.append(Mark(one.start, one.end, "cite", data))
        return {"text": self.text, "marks": as_rows(sorted(marks, key=lambda mark: (mark.start, -mark.end)))}


@lru_cache(maxsize=256)
def _parsed(markdown: str) -> tuple[str, tuple[Mark, ...], tuple[tuple[int, int], ...]]:
    text, marks = parse(markdown)
    return text, tuple(marks), tuple(quotations(text, marks))


def quotes_in(markdown: str) -> list[str]:
    """Give the words quoted in a piece of prose, in order."""
    text, _, spans = _parsed(markdown)
    return [text[start:end] for start, end in spans]


def read_prose(markdown: str, grounds: Grounds) -> Prose:
    """Parse a section and find where each of its quotations is from: the case first, then every held opinion."""
    text, marks, spans = _parsed(markdown)
    prose = Prose(text, list(marks))
    grounds.look_up(text[start:end] for start, end in spans)
    for start, end in spans:
        quote = text[start:end]
        here = grounds.here(quote)
        if here:
            prose.quoted.append(Quoted(start, end, quote, here[0], here))
        else:
            places = grounds.elsewhere(quote)
            prose.quoted.append(Quoted(start, end, quote, _meant(places, prose), places, is_elsewhere=bool(places)))
    prose.marks += [_link(one, one.stand, grounds) for one in prose.quoted if one.stand is not None and one.is_linked]
    return prose


def _link(quoted: Quoted, stand: Stand, grounds: Grounds) -> Mark:
    """Mark quoted words with where they stand."""
    opinion, passage = stand.opinion, stand.passage
    data = {"opinion": opinion.slug, "anchor": passage.anchor, "place": place_named(quoted, stand, grounds)}
    voice = voice_of(stand, grounds)
    if voice != Voice.COURT:
        data |= {"voice": voice, "voice_label": Voice(voice).label}
    return Mark(quoted.start, quoted.end, "pin", data)


def voice_of(stand: Stand, grounds: Grounds) -> str:
    """Say whose words stand there (INV-6): as the narrowest mark around them says, else who writes the opinion."""
    around = [
        mark
        for mark in grounds.annotations.get(stand.opinion.pk, ())
        if mark.start <= stand.start and stand.end <= mark.end
    ]
    if around:
        return min(around, key=lambda mark: (mark.end - mark.start, mark.pk)).voice
    return default_voice(stand.opinion)


def _meant(places: Sequence[Stand], prose: Prose) -> Stand | None:
    """Choose the case that is quoted: the only one that has the words, or the one that this section cites."""
    cases = {place.opinion.case_id for place in places if place.opinion.released_at is not None}
    cases = cases or {place.opinion.case_id for place in places}
    if len(cases) > 1:
        keys = {one.key for one in prose.found}
        cited = (place.opinion.case for place in places)
        cases = {case.pk for case in cited if case.authority and case.authority.key in keys}
    return next((place for place in places if cases == {place.opinion.case_id}), None)


def place_named(quoted: Quoted, stand: Stand, grounds: Grounds) -> str:
    """Name where a quotation stands: “para. 3”, “para. 3 of the dissent”, “Diallo, para. 7” (INV-6)."""
    opinion, place = stand.opinion, stand.passage.place
    if quoted.is_elsewhere:
        apart = f" of the {opinion.get_kind_display().lower()}" if opinion.is_separate else ""
        return f"{opinion.case.short_name}, {place}{apart}"
    # Words that are not the briefed opinion's say whose they are.
    return place if opinion == grounds.opinions[0] else f"{place} of the {opinion.get_kind_display().lower()}"


def outside_link(authority: Authority) -> tuple[str, str]:
    """Give (url, host) of the authority elsewhere: staff's own link first, else its kind's; empty where unknown."""
    if authority.external_url:
        return authority.external_url, authority.external_url.split("/")[2].removeprefix("www.")
    return citations.link(authority.key) or ("", "")
