"""Fixed words found in a text in one pass, for every kind at once.

A pattern tried at every character of an opinion is most of the time of reading it; nearly every citation holds a word
to look for first ("U.S.C", "Stat.", "Restatement"). The automaton is the one that eyecite itself stands on.
"""

from functools import lru_cache

import ahocorasick

_REGISTERED: set[str] = set()


def sought(*needles: str) -> tuple[str, ...]:
    """Register words that will be looked for in texts, and give them back."""
    _REGISTERED.update(needles)
    return needles


@lru_cache(maxsize=1)
def _automaton(size: int) -> "ahocorasick.Automaton":
    automaton = ahocorasick.Automaton()
    for word in _REGISTERED:
        automaton.add_word(word, (len(word) - 1, word))
    automaton.make_automaton()
    return automaton


def places_of_words(text: str) -> dict[str, list[int]]:
    """Give the places at which each registered word stands in `text`, in order; words that do not stand are absent."""
    found: dict[str, list[int]] = {}
    for last, (back, word) in _automaton(len(_REGISTERED)).iter(text):
        found.setdefault(word, []).append(last - back)
    return found


def is_registered(word: str) -> bool:
    """Tell whether a word is among those looked for in one pass."""
    return word in _REGISTERED
