"""Footnotes: which lines are theirs, and where in the body they are called."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from briefs.text.layout import Layout
from briefs.text.lines import BLANK, CALL, NUMBER, RULE, TEXT, Line

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPER = "[⁰¹²³⁴-⁹]"
_MARKER = re.compile(rf"(?P<number>\d{{1,3}}|{_SUPER}{{1,3}}|\*{{1,3}}|[†‡])(?P<stop>[.)])?(?:\s+|$|(?=[“\"'‘(\[A-Z]))")
_GLUED = re.compile(r"(?<=[^\s\d$§(\[/-])(\d{1,3})(?=[\s,;:)”\"—-]|$)")


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
    called = {int(match.group(1)) for match in _GLUED.finditer(raw)}
    texts = [i for i in range(first, len(lines)) if lines[i].role == TEXT]
    paged = any(line.feed or line.role == NUMBER for line in lines) or leads(lines, layout)
    zone: int | None = None
    ruled, gap, crossed, again = False, 0, False, False
    position = first
    for place, i in enumerate(texts):
        gap, ruled, crossed = 0, False, False
        for line in lines[position:i]:
            gap += line.blanks if line.role == BLANK else 0
            ruled = ruled or line.role == RULE
            crossed = crossed or line.role == NUMBER or line.feed
        position = i
        line = lines[i]
        again = again or i in restarts
        crossed = crossed or bool(place and lines[texts[place - 1]].feed) or is_lead(line, layout)
        position = i + 1
        before = lines[texts[place - 1]] if place else None
        after = _after(lines, texts, place)
        if crossed:
            zone = None
        found = _starts(line, before, after, layout, feet, called, zone is not None, ruled, gap)
        if found is None and again and _MARKER.match(line.text):
            found = _starts(line, before, after, layout, [], called, zone is not None, ruled, gap)
            found = found if found is not None and found[0] == "1" else None
            again = found is None
        if found is not None:
            feet.append(Footnote(found[0], found[1], first=i))
            zone = len(feet) - 1
        elif feet and layout.wrapped and _goes_on(line, feet[-1], before, after, layout, gap, ruled):
            zone = len(feet) - 1
        elif zone is not None and _ended(line, layout, paged, gap, after):
            zone = None
        if zone is not None:
            line.foot = zone
            feet[zone].lines.append(line)
            feet[zone].after = i + 1
    numbers = {foot.number for foot in feet}
    for i in texts:
        alone = lines[i].text.translate(SUPERSCRIPTS)
        if lines[i].foot < 0 and alone in numbers and alone.isdigit():
            lines[i].role = CALL  # a raised sign that fell on a line of its own
    return feet


def is_lead(line: Line, layout: Layout) -> bool:
    """Tell the single leading space that is all some texts keep of a page's start."""
    return line.indent == 1 and layout.margin == 0 and not layout.indented and layout.wrapped


def leads(lines: Iterable[Line], layout: Layout) -> bool:
    """Tell whether single leading spaces mark the page starts of a text: a few of them, and nothing else indented."""
    texts = [line for line in lines if line.role == TEXT]
    count = sum(is_lead(line, layout) for line in texts)
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
    called: set[int],
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
        return found if (alone or ruled) and sign != line.text * 2 else None
    number = int(found[0])
    last = next((int(foot.number) for foot in reversed(feet) if foot.number.isdigit()), None)
    expected = last is None or number == last + 1
    if sign[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return found if rest else None
    if not rest:
        return found if alone and expected and (number in called or ruled or inside or layout.spacing) else None
    if rest[0].islower():
        return None
    if ruled and (expected or (last is not None and last < number <= last + 3)):
        return found
    if inside and expected:
        return found if gap or (before is not None and before.ends_sentence) else None
    tight = layout.wrapped and layout.spacing > 0 and after is not None and after[1] < layout.spacing
    starting = number == (last or 0) + 1
    return found if tight and starting and number in called and match.group("stop") is None else None


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
    if ruled:
        return not foot.lines[-1].ends_sentence or (near and after is not None and after[1] < layout.spacing)
    tight = layout.spacing > 0 and gap > layout.spacing and after is not None and after[1] < layout.spacing
    stops = before is not None and before.text[-1] not in '.?!:”"’)'
    return tight and stops and line.sheet == foot.lines[-1].sheet + 1


def _ended(line: Line, layout: Layout, paged: bool, gap: int, after: tuple[Line, int] | None) -> bool:
    if not layout.wrapped:
        return line.indent < layout.margin + 2
    if paged:
        return False
    if layout.spacing:
        return gap >= layout.spacing and (after is None or after[1] >= layout.spacing)
    return gap > 0


@dataclass(frozen=True, slots=True)
class Call:
    """Where a footnote is called: raw characters [start, end) are the sign."""

    start: int
    end: int
    number: str


_CALLS = re.compile(
    rf"(?P<super>{_SUPER}{{1,3}})"
    r"|(?<=[.,;:?!)\]”\"’'—])(?P<stop>\d{1,3})(?![\d.,:/%-]*\d)(?![^\W\d_])(?=[\s,;:.)”\"—-]|$)"
    r"|(?<=[A-Za-z])(?P<word>\d{1,3})(?=[\s,;:.)”\"—]|$)(?!\.\d)"
    r"|(?<=[.?!”\")\]])\s+(?P<apart>\d{1,3})(?=\s*$)",
)


def calls(body: Iterable[Line], feet: Sequence[Footnote], raised: Sequence[Call] | None = None) -> list[Call]:
    """Find where the body calls its footnotes: the strongest chain of signs whose numbers rise with the text.

    `raised` are the signs the format itself tells by their place; where it tells one for every other note, no
    other is looked for.
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
            return _chain(found)
        found = []
    for line in body:
        for match in _CALLS.finditer(line.text):
            number = match.group().strip().translate(SUPERSCRIPTS)
            if number not in sheets or number != str(int(number)):
                continue
            before = line.text[match.start() - 2 : match.start() - 1]
            weight = 9 if match.group("super") else 4 if match.group("word") else 1 if match.group("apart") else 6
            if match.group("stop") and (before.isdigit() or line.text[match.start() - 1] in "'’,"):
                weight = 2
            if line.sheet == sheets[number]:
                weight += 4
            start = line.left + match.start()
            found.append((Call(start, line.left + match.end(), number), weight))
    return _chain(found)


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
    for foot in feet:
        if foot.number.isdigit():
            continue
        sign = re.compile(rf"(?<=[\w.,;:)”\"’]){re.escape(foot.number)}(?![\w*†‡])")
        for line in rows[: foot.first]:
            match = sign.search(line.text) if line.role == TEXT and line.foot < 0 else None
            if match and line.sheet == foot.lines[0].sheet:
                found.append(Call(line.left + match.start(), line.left + match.end(), foot.number))
                break
    return found
