"""What reporting services set around and in the lines of an opinion, and is none of its words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefs.text.lines import TEXT, Line

PUBLISHER = "publisher"  # the role of what the service says of itself, and of how it cites the case

_REACH = 400  # rows from the top within which the label stands
_ENDS = re.compile(r"End of Document\b.*|©\s?(?:19|20)\d\d\b.*|Copyright \([cC]\) (?:19|20)\d\d\b.*")
_CITED = re.compile(r"All Citations(?::?\s+\d.*)?")
_LAST = 6  # lines of text within which a text says that it ends
_LABEL = re.compile(r"OPINION(?P<sign>:)\s+(?=(?:\[\*+\d+\]\s*)*[A-Z])")


def unlabelled(rows: Sequence[Line]) -> list[Line]:
    """Give the rows with the first line that is labelled "OPINION:" cut after the label, which becomes a title."""
    for at, row in enumerate(rows[:_REACH]):
        match = _LABEL.match(row.text) if row.role == TEXT and row.text[:1] == "O" else None
        if match:
            cut, sign = row.left + match.end(), row.left + match.start("sign")
            title = replace(row, right=sign, stop=cut, text=row.text[: match.start("sign")], feed=False)
            rest = replace(row, start=cut, left=cut, text=row.text[match.end() :], head=0)
            return [*rows[:at], title, rest, *rows[at + 1 :]]
    return list(rows)


def unsigned(rows: Sequence[Line]) -> None:
    """Take out what the service sets below the opinion: the end of the document, its rights, how the case is cited."""
    texts = [row for row in rows if row.role == TEXT]
    for row in texts[-_LAST:]:
        if _ENDS.fullmatch(row.text):
            row.role = PUBLISHER
    for at, row in enumerate(texts):
        if row.text[:1] == "A" and _CITED.fullmatch(row.text):
            row.role = PUBLISHER
            if row.text == "All Citations" and at + 1 < len(texts) and texts[at + 1].text[:1].isdigit():
                texts[at + 1].role = PUBLISHER
