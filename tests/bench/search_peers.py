"""The peers of the search benchmark, each on the same made opinions: naive contrib.postgres, SQLite FTS5, tantivy.

A peer answers as the library does, as far as it can: how many match, the best twenty with snippets, and, but for
tantivy, counts by court and year. Phrases in quotes; a filter is a court and the year to begin from.
"""

import itertools
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db import models
from django.db.models import Count, F
from tqdm import tqdm

from tests.bench.made_shelf import kept

BEST = 20
CHUNK = 500


class Naive(models.Model):
    """One vector for each opinion, as the documentation of contrib.postgres begins."""

    name = models.TextField()
    court = models.CharField(max_length=10)
    year = models.IntegerField()
    text = models.TextField()

    class Meta:
        app_label = "bench"
        managed = False
        db_table = "bench_naive"

    def __str__(self) -> str:
        return self.name


def naive(words: str, court: str = "", year: int = 0) -> int:
    """Answer with Django's own classes: a stored vector, `ts_rank_cd`, headlines of the whole text, facets by group."""
    query = SearchQuery(words, config="english", search_type="websearch")
    rows = Naive.objects.extra(where=["tsv @@ websearch_to_tsquery('english', %s)"], params=[words])
    if court:
        rows = rows.filter(court=court, year__gte=year)
    ranked = rows.annotate(rank=SearchRank(models.expressions.RawSQL("tsv", []), query, cover_density=True))
    best = ranked.annotate(headline=SearchHeadline(F("text"), query, config="english"))
    list(best.order_by("-rank").values_list("name", "rank", "headline")[:BEST])
    for facet in ("court", "year"):
        list(rows.values_list(facet).annotate(Count("pk")))
    return rows.count()


def naive_best(words: str) -> list[int]:
    """Give the numbers of the naive design's first twenty."""
    query = SearchQuery(words, config="english", search_type="websearch")
    rows = Naive.objects.extra(where=["tsv @@ websearch_to_tsquery('english', %s)"], params=[words])
    ranked = rows.annotate(rank=SearchRank(models.expressions.RawSQL("tsv", []), query, cover_density=True))
    return list(ranked.order_by("-rank").values_list("pk", flat=True)[:BEST])


def build_naive(address: dict[str, Any], size: int) -> None:
    """Fill the naive table, once."""
    with psycopg.connect(**address, autocommit=True) as database:
        if database.execute("SELECT to_regclass('bench_naive')").fetchone() != (None,):
            return
        database.execute(
            "CREATE TABLE bench_naive (id int PRIMARY KEY, name text, court text, year int, text text, tsv tsvector"
            " GENERATED ALWAYS AS (to_tsvector('english', name || ' ' || text)) STORED)"
        )
        for some in _chunks(address, size, "Naive"):
            with database.cursor().copy("COPY bench_naive (id, name, court, year, text) FROM STDIN") as copy:
                for one in some:
                    copy.write_row(one)
        database.execute("CREATE INDEX ON bench_naive USING gin (tsv)")
        database.execute("VACUUM ANALYZE bench_naive")


class Sqlite:
    """SQLite FTS5 with its Porter stemmer, bm25 and snippet."""

    def __init__(self, folder: Path, address: dict[str, Any], size: int) -> None:
        path = folder / f"fts5-{size}.sqlite"
        made = path.exists()
        self.database = sqlite3.connect(path)
        if not made:
            self.database.executescript(
                "CREATE TABLE opinion (id INTEGER PRIMARY KEY, court TEXT, year INTEGER);"
                "CREATE VIRTUAL TABLE words USING fts5 (name, text, tokenize = 'porter unicode61');"
            )
            for some in _chunks(address, size, "SQLite FTS5"):
                courts = [(pk, court, year) for pk, _, court, year, _ in some]
                self.database.executemany("INSERT INTO opinion VALUES (?, ?, ?)", courts)
                rows = [(pk, name, text) for pk, name, _, _, text in some]
                self.database.executemany("INSERT INTO words (rowid, name, text) VALUES (?, ?, ?)", rows)
                self.database.commit()
            self.database.execute("INSERT INTO words (words) VALUES ('optimize')")
            self.database.commit()

    def search(self, words: str, court: str = "", year: int = 0) -> int:
        """Answer in three queries."""
        match = " ".join(_terms(words))
        fits, more = ("", []) if not court else (" AND court = ? AND year >= ?", [court, year])
        joined = f"FROM words JOIN opinion ON id = words.rowid WHERE words MATCH ?{fits}"
        best = f"SELECT name, snippet(words, 1, '[', ']', '…', 32) {joined} ORDER BY bm25(words) LIMIT {BEST}"
        self.database.execute(best, [match, *more]).fetchall()
        for facet in ("court", "year"):
            counts = self.database.execute(f"SELECT {facet}, count(*) {joined} GROUP BY 1", [match, *more]).fetchall()
        return sum(number for _, number in counts)


class Tantivy:
    """tantivy with its English stemmer, BM25 and snippets; no facets. Needs the package of that name."""

    def __init__(self, folder: Path, address: dict[str, Any], size: int) -> None:
        import tantivy

        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True, fast=True)
        builder.add_text_field("court", stored=False, tokenizer_name="raw")
        builder.add_integer_field("year", indexed=True, fast=True)
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
        schema = builder.build()
        path = folder / f"tantivy-{size}"
        made = path.exists()
        path.mkdir(parents=True, exist_ok=True)
        self.index = tantivy.Index(schema, path=str(path))
        if not made:
            writer = self.index.writer(200_000_000, 1)
            for some in _chunks(address, size, "tantivy"):
                for pk, name, court, year, text in some:
                    writer.add_document(tantivy.Document(id=pk, court=court, year=year, text=f"{name}\n{text}"))
            writer.commit()
            writer.wait_merging_threads()
        self.index.reload()
        self.schema = schema
        self.searcher = self.index.searcher()

    def _query(self, words: str, court: str, year: int) -> Any:
        line = " ".join(f"+{term}" for term in _terms(words))
        line += f" +court:{court} +year:[{year} TO 3000]" if court else ""
        return self.index.parse_query(line, ["text"])

    def search(self, words: str, court: str = "", year: int = 0) -> int:
        """Answer: how many, and the best with their snippets."""
        query = self._query(words, court, year)
        found = self.searcher.search(query, BEST)
        maker = self.tantivy.SnippetGenerator.create(self.searcher, query, self.schema, "text")
        for _, address in found.hits:
            maker.snippet_from_doc(self.searcher.doc(address)).to_html()
        return int(found.count)

    def scores(self, words: str) -> dict[int, float]:
        """Give every match's BM25, by number: what rankings are judged by."""
        found = self.searcher.search(self._query(words, "", 0), 1_000_000)
        return {self.searcher.doc(address)["id"][0]: score for score, address in found.hits}


def _terms(words: str) -> list[str]:
    return re.findall(r'"[^"]+"|\w+', words)


def _chunks(address: dict[str, Any], size: int, name: str) -> Iterator[list[tuple[int, str, str, int, str]]]:
    made = kept(address)
    with tqdm(total=size, desc=name, unit="opinion", leave=False) as bar:
        while some := list(itertools.islice(made, CHUNK)):
            yield some
            bar.update(len(some))
