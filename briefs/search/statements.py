"""What a search asks the database: fixed statements, into which only values are put.

They are written out because Django took longer to compose them than PostgreSQL takes to answer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from django.db import connection
from psycopg import Cursor

# The marks of the rows and of the taxonomy (every row of it as it lies in the table: a copy is known for stale, whoever
# wrote to it), the number of authorities named, if it was not counted at this mark, and the words that rank: the place
# of each, the number it has in keys.
STATE = """
SELECT mark, (SELECT md5(string_agg(ctid::text || xmin::text, ' ' ORDER BY id)) FROM briefs_issue),
    CASE WHEN mark = %(counted)s::uuid THEN NULL ELSE (
        SELECT count(*) FROM briefs_searchname WHERE authority_id IS NOT NULL
            AND (%(typed)s = '' OR words @@ websearch_to_tsquery('names_folded', %(typed)s))) END,
    ARRAY(SELECT ARRAY[place, hashtext(lexeme) & ~127]
        FROM unnest(%(words)s::text[]) WITH ORDINALITY AS words(word, place),
            unnest(tsvector_to_array(to_tsvector('english_folded', word))) AS lexeme)
FROM (SELECT (SELECT mark FROM briefs_searchstate ORDER BY id LIMIT 1)) AS state(mark)
"""

# The numbers of the rows that fit; `matches.condition` says which do.
MATCHING = "SELECT string_agg(int4send(id), ''::bytea) FROM briefs_searchrow WHERE"

# The keys of all rows, some thousand to a line: numbers and lengths, and the keys as PostgreSQL sends arrays.
KEYS = """
SELECT string_agg(int4send(id) || int4send(cardinality(key)), ''::bytea ORDER BY id),
    string_agg(array_send(key), ''::bytea ORDER BY id)
FROM briefs_searchrow GROUP BY id / 4096
"""

# The mark, and the number of every row with what is another for every version of it: who wrote it and where it lies.
VERSIONS = """
SELECT (SELECT mark FROM briefs_searchstate ORDER BY id LIMIT 1),
    string_agg(int4send(id) || xidsend(xmin) || tidsend(ctid), ''::bytea)
FROM briefs_searchrow
"""

# How much each of these rows says of one of the terms, of which it gives the place: a number for each, in their order.
SAID = """
WITH asked AS MATERIALIZED (
    SELECT websearch_to_tsquery('english_folded', term) AS query, place
    FROM unnest(%(terms)s::text[]) WITH ORDINALITY AS terms(term, place)
)
SELECT string_agg(float4send(coalesce(ts_rank_cd(%(weights)s::float4[], words, query), 0)), ''::bytea ORDER BY at)
FROM unnest(%(ids)s::int[], %(places)s::int[]) WITH ORDINALITY AS wanted(id, place, at)
    LEFT JOIN briefs_searchrow USING (id) LEFT JOIN asked USING (place)
"""

# The best passage of each opinion, and every passage of the editions that matches: whether it is of an opinion, whose
# it is, what names its place there (element and words, or kind, label and ordinal), its number, what it is worth by its
# words, how near they stand, how many of them it has, its text, and the stems sought.
# `IS TRUE` keeps PostgreSQL from asking the index of words for each opinion, ten times slower than to go by the
# opinion; `OFFSET 0`, from working out twice what stands in two places.
BEST = """
WITH asked AS MATERIALIZED (
    SELECT websearch_to_tsquery('english_folded', %(any)s) AS one,
        websearch_to_tsquery('english_folded', %(all)s) AS whole,
        (SELECT array_agg(websearch_to_tsquery('english_folded', term)) FROM unnest(%(terms)s::text[]) AS term) AS each,
        array_to_string(tsvector_to_array(to_tsvector('english_folded', %(any)s)), ' ') AS stems
)
SELECT true, owner.id, best.kind, best.label, best.ordinal, best.id, best.score, best.near, best.told, best.text, stems
FROM asked, unnest(%(opinions)s::int[]) AS owner(id)
    JOIN briefs_opinion ON briefs_opinion.id = owner.id AND briefs_opinion.released_at IS NOT NULL,
    LATERAL (
        SELECT id, kind, label, ordinal, near, told, text, (said + near) * told
            * CASE WHEN kind IN ('paragraph', 'footnote') THEN %(read)s ELSE %(front)s END AS score
        FROM briefs_passage,
            LATERAL (SELECT ts_rank(%(equal)s::float4[], search, one) AS said,
                CASE WHEN search @@ whole THEN ts_rank_cd(%(equal)s::float4[], search, whole, %(below_one)s) ELSE 0 END
                    AS near,
                CASE WHEN %(several)s THEN coalesce((SELECT sum(counts)
                    FROM unnest(each, %(counts)s::float4[]) AS term(query, counts) WHERE search @@ query), 0)
                    ELSE 1 END AS told OFFSET 0) AS heard
        WHERE opinion_id = owner.id AND (search @@ one) IS TRUE
        ORDER BY score DESC, id LIMIT 1
    ) AS best
