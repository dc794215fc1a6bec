"""Notes that stand together after the opinion, each begun with the sign in brackets that calls it: [1], [FN1]."""

import re
from collections.abc import Sequence

from briefs.importers.printed.notes import Note
from briefs.importers.printed.rows import TEXT, Row
from briefs.text.footnotes import NOTES_HEADING

_OPENS = re.compile(r"(?:\[(?:FN)?(?P<number>\d{1,3})\](?=\s|[A-Z“]|$)|(?:Footnote|FN) (?P<named>\d{1,3})[:.])\s*")
# A call typed in brackets stands close after a word or its stop; a letter that was changed, [1]n, does not.
_TYPED = re.compile(r"(?:(?<=[^\s(\[“‘—–-])\[|\s?\[FN)(?P<number>\d{1,3})\](?!\w)")


def end_notes(pages: Sequence[Sequence[Row]], found: list[Note]) -> None:
    """Find notes in brackets, called so in the text before them; their rows get the note's index as `foot`."""
    rows = [one for page in pages for one in page if one.role == TEXT and one.foot < 0]
    opened: list[tuple[int, re.Match[str]]] = []
    for at, one in enumerate(rows):
        match = _OPENS.match(one.text)
        if match and _number(match) == "1":
            opened = []  # the last that begin with 1
        if match and int(_number(match)) == len(opened) + 1:
            opened.append((at, match))
    if not opened:
        return
    first = opened[0][0]
    called = {match.group("number") for one in rows[:first] for match in _TYPED.finditer(one.text)}
    if sum(_number(match) in called for _, match in opened) < 0.8 * len(opened):
        return
    signs = dict(opened)
    for at, one in enumerate(rows[first:], first):
        if at in signs:
            found.append(Note(_number(signs[at]), signs[at].end()))
            one.note, one.sign = found[-1].number, found[-1].sign
        one.foot = len(found) - 1
    head = rows[first - 1]
    if NOTES_HEADING.fullmatch(head.text.strip()):
        head.role = "notes-heading"
    numbers = {note.number for note in found}
    for one in rows[:first]:
        one.calls = [
            (match.start(), match.end(), match.group("number"))
            for match in _TYPED.finditer(one.text)
            if match.group("number") in numbers
        ]


def _number(match: re.Match[str]) -> str:
    return match.group("number") or match.group("named")
