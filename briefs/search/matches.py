"""Words -> every search row they match, and how much a row's key says of each: one query each, whatever the words."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Aggregate, BinaryField, BooleanField, F, Func, Q, QuerySet, Value

from briefs.models import SearchRow
from briefs.search.words import CONFIG, MOST_WORDS, Group, Words

GRADES, NAME = range(16), "name"  # of a word in a row's key (migration 0010)
MANY, UPPER = 4000, 8


class Packed(Aggregate):
    """Numbers as bytes: numpy reads ten thousand of them in no time, Python does not."""

    function = "string_agg"
    output_field = BinaryField()

    def __init__(self, expression: Any, send: str, **extra: Any) -> None:
        super().__init__(expression, template=f"string_agg({send}(%(expressions)s), ''::bytea)", **extra)


# Every row of the taxonomy as it lies in the table: what tells a copy of it for stale, whoever wrote to it.
STATE = """
SELECT (SELECT mark FROM briefs_searchstate ORDER BY id LIMIT 1),
    (SELECT md5(string_agg(ctid::text || xmin::text, ' ' ORDER BY id)) FROM briefs_issue),
    (SELECT count(*) FROM briefs_searchname WHERE authority_id IS NOT NULL
        AND (%s = '' OR words @@ websearch_to_tsquery('names_folded', %s)))
"""
# The rows in whose key a word stands, by its grade there.
GRADED = """
SELECT asked.place, asked.grade, found.ids
FROM (
    SELECT place, grade, ARRAY[hashtext(lexeme || ' ' || grade)] AS number
    FROM unnest(%s::text[]) WITH ORDINALITY AS words(word, place),
        unnest(tsvector_to_array(to_tsvector('english_folded', word))) AS lexeme, unnest(%s::text[]) AS grade
) AS asked,
    LATERAL (SELECT string_agg(int4send(id), ''::bytea) AS ids FROM briefs_searchrow WHERE key @> number) AS found
WHERE found.ids IS NOT NULL
"""


def state(words: Words) -> tuple[Any, Any, int]:
    """Give the mark of the rows as they are, that of the taxonomy, and the number of authorities named: one query."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, [words.typed, words.typed])
        mark, issues, named = cursor.fetchone()
    return mark, issues, named


def matching(rows: QuerySet[SearchRow]) -> np.ndarray:
    """Fetch the numbers of all rows that match (`rows`, found by the words): one query."""
    return _read(rows.aggregate(ids=Packed("pk", "int4send"))["ids"], ">i4")


def graded(words: Words, number: int, *, by_name: bool) -> list[tuple[int, str, np.ndarray]]:
    """Give (word's place, its grade or NAME, numbers of rows) for the words that weigh in a row's key: one query.

    Whether a row matches is not asked. Of one word with more than MANY matches, rows that hardly say it are left out.
    """
    asked = list(words.lexical[:MOST_WORDS])
    if not asked:
        return []
    grades = GRADES[UPPER:] if len(asked) == 1 and number > MANY else GRADES
    with connection.cursor() as cursor:
        cursor.execute(GRADED, [asked, [*map(str, grades), *([NAME] if by_name else [])]])
        return [(place - 1, grade, _read(ids, ">i4")) for place, grade, ids in cursor.fetchall()]


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
