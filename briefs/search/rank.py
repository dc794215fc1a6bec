"""In which order hits stand: the one place where it is written down, with the reasons.

Relevance, when words were typed, is a sum of three parts.

1. How much a row says of each word: how often it stands there beside how long the text is, often / k, k greater for a
   longer text (as in BM25), so that long opinions do not win by length. Of several words each counts from 0 to 1,
   amount / (amount + 1), and they are averaged, so that the tenth place of one word does not make up for another's
   absence. Of one word or phrase alone the logarithm counts: there what says it four times as much stands higher, which
   the former, near 1 for all of the best, would leave to chance and standing.
   A place in the holdings and issues counts as 15 in the opinion's text (what the case decides), one in the brief's
   other sections as 6. One in the name counts as 60 if the words look like a name, for who types a name wants the case;
   they do unless many opinions say them (more than NAMED_BY, or NAMED_SHARE of a large library): "State" and
   "Insurance" are words, whoever is called so. A phrase is counted as one word.
2. Up to a half for how near the words stand together in the best passage, for that is what several words usually mean
   ("neutrality desertion"); nothing for a single word.
3. A little for standing: the higher court before the lower, what the court published before what it did not, what is
   often cited before what is not; together at most 0.13, which decides between rows that say about the same. A dissent
   or concurrence loses 0.2, more than all standing can give, so that on equal words it never stands above the court.

It is not computed for everything. All that matches has a rough score, part 1 from the row's key, the 96 words that
stand oftenest in it, each with its grade. The FINE best by it and by standing are scored exactly, and of these the
CLOSE best are ordered again by their best passages. A search that finds no more than FINE rows is scored whole.

By date, the newest decision stands first and what has no date last; by name, as an index would file it. Every order
ends with the date, the name and the row's number, so that no two visits see a different one.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from briefs.models import SearchRow
from briefs.models.vocabulary import SEPARATE_KINDS
from briefs.search.columns import KINDS, Columns
from briefs.search.words import CONFIG, Words

# For places in the opinion's text, the other sections, the holdings and issues, the name (labels D, C, B, A).
PLACES, NAME_PLACE = (1, 6, 15), 60
NAMED_BY, NAMED_SHARE = 100, 0.05
TYPICAL_LENGTH = 2500  # words of an opinion; fixed, so that a key need not change with the library
MOST_SAID = 7.0  # log2 of the amount that is as much as anything says
FINE, CLOSE = 100, 40
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


def look_like_a_name(number: int, columns: Columns) -> bool:
    """Say whether words that so many rows match may be meant as a name."""
    return number <= max(NAMED_BY, NAMED_SHARE * len(columns))


def rough(columns: Columns, graded: Iterable[tuple[int, str, np.ndarray]], *, single: bool) -> np.ndarray:
    """Give part 1 for every row, as far as the keys tell it; `graded` as `matches.graded` gives it."""
    amounts: dict[int, np.ndarray] = {}
    for word, grade, ids in graded:
        amount = amounts.setdefault(word, np.zeros(len(columns)))
        # The middle of a grade, of which there are two to the doubling.
        amount[columns.places(ids)[0]] += float(NAME_PLACE) if grade == "name" else 2 ** ((int(grade) - 2.5) / 2)
    return sum((_said(amount, single=single) for amount in amounts.values()), np.zeros(len(columns))) / (
        len(amounts) or 1
    )


def exact(columns: Columns, at: np.ndarray, words: Words, *, by_name: bool) -> np.ndarray:
    """Give part 1 for rows at these places, in their order: one query."""
    terms = words.terms[:MOST_TERMS]
    if not terms or not len(at):
        return np.zeros(len(at))
    weights = [place / NAME_PLACE for place in (*PLACES, NAME_PLACE if by_name else PLACES[0])]
    counts = [
        SearchRank(
            F("words"),
            SearchQuery(term, config=CONFIG, search_type="websearch"),
            weights=weights,
            cover_density=True,
        )
        for term in terms
    ]
    rows = SearchRow.objects.filter(pk__in=columns.ids[at].tolist()).values_list("pk", *counts)
    often = {pk: told for pk, *told in rows}
    nothing = [0.0] * len(terms)
    table = np.array([often.get(pk, nothing) for pk in columns.ids[at].tolist()]) * NAME_PLACE
    k = 0.3 + 0.9 * columns.length[at] / TYPICAL_LENGTH
    return _said(table / k[:, None], single=len(terms) == 1).mean(axis=1)


def _said(amount: np.ndarray, *, single: bool) -> np.ndarray:
    """Turn how much is said of a word into a score, 0 to 1."""
    if single:
        return np.minimum(np.log2(1 + amount) / MOST_SAID, 1.0)
    return amount / (1 + amount)


def nearness(near: Mapping[int, float], ids: Sequence[int], words: Words) -> np.ndarray:
    """Give part 2 for rows of these numbers, from how near the words stand in the best passage of each, 0 to 1."""
    if len(words.terms) < 2:
        return np.zeros(len(ids))
    return NEAR_COUNTS * np.array([near.get(pk, 0.0) for pk in ids])


def candidates(columns: Columns, at: np.ndarray, score: np.ndarray, prior: np.ndarray) -> tuple[Any, Any]:
    """Part places into the FINE that may stand first and the rest, the latter in their order."""
    if len(at) <= FINE:
        return at, at[:0]
    total = score + prior
    best = np.argpartition(-total, FINE)
    first, rest = best[:FINE], best[FINE:]
    return at[first], arranged(columns, at[rest], total[rest])
