"""What a brief lacks: a sentence, and where in the brief it is to be mended."""

from typing import Any


class Gap(str):
    """A sentence for people that also knows its place.

    `field` names what has the gap: a field of the brief or of a holding, or "pins", "issues", "law_flags",
    "holdings", "case" or "opinion". `holding` is the number of the holding it is in, None outside of them.
    """

    __slots__ = ("field", "holding")

    field: str
    holding: int | None

    def __new__(cls, sentence: str, field: str, holding: int | None = None) -> "Gap":
        """Make the sentence, with its place."""
        gap = super().__new__(cls, sentence)
        gap.field, gap.holding = field, holding
        return gap

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the place through a copy."""
        return Gap, (str(self), self.field, self.holding)
