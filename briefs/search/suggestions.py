"""What to try when nothing has all the words: a name spelt right, most of the words, fewer words, issues alike."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from briefs.models import Issue, SearchWord
from briefs.search.taxonomy import Taxonomy
from briefs.search.words import Words

ALIKE = 75  # of 100; below this rapidfuzz finds likeness in any two words
MOST_ISSUES, MOST_TERMS = 5, 12
SLIPS, SHORTEST = 2, 4  # letters wrong in a name of so many letters at least
LOOSE_FROM, LOOSE_SHARE = 4, 0.6  # a question of so many words may lack some of them


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


def respelt(words: Words, unknown: Sequence[str], taxonomy: Taxonomy) -> str:
    """Give the words with those that stand nowhere spelt as a name here is; "" where none is like one. One query.

    A slip is a letter too many, too few, wrong or changed with its neighbour. Every word of every public name is held
    against the one typed, which takes a few milliseconds for a hundred thousand, so that none is missed.
    """
    wrong = [word for word in unknown if len(word) >= SHORTEST and word.isalpha()]
    if not wrong:
        return ""
    known = dict(SearchWord.objects.values_list("word", "spelt"))
    for issue in taxonomy.issues.values():
        for name in (issue.name, *issue.synonyms):
            known |= {word.casefold(): word for word in name.split() if word.isalpha() and word.casefold() not in known}
    line = words.typed
    for word in wrong:
        asked = word.casefold()
        like = process.extract(asked, known.keys(), scorer=OSA.distance, score_cutoff=SLIPS, limit=8)
        if like:
            # Of those equally near, the one that sounds most like it: few mistake the first letter.
            best = min(like, key=lambda one: (one[1], one[0][0] != asked[0], -fuzz.ratio(asked, one[0]), one[0]))
            line = line.replace(word, known[best[0]])
    return line if line != words.typed else ""


def loosely(words: Words, found: Sequence[np.ndarray]) -> np.ndarray:
    """Give the numbers of the rows that have most of a longer question's words, of those that stand anywhere."""
    standing = [ids for ids in found if len(ids)]
    if len(words.terms) < LOOSE_FROM or words.excludes or len(words.groups) > 1 or len(standing) < 2:
        return np.empty(0, dtype=np.int32)
    need = max(2, int(np.ceil(LOOSE_SHARE * len(standing))))
    ids, times = np.unique(np.concatenate(standing), return_counts=True)
    return ids[times >= need]


def fewer_words(terms: Sequence[str], counts: Sequence[int]) -> list[Fewer]:
    """Give the terms that do match something when asked alone, the rarest first."""
    fewer = [Fewer(term, count) for term, count in zip(terms, counts, strict=True) if count]
    return sorted(fewer, key=lambda one: one.count)
