"""Words found in an opinion as the search finds them, by stem and without accents, with where each stands."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVectorField
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Concat, Left, Right

from briefs.models import Opinion

MOST = 500  # places that are marked; a word that common is not looked for one by one
EDGE = 300  # characters of a passage's end and of the next one's beginning that a phrase may take in
# PostgreSQL sets what matches off by these two characters of no meaning; a text that has them is not marked.
_START, _STOP = "\ue000", "\ue001"
_SIGNS = re.compile(f"([{_START}{_STOP}])")
_WORD = re.compile(r"\w+")
_TOGETHER = re.compile(r"[\s\u2010-\u2015-]*")


class Found(NamedTuple):
    """The `number`th place in reading order where the words stand: [start, end) of the opinion's text."""

    number: int
    start: int
    end: int
    anchor: str  # element id of the passage


def find(opinion: Opinion, query: SearchQuery | None, *, together: int = 0) -> list[Found]:
    """Give every place where a released opinion's text matches, in its masked words only (INV-12): one query.

    Words that match side by side are one place. `together` is the number of words of a phrase, if one alone is sought:
    then its words are marked only where most of them stand that close, since PostgreSQL marks them wherever they are;
    and a second query looks where one passage runs on into the next, if none has it. None as query finds nothing.
    """
    if query is None:
        return []
    rows = opinion.passages.filter(search=query).annotate(marked=_headline(F("text"), query))
    found: list[Found] = []
    passage: Any
    for passage in rows.defer("search").order_by("start"):
        for start, end in _places(passage.marked, passage.text, together):
            found.append(Found(len(found) + 1, passage.start + start, passage.start + end, passage.anchor))
    if together and not found:
        found = [Found(at, *place) for at, place in enumerate(_running_on(opinion, query, together), 1)]
    return found[:MOST]


def _running_on(opinion: Opinion, query: SearchQuery, together: int) -> Iterator[tuple[int, int, str]]:
    """Give the places where a phrase begins in one passage and ends in the next: (start, end, element id)."""
    after = opinion.passages.filter(ordinal=OuterRef("ordinal") + 1)
    rows = opinion.passages.annotate(after=Subquery(after.values("text")), began=Subquery(after.values("start")))
    both = CombinedExpression(F("search"), "||", Subquery(after.values("search")), output_field=SearchVectorField())
    edges = Concat(Right("text", EDGE), Value("\n"), Left("after", EDGE))
    rows = rows.annotate(both=both, edges=edges).filter(both=query).annotate(marked=_headline(F("edges"), query))
    passage: Any
    for passage in rows.defer("search").order_by("start"):
        turn = passage.edges.index("\n", min(EDGE, len(passage.text)))
        for start, end in _places(passage.marked, passage.edges, together):
            if start < turn < end:
                yield passage.end - turn + start, passage.began + end - turn - 1, passage.anchor


def _headline(words: F, query: SearchQuery) -> SearchHeadline:
    return SearchHeadline(words, query, config="english_folded", start_sel=_START, stop_sel=_STOP, highlight_all=True)


def _places(marked: str, text: str, together: int) -> list[tuple[int, int]]:
    """Give [start, end) of each place in a text; of a phrase's words those places that have most of them."""
    spans = _spans(marked, text)
    if not together or not spans:
        return spans
    near = [spans[0]]
    for start, end in spans[1:]:
        if _size(text, (near[-1][0], end)) <= together:
            near[-1] = (near[-1][0], end)
        else:
            near.append((start, end))
    most = max(_size(text, span) for span in near)
    return [span for span in near if _size(text, span) == most]


def _size(text: str, span: tuple[int, int]) -> int:
    return len(_WORD.findall(text, *span))


def _spans(marked: str, text: str) -> list[tuple[int, int]]:
    """Read where the marked words stand in the text; none, if PostgreSQL gave another text back."""
    if _SIGNS.sub("", marked) != text:
        return []
    spans: list[tuple[int, int]] = []
    at, inside = 0, False
    for piece in _SIGNS.split(marked):
        if piece in (_START, _STOP):
            inside = piece == _START
            continue
        if inside and piece:
            if spans and _TOGETHER.fullmatch(text, spans[-1][1], at):
                spans[-1] = (spans[-1][0], at + len(piece))
            else:
                spans.append((at, at + len(piece)))
        at += len(piece)
    return spans
