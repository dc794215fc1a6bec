"""Words -> every published edition they match, as narrow rows."""

from typing import Any

from django.db.models import FloatField, QuerySet, Value

from briefs.models import Edition, Passage
from briefs.search.rank import Row, relevance
from briefs.search.words import Words

# An edition's search column takes the first 200,000 characters of the opinion, and no word position beyond 16,383. What
# stands later is found through the opinion's passages, where all the words must stand in one.
LATE = 75_000


def matching(editions: QuerySet[Edition], words: Words) -> QuerySet[Edition]:
    """Keep the editions that match in the brief or its opinion's text, with their `relevance`; all, without words."""
    if not words:
        return editions.annotate(relevance=Value(0.0, output_field=FloatField()))
    found = Edition.objects.filter(search=words.wanted).values("pk")
    if not words.excludes:  # a passage without an excluded word says nothing about the rest of its opinion
        # The position is asked for first: it is quickly looked at, and few passages are left.
        late = Passage.objects.released().filter(start__gte=LATE).filter(search=words.wanted).values("opinion")
        # A union, because an "or" over two tables would keep the index from being used.
        found = found.union(Edition.objects.filter(opinion__in=late).values("pk"))
    return editions.filter(pk__in=found).annotate(relevance=relevance(words))


def narrow(editions: QuerySet[Edition]) -> list[Row]:
    """Fetch what ordering and counting need: one query."""
    columns: tuple[Any, ...] = ("pk", "name", "court_id", "year", "opinion_kind", "issue_ids", "authority_ids")
    return [Row(*row) for row in editions.values_list(*columns, "decided_on", "relevance")]
