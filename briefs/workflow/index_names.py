"""Keep the names that the search offers in step with what is public, and the words these are made of."""

import re
import unicodedata
from collections.abc import Iterable

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Count, Exists, OuterRef, Value

from briefs.models import Authority, Citation, EditionCitation, Opinion, SearchName, SearchRow, SearchWord
from briefs.text.identifiers import mask

CONFIG = "names_folded"
SHORTEST, LONGEST = 3, 60
_WORD = re.compile(r"[^\W\d_]+")


def folded(word: str) -> str:
    """Give a word without accents and capitals, as names are compared."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign)).casefold()


def index_case_name(opinion: Opinion) -> None:
    """Offer the name of an opinion's case as long as the opinion is public."""
    label = mask(opinion.case.short_name) if opinion.released_at else ""
    old = SearchName.objects.filter(opinion=opinion)
    had = list(old.values_list("label", flat=True))
    old.delete()
    if label:
        cited = _citing([opinion.case.authority_id]).get(opinion.case.authority_id, 0)
        SearchName.objects.create(opinion=opinion, label=label, cited=cited, words=_vector(label))
    _keep_words(had, [label])


def index_names(authority_ids: Iterable[int]) -> None:
    """Offer those of these authorities, and of what they are parts of, that have a public page; forget the others."""
    rows = _with_wholes(set(authority_ids))
    parts = _parts(set(rows))
    counts = _citing([*rows, *parts])
    held = set(Opinion.objects.released().filter(case__authority__in=rows).values_list("case__authority_id", flat=True))
    public = {pk for pk in rows if counts.get(pk) or pk in held}
    public |= {above for pk, wholes in parts.items() if counts.get(pk) for above in wholes if above in rows}
    old = SearchName.objects.filter(authority__in=rows)
    had = list(old.values_list("label", flat=True))
    old.delete()
    labels = {pk: mask(str(row)) for pk, row in rows.items() if pk in public and row.merged_into_id is None}
    SearchName.objects.bulk_create(
        SearchName(authority_id=pk, label=label, cited=counts.get(pk, 0), words=_vector(label))
        for pk, label in labels.items()
    )
    _keep_words(had, labels.values())
    _count_cited(rows, counts)


def _vector(label: str) -> SearchVector:
    return SearchVector(Value(label), config=CONFIG)


def _with_wholes(ids: set[int]) -> dict[int, Authority]:
    """Fetch authorities with everything they are parts of (8 U.S.C. § 1158 of § 1158(b)(1))."""
    rows: dict[int, Authority] = {}
    while ids:
        found = Authority.objects.in_bulk(ids)
        rows |= found
        ids = {row.parent_id for row in found.values() if row.parent_id} - set(rows)
    return rows


def _parts(ids: set[int]) -> dict[int, set[int]]:
    """Give the parts of authorities, each with those of them that it is a part of."""
    parts: dict[int, set[int]] = {}
    above = {pk: {pk} for pk in ids}
    while above:
        pairs = Authority.objects.filter(parent__in=above).values_list("pk", "parent_id")
        below: dict[int, set[int]] = {}
        for pk, parent in pairs:
            if not above[parent] <= parts.get(pk, set()):
                below[pk] = above[parent] | ({pk} if pk in ids else set())
                parts[pk] = parts.get(pk, set()) | above[parent]
        above = below
    return parts


def _citing(ids: Iterable[int | None]) -> dict[int | None, int]:
    """Count the released opinions and live editions that cite each authority."""
    wanted = [pk for pk in ids if pk]
    opinions = Citation.objects.public().filter(authority__in=wanted)
    editions = EditionCitation.objects.current().filter(authority__in=wanted)
    counts: dict[int | None, int] = {}
    for rows, what in ((opinions, "opinion"), (editions, "edition")):
        for pk, number in rows.values_list("authority").annotate(number=Count(what, distinct=True)):
            counts[pk] = counts.get(pk, 0) + number
    return counts


def _count_cited(rows: dict[int, Authority], counts: dict[int | None, int]) -> None:
    """Let the rows of the cases among these authorities know how often they are cited."""
    cases = SearchRow.objects.filter(opinion__case__authority__in=rows).values_list(
        "pk", "opinion__case__authority_id", "cited"
    )
    for pk, authority, cited in cases:
        if cited != counts.get(authority, 0):
            SearchRow.objects.filter(pk=pk).update(cited=counts.get(authority, 0))


def _spelt(labels: Iterable[str]) -> dict[str, str]:
    words = (word for label in labels for word in _WORD.findall(label))
    return {folded(word)[:LONGEST]: word[:LONGEST] for word in words if len(word) >= SHORTEST}


def _keep_words(had: Iterable[str], have: Iterable[str]) -> None:
    """Add the words of new names; forget those that no name has any more."""
    new = _spelt(have)
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, spelt=spelt) for word, spelt in sorted(new.items())], ignore_conflicts=True
    )
    gone = [word for word in _spelt(had) if word not in new]
    query = SearchQuery(OuterRef("word"), config=CONFIG, search_type="plain")
    SearchWord.objects.filter(word__in=gone).exclude(Exists(SearchName.objects.filter(words=query))).delete()
