"""The passage of a hit that answers best, cut to what can be read at a glance, with the matched words apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefs.models import Shelf, anchor_of, place_of
from briefs.models.vocabulary import SEPARATE_KINDS, OpinionKind
from briefs.search.statements import BEST, CUT, Question, Rows
from briefs.search.windows import window
from briefs.search.words import MOST_TERMS, Words

# ts_headline escapes nothing, so the matched words are set off by two characters of no meaning, not by tags, and what
# is shown is told apart again as plain text. A text that has these characters of its own loses them.
START, STOP = "\ue000", "\ue001"
GAP = " … "
HEADLINE = f'StartSel="{START}", StopSel="{STOP}", FragmentDelimiter="{GAP}", MaxWords=32, MinWords=14, MaxFragments=2'
EDGE = 24  # characters that tell whether a headline begins or ends where its text does
_SIGN = re.compile(f"([{START}{STOP}])")

# A passage is chosen to be shown by `ts_rank`, which hardly heeds how often a term stands in it, to which the closeness
# of all terms is added, made less than 1; the sum counts once for each different term, more for one that few rows have.
# Between equals a holding says most to the reader, then the brief's other words, then the opinion's; a heading or
# caption says least.
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


class Best(NamedTuple):
    """The best passage of a row, as `BEST` gives it."""

    in_opinion: bool
    owner: int
    kind: str  # of another: the element id on the page it stands on
    label: str  # of another: the name of its place
    ordinal: int
    pk: int
    score: float
    near: float  # how near the words stand in it, 0 to 1
    told: float  # how many of them it has, each as it counts
    text: str
    stems: str  # of the words sought, with a space between

    @property
    def place(self) -> str:
        """Name where it stands."""
        return place_of(self.kind, self.label) if self.in_opinion else self.label

    @property
    def anchor(self) -> str:
        """Give the element id on the page it stands on."""
        return anchor_of(self.kind, self.label, self.ordinal) if self.in_opinion else self.kind


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
            if matching:
                _join(parts)
    shown = "".join(piece for piece, _ in parts).strip()
    if shown and not text.lstrip().startswith(shown[:EDGE]):
        parts.insert(0, (GAP.lstrip(), False))
    if shown and not text.rstrip().endswith(shown[-EDGE:]):
        parts.append((GAP.rstrip(), False))
    return parts


def _join(parts: Parts) -> None:
    """Put the last words to those before them that match too, with nothing or a hyphen between: “07-2278-ag” is one."""
    before = [("", False), ("", False), *parts[:-1]]
    number = 1 if before[-1][1] else 2 if before[-1] == ("-", False) and before[-2][1] else 0
    if number:
        parts[-number - 1 :] = [("".join(words for words, _ in parts[-number - 1 :]), True)]


def best_passages(rows: Sequence[Sought], found: Rows) -> dict[int, Best]:
    """Give each row's best passage, by its number, of what `asked_for` found; none for what only a name or tag has."""
    best = {}
    told: dict[tuple[bool, int], list[Best]] = {}
    for one in map(Best._make, found):
        told.setdefault((one.in_opinion, one.owner), []).append(one)
    for row in rows:
        own = f"holding-{row.number}" if row.shelf in (Shelf.HOLDING, Shelf.APART) else ""
        passages = [] if row.shelf == Shelf.OPINION else told.get((False, row.edition_id), [])
        if own:
            passages = [one for one in passages if one.anchor == own]
        else:
            passages = [*passages, *told.get((True, row.opinion_id), [])]
        if passages:
            best[row.pk] = max(passages, key=lambda one: (one.score, -one.pk))
    return best


def asked_for(rows: Sequence[Sought], words: Words, counts: Sequence[float] = ()) -> list[Question]:
    """Give the question for the passages of rows that have the words; none for no words or rows.

    `counts` says how much each term counts, if not all the same.
    """
    if not words.terms or not rows:
        return []
    terms = list(words.terms[:MOST_TERMS])
    whole = sum(counts) / len(terms)  # on average each counts 1
    values = {
        "opinions": sorted({row.opinion_id for row in rows if row.shelf in (Shelf.BRIEF, Shelf.OPINION)}),
        "editions": sorted({row.edition_id for row in rows if row.edition_id}),
        "any": " or ".join(words.terms),
        "all": " ".join(words.terms) if len(words.terms) > 1 else "",  # one word stands near nothing
        "terms": terms,
        "several": len(words.terms) > 1,
        "counts": [one / whole for one in counts] if whole else [1.0] * len(terms),
        "equal": EQUAL,
        "below_one": BELOW_ONE,
        "holding": HOLDING_COUNTS,
        "section": SECTION_COUNTS,
        "read": OPINION_COUNTS,
        "front": FRONT_COUNTS,
    }
    return [(BEST, values)]


def snippets(best: Mapping[int, Best], kinds: Mapping[int, str], found: Rows) -> dict[int, Snippet]:
    """Give each row's best passage, as `cut_of` found it; `kinds` says what writing each row is of."""
    told = {}
    for (row, one), (marked,) in zip(best.items(), found, strict=True):
        place = in_words(one.place, kinds[row], not one.in_opinion)
        told[row] = Snippet(place, one.anchor, one.in_opinion, parts_of(marked, one.text))
    return told


def cut_of(best: Mapping[int, Best], words: Words) -> list[Question]:
    """Give the question for the passages, cut to what shows the words, in their order; none for none."""
    if not best:
        return []
    values = {
        "any": " or ".join(words.terms),
        "cut": HEADLINE,
        "start": START,
        "parts": [window(one.text, one.stems.split()) for one in best.values()],
        "in_opinion": [one.in_opinion for one in best.values()],
        "pks": [one.pk for one in best.values()],
    }
    return [(CUT, values)]


def in_words(place: str, kind: str, own: bool) -> str:
    """Name a place in a sentence; whose opinion a paragraph stands in is never left out (INV-2)."""
    if own:
        return place[:1].lower() + place[1:]
    names = {OpinionKind.DISSENT: "dissent", OpinionKind.CONCURRENCE: "concurrence"}
    return f"{place} of the {names.get(OpinionKind(kind), 'separate opinion' if kind in SEPARATE_KINDS else 'opinion')}"
