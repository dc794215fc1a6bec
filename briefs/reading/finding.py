"""Words found in an opinion as the search finds them, by stem and without accents, with where each stands."""

import re
from typing import NamedTuple

from django.contrib.postgres.search import SearchHeadline, SearchQuery

from briefs.models import Opinion

MOST = 500  # places that are marked; a word that common is not looked for one by one
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


def find(opinion: Opinion, query: SearchQuery | None, *, together: bool = False) -> list[Found]:
    """Give every place where a released opinion's text matches, in its masked words only (INV-12): one query.

    Words that match side by side are one place; with `together`, in each passage only where most of them stand so:
    PostgreSQL marks the words of a phrase wherever they are. None looks for nothing and asks nothing.
    """
    if query is None:
        return []
    headline = SearchHeadline(
        "text", query, config="english_folded", start_sel=_START, stop_sel=_STOP, highlight_all=True
    )
    rows = opinion.passages.filter(search=query).annotate(marked=headline).defer("search").order_by("start")
    found = []
    for passage in rows:
        spans = _spans(passage.marked, passage.text)
        if together:
            most = max((_size(passage.text, span) for span in spans), default=0)
            spans = [span for span in spans if _size(passage.text, span) == most]
        for start, end in spans:
            found.append(Found(len(found) + 1, passage.start + start, passage.start + end, passage.anchor))
    return found[:MOST]


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
