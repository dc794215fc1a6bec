"""Words -> every search row they match, each with a first, rough score: one query, whatever the words."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Aggregate, BinaryField, BooleanField, F, FloatField, Func, Q, QuerySet, Value
from django.db.models.functions import Cast

from briefs.models import SearchRow, SearchState
from briefs.search.rank import FINE, KEY_WEIGHTS
from briefs.search.words import CONFIG, Group, Words

MANY = 4000  # rows whose rough score is looked at one by one


class Packed(Aggregate):
    """Numbers as bytes: numpy reads ten thousand of them in no time, Python does not."""

    function = "string_agg"
    output_field = BinaryField()

    def __init__(self, expression: Any, send: str, **extra: Any) -> None:
        super().__init__(expression, template=f"string_agg({send}(%(expressions)s), ''::bytea)", **extra)


def state() -> Any:
    """Give the mark of the rows as they are: one query."""
    return SearchState.objects.values_list("mark", flat=True).first()


def matching(rows: QuerySet[SearchRow]) -> np.ndarray:
    """Fetch the numbers of all rows that match (`rows`, found by the words): one query."""
    return _read(rows.aggregate(ids=Packed("pk", "int4send"))["ids"], ">i4")


def rough_scores(rows: QuerySet[SearchRow], words: Words, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Give row numbers and their rough scores, side by side; what is left out has none to speak of. One query.

    Of more than MANY matches only those are looked at in which one of the words weighs most, whether they match or not,
    if they are enough to choose from (one query more).
    """
    query = words.any_word
    if query is None or not number:
        return np.empty(0, dtype=np.int32), np.empty(0)
    if number > MANY:
        weighty = matching(SearchRow.objects.filter(key=words.any_word_of_weight))
        if len(weighty) >= FINE:
            if len(words.lexical) == 1:
                return weighty, np.full(len(weighty), KEY_WEIGHTS[-1])  # it weighs the same in all of them
            rows = SearchRow.objects.filter(key=words.any_word_of_weight)
    score = Cast(SearchRank(F("key"), query, weights=KEY_WEIGHTS), FloatField())
    found = rows.aggregate(ids=Packed("pk", "int4send"), scores=Packed(score, "float8send"))
    return _read(found["ids"], ">i4"), _read(found["scores"], ">f8")


def matching_each(terms: Sequence[str]) -> list[np.ndarray]:
    """Give, for each term, the numbers of the rows that have it: one query."""
    none = np.empty(0, dtype=np.int32)
    queries = [
        SearchRow.objects.filter(wanted(Words(term)))
        .order_by()
        .values(place=Value(at))
        .annotate(ids=Packed("pk", "int4send"))
        for at, term in enumerate(terms)
    ]
    if not queries:
        return []
    found = {row["place"]: _read(row["ids"], ">i4") for row in queries[0].union(*queries[1:], all=True)}
    return [found.get(at, none) for at in range(len(terms))]


def _read(packed: Any, kind: str) -> np.ndarray:
    return np.frombuffer(bytes(packed or b""), dtype=kind).astype(kind.replace(">", "="))


def wanted(words: Words) -> Q:
    """Give the condition on search rows that words make."""
    groups = [_condition(group) for group in words.groups]
    return reduce(or_, groups) if groups else Q(pk__in=[])


def _condition(group: Group) -> Q:
    query = SearchQuery(group.words, config=CONFIG, search_type="plain") if group.words else None
    for word in group.not_words:
        other = ~SearchQuery(word, config=CONFIG, search_type="plain")
        query = other if query is None else query & other
    conditions = [Q(words=query)] if query is not None else []
    if group.phrases:
        conditions.append(reduce(and_, (Q(HasPhrase(phrase)) for phrase in group.phrases)))
    if len(conditions) > 1:
        # Each index is asked by itself: PostgreSQL would ask one, and look into every row that it gives, which is slow.
        both = [SearchRow.objects.filter(one).order_by().values("pk") for one in conditions]
        conditions = [Q(pk__in=both[0].intersection(both[1]))]
    conditions += [~Q(HasPhrase(phrase)) for phrase in group.not_phrases]
    return reduce(and_, conditions)


class HasPhrase(Func):
    """Say that a row has a phrase: each two words of it side by side, in one passage.

    A phrase that is one word asks for the word; PostgreSQL sees which it is before it runs the query.
    """

    output_field = BooleanField()

    def __init__(self, phrase: str) -> None:
        pairs = Func(Value(phrase), template=f"search_pairs(to_tsvector('{CONFIG}', %(expressions)s))")
        words = SearchQuery(phrase, config=CONFIG, search_type="plain")
        super().__init__(F("words"), words, F("pairs"), pairs)

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        """Write the condition."""
        row_words, words, row_pairs, pairs = (compiler.compile(one) for one in self.get_source_expressions())
        one_word = f"{pairs[0]} = '{{}}' AND {row_words[0]} @@ {words[0]}"
        several = f"{pairs[0]} <> '{{}}' AND {row_pairs[0]} @> {pairs[0]}"
        return f"({one_word} OR {several})", [*pairs[1], *words[1], *pairs[1], *pairs[1]]
