"""What to try when nothing has all the words: a word spelt as it is here, fewer words, issues alike."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from briefs.models import Issue
from briefs.search.columns import Columns
from briefs.search.loose import loosen, may_loosen, widened
from briefs.search.matches import matching_each
from briefs.search.spellings import PREFIXES
from briefs.search.taxonomy import Taxonomy
from briefs.search.thesaurus import WORDS
from briefs.search.words import MOST_TERMS, STOPPED, Words, as_typed, is_idle, pieces

ALIKE = 75  # of 100; below this rapidfuzz finds likeness in any two words
MOST_ISSUES, MOST_LIKE = 5, 8
SLIPS, SHORTEST = 2, 4  # letters wrong in a name of so many letters at least
SURE = 6  # letters of a word among others, up to which two slips make another word of it
MOST_WRONG = 3  # words; of more, some only look like names
MOST_MET = 4  # words of a line in which one may be another name than was meant; names tried for each
FARTHEST, FARTHEST_SOUND = 4, 1  # slips between two ways of writing a name, and between their sounds
MOST_FAR = 500  # names so far away that are listened to
GLUED = 3  # letters of each of two words written as one
DOCKET_DIGITS = range(6, 8)  # 0270755
_AS = {
    "ickij": "itski", "icki": "itski", "icky": "itski", "tsch": "ch", "tch": "ch", "tsh": "ch", "tz": "ts",
    "cz": "ch", "sch": "sh", "sz": "sh", "zh": "j", "kh": "h", "ph": "f",
    "ck": "k", "ou": "u", "oo": "u", "ie": "e", "ye": "e", "ia": "a", "ya": "a", "ja": "a", "iu": "u",
    "yu": "u", "ju": "u", "yo": "o", "jo": "o", "io": "o", "iy": "i", "yi": "i", "ij": "i", "w": "v", "y": "i",
    "x": "ks",
}  # fmt: skip
_ROMANIZED = re.compile("|".join(sorted(_AS, key=len, reverse=True)))
_ENDING = re.compile(r"(?:off|ow|of)$")
_DOUBLED = re.compile(r"(.)\1+")

Like = tuple[int, bool, float, str, str]  # slips, whether it begins otherwise, unlikeness, as compared, as spelt


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


def respelt(
    words: Words, unknown: Sequence[str], names: Mapping[str, str], taxonomy: Taxonomy, *, answered: bool = False
) -> str:
    """Give the words with those that stand nowhere spelt as they stand here; "" where nothing here is like them.

    Of a question that is `answered` by its other words, a word may well be right and stand in no text: it is taken for
    a name only if it is written as one, or is long and nearly one.

    A word written solid or with a hyphen is tried the other way, and a docket number without its hyphen with it: one
    query. Else it may be a name (`names`, as they are compared and as they are spelt) or a word of the taxonomy or the
    thesaurus, or two words written as one: one more query. Of a compound (Seger-Thomschitz) or a phrase each part is.
    """
    typed = [as_typed(term) for term in unknown]
    if words.is_pasted or len(typed) > MOST_WRONG:
        return ""
    line = words.typed
    rejoined, known = _standing(typed)
    for term, better in rejoined.items():
        line = line.replace(term, better)
        typed.remove(term)
    alone = not answered and len(words.telling.terms) <= len(typed) + 1
    unlike = []
    for part in (part for term in typed for part in pieces(term) if part not in known and not is_idle(part)):
        most = SLIPS if alone or len(part) > SURE else 1
        if answered and part.islower():
            better = _named_like(part, names if len(part) >= SURE else {}, taxonomy, 1)
        else:
            better = _named_like(part, names, taxonomy, most)
        line = re.sub(rf"\b{re.escape(part)}\b", better, line) if better else line
        if not better and part in typed:
            unlike.append(part)
    for solid, better in _first_found((one, other) for one in unlike for other in _two_words(one)).items():
        line = line.replace(solid, better)
    return line if line != words.typed else ""


def met(typed: str, names: Mapping[str, str]) -> str:
    """Give a line of names and words, each of which stands here but nowhere beside the others, with one name spelt so
    that it does; "" where none does, or the line finds something as it is: one query at most.

    “Mendez v. Medtronic” finds nothing where there is a Mendez elsewhere, and “Mendes v. Medtronic” here.
    """
    words = Words.read(typed)
    parts = [part for term in words.terms for part in pieces(term) if len(part) >= SHORTEST and not is_idle(part)]
    if not 1 < len(parts) <= MOST_MET or words.excludes or words.chooses:
        return ""
    tried = [typed]
    for part in filter(str.isalpha, parts):
        near = _near(part.casefold(), names, 1 if len(part) <= SURE else SLIPS, MOST_MET)
        tried += [re.sub(rf"\b{part}\b", one[-1], typed) for one in sorted(near) if one[0]]
    if len(tried) == 1:
        return ""
    found = matching_each(tried)
    return "" if len(found[0]) else next((line for line, ids in zip(tried, found, strict=True) if len(ids)), "")


def _standing(terms: Sequence[str]) -> tuple[dict[str, str], set[str]]:
    """Give those of the terms that stand here with a hyphen more or less, as they stand, and parts that do."""
    tried = [(term, other) for term in terms for other in _hyphens_moved(term)]
    tried += [(part, part) for term in terms if len(pieces(term)) > 1 for part in pieces(term)][:MOST_TERMS]
    found = _first_found(tried)
    rejoined = {term: found[term] for term in terms if term in found and found[term] != term}
    return rejoined, set(found) - set(rejoined)


def _first_found(tried: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give, of each word, the first that stands here of those that may be meant: one query, or none for none."""
    pairs = list(tried)
    found = matching_each([other for _, other in pairs]) if pairs else []
    return {word: other for (word, other), ids in reversed(list(zip(pairs, found, strict=True))) if len(ids)}


