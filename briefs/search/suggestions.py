"""What to try when nothing was found: issues that sound like the words, and fewer words."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from rapidfuzz import fuzz

from briefs.models import Edition, Issue
from briefs.search.taxonomy import Taxonomy
from briefs.search.words import Words

ALIKE = 75  # of 100; below this rapidfuzz finds likeness in any two words
MOST_ISSUES, MOST_TERMS = 5, 6


@dataclass(frozen=True)
class Fewer:
    """One of the terms, and how many briefs match it alone."""

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


def fewer_words(words: Words, editions: QuerySet[Edition]) -> list[Fewer]:
    """Give the terms that do match something when asked alone, the rarest first: one query, or none for one term."""
    if len(words.terms) < 2 and not words.excludes:
        return []
    terms = [(f"term_{n}", term) for n, term in enumerate(words.terms[:MOST_TERMS])]
    found = editions.aggregate(**{name: Count("pk", filter=Q(search=Words(term).wanted)) for name, term in terms})
    fewer = [Fewer(term, found[name]) for name, term in terms if found[name]]
    return sorted(fewer, key=lambda one: one.count)
