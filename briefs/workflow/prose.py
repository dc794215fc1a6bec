"""Read a brief's prose as it will be published: its quotations proved, its citations found."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefs import citations
from briefs.exporters.page import Rich
from briefs.models import Authority, Opinion, Passage
from briefs.text.marks import Mark, as_rows
from briefs.text.prose import parse
from briefs.text.quotes import find_quotation, quotations


@dataclass(frozen=True)
class Grounds:
    """What a brief stands on: the opinions of its case, masked, and their passages in order."""

    opinions: Sequence[Opinion]
    texts: dict[int, str]
    passages: dict[int, list[Passage]]

    def passage_at(self, opinion: Opinion, start: int) -> Passage:
        """Give the passage a position stands in."""
        return next(p for p in reversed(self.passages[opinion.pk]) if p.start <= start)

    def find(self, quote: str) -> tuple[Opinion, int, int] | None:
        """Give the first place where a quotation stands word for word, or None."""
        for opinion in self.opinions:
            for start, end in find_quotation(quote, self.texts[opinion.pk]):
                return opinion, start, end
        return None


@dataclass
class Prose:
    """Prose read once: its text and marks, the quotations that stand nowhere, and the citations."""

    text: str
    marks: list[Mark]
    false_quotations: list[str] = field(default_factory=list)
    quoted: list[Opinion] = field(default_factory=list)
    found: list[citations.Found] = field(default_factory=list)

    def rich(self, authorities: dict[str | None, Authority]) -> Rich:
        """Give the text with its citations linked to these authorities, by key."""
        marks = list(self.marks)
        for one in self.found:
            authority = authorities.get(one.key)
            if authority is not None:
                url, host = outside_link(authority)
                data = {"slug": authority.slug, "label": str(authority), "url": url, "host": host, "form": one.form}
                marks.append(Mark(one.start, one.end, "cite", data))
        return {"text": self.text, "marks": as_rows(sorted(marks, key=lambda mark: (mark.start, -mark.end)))}


def read_prose(markdown: str, grounds: Grounds) -> Prose:
    """Parse a section, look every quotation up in the opinions, and find the citations."""
    text, marks = parse(markdown)
    prose = Prose(text, marks)
    for start, end in quotations(text, marks):
        place = grounds.find(text[start:end])
        if place is None:
            prose.false_quotations.append(text[start:end])
            continue
        opinion, at, _ = place
        passage = grounds.passage_at(opinion, at)
        prose.quoted.append(opinion)
        # Words that are not the briefed opinion's say whose they are (INV-6).
        whose = "" if opinion == grounds.opinions[0] else f" of the {opinion.get_kind_display().lower()}"
        data = {"opinion": opinion.slug, "anchor": passage.anchor, "place": passage.place + whose}
        prose.marks.append(Mark(start, end, "pin", data))
    prose.found = citations.find(text, marks)
    return prose


def outside_link(authority: Authority) -> tuple[str, str]:
    """Give (url, host) of the authority elsewhere: staff's own link first, else its kind's; empty where unknown."""
    if authority.external_url:
        return authority.external_url, authority.external_url.split("/")[2].removeprefix("www.")
    return citations.link(authority.key) or ("", "")
