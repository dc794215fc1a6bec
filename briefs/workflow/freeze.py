"""Make the complete page of a brief as it stands now: what an edition keeps and a preview shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.conf import settings

from briefs.exporters.page import (
    SCHEMA,
    AppendixPassage,
    CitedAuthority,
    Flag,
    FrozenHolding,
    Page,
    PinnedPassage,
    Rich,
)
from briefs.models import SECTIONS, Annotation, Authority, Brief, Citation, Holding, Issue, Opinion, Passage
from briefs.models.vocabulary import Outcome, ProtectedGround
from briefs.reading.table import Line, filed, table
from briefs.text.identifiers import mask
from briefs.text.marks import within
from briefs.text.sentences import sentence_around
from briefs.workflow.caption import banner, case_part, cited_with_court, issue_tag, opinion_part, spelt
from briefs.workflow.cite import authorities_for
from briefs.workflow.prose import Grounds, outside_link, read_prose

_EMPTY: Rich = {"text": "", "marks": []}


@dataclass
class CitedHere:
    """An authority cited in the brief's own words, with the words around it."""

    authority: Authority
    place: str
    form: str
    pin: str
    sentence: str


@dataclass(frozen=True)
class Frozen:
    """A page, and what is kept in columns beside it."""

    page: Page
    authority_ids: list[int]
    issue_ids: list[int]
    cited: list[CitedHere]


def freeze(brief: Brief, grounds: Grounds, *, number: int, on: date) -> Frozen:
    """Build edition `number` of a brief, dated `on`; writes nothing but authorities cited for the first time."""
    writer = _Writer(brief, grounds)
    summary = writer.rich("Summary", brief.summary)
    holdings = [writer.holding(holding) for holding in sorted(brief.holdings.all(), key=lambda row: row.number)]
    prose = [(name, title, writer.rich(title, getattr(brief, name))) for name, title in SECTIONS]
    issues = writer.issues()
    authorities, in_opinion = writer.table()
    page: Page = {
        "schema": SCHEMA,
        "slug": brief.slug,
        "title": brief.title,
        "edition": number,
        "published_on": on.isoformat(),
        "clinic": settings.CLINIC_NAME,
        "banner": banner(brief.opinion),
        "case": case_part(brief),
        "opinion": opinion_part(brief.opinion),
        "summary": summary,
        "content_note": brief.content_note,
        "country": brief.country,
        "grounds": [ProtectedGround(ground).label for ground in brief.protected_grounds],
        "law_checked": {"on": spelt(brief.law_checked_on), "by": brief.law_checked_by},
        "flags": writer.flags,
        "holdings": holdings,
        "sections": [{"field": name, "title": title, "prose": rich} for name, title, rich in prose if rich],
        "issues": [issue_tag(issue) for issue in issues],
        "authorities": authorities,
        "passages": writer.passages,
    }
    ids = {one.authority.pk for one in writer.cited} | in_opinion
    hidden = brief.opinion.hidden
    return Frozen(masked(page, hidden), sorted(ids), sorted(issue.pk for issue in issues), masked(writer.cited, hidden))


def masked(value: Any, hidden: Sequence[str] = ()) -> Any:
    """Mask identifiers, and the words hidden in the opinion, in every string of plain data (INV-12); lengths stay."""
    if isinstance(value, str):
        return mask(value, hidden)
    if isinstance(value, dict):
        return {key: masked(inner, hidden) for key, inner in value.items()}
    if isinstance(value, list):
        return [masked(inner, hidden) for inner in value]
    if isinstance(value, CitedHere):
        return replace(value, sentence=mask(value.sentence, hidden))
    return value


