"""The library's answer to one address: hits, tabs, facets, chips, order and pages, as the page prints them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from django.core.paginator import Page, Paginator
from django.http import QueryDict

from briefs.models import Court, Issue, SearchName
from briefs.search import rank
from briefs.search.asked import AUTHORITIES, FACET_NAMES, TABS, Asked, read
from briefs.search.cited import authorities_asked_for, keys_of, typed_citations
from briefs.search.columns import Columns
from briefs.search.facet_trees import AuthorityFacet, IssueFacet, YearFacet
from briefs.search.facet_values import (
    CircuitFacet,
    CountryFacet,
    CourtFacet,
    GroundFacet,
    KindFacet,
    OutcomeFacet,
    WeightFacet,
)
from briefs.search.facets import Facet, admitted, all_of, tally
from briefs.search.hits import Hit, listing
from briefs.search.kept import columns
from briefs.search.loose import Loose, loosen, may_loosen, widened
from briefs.search.matches import matching, matching_each, state
from briefs.search.names import authorities_named
from briefs.search.snippets import Best, Sought, asked_for, best_passages
from briefs.search.statements import meanwhile
from briefs.search.suggestions import Fewer, fewer_words, issues_like, met, respelt, without_quotes
from briefs.search.taxonomy import Taxonomy
from briefs.search.told import Told
from briefs.search.words import MOST_TERMS, Words, as_typed

PER_PAGE = 20
MOST_NAMED = 3  # issues that the words name


class Found(Told):
    """What the library has for one question. Nothing is fetched after it is made."""

    def __init__(self, parameters: QueryDict) -> None:
        asked = read(parameters)
        known = state(asked.words)
        self.columns, self.taxonomy = columns(known.mark), Taxonomy.kept(known.issues)
        with matching(asked.words, self.columns) as rows:  # what needs no rows is done while PostgreSQL looks for them
            self._narrow(asked)
            self._weigh(known.stems)
            found = rows()
        each = self._match(asked.words, found)
        self._count(known.named)
        self._show()
        self._help(each)

    def _show(self) -> None:
        """Find what the page of the tab shows."""
        self.best: dict[int, Best] = {}
        self.hits: list[Hit] = []
        self.named: list[SearchName] = []
        if self.asked.tab == AUTHORITIES:
            authorities = authorities_named(self.words).select_related("authority")
            self.page: Page[Any] = Paginator(authorities, PER_PAGE).get_page(self.asked.page)
            self.named = list(self.page)
            self._tally()
            self._choose()
        else:
            self._find()

    def _match(self, words: Words, found: np.ndarray) -> list[np.ndarray]:
        """Set out which rows match, over all rows; gives those of each term, if they had to be asked for."""
        kept: Columns = self.columns
        self._matched = np.full(len(kept), not words)
        self.loose: Loose | None = None
        self._sought = words.telling
        if not words:
            return []
        at = kept.places(found)[0]
        # Each tab is loosened that has too little, whichever is shown, so that it counts what it lists.
        here = enumerate(np.bincount(kept.shelf[at], minlength=6).tolist())
        fits = np.array([bool(kept.numbers[shelf]) and may_loosen(words, number) for shelf, number in here])
        asked = widened(words) if fits.any() else self._sought
        each = matching_each(asked.terms[:MOST_TERMS]) if fits.any() or not len(found) else []
        loose = loosen(words, found, each, len(kept), kept.shelves) if fits.any() else None
        self._matched[at] = True
        if loose:
            more = kept.places(loose.ids)[0]
            self._matched[more[fits[kept.shelf[more]]]] = True
        if fits[self.shelf] if self.shelf else fits.any():
            self.loose = loose
        if self.loose or not len(found):
            self._sought = asked
        return each

    def _weigh(self, stems: rank.Stems) -> None:
        """Say of every row what its place in the order hangs on and is known without asking."""
        self._stems = stems
        self._amounts = rank.amounts(self.columns, stems)
        self._rarity = rank.rarity(self._amounts)

    def _rated(self, at: np.ndarray, told: rank.Amounts) -> tuple[np.ndarray, list[float]]:
        """Give the rough scores of rows at these places, and how much each term counts."""
        kept, words = self.columns, self._sought
        if self.loose:
            shares = np.zeros(len(kept))
            places, known = kept.places(self.loose.ids)
            shares[places] = self.loose.shares[known]
            return shares[at], self.loose.counts
        return rank.rough(at, told, self._rarity, single=len(words.terms) == 1), rank.counts_of(words, self._rarity)

    def _narrow(self, asked: Asked) -> None:
        """Apply the facets."""
        keys, cites = keys_of(asked.words), keys_of(asked.cites)  # cited in the words, and in the facet's own field
        rows = authorities_asked_for(asked.chosen.get("authority", ()), (*keys, *cites))
        asked, notices = self._with_cited(asked, cites, rows)
        self.court_rows = self._courts(asked)
        self.facets = self._facets(asked, self.court_rows, rows)
        self.shelf = next((shelf for name, _, shelf in TABS if name == asked.tab), None)
        self._shelf = self.columns.shelf == (self.shelf or 0)
        self._admitted = admitted(self.facets)
        # From here on only what means something counts, so that every link made is a clean one.
        self.asked = replace(asked, chosen={facet.name: facet.values for facet in self.facets if facet.values})
        self.notices = [*asked.notices, *notices, *(notice for facet in self.facets for notice in facet.notices)]
        self.citations = typed_citations(keys, rows)

    def _with_cited(self, asked: Asked, cites: tuple[str, ...], rows: list[Any]) -> tuple[Asked, list[str]]:
        """Put on the authority that was typed into its facet's own field, by citation or by name."""
        if not asked.cites:
            return asked, []
        known = [one.authority for one in typed_citations(cites, rows) if one.authority]
        if not known and not cites:
            name = authorities_named(asked.cites).select_related("authority").first()
            known = [name.authority] if name and name.authority else []
        if not known:
            return asked, [f"Nothing published in this library cites “{asked.cites.typed}”."]
        rows += [one for one in known if one not in rows]
        chosen = tuple(dict.fromkeys((*asked.chosen.get("authority", ()), known[0].slug)))
        return asked.with_chosen("authority", chosen), []

    def _courts(self, asked: Asked) -> dict[str, Court]:
        """Give the courts that are here, and those chosen, by rank."""
        here = self.columns.court_rows
        if set(asked.chosen.get("court", ())) <= set(here):
            return here
        known = Court.objects.filter(pk__in=[*here, *asked.chosen["court"]]).by_rank()
        return {court.pk: court for court in known}

    def _facets(self, asked: Asked, courts: dict[str, Court], authorities: list[Any]) -> tuple[Facet, ...]:
        """Make every facet of the page, in the order it shows them."""
        chosen = {name: asked.chosen.get(name, ()) for name in FACET_NAMES}
        kept = self.columns
        return (
            CourtFacet(kept, chosen["court"], courts),
            CircuitFacet(kept, chosen["circuit"]),
            YearFacet(kept, chosen["year"]),
            IssueFacet(kept, chosen["issue"], self.taxonomy),
            KindFacet(kept, chosen["kind"]),
            OutcomeFacet(kept, chosen["outcome"]),
            WeightFacet(kept, chosen["weight"]),
            GroundFacet(kept, chosen["ground"]),
            CountryFacet(kept, chosen["country"]),
            AuthorityFacet(kept, chosen["authority"], authorities),
        )

    def _count(self, authorities: int) -> None:
        """Count the hits of each tab; of the tab shown, also without the facets."""
        self._hits = all_of(self._matched, self._admitted)
        numbers = np.bincount(self.columns.shelf[self._hits], minlength=6)
        self.counts = {name: int(numbers[shelf]) if shelf else authorities for name, _, shelf in TABS}
        self.total = self.counts[self.asked.tab]
        self.total_of_words = int(np.count_nonzero(self._matched & self._shelf))

    def _tally(self) -> None:
        """Count the facets."""
        tally(self._matched, self._shelf, self.facets, self._admitted)

    def _choose(self) -> None:
        """List what can be chosen of each facet."""
        groups = [] if self.asked.tab == AUTHORITIES else self.facets
        told = [(facet, self._addressed(facet, facet.choices())) for facet in groups]
        self.groups = [(facet, choices) for facet, choices in told if choices]
        self.chips = [(facet, self._addressed(facet, facet.chips)) for facet in self.facets if facet.values]

    def _find(self) -> None:
        """Order the tab's hits, and list those of the page; while they are looked for, the facets are counted."""
        order, scores, counts = self._ordered()
        page = int(self.asked.page) if self.asked.page.isdecimal() and len(self.asked.page) < 9 else 1
        by_nearness = len(self._sought.terms) > 1 and scores is not None
        by_nearness &= page * PER_PAGE <= rank.CLOSE or len(order.first) <= rank.CLOSE
        rows = self._rows(order.first[: rank.CLOSE] if by_nearness else self._page_of(order))
        question = asked_for(rows, self._sought, counts)
        with meanwhile(*question) as take:
            self._tally()
            self.best = best_passages(rows, take()) if question else {}
        if by_nearness and scores is not None:
            order = self._by_nearness(order, scores)
        self.page = self._page_of(order)
        pks = self.columns.ids[list(self.page)].tolist() if self.page else []
        with listing(pks, self.best, self._sought, self.words, self.taxonomy) as answer:
            self._choose()
            self.hits = answer()

    def _page_of(self, order: rank.Order) -> Page[Any]:
        return Paginator(order, PER_PAGE).get_page(self.asked.page)

    def _ordered(self) -> tuple[rank.Order, np.ndarray | None, list[float]]:
        """Give the places of the tab's hits in the order asked for, with how much each term counts.

        By relevance, with the scores of the first too.
        """
        at = np.flatnonzero(self._hits & self._shelf)
        kept = self.columns
        if self.asked.order == "date":
            return rank.Order(rank.by_date(kept, at)), None, []
        if self.asked.order == "name":
            return rank.Order(rank.by_name(kept, at)), None, []
        by_name = rank.look_like_a_name(int(np.count_nonzero(self._matched)), kept)
        told = {} if self.loose else self._amounts
        if told and by_name:
            told = rank.with_names(kept, self._stems, told)
        rough, counts = self._rated(at, told)
        standing = rank.standing(kept)
        if self.words.courts:
            standing = standing + rank.of_courts(kept, self.words.courts)
        first, rest = rank.candidates(kept, at, rough, standing[at])
        scores = rank.exact(kept, first, self._sought, told, counts, by_name=by_name)
        scores += standing[first]
        return rank.Order(rank.arranged(kept, first, scores), rest), np.sort(scores.round(9))[::-1], counts

    def _by_nearness(self, order: rank.Order, scores: np.ndarray) -> rank.Order:
        close, own = order.first[: rank.CLOSE], scores[: rank.CLOSE]
        ids = self.columns.ids[close].tolist()
        own = own + rank.nearness(self.best, ids, self._sought, loose=bool(self.loose))
        return rank.Order(
            np.concatenate([rank.arranged(self.columns, close, own), order.first[rank.CLOSE :]]), order.rest
        )

    def _rows(self, places: Any) -> list[Sought]:
        kept = self.columns
        told = (kept.ids, kept.shelf, kept.opinion, kept.edition, kept.number)
        return [Sought(*(int(column[at]) for column in told)) for at in places]

    def _help(self, each: list[np.ndarray]) -> None:
        """Say what else may be tried: issues that the words name; of words that nothing has, other words."""
        self.named_issues = self.taxonomy.asked_for(self.words.terms)[:MOST_NAMED] if self.words else []
        self.respelt: str = ""
        self.fewer: list[Fewer] = []
        self.unquoted: Fewer | None = None
        self.issues_like: list[Issue] = []
        if self.words and not any(self.counts.values()):
            self._try_otherwise(each)
        elif self.loose and self.loose.nowhere:
            self._respell(self.loose.nowhere, answered=True)

    def _try_otherwise(self, each: list[np.ndarray]) -> None:
        self.issues_like = issues_like(self.words, self.taxonomy)
        if self.total_of_words or self.citations:
            return
        terms = self._sought.terms[:MOST_TERMS]
        unknown = [term for term, ids in zip(terms, each, strict=False) if not len(ids)]
        self._respell(unknown)
        if len(terms) > 1 or self.words.excludes:
            counts = [int(np.count_nonzero(self._shelf[self.columns.places(ids)[0]])) for ids in each]
            # Alone each term is widened again as it was, unless those of its meaning were sought too.
            shown = list(map(as_typed, terms)) if self._sought is self.words.telling else list(terms)
            told = fewer_words(shown[: len(counts)], counts)
            self.fewer = [self._linked(one) for one in told]
        unquoted = without_quotes(self.words, self.columns, self.shelf) if self.shelf else None
        self.unquoted = self._linked(unquoted) if unquoted else None

    def _linked(self, one: Fewer) -> Fewer:
        return replace(one, address=self.asked.with_words(Words.read(one.term)).address)

    def _respell(self, unknown: Sequence[str], *, answered: bool = False) -> None:
        line = respelt(self.words, unknown, self.columns.names, self.taxonomy, answered=answered)
        if not answered:
            line = met(line or self.words.typed, self.columns.names) or line
        self.respelt = Words.read(line).typed if line else ""
