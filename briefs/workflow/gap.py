"""What a brief lacks: a sentence, and where in the brief it is to be mended."""

from typing import Any


class Gap(str):
    """A sentence for people that also knows its place.

    `field` names what has the gap: a field of the brief or of a holding, or "pins", "issues", "law_flags",
    "holdings", "case", "opinion" or "findings". `holding` is the number of the holding it is in, None outside of them;
    `opinion` the key of the opinion whose findings are meant.
    """

    __slots__ = ("field", "holding", "opinion")

    field: str
    holding: int | None
    opinion: int | None

    def __new__(cls, sentence: str, field: str, holding: int | None = None, opinion: int | None = None) -> "Gap":
        """Make the sentence, with its place."""
        gap = super().__new__(cls, sentence)
        gap.field, gap.holding, gap.opinion = field, holding, opinion
        return gap

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the place through a copy."""
        return Gap, (str(self), self.field, self.holding, self.opinion)
