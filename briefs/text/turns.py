"""Where one writing of a case ends and the next begins: the opinion of the court, a concurrence, a dissent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.text.headings import SEPARATE, byline, has_office
from briefs.text.lines import TEXT, Line

_COURT = re.compile(r"(?i)(?:in the )?(?:supreme court of the united states|united states court of appeals\b.{0,40})")
_ANY_COURT = re.compile(r"(?i)(?=.{0,50}\bcourt\b)[a-z ,]{8,60}")  # over a separate opinion, as over the first
_NUMBERED = re.compile(r"(?i)nos?\.\s*\d.*")
# What some courts set over a separate opinion: CONCURRENCE, CONCURRING IN THE JUDGMENT, DISSENT.
_TITLE = re.compile(
    r"(?:CONCURR|DISSENT)[A-Z]+(?: (?:AND|IN|THE|PART|JUDGMENT|OPINION|CONCURRING|DISSENTING))*|DISSENT"
)
_FRONT = 60  # lines a separate opinion's own front matter takes at most


@dataclass(frozen=True, slots=True)
class Turn:
    """A writing: the indexes of the first line of its front matter and of the line its words begin with."""

    front: int
    body: int
    syllabus: bool = False  # the reporter's summary: no opinion, so its paragraphs are front matter too


def turns(rows: Sequence[Line], first: int) -> list[Turn]:
    """Give the writings of a text, in order; the first begins with the text, and its words with line `first`."""
    found = _opened(rows, first)
    texts = [i for i in range(first, len(rows)) if rows[i].role == TEXT and rows[i].foot < 0]
    skip = first
    named = {row.text.casefold() for row in rows[:first] if _ANY_COURT.fullmatch(row.text)}
    for place, i in enumerate(texts):
        line = rows[i]
        if i <= skip or not line.text[:1].isupper():
            continue
        own = place > 0 and line.sheet != rows[texts[place - 1]].sheet and line.text.casefold() in named
        court = line.text[0] in "ISU" and len(line.text) < 60 and _COURT.fullmatch(line.text) is not None
        court = court and _fresh(rows, texts, place)
        if court or own:
            body = _body_after(rows, texts, place)
            if body is not None and (court or _separates(rows, texts, texts.index(body))):
                found.append(Turn(i, body))
                skip = body
        elif _is_separate(rows, texts, place):
            above = texts[place - 1] if place else 0
            titled = above > skip and _TITLE.fullmatch(rows[above].text)
            found.append(Turn(above if titled else i, i))
            skip = i
    return found


def _opened(rows: Sequence[Line], first: int) -> list[Turn]:
    """Part the reporter's syllabus from the opinion's own front matter, where one stands before it."""
    named = next((i for i in range(first) if rows[i].text.casefold() == "syllabus"), None)
    court = next((i for i in range(first - 1, 0, -1) if _COURT.fullmatch(rows[i].text)), None)
    if named is None or court is None or court < named:
        return [Turn(0, first)]
    numbered = next((i for i in range(named, court) if _NUMBERED.match(rows[i].text)), None)
    if numbered is None:
        return [Turn(0, first)]
    while court and rows[court - 1].sheet == rows[court].sheet and not rows[court - 1].feed:
        court -= 1
    return [Turn(0, numbered + 1, syllabus=True), Turn(court, first)] if court > numbered + 1 else [Turn(0, first)]


def _is_separate(rows: Sequence[Line], texts: Sequence[int], place: int) -> bool:
    """Tell a line that names the writer of a separate opinion, standing where an opinion can begin."""
    if not has_office(rows[texts[place]].text):
        return False
    return _separates(rows, texts, place) and _fresh(rows, texts, place)


def _separates(rows: Sequence[Line], texts: Sequence[int], place: int) -> bool:
    match = byline([rows[i].text for i in texts[place : place + 4]])
    return match is not None and bool(SEPARATE.search(match.words))


def _fresh(rows: Sequence[Line], texts: Sequence[int], place: int) -> bool:
    """Tell whether the line before ends a sentence, is a title, or stands apart."""
    if not place:
        return True
    before = rows[texts[place - 1]]
    if before.ends_sentence or before.text.isupper():
        return True
    return texts[place] - texts[place - 1] > 1 and len(before.text) < 60


def _body_after(rows: Sequence[Line], texts: Sequence[int], place: int) -> int | None:
    """Find the byline a separate opinion's front matter ends with."""
    for later in range(place + 1, min(place + _FRONT, len(texts))):
        if rows[texts[later]].text[:1].isupper() and byline([rows[i].text for i in texts[later : later + 4]]):
            return texts[later]
    return None
