"""The passage of a hit that answers best, cut to what can be read at a glance, with the matched words apart."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import Case, CharField, F, FloatField, IntegerField, QuerySet, Value, When
from django.db.models.functions import Cast

from briefs.models import EditionPassage, Passage, Shelf
from briefs.models.vocabulary import SEPARATE_KINDS, OpinionKind
from briefs.search.rank import MOST_TERMS
from briefs.search.words import CONFIG, Words

# ts_headline escapes nothing, so the matched words are set off by two characters of no meaning, not by tags, and what
# is shown is told apart again as plain text. A text that has these characters of its own loses them.
START, STOP = "\ue000", "\ue001"
GAP = " … "
EDGE = 24  # characters that tell whether a headline begins or ends where its text does
_SIGN = re.compile(f"([{START}{STOP}])")

# A passage is chosen to be shown by `ts_rank`, which hardly heeds how often a term stands in it, to which the closeness
# of all terms is added, made less than 1; the sum counts once for each different term. Between equals a holding says
# most to the reader, then the brief's other words, then the opinion's; a heading or caption says least.
EQUAL = [1.0, 1.0, 1.0, 1.0]
BELOW_ONE = 32  # ts_rank_cd's own number for rank / (rank + 1)
HOLDING_COUNTS, SECTION_COUNTS, OPINION_COUNTS, FRONT_COUNTS = 1.5, 1.2, 1.0, 0.3

Parts = list[tuple[str, bool]]  # (words, whether they match)


@dataclass(frozen=True)
class Sought:
    """A search row whose best passage is sought."""

    pk: int
    shelf: int
    opinion_id: int
    edition_id: int
    number: int  # of a holding


@dataclass(frozen=True)
class Best:
    """The best passage of a row: whose it is, its number, and how near the words stand in it, 0 to 1."""

    in_opinion: bool
    pk: int
    near: float


@dataclass(frozen=True)
class Snippet:
    """Words of a passage, and where it stands: “holding 3”, “para. 27 of the opinion”."""

    place: str
    anchor: str  # element id on the page it stands on
    in_opinion: bool
    parts: Parts


def parts_of(headline: str, text: str) -> Parts:
    """Cut a headline of a text into words that match and words that do not; dots show where the text goes on."""
    parts: Parts = []
    matching = False
    for piece in _SIGN.split(headline):
        if piece in (START, STOP):
            matching = piece == START
        elif piece:
            parts.append((piece, matching))
    shown = "".join(piece for piece, _ in parts).strip()
    if shown and not text.lstrip().startswith(shown[:EDGE]):
        parts.insert(0, (GAP.lstrip(), False))
    if shown and not text.rstrip().endswith(shown[-EDGE:]):
        parts.append((GAP.rstrip(), False))
    return parts


def best_passages(rows: Iterable[Sought], words: Words) -> dict[int, Best]:
    """Give each row's best passage, by its number; none for one that only its name or tags match. One query."""
    rows = list(rows)
    if not words.terms or not rows:
        return {}
    sections, opinions = _ranked(rows, words)
    best: dict[int, tuple[float, int, Best]] = {}
    told: dict[tuple[bool, int], list[tuple[str, int, float, float]]] = {}
    for in_opinion, owner, anchor, pk, score, near in sections.union(opinions, all=True):
        told.setdefault((in_opinion, owner), []).append((anchor, pk, score, near))
    for row in rows:
        own = f"holding-{row.number}" if row.shelf in (Shelf.HOLDING, Shelf.APART) else ""
        passages = [] if row.shelf == Shelf.OPINION else [(False, one) for one in told.get((False, row.edition_id), [])]
        if not own:
            passages += [(True, one) for one in told.get((True, row.opinion_id), [])]
        for in_opinion, (anchor, pk, score, near) in passages:
            if not own or anchor == own:
                better = (score, -pk, Best(in_opinion, pk, near))
                best[row.pk] = max(best.get(row.pk, better), better, key=lambda one: one[:2])
    return {pk: one for pk, (_, _, one) in best.items()}


