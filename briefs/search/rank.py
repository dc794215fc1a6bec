"""In which order hits stand: the one place where it is written down, with the reasons.

Relevance, when words were typed, is a sum of three parts.

1. How much a row says of each word: how often it stands there beside how long the text is, often / k, k greater for a
   longer text (as in BM25), so that long opinions do not win by length. Of several words each counts from 0 to 1,
   amount / (amount + 1), and they are averaged, so that the tenth place of one word does not make up for another's
   absence; a word that fewer opinions say much of counts more in it, for it tells more of what is meant. Of one word or
   phrase alone the logarithm counts: there what says it four times as much stands higher, which the former, near 1 for
   all of the best, would leave to chance and standing.
   A place in the holdings and issues counts as 15 in the opinion's text (what the case decides), one in the brief's
   other sections as 6. One in the name counts as 60 if the words look like a name, for who types a name wants the case;
   they do unless many opinions say them (more than NAMED_BY, or NAMED_SHARE of a large library): "State" and
   "Insurance" are words, whoever is called so. A phrase is counted as one word.
2. Up to 0.4 for how near the words stand together in the best passage, for that is what several words usually mean
   ("neutrality desertion"); nothing for a single word. Of a question of which words may be missing (`loose`), up to
   0.55 for how many of them stand in that passage, each as it counts in part 1.
3. A little for standing: the higher court before the lower, what the court published before what it did not, what is
   often cited before what is not; together at most 0.045, which decides between rows that say about the same. A dissent
   or concurrence loses 0.2, more than all standing can give, so that on equal words it never stands above the court.
   What a court decided that the words name (“CA9 asylum”) gains OF_COURT: it was asked for, and others still follow. A
   dissent is no decision of the court's and gains nothing.

It is not computed for everything. All that matches has a rough score, part 1 from the row's key, the 192 words that
stand oftenest in it, each with its grade. Of the FINE best by it and by standing, what their keys do not tell is asked,
and the CLOSE best, the first page, are ordered again by their best passages. A search that finds no more than FINE rows
is scored whole.

By date, the newest decision stands first and what has no date last; by name, as an index would file it. Every order
ends with the date, the name and the row's number, so that no two visits see a different one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from briefs.models.vocabulary import SEPARATE_KINDS
from briefs.search.columns import KINDS, Columns
from briefs.search.snippets import Best
from briefs.search.statements import SAID, fetched, read
from briefs.search.words import MOST_TERMS, Words, pieces

# For places in the opinion's text, the other sections, the holdings and issues, the name (labels D, C, B, A).
PLACES, NAME_PLACE = (1, 6, 15), 60
NAMED_BY, NAMED_SHARE = 100, 0.05
TYPICAL_LENGTH = 2500  # words of an opinion; fixed, so that a key need not change with the library
MOST_SAID = 7.0  # log2 of the amount that is as much as anything says
FINE, CLOSE = 100, 20
NEAR_COUNTS, TOGETHER_COUNTS = 0.4, 0.55
COURT_COUNTS, PRECEDENT_COUNTS, CITED_COUNTS, SEPARATE_COSTS = 0.02, 0.01, 0.015, 0.2
OF_COURT = 0.5
OFTEN_CITED = 1000
LOWEST_COURT = 5

ORDERS = (("relevance", "Relevance"), ("date", "Date"), ("name", "Name"))
_IS_SEPARATE = np.array([kind in SEPARATE_KINDS for kind in KINDS])


@lru_cache(maxsize=1)
def standing(columns: Columns) -> np.ndarray:
    """Give part 3 for every row."""
    courts = columns.court_rows
    ranks = [courts[court].rank if court in courts else LOWEST_COURT for court in columns.courts]
    height = (LOWEST_COURT - np.array(ranks, dtype=float))[columns.court] / (LOWEST_COURT - 1)
    return (
        COURT_COUNTS * height
        + PRECEDENT_COUNTS * columns.is_precedent
        + CITED_COUNTS * np.minimum(np.log1p(columns.cited) / np.log1p(OFTEN_CITED), 1)
        - SEPARATE_COSTS * _IS_SEPARATE[columns.kind]
    )


def of_courts(columns: Columns, courts: Sequence[str]) -> np.ndarray:
    """Give what rows gain for being what one of these courts decided."""
    asked = np.array([court in courts for court in columns.courts], dtype=bool)
    return OF_COURT * (asked[columns.court] & ~_IS_SEPARATE[columns.kind])


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


Stems = Sequence[tuple[int, int]]  # (place of a word, number of its stem), as `matches.state` gives them
Amounts = Mapping[int, np.ndarray]  # how much every row says of a word, by its place


def amounts(columns: Columns, stems: Stems) -> Amounts:
    """Give how much of each word every row says, often / k, as its key tells it; 0 where the key has not the word."""
    told: dict[int, np.ndarray] = {}
    for word, stem in stems:
        rows, said, _ = columns.keys.told(stem)
        amount = told.setdefault(word, np.zeros(len(columns)))
        amount[rows] = np.maximum(amount[rows], said)  # a word may have several stems
    return told


def with_names(columns: Columns, stems: Stems, told: Amounts) -> Amounts:
    """Give amounts in which a place in the name counts as one, and no longer as one in the text."""
    told = {word: amount.copy() for word, amount in told.items()}
    for word, stem in stems:
        _, _, named = columns.keys.told(stem)
        told[word][named] += (NAME_PLACE - PLACES[0]) / _k(columns, named)
    return told


def rough(at: np.ndarray, told: Amounts, rarity: Mapping[int, float], *, single: bool) -> np.ndarray:
    """Give part 1 for rows at these places, as far as the keys tell it, of phrases by their words."""
    total = sum(rarity.values()) or 1.0
    said = (rarity[word] * _said(amount[at], single=single) for word, amount in told.items())
    return sum(said, np.zeros(len(at))) / total


def rarity(told: Amounts) -> dict[int, float]:
    """Give how much each word counts, by its place: the fewer keys have it, the more it says to have it."""
    return {word: float(np.log1p(len(amount) / (1 + np.count_nonzero(amount)))) for word, amount in told.items()}


def counts_of(words: Words, rarity: Mapping[int, float]) -> list[float]:
    """Give how much each term counts beside the others: a phrase as its rarest word, a word in no key as the rarest."""
    most = max(rarity.values(), default=1.0)
    known = {word: rarity.get(at, most) for at, word in enumerate(words.lexical)}
    return [
        max((known[word] for word in pieces(term) if word in known), default=most) for term in words.terms[:MOST_TERMS]
    ]


def exact(
    columns: Columns, at: np.ndarray, words: Words, told: Amounts, counts: Sequence[float], *, by_name: bool
) -> np.ndarray:
    """Give part 1 for rows at these places, in their order, each term counted as `counts_of` says.

    What the keys do not tell, of phrases and of words in no key, is asked: one query, or none.
    """
    terms = words.terms[:MOST_TERMS]
    if not terms or not len(at):
        return np.zeros(len(at))
    known = dict(enumerate(words.lexical))
    by_word = {known[place]: amount for place, amount in told.items()}
    table = np.zeros((len(at), len(terms)))
    for place, term in enumerate(terms):
        one, *more = pieces(term) or [""]
        if not more and one in by_word:
            table[:, place] = by_word[one][at]
    unknown, of_term = np.nonzero(table == 0)
    if len(unknown):
        asked = at[unknown]
        weights = [place / NAME_PLACE for place in (*PLACES, NAME_PLACE if by_name else PLACES[0])]
        places = {"ids": columns.ids[asked].tolist(), "places": (of_term + 1).tolist()}
        ((packed,),) = fetched(SAID, {"terms": list(terms), "weights": weights, **places})
        table[unknown, of_term] = read(packed, ">f4") * NAME_PLACE / _k(columns, asked)
    return np.average(_said(table, single=len(terms) == 1), axis=1, weights=counts)


def _k(columns: Columns, at: np.ndarray) -> np.ndarray:
    return 0.3 + 0.9 * columns.length[at] / TYPICAL_LENGTH


def _said(amount: np.ndarray, *, single: bool) -> np.ndarray:
    """Turn how much is said of a word into a score, 0 to 1."""
    if single:
        return np.minimum(np.log2(1 + amount) / MOST_SAID, 1.0)
    return amount / (1 + amount)


def nearness(best: Mapping[int, Best], ids: Sequence[int], words: Words, *, loose: bool) -> np.ndarray:
    """Give part 2 for rows of these numbers, from the best passage of each."""
    terms = len(words.terms[:MOST_TERMS])
    if loose:
        return TOGETHER_COUNTS / terms * np.array([best[pk].told if pk in best else 0 for pk in ids])
    return NEAR_COUNTS * np.array([best[pk].near if pk in best and terms > 1 else 0.0 for pk in ids])


def candidates(columns: Columns, at: np.ndarray, score: np.ndarray, prior: np.ndarray) -> "tuple[np.ndarray, Rest]":
    """Part places into the FINE that may stand first and the rest."""
    if len(at) <= FINE:
        return at, Rest(columns, at[:0], score[:0])
    total = score + prior
    best = np.argpartition(-total, FINE)
    first, rest = best[:FINE], best[FINE:]
    return at[first], Rest(columns, at[rest], total[rest])


@dataclass
class Rest:
    """The places that do not stand first, put in their order when somebody turns to them."""

    columns: Columns
    at: np.ndarray
    scores: np.ndarray

    def __len__(self) -> int:
        return len(self.at)

    @cached_property
    def arranged(self) -> np.ndarray:
        """Give them in their order."""
        return arranged(self.columns, self.at, self.scores)


class Order(Sequence[int]):
    """All places in their order: those that stand first, and the rest."""

    def __init__(self, first: np.ndarray, rest: Rest | None = None) -> None:
        self.first, self.rest = first, rest

    def __len__(self) -> int:
        return len(self.first) + len(self.rest or ())

    def __getitem__(self, which: Any) -> Any:
        """Give a place, or a stretch of them."""
        if (
            isinstance(which, slice)
            and not which.step
            and 0 <= (which.start or 0) <= (which.stop or 0) <= len(self.first)
        ):
            return self.first[which].tolist()
        rest = self.rest.arranged if self.rest else self.first[:0]
        found = np.concatenate([self.first, rest])[which]
        return found.tolist() if isinstance(which, slice) else int(found)
