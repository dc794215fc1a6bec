"""The passage of a hit that answers best, cut to what can be read at a glance, with the matched words apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchHeadline
from django.db.models import CharField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast

from briefs.models import EditionPassage, Passage
from briefs.models.vocabulary import SEPARATE_KINDS, OpinionKind
from briefs.search.rank import opinion_counts, passage_score, section_counts
from briefs.search.words import CONFIG, Words

# ts_headline escapes nothing, so the matched words are set off by two characters of no meaning, not by tags, and what
# is shown is told apart again as plain text. A text that has these characters of its own loses them.
START, STOP = "\ue000", "\ue001"
GAP = " … "
EDGE = 24  # characters that tell whether a headline begins or ends where its text does
_SIGN = re.compile(f"([{START}{STOP}])")

Parts = list[tuple[str, bool]]  # (words, whether they match)


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


def best_snippets(editions: Sequence[dict[str, Any]], words: Words) -> dict[int, Snippet]:
    """Give each edition's best passage, of the brief or of its opinion; none for one that only its name or tags match.

    `editions` are rows with `pk`, `opinion_id` and `opinion_kind`. Two queries: the passages are ranked first, and only
    the best are cut, which is what costs.
    """
    if not words.terms:
        return {}
    by_opinion: dict[int, list[dict[str, Any]]] = {}
    for edition in editions:
        by_opinion.setdefault(edition["opinion_id"], []).append(edition)
    best: dict[int, tuple[float, bool, int]] = {}
    for in_opinion, owner, pk, score in _ranked([edition["pk"] for edition in editions], list(by_opinion), words):
        for edition in by_opinion[owner] if in_opinion else ({"pk": owner},):
            best[edition["pk"]] = max(best.get(edition["pk"], (-1.0, False, 0)), (score, not in_opinion, -pk))
    cut = _cut([(not own, -pk) for _, own, pk in best.values()], words)
    kinds = {edition["pk"]: edition["opinion_kind"] for edition in editions}
    snippets = {}
    for edition_pk, (_, own, pk) in best.items():
        place, anchor, parts = cut[not own, -pk]
        snippets[edition_pk] = Snippet(_in_words(place, kinds[edition_pk], own), anchor, not own, parts)
    return snippets


def _ranked(edition_ids: list[int], opinion_ids: list[int], words: Words) -> QuerySet[Any, Any]:
    sections = EditionPassage.objects.filter(edition__in=edition_ids, search=words.any_term)
    paragraphs = Passage.objects.released().filter(opinion__in=opinion_ids, search=words.any_term)
    return sections.values_list(Value(False), "edition_id", "pk", passage_score(words, section_counts())).union(
        paragraphs.values_list(Value(True), "opinion_id", "pk", passage_score(words, opinion_counts())), all=True
    )


def _cut(chosen: list[tuple[bool, int]], words: Words) -> dict[tuple[bool, int], tuple[str, str, Parts]]:
    """Give (place, anchor, parts) of each passage chosen, by (whether it is of an opinion, number): one query."""
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
