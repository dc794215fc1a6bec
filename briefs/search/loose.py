"""Questions in plain words, of which no text has every word: what answers them has most of what they say.

"Can someone who deserted the army win asylum" is answered by an opinion that says neither "someone" nor "win". Where
hardly anything has all the words of a longer line, rows that have most of them are found too: each word weighs by how
few rows have it, and what has at least SHARE of the weight is found. The page says so (`Told.loose_note`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from briefs.search.words import MOST_TERMS, Words

FROM, FEW, SHARE = 4, 3, 0.5
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


def may_loosen(words: Words, number: int) -> bool:
    """Say whether a line that so many rows of the tab match is a question that others may answer too."""
    plain = not words.excludes and len(words.groups) == 1 and not any(one.startswith('"') for one in words.terms)
    if not plain or len(words.terms) < FROM or len(words.telling.terms) < 2:
        return False
    return not number or (number < FEW and len(words.telling.terms) >= FROM and not _NAME.search(words.typed))


def loosen(words: Words, found: np.ndarray, each: Sequence[np.ndarray], size: int) -> Loose | None:
    """Give what has most of a question's words; None if that is no more than has them all.

    `found` has all of them, `each` gives the rows of each telling term; `size` is how many rows there are.
    """
    terms = words.telling.terms[:MOST_TERMS]
    weights = [float(np.log1p(size / (1 + len(ids)))) if len(ids) else 0.0 for ids in each]
    if sum(1 for weight in weights if weight) < 2:
        return None
    ids = np.unique(np.concatenate([found, *each]))
    shares = np.zeros(len(ids))
    told = np.zeros(len(ids), dtype=int)
    for weight, having in zip(weights, each, strict=True):
        at = np.searchsorted(ids, having)
        shares[at] += weight / sum(weights)
        told[at] += 1
    shares[np.searchsorted(ids, found)] = 1.0
    # Two words at least; where nothing has so much, what has most.
    enough = (told > 1) & (shares >= min(SHARE, shares[told > 1].max(initial=0.0)))
    enough[np.searchsorted(ids, found)] = True
    if np.count_nonzero(enough) <= len(found):
        return None
    nowhere = tuple(term for term, having in zip(terms, each, strict=True) if not len(having))
    return Loose(terms, weights, ids[enough], shares[enough], len(found), nowhere)
