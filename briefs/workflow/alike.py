"""Opinions that a file may already be here as: the same docket, name and day, or words from another place."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from briefs.importers import Imported
from briefs.models import Opinion, Passage
from briefs.text.identifiers import mask

_PHRASES, _WORDS = 6, 9  # how many stretches of the text are looked for, and how long each is
_LIKE = 88  # of a hundred: how alike two names are that may be one, the words in any order
_SHARED = 3  # of them in one opinion; a quotation of another case shares one or two


@dataclass(frozen=True)
class Alike:
    """An opinion that may be the same, and why."""

    opinion: Opinion
    why: str


def alike(imported: Imported, details: Mapping[str, Any]) -> list[Alike]:
    """Give the opinions here that a file may be another copy of, likeliest first; nothing is decided by it."""
    found: dict[int, list[str]] = {}
    for pk, shared in _same_words(imported):
        found.setdefault(pk, []).append(f"{shared} of {_PHRASES} stretches of its text stand there word for word")
    court, numbers = details.get("court"), [number.split(" (")[0] for number in details.get("docket_numbers", ())]
    rows = Opinion.objects.select_related("case__court").without_texts()
    if numbers:
        same = Q()
        for number in numbers:
            same |= Q(case__docket_numbers__contains=[number]) | Q(case__docket_numbers__contains=[f"{number} (L)"])
        for row in rows.filter(same, Q(case__court=court) | Q(case__court=None) if court else Q()):
            found.setdefault(row.pk, []).append("it has the same docket number")
    for row in _same_day(rows, details):
        found.setdefault(row.pk, []).append("it has the same name and date of decision")
    by_pk = rows.in_bulk(found)
    return [Alike(by_pk[pk], "; ".join(why)) for pk, why in sorted(found.items(), key=lambda one: -len(one[1]))][:5]


def _same_day(rows: Any, details: Mapping[str, Any]) -> list[Opinion]:
    """Give the opinions decided on the same day in a case that is called nearly the same."""
    names = [default_process(str(details[field])) for field in ("short_name", "caption") if details.get(field)]
    if not details.get("decided_on") or not names:
        return []
    return [
        row
        for row in rows.filter(case__decided_on=details["decided_on"], case__decided_precision="day")[:200]
        if any(
            fuzz.token_set_ratio(name, default_process(known)) >= _LIKE
            for name in names
            for known in (row.case.short_name, row.case.caption)
            if known
        )
    ]


def _same_words(imported: Imported) -> list[tuple[int, int]]:
    """Count for each opinion how many stretches of a text its passages have too."""
    phrases = list(_phrases(imported))
    shared: Counter[int] = Counter()
    for phrase in phrases:
        query = SearchQuery(phrase, config="english_folded", search_type="phrase")
        shared.update(set(Passage.objects.filter(search=query).values_list("opinion", flat=True)[:50]))
    enough = min(_SHARED, len(phrases))
    return [(pk, number) for pk, number in shared.most_common(5) if number >= enough]


def _phrases(imported: Imported) -> Iterable[str]:
    """Give stretches from paragraphs spread evenly over the text."""
    paragraphs = [mask(words).split() for _, words in imported.clean.of_kind("paragraph")]
    long = [words for words in paragraphs if len(words) >= 2 * _WORDS]
    step = max(1, len(long) // _PHRASES)
    for words in long[::step][:_PHRASES]:
        middle = len(words) // 2
        yield " ".join(words[middle - _WORDS // 2 : middle - _WORDS // 2 + _WORDS])
