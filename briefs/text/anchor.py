"""Hold on to a passage by its words, the words around it and its position, and find it again in a changed text."""

from dataclasses import dataclass

from rapidfuzz import fuzz

CONTEXT = 32
# Of 100: how like its old surroundings a place must be, and how far ahead of the next best, to be taken.
_LIKE = 55.0
_AHEAD = 15.0
_SUSPECT = 75.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """The quoted words, up to 32 characters on each side, and where they started."""

    quote: str
    prefix: str
    suffix: str
    start: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor's words are now: status is placed, moved, suspect or orphan; score is 0 to 100."""

    start: int
    end: int
    status: str
    score: float


def describe(text: str, start: int, end: int) -> Anchor:
    """Describe the passage [start, end) of `text`; raises ValueError for an empty or impossible one."""
    if not 0 <= start < end <= len(text):
        raise ValueError("A passage must have words and lie inside the text.")
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def locate(text: str, anchor: Anchor) -> Place:
    """Find an anchor again.

    The same words in the same surroundings are `placed` or `moved`. Words that stand in several equally
    likely places, or only nearly, are `suspect`: shown, never taken without a person. Else `orphan`.
    """
    size = len(anchor.quote)
    whole = anchor.prefix + anchor.quote + anchor.suffix
    if text[max(0, anchor.start - len(anchor.prefix)) : anchor.start + size + len(anchor.suffix)] == whole:
        return Place(anchor.start, anchor.start + size, "placed", 100.0)
    ranked = sorted(
        ((_likeness(text, start, anchor), start) for start in _occurrences(text, anchor.quote)), reverse=True
    )
    if ranked:
        best, start = ranked[0]
        runner_up = ranked[1][0] if len(ranked) > 1 else 0.0
        # Long words that stand only once need no surroundings to be known again.
        sure = best >= _LIKE or (len(ranked) == 1 and size >= CONTEXT)
        if sure and (len(ranked) == 1 or best - runner_up >= _AHEAD):
            return Place(start, start + size, "placed" if start == anchor.start else "moved", best)
        return Place(start, start + size, "suspect", best)
    near = fuzz.partial_ratio_alignment(anchor.quote, text, score_cutoff=_SUSPECT) if text else None
    if near is not None and near.dest_end > near.dest_start:
        return Place(near.dest_start, near.dest_end, "suspect", near.score)
    return Place(0, 0, "orphan", 0.0)


def _occurrences(text: str, quote: str) -> list[int]:
    found, start = [], text.find(quote)
    while start >= 0:
        found.append(start)
        start = text.find(quote, start + 1)
    return found


def _likeness(text: str, start: int, anchor: Anchor) -> float:
    before = text[max(0, start - CONTEXT) : start]
    after = text[start + len(anchor.quote) : start + len(anchor.quote) + CONTEXT]
    return (_alike(before, anchor.prefix) + _alike(after, anchor.suffix)) / 2


def _alike(now: str, then: str) -> float:
    return 100.0 if now == then else fuzz.ratio(now, then)
