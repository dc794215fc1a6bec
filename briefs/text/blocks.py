"""Which lines of the body make a paragraph, a heading, a byline or a block quotation."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from briefs.text import headings
from briefs.text.layout import Layout, width
from briefs.text.lines import BLANK, CALL, GHOST, TEXT, Line

_SPEECH = re.compile(
    r"\b(?:sa(?:y|ys|id)|stat(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|read(?:s|ing)?|h[eo]ld(?:s|ing)?|wr[oi]te|explain(?:s|ed)|found|"
    r"not(?:es|ed)|conclud(?:es|ed)|testif(?:ies|ied)|observ(?:es|ed)|teach(?:es)?|declar(?:es|ed)|report(?:s|ed))(?:,| that| as follows)$"
)
_CITATION = re.compile(
    r"Id\.|(?:See|Cf\.|Accord|Compare|But see|E\.g\.)(?:,|\s+(?:also|e\.g\.|id\.|generally|[A-Z0-9]))|\((?:citation|internal|emphasis|quot|alter|footnote|foot|cit|omit|\d{4})"
    r"|(?:Matter of|In re|Ex parte)\s[^.;]{1,60},\s+\d|[A-Z][\w.,’'& -]{1,80}\sv\.\s[A-Z][^;]{1,80}?,\s+\d+\s|\d+\s+[A-Z][\w.]*\s(?:[\w.]+\s)?(?:at\s)?\d|§"
)
_FUNCTION = re.compile(r"(?:\b(?:the|of|to|in|on|a|an|and|or|by|for|with|from|at|that|who|which|not|his|her|its|their)|,)$")


@dataclass(slots=True)
class Part:
    """Lines that run on as one: running words, or a block quotation."""

    quoted: bool
    lines: list[Line]


@dataclass(slots=True)
class Block:
    """A heading, byline, paragraph, footnote or piece of the caption, as its parts."""

    kind: str
    parts: list[Part]
    data: dict[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Give the words as they stand, lines joined by spaces."""
        return " ".join(line.text for part in self.parts for line in part.lines)


@dataclass(frozen=True, slots=True)
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
        elif line.role not in (GHOST, CALL):
            crossed = True
    return found


def introduces(text: str) -> bool:
    """Tell whether words lead up to a quotation that stands on its own lines."""
    return text.endswith((":", ":13", "that--", "—")) or bool(re.search(r":[”\"]?\s?\d{0,3}$", text[-8:])) or bool(_SPEECH.search(text[-40:]))


def resumes(text: str) -> bool:
    """Tell whether words after a block quotation go on with its paragraph: a citation, or mid-sentence."""
    return text[:1].islower() or bool(_CITATION.match(text[:200]))


