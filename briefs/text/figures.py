"""A quick look whether a text has some run of figures at all, before it is searched for one letter by letter."""

from functools import lru_cache

_AS_ZERO = bytes.maketrans(b"123456789", b"000000000")
# The bytes of ASCII, and those that begin and go on letters with accents, punctuation and symbols: no figures but 0-9.
_NO_OTHERS = bytes((*range(0xC0), 0xC2, 0xC3, 0xC4, 0xC5, 0xE2))


def may_have(text: str, *runs: bytes) -> bool:
    """Tell whether a text has one of the runs, in which 0 stands for any figure; True where that is not easily told."""
    shown = zeroed(text)
    return shown is None or any(run in shown for run in runs)


@lru_cache(maxsize=8)
def zeroed(text: str) -> bytes | None:
    """Give a text with a 0 for every figure; None if it may have figures of another alphabet."""
    plain = text.encode("utf-8", "surrogatepass")
    return None if plain.translate(None, _NO_OTHERS) else plain.translate(_AS_ZERO)
