"""Words -> every search row they match: one query, whatever the words."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import numpy as np

from briefs.search.columns import MOST_KEPT, Columns
from briefs.search.lately import keep
from briefs.search.statements import MATCHING, STATE, Question, fetched, meanwhile, read
from briefs.search.words import MOST_WORDS, Group, Words

# What a row may be asked: for words (all of them), with words it must not have, for a phrase. A phrase is two words
# side by side in one passage, for each two; one that is a single word asks for the word, and PostgreSQL sees which it
# is before it runs the query.
WORDS, NOT_WORDS, HAS = (
    "plainto_tsquery('english_folded', %s)",
    "!!plainto_tsquery('english_folded', %s)",
    "words @@ (%s)",
)
PAIRS = "search_pairs(to_tsvector('english_folded', %s))"
HAS_PHRASE = f"({PAIRS} = '{{}}' AND words @@ {WORDS} OR {PAIRS} <> '{{}}' AND pairs @> {PAIRS})"
PARTS_OF_PHRASE = HAS_PHRASE.count("%s")
# Each index is asked by itself: PostgreSQL would ask one, and look into every row that it gives, which is slow.
BOTH = "id IN (SELECT id FROM briefs_searchrow WHERE ", " INTERSECT SELECT id FROM briefs_searchrow WHERE ", ")"

Condition = tuple[str, list[str]]

MANY = 500  # authorities: so many are counted once, for to count them takes longer than all else that is asked
_many_named: dict[str, tuple[Any, int]] = {}  # by the name: the mark at which they were counted, their number


class State(NamedTuple):
    """What `STATE` tells of the library, and of words."""

    mark: Any  # of the rows as they are
    issues: Any  # the mark of the taxonomy
    named: int  # authorities that the words name
    stems: list[tuple[int, int]]  # the place of one of the telling lexical words, the number that it has in keys


def state(words: Words) -> State:
    """Ask how the library is, and what the words are called in it: one query."""
    telling = list(words.telling.lexical[:MOST_WORDS])
    typed = words.as_name.typed
    mark_then, number = _many_named.get(typed, (None, 0))
    values = {"typed": typed, "words": telling, "counted": mark_then}
    ((mark, issues, counted, stems),) = fetched(STATE, values)
    named = number if counted is None else counted
    if counted is not None and counted >= MANY:
        keep(_many_named, typed, (mark, counted), MOST_KEPT)
    return State(mark, issues, named, [(place - 1, number) for place, number in stems])


@contextmanager
def matching(words: Words, kept: Columns) -> Iterator[Callable[[], np.ndarray]]:
    """Ask for the numbers of all rows that match, which a call gives; none for no words.

    What many rows match is asked once, and kept with the columns as long as the rows stay as they are.
    """
    sql, values = condition(words)
    asked = sql, *values
    if asked in kept.broad:
        yield lambda: kept.broad[asked]
        return
    rows: list[Question] = [(f"{MATCHING} {sql}", values)] if sql else []
    with meanwhile(*rows) as take:

        def found() -> np.ndarray:
            ids = read(take()[0][0] if rows else b"", ">i4")
            kept.keep_broad(asked, ids)
            return ids

        yield found


def matching_each(terms: Sequence[str]) -> list[np.ndarray]:
    """Give, for each term or line of words, the numbers of the rows that match it: one query."""
    told = [condition(Words(term)) for term in terms]
    asked = [(sql, values) for sql, values in told if sql]
    if not asked:
        return [np.empty(0, dtype=np.int32) for _ in terms]
    line = " UNION ALL ".join(" ".join((MATCHING, sql)) for sql, _ in asked)
    found = iter(fetched(line, [value for _, values in asked for value in values]))
    return [read(next(found)[0] if sql else b"", ">i4") for sql, _ in told]


def condition(words: Words) -> Condition:
    """Give the condition on search rows that words make, and the values that are put into it; "" for no words.

    It is put together of the fixed conditions above; what was typed only ever is a value.
    """
    groups = [_of_group(group) for group in words.groups]
    return " OR ".join(f"({sql})" for sql, _ in groups), [value for _, values in groups for value in values]


def _of_group(group: Group) -> Condition:
    lexical = [WORDS] * bool(group.words) + [NOT_WORDS] * len(group.not_words)
    parts = [HAS.replace("%s", " && ".join(lexical))] if lexical else []
    if group.phrases:
        parts.append(" AND ".join([HAS_PHRASE] * len(group.phrases)))
    if len(parts) > 1:
        before, between, after = BOTH
        parts = ["".join((before, parts[0], between, parts[1], after))]
    parts += [f"NOT {HAS_PHRASE}"] * len(group.not_phrases)
    phrases = [one for one in (*group.phrases, *group.not_phrases) for _ in range(PARTS_OF_PHRASE)]
    return " AND ".join(parts), [*([group.words] if group.words else []), *group.not_words, *phrases]
