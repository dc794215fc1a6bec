"""The library's answer to one address: hits, facets, chips, order and pages, as the page prints them."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F
from django.db.models.fields.json import KT, KeyTransform
from django.http import QueryDict

from briefs.models import NOT_GIVEN, Court, Edition, Issue
from briefs.models.vocabulary import SEPARATE_KINDS, OpinionKind
from briefs.search.asked import FACET_NAMES, Asked, read
from briefs.search.cited import authorities_asked_for, keys_of, typed_citations
from briefs.search.facets import AuthorityFacet, Choice, CourtFacet, Facet, IssueFacet, KindFacet, YearFacet, tally
from briefs.search.matches import narrow
from briefs.search.rank import ORDERS, Row, ordered
from briefs.search.snippets import Snippet, best_snippets
from briefs.search.suggestions import Fewer, fewer_words, issues_like
from briefs.search.taxonomy import Taxonomy
from briefs.search.words import Words

PER_PAGE = 20
MOST_ISSUES = 6  # named under one hit
_COLUMNS = ("opinion_id", "opinion_slug", "opinion_kind", "issue_ids")


@dataclass(frozen=True)
class Hit:
    """One brief found, as it is listed."""

    name: str
    slug: str
    citation: str
    court: str
    decided: str
    kind: str
    kind_label: str
    is_separate: bool
    author: str
    summary: str
    opinion_slug: str
    issues: list[Issue]
    more_issues: int
    snippet: Snippet | None
    named_issues: list[Issue]  # those that have the words in their name, where no passage has them


@dataclass(frozen=True)
class Order:
    """One way to order the hits."""

    label: str
    address: str
    current: bool


class Found:
    """What the library has for one question. Nothing is fetched after it is made."""

    def __init__(self, parameters: QueryDict) -> None:
        current = Edition.objects.current()
        asked, editions = read(parameters, current)
        rows = narrow(editions)
        self.taxonomy = Taxonomy.load()
        keys = keys_of(asked.words)
        authorities = authorities_asked_for(asked.chosen.get("authority", ()), keys)
        self.facets = _facets(asked, rows, self.taxonomy, authorities)
        hits = tally(rows, self.facets)
        # From here on only what means something counts, so that every link made is a clean one.
        self.asked = replace(asked, chosen={facet.name: facet.values for facet in self.facets if facet.values})
        self.notices = [*asked.notices, *(notice for facet in self.facets for notice in facet.notices)]
        self.citations = typed_citations(keys, authorities)
        self.total, self.total_of_words = len(hits), len(rows)
        self.page: Page[Any] = Paginator(ordered(hits, asked.order, self._court_ranks), PER_PAGE).get_page(asked.page)
        self.hits = self._listed([row.pk for row in self.page])
        groups = [(facet, self._addressed(facet, facet.choices())) for facet in self.facets]
        self.groups = [(facet, choices) for facet, choices in groups if choices]
        self.chips = [(facet, self._addressed(facet, facet.chips)) for facet in self.facets if facet.values]
        self.fewer: list[Fewer] = []
        self.issues_like: list[Issue] = []
        if not self.total and self.words:
            self.issues_like = issues_like(self.words, self.taxonomy)
            if not self.total_of_words and not self.citations:
                fewer = fewer_words(self.words, current)
                self.fewer = [replace(one, address=self._for_words(one.term)) for one in fewer]

    @property
    def words(self) -> Words:
        """The words asked for."""
        return self.asked.words

    @cached_property
    def title(self) -> str:
        """Name the page: what was asked and how many briefs answer it."""
        briefs = f"{self.total} brief" + ("" if self.total == 1 else "s")
        return f"{self.words.typed}: {briefs}" if self.words else f"Library: {briefs}"

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Give the parameters that the search form carries along beside the words."""
        return [(name, value) for name, value in self.asked.parameters if name in (*FACET_NAMES, "sort")]

    @property
    def orders(self) -> list[Order]:
        """Give the orders to choose from; relevance only where there are words to be relevant to."""
        return [
            Order(label, self.asked.sorted_by(name).address, name == self.asked.order)
            for name, label, _ in ORDERS
            if self.words or name != "relevance"
        ]

    @property
    def without_facets(self) -> str:
        """Give the address with the words alone."""
        return self.asked.without_facets().address

    @property
    def pages(self) -> list[tuple[str | int, str]]:
        """Give the pages to list, each with its address; a gap has none."""
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)
        return [(number, self.page_address(number) if isinstance(number, int) else "") for number in numbers]

    @property
    def before(self) -> str:
        """Give the address of the page before, or an empty string."""
        return self.page_address(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def after(self) -> str:
        """Give the address of the page after, or an empty string."""
        return self.page_address(self.page.number + 1) if self.page.has_next() else ""

    def page_address(self, number: int) -> str:
        """Give the address of a page of these hits."""
        return self.asked.on_page(number).address

    def _for_words(self, typed: str) -> str:
        return replace(self.asked, words=Words.read(typed), page="").address

    def _addressed(self, facet: Facet, choices: list[Choice]) -> list[Choice]:
        for choice in choices:
            choice.address = self.asked.with_chosen(facet.name, choice.toggled).address
            self._addressed(facet, choice.children)
        return choices

    @property
    def _courts(self) -> dict[str, Court]:
        return next(facet.courts for facet in self.facets if isinstance(facet, CourtFacet))

    @property
    def _court_ranks(self) -> dict[str, int]:
        return {court.pk: court.rank for court in self._courts.values()}

    def _listed(self, pks: list[int]) -> list[Hit]:
        rows = (
            Edition.objects.filter(pk__in=pks)
            .annotate(case=KeyTransform("case", "page"), writing=KeyTransform("opinion", "page"))
            .annotate(summary=KT("page__summary__text"), opinion_slug=F("opinion__slug"))
            .values("pk", "name", "slug", "case", "writing", "summary", *_COLUMNS)
        )
        by_pk = {row["pk"]: row for row in rows} if pks else {}
        snippets = best_snippets(list(by_pk.values()), self.words) if by_pk else {}
        return [self._hit(by_pk[pk], snippets.get(pk)) for pk in pks if pk in by_pk]

    def _hit(self, row: dict[str, Any], snippet: Snippet | None) -> Hit:
        case, kind = row["case"], OpinionKind(row["opinion_kind"])
        issues = self.taxonomy.among(row["issue_ids"])
        return Hit(
            name=row["name"],
            slug=row["slug"],
            citation=case["citation"] or next((f"No. {number}" for number in case["dockets"]), ""),
            court=f"Court {NOT_GIVEN}" if case["court"] == NOT_GIVEN else case["court"],
            decided=f"Date {NOT_GIVEN}" if case["decided"] == NOT_GIVEN else f"Decided {case['decided']}",
            kind=kind,
            kind_label=kind.label,
            is_separate=kind in SEPARATE_KINDS,
            author=row["writing"]["author"],
            summary=row["summary"] or "",
            opinion_slug=row["opinion_slug"],
            issues=issues[:MOST_ISSUES],
            more_issues=len(issues[MOST_ISSUES:]),
            snippet=snippet,
            named_issues=[] if snippet else self.taxonomy.named(row["issue_ids"], self.words.terms),
        )


def _facets(asked: Asked, rows: list[Row], taxonomy: Taxonomy, authorities: list[Any]) -> tuple[Facet, ...]:
    """Make every facet of the page, in the order it shows them; one query, for the courts."""
    chosen = {name: asked.chosen.get(name, ()) for name in FACET_NAMES}
    wanted = {row.court_id for row in rows if row.court_id} | set(chosen["court"])
    courts = {court.pk: court for court in Court.objects.filter(pk__in=wanted).by_rank()}
    return (
        CourtFacet(chosen["court"], courts),
        YearFacet(chosen["year"]),
        KindFacet(chosen["kind"]),
        IssueFacet(chosen["issue"], taxonomy),
        AuthorityFacet(chosen["authority"], authorities),
    )
