"""A library for the search benchmark: opinions recombined from the passages of the corpus, as many as wanted.

Each made opinion takes half its passages from one opinion of the corpus, most others from opinions on like subjects,
so that words keep about the frequencies they have. No text is written; only the names, courts and citations are drawn.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from tqdm import tqdm

from briefs import importers
from briefs.text.identifiers import mask
from briefs.text.marks import BLOCKS

COURTS = ("scotus", "ca1", "ca2", "ca3", "ca4", "ca5", "ca6", "ca7", "ca8", "ca9", "ca10", "ca11", "cadc", "cafc")
AUTHORITIES = 20_000
NEIGHBOURS = 6
CHUNK = 500
_WORD = re.compile(r"[a-z]{5,}")


class Made(NamedTuple):
    """One made opinion."""

    pk: int
    name: str
    court: str
    year: int
    authorities: list[int]
    passages: list[str]


class Press:
    """Makes opinions."""

    def __init__(self, corpus: Path, seed: int = 5) -> None:
        self.random = random.Random(seed)
        self.sources: list[list[str]] = []
        self.parties: list[str] = []
        for path in tqdm(sorted(corpus.glob("*.json")), desc="Reading the corpus", unit="opinion", leave=False):
            try:
                clean = importers.read(path.name, path.read_bytes()).clean
            except importers.Unreadable:
                continue
            text = mask(clean.text)
            self.sources.append([text[one.start : one.end] for one in clean.marks if one.kind in BLOCKS])
            slug = json.loads(path.read_bytes()).get("absolute_url", "").strip("/").split("/")[-1]
            self.parties += [side.replace("-", " ").title() for side in slug.split("-v-") if side]
        self.near = self._neighbours()

    def _neighbours(self) -> list[list[int]]:
        sets = [Counter(_WORD.findall(" ".join(source).lower())) for source in self.sources]
        common = Counter(word for one in sets for word in one)
        rare = [{word for word in one if common[word] < len(sets) / 4} for one in sets]
        near = []
        for one in rare:
            like = sorted(range(len(rare)), key=lambda at: -len(one & rare[at]) / (len(one | rare[at]) or 1))
            near.append(like[1 : NEIGHBOURS + 1])
        return near

    def made(self, size: int) -> Iterator[Made]:
        """Make so many opinions, one by one."""
        draw = self.random
        for pk in range(1, size + 1):
            at = draw.randrange(len(self.sources))
            length = len(self.sources[draw.randrange(len(self.sources))])
            passages = []
            for _ in range(max(4, length)):
                chance = draw.random()
                source = at if chance < 0.5 else draw.choice(self.near[at])
                if chance > 0.85:
                    source = draw.randrange(len(self.sources))
                passages.append(
                    draw.choice(self.sources[draw.randrange(len(self.sources)) if source is None else source])
                )
            name = f"{self._party()} v. {self._party()}"
            cited = {min(int(draw.paretovariate(0.35)), AUTHORITIES) for _ in range(draw.randrange(5, 60))}
            yield Made(pk, name, draw.choice(COURTS), draw.randrange(1950, 2025), sorted(cited), passages)

    def _party(self) -> str:
        """Put a party's name together from two of the corpus, so that there are many."""
        first, second = self.random.choice(self.parties).split(), self.random.choice(self.parties).split()
        return f"{self.random.choice(first)} {self.random.choice(second)}"[:60]


TABLES = {
    "briefs_source": "id, name, sha256, content, size, url, received_at",
    "briefs_case": "id, caption, short_name, slug, court_id, docket_numbers, decided_on, decided_precision, "
    "publication_status, precedential_note, disposition, counsel, sources",
    "briefs_opinion": "id, case_id, slug, kind, author, joined_by, completeness, position, source_id, raw, text, "
    "marks, pieces, hidden, text_version, engine, imported_at, released_at",
    "briefs_passage": 'opinion_id, ordinal, kind, label, start, "end", text',
    "made_cites": "opinion_id, authority_ids",
}
INDEXES = {
    "passage_search": "CREATE INDEX passage_search ON briefs_passage USING gin (search)",
    "search_row_words": "CREATE INDEX search_row_words ON briefs_searchrow USING gin (words)",
    "search_row_pairs": "CREATE INDEX search_row_pairs ON briefs_searchrow USING gin (pairs)",
}
ROWS = """
INSERT INTO briefs_searchrow (shelf, opinion_id, name, court_id, decided_on, kind, country, issue_ids, authority_ids,
    weights, outcomes, grounds, is_precedent, cited, words, pairs)
SELECT 4, o.id, c.short_name, c.court_id, c.decided_on, 'lead', '', '{}', m.authority_ids, '{}', '{}', '{}',
    o.id %% 3 > 0, o.id %% 97,
    search_words(c.short_name, '', '', (SELECT string_agg(text, E'\\n' ORDER BY ordinal) FROM briefs_passage p
        WHERE p.opinion_id = o.id)),
    (SELECT coalesce(array_agg(DISTINCT pair), '{}') FROM (
        SELECT unnest(search_pairs(search)) AS pair FROM briefs_passage p WHERE p.opinion_id = o.id
        UNION ALL SELECT unnest(search_joints(o.id))
        UNION ALL SELECT unnest(search_pairs(to_tsvector('english_folded', c.short_name)))) AS pairs)
FROM briefs_opinion o JOIN briefs_case c ON c.id = o.case_id JOIN made_cites m ON m.opinion_id = o.id
WHERE o.id BETWEEN %s AND %s
"""
NAMES = """
INSERT INTO briefs_authority (id, kind, key, slug, cite, name, court, note, external_url)
SELECT n, 'case', 'case:' || (n / 900 + 100) || ':F.3d:' || n, 'a' || n, (n / 900 + 100) || ' F.3d ' || n,
    (SELECT short_name FROM briefs_case WHERE id = n %% (SELECT count(*) FROM briefs_case) + 1), '', '', ''
FROM generate_series(1, %s) n;
INSERT INTO briefs_searchname (authority_id, label, cited, words)
SELECT id, name || ', ' || cite, 20000 / id, to_tsvector('names_folded', name || ', ' || cite) FROM briefs_authority;
INSERT INTO briefs_searchname (opinion_id, label, cited, words)
SELECT o.id, short_name, o.id %% 97, to_tsvector('names_folded', short_name)
FROM briefs_opinion o JOIN briefs_case c ON c.id = o.case_id;
INSERT INTO briefs_searchword SELECT DISTINCT ON (lower(word)) lower(word), word
FROM briefs_case, regexp_split_to_table(short_name, '[^A-Za-z]+') AS word WHERE length(word) >= 3;
UPDATE briefs_searchstate SET mark = gen_random_uuid();
"""