def _ranked(rows: Sequence[Sought], words: Words) -> tuple[QuerySet[Any, Any], QuerySet[Any, Any]]:
    editions = {row.edition_id for row in rows if row.edition_id}
    opinions = {row.opinion_id for row in rows if row.shelf in (Shelf.BRIEF, Shelf.OPINION)}
    # Compared with a number, so that PostgreSQL goes by the owner and does not ask the index of words for each passage.
    found = Case(When(search=words.any_term, then=Value(1)), default=Value(0))
    some = SearchRank(F("search"), words.any_term, weights=EQUAL)
    near = SearchRank(F("search"), words.all_terms, weights=EQUAL, normalization=Value(BELOW_ONE), cover_density=True)
    several = len(words.terms) > 1
    score = (some + near) * _words_told(words) if several else some
    near = near if several else Value(0.0, output_field=FloatField())
    holding = When(anchor__startswith="holding-", then=Value(HOLDING_COUNTS))
    of_section = Case(holding, default=Value(SECTION_COUNTS), output_field=FloatField())
    read = When(kind__in=("paragraph", "footnote"), then=Value(OPINION_COUNTS))
    of_opinion = Case(read, default=Value(FRONT_COUNTS), output_field=FloatField())
    sections = EditionPassage.objects.filter(edition__in=editions).annotate(found=found).filter(found=1)
    paragraphs = Passage.objects.released().filter(opinion__in=opinions).annotate(found=found).filter(found=1)
    # Of an opinion only the best is fetched: a long one has hundreds that match.
    best = paragraphs.annotate(score=score * of_opinion).order_by("opinion_id", "-score", "pk").distinct("opinion_id")
    return (
        sections.values_list(Value(False), "edition_id", Cast("anchor", CharField()), "pk", score * of_section, near),
        best.values_list(Value(True), "opinion_id", Value("", output_field=CharField()), "pk", F("score"), near),
    )


def _words_told(words: Words) -> Any:
    """Give how many different terms a passage has: the one that has more of the question answers it better."""
    found: Any = Value(0.0)
    for term in words.terms[:MOST_TERMS]:
        query = SearchQuery(term, config=CONFIG, search_type="websearch")
        found += Case(When(search=query, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
    return found


def snippets(best: Mapping[int, Best], kinds: Mapping[int, str], words: Words) -> dict[int, Snippet]:
    """Cut each row's best passage; `kinds` says what writing each row is of. One query, or none for none."""
    if not best:
        return {}
    cut = _cut({(one.in_opinion, one.pk) for one in best.values()}, words)
    told = {}
    for row, one in best.items():
        if (one.in_opinion, one.pk) in cut:
            place, anchor, parts = cut[one.in_opinion, one.pk]
            told[row] = Snippet(_in_words(place, kinds[row], not one.in_opinion), anchor, one.in_opinion, parts)
    return told


def _cut(chosen: set[tuple[bool, int]], words: Words) -> dict[tuple[bool, int], tuple[str, str, Parts]]:
    """Give (place, anchor, parts) of each passage chosen, by (whether it is of an opinion, number)."""
    headline = SearchHeadline(
        "text",
        words.any_term,
        config=CONFIG,
        start_sel=START,
        stop_sel=STOP,
        max_words=32,
        min_words=14,
        max_fragments=2,
        fragment_delimiter=GAP,
    )
    sections = EditionPassage.objects.filter(pk__in=[pk for in_opinion, pk in chosen if not in_opinion])
    paragraphs = Passage.objects.filter(pk__in=[pk for in_opinion, pk in chosen if in_opinion])
    none = Value(0, output_field=IntegerField())
    rows = sections.values_list(Value(False), "pk", F("place"), F("anchor"), none, headline, "text").union(
        paragraphs.values_list(
            Value(True), "pk", Cast("kind", CharField()), Cast("label", CharField()), F("ordinal"), headline, "text"
        ),
        all=True,
    )
    cut = {}
    for in_opinion, pk, place, anchor, ordinal, marked, text in rows:
        if in_opinion:
            passage = Passage(kind=place, label=anchor, ordinal=ordinal)
            place, anchor = passage.place, passage.anchor
        cut[in_opinion, pk] = place, anchor, parts_of(marked, text)
    return cut


def _in_words(place: str, kind: str, own: bool) -> str:
    """Name a place in a sentence; whose opinion a paragraph stands in is never left out (INV-2)."""
    if own:
        return place[:1].lower() + place[1:]
    names = {OpinionKind.DISSENT: "dissent", OpinionKind.CONCURRENCE: "concurrence"}
    return f"{place} of the {names.get(OpinionKind(kind), 'separate opinion' if kind in SEPARATE_KINDS else 'opinion')}"
