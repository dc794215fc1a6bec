"""What is listed: each hit as the page prints it, whatever shelf it comes from."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from briefs.models import NOT_GIVEN, Issue, as_far_as_known
from briefs.models.vocabulary import SEPARATE_KINDS, OpinionKind
from briefs.search.snippets import GAP, Best, Snippet, cut_of, snippets
from briefs.search.statements import LISTED, Question, Rows, meanwhile
from briefs.search.taxonomy import Taxonomy
from briefs.search.turns import turns
from briefs.search.words import Words

MOST_ISSUES = 6  # named under one hit
MOST_PINS = 4


class Row(NamedTuple):
    """What `LISTED` gives of a search row, in its order."""

    pk: int
    shelf: int
    name: str
    kind: str
    issue_ids: list[int]
    court: str | None
    opinion: str  # slugs, of the opinion and of the brief
    author: str
    docket_numbers: list[str]
    decided_on: date | None
    decided_precision: str
    cite: str | None
    brief: str | None
    frozen_case: str | None  # JSON, as the brief's page has it
    summary: str | None
    number: int | None
    holding: str | None  # JSON


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
    question: str  # of a holding
    summary: str
    labels: tuple[str, ...]  # of a holding: its number with its weight, whom it favours
    pins: tuple[tuple[str, str], ...]  # of a holding: (place, address)
    issues: list[Issue]
    more_issues: int
    snippet: Snippet | None
    snippet_address: str
    named_issues: list[Issue]  # those that have the words in their name, where no passage has them


@contextmanager
def listing(
    pks: Sequence[int], best: Mapping[int, Best], sought: Words, words: Words, taxonomy: Taxonomy
) -> Iterator[Callable[[], list[Hit]]]:
    """Ask for the hits of these row numbers, which a call gives in their order.

    Two queries asked together, for a phrase perhaps a third; none for none. `sought` is what the snippets mark, `words`
    what was typed.
    """
    chosen = {pk: best[pk] for pk in pks if pk in best}
    questions: list[Question] = [(LISTED, {"ids": list(pks)})] if pks else []
    with meanwhile(*questions, *cut_of(chosen, sought)) as take:
        yield lambda: _hits(pks, chosen, take, sought, words, taxonomy) if pks else []


def _hits(
    pks: Sequence[int],
    best: Mapping[int, Best],
    take: Callable[[], Rows],
    sought: Words,
    words: Words,
    taxonomy: Taxonomy,
) -> list[Hit]:
    rows = {row.pk: row for row in (Row(*told) for told in take())}
    kinds = {pk: row.kind for pk, row in rows.items()}
    shown = snippets(best, kinds, take()) if best else {}
    shown |= turns({pk: row.opinion for pk, row in rows.items() if pk not in shown and not row.holding}, kinds, sought)
    pages = Pages(words)
    return [_hit(rows[pk], shown.get(pk), pages, sought, taxonomy) for pk in pks if pk in rows]


class Pages:
    """The addresses of briefs and opinions, worked out once for a whole list."""

    def __init__(self, words: Words) -> None:
        self._before = {name: reverse(name, args=["slug"]).rpartition("slug") for name in ("brief", "opinion")}
        self._find = urlencode({"find": words.typed})

    def of(self, name: str, slug: str) -> str:
        """Give the address of a brief or an opinion."""
        before, _, after = self._before[name]
        return f"{before}{slug}{after}"

    def whole(self, page: str, snippet: Snippet | None, opinion: str) -> str:
        """Give that of a page from its beginning; an opinion found by its text has the words marked in it."""
        return f"{page}?{self._find}" if page == opinion and snippet and snippet.in_opinion else page

    def passage(self, snippet: Snippet, brief: str, opinion: str) -> str:
        """Give that of a passage; an opinion's reader marks the words that were searched for, all through it."""
        return f"{opinion}?{self._find}#{snippet.anchor}" if snippet.in_opinion else f"{brief}#{snippet.anchor}"


def _hit(row: Row, snippet: Snippet | None, pages: Pages, words: Words, taxonomy: Taxonomy) -> Hit:
    kind, holding = OpinionKind(row.kind), json.loads(row.holding) if row.holding else None
    issues = taxonomy.among(row.issue_ids)
    opinion = pages.of("opinion", row.opinion)
    brief = pages.of("brief", row.brief) if row.brief else opinion
    citation, court, decided = _cited(row)
    return Hit(
        name=row.name,
        address=f"{brief}#holding-{row.number}" if holding else pages.whole(brief, snippet, opinion),
        citation=citation,
        court=f"Court {NOT_GIVEN}" if court == NOT_GIVEN else court,
        decided=f"Date {NOT_GIVEN}" if decided == NOT_GIVEN else f"Decided {decided}",
        kind=kind,
        kind_label=kind.label,
        is_separate=kind in SEPARATE_KINDS,
        author=row.author,
        question=_question(holding) if holding else "",
        summary=holding["answer"]["text"] if holding else row.summary or "",
        labels=_labels(holding) if holding else (),
        pins=_pins(holding, pages) if holding else (),
        issues=issues[:MOST_ISSUES],
        more_issues=len(issues[MOST_ISSUES:]),
        # What a holding asks and answers is shown whole; a snippet of it would say it twice.
        snippet=None if holding and snippet and _repeats(snippet, holding) else snippet,
        snippet_address=pages.passage(snippet, brief, opinion) if snippet else "",
        named_issues=[] if snippet else taxonomy.named(row.issue_ids, words.terms),
    )


def _cited(row: Row) -> tuple[str, str, str]:
    """Give citation, court and date: as they were frozen with a brief, or of the case as it is known now."""
    if row.frozen_case:
        case = json.loads(row.frozen_case)
        return case["citation"] or _docket(case["dockets"]), case["court"], case["decided"]
    decided = as_far_as_known(row.decided_on, row.decided_precision)
    return row.cite or _docket(row.docket_numbers), row.court or NOT_GIVEN, decided


def _docket(numbers: Sequence[str]) -> str:
    return next((f"No. {number}" for number in numbers), "")


def _labels(holding: dict[str, Any]) -> tuple[str, ...]:
    return tuple(one for one in (f"{holding['weight_label']} {holding['number']}", holding["outcome_label"]) if one)


def _pins(holding: dict[str, Any], pages: Pages) -> tuple[tuple[str, str], ...]:
    pins = {pin["place"]: f"{pages.of('opinion', pin['opinion'])}#{pin['anchor']}" for pin in holding["pins"]}
    return tuple(pins.items())[:MOST_PINS]


def _question(holding: dict[str, Any]) -> str:
    return holding["question"]["text"] if holding["question"] else ""


def _repeats(snippet: Snippet, holding: dict[str, Any]) -> bool:
    told = " ".join(f"{_question(holding)} {holding['answer']['text']}".split())
    shown = "".join(words for words, _ in snippet.parts).split(GAP.strip())
    return all(" ".join(words.split()) in told for words in shown)
