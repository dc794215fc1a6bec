"""Two wordings of a text beside each other: which words stayed, which were added, which taken."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import Indel, Opcode

Kind = Literal["same", "added", "taken"]
Stretch = tuple[Kind, str]

_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
_WORD = re.compile(r"(?:\w(?:[\w'’ʼ]*\w)?|[^\w\s])\s*|\s+")
_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛ʼ", "'"))
# Paragraphs are compared first and words inside those that changed; past this many pairs of words (a memory of
# some 30 MB) the old words are all taken and the new ones all added.
_MOST_PAIRS = 250_000_000


def differing(old: str, new: str) -> list[Stretch]:
    """Give the stretches of both texts in reading order: (same | added | taken, words).

    Words and punctuation are compared; white space and the style of quotation marks are not. All that is not taken,
    joined, is `new` to the letter; all that is not added is `old` but for these two. What was taken stands before
    what came instead.
    """
    stretches: list[Stretch] = []
    before, after = _PARAGRAPH.findall(old), _PARAGRAPH.findall(new)
    for code in _steps(before, after):
        gone, come = "".join(before[code.src_start : code.src_end]), "".join(after[code.dest_start : code.dest_end])
        stretches += [("same", come)] if code.tag == "equal" else _by_words(gone, come)
    return _joined(stretches)


def _by_words(old: str, new: str) -> Iterator[Stretch]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) * len(after) > _MOST_PAIRS:
        yield from (("taken", old), ("added", new))
        return
    codes = list(_steps(before, after))
    for place, code in enumerate(codes):
        gone, come = "".join(before[code.src_start : code.src_end]), "".join(after[code.dest_start : code.dest_end])
        if code.tag == "equal" and not _is_chance(codes, place):
            yield "same", come
        else:
            yield from (("taken", gone), ("added", come))


def _steps(before: Sequence[str], after: Sequence[str]) -> list[Opcode]:
    """Give the steps from one list to the other, neighbouring additions and removals as one."""
    codes = Indel.opcodes(*([one.rstrip().translate(_STRAIGHT) for one in ones] for ones in (before, after)))
    steps = []
    for is_same, ones in groupby(codes, key=lambda code: code.tag == "equal"):
        group = list(ones)
        first, last = group[0], group[-1]
        tag = "equal" if is_same else "replace"
        steps.append(Opcode(tag, first.src_start, last.src_end, first.dest_start, last.dest_end))
    return steps


def _is_chance(codes: Sequence[Opcode], place: int) -> bool:
    """Tell whether the same few words between two longer changes are no likeness: a “the” that both happen to have."""
    if not 0 < place < len(codes) - 1:
        return False
    size = codes[place].src_end - codes[place].src_start
    sides = (codes[place - 1], codes[place + 1])
    return all(size < max(one.src_end - one.src_start, one.dest_end - one.dest_start) for one in sides)


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Join neighbours of one kind, and in each change put what was taken first."""
    joined: list[Stretch] = []
    for is_same, group in groupby(stretches, key=lambda stretch: stretch[0] == "same"):
        ones = list(group)
        kinds: tuple[Kind, ...] = ("same",) if is_same else ("taken", "added")
        joined += [(kind, "".join(words for one, words in ones if one == kind)) for kind in kinds]
    return [stretch for stretch in joined if stretch[1]]
