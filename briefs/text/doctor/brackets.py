"""A bracket that never closes."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind

_SIGN = re.compile(r"[()]")
_NO_BRACKETS = bytes(sign for sign in range(256) if chr(sign) not in "()")
_LISTED = re.compile(r"(?:^|\s)\w{1,3}$")  # "a)", "iv)" close nothing that was opened
_TORN = 80  # how far behind a block the rest of a bracket reaches


def look(chart: Chart) -> Iterator[Found]:
    """Find the opening bracket of a paragraph or footnote in which one, and only one, stays open."""
    for block in chart.of_kind("paragraph", "footnote"):
        if not _stays_open(chart.text[block.start : block.end]):
            continue
        is_open: list[int] = []
        strays = 0
        for match in _SIGN.finditer(chart.text, block.start, block.end):
            if match.group() == "(":
                is_open.append(match.start())
            elif is_open:
                is_open.pop()
            else:
                strays += not _LISTED.search(chart.text, max(0, match.start() - 4), match.start())
        if (
            len(is_open) == 1
            and not strays
            and not _closes(chart.text, block.end)
            and not any(
                code == "unbalanced-subsection" and block.start <= one.start < block.end
                for one in chart.cited
                for code, _ in one.flags
            )
        ):
            at = is_open[0]
            words = chart.text[at : block.end].split(maxsplit=6)[:5]
            end = chart.text.find(words[-1], at) + len(words[-1])
            yield Found(at, end, "This bracket does not close in its paragraph.")


def _stays_open(words: str) -> bool:
    """Tell whether a bracket stays open, by the brackets alone: a pair with nothing in it goes, until none is left."""
    signs = words.encode("utf-8", "replace").translate(None, _NO_BRACKETS)
    while b"()" in signs:
        signs = signs.replace(b"()", b"")
    return b"(" in signs


def _closes(text: str, place: int) -> bool:
    """Tell whether what follows a block closes its bracket: it is the rest of the block, torn off."""
    depth = 0
    for match in _SIGN.finditer(text, place, place + _TORN):
        depth += 1 if match[0] == "(" else -1
        if depth < 0:
            return not _LISTED.search(text, max(0, match.start() - 4), match.start())
    return False


KIND = Kind("bracket", "Bracket that does not close", look)
