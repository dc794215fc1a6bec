"""In which order hits stand: the one place where it is written down, with the reasons.

Relevance, when words were typed:

1. `ts_rank_cd` over the edition's search column. It adds up every place where the words stand, and counts a place more
   the closer together they stand, which is what several words usually mean ("neutrality desertion"). A place in the
   name counts most (who types a name wants the case), then one in the holdings and issues (what the case decides), then
   one in the brief's other sections, then one in the opinion's text, which is fifty times as long as the holdings and
   would drown them. The sum is divided by 1 + the logarithm of the length, so that long opinions do not win by length.
2. A dissent or concurrence counts four fifths, so that it has to be a quarter more relevant to stand above the court's
   opinion: its words are not the court's, and equal words in a shorter text are already a little more relevant.
3. Relevance is compared in steps of a factor of 1.5, for less than that says little. Within a step the court's own
   opinion stands before a separate one, the higher court before the lower, then the more relevant, then the newer.

By date, the newest decision stands first and what has no date last; by name, as an index would file it. Every order
ends with the name and the row's number, so that no two visits see a different one.
"""

import math
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, F, FloatField, Value, When

from briefs.models.vocabulary import SEPARATE_KINDS
from briefs.search.words import CONFIG, Words

# For places in the opinion's text, the other sections, the holdings and issues, the name (labels D, C, B, A).
WEIGHTS = [0.02, 0.1, 0.4, 1.0]
BY_LENGTH = 1  # ts_rank_cd's own number for dividing by 1 + log(length)
SEPARATE_COUNTS = 0.8
STEP = 1.5

# A passage is chosen to be shown by another measure: `ts_rank` hardly heeds how often a term stands in it, to which the
# closeness of all terms is added, made less than 1; the sum counts once for each different term. Between equals a
# holding says most to the reader, then the brief's other words, then the opinion's; a heading or caption says least.
PASSAGE_WEIGHTS = [1.0, 1.0, 1.0, 1.0]
MOST_TERMS = 12  # of a longer question the first terms choose the passage
BELOW_ONE = 32  # ts_rank_cd's own number for rank / (rank + 1)
HOLDING_COUNTS, SECTION_COUNTS, OPINION_COUNTS, FRONT_COUNTS = 1.5, 1.2, 1.0, 0.3


class Row(NamedTuple):
    """What ordering and counting need of one edition."""

    pk: int
    name: str
    court_id: str | None
    year: int | None
    kind: str
    issue_ids: list[int]
    authority_ids: list[int]
    decided_on: date | None
    relevance: float

    @property
    def is_separate(self) -> bool:
        """Say whether the writing is not the court's (INV-2)."""
        return self.kind in SEPARATE_KINDS


def relevance(words: Words) -> SearchRank:
    """Give the expression for point 1 over Edition.search."""
    # F("search"): a column given by its name alone would be read as text and parsed again, slowly and wrongly.
    return SearchRank(F("search"), words.wanted, weights=WEIGHTS, normalization=Value(BY_LENGTH), cover_density=True)


def passage_score(words: Words, counts: Any) -> Any:
    """Give the expression by which a passage is chosen; `counts` is what its kind counts."""
    some = SearchRank(F("search"), words.any_term, weights=PASSAGE_WEIGHTS)
    close = SearchRank(
        F("search"), words.wanted, weights=PASSAGE_WEIGHTS, normalization=Value(BELOW_ONE), cover_density=True
    )
    return (some + close) * counts * _words_told(words)


def _words_told(words: Words) -> Any:
    """Give how many different terms a passage has: the one that has more of the question answers it better."""
    found: Any = Value(0.0)
    for term in words.terms[:MOST_TERMS]:
        query = SearchQuery(term, config=CONFIG, search_type="websearch")
        found += Case(When(search=query, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
    return found


def section_counts() -> Case:
    """Give what a passage of a brief counts."""
    holding = When(anchor__startswith="holding-", then=Value(HOLDING_COUNTS))
    return Case(holding, default=Value(SECTION_COUNTS), output_field=FloatField())


def opinion_counts() -> Case:
    """Give what a passage of an opinion counts."""
    read = When(kind__in=("paragraph", "footnote"), then=Value(OPINION_COUNTS))
    return Case(read, default=Value(FRONT_COUNTS), output_field=FloatField())


CourtRanks = dict[str, int]


def _by_relevance(row: Row, court_ranks: CourtRanks) -> tuple[Any, ...]:
    score = row.relevance * (SEPARATE_COUNTS if row.is_separate else 1)
    step = math.floor(math.log(score, STEP)) if score > 0 else -math.inf
    return (-step, row.is_separate, court_ranks.get(row.court_id or "", 9), -score, *_by_date(row, court_ranks))


def _by_date(row: Row, court_ranks: CourtRanks) -> tuple[Any, ...]:
    newest = -row.decided_on.toordinal() if row.decided_on else math.inf
    return (newest, row.name.casefold(), row.pk)


def _by_name(row: Row, court_ranks: CourtRanks) -> tuple[Any, ...]:
    return (row.name.casefold(), *_by_date(row, court_ranks))


ORDERS: tuple[tuple[str, str, Callable[[Row, CourtRanks], tuple[Any, ...]]], ...] = (
    ("relevance", "Relevance", _by_relevance),
    ("date", "Date", _by_date),
    ("name", "Name", _by_name),
)


def ordered(rows: list[Row], order: str, court_ranks: CourtRanks) -> list[Row]:
    """Put rows into one of ORDERS; `court_ranks` says how high each court stands, 1 the highest."""
    key = next(key for name, _, key in ORDERS if name == order)
    return sorted(rows, key=lambda row: key(row, court_ranks))
