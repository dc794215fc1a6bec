"""Footnotes: which lines are theirs."""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from briefs.text.layout import Layout
from briefs.text.lines import BLANK, CALL, PAGED, RULE, TEXT, Line

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPER = "[⁰¹²³⁴-⁹]"
_MARKER = re.compile(
    rf"(?P<number>\d{{1,3}}|{_SUPER}{{1,3}}|\*{{1,3}}|[†‡])(?P<stop>[.)])?(?:\s+|$|(?=[“\"'‘(\[]|[A-Z](?!\d)))"
)
# Begun with the digit, which is rare, and then looked back from.
GLUED = re.compile(r"\d(?<=[^\s\d$§(\[/-]\d)\d{0,2}(?=[\s,;:)”\"—-]|$)")


_SIGNS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹*†‡")  # what a marker begins with that is no figure


def _marked(text: str) -> re.Match[str] | None:
    """Give the sign that some words begin with: most begin with none, which their first letter tells."""
    return _MARKER.match(text) if text[:1].isdecimal() or text[:1] in _SIGNS else None


_TORN = re.compile(r"\d{1,3}(?: [^\W\d]|[“\"‘A-Z]|$)")  # no point of a list, which a stop follows
_GLUED_ON = re.compile(r"\d{1,3}[“\"‘A-Z]")
# How the words of a note begin, and no reporter's or code's name: 2 Originally, not 2 U.S.C.
_WORD = re.compile(r"[“\"‘(\[]?(?:[A-Z][a-zà-þ’'-]+[\s,.;:]|[AI]\s|[A-Z]{2,}\s)")

# What stands over notes that are set together: NOTES, Footnotes, Endnotes:
NOTES_HEADING = re.compile(r"(?i)(?:foot|end)?notes?:?")


@dataclass(slots=True)
class Footnote:
    """A footnote: its number as printed, how many raw characters its sign takes, and its lines."""

    number: str
    sign: int
    lines: list[Line] = field(default_factory=list)
    first: int = 0  # indexes of its first line and after its last one
    after: int = 0


def lift(lines: Sequence[Line], layout: Layout, raw: str, first: int, restarts: Container[int] = ()) -> list[Footnote]:
    """Find the footnotes among the lines from index `first`; their lines get the footnote's index as `foot`.

    A footnote begins with its number after a rule, alone on a line, as a superscript, after the footnote
    before it, or set tighter than the body. It ends where the page does, or with its paragraph. After the lines
    whose indexes are `restarts` (a separate opinion begins there) the numbers may begin again.
    """
    feet: list[Footnote] = []
    texts = [i for i in range(first, len(lines)) if lines[i].role == TEXT]
    paged = any(line.feed or line.role in PAGED for line in lines) or leads(lines, layout)
    zone: int | None = None
    ruled, gap, crossed, again = False, 0, False, False

    @cache
    def called() -> set[int]:
        """Look through the whole text only when a line may begin a note."""
        return {int(match.group()) for match in GLUED.finditer(raw)}

    top = 0  # place of the first line of the page
    position = first
    for place, i in enumerate(texts):
        gap, ruled, crossed = 0, False, False
        for line in lines[position:i]:
            gap += line.blanks if line.role == BLANK else 0
            ruled = ruled or (line.role == RULE and "*" not in line.text)  # asterisks stand for words left out
            crossed = crossed or line.role in PAGED or line.feed
        position = i
        line = lines[i]
        again = again or i in restarts
        before = lines[texts[place - 1]] if place else None
        crossed = crossed or (before is not None and before.feed) or is_lead(line, layout)
        position = i + 1
        if crossed:
            zone, top = None, place
        marked = _marked(line.text) is not None
        further = bool(feet) and (ruled or line.sheet == feet[-1].lines[-1].sheet + 1)  # of the last note's words
        after = _after(lines, texts, place) if marked or further or zone is not None else None
        solid = None
        if line.text[0].isdigit() and paged and layout.wrapped:
            close = _GLUED_ON if before is not None and before.ends_sentence and not layout.solid else _TORN
            if gap > layout.spacing or close.match(line.text):
                solid = _called_above(line, after, feet, [lines[at] for at in texts[top:place]])
        found = _starts(line, before, after, layout, feet, called, zone is not None, ruled, gap) if marked else None
        if found is None and again and marked:
            found = _starts(line, before, after, layout, [], called, zone is not None, ruled, gap)
            found = found if found is not None and found[0] == "1" else None
            again = found is None
        found = found or solid
        if found is not None:
            feet.append(Footnote(found[0], found[1], first=i))
            zone = len(feet) - 1
        elif further and layout.wrapped and _goes_on(line, feet[-1], before, after, layout, gap, ruled):
            zone = len(feet) - 1
        elif zone is not None and _ended(line, layout, paged, gap, after):
            zone = None
        if zone is not None:
            line.foot = zone
            feet[zone].lines.append(line)
            feet[zone].after = i + 1
    numbers = {foot.number for foot in feet}
    for i in texts:
        if lines[i].foot >= 0 or len(lines[i].text) > 3:
            continue
        alone = lines[i].text.translate(SUPERSCRIPTS)
        if alone in numbers and alone.isdigit():
            lines[i].role = CALL  # a raised sign that fell on a line of its own
    return feet


