"""Footnotes whose signs say that they are notes, as reporting services and typed texts have them: n1, FN1., [1]."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefs.text.calls import Call
from briefs.text.footnotes import GLUED, Footnote
from briefs.text.lines import BLANK, NOTE, PAGED, TEXT, Line

HEADING = "notes-heading"  # the role of what stands over notes, and of what says that they end

_HEADS = re.compile(r"(?P<rule>[-–—_=*\s]*)(?P<end>(?i:end\s+(?:of\s+)?))?(?i:foot|end)?(?i:notes?):?[-–—_=*\s]*")
_BEGINS = frozenset("[FfnNEe-–—_=*")  # what an opener or a heading begins with
# How a note begins, and how it is called, by the kind of its sign. "Plain" notes are told by the heading over them.
_OPENERS = (
    ("note", re.compile(r"\[?(?:FN|[Ff]n|[Ff]ootnote\s)\.?\s?(?P<number>\d{1,3})\]?[.:]?\s+(?=\S)")),
    ("letter", re.compile(r"n(?P<number>\d{1,3})[.:]?\s+(?=\S)")),
    ("bracket", re.compile(r"\[\^?n?(?P<number>\d{1,3})\]:?\s+(?=\S)")),
    ("plain", re.compile(r"(?P<number>\d{1,3})[.)]?(?:\s+(?=[^\s\d])|$)")),
)
_CALLS = {
    "note": re.compile(r"(?:^|\s?)\[?(?:FN|[Ff]n)\.?\s?(?P<number>\d{1,3})(?:\]|\b)(?:(?<=^.{4})\s+)?"),
    "letter": re.compile(r"(?:^|(?<=[^\s§])\s)\[?n(?P<number>\d{1,3})\]?(?=[\s.,;:)\"”’—-]|$)"),
    "bracket": re.compile(r"\s?\[\^?n?(?P<number>\d{1,3})\]"),
}
_LONGEST = 120  # characters that such a heading has
_SIGNS = ("n1", "N1", "[1]", "[^1]", "ootnote 1", "OTES", "n 1", "N 1")  # one of which is in every text with labels
_LIKELY = re.compile(  # what some line begins with, its first sign looked at before all
    r"\n(?=[\[FfnNEe\-–—_=*])(?:\[\^?(?:n|FN|[Ff]n)?\d|FN|[Ff]n|n\d|[Ff]ootnote\s\d|[-–—_=*\s]*(?i:(?:end\s+(?:of\s+)?)?(?:foot|end)?notes?\b))"
)
_HEADED = re.compile(r"otes?:?[-–—_=* \t\r]*\n")


@dataclass(slots=True)
class _Opener:
    """A line that may begin a note."""

    at: int  # index of its row
    kind: str
    number: int
    sign: int  # characters its sign takes
    headed: bool  # a heading over notes stands before it
    stop: int = 0  # index of the row before which the note must end


def lift(
    raw: str, rows: Sequence[Line], first: int, spacing: int, fronts: Container[int]
) -> tuple[list[Footnote], list[Call] | None]:
    """Find notes that are labelled, from the row of index `first`; their lines get the note's index as `foot`.

    `spacing` is how many blank lines stand between lines of running text; notes end at the rows in `fronts`, with which
    other writings begin. Gives the notes and where they are called; None for the calls where these have no label.
    """
    likely = (any(sign in raw for sign in _SIGNS) or _HEADED.search(raw)) and _LIKELY.search(
        "".join([f"\n{row.text}" for row in rows[first:]])
    )
    found = list(_found(rows, first, spacing, fronts)) if likely else []
    for kind in ("note", "letter", "bracket", "plain"):
        own = [one for one in found if one.kind == kind]
        own = _counting([one for one in own if one.headed] or own)
        signs = {one.at: one.sign for one in own}
        called = list(_called(rows, first, kind, signs)) if own and kind != "plain" else []
        starts: dict[str, int] = {}
        for call in called:
            starts.setdefault(call.number, call.start)
        before = [starts.get(str(one.number), rows[one.at].left) < rows[one.at].left for one in own]
        headed = [one.headed for one in own]
        if not own or (2 * sum(before) < len(own) and not all(headed)):
            continue
        feet = _feet(rows, own, called, spacing)
        numbers = {foot.number for foot in feet}
        called = [call for call in called if call.number in numbers]
        return feet, called if 2 * len(called) >= len(feet) else None
    return [], None


def _found(rows: Sequence[Line], first: int, spacing: int, fronts: Container[int]) -> Iterator[_Opener]:
    """Find lines that may begin notes, and name the headings over notes for what they are.

    A note begins after white, or where a sentence ended: under a heading, and in a text without white.
    """
    headed, last = False, None
    gap, ended = spacing + 1, True
    airy = any(row.role == BLANK and row.blanks > spacing for row in rows[first:])
    for at in range(first, len(rows)):
        row = rows[at]
        if at in fronts:
            headed = False
            if last is not None:
                last.stop = last.stop or at
        if row.text[:1] in _BEGINS or (headed and row.text[:1].isdigit()):
            told = _HEADS.fullmatch(row.text) if len(row.text) < _LONGEST else None
            if told and (told.group("rule") or row.text.isupper() or _noted(rows, at)):
                row.role, row.look, headed = HEADING, NOTE, not told.group("end")
                if last is not None:
                    last.stop = last.stop or at
                continue
            fresh = gap > spacing or (ended and (headed or not airy))
            for kind, pattern in _OPENERS if row.role == TEXT and fresh else ():
                match = pattern.match(row.text)
                if match and (kind != "plain" or headed):
                    if last is not None:
                        last.stop = last.stop or at
                    last = _Opener(at, kind, int(match.group("number")), match.end(), headed)
                    yield last
                    break
        if row.role == TEXT:
            gap, ended = 0, row.ends_sentence
        else:
            gap, ended = gap + row.blanks, ended or row.role == HEADING
    if last is not None:
        last.stop = last.stop or len(rows)


def at_end(rows: Sequence[Line], first: int, spacing: int) -> list[Footnote]:
    """Find the notes with plain numbers that end a text without pages: from 1 to the last, called before the first."""
    after = next((at for at in reversed(range(len(rows))) if rows[at].feed or rows[at].role in PAGED), first)
    texts = [at for at in range(max(first, after), len(rows)) if rows[at].role == TEXT]
    pattern = dict(_OPENERS)["plain"]
    own: list[_Opener] = []
    for before, at in pairwise(texts):
        match = pattern.match(rows[at].text) if rows[at].text[0].isdigit() else None
        if match is None or not (at - before > 1 or rows[before].ends_sentence):
            continue
        number = int(match.group("number"))
        own = [] if number == 1 else own
        if number == len(own) + 1 and not rows[at].text[match.end() :][:1].islower():
            own.append(_Opener(at, "plain", number, match.end(), headed=True, stop=len(rows)))
    if not own:
        return []
    for one, following in pairwise(own):
        one.stop = following.at
    body = [row for row in rows[first : own[0].at] if row.role == TEXT]
    called = {int(match.group()) for row in body for match in GLUED.finditer(row.text)}
    return _feet(rows, own, (), spacing) if 2 * sum(one.number in called for one in own) >= len(own) else []


def _noted(rows: Sequence[Line], at: int) -> bool:
    """Tell whether the row after one begins a note, whatever its sign."""
    below = next((row.text for row in rows[at + 1 : at + 6] if row.role == TEXT), "")
    return any((match := pattern.match(below)) and int(match.group("number")) == 1 for _, pattern in _OPENERS)


def _counting(found: Sequence[_Opener]) -> list[_Opener]:
    """Give the openers that count on from each other, or begin again at 1."""
    own: list[_Opener] = []
    for one in found:
        last = own[-1].number if own else 0
        if last < one.number <= last + 3 or (own and one.number == 1):
            own.append(one)
    return own


def _called(rows: Sequence[Line], first: int, kind: str, signs: dict[int, int]) -> Iterator[Call]:
    """Find the calls of one kind of note; a call at the beginning of a line takes the space after it along."""
    for at in range(first, len(rows)):
        row = rows[at]
        if row.role != TEXT:
            continue
        for match in _CALLS[kind].finditer(row.text, signs.get(at, 0)):
            end = match.end()
            if not match.start():
                end = len(row.text) - len(row.text[end:].lstrip())
            yield Call(row.left + match.start(), row.left + end, str(int(match.group("number"))))


def _feet(rows: Sequence[Line], own: Sequence[_Opener], called: Sequence[Call], spacing: int) -> list[Footnote]:
    """Give each note its lines: all up to the next, unless the opinion goes on between them."""
    goes_on = []
    starts = [call.start for call in called]
    for one in own:
        left, right = (bisect_left(starts, rows[at].right) for at in (one.at, one.stop - 1))
        goes_on.append(any(int(call.number) > one.number for call in called[left:right]))
    feet: list[Footnote] = []
    for place, one in enumerate(own):
        among = goes_on[place] or (place + 1 == len(own) and any(goes_on))
        foot = Footnote(str(one.number), one.sign, first=one.at, after=one.at + 1)
        gap = 0
        for at in range(one.at, one.stop):
            row = rows[at]
            gap = gap + row.blanks if row.role == BLANK else gap
            if row.role != TEXT:
                continue
            if among and not one.headed and gap > spacing:
                break
            gap = 0
            row.foot, row.look = len(feet), NOTE
            foot.lines.append(row)
            foot.after = at + 1
        feet.append(foot)
    return feet
