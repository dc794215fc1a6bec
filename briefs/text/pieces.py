"""How every character of a raw text got into the clean text: the map between the two."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefs.text.marks import Mark

TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """Raw characters [raw_start, raw_end) and the clean characters [clean_start, clean_end) they became.

    A piece named "text" is copied as it stands, so both sides have the same length. Any other name is a
    named artefact: what it was in the raw text, with the clean characters that took its place, if any.
    """

    raw_start: int
    raw_end: int
    clean_start: int
    clean_end: int
    name: str


@dataclass(frozen=True)
class Clean:
    """A clean text, its marks, and the pieces that tile the raw text exactly, in raw order."""

    text: str
    marks: tuple[Mark, ...]
    pieces: tuple[Piece, ...]
    _raw_starts: list[int] = field(init=False, repr=False, compare=False)
    _texts: list[Piece] = field(init=False, repr=False, compare=False)
    _clean_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        texts = sorted((p for p in self.pieces if p.name == TEXT), key=lambda p: p.clean_start)
        object.__setattr__(self, "_raw_starts", [piece.raw_start for piece in self.pieces])
        object.__setattr__(self, "_texts", texts)
        object.__setattr__(self, "_clean_starts", [piece.clean_start for piece in texts])

    def to_raw(self, offset: int) -> int:
        """Give the raw offset of a clean one; between copied pieces, the end of the copied piece before it."""
        at = bisect_right(self._clean_starts, offset) - 1
        if at < 0:
            return self._texts[0].raw_start if self._texts else 0
        piece = self._texts[at]
        return piece.raw_start + min(offset - piece.clean_start, piece.raw_end - piece.raw_start)

    def to_clean(self, raw: int) -> int | None:
        """Give the clean offset of a raw character, or None where it is not copied into the clean text."""
        at = bisect_right(self._raw_starts, raw) - 1
        if at < 0:
            return None
        piece = self.pieces[at]
        if piece.name != TEXT or raw >= piece.raw_end:
            return None
        return piece.clean_start + raw - piece.raw_start

    def of_kind(self, kind: str) -> Iterator[tuple[Mark, str]]:
        """Give the marks of one kind with the clean words under them, in order."""
        for mark in self.marks:
            if mark.kind == kind:
                yield mark, self.text[mark.start : mark.end]
