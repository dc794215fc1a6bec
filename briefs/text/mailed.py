"""Text that was pasted from an e-mail: the head of the message, and the signs that mark its lines as another's."""

import re
from collections.abc import Sequence

from briefs.text.insets import Inset
from briefs.text.lines import TEXT, Line, shorten

MAIL = "mail"  # the role of what the sender wrote, and of the head of the message

_SIGN = re.compile(r"(?:>[ \t]?)+")
_HEAD = re.compile(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Attachments?):\s")
_QUOTED = 0.6  # of the lines of a message that holds an opinion are quoted
_SET_IN = 8  # columns that a block quotation is set in, where each of its lines has the sign
_REACH = 40  # lines within which the head of a message stands


def unmailed(rows: Sequence[Line]) -> list[Inset]:
    """Take quotation signs off lines, and the message around the opinion out of the text; gives where signs stood."""
    texts = [row for row in rows if row.role == TEXT]
    quoted = [row for row in texts if row.text[0] == ">"]
    if not quoted or len(quoted) < _QUOTED * len(texts):
        _headed(texts)
        return [_unsigned(row, _SET_IN) for row in quoted if row.text[1:2] in ("", " ")]
    insets = []
    first, last = quoted[0].start, quoted[-1].start
    for row in texts:
        if row.text[0] != ">":
            row.role = TEXT if first < row.start < last else MAIL
            continue
        insets.append(_unsigned(row, 0))
    _headed([row for row in texts if row.role == TEXT])
    return insets


def _unsigned(row: Line, indent: int) -> Inset:
    """Take the quotation sign off a line, whose words then stand `indent` columns from the margin; gives the sign."""
    found = _SIGN.match(row.text)
    size = found.end() if found else 0
    sign = Inset(row.left, row.left + size, "quotation-sign")
    row.head = row.left + size - row.start
    rest = row.text[size:]
    shorten(row, size, indent + len(rest) - len(rest.lstrip()))
    return sign


def _headed(texts: Sequence[Line]) -> None:
    """Take out the head of a message, and what stands above it: at least three of its lines, an address in one."""
    heads = [at for at, row in enumerate(texts[:_REACH]) if _HEAD.match(row.text)]
    if len(heads) < 3 or heads[-1] - heads[0] > 2 * len(heads):
        return
    if any("@" in row.text for row in texts[heads[0] : heads[-1] + 1]):
        for row in texts[: heads[-1] + 1]:
            row.role = MAIL