def _called_above(
    line: Line, after: tuple[Line, int] | None, feet: Sequence[Footnote], above: Sequence[Line]
) -> tuple[str, int] | None:
    """Take a line for the first of the next note, where its number is called further up on the page."""
    match = _MARKER.match(line.text)
    number = match.group("number") if match else ""
    if (
        match is None
        or not number.isdecimal()
        or not _WORD.match(line.text[match.end() :] or (after[0].text if after else ""))
    ):
        return None
    last = next((int(foot.number) for foot in reversed(feet) if foot.number.isdigit()), 0)
    if int(number) != last + 1:
        return None
    likely = [one.text for one in above if number in one.text]
    if not likely:
        return None
    call = re.compile(rf"(?<=[^\s\d$§(\[/-]){number}(?=[\s,;:)”\"—-]|$)|(?<=[.?!”\"’]) {number}(?=\s+[A-Z“\"]|$)")
    return (number, match.end()) if any(map(call.search, likely)) else None


def is_lead(line: Line, layout: Layout) -> bool:
    """Tell the single leading space that is all some texts keep of a page's start."""
    return line.indent == 1 and _may_lead(layout)


def _may_lead(layout: Layout) -> bool:
    return layout.margin == 0 and not layout.indented and layout.wrapped


def leads(lines: Iterable[Line], layout: Layout) -> bool:
    """Tell whether single leading spaces mark the page starts of a text: a few of them, and nothing else indented."""
    if not _may_lead(layout):
        return False
    texts = [line for line in lines if line.role == TEXT]
    count = sum(line.indent == 1 for line in texts)
    return 2 <= count <= 0.15 * len(texts) and sum(line.indent > 1 for line in texts) <= count


def _after(lines: Sequence[Line], texts: Sequence[int], place: int) -> tuple[Line, int] | None:
    """Give the next text line and the blank lines before it."""
    if place + 1 >= len(texts):
        return None
    between = lines[texts[place] + 1 : texts[place + 1]] if texts[place + 1] - texts[place] < 12 else []
    return lines[texts[place + 1]], sum(line.blanks for line in between if line.role == BLANK)


def _starts(
    line: Line,
    before: Line | None,
    after: tuple[Line, int] | None,
    layout: Layout,
    feet: Sequence[Footnote],
    called: Callable[[], set[int]],
    inside: bool,
    ruled: bool,
    gap: int,
) -> tuple[str, int] | None:
    """Give the number a line opens a footnote with, and how many characters its sign takes."""
    match = _MARKER.match(line.text)
    if match is None:
        return None
    sign = match.group("number")
    rest = line.text[match.end() :]
    found = (sign.translate(SUPERSCRIPTS), match.end())
    alone = not rest and after is not None and after[1] == 0 and after[0].text[0] not in "-–"
    if not found[0].isdigit():
        # Asterisks after asterisks: one more than the note before has.
        more = any(foot.number + "*" == sign for foot in feet[-1:]) and rest[:1].isupper()
        return found if (alone or ruled or more) and sign != line.text * 2 else None
    number = int(found[0])
    last = next((int(foot.number) for foot in reversed(feet) if foot.number.isdigit()), None)
    expected = last is None or number == last + 1
    if sign[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return found if rest else None
    if not rest:
        return found if alone and expected and (ruled or inside or layout.spacing or number in called()) else None
    if rest[0].islower():
        return None
    if ruled and (expected or (last is not None and last < number <= last + 3)):
        return found
    if inside and expected:
        return found if gap or (before is not None and before.ends_sentence) else None
    tight = layout.wrapped and layout.spacing > 0 and after is not None and after[1] < layout.spacing
    starting = number == (last or 0) + 1
    return found if tight and starting and match.group("stop") is None and number in called() else None


def _goes_on(
    line: Line,
    foot: Footnote,
    before: Line | None,
    after: tuple[Line, int] | None,
    layout: Layout,
    gap: int,
    ruled: bool,
) -> bool:
    """Tell the rest of a footnote at the foot of the next page: after a rule, or set tighter while the body stops."""
    near = line.sheet <= foot.lines[-1].sheet + 1
    # "444 U.S. 866" ends like a sentence with its call; a year in brackets goes on with it.
    unended = not foot.lines[-1].ends_sentence or bool(_YEAR.match(line.text))
    if ruled:
        return unended or (near and after is not None and after[1] < layout.spacing)
    tight = layout.spacing > 0 and gap > layout.spacing and after is not None and after[1] < layout.spacing
    stops = before is not None and before.text[-1] not in '.?!:”"’)'
    ended = before is not None and before.ends_sentence  # so torn words are not the body's
    under = before is not None and before.foot < 0 and before.sheet == line.sheet
    broken = layout.spacing > 0 and gap > layout.spacing and _torn(line) and unended
    return (tight and stops) or (broken and under and (stops or ended))


_YEAR = re.compile(r"\((?:[\w.]{1,8}\s){0,3}\d{4}\)")


def _torn(line: Line) -> bool:
    """Tell words that can only go on with others."""
    return bool(_YEAR.match(line.text) or re.match(r"[^\W\d_A-ZÀ-Þ]|\d+[,)]?\s|\.|…|\([^\W\d_A-ZÀ-Þ]", line.text))


def _ended(line: Line, layout: Layout, paged: bool, gap: int, after: tuple[Line, int] | None) -> bool:
    if not layout.wrapped:
        return line.indent < layout.margin + 2
    if paged:
        return False
    if layout.spacing:
        return gap >= layout.spacing and (after is None or after[1] >= layout.spacing)
    return gap > 0
