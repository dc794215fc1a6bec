"""Find quotations in the opinions of other cases: candidates by the passage index, then word for word."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.db.models.query import Prefetch

from briefs.models import Opinion, Passage
from briefs.search.words import CONFIG
from briefs.text.quotes import find_quotation, plain_stretches

# A quotation is looked for by the first, middle and last words of its longest unaltered stretch, so that a new
# paragraph or a note's number in one of them hides nothing.
_WINDOW = 8
_CANDIDATES = 24  # passages for each window; those with the very words come first
_TEXTS = 3  # opinions read whole for one quotation, when it stands in no single passage
# Words the index has for certain as they are: letters only, not glued to others as in “and/or” and “F.Supp.2d”. What
# stands before an apostrophe is a word of the index too.
_INDEXED = re.compile(r"[^\W\d_]{3,}")
_GLUED = re.compile(r"\w+(?=[./@]\w)|(?<=\w[./@])\w+")
_APOSTROPHE = re.compile("['’ʼ]")

_SQL = """
SELECT p.id, p.opinion_id, p.ordinal, p.kind, p.label, p.start, p."end", p.text, sought.number, p.has_words
  FROM unnest(%(numbers)s::int[], %(words)s::text[], %(patterns)s::text[]) AS sought(number, words, pattern)
 CROSS JOIN LATERAL (
       SELECT passage.*, passage.text ~* sought.pattern AS has_words
         FROM briefs_passage passage
         JOIN briefs_opinion opinion ON opinion.id = passage.opinion_id
        WHERE passage.search @@ plainto_tsquery(%(config)s, sought.words) AND opinion.case_id <> %(besides)s
        ORDER BY has_words DESC, opinion.released_at IS NULL, passage.id
        LIMIT %(most)s
       ) p
"""


@dataclass(frozen=True)
class Stand:
    """Where quoted words stand: the opinion, [start, end) of its masked text, and the passage they begin in."""

    opinion: Opinion
    start: int
    end: int
    passage: Passage


def stands_elsewhere(quotes: Collection[str], *, besides: int) -> dict[str, list[Stand]]:
    """Give the first place of each quotation in each held opinion of other cases than `besides`, released ones first.

    Asks the database four times at most, however many quotations there are. Words of which the index keeps none
    (“as it was”) are not looked for: they would prove nothing.
    """
    order = list(dict.fromkeys(quotes))
    candidates = _candidates(order, besides)
    found: dict[str, dict[int, Stand]] = defaultdict(dict)
    whole: dict[str, list[Opinion]] = {}
    for number, passages in candidates.items():
        quote = order[number]
        for passage in passages:
            if passage.opinion_id in found[quote]:
                continue
            for start, end in find_quotation(quote, passage.text)[:1]:
                place = Stand(passage.opinion, passage.start + start, passage.start + end, passage)
                found[quote][passage.opinion_id] = place
        if not found[quote]:
            # It may run over from one passage into the next.
            likely: Counter[Opinion] = Counter()
            for passage in passages:
                likely[passage.opinion] += _CANDIDATES if passage.has_words else 1  # type: ignore[attr-defined]
            whole[quote] = [opinion for opinion, _ in likely.most_common(_TEXTS)]
    for quote, place in _in_whole_texts(whole):
        found[quote].setdefault(place.opinion.pk, place)
    return {quote: sorted(places.values(), key=_released_first) for quote, places in found.items() if places}


def _released_first(place: Stand) -> tuple[bool, bool, int]:
    return place.opinion.released_at is None, place.opinion.is_separate, place.opinion.pk


def _candidates(quotes: Sequence[str], besides: int) -> dict[int, list[Passage]]:
    sought = [(number, *window) for number, quote in enumerate(quotes) for window in _windows(quote)]
    if not sought:
        return {}
    numbers, words, patterns = (list(column) for column in zip(*sought, strict=True))
    asked = {"numbers": numbers, "words": words, "patterns": patterns, "config": CONFIG, "besides": besides}
    passages = list(Passage.objects.raw(_SQL, asked | {"most": _CANDIDATES}))
    opinions = Opinion.objects.without_texts().select_related("case__authority")
    prefetch_related_objects(passages, Prefetch("opinion", opinions))
    by_quote: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_quote[passage.number].append(passage)  # type: ignore[attr-defined]
    return by_quote


def _windows(quote: str) -> Iterable[tuple[str, str]]:
    """Give up to three windows of a quotation: (words to ask the index for, pattern of them as they follow)."""
    stretch = max(plain_stretches(quote), key=len, default=[])
    unsure = set(_GLUED.findall(quote))
    for first, last in _cuts(len(stretch)):
        window = [[part for part in _APOSTROPHE.split(word) if part] for word in stretch[first:last]]
        indexed = [part for word in window for part in word if _INDEXED.fullmatch(part) and part not in unsure]
        if indexed:
            following = "[^[:alnum:]]+".join("['’ʼ]?".join(word) for word in window)
            yield " ".join(indexed), rf"\m{following}\M"


def _cuts(size: int) -> list[tuple[int, int]]:
    """Say where the windows of so many words begin and end: all of a few, else the first, middle and last."""
    if size < 6:
        return [(0, size)]
    wide = min(_WINDOW, size // 2)
    middle = [(0, size)] if size <= _WINDOW else [((size - wide) // 2, (size + wide) // 2)]
    return [(0, wide), *middle, (size - wide, size)]


def _in_whole_texts(whole: dict[str, list[Opinion]]) -> Iterable[tuple[str, Stand]]:
    keys = {opinion.pk for opinions in whole.values() for opinion in opinions}
    if not keys:
        return
    texts = {row.pk: row.masked for row in Opinion.objects.filter(pk__in=keys).only("text", "hidden")}
    hits = [
        (quote, opinion, place)
        for quote, opinions in whole.items()
        for opinion in opinions
        for place in find_quotation(quote, texts[opinion.pk])[:1]
    ]
    held: dict[int, list[Passage]] = defaultdict(list)
    named = Passage.objects.filter(opinion__in={opinion.pk for _, opinion, _ in hits}).defer("text", "search")
    for passage in named.order_by("start") if hits else ():
        held[passage.opinion_id].append(passage)
    for quote, opinion, (start, end) in hits:
        yield quote, Stand(opinion, start, end, passage_at(held[opinion.pk], start))


def passage_at(passages: Sequence[Passage], at: int) -> Passage:
    """Give the passage, of all of an opinion in order, in which a position stands."""
    return next(passage for passage in reversed(passages) if passage.start <= at)
