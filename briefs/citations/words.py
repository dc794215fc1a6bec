"""Fixed words found in a text in one pass, for every kind at once.

A pattern tried at every character of an opinion is most of the time of reading it; nearly every citation holds a word
to look for first ("U.S.C", "Stat.", "Restatement"). The automaton is the one that eyecite itself stands on.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

import ahocorasick  # type: ignore[import-not-found, unused-ignore]

_REGISTERED: set[str] = set()


def sought(*needles: str) -> tuple[str, ...]:
    """Register words that will be looked for in texts, and give them back."""
    _REGISTERED.update(needles)
    return needles


def is_sought(word: str) -> bool:
    """Tell whether a word is registered."""
    return word in _REGISTERED


def _automaton(needles: Iterable[str]) -> "ahocorasick.Automaton":
    automaton = ahocorasick.Automaton()
    for word in needles:
        automaton.add_word(word, (len(word) - 1, word))
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=1)
def _registered(size: int) -> "ahocorasick.Automaton":
    return _automaton(_REGISTERED)


def places_of_sought(text: str) -> dict[str, list[int]]:
    """Give the places at which each registered word stands in `text`, in order; words that do not stand are absent."""
    found: dict[str, list[int]] = {}
    for last, (back, word) in _registered(len(_REGISTERED)).iter(text):
        found.setdefault(word, []).append(last - back)
    return found


_FEW = 16  # words that are found one by one before an automaton of them is made


def _each(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def places_of(needles: Collection[str], text: str) -> list[tuple[int, str]]:
    """Give the places at which the words stand in `text`, in order, in one pass however many they are."""
    if len(needles) <= _FEW:
        return sorted((place, word) for word in needles for place in _each(word, text))
    return sorted((last - back, word) for last, (back, word) in _automaton(needles).iter(text))
