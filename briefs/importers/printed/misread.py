"""Calls of notes that OCR took for something else: a small raised number reads like a quotation mark or a point."""

import re
from collections.abc import Iterator, Sequence

from briefs.text.calls import Call
from briefs.text.footnotes import Footnote
from briefs.text.lines import TEXT, Line

_SIGN = re.compile(r"(?<=[a-z\])][.,;:])[’‘'?!°*”\"](?=\s|$)")
_OPENING = str.maketrans({"‘": "“", "'": '"', "’": "”"})
_BACK = 6  # lines in which a quotation that a mark closes has begun


def misread(lines: Sequence[Line], feet: Sequence[Footnote], raised: Sequence[Call]) -> list[Call]:
    """Find, on pages that were read by OCR, where notes are called whose numbers no raised sign gives.

    What stands after a stop and closes no quotation is such a call where a page has as many of them as notes that
    nothing calls.
    """
    told = {call.number for call in raised}
    sheets: dict[int, list[str]] = {}
    for foot in feet:
        if foot.number.isdigit() and foot.number not in told:
            sheets.setdefault(foot.lines[0].sheet, []).append(foot.number)
    found: list[Call] = []
    for sheet, numbers in sheets.items():
        places = list(_places([line for line in lines if line.sheet == sheet]))
        if len(places) == len(numbers):
            found += [Call(at, at + 1, number) for at, number in zip(places, numbers, strict=True)]
    return found


def _places(lines: Sequence[Line]) -> Iterator[int]:
    body = [line for line in lines if line.role == TEXT and line.foot < 0]
    for place, line in enumerate(body):
        for match in _SIGN.finditer(line.text):
            before = " ".join([*(one.text for one in body[max(0, place - _BACK) : place]), line.text[: match.start()]])
            if match.group() in "?!°*" or not _quotes(before):
                yield line.left + match.start()


def _quotes(before: str) -> bool:
    """Tell whether a quotation stands open at the end of some words."""
    evened = re.sub(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)", "", before).translate(_OPENING)
    return evened.count("“") > evened.count("”") or evened.count('"') % 2 == 1
