"""Questions in plain words, of which no text has every word: what answers them has most of what they say.

"Can someone who deserted the army win asylum" is answered by an opinion that says neither "someone" nor "win". Where
hardly anything has all the words of a longer line, rows that have most of them are found too, or words of the same
meaning (`thesaurus`): each word weighs by how few rows have it, and what has at least SHARE of the weight is found. The
page says so (`Told.loose_note`).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from briefs.search.glossary import joined, said_for
from briefs.search.thesaurus import alike
from briefs.search.words import MOST_TERMS, Words, as_typed, instead, is_idle, pieces

FROM, FEW, SHARE = 3, 10, 0.5
LONG = 4  # words that tell something, of which hardly anything has all
NEARLY = 0.6  # of the most that anything has, where nothing has SHARE
LEAST = 0.3  # for the shelf that has nothing else
# Of all rows, or of those of a small library: words that more have answer nothing where another stands nowhere, as in
# “Xyzzy v. United States”.
COMMON, SMALL = 0.5, 100
# A case's name is meant as it stands.
_NAME = re.compile(r"\bvs?\b\.?|\bin re\b|\bmatter of\b|\bex parte\b", re.IGNORECASE)


@dataclass(frozen=True)
class Loose:
    """What a question finds: `terms`, with how much each `counts`; which rows have how much of it all, 0 to 1."""

    terms: tuple[str, ...]
    counts: list[float]
    ids: np.ndarray
    shares: np.ndarray
    whole: int  # rows that have all the words
    nowhere: tuple[str, ...]  # the words that nothing has

    @property
    def too(self) -> tuple[str, ...]:
        """The words of the same meaning that were looked for beside those typed."""
        return tuple(dict.fromkeys(one.strip('"') for term in self.terms for one in _instead(term)))


def may_loosen(words: Words, number: int) -> bool:
    """Say whether a line that so many rows of the tab match is a question that others may answer too.

    Of three words none may be missing from a name. A phrase is meant as it stands, unless the line was pasted.
    """
    asks_for_phrase = any(one.startswith('"') for one in words.terms) and not words.is_pasted
    if words.excludes or words.chooses or asks_for_phrase or len(words.terms) < FROM:
        return False
    told, is_name = len(words.telling.terms), bool(_NAME.search(words.typed))
    if not number:
        return told >= 2 and not (is_name and len(words.terms) < LONG)
    return number < FEW and told >= LONG and not is_name


def widened(words: Words) -> Words:
    """Give the telling terms, each or what may stand for it, and no phrases but those of plain speech."""
    terms = _asked(words)
    return Words(" ".join(terms), given=tuple(" OR ".join(_sought_as(term)) for term in terms))


def _sought_as(term: str) -> tuple[str, ...]:
    """Give what a term is sought as; of plain speech, only what opinions say for it."""
    return said_for(term) or (term, *_instead(term))


def _instead(term: str) -> tuple[str, ...]:
    return said_for(term) or (*alike(term)[1:], *instead(term))


def _asked(words: Words) -> tuple[str, ...]:
    told = joined(taken_apart(map(as_typed, words.terms)))
    return (tuple(term for term in told if not is_idle(term)) or told)[:MOST_TERMS]


def taken_apart(terms: Iterable[str]) -> tuple[str, ...]:
    """Give terms without the signs round them, and the words of phrases, each once."""
    apart = (one for term in terms for one in (pieces(term) if term.startswith('"') else [term.strip("?.,;:!()[]")]))
    return tuple(dict.fromkeys(one for one in apart if one))


def loosen(
    words: Words, found: np.ndarray, each: Sequence[np.ndarray], size: int, shelves: Callable[[np.ndarray], np.ndarray]
) -> Loose | None:
    """Give what has most of a question's words; None if that is no more than has them all.

    `found` has all of them, `each` gives the rows of each term of `widened`; `size` is how many rows there are, and
    `shelves` says on which shelf rows of these numbers stand. Where a shelf has nothing with so much of the question,
    its nearest rows will do: a holding is shorter than an opinion.
    """
    weights = [float(np.log1p(size / (1 + len(ids)))) if len(ids) else 0.0 for ids in each]
    known = [ids for ids in each if len(ids)]
    common = COMMON * max(size, SMALL)
    if len(known) < 2 or (len(known) < len(each) and min(map(len, known)) > common):
        return None
    ids = np.unique(np.concatenate([found, *each]))
    shares = np.zeros(len(ids))
    for weight, having in zip(weights, each, strict=True):
        shares[np.searchsorted(ids, having)] += weight / sum(weights)
    shares[np.searchsorted(ids, found)] = 1.0
    share = min(SHARE, NEARLY * shares.max(initial=0.0))
    enough = shares >= share
    here = shelves(ids)
    for shelf in {one for one in set(here.tolist()) if np.count_nonzero(enough & (here == one)) < FEW}:
        nearly = max(LEAST, NEARLY * shares[here == shelf].max())
        enough |= (here == shelf) & (shares >= nearly)
    if np.count_nonzero(enough) <= len(found):
        return None
    terms = _asked(words)
    nowhere = tuple(term for term, having in zip(terms, each, strict=True) if not len(having) and not said_for(term))
    return Loose(terms, weights, ids[enough], shares[enough], len(found), nowhere)
