"""Hold on to a passage by its words, the words around it and its position, and find it again in a changed text."""

from dataclasses import dataclass

from rapidfuzz import fuzz

CONTEXT = 32
# Of 100: how like its old surroundings a place must be, and how far ahead of the next best, to be taken; chance
# likeness of 32 characters of English is about 34, one time in a hundred 53.
LIKE = 60.0
AHEAD = 15.0
# How like the old words changed ones must be to be shown.
SUSPECT = 75.0
# Words that stand oftener than this are never told apart by a machine; longer ones are only looked for in their place.
MOST_OFTEN, _LONGEST_SOUGHT = 1000, 6000


@dataclass(frozen=True, slots=True)
class Anchor:
    """The quoted words, up to 32 characters on each side, and where they started."""

    quote: str
    prefix: str
    suffix: str
    start: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor's words are now: status is placed, moved, suspect or orphan.

    `score` says how like they are (the words, or the surroundings of words that stand more than once), `margin`
    how far ahead of the next best place; both 0 to 100.
    """

    start: int
    end: int
    status: str
    score: float
    margin: float = 0.0


ORPHAN = Place(0, 0, "orphan", 0.0)


def describe(text: str, start: int, end: int) -> Anchor:
    """Describe the passage [start, end) of `text`; raises ValueError for an empty or impossible one."""
    if not 0 <= start < end <= len(text):
        raise ValueError("A passage must have words and lie inside the text.")
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def locate(text: str, anchor: Anchor) -> Place:
    """Find an anchor again in a text of which no earlier version is known; where one is, `follow` knows more.

    The same words in the same surroundings are `placed` or `moved`. Words that stand in several equally
    likely places, or only nearly, are `suspect`: shown, never taken without a person. Else `orphan`.
    """
    size = len(anchor.quote)
    whole = anchor.prefix + anchor.quote + anchor.suffix
    if text[max(0, anchor.start - len(anchor.prefix)) : anchor.start + size + len(anchor.suffix)] == whole:
        return Place(anchor.start, anchor.start + size, "placed", 100.0, 100.0)
    ranked = sorted(
        ((_likeness(text, start, anchor), start) for start in occurrences(text, anchor.quote)), reverse=True
    )
    if not ranked:
        return nearest(text, anchor.quote)
    best, start = ranked[0]
    ahead = best - ranked[1][0] if len(ranked) > 1 else 100.0
    # Long words that stand only once need no surroundings to be known again.
    if ahead >= AHEAD and (best >= LIKE or (len(ranked) == 1 and size >= CONTEXT)):
        return Place(start, start + size, "placed" if start == anchor.start else "moved", best, ahead)
    return Place(start, start + size, "suspect", best, ahead if len(ranked) > 1 else best)


def candidates(text: str, anchor: Anchor, most: int = 5) -> list[Place]:
    """Give the places a person may choose from, likeliest first: where the very words stand, or the nearest ones."""
    size = len(anchor.quote)
    found = [
        Place(start, start + size, "suspect", _likeness(text, start, anchor))
        for start in occurrences(text, anchor.quote)[:MOST_OFTEN]
    ]
    near = nearest(text, anchor.quote)
    if not found and near.status == "suspect":
        found = [near, nearest(text[: near.start], anchor.quote)]
        after = nearest(text[near.end :], anchor.quote)
        if after.status == "suspect":
            found.append(Place(after.start + near.end, after.end + near.end, "suspect", after.score))
    return sorted((one for one in found if one.status != "orphan"), key=lambda one: -one.score)[:most]


def occurrences(text: str, quote: str) -> list[int]:
    """Give where the words stand, overlapping ones too; of words that stand everywhere only so many that it shows."""
    found: list[int] = []
    start = text.find(quote)
    while start >= 0 and len(found) <= MOST_OFTEN:
        found.append(start)
        start = text.find(quote, start + 1)
    return found


def _likeness(text: str, start: int, anchor: Anchor) -> float:
    before = text[max(0, start - CONTEXT) : start]
    after = text[start + len(anchor.quote) : start + len(anchor.quote) + CONTEXT]
    return (fuzz.ratio(before, anchor.prefix) + fuzz.ratio(after, anchor.suffix)) / 2


def nearest(text: str, quote: str) -> Place:
    """Give the nearest words anywhere, or the orphan's place."""
    if not text or len(quote) > _LONGEST_SOUGHT:
        return ORPHAN
    near = fuzz.partial_ratio_alignment(quote, text, score_cutoff=SUSPECT)
    if near is None or near.dest_end <= near.dest_start:
        return ORPHAN
    start, end = _whole_words(text, near.dest_start, near.dest_end)
    ahead = ahead_of_others(text, (start, end), quote, near.score)
    return Place(start, end, "suspect", near.score, ahead)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen or narrow a stretch that was found by its letters to the words it mostly covers."""
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end - 1 and text[start].isspace():
        start += 1
    while end - 1 > start and text[end - 1].isspace():
        end -= 1
    return start, end


def ahead_of_others(text: str, place: tuple[int, int], quote: str, score: float) -> float:
    """Say how far a place is ahead of the next best one outside it."""
    if len(quote) > _LONGEST_SOUGHT:
        return score
    rest = (text[: place[0]], text[place[1] :])
    others = (fuzz.partial_ratio(quote, one) for one in rest if len(one) >= len(quote))
    return max(0.0, score - max(others, default=0.0))