class _Writer:
    """Turns one brief's rows into page parts, numbering passages and gathering citations on the way."""

    def __init__(self, brief: Brief, grounds: Grounds) -> None:
        self.brief = brief
        self.grounds = grounds
        self.passages: list[AppendixPassage] = []
        self.cited: list[CitedHere] = []
        self._numbers: dict[int, int] = {}

    def rich(self, place: str, markdown: str) -> Rich | None:
        if not markdown.strip():
            return None
        prose = read_prose(markdown, self.grounds)
        authorities = authorities_for(prose.found)
        for one in prose.found:
            if one.key in authorities:
                sentence = "".join(sentence_around(prose.text, one.start, one.end))
                self.cited.append(CitedHere(authorities[one.key], place, one.form, one.pin or "", sentence))
        return prose.rich(authorities)

    def holding(self, row: Holding) -> FrozenHolding:
        place = f"{row.get_weight_display()} {row.number}"
        return {
            "number": row.number,
            "question": self.rich(place, row.question),
            "answer": self.rich(place, row.answer) or _EMPTY,
            "rule": self.rich(place, row.rule),
            "application": self.rich(place, row.application),
            "weight": row.weight,
            "weight_label": row.get_weight_display(),
            "outcome": row.outcome,
            "outcome_label": "" if row.outcome == Outcome.NONE else row.get_outcome_display(),
            "is_separate": any(pin.annotation.opinion.is_separate for pin in row.pins.all()),
            "issues": [issue_tag(issue) for issue in sorted(row.issues.all(), key=lambda issue: issue.position)],
            "pins": [
                self._pin(pin.annotation, row.number)
                for pin in sorted(row.pins.all(), key=lambda pin: (pin.position, pin.pk))
            ],
            "flags": [flag for flag in self.flags if flag["holding"] == row.number],
        }

    def _pin(self, mark: Annotation, holding: int) -> PinnedPassage:
        opinion = next(one for one in self.grounds.opinions if one.pk == mark.opinion_id)
        text, passage = self.grounds.texts[opinion.pk], self.grounds.passage_at(opinion, mark.start)
        if mark.pk not in self._numbers:
            self._numbers[mark.pk] = len(self.passages) + 1
            self.passages.append(
                {
                    "n": self._numbers[mark.pk],
                    "place": passage.place,
                    "anchor": passage.anchor,
                    "text": passage.text,
                    "start": mark.start - passage.start,
                    "end": min(mark.end, passage.end) - passage.start,
                    "quoted": _block_quotations(opinion, passage),
                    "holdings": [],
                    "voice_label": mark.get_voice_display(),
                }
            )
        self.passages[self._numbers[mark.pk] - 1]["holdings"].append(holding)
        return {
            "n": self._numbers[mark.pk],
            "quote": text[mark.start : mark.end],
            "opinion": opinion.slug,
            "place": passage.place,
            "anchor": passage.anchor,
            "page": printed_page(opinion, mark.start),
            "voice": mark.voice,
            "voice_label": mark.get_voice_display(),
        }

    @cached_property
    def flags(self) -> list[Flag]:
        numbers: dict[int | None, int] = {holding.pk: holding.number for holding in self.brief.holdings.all()}
        rows = sorted(self.brief.law_flags.all(), key=lambda flag: (numbers.get(flag.bears_on_id, 0), flag.pk))
        return [
            {
                "label": flag.get_kind_display(),
                "note": self.rich("Later law", flag.note) or _EMPTY,
                "effective": spelt(flag.effective_on),
                "applies_when": flag.applies_when,
                "holding": numbers.get(flag.bears_on_id),
            }
            for flag in rows
            if flag.cleared_on is None
        ]

    def issues(self) -> list[Issue]:
        tags = {issue.pk: issue for issue in self.brief.issues.all()}
        for holding in self.brief.holdings.all():
            tags |= {issue.pk: issue for issue in holding.issues.all()}
        return sorted(tags.values(), key=lambda issue: issue.position)

    def table(self) -> tuple[list[CitedAuthority], set[int]]:
        """Give the table of authorities, by group and name, and the ids that the opinion cites."""
        rows = Citation.objects.standing().filter(opinion=self.brief.opinion)
        lines = filed(table(rows.select_related("authority", "passage").order_by("start"), self.cited))
        ids = [line.authority.pk for line in lines]
        held = Opinion.objects.released().filter(case__authority__in=ids).order_by("-position")
        slugs = dict(held.values_list("case__authority", "slug"))
        frozen = [_frozen(line, slugs.get(line.authority.pk, "")) for line in lines]
        return frozen, {line.authority.pk for line in lines if line.in_opinion}


def _frozen(line: Line, held: str) -> CitedAuthority:
    authority = line.authority
    url, host = outside_link(authority)
    return {
        "id": authority.pk,
        "slug": authority.slug,
        "kind": authority.kind,
        "group": line.group,
        "name": "" if authority.name == authority.cite else authority.name,
        "cite": cited_with_court(authority),
        "url": url,
        "host": host,
        "held": held,
        "note": authority.note,
        "in_brief": line.in_brief,
        "in_opinion": list(dict.fromkeys(passage.place for passage in line.in_opinion)),
        "pins": line.pins,
    }


def _block_quotations(opinion: Opinion, passage: Passage) -> list[list[int]]:
    inside = within(opinion.text_marks, passage.start, passage.end)
    return [[mark.start, mark.end] for mark in inside if mark.kind == "blockquote"]


def printed_page(opinion: Opinion, at: int) -> str:
    """Give the page a position stands on, only where the source prints that page's number (INV-5)."""
    pages = sorted((mark for mark in opinion.text_marks if mark.kind == "page"), key=lambda mark: mark.start)
    before = [mark for mark in pages if mark.start <= at]
    if before and before[-1].data.get("known") == "printed":
        return str(before[-1].data["label"])
    return ""
