"""In which order hits stand: the one place where it is written down, with the reasons.

Relevance, when words were typed, is a sum of three parts.

1. How much a row says of each word, from 0 to 1, averaged over the words: often / (often + k), as BM25 has it, so that
   the tenth place of a word adds little, with k greater for a longer text, so that long opinions do not win by length.
   A place in the name counts as 60 in the opinion's text (who types a name wants the case), one in the holdings and
   issues as 15 (what the case decides), one in the brief's other sections as 6. A phrase is counted as one word.
2. Up to a half for how near the words stand together in the best passage, for that is what several words usually mean
   ("neutrality desertion"); nothing for a single word.
3. A little for standing: the higher court before the lower, what the court published before what it did not, what is
   often cited before what is not; together at most 0.13, which decides between rows that say about the same. A dissent
   or concurrence loses 0.2, more than all standing can give, so that on equal words it never stands above the court.

It is not computed for everything. All that matches has a rough score, part 1 from the row's key, the 96 words that say
most of what it is about, labelled by how much. The FINE best by it and by standing are scored exactly, and of these
the CLOSE best are ordered again by their best passages. A search that finds no more than FINE rows is scored whole.

By date, the newest decision stands first and what has no date last; by name, as an index would file it. Every order
ends with the date, the name and the row's number, so that no two visits see a different one.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from briefs.models import SearchRow
from briefs.models.vocabulary import SEPARATE_KINDS
from briefs.search.columns import KINDS, Columns
from briefs.search.words import CONFIG, Words

# What the labels D, C, B, A of a key stand for: the middle of what the database labels so (migration 0010).
KEY_WEIGHTS = [0.7, 0.92, 0.965, 0.985]
# For places in the opinion's text, the other sections, the holdings and issues, the name (labels D, C, B, A).
PLACE_WEIGHTS = [1 / 60, 6 / 60, 15 / 60, 1.0]
TYPICAL_LENGTH = 2500  # words of an opinion; fixed, so that a key need not change with the library
FINE, CLOSE = 300, 40
MOST_TERMS = 8  # of a longer question the first terms rank
NEAR_COUNTS = 0.5
COURT_COUNTS, PRECEDENT_COUNTS, CITED_COUNTS, SEPARATE_COSTS = 0.06, 0.03, 0.04, 0.2
OFTEN_CITED = 1000
LOWEST_COURT = 5

ORDERS = (("relevance", "Relevance"), ("date", "Date"), ("name", "Name"))
_SEPARATE = [KINDS.index(kind) for kind in SEPARATE_KINDS]


def standing(columns: Columns, at: np.ndarray, court_ranks: Mapping[str, int]) -> np.ndarray:
    """Give part 3 for rows at these places; `court_ranks` says how high each court stands, 1 the highest."""
    heights = [LOWEST_COURT - court_ranks.get(court, LOWEST_COURT) for court in columns.courts]
    height = np.array(heights, dtype=float)[columns.court[at]] / (LOWEST_COURT - 1)
    cited = np.minimum(np.log1p(columns.cited[at]) / np.log1p(OFTEN_CITED), 1)
    apart = np.isin(columns.kind[at], _SEPARATE)
    return (
        COURT_COUNTS * height
        + PRECEDENT_COUNTS * columns.is_precedent[at]
        + CITED_COUNTS * cited
        - SEPARATE_COSTS * apart
    )


def arranged(columns: Columns, at: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Order places by score, then the newer, the name and the number."""
    return at[np.lexsort((columns.ids[at], columns.by_name[at], -columns.day[at], -scores.round(9)))]


def by_date(columns: Columns, at: np.ndarray) -> np.ndarray:
    """Order places by date, newest first."""
    return arranged(columns, at, columns.day[at].astype(float))


def by_name(columns: Columns, at: np.ndarray) -> np.ndarray:
    """Order places by name; of one name by number."""
    return at[np.argsort(columns.by_name[at], kind="stable")]


def exact(columns: Columns, at: np.ndarray, words: Words) -> np.ndarray:
    """Give part 1 for rows at these places, in their order: one query."""
    terms = words.terms[:MOST_TERMS]
    if not terms or not len(at):
        return np.zeros(len(at))
    counts = [
        SearchRank(
            F("words"),
            SearchQuery(term, config=CONFIG, search_type="websearch"),
            weights=PLACE_WEIGHTS,
            cover_density=True,
        )
        for term in terms
    ]
    rows = SearchRow.objects.filter(pk__in=columns.ids[at].tolist()).values_list("pk", *counts)
    often = {pk: told for pk, *told in rows}
    nothing = [0.0] * len(terms)
    table = np.array([often.get(pk, nothing) for pk in columns.ids[at].tolist()]) / PLACE_WEIGHTS[0]
    k = 0.3 + 0.9 * columns.length[at] / TYPICAL_LENGTH
    return (table / (table + k[:, None])).mean(axis=1)


def nearness(near: Mapping[int, float], ids: Sequence[int], words: Words) -> np.ndarray:
    """Give part 2 for rows of these numbers, from how near the words stand in the best passage of each, 0 to 1."""
    if len(words.terms) < 2:
        return np.zeros(len(ids))
    return NEAR_COUNTS * np.array([near.get(pk, 0.0) for pk in ids])


def candidates(columns: Columns, at: np.ndarray, rough: np.ndarray, prior: np.ndarray) -> tuple[Any, Any]:
    """Part places into the FINE that may stand first and the rest, the latter in their order."""
    if len(at) <= FINE:
        return at, at[:0]
    total = rough + prior
    best = np.argpartition(-total, FINE)
    first, rest = best[:FINE], best[FINE:]
    return at[first], arranged(columns, at[rest], total[rest])
