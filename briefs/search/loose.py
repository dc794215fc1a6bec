"""Questions in plain words, of which no text has every word: what answers them has most of what they say.

"Can someone who deserted the army win asylum" is answered by an opinion that says neither "someone" nor "win". Where
hardly anything has all the words of a longer line, rows that have most of them are found too, or words of the same
meaning (`thesaurus`): each word weighs by how few rows have it, and what has at least SHARE of the weight is found. The
page says so (`Told.loose_note`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from briefs.search.thesaurus import alike, otherwise
from briefs.search.words import MOST_TERMS, Words, as_typed, pieces

FROM, FEW, SHARE = 4, 3, 0.5
NEARLY = 0.6  # of the most that anything has, where nothing has SHARE
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
        return tuple(one.strip('"') for term in self.terms for one in alike(term)[1:])


def may_loosen(words: Words, number: int) -> bool:
    """Say whether a line that so many rows of the tab match is a question that others may answer too."""
    asks_for_phrase = any(one.startswith('"') for one in words.terms) and not words.is_pasted
    if words.excludes or words.chooses or asks_for_phrase:
        return False
    if len(words.terms) < FROM or len(words.telling.terms) < 2:
        return False
    return not number or (number < FEW and len(words.telling.terms) >= FROM and not _NAME.search(words.typed))


def widened(words: Words) -> Words:
    """Give the telling terms, each or what may stand for it, and no phrases."""
    terms = _asked(words)
    given = (filter(None, (*alike(term), otherwise(term))) for term in terms)
    return Words(" ".join(terms), given=tuple(" or ".join(one) for one in given))


def _asked(words: Words) -> tuple[str, ...]:
    terms = map(as_typed, words.telling.terms)
    apart = (one for term in terms for one in (pieces(term) if term.startswith('"') else [term.strip("?.,;:!()[]")]))
    return tuple(dict.fromkeys(apart))[:MOST_TERMS]


def loosen(words: Words, found: np.ndarray, each: Sequence[np.ndarray], size: int) -> Loose | None:
    """Give what has most of a question's words; None if that is no more than has them all.

    `found` has all of them, `each` gives the rows of each term of `widened`; `size` is how many rows there are.
    """
    weights = [float(np.log1p(size / (1 + len(ids)))) if len(ids) else 0.0 for ids in each]
    if sum(1 for weight in weights if weight) < 2:
        return None
    ids = np.unique(np.concatenate([found, *each]))
    shares = np.zeros(len(ids))
    for weight, having in zip(weights, each, strict=True):
        shares[np.searchsorted(ids, having)] += weight / sum(weights)
    shares[np.searchsorted(ids, found)] = 1.0
    enough = shares >= min(SHARE, NEARLY * shares.max(initial=0.0))
    if np.count_nonzero(enough) <= len(found):
        return None
    terms = _asked(words)
    nowhere = tuple(term for term, having in zip(terms, each, strict=True) if not len(having))
    return Loose(terms, weights, ids[enough], shares[enough], len(found), nowhere)
