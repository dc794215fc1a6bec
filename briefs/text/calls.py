"""Where the body calls its footnotes."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefs.text.footnotes import SUPERSCRIPTS, Footnote
from briefs.text.lines import TEXT, Line

_SUPER = "[⁰¹²³⁴-⁹]"


@dataclass(frozen=True, slots=True)
class Call:
    """Where a footnote is called: raw characters [start, end) are the sign."""

    start: int
    end: int
    number: str


_NO_FIGURES = bytes((*range(0x30), *range(0x3A, 0x80)))  # a line of nothing else, as most are, calls nothing
# Begun with its first sign, which is rare, and then looked back from: so it is scanned for in a tenth of the time.
_CALLS = re.compile(
    r"[\d⁰¹²³⁴-⁹](?:"
    rf"(?P<super>(?<={_SUPER}){_SUPER}{{0,2}})"
    r"|(?P<stop>(?<=[.,;:?!)\]”\"’'—].)\d{0,2}(?![\d.,:/%-]*\d)(?![^\W\d_])(?=[\s,;:.)”\"—-]|$))"
    r"|(?P<word>(?<=[A-Za-z].)\d{0,2}(?=[\s,;:.)”\"—]|$)(?!\.\d))"
    r"|(?P<apart>(?<=\s.)\d{0,2}(?=\s*$|\s+[A-Z“]))"
    r")"
)
_ENDED = frozenset('.?!”")]')  # what stands before a call that is set apart by spaces
_WEIGHTS = {"super": 9, "stop": 6, "word": 4, "apart": 1}  # how sure each is

_FEW = 20  # notes left over that are looked for once more
_WHOLE = re.compile(r"(?<!\d)\d{2,4}(?!\d)")
# What a number belongs to: a note, page, section or docket cited. "U.N." and "the Court" end as these do, and are none.
_COUNTED = re.compile(
    r"(?i)(?:(?<![\w.&'’-])(?:(?:n|nn|fns?|nos?|pp?|paras?|secs?|arts?|chs?|cls?|vols?|pts?)\.|"
    r"(?:n|nn|fns?|nos|pp?|(?:foot|end)?notes?|at)\.?(?<!note\.)(?<!notes\.)(?<!at\.))|[§¶#$])\s*$"
)
# A volume that stands close after a case's name: v. Doe,5 F.2d 7.
_VOLUME = re.compile(
    r"\s(?:(?:F\.|So\.|[NS]\.\s?[EW]\.|P\.|A\.)\s?(?:[23]d|4th|Supp\.(?:\s?[23]d)?|App[.'’]x)?|U\.\s?S\.|S\.\s?Ct\.|"
    r"L\.\s?Ed\.(?:\s?2d)?|I\.?\s?&\s?N\.?\s+Dec\.)\s?\d"
)
_FURTHER_PAGE = re.compile(r"\s\((?:[^()]{0,20}\s)?\d{4}\)")  # 848,5 (1st Cir. 1986)


def counted(before: str, after: str) -> bool:
    """Tell a number that is no call by the words beside it: the number of a note, page, section, docket or volume."""
    if _COUNTED.search(before[-16:]) or _VOLUME.match(after[:24]):
        return True
    return bool(re.search(r"\d,\s*$", before[-4:]) and _FURTHER_PAGE.match(after[:40]))


def calls(
    body: Iterable[Line], feet: Sequence[Footnote], raised: Sequence[Call] | None = None, *, sure: bool = False
) -> list[Call]:
    """Find where the body calls its footnotes: the strongest chain of signs whose numbers rise with the text.

    `raised` are the signs the format itself tells by their place; where it tells one for every other note, others
    are looked for only on the page of a note that is left over. Only `sure` ones stand by themselves, not written on to
    a number of the text.
    """
    sheets = {foot.number: foot.lines[0].sheet for foot in feet if foot.number.isdigit()}
    if not sheets:
        return []
    found: list[tuple[Call, int]] = []
    body = list(body)
    if raised is not None:
        starts = [call.start for call in raised]
        for line in body:
            for call in raised[bisect_left(starts, line.left) : bisect_left(starts, line.right)]:
                if call.number in sheets:
                    found.append((call, 9 + 4 * (line.sheet == sheets[call.number])))
        if 2 * len({call.number for call, _ in found}) >= len(sheets):
            told = {call.number for call, _ in found}
            left = {number: sheet for number, sheet in sheets.items() if number not in told}
            return _chain(sorted([*found, *_looked_for(body, left, near=True)], key=lambda one: one[0].start))
    chain = _chain(_looked_for(body, sheets))
    return chain + _glued(body, feet, chain) if 0 < len(sheets) - len(chain) <= _FEW and not sure else chain


def _glued(body: Sequence[Line], feet: Sequence[Footnote], chain: Sequence[Call]) -> list[Call]:
    """Find the calls of notes left over that are written on to a number of the text: Rules 7026 and 7037.

    Such a number stands between the calls before and after, and without the call it is one that the text has.
    """
    told = {int(call.number): call for call in chain}
    lines = [*body, *(line for foot in feet for line in foot.lines)]
    own = {number for line in lines for number in _WHOLE.findall(line.text)}
    found: list[Call] = []
    for foot in feet:
        if not foot.number.isdigit() or int(foot.number) in told:
            continue
        number = int(foot.number)
        first = max((call.end for one, call in told.items() if one < number), default=0)
        last = min((call.start for one, call in told.items() if one > number), default=lines[-1].right)
        sign = re.compile(rf"(?<![\w.,$-])(\d{{2,4}}){number}(?=[\s,;:.)”\"—]|$)(?!\.\d)")
        ends = [
            line.left + match.end()
            for line in body
            if first <= line.right and line.left < last
            for match in (sign.finditer(line.text) if foot.number in line.text else ())
            if match.group(1) in own and first <= line.left + match.start() and line.left + match.end() <= last
        ]
        if len(ends) == 1:
            told[number] = Call(ends[0] - len(foot.number), ends[0], foot.number)
            found.append(told[number])
    return found


def _looked_for(body: Sequence[Line], sheets: Mapping[str, int], *, near: bool = False) -> list[tuple[Call, int]]:
    """Find what may call some notes, given by number with the page each stands on, with a weight for each."""
    found: list[tuple[Call, int]] = []
    for line in body if sheets else ():
        if not line.text.encode("utf-8", "surrogatepass").translate(None, _NO_FIGURES):
            continue
        for match in _CALLS.finditer(line.text):
            number, kind = match.group().translate(SUPERSCRIPTS), match.lastgroup or ""
            if number not in sheets or number != str(int(number)):
                continue
            start, end = match.span()
            if kind == "apart":  # such a call begins with the spaces before it
                start = len(line.text[:start].rstrip())
                if line.text[start - 1 : start] not in _ENDED:
                    continue
            if kind != "super" and counted(line.text[:start], line.text[end:]):
                continue
            weight = _WEIGHTS[kind]
            if kind == "stop" and (line.text[start - 2 : start - 1].isdigit() or line.text[start - 1] in "'’,"):
                weight = 2
            if line.sheet == sheets[number]:
                weight += 4
            elif near:
                continue
            found.append((Call(line.left + start, line.left + end, number), weight))
    return found


def _chain(found: Sequence[tuple[Call, int]]) -> list[Call]:
    """Choose the calls with the greatest weight whose numbers rise (a heaviest increasing subsequence)."""
    ends: list[int] = []  # numbers, rising
    weights: list[int] = []  # best weight of a chain ending at or below that number, rising
    tails: list[int] = []  # index of the chain's last call
    previous: list[int] = [-1] * len(found)
    for index, (call, weight) in enumerate(found):
        number = int(call.number)
        at = bisect_left(ends, number)
        best = (weights[at - 1] if at else 0) + weight
        previous[index] = tails[at - 1] if at else -1
        if at < len(ends) and ends[at] == number and weights[at] >= best:
            continue
        if at < len(ends) and ends[at] != number and at and weights[at - 1] >= best:
            continue
        stop = at
        while stop < len(ends) and weights[stop] <= best:
            stop += 1
        ends[at:stop], weights[at:stop], tails[at:stop] = [number], [best], [index]
    chain: list[Call] = []
    index = tails[-1] if tails else -1
    while index >= 0:
        chain.append(found[index][0])
        index = previous[index]
    return chain[::-1]


def signed(rows: Sequence[Line], feet: Sequence[Footnote]) -> list[Call]:
    """Find what calls the footnotes that have a sign in place of a number, as those to a caption do."""
    found: list[Call] = []
    taken: set[int] = set()
    for foot in feet:
        if foot.number.isdigit():
            continue
        sign = re.compile(rf"(?<=[\w.,;:)”\"’]){re.escape(foot.number)}(?![\w*†‡])")
        for line in rows[: foot.first]:
            held = line.role == TEXT and line.foot < 0 and line.sheet == foot.lines[0].sheet
            places = sign.finditer(line.text) if held else iter(())
            match = next((match for match in places if line.left + match.start() not in taken), None)
            if match:
                taken.add(line.left + match.start())
                found.append(Call(line.left + match.start(), line.left + match.end(), foot.number))
                break
    return found
