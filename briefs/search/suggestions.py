"""What to try when nothing has all the words: a name spelt right, fewer words, issues alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from briefs.models import Issue
from briefs.search.taxonomy import Taxonomy
from briefs.search.words import Words, pieces

ALIKE = 75  # of 100; below this rapidfuzz finds likeness in any two words
MOST_ISSUES, MOST_LIKE = 5, 8
SLIPS, SHORTEST = 2, 4  # letters wrong in a name of so many letters at least


@dataclass(frozen=True)
class Fewer:
    """One of the terms, and how many rows of the tab have it alone."""

    term: str
    count: int
    address: str = ""


def issues_like(words: Words, taxonomy: Taxonomy) -> list[Issue]:
    """Give the issues whose name or a synonym is most like the words, slips of the pen allowed; best first."""
    asked = " ".join(words.terms).replace('"', "").casefold()
    scored = []
    for issue in taxonomy.issues.values():
        names = [name.casefold() for name in (issue.name, *issue.synonyms)]
        score = max(_likeness(asked, name) for name in names)
        if score >= ALIKE and issue.level > 1:
            scored.append((-score, issue.position, issue.pk))
    return [taxonomy.issues[pk] for _, _, pk in sorted(scored)[:MOST_ISSUES]]


def _likeness(asked: str, name: str) -> float:
    """Liken two lines, 0 to 100: their words in any order, their letters without spaces, or the words they share."""
    if not asked:
        return 0.0
    solid = fuzz.ratio(asked.replace(" ", ""), name.replace(" ", ""))
    return max(fuzz.token_sort_ratio(asked, name), solid, _shared(asked.split(), name.split()))


def _shared(asked: list[str], name: list[str]) -> float:
    """Give how much of the name's longer words was asked for, a slip or two in each allowed."""
    told = [word for word in name if len(word) > 3]
    best = [max(fuzz.ratio(word, one) for one in asked) for word in told]
    return sum(score for score in best if score > 80) / len(told) if told else 0.0


def respelt(words: Words, unknown: Sequence[str], names: Mapping[str, str], taxonomy: Taxonomy) -> str:
    """Give the words with those that stand nowhere spelt as a name here is; "" where none is like one.

    A slip is a letter too many, too few, wrong or changed with its neighbour. Every word of every public name (`names`,
    as it is compared and as it is spelt) is held against the one typed, which takes a few milliseconds for a hundred
    thousand, so that none is missed. Of a compound (Seger-Thomschitz) each part is.
    """
    parts = [part for term in unknown for part in pieces(term)]
    line = words.typed
    for part in parts:
        asked = part.casefold()
        if len(part) < SHORTEST or not part.isalpha() or asked in names or asked in taxonomy.spelt:
            continue
        like = [
            (slips, one[0] != asked[0], -fuzz.ratio(asked, one), one, known[one])
            for known in (names, taxonomy.spelt)
            for one, slips, _ in process.extract(
                asked, known.keys(), scorer=OSA.distance, score_cutoff=SLIPS, limit=MOST_LIKE
            )
        ]
        if like:
            # Of those equally near, the one that sounds most like it: few mistake the first letter.
            line = line.replace(part, min(like)[-1])
    return line if line != words.typed else ""


def fewer_words(terms: Sequence[str], counts: Sequence[int]) -> list[Fewer]:
    """Give the terms that do match something when asked alone, the rarest first."""
    fewer = [Fewer(term, count) for term, count in zip(terms, counts, strict=True) if count]
    return sorted(fewer, key=lambda one: one.count)
