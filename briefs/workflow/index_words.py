"""Put words into search rows: what each row says, from names, issues, holdings and texts, in one statement for all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from briefs.models import Edition, Issue, Opinion, SearchRow, Shelf
from briefs.text.identifiers import mask

BETWEEN = "\x1e"  # parts one line of a row's own from the next, so that no phrase reaches over

# The text of opinions and the pairs of passages are taken where they lie; only what is short is sent.
WRITE = """
UPDATE briefs_searchrow AS found SET
    words = search_words(said.named, said.held, said.told, coalesce(said.quoted, (
        SELECT coalesce(string_agg(text, E'\\n' ORDER BY ordinal), '') FROM briefs_passage
        WHERE opinion_id = found.opinion_id
    ))),
    pairs = (SELECT coalesce(array_agg(DISTINCT pair), '{}') FROM (
        SELECT unnest(search_pairs(to_tsvector('english_folded', line)))
        FROM unnest(string_to_array(said.lines, %s)) AS line
        UNION ALL
        SELECT unnest(search_pairs(search)) FROM briefs_passage
        WHERE said.quoted IS NULL AND opinion_id = found.opinion_id
        UNION ALL
        SELECT unnest(search_joints(found.opinion_id)) WHERE said.quoted IS NULL
        UNION ALL
        SELECT unnest(search_pairs(search)) FROM briefs_editionpassage
        WHERE edition_id = found.edition_id AND (said.anchor IS NULL OR anchor = said.anchor)
    ) AS pairs(pair))
FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[])
    AS said(row, named, held, told, quoted, lines, anchor)
WHERE found.id = said.row
"""


@dataclass(frozen=True)
class Said:
    """What a row says: its name, holdings and issues, other words, and the words quoted; None: its opinion's text.

    `lines` are those of it that no passage has, `anchor` the only passage of its edition that counts for it.
    """

    named: Sequence[str]
    held: Sequence[str]
    told: Sequence[str]
    quoted: Sequence[str] | None
    lines: Sequence[str]
    anchor: str | None = None


class Tags:
    """The names and synonyms of issues, and of what was merged into them."""

    def __init__(self) -> None:
        """Read them: one query."""
        columns = ("pk", "merged_into_id", "name", "synonyms")
        self._issues = list(Issue.objects.order_by("position", "pk").values_list(*columns))

    def of(self, issue_ids: Iterable[int]) -> list[str]:
        """Give what the issues of these numbers are called, in the order of the taxonomy."""
        wanted = set(issue_ids)
        rows = [row for row in self._issues if row[0] in wanted or row[1] in wanted]
        return [line for _, _, name, synonyms in rows for line in (name, *synonyms)]


def write_words(rows: Iterable[SearchRow]) -> None:
    """Write the words and pairs of these rows anew: two queries, and those that rows without their parts ask."""
    tags = Tags()
    sent: list[tuple[Any, ...]] = []
    for row in rows:
        said = _said(row, tags.of(row.issue_ids))
        quoted = None if said.quoted is None else _told(said.quoted, "\n")
        short = (_told(said.named, " "), _told(said.held, "\n"), _told(said.told, "\n"), quoted)
        sent.append((row.pk, *short, _told(said.lines, BETWEEN), said.anchor))
    if sent:
        with connection.cursor() as cursor:
            cursor.execute(WRITE, [BETWEEN, *map(list, zip(*sent, strict=True))])


def _told(lines: Iterable[str], between: str) -> str:
    """Join lines, nothing unmasked in them (INV-12)."""
    return between.join(mask(line) for line in lines).replace("\x00", " ")


def _said(row: SearchRow, tags: list[str]) -> Said:
    names = _names(row.opinion)
    if row.holding is not None:
        holding = row.holding.frozen
        quoted = [pin["quote"] for pin in holding["pins"]]
        name = row.opinion.case.short_name
        held = [*tags, *_words_of(holding, "question", "answer")]
        told = _words_of(holding, "rule", "application")
        return Said([name], held, told, quoted, [name, *tags, *quoted], f"holding-{row.holding.number}")
    if row.shelf == Shelf.BRIEF and row.edition is not None:
        names = [row.edition.page["title"], *names]
        held, told = _of_brief(row.edition)
        return Said(names, [*tags, *held], told, None, [*names, *tags])
    return Said(names, tags, [], None, [*names, *tags])


def _names(opinion: Opinion) -> list[str]:
    case = opinion.case
    cite = case.authority.cite if case.authority else ""
    return [case.short_name, case.caption, cite, " ".join(case.docket_numbers)]


def _of_brief(edition: Edition) -> tuple[list[str], list[str]]:
    """Give the words of a brief's holdings, and its other words."""
    page = edition.page
    held = [line for one in page["holdings"] for line in _words_of(one, "question", "answer", "rule", "application")]
    told = [section["prose"]["text"] for section in page["sections"]]
    return held, [*told, page["summary"]["text"] if page["summary"] else "", page["country"], *page["grounds"]]


def _words_of(holding: dict[str, Any], *parts: str) -> list[str]:
    return [holding[part]["text"] for part in parts if holding[part]]