def build(address: dict[str, Any], corpus: Path, size: int) -> None:
    """Fill an empty, migrated database with so many opinions."""
    with psycopg.connect(**address, autocommit=True) as connection:
        connection.execute("CREATE TABLE made_cites (opinion_id int PRIMARY KEY, authority_ids int[])")
        # What guards single changes only slows a bulk load.
        connection.execute("ALTER TABLE briefs_passage DISABLE TRIGGER passages_never_overlap")
        for index in INDEXES:
            connection.execute(f"DROP INDEX {index}")
        made = Press(corpus).made(size)
        for begin in tqdm(range(0, size, CHUNK), desc="Passages", unit="chunk", leave=False):
            _copy(connection, [one for _, one in zip(range(min(CHUNK, size - begin)), made, strict=False)])
        connection.execute("ANALYZE briefs_passage")
        spans = [(begin + 1, min(begin + CHUNK, size)) for begin in range(0, size, CHUNK)]
        with ProcessPoolExecutor(2) as pool:
            done = pool.map(_rows, [address] * len(spans), spans)
            for _ in tqdm(done, total=len(spans), desc="Search rows", unit="chunk", leave=False):
                pass
        connection.execute(NAMES.replace("%s", str(AUTHORITIES)).replace("%%", "%"))
        with ProcessPoolExecutor(2) as pool:
            done = pool.map(_run, [address] * len(INDEXES), INDEXES.values())
            for _ in tqdm(done, total=len(INDEXES), desc="Indexes", leave=False):
                pass
        connection.execute("ALTER TABLE briefs_passage ENABLE TRIGGER passages_never_overlap")
        connection.execute("VACUUM ANALYZE")


def _run(address: dict[str, Any], statement: str) -> None:
    with psycopg.connect(**address, autocommit=True) as connection:
        connection.execute("SET maintenance_work_mem = '512MB'")
        connection.execute(statement)


def _rows(address: dict[str, Any], span: tuple[int, int]) -> None:
    with psycopg.connect(**address, autocommit=True) as connection:
        connection.execute(ROWS, span)


def _copy(connection: psycopg.Connection[Any], opinions: list[Made]) -> None:
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
    for one in opinions:
        pk, day = one.pk, f"{one.year}-06-01"
        rows["briefs_source"].append((pk, f"{pk}.txt", f"{pk:064}", b"-", 1, "", "2026-01-01"))
        known = (pk, one.name, one.name, f"case-{pk}", one.court, [], day, "year", "published", "", "", "", "{}")
        rows["briefs_case"].append(known)
        text = (pk, pk, f"opinion-{pk}", "lead", "", "", "complete", 0, pk, "-", "-", "[]", "", "{}", 1, 0)
        rows["briefs_opinion"].append((*text, "2026-01-01", "2026-01-01"))
        at = 0
        for ordinal, words in enumerate(one.passages):
            rows["briefs_passage"].append((pk, ordinal, "paragraph", str(ordinal + 1), at, at + len(words), words))
            at += len(words) + 1
        rows["made_cites"].append((pk, one.authorities))
    for table, lines in rows.items():
        with connection.cursor().copy(f"COPY {table} ({TABLES[table]}) FROM STDIN") as copy:
            for line in lines:
                copy.write_row(line)


def kept(address: dict[str, Any]) -> Iterator[tuple[int, str, str, int, str]]:
    """Give what was made, as it is kept: number, name, court, year, text. The peers are filled from it."""
    with psycopg.connect(**address) as connection, connection.cursor("kept") as cursor:
        cursor.execute(
            "SELECT o.id, c.short_name, c.court_id, extract(year FROM c.decided_on)::int,"
            " (SELECT string_agg(text, E'\\n' ORDER BY ordinal) FROM briefs_passage WHERE opinion_id = o.id)"
            " FROM briefs_opinion o JOIN briefs_case c ON c.id = o.case_id ORDER BY o.id"
        )
        yield from cursor
