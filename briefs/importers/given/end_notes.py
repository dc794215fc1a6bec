"""Footnotes that a file sets as paragraphs after the opinion, and calls that are typed in brackets."""

import re
from collections.abc import Mapping
from itertools import pairwise

from briefs.importers.given.rows import Given, Row
from briefs.text.footnotes import NOTES_HEADING
from briefs.text.lines import TEXT

_BRACKETED = re.compile(r"\[(?:(?:FN)?\d{1,3}|\*{1,4}|[†‡])\](?=\s|$)")
_NUMBERED = re.compile(r"[\[(]?(?:FN\s?|Footnote\s)?(?P<number>\d{1,3})(?:[\])][.)]?|[.):])?(?=\s|$|(?<=:))")
# A call typed in brackets stands close after a word or its stop; a letter that was changed, [1]n, does not.
_TYPED = re.compile(r"(?<=[^\s(\[“‘—–-])\[(?P<number>\d{1,3})\](?!\w)")


def end_notes(given: Given) -> None:
    """Find the footnotes a file sets as paragraphs after the opinion: each begins with the sign that calls it."""
    if not given.numbers and not any(start for row in given.rows for start, _, _ in row.calls):
        _typed(given)
        return
    _found(given)


def _found(given: Given) -> None:
    called: dict[str, tuple[int, str]] = {}  # by sign: the row that first calls it, and the number
    for place, row in enumerate(given.rows):
        for start, end, number in row.calls if row.note < 0 else ():
            called.setdefault(row.text[start:end].strip(), (place, number))
    _bracketed(given, called)
    if called and not given.numbers:
        firsts: dict[str, int] = {}
        for place, number in called.values():
            firsts[number] = min(place, firsts.get(number, place))
        _numbered(given, firsts)
    for row, after in pairwise(given.rows):
        if row.note != after.note and after.note >= 0 and NOTES_HEADING.fullmatch(row.text):
            row.role = "notes-heading"


def _typed(given: Given) -> None:
    """Take numbers in brackets that rise by one for calls, if the notes they call follow; else they are words."""
    due, made = 1, []
    for row in given.rows:
        for match in _TYPED.finditer(row.text) if row.role == TEXT else ():
            if int(match.group("number")) == due:
                row.calls.append((match.start(), match.end(), match.group("number")))
                made.append(row)
                due += 1
    if made:
        _found(given)
    if not given.numbers:
        for row in made:
            row.calls = []


def _bracketed(given: Given, called: Mapping[str, tuple[int, str]]) -> None:
    """Find the notes that begin with a sign in brackets, just as it is called."""
    seen: set[str] = set()
    current = -1
    for place, row in enumerate(given.rows):
        if row.role != TEXT or row.note >= 0:
            continue
        match = _BRACKETED.match(row.text)
        sign = match.group() if match and match.group() in called else None
        if sign is None or (sign in seen and current < 0):
            if current >= 0 and not _goes_on(row):
                current = -1
        elif called[sign][0] < place and not any(start == 0 for start, _, _ in row.calls):
            given.numbers.append(called[sign][1])
            current = len(given.numbers) - 1
            row.sign = len(sign)
            seen.add(sign)
        if current >= 0:
            row.note = current


def _numbered(given: Given, called: Mapping[str, int]) -> None:
    """Find the notes that only their numbers tell: in order, after the last call, most of those that are called."""
    numbers = [number for number in called if number.isdigit()]
    openers: dict[int, tuple[str, int]] = {}  # by row: the number, and the characters it takes
    due = 0
    for place, row in enumerate(given.rows):
        match = _NUMBERED.match(row.text) if row.role == TEXT and not row.look else None
        if due < len(numbers) and match and match.group("number") == numbers[due] and place > called[numbers[due]]:
            if openers or place > max(called.values()):
                openers[place] = (numbers[due], match.end())
                due += 1
    if 2 * len(openers) <= len(numbers):
        return
    for place in range(min(openers), len(given.rows)):
        row = given.rows[place]
        if place in openers:
            given.numbers.append(openers[place][0])
            row.sign = openers[place][1]
            row.calls = [call for call in row.calls if call[0] >= row.sign]
        elif not _goes_on(row):
            return
        if row.role == TEXT:
            row.note = len(given.numbers) - 1


def _goes_on(row: Row) -> bool:
    """Tell whether a row after a footnote can be of it: all but a heading or a byline of the next writing."""
    return not row.look and not re.match(r"[A-Z][\w.’' -]{2,40}, (?:Chief |Senior |Circuit |District )*Judge", row.text)