class Builder:
    """Builds the blocks of one stream of lines, line after line."""

    def __init__(self, layout: Layout, stream: Sequence[Spot], *, headed: bool = True) -> None:
        """Take the layout and the stream; `headed` tells whether headings and bylines can stand in it."""
        self.layout, self.stream, self.headed = layout, stream, headed
        self.blocks: list[Block] = []
        self.tolerance = self._tolerance()

    def build(self) -> list[Block]:
        """Give the blocks in order."""
        at = 0
        while at < len(self.stream):
            taken = self._heading(at) if self.headed else 0
            if not taken:
                self._place(at)
                taken = 1
            at += taken
        return self.blocks

    def _tolerance(self) -> float:
        """Measure how much room lines that surely run on leave at their end (four in five leave less)."""
        if not self.layout.wrapped:
            return 0.0
        rooms = sorted(
            self.layout.slack(a.line, b.line)
            for a, b in zip(self.stream[:3000], self.stream[1:3000], strict=False)
            if b.line.text[0].islower() and not b.crossed and b.gap == self.layout.spacing
        )
        return max(0.0, rooms[int(len(rooms) * 0.8)]) if rooms else 0.0

    # -- headings and bylines

    def _heading(self, at: int) -> int:
        """Take a heading or byline that begins here; gives how many lines it took."""
        spot = self.stream[at]
        before = self.stream[at - 1].line if at else None
        fresh = before is None or not self.blocks or self.blocks[-1].kind != "paragraph" or before.ends_sentence
        if not fresh and not (spot.gap > self.layout.spacing and spot.line.text[:1].isupper()):
            return 0
        match = headings.BYLINE.match(spot.line.text)
        if match and (spot.gap or spot.crossed or before is None or not self.layout.wrapped):
            return self._byline(at, match.end())
        end = at + 1
        while end < len(self.stream) and end - at < 5 and self.stream[end].gap == 0 and not self.stream[end].crossed:
            end += 1
        if not self.layout.wrapped or not self._alone(at, end):
            end = at + 1
            if self.layout.wrapped and not self._alone(at, end):
                return 0
        text = " ".join(item.line.text for item in self.stream[at:end])
        name = headings.style(text) if end - at < 5 else None
        if end < len(self.stream) and self.stream[end].line.text[0].islower():
            return 0  # the first line of a paragraph that only reads like a title
        if name is None or not self._set_apart(at, end, name):
            return 0
        self.blocks.append(
            Block("heading", [Part(False, [item.line for item in self.stream[at:end]])], {"style": name, "sign": text})
        )
        return end - at

    def _byline(self, at: int, end: int) -> int:
        """Take a byline; words that follow it on its line stay, as the first of a paragraph."""
        spot = self.stream[at]
        line, text = spot.line, spot.line.text
        if end >= len(text):
            self.blocks.append(Block("byline", [Part(False, [line])]))
            return 1
        cut = line.left + end
        self.blocks.append(Block("byline", [Part(False, [replace(line, right=cut, stop=cut, text=text[:end])])]))
        rest = text[end:].lstrip()
        line.start, line.left, line.text, line.head = cut, line.right - len(rest), rest, 0
        return 0

    def _alone(self, at: int, end: int) -> bool:
        """Tell whether lines stand by themselves: blank lines or a page's edge on both sides."""
        spot = self.stream[at]
        after = self.stream[end] if end < len(self.stream) else None
        least = 1 if self.layout.spacing == 0 else self.layout.spacing
        return (at == 0 or spot.crossed or spot.gap >= least) and (after is None or after.crossed or after.gap >= least)

    def _set_apart(self, at: int, end: int, name: str) -> bool:
        """Tell whether lines that read like a heading are also set like one."""
        if not self.layout.wrapped or self.layout.spacing == 0:
            return True
        line = self.stream[at].line
        after = self.stream[end] if end < len(self.stream) else None
        if name in ("caps", "roman"):
            return True
        wide = self.stream[at].gap > self.layout.spacing or (after is not None and after.gap > self.layout.spacing)
        middle = line.indent - self.layout.margin + len(line.text) / 2
        centred = line.indent > self.layout.margin + 9 and abs(middle - self.layout.measure / 2) < 8
        short = width(line.text, self.layout.proportional) < 0.8 * self.layout.measure
        return short and (centred or wide or (name != "plain" and self.layout.indented))

    # -- paragraphs and quotations

    def _place(self, at: int) -> None:
        """Put a line where it belongs: on with the part before, into a new part, or into a new block."""
        spot = self.stream[at]
        block = self.blocks[-1] if self.blocks and self.blocks[-1].kind == "paragraph" else None
        verdict = self._verdict(at, block)
        if block is None or verdict == "new":
            self.blocks.append(Block("paragraph", [Part(False, [spot.line])]))
        elif verdict == "on":
            block.parts[-1].lines.append(spot.line)
        else:
            block.parts.append(Part(verdict == "quote", [spot.line]))

    def _verdict(self, at: int, block: Block | None) -> str:
        """Judge a line: on (goes on), new (paragraph), quote (a quotation begins), resume (after one)."""
        if block is None:
            return "new"
        if not self.layout.wrapped:
            return self._unwrapped(at, block)
        return self._by_indent(at, block) if self.layout.indented else self._by_gap(at, block)

    def _unwrapped(self, at: int, block: Block) -> str:
        spot, before = self.stream[at], self.stream[at - 1].line
        line, part = spot.line, block.parts[-1]
        lower = line.text[0].islower()
        if line.indent >= self.layout.margin + 4:
            return "quote"
        if part.quoted:
            return "resume" if before.indent < self.layout.margin + 4 and resumes(line.text) or lower else (
                "resume" if resumes(line.text) else "new"
            )
        if introduces(before.text) and not lower:
            return "quote"
        if before.ends_sentence or before.text[-1] in ")]":
            return "new"
        open_end = before.text[-1].isalnum() or before.text[-1] in ",;-—§("
        return "on" if open_end and (lower or spot.crossed or _FUNCTION.search(before.text[-12:])) else "new"

    def _by_gap(self, at: int, block: Block) -> str:
        """Judge a line of a text without indents: by gaps that mean something, else by the room lines leave."""
        spot, before, layout = self.stream[at], self.stream[at - 1].line, self.layout
        line, part = spot.line, block.parts[-1]
        lower = line.text[0].islower()
        tight = layout.spacing > 0 and spot.gap < layout.spacing and not spot.crossed
        parted = not spot.crossed and spot.gap in layout.breaks
        after = self.stream[at + 1] if at + 1 < len(self.stream) else None
        if part.quoted:
            if tight or (not parted and not spot.crossed and layout.spacing == 0):
                return "on"
            if not before.ends_sentence and lower and not layout.spacing and spot.crossed:
                return "on"
            return "resume" if resumes(line.text) or (layout.spacing and not self._opens(before, line, after)) else "new"
        if introduces(before.text) and (parted or spot.crossed or self._tightens(at)) and self._narrow(at):
            return "quote"
        if parted:
            return "on" if not before.ends_sentence and lower else "new"
        if layout.spacing == 0 and not spot.crossed and spot.gap == 0 and layout.breaks:
            return "on"
        if not before.ends_sentence or lower:
            return "on"
        if spot.crossed and self.tolerance > 3:  # justified lines: room tells nothing, so a new page parts sentences
            return "new"
        return "new" if self._opens(before, line, after) else "on"

    def _opens(self, before: Line, line: Line, after: Spot | None) -> bool:
        """Tell whether a line opens a paragraph by room: the line before left some, or this one's indent did."""
        if self.layout.slack(before, line) > self.tolerance + 3:
            return True
        return after is not None and not after.crossed and self.layout.slack(line, after.line) > self.tolerance

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
            widest = max(widest, width(item.line.text, self.layout.proportional))
        return widest <= (0.93 if self.layout.spacing == 0 else 1.05) * self.layout.measure

    def _by_indent(self, at: int, block: Block) -> str:
        """Judge a line of a text whose paragraphs begin with an indent and whose quotations are set in."""
        spot, before, layout = self.stream[at], self.stream[at - 1].line, self.layout
        line, part = spot.line, block.parts[-1]
        lower = line.text[0].islower()
        parted = not spot.crossed and spot.gap in layout.breaks
        if line.indent <= layout.margin + 1:
            if part.quoted:
                return "resume"
            return "new" if parted and before.ends_sentence and not lower else "on"
        if self._set_in(at, part.quoted):
            if not part.quoted:
                return "quote"
            again = spot.gap > 0 and before.ends_sentence and not spot.crossed and line.text[0].isalnum() and not lower
            return "quote" if again and layout.spacing > spot.gap - 1 and spot.gap >= layout.spacing else "on"
        if not before.ends_sentence and lower:
            return "on"
        return "new"

    def _set_in(self, at: int, quoted: bool) -> bool:
        """Tell whether an indented line is of a quotation rather than the first of a paragraph."""
        layout, spot = self.layout, self.stream[at]
        before = self.stream[at - 1].line
        after = self.stream[at + 1] if at + 1 < len(self.stream) else None
        near = after is not None and not after.crossed and after.line.indent > layout.margin + 2
        if quoted and not spot.crossed and abs(before.indent - spot.line.indent) <= 2 and spot.gap < max(1, layout.spacing):
            return True
        if after is None or not near:
            return quoted and abs(before.indent - spot.line.indent) <= 1 and not before.ends_sentence
        if layout.spacing and after.gap < layout.spacing:
            return True
        same = abs(after.line.indent - spot.line.indent) <= 1
        return same and after.gap <= layout.spacing and (after.line.text[0].islower() or not spot.line.ends_sentence)
