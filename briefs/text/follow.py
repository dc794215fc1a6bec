"""Follow many passages from an old text into a new one: the texts are aligned once, each passage is then judged."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from briefs.text.anchor import (
    AHEAD,
    CONTEXT,
    LIKE,
    MOST_OFTEN,
    SUSPECT,
    Anchor,
    Place,
    ahead_of_others,
    locate,
    nearest,
    occurrences,
)
from briefs.text.moves import Moves, align

Span = tuple[int, int]

# How like the old words changed ones must be, of 100, to be shown in the place where they are expected.
_STILL_THERE = 50.0
# How far one looks on each side to tell passages apart that stand more than once.
_WIDTHS = (CONTEXT, 128, 512, 2048)


def follow(old: str, new: str, anchors: Sequence[Anchor]) -> list[Place]:
    """Find many anchors of `old` again in `new`, in their order; the two texts are aligned once.

    The alignment says which of several like passages is meant and where changed words would be; quotation and
    surroundings must agree with it. Words that changed are never more than `suspect`, nor are words that another
    passage of the old text may have become. An anchor that does not stand in `old` is looked for as by `locate`.
    """
    if old == new:
        return [_in_place(old, anchor) or locate(new, anchor) for anchor in anchors]
    following = _Following(old, new, align(old, new))
    return [following.place(anchor) if _in_place(old, anchor) else locate(new, anchor) for anchor in anchors]


def _in_place(text: str, anchor: Anchor) -> Place | None:
    end = anchor.start + len(anchor.quote)
    stands = anchor.quote and text[anchor.start : end] == anchor.quote
    return Place(anchor.start, end, "placed", 100.0, 100.0) if stands else None


@dataclass
class _Following:
    """An old and a new text, aligned, and where the sought words stand in each."""

    old: str
    new: str
    moves: Moves
    _found: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict)

    def place(self, anchor: Anchor) -> Place:
        start, end = anchor.start, anchor.start + len(anchor.quote)
        there, here = self._standing(anchor.quote)
        expected = self.moves.image(start, end)
        if expected is None or expected not in here:
            return self._unexpected(anchor, there, here)
        if max(len(there), len(here)) > MOST_OFTEN:
            return self._suspect(anchor, expected, 0.0)
        sure, score, margin = self._weighed(start, expected, len(anchor.quote), there, here)
        if not sure:
            return self._suspect(anchor, expected, margin, score)
        return Place(expected, expected + end - start, "placed" if expected == start else "moved", score, margin)

    def _standing(self, quote: str) -> tuple[list[int], list[int]]:
        if quote not in self._found:
            self._found[quote] = occurrences(self.old, quote), occurrences(self.new, quote)
        return self._found[quote]

    def _room(self, start: int, place: int, size: int) -> Span:
        """Say how far the surroundings of a passage and of a place reach before one of the texts begins or ends."""
        return min(start, place), min(len(self.old) - start, len(self.new) - place) - size

    def _like(self, start: int, place: int, size: int, widths: Span) -> float:
        """Say how like the surroundings of a place in the new text are to those of a passage of the old one."""
        left, right = (min(pair) for pair in zip(widths, self._room(start, place, size), strict=True))
        if not left + right:
            return 0.0
        before = fuzz.ratio(self.old[start - left : start], self.new[place - left : place])
        after = fuzz.ratio(self.old[start + size :][:right], self.new[place + size :][:right])
        return (left * before + right * after) / (left + right)

    def _compared(self, start: int, place: int, size: int, rival: Span, width: int) -> tuple[float, float]:
        """Say how like a pair and its rival are, looking equally far: that a text ends near by tells nothing."""
        rooms = self._room(start, place, size), self._room(*rival, size)
        widths = min(width, rooms[0][0], rooms[1][0]), min(width, rooms[0][1], rooms[1][1])
        return self._like(start, place, size, widths), self._like(*rival, size, widths)

    def _weighed(
        self, start: int, place: int, size: int, there: Sequence[int], here: Sequence[int]
    ) -> tuple[bool, float, float]:
        """Judge whether the words at `start` of the old text are those at `place`: (sure, score, margin).

        Every rival, a like passage of the old text that may have come here or a like one of the new text that this
        may have become, must be clearly less like at some width, and clearly more like at none before it. Rivals
        that no width tells apart leave only the order of the text: then all must have kept it, none added, none gone.
        """
        rivals = [(other, place) for other in there if other != start]
        rivals += [(start, other) for other in here if other != place]
        score = self._like(start, place, size, (CONTEXT, CONTEXT))
        if not rivals:
            # Long words that stand only once need no surroundings to be known again.
            alike = any(self._like(start, place, size, (width, width)) >= LIKE for width in _WIDTHS)
            return size >= CONTEXT or alike, score, score
        margin = 100.0
        for width in _WIDTHS:
            alive = []
            margin = 100.0
            for rival in rivals:
                mine, theirs = self._compared(start, place, size, rival, width)
                margin = min(margin, mine - theirs)
                if mine < LIKE or mine - theirs < AHEAD:
                    alive.append(rival)
            if margin <= -AHEAD:
                return False, score, margin
            rivals = alive
            if not rivals:
                return True, score, margin
        some = (
            _with_neighbours({start, *(old for old, new in rivals if new == place)}, there, size),
            _with_neighbours({place, *(new for old, new in rivals if old == start)}, here, size),
        )
        return self._in_one_order(*some, size) or self._in_one_order(there, here, size), score, margin

    def _in_one_order(self, there: Sequence[int], here: Sequence[int], size: int) -> bool:
        """Say whether like passages are as many as they were, and each stands where the order of the text has it."""
        images = [self.moves.image(at, at + size) for at in there]
        return images == list(here) and all(self.moves.in_order(at, at + size) for at in there)

    def _unexpected(self, anchor: Anchor, there: Sequence[int], here: Sequence[int]) -> Place:
        """Place an anchor whose words the alignment does not find together: moved alone, changed, or gone."""
        start, size = anchor.start, len(anchor.quote)
        near = self._changed(anchor)
        own = self.moves.old.touching(start, start + size)
        free = [at for at in here if self._is_free(at, size, own)]
        if not free and len(here) == len(there) == 1 and self.moves.origin(here[0], here[0] + size) is None:
            free = list(here)  # words that stand once in both texts are these; at the edge of a move a full stop strays
        lost = [at for at in there if self.moves.image(at, at + size) is None]
        is_telling = size >= CONTEXT or len(here) == len(there) == 1
        if len(free) == 1 and lost == [start] and is_telling and max(len(there), len(here)) <= MOST_OFTEN:
            place = free[0]
            sure, score, margin = self._weighed(start, place, size, there, here)
            # Words that still stand in their place, changed, are likelier meant than a copy of them elsewhere.
            changed = near is not None and near.score >= SUSPECT and (near.end <= place or near.start >= place + size)
            if sure and not changed:
                return Place(place, place + size, "placed" if place == start else "moved", score, margin)
        if near is not None and near.score >= SUSPECT:
            return near
        if here:
            best = max(free or here, key=lambda at: self._like(start, at, size, (CONTEXT, CONTEXT)))
            return self._suspect(anchor, best, None)
        found = nearest(self.new, anchor.quote)
        return max((one for one in (near, found) if one), key=lambda one: one.score)

    def _is_free(self, place: int, size: int, own: range) -> bool:
        """Say whether no other words of the old text became the words at a place of the new one."""
        fellows = (self.moves.back[at] for at in self.moves.new.touching(place, place + size))
        return all(fellow < 0 or fellow in own for fellow in fellows)

    def _changed(self, anchor: Anchor) -> Place | None:
        """Give what stands where the anchor's words are expected, if it is still like them."""
        gap = self.moves.gap(anchor.start, anchor.start + len(anchor.quote))
        if gap is None:
            return None
        score = fuzz.ratio(anchor.quote, self.new[slice(*gap)], score_cutoff=_STILL_THERE)
        if not score:
            return None
        return Place(*gap, "suspect", score, ahead_of_others(self.new, gap, anchor.quote, score))

    def _suspect(self, anchor: Anchor, place: int, margin: float | None, score: float | None = None) -> Place:
        """Propose a place where the very words stand, though others may be meant."""
        start, size = anchor.start, len(anchor.quote)
        if score is None:
            score = self._like(start, place, size, (CONTEXT, CONTEXT))
        if margin is None:
            rivals = [at for at in self._standing(anchor.quote)[1][:MOST_OFTEN] if at != place]
            margin = score - max((self._like(start, at, size, (CONTEXT, CONTEXT)) for at in rivals), default=0.0)
        return Place(place, place + size, "suspect", score, max(0.0, margin))


def _with_neighbours(some: set[int], every: Sequence[int], size: int) -> list[int]:
    """Give the passages and all like ones that stand so near to one another that their surroundings run together."""
    groups: list[list[int]] = []
    last = -1
    for at in every:
        if groups and at - last <= size + CONTEXT:
            groups[-1].append(at)
        else:
            groups.append([at])
        last = at
    return [at for group in groups if some & set(group) for at in group]
