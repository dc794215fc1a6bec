"""How a verb says no."""


class Refused(Exception):
    """A verb that cannot be done yet; `reasons` are sentences for the person who asked."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)
