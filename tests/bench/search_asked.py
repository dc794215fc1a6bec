"""What the search benchmark asks: drawn from the corpus by rule and seed, so that nobody chose what suits the code.

How common a term is, is told by the share of the corpus's opinions that have it. Nobody looks at the terms; they are
only run to report. Those that constants may be tuned on stand apart, in TUNED.
"""

import itertools
import random
import re
from collections import Counter
from collections.abc import Sequence

SEED = 20_261
EACH = 6  # queries of a class
# The share of opinions that have a term, from and to, by class.
RARE_PHRASE, COMMON_PHRASE = (0.03, 0.07), (0.35, 0.8)
MID_WORD, COMMON_WORD = (0.12, 0.35), (0.75, 1.0)
SEVERAL = (0.05, 0.5)  # each word of several, which stand in one passage of the corpus
_WORD = re.compile(r"[a-z]+")
# Words that PostgreSQL, SQLite and tantivy do not all take as words.
_IDLE = frozenset(
    (
        "a about above after again against all also am an and any are as at be because been before being below "
        "between both but by can cannot could did do does doing don down during each few for from further had has "
        "have having he her here hers him his how i if in into is it its itself just me more most must my no nor not "
        "now of off on once only or other our out over own s same shall she should so some such t than that the their "
        "them then there these they this those through to too under until up very was we were what when where which "
        "while who whom why will with would you your upon whether may any see id supra infra "
    ).split()
)

TUNED: dict[str, list[str]] = {
    "rare phrase": ['"res judicata effect"', '"excited utterance"', '"writ of mandamus"', '"preliminary injunction"'],
    "mid word": ["negligence", "sentencing", "arbitration", "insurance", "conspiracy"],
    "common word": ["court", "evidence", "judgment", "appeal", "state"],
    "several words": ["search warrant probable cause", "jury instruction harmless error", "contract breach damages"],
    "common phrase": ['"summary judgment"', '"district court"', '"due process"', '"trial court"'],
}


def held_out(passages: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """Draw the queries to report, by class, from the passages of each opinion of the corpus."""
    chance = random.Random(SEED)
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for opinion in passages:
        told = [_WORD.findall(passage.lower()) for passage in opinion]
        words.update({word for one in told for word in one if _counts(word)})
        following = (pair for one in told for pair in itertools.pairwise(one))
        pairs.update({" ".join(pair) for pair in following if all(map(_counts, pair))})
    most = len(passages)

    def drawn(counts: Counter[str], share: tuple[float, float]) -> list[str]:
        fit = sorted(term for term, number in counts.items() if share[0] <= number / most <= share[1])
        return chance.sample(fit, min(EACH, len(fit)))

    several = []
    while len(several) < EACH:
        passage = chance.choice(chance.choice([one for one in passages if one]))
        fit = {word for word in _WORD.findall(passage.lower()) if SEVERAL[0] <= words[word] / most <= SEVERAL[1]}
        if len(fit) >= 3:
            several.append(" ".join(chance.sample(sorted(fit), 3)))
    return {
        "rare phrase": [f'"{one}"' for one in drawn(pairs, RARE_PHRASE)],
        "mid word": drawn(words, MID_WORD),
        "common word": drawn(words, COMMON_WORD),
        "several words": several,
        "common phrase": [f'"{one}"' for one in drawn(pairs, COMMON_PHRASE)],
    }


def filtered(queries: dict[str, list[str]], courts: Sequence[str]) -> list[tuple[str, str, int]]:
    """Draw words with a court and a year to begin from."""
    chance = random.Random(SEED)
    asked = [*queries["mid word"][:2], *queries["common word"][:2], *queries["several words"][:2]]
    return [(one, chance.choice(courts), chance.randrange(1950, 2000)) for one in asked]


def _counts(word: str) -> bool:
    return len(word) > 3 and word not in _IDLE
