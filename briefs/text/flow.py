"""How the lines of a text flow: whether a line goes on with what stands before it, or begins something new."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from briefs.text.layout import Layout, width
from briefs.text.lines import BLANK, NOTE, TEXT, UNPRINTED, Line

# Verbs that lead up to a quotation, in the forms courts use.
_SAYING = (
    "say says said state states stated stating provide provides provided providing read reads reading hold holds held"
    " holding write writes wrote explain explains explained found note notes noted conclude concludes concluded testify"
    " testifies testified observe observes observed teach teaches declare declares declared report reports reported"
).replace(" ", "|")
_SPEECH = re.compile(rf"\b(?:{_SAYING})(?:,| that| as follows)$")
_SPOKEN = re.compile(rf"\b(?:{_SAYING})\b[^.;:]{{0,40}}:$")
_FIRST_POINT, _SECOND_POINT = re.compile(r"\(?1[.)]\s"), re.compile(r"\(?2[.)]\s")
# How a sentence begins that only cites what was quoted.
_CITATION = re.compile(
    r"Id\.|(?:See|Cf\.|Accord|Compare|But see|E\.g\.)(?:,|\s+(?:also|e\.g\.|id\.|generally|[A-Z0-9]))"
    r"|\((?:citation|internal|emphasis|quot|alter|foot|cit|omit|\d{4})"
    r"|(?:Matter of|In re|Ex parte)\s[^.;]{1,60},\s+\d"
    r"|[A-Z][\w.,’'&-]*(?:\s(?:[A-Z(][\w.,’'&)-]*|of|the|and|for|in|on|de|la|ex|rel\.|&)){0,12}\sv\.\s[A-Z][^;]{1,80}?,\s+\d+\s"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3},\s\d+\s[A-Z][\w.]*\s(?:[\w.]+\s)?at\s\d"
    r"|\d+\s+[A-Z][\w.]*\s(?:[\w.]+\s)?(?:at\s)?\d|§"
)
FUNCTION = re.compile(
    r"(?:\b(?:the|of|to|in|on|a|an|and|or|by|for|with|from|at|that|who|which|not|his|her|its|their)|,)$"
)

# How a sentence stands open before the outcome that courts set on a line of its own: the judgment is / Affirmed.
_UNDONE = re.compile(r"\b(?:is|are|be|was|were|hereby|therefore|accordingly),?$")
_OUTCOME = re.compile(
    r"(?i)(?:affirmed|reversed|vacated|remanded|dismissed|granted|denied|quashed|modified|(?:so )?ordered)\b"
)
_UNENDED = re.compile(r"[;,(\w-]$")
_TORN = re.compile(r"Id\.[\s,]|(?:\d{1,4}|[A-Z][\w.]*\s\d{4})\)|\d+[,;]\s|\)")  # what no paragraph begins with: 1998).
_CODE = re.compile(r"\b(?:U\.\s?S\.\s?C(?:\.\s?A)?|C\.\s?F\.\s?R|Secs?|Nos?|Arts?)\.$")
_PARAGRAPH = re.compile(r"[\[{]?¶\s?(?P<sign>\d{1,3})[\]}]?\s|\[(?P<held>\d{1,3})\]\s")
_FEW = 5  # paragraphs that tell a numbered opinion
_BULLETS = frozenset("•▪◦●■□▸➢*–-")
_BULLET = re.compile(r".\s+[^\W_]")
_LISTED = re.compile(r"(?:[.;:,]|(?:^|[;,] )(?:and|or))$")
_NUMERAL = re.compile(r"\d(?!\d?\.\s)")
_DEEP = 60  # lines a block quotation has at most
_INDENT = 15  # characters that a first line is shorter by, whose indent was lost
_NARROW = 0.93  # of the measure, in which the lines of a quotation stay that is set in on both sides


@dataclass(slots=True)
class Spot:
    """A line of the body and what stands around it."""

    line: Line
    gap: int  # blank lines before it
    crossed: bool  # a page or a footnote comes between it and the line before


def spots(lines: Sequence[Line], wanted: int, starts: Container[int] = ()) -> list[Spot]:
    """Give the lines of one stream (-1 the body, else a footnote's index) with what stands before each.

    `starts` are the raw offsets of the first lines of pages.
    """
    found: list[Spot] = []
    gap, crossed = 0, False
    for line in lines:
        if line.role == TEXT and line.foot == wanted:
            found.append(Spot(line, gap, crossed or line.left in starts))
            gap, crossed = 0, line.feed
        elif line.role == BLANK:
            gap += line.blanks
            crossed = crossed or line.feed
        elif line.look == NOTE:
            gap = 0  # it stands between paragraphs, as one of them
        elif line.role not in UNPRINTED:
            crossed = True
    return found


def _numbered(stream: Sequence[Spot]) -> frozenset[int]:
    """Give the places of the lines that begin with the number of their paragraph, where a court counts them so."""
    found: list[int] = []
    for at, spot in enumerate(stream):
        match = _PARAGRAPH.match(spot.line.text) if spot.line.text[0] in "[{¶" else None
        if match and int(match.group("sign") or match.group("held")) == len(found) + 1:
            found.append(at)
    return frozenset(found if len(found) >= _FEW else ())


def introduces(text: str) -> bool:
    """Tell whether words lead up to a quotation that stands on its own lines."""
    if text.endswith(("that--", "—")) or re.search(r":[”\"]?\s?\d{0,3}$", text[-8:]):
        return True
    return bool(_SPEECH.search(text[-40:]))


def lists(before: str, text: str, after: str) -> bool:
    """Tell the first point of a numbered list after a colon: a second follows, and no verb of saying leads up to it.

    Such a list is the court's own; statutes, which are quoted, begin with letters.
    """
    numbered = _FIRST_POINT.match(text) and _SECOND_POINT.match(after)
    return bool(numbered) and before.endswith(":") and not _SPOKEN.search(before[-80:])


def resumes(text: str) -> bool:
    """Tell whether words after a block quotation go on with its paragraph: a citation, or mid-sentence."""
    return text[:1].islower() or bool(_CITATION.match(text[:200]))


def outcome(before: str, text: str) -> bool:
    """Tell the outcome of a sentence that stands open before it: the judgment is / Affirmed."""
    return bool(_UNDONE.search(before[-14:]) and _OUTCOME.match(text))


def _goes_on(before: str, text: str) -> bool:
    """Tell words that no sentence ends with: an article, a preposition, a verb whose outcome follows."""
    return bool(FUNCTION.search(before[-12:])) or outcome(before, text)


class Flow:
    """Judges the lines of one stream by the layout they are set in."""

    def __init__(self, layout: Layout, stream: Sequence[Spot]) -> None:
        """Take the layout and the stream."""
        self.layout, self.stream = layout, stream
        self.tolerance = self._tolerance()
        self.numbered = _numbered(stream)
        gaps = [spot.gap for spot in stream[1:3000] if not spot.crossed]
        self.parted = sum(gap > 0 for gap in gaps) * 2 >= len(gaps)  # blank lines part the paragraphs

    def _tolerance(self) -> float:
        """Measure how much room lines that surely run on leave at their end (four in five leave less)."""
        if not self.layout.wrapped:
            return 0.0
        rooms = sorted(
            self.layout.slack(a.line, b.line)
            for a, b in zip(self.stream[:3000], self.stream[1:3000], strict=False)
            if b.gap == self.layout.spacing and not b.crossed and b.line.text[0].islower()
        )
        return max(0.0, rooms[int(len(rooms) * 0.8)]) if rooms else 0.0

    def verdict(self, at: int, *, quoted: bool) -> str:
        """Judge the line at an index: on (goes on), new (paragraph), quote (one begins), resume (after one).

        `quoted` tells whether the words before it are a block quotation.
        """
        text = self.stream[at].line.text
        if at in self.numbered:
            return "new"
        if text[0] in _BULLETS and not quoted and _BULLET.match(text) and _LISTED.search(self.stream[at - 1].line.text):
            return "new"
        if not self.layout.wrapped:
            return self._unwrapped(at, quoted)
        return self._by_indent(at, quoted) if self.layout.indented else self._by_gap(at, quoted)

    def lists(self, at: int) -> bool:
        """Tell whether the line at an index begins a list of the court's own."""
        after = self.stream[at + 1].line.text if at + 1 < len(self.stream) else ""
        return lists(self.stream[at - 1].line.text, self.stream[at].line.text, after)

    def _unwrapped(self, at: int, quoted: bool) -> str:
        spot, before = self.stream[at], self.stream[at - 1].line
        line = spot.line
        lower = line.text[0].islower()
        if line.indent >= self.layout.margin + 4:
            return "quote"
        if quoted:
            return "resume" if resumes(line.text) else "new"
        if introduces(before.text) and not lower and not self.lists(at):
            return "quote"
        if self.parted and spot.gap == 0 and not spot.crossed:
            return "on"
        if before.ends_sentence or before.text[-1] in ")]":
            return "new"
        open_end = before.text[-1].isalnum() or before.text[-1] in ",;-—§("
        return "on" if open_end and (lower or spot.crossed or _goes_on(before.text, line.text)) else "new"

    def _by_gap(self, at: int, quoted: bool) -> str:
        """Judge a line of a text without indents: by gaps that mean something, else by the room lines leave."""
        spot, before, layout = self.stream[at], self.stream[at - 1].line, self.layout
        line = spot.line
        lower = line.text[0].islower()
        tight = layout.spacing > 0 and spot.gap < layout.spacing and not spot.crossed
        parted = not spot.crossed and spot.gap in layout.breaks
        after = self.stream[at + 1] if at + 1 < len(self.stream) else None
        if quoted and layout.solid:
            if not self._left(at):
                return "on"
            return "resume" if resumes(line.text) or not before.ends_sentence else "new"
        if layout.solid and introduces(before.text) and self._narrow(at) and layout.slack(before, line) > 0:
            return "quote"
        if quoted:
            if tight or (not parted and not spot.crossed and layout.spacing == 0):
                return "on"
            if not before.ends_sentence and lower and not layout.spacing and spot.crossed:
                return "on"
            return (
                "resume" if resumes(line.text) or (layout.spacing and not self._opens(before, line, after)) else "new"
            )
        if introduces(before.text) and (parted or spot.crossed or self._tightens(at)) and self._narrow(at):
            return "quote"
        if parted:
            return "on" if not before.ends_sentence and lower else "new"
        if layout.spacing == 0 and not (spot.crossed or spot.gap or layout.solid) and layout.breaks:
            return "on"
        if not before.ends_sentence or lower or _TORN.match(line.text):
            return "on"
        if spot.crossed and self.tolerance > 3:  # justified lines: room tells nothing, so a new page parts sentences
            return "new"
        return "new" if self._opens(before, line, after) else "on"

    def _opens(self, before: Line, line: Line, after: Spot | None) -> bool:
        """Tell whether a line opens a paragraph by room: the line before left some, or this one's indent did."""
        if self.layout.slack(before, line) > self.tolerance + 3:
            return True
        if after is None or after.crossed:
            return False
        room = self.layout.slack(line, after.line) - self.tolerance
        return 0 < room < (_INDENT if self.layout.solid else 1000)

    def _left(self, at: int) -> bool:
        """Tell whether a quotation set solid has ended: its last line left room, or this one is wider than all its."""
        line, before = self.stream[at].line, self.stream[at - 1].line
        widths: list[float] = []
        for place in range(at - 1, max(at - _DEEP, 0), -1):
            if introduces(self.stream[place].line.text):
                break
            widths.append(width(self.stream[place].line.text, self.layout.proportional))
        widest = max(widths, default=0.0)
        if width(line.text, self.layout.proportional) > max(1.06 * widest, _NARROW * self.layout.measure):
            return True
        return before.ends_sentence and bool(widths) and widths[0] < 0.8 * widest

    def _tightens(self, at: int) -> bool:
        after = self.stream[at + 1] if at + 1 < len(self.stream) else None
        return after is not None and after.gap < self.layout.spacing and not after.crossed

    def _narrow(self, at: int) -> bool:
        """Tell whether the lines from here to the next gap are all shorter than running text."""
        widest = 0.0
        for place in range(at, min(at + 60, len(self.stream))):
            item = self.stream[place]
            if place > at and (item.crossed or item.gap in self.layout.breaks or item.gap > self.stream[at + 1].gap):
                break
            wide = width(item.line.text, self.layout.proportional)
            if self.layout.solid and place > at + 2 and wide > _NARROW * self.layout.measure:
                break  # some lines are narrow: what follows them is no more of the quotation
            widest = max(widest, wide)
        return widest <= (_NARROW if self.layout.spacing == 0 else 1.05) * self.layout.measure

    def _by_indent(self, at: int, quoted: bool) -> str:
        """Judge a line of a text whose paragraphs begin with an indent and whose quotations are set in."""
        spot, before, layout = self.stream[at], self.stream[at - 1].line, self.layout
        line = spot.line
        lower = line.text[0].islower()
        parted = not spot.crossed and spot.gap in layout.breaks
        if layout.flush(line):
            if layout.blocked and parted:
                return ("resume" if resumes(line.text) else "new") if quoted or not lower else "on"
            if quoted:
                return "resume"
            return "new" if parted and before.ends_sentence and not lower else "on"
        if self._set_in(at, quoted):
            if not quoted:
                return "quote"
            again = spot.gap > 0 and before.ends_sentence and not spot.crossed and line.text[0].isalnum() and not lower
            return "quote" if again and layout.spacing > spot.gap - 1 and spot.gap >= layout.spacing else "on"
        if (_UNENDED.search(before.text) or _CODE.search(before.text)) and _NUMERAL.match(line.text):
            return "on"  # a line whose section sign was lost stands further right than it did
        if not before.ends_sentence and (lower or _goes_on(before.text, line.text)):
            return "on"
        return "new"

    def _set_in(self, at: int, quoted: bool) -> bool:
        """Tell whether an indented line is of a quotation rather than the first of a paragraph."""
        layout, spot = self.layout, self.stream[at]
        before = self.stream[at - 1].line
        after = self.stream[at + 1] if at + 1 < len(self.stream) else None
        near = after is not None and not after.crossed and not layout.flush(after.line)
        if (
            quoted
            and not spot.crossed
            and abs(before.indent - spot.line.indent) <= 2
            and spot.gap < max(1, layout.spacing)
        ):
            return True
        if after is None or not near:
            return quoted and abs(before.indent - spot.line.indent) <= 1 and not before.ends_sentence
        if layout.spacing and after.gap < layout.spacing:
            return True
        same = abs(after.line.indent - spot.line.indent) <= 1
        return same and after.gap <= layout.spacing and (after.line.text[0].islower() or not spot.line.ends_sentence)
