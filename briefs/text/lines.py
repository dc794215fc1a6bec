"""A raw text as lines, each with its place in the raw text and its role on the printed page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefs.text.sentences import ends_sentence

# Roles a line can have. Everything but "text" is a named artefact of the printed page.
TEXT, BLANK, GHOST, RULE = "text", "blank", "underline", "rule"
NUMBER, HEAD, SIGN, CALL = "page-number", "running-head", "footnote-number", "call"
PAGE_HEAD = "page-head"  # a running head that prints the number of its page
PAGED = frozenset((NUMBER, PAGE_HEAD))
HIDDEN, OVERPRINT = "hidden-character", "overprint"
TITLE, BODY, NOTE = "title", "body", "note"
TABLE_ROW, CELL, CELL_LINE = "table-row", "cell", "cell-line"  # what a line of a table begins
UNPRINTED = frozenset((GHOST, CALL, HIDDEN, OVERPRINT))  # what takes no room of its own on the page

# The Eighth Circuit sets its captions with a row of white letters before a party's role.
LEADER = re.compile(r"l{10,}(?=[A-Z])")

# Characters that print nothing: they are named artefacts, never text.
CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = "\xad\u200b\u2060\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_VISIBLE = re.compile(rf"[^\s{CONTROL}{BIDI}{INVISIBLE}]")

_LINE = re.compile(
    r"(?P<empty>(?:\r\n|\n|\r)+)|(?P<line>[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]*)(?P<end>\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]|\Z)"
)
_OTHER_ENDS = "\r\v\x1c\x1d\x1e\x85\u2028\u2029"
_RULE = re.compile(r"(?:[_=~–—*•═─━‗-]\s?){3,}[x|]?|[_–—]{2,}")
_RULED = frozenset("_=~–—*•═─━‗-")  # what a rule begins with
_ALONE = re.compile(
    r"(?P<dash>[-–—~]\s?)?(?:page\s+)?(?P<label>\d{1,5}|[ivxl]{1,6})(?:\s+of\s+\d+)?(?:\s?[-–—~])?", re.I
)
_MARGIN = 80  # columns within which the numbers of a page's lines stand
_LAYERS, _HEAD = 3, 120  # lines of a running head, or a foot, and characters by which one is known
_MARGIN_NUMBER = re.compile(r"(\d{1,2})(?=[ \t]|$)")
_STOPS = re.compile(r"[.,;:]")


@dataclass(slots=True)
class Line:
    """One line of a raw text; offsets count raw characters, `stop` is after its line break."""

    start: int
    left: int
    right: int
    stop: int
    text: str
    indent: int
    blanks: int = 0  # how many empty lines this stands for (role BLANK only)
    role: str = TEXT
    feed: bool = False  # ends with a form feed
    head: int = 0  # raw characters from `start` that are a line number in the margin
    foot: int = -1  # index of the footnote this line belongs to
    sheet: int = 0  # how many page ends stand before it
    look: str = ""  # what the format or a label says it is (TITLE, BODY, NOTE); nothing where only the words tell
    cell: str = ""  # of a table: what it begins (TABLE_ROW, CELL, CELL_LINE)
    _ended: tuple[str, bool] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def ends_sentence(self) -> bool:
        """Tell whether the line closes a sentence, apart from quotation marks and a note call after it."""
        if self._ended is None or self._ended[0] is not self.text:
            self._ended = self.text, ends_sentence(self.text)  # asked again while its neighbours are judged
        return self._ended[1]


def split(raw: str) -> list[Line]:
    """Cut a raw text into lines that tile it; runs of empty lines are one line of role BLANK."""
    lines = _cut(raw) if any(sign in raw for sign in _OTHER_ENDS) else _cut_plain(raw)
    _underlines(lines)
    _overprints(raw, lines)
    _margin_numbers(lines)
    return lines


def _cut(raw: str) -> list[Line]:
    lines: list[Line] = []
    position, length = 0, len(raw)
    while position < length:
        match = _LINE.match(raw, position)
        if match is None:  # cannot happen: the pattern matches anything, even nothing
            break
        if match.lastgroup == "empty":
            run = match.group()
            count = len(run) - run.count("\r\n")
            lines.append(Line(position, position, position, match.end(), "", 0, count, BLANK))
        else:
            lines.append(cut_line(match.group("line"), position, match.end(), feed=match.group("end") == "\f"))
        position = match.end()
    return lines


def _cut_plain(raw: str) -> list[Line]:
    """Cut a text whose lines end with line feeds and form feeds alone, as nearly all do: in half the time."""
    lines: list[Line] = []
    at, length, fed = 0, len(raw), "\f" in raw
    while at < length:
        end = raw.find("\n", at)
        if end == at:
            while end < length and raw[end] == "\n":
                end += 1
            lines.append(Line(at, at, at, end, "", 0, end - at, BLANK))
            at = end
            continue
        end = length if end < 0 else end
        feed = raw.find("\f", at, end) if fed else -1
        end = end if feed < 0 else feed
        stop = min(end + 1, length)
        lines.append(cut_line(raw[at:end], at, stop, feed=feed >= 0))
        at = stop
    return lines


def cut_line(body: str, start: int, stop: int, *, feed: bool = False) -> Line:
    """Make a line of some words, with the role they have by themselves; offsets count raw characters."""
    text = body.strip()
    if not text:
        role = GHOST if body else BLANK
        return Line(start, start, start, stop, "", len(body), 0 if feed else 1, role, feed)
    if not text[0].isalnum() and not _VISIBLE.search(text):
        return Line(start, start, start, stop, "", 0, 0, HIDDEN, feed)
    left = len(body) - len(body.lstrip())
    leader = LEADER.match(text) if text[0] == "l" else None
    if leader:  # letters in white that hold a place in the caption
        left, text = left + leader.end(), text[leader.end() :]
    indent = len(body[:left].expandtabs(8)) if "\t" in body else left
    line = Line(start, start + left, start + left + len(text), stop, text, indent, 0, TEXT, feed)
    if text[0] in _RULED and len(text) < 200 and _RULE.fullmatch(text):
        line.role = RULE
    return line


def _underlines(lines: Sequence[Line]) -> None:
    """Tell the lost underlines (lines of spaces of many lengths) from blank lines that only hold some spaces."""
    ghosts = [line for line in lines if line.role == GHOST]
    if len({line.indent for line in ghosts}) < 4:
        for line in ghosts:
            line.role, line.blanks = BLANK, 1
        return
    for before, line in pairwise(lines):
        if line.role == GHOST and before.role == BLANK and 15 <= line.indent <= 25:
            line.role = RULE  # a lost short rule, as stands above footnotes; underlines follow their words at once


def _overprints(raw: str, lines: Sequence[Line]) -> None:
    """Lift lines that only repeat words of the line above in the same columns: how underlining was typed."""
    found: list[Line] = []
    last: Line | None = None  # the line above, or the one that was printed over
    exact = 0
    for line in lines:
        if line.role == TEXT and last is not None and len(line.text) > 2:
            at = last.start + line.left - line.start
            over = raw[at : at + len(line.text)] if raw[at] == line.text[0] and line.left - line.start <= 80 else ""
            if over and at + len(over) <= last.right and _printed_over(line.text, over):
                found.append(line)
                exact += line.text == last.text
                continue
        if line.role != GHOST:
            last = line if line.role == TEXT and not line.feed else None
    if len(found) > exact or any(line.role == GHOST for line in lines):
        for line in found:
            line.role = OVERPRINT


def _printed_over(line: str, words: str) -> bool:
    """Tell whether a line repeats words; the full stops and commas between them may be left out."""
    if line == words:
        return True
    return len(line) == len(words) and line[:2] == words[:2] and _STOPS.sub(" ", line) == _STOPS.sub(" ", words)


def _margin_numbers(lines: Sequence[Line]) -> None:
    """Lift the line numbers some courts print in the left margin, 1 to about 28 on every page."""
    begun: list[tuple[Line, str]] = []
    texts = 0
    for line in lines:
        if line.role != TEXT:
            continue
        texts += 1
        match = _MARGIN_NUMBER.match(line.text[:8]) if line.text[0].isdecimal() else None
        if match and line.indent <= _MARGIN:
            begun.append((line, match.group(1)))
    ends = Counter(line.indent + len(digits) for line, digits in begun)
    usual = ends.most_common(1)[0][0] if begun else 0
    found: list[tuple[Line, int]] = []
    expected = 1
    for line, digits in begun:
        off = abs(line.indent + len(digits) - usual)
        # Each the next, or 1 on a new page: there a note's own sign stands further in.
        if int(digits) == expected or (digits == "1" and off <= 1):
            expected = int(digits) + 1
            if min(off, line.indent) <= 4:  # at the edge of the text, or all set to end in one place further in
                found.append((line, len(digits)))
    if len(found) < 12 or len(found) < 0.45 * texts:
        return
    for line, size in found:
        rest = line.text[size:]
        line.head = line.left + size - line.start
        shorten(line, size, line.indent + size + len(rest) - len(rest.lstrip()))


def shorten(line: Line, count: int, indent: int) -> None:
    """Take `count` characters and the spaces after them off the front of a line, and tell anew what it is."""
    kept = line.text[count:].lstrip()
    line.left, line.text, line.indent = line.right - len(kept), kept, indent
    if not kept:
        line.role, line.blanks = BLANK, 1
    elif _RULE.fullmatch(kept):
        line.role = RULE


def furniture(lines: Sequence[Line]) -> None:
    """Give page numbers and running heads their roles, by where they stand and how they repeat."""
    feeds = [line.feed for line in lines]
    fed = any(feeds)
    for _ in range(_LAYERS if fed else 1):  # what is lifted off an edge can have another such line under it
        shown = [i for i, line in enumerate(lines) if line.role == TEXT]
        _page_numbers(lines, shown, feeds)
        if not _running_heads(lines, [i for i in shown if lines[i].role == TEXT]):
            break
    sheet, printed = 0, False
    for line in lines:
        if line.role == TEXT:
            line.sheet, printed = sheet, True
        if line.feed or (not fed and line.role in PAGED and printed):
            sheet, printed = sheet + 1, False


def _page_numbers(lines: Sequence[Line], shown: Sequence[int], feeds: Sequence[bool]) -> None:
    """Tell the page numbers that stand alone on their lines."""
    edges = _edges(lines, shown, feeds)
    for place, i in enumerate(shown):
        line = lines[i]
        match = _ALONE.fullmatch(line.text) if len(line.text) <= 24 else None
        if match is None:
            continue
        following = lines[shown[place + 1]] if place + 1 < len(shown) else None
        below = i + 1 < len(lines) and lines[i + 1] is following and not line.feed
        digits = match.group("label").isdigit()
        known = match.group("dash") is not None or "of" in line.text or line.text[:1] in "Pp" or i in edges
        lone = digits and (len(match.group("label")) > 3 or (not below and line.indent >= 10))
        if (known and (digits or i in edges) and not (below and i not in edges and line.indent < 10)) or lone:
            line.role = NUMBER


def _edges(lines: Sequence[Line], shown: Sequence[int], feeds: Sequence[bool]) -> set[int]:
    """Give the indexes of the lines that stand first or last on a page, where form feeds tell pages."""
    edges: set[int] = set()
    if not any(feeds):
        return edges
    previous: int | None = None
    for i in shown:
        if previous is None or any(feeds[previous:i]):
            edges.add(i)
            if previous is not None:
                edges.add(previous)
        previous = i
    if previous is not None:
        edges.add(previous)
    return edges


def _running_heads(lines: Sequence[Line], shown: Sequence[int]) -> bool:
    """Lift the lines that stand again and again beside page breaks, the same apart from their digits, if there are."""
    found = False
    places: dict[str, set[int]] = {}
    numbered = [i for i, line in enumerate(lines) if line.role in PAGED or line.feed]
    following = iter(shown)
    current = next(following, None)
    before: int | None = None
    for edge in (shown[0], shown[-1]) if numbered and shown else ():  # a text begins and ends as its pages do
        places.setdefault(_head_key(lines[edge]), set()).add(edge)
    for mark in numbered:
        while current is not None and current <= mark:
            before, current = current, next(following, None)
        for i in (before, current):
            if i is not None and len(lines[i].text) < 400:
                places.setdefault(_head_key(lines[i]), set()).add(i)
    for key, repeated in places.items():
        if len(repeated) >= 3 and not re.fullmatch(r"#[.)]?", key) and not key.endswith((".", ",", ";")):
            found = True
            for i in repeated:
                lines[i].role = HEAD
    return found


def _head_key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.casefold().split())[:_HEAD])


def label(line: Line) -> str:
    """Give the page label a page-number line prints."""
    match = _ALONE.fullmatch(line.text)
    return match.group("label") if match else line.text.strip("-–— ")