UNION ALL
SELECT false, edition_id, anchor, place, 0, id,
    (said + near) * told * CASE WHEN anchor LIKE 'holding-%%' THEN %(holding)s ELSE %(section)s END, near, told,
    text, stems
FROM asked, briefs_editionpassage,
    LATERAL (SELECT ts_rank(%(equal)s::float4[], search, one) AS said,
        CASE WHEN search @@ whole THEN ts_rank_cd(%(equal)s::float4[], search, whole, %(below_one)s) ELSE 0 END AS near,
        CASE WHEN %(several)s THEN coalesce((SELECT sum(counts)
            FROM unnest(each, %(counts)s::float4[]) AS term(query, counts) WHERE search @@ query), 0)
            ELSE 1 END AS told OFFSET 0) AS heard
WHERE edition_id = ANY(%(editions)s::bigint[]) AND (search @@ one) IS TRUE
"""

# The headline of each passage, in their order: of the part given, or where that has no word sought, of its whole text.
# The parts are sent as bytes (b): to quote them for PostgreSQL took as long as to cut them.
CUT = """
SELECT CASE WHEN strpos(headline, %(start)s) > 0 THEN headline
    ELSE ts_headline('english_folded', CASE WHEN in_opinion THEN (SELECT text FROM briefs_passage WHERE id = pk)
        ELSE (SELECT text FROM briefs_editionpassage WHERE id = pk) END, asked, %(cut)s) END
FROM unnest(%(parts)b::text[], %(in_opinion)b::boolean[], %(pks)b::bigint[]) WITH ORDINALITY
        AS shown(part, in_opinion, pk, at),
    websearch_to_tsquery('english_folded', %(any)s) AS asked,
    LATERAL (SELECT ts_headline('english_folded', part, asked, %(cut)s) AS headline OFFSET 0) AS cut
ORDER BY at
"""

# What is listed of a row. Of an opinion without a brief the case is read as it is known now.
LISTED = """
SELECT row.id, row.shelf, row.name, row.kind, row.issue_ids, (SELECT name FROM briefs_court WHERE id = row.court_id),
    opinion.slug, opinion.author,
    known.docket_numbers, known.decided_on, known.decided_precision,
    (SELECT cite FROM briefs_authority WHERE id = known.authority_id),
    edition.slug, edition.page -> 'case', edition.page #>> '{summary,text}', holding.number, holding.frozen
FROM briefs_searchrow AS row
    JOIN briefs_opinion AS opinion ON opinion.id = row.opinion_id
    JOIN briefs_case AS known ON known.id = opinion.case_id
    LEFT JOIN briefs_edition AS edition ON edition.id = row.edition_id
    LEFT JOIN briefs_editionholding AS holding ON holding.id = row.holding_id
WHERE row.id = ANY(%(ids)s::int[])
"""


Rows = list[tuple[Any, ...]]


def fetched(statement: str, values: Mapping[str, Any] | Sequence[Any]) -> Rows:
    """Give the rows that a statement finds.

    The values are bound by the server and not, as Django's own cursors do, by the client: PostgreSQL then plans a
    statement once for a connection, which takes as long as running it (`prepare_threshold` in clinic/database.py).
    """
    with _cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


Question = tuple[str, Mapping[str, Any] | Sequence[Any]]  # a statement and its values


@contextmanager
def meanwhile(*asked: Question) -> Iterator[Callable[[], Rows]]:
    """Ask statements, work on while PostgreSQL runs them, and take the rows of each, in order, by a call."""
    if not asked:
        yield list
        return
    connection.ensure_connection()
    with connection.connection.pipeline():
        cursors = [_cursor() for _ in asked]
        for cursor, (statement, values) in zip(cursors, asked, strict=True):
            cursor.execute(statement, values)
        connection.connection.pgconn.flush()
        waiting = iter(cursors)
        yield lambda: next(waiting).fetchall()


def read(packed: Any, kind: str) -> np.ndarray:
    """Read numbers that PostgreSQL packed: numpy reads ten thousand of them in no time, Python does not."""
    return np.frombuffer(bytes(packed or b""), dtype=kind).astype(kind.replace(">", "="))


def _cursor() -> Any:
    connection.ensure_connection()
    bound: Any = Cursor(connection.connection)
    return connection.make_debug_cursor(bound) if connection.queries_logged else connection.make_cursor(bound)