def _hyphens_moved(term: str) -> list[str]:
    if term.startswith('"'):
        return []
    if "-" in term:
        return [term.replace("-", ""), term.replace("-", " ")]
    if term.isdecimal():
        return [f"{term[:2]}-{term[2:]}"] if len(term) in DOCKET_DIGITS else []
    folded = term.casefold()
    fit = [one for one in PREFIXES if folded.startswith(one) and len(folded) > len(one) + 2]
    return [f"{term[: len(one)]}-{term[len(one) :]}" for one in fit]


def _two_words(term: str) -> list[str]:
    folded = term.casefold()
    pairs = [(folded[:at], folded[at:]) for at in range(GLUED, len(folded) - GLUED + 1) if folded.isalpha()]
    return [f'"{one} {other}"' for one, other in pairs if not STOPPED & {one, other}]


def _named_like(part: str, names: Mapping[str, str], taxonomy: Taxonomy, most: int) -> str:
    """Give the name or term most like a word; "" where none is near.

    A slip is a letter too many, too few, wrong or changed with its neighbour. Every word of every public name is held
    against the one typed, which takes a few milliseconds for a hundred thousand, so that none is missed. Where none is
    near, one may be that is written so in other Latin letters. What is written in other letters is written in these.
    """
    asked = "".join(filter(str.isalpha, anyascii(part))).casefold()
    terms = WORDS | taxonomy.spelt
    if len(asked) < SHORTEST or not part.isalpha():
        return ""
    if asked in names or asked in terms:
        return "" if part.isascii() else names.get(asked) or terms[asked]
    like = _near(asked, names, most) + _near(asked, terms, most)
    if not like:
        sound = sounds(asked)
        like = _heard(sound, sound, names) or _heard(asked, sound, names)
    # Of those equally near, the one that sounds most like it: few mistake the first letter.
    return min(like)[-1] if like else ""


def _heard(asked: str, sound: str, names: Mapping[str, str]) -> list[Like]:
    """Give the names far from what was asked that sound like it."""
    far = _near(asked, names, FARTHEST, MOST_FAR)
    heard = ((OSA.distance(sounds(one[3]), sound), *one[1:]) for one in far)
    return [one for one in heard if one[0] <= FARTHEST_SOUND]


def _near(asked: str, known: Mapping[str, str], most: int, limit: int = MOST_LIKE) -> list[Like]:
    found = process.extract(asked, known.keys(), scorer=OSA.distance, score_cutoff=most, limit=limit)
    return [(slips, one[0] != asked[0], -fuzz.ratio(asked, one), one, known[one]) for one, slips, _ in found]


def sounds(name: str) -> str:
    """Write a name so that what differs only by how it was brought into Latin letters is the same.

    Scholars, passports and the newspapers of other countries write Russian and its neighbours each in their way:
    Chouchkov, Chuchkov, Tschutschkow, Czuczkow.
    """
    return _DOUBLED.sub(r"\1", _ROMANIZED.sub(lambda match: _AS[match.group()], _ENDING.sub("ov", name.casefold())))


def fewer_words(terms: Sequence[str], counts: Sequence[int]) -> list[Fewer]:
    """Give the terms that do match something when asked alone, the rarest first; “v.” tells nothing alone."""
    told = zip(terms, counts, strict=True)
    fewer = [Fewer(term, count) for term, count in told if count and len("".join(pieces(term))) > 1]
    return sorted(fewer, key=lambda one: one.count)


def without_quotes(words: Words, kept: Columns, shelf: int) -> Fewer | None:
    """Give the words of phrases that nothing has, and how many rows of the shelf they find apart: one query.

    None if no phrase was asked for or the words find nothing. A quotation from memory has a word wrong.
    """
    if not any(term.startswith('"') for term in words.terms) or words.excludes or words.chooses:
        return None
    plain = Words.read(words.typed.replace('"', " "))
    terms = widened(plain).terms
    found, *each = matching_each([plain.typed, *terms])

    def here(ids: np.ndarray) -> int:
        return int(np.count_nonzero(kept.shelves(ids) == shelf))

    loose = loosen(plain, found, each, len(kept), kept.shelves) if may_loosen(plain, here(found)) else None
    count = here(loose.ids if loose else found)
    return Fewer(plain.typed, count) if count else None
