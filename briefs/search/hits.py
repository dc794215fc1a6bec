"""What is listed: each hit as the page prints it, whatever shelf it comes from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.db.models.fields.json import KT, KeyTransform
from django.urls import reverse

from briefs.models import NOT_GIVEN, Case, Issue, SearchRow, Shelf
from briefs.models.vocabulary import SEPARATE_KINDS, OpinionKind
from briefs.search.snippets import Best, Snippet, snippets
from briefs.search.taxonomy import Taxonomy
from briefs.search.words import Words

MOST_ISSUES = 6  # named under one hit
MOST_PINS = 4
_CASE = ("docket_numbers", "decided_on", "decided_precision", "authority__cite")
_COLUMNS = ("pk", "shelf", "name", "kind", "issue_ids", "court__name", "opinion__slug", "opinion__author")
_COLUMNS += ("edition__slug", "holding__number", "holding__frozen")


@dataclass(frozen=True)
class Hit:
    """One brief, holding or opinion found."""

    name: str
    address: str
    citation: str
    court: str
    decided: str
    kind: str
    kind_label: str
    is_separate: bool
    author: str
    summary: str
    labels: tuple[str, ...]  # of a holding: its number with its weight, whom it favours
    pins: tuple[tuple[str, str], ...]  # of a holding: (place, address)
    issues: list[Issue]
    more_issues: int
    snippet: Snippet | None
    snippet_address: str
    named_issues: list[Issue]  # those that have the words in their name, where no passage has them


def listed(pks: Sequence[int], best: Mapping[int, Best], words: Words, taxonomy: Taxonomy) -> list[Hit]:
    """Fetch the hits of these row numbers, in their order: two queries, none for none."""
    if not pks:
        return []
    rows = {row["pk"]: row for row in _fetched(pks)}
    kinds = {pk: row["kind"] for pk, row in rows.items()}
    shown = snippets({pk: best[pk] for pk in pks if pk in best}, kinds, words)
    return [_hit(rows[pk], shown.get(pk), words, taxonomy) for pk in pks if pk in rows]


def _fetched(pks: Iterable[int]) -> Iterable[dict[str, Any]]:
    return (
        SearchRow.objects.filter(pk__in=pks)
        .annotate(page=F("edition__page"))
        .annotate(frozen_case=KeyTransform("case", "page"), summary=KT("page__summary__text"))
        .values("frozen_case", "summary", *_COLUMNS, *(f"opinion__case__{name}" for name in _CASE))
    )


def _hit(row: dict[str, Any], snippet: Snippet | None, words: Words, taxonomy: Taxonomy) -> Hit:
    kind, holding = OpinionKind(row["kind"]), row["holding__frozen"]
    issues = taxonomy.among(row["issue_ids"])
    opinion = reverse("opinion", args=[row["opinion__slug"]])
    brief = reverse("brief", args=[row["edition__slug"]]) if row["edition__slug"] else opinion
    citation, court, decided = _cited(row)
    return Hit(
        name=row["name"],
        address=f"{brief}#holding-{row['holding__number']}" if holding else brief,
        citation=citation,
        court=f"Court {NOT_GIVEN}" if court == NOT_GIVEN else court,
        decided=f"Date {NOT_GIVEN}" if decided == NOT_GIVEN else f"Decided {decided}",
        kind=kind,
        kind_label=kind.label,
        is_separate=kind in SEPARATE_KINDS,
        author=row["opinion__author"],
        summary=holding["answer"]["text"] if holding else row["summary"] or "",
        labels=_labels(holding) if holding else (),
        pins=_pins(holding) if holding else (),
        issues=issues[:MOST_ISSUES],
        more_issues=len(issues[MOST_ISSUES:]),
        # What a holding answers is shown whole; a snippet of it would say it twice.
        snippet=None if holding and snippet and _repeats(snippet, holding) else snippet,
        snippet_address=_found_at(snippet, brief, opinion, words) if snippet else "",
        named_issues=[] if snippet else taxonomy.named(row["issue_ids"], words.terms),
    )


def _cited(row: dict[str, Any]) -> tuple[str, str, str]:
    """Give citation, court and date: as they were frozen with a brief, or of the case as it is known now."""
    if row["shelf"] != Shelf.OPINION:
        case = row["frozen_case"]
        return case["citation"] or _docket(case["dockets"]), case["court"], case["decided"]
    told = {name: row[f"opinion__case__{name}"] for name in _CASE}
    known = Case(decided_on=told["decided_on"], decided_precision=told["decided_precision"])
    citation = told["authority__cite"] or _docket(told["docket_numbers"])
    return citation, row["court__name"] or NOT_GIVEN, known.decided


def _docket(numbers: Sequence[str]) -> str:
    return next((f"No. {number}" for number in numbers), "")


def _labels(holding: dict[str, Any]) -> tuple[str, ...]:
    return tuple(one for one in (f"{holding['weight_label']} {holding['number']}", holding["outcome_label"]) if one)


def _pins(holding: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    pins = {pin["place"]: f"{reverse('opinion', args=[pin['opinion']])}#{pin['anchor']}" for pin in holding["pins"]}
    return tuple(pins.items())[:MOST_PINS]


def _found_at(snippet: Snippet, brief: str, opinion: str, words: Words) -> str:
    """Give the address of the passage; an opinion's reader marks the words that were searched for, all through it."""
    if snippet.in_opinion:
        return f"{opinion}?{urlencode({'find': words.typed})}#{snippet.anchor}"
    return f"{brief}#{snippet.anchor}"


def _repeats(snippet: Snippet, holding: dict[str, Any]) -> bool:
    shown = "".join(words for words, _ in snippet.parts).strip(" …")
    return shown in holding["answer"]["text"]
