"""One name spelt two ways."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from briefs.text.doctor.shapes import Chart, Found, Kind

_WORD = re.compile(r"[A-ZÀ-Þ](?<![\w-].)(?:[a-zà-ÿ]{4,}|[A-ZÀ-Þ]{4,})(?=(?:[’']s)?(?![\w-]))")
_LEAST = 7  # letters of a name that is compared; shorter ones are too often alike
_LONG = re.compile(r"[A-ZÀ-Þ](?<![\w-].)(?:[a-zà-ÿ]{6,}|[A-ZÀ-Þ]{6,})(?=(?:[’']s)?(?![\w-]))")
_INFLECTED = {"", "s", "es", "r", "rs", "er", "ers", "ed", "a", "as"}  # Chargers and charges; Ivanov and Ivanova
# How a family of surnames ends wherever it is written in Latin letters, and how it is often misspelt.
_ENDINGS = (("shvilli", "shvili"), ("shwili", "shvili"), ("adzhe", "adze"))


def look(chart: Chart) -> Iterator[Found]:
    """Find the rarer spelling of two that differ by a letter or two and stand beside the same other name.

    Two people may be called nearly alike, so a spelling counts only with the same name after or before it, or, for a
    case's name, at the same volume and page.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _LONG.finditer(chart.text):
        places.setdefault(match.group().casefold(), []).append(match.span())
    alike = {
        frozenset((one, other))
        for one, other in _pairs(places)
        if _beside(chart, places[one]) & _beside(chart, places[other])
        and not (_is_a_word(chart, one) or _is_a_word(chart, other))
    }
    often = Counter({word: len(places[word]) for pair in alike for word in pair})
    told: set[str] = set()
    commonest = sorted(often, key=lambda word: (-often[word], word))
    for rarer in sorted(often, key=lambda word: (often[word], word)):
        for other in commonest:
            if other in told or frozenset((rarer, other)) not in alike:
                continue
            told.add(rarer)
            for start, end in places[rarer]:
                printed = chart.text[start:end]
                shown = other.upper() if printed.isupper() else other.capitalize()
                yield Found(start, end, f"This name is spelt {printed} here and {other.capitalize()} elsewhere.", shown)
            break
    known = list(_known_otherwise(chart))
    yield from known
    yield from (one for one in _misspelt(chart, places, told) if one.start not in {other.start for other in known})


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the words that differ by a letter or two; such begin alike."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word)
    for some in by_letter.values():
        for one, other in combinations(some, 2):
            if -3 < len(one) - len(other) < 3 and _alike(one, other):
                yield one, other


def _is_a_word(chart: Chart, word: str) -> bool:
    """Tell a word that the text prints in small letters too from a name."""
    return word in chart.text and bool(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", chart.text))


def _known_otherwise(chart: Chart) -> Iterator[Found]:
    """Find a case's name that the library has with a letter or two other, for the same volume and page."""
    for one in chart.cited:
        known_as = [known for known in _WORD.findall(one.known_as) if len(known) >= _LEAST]
        for match in _WORD.finditer(chart.text, one.start, one.end) if known_as else ():
            printed = match.group()
            for known in known_as:
                if printed.casefold() != known.casefold() and _alike(printed.casefold(), known.casefold()):
                    why = f"This name is spelt {printed} here and {known} where other opinions cite the case."
                    yield Found(*match.span(), why, known)


def _misspelt(chart: Chart, places: dict[str, list[tuple[int, int]]], told: set[str]) -> Iterator[Found]:
    for word, spans in places.items():
        for wrong, right in _ENDINGS:
            if word.endswith(wrong) and word not in told and not _is_a_word(chart, word):
                for start, end in spans:
                    printed = chart.text[start:end]
                    instead = printed[: -len(wrong)] + (right.upper() if printed.isupper() else right)
                    yield Found(start, end, f"Names of this family end in -{right}, so this may be {instead}.", instead)


def _alike(one: str, other: str) -> bool:
    if one[0] != other[0] or Levenshtein.distance(one, other, score_cutoff=2) > 2:
        return False
    shared = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    return not {one[shared:], other[shared:]} <= _INFLECTED


def _beside(chart: Chart, spans: list[tuple[int, int]]) -> set[str]:
    """Give the other names that a name stands beside, and the volume and page that follow it in a citation."""
    found = set()
    for start, end in spans:
        after = re.match(r"[’']?s?,?\s+(?:[A-Z]\.\s+)?([A-ZÀ-Þ][\w-]{3,})", chart.text[end : end + 40])
        before = re.search(r"([A-ZÀ-Þ][\w-]{3,})\s+(?:[A-Z]\.\s+)?$", chart.text[max(0, start - 40) : start])
        cite = re.match(r"[^.;\n]{0,80}?\b(\d{1,4} [A-Z][\w. ]{1,12} \d{1,5})\b", chart.text[end : end + 120])
        found |= {match[1].casefold() for match in (after, before, cite) if match}
    return found


KIND = Kind("name", "Name spelt two ways", look)
