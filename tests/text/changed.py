"""A text that was changed with every kept stretch known: the truth that followed anchors are held against."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Indel

Span = tuple[int, int]


@dataclass(frozen=True)
class Changed:
    """A text, what became of it, and the new place of each old stretch that was kept: (old start, old end, new)."""

    old: str
    new: str
    kept: list[tuple[int, int, int]]

    def truth(self, start: int, end: int) -> int | None:
        """Where a passage went; None if a character of it was changed or one was put into it."""
        return next((new + start - first for first, last, new in self.kept if first <= start and end <= last), None)

    @property
    def cost(self) -> int:
        """How many characters were taken and put; a stretch that was moved was taken and put."""
        taken = put = far = 0
        for first, last, _ in self.kept:
            if first >= far:
                far = last
            else:
                taken, put = taken + last - first, put + last - first
        kept = sum(last - first for first, last, _ in self.kept)
        return len(self.old) - kept + taken + len(self.new) - kept + put

    def might_be(self, span: Span, place: int) -> bool:
        """Whether a change no larger than the real one would have brought the passage to this place.

        Then nothing in the two texts can tell the one from the other: the very same words stand there.
        """
        start, end = span
        before = Indel.distance(self.old[:start], self.new[:place])
        after = Indel.distance(self.old[end:], self.new[place + end - start :])
        return before + after <= self.cost


def joined(old: str, parts: Iterable[str | Span]) -> Changed:
    """Put a new text together from new words and stretches of the old one."""
    kept: list[tuple[int, int, int]] = []
    new, at = [], 0
    for part in parts:
        words = part if isinstance(part, str) else old[slice(*part)]
        if not isinstance(part, str) and words:
            first, last, began = kept[-1] if kept else (0, 0, 0)
            if kept and last == part[0] and began + last - first == at:
                kept[-1] = (first, part[1], began)
            else:
                kept.append((*part, at))
        new.append(words)
        at += len(words)
    return Changed(old, "".join(new), kept)
