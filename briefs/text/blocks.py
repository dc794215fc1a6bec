"""The blocks of a text: headings, bylines and paragraphs with the quotations in them, built line after line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefs.text import headings
from briefs.text.flow import FUNCTION, Flow, Spot
from briefs.text.layout import Layout, width
from briefs.text.lines import BODY, CELL, CELL_LINE, TITLE, Line

_NEAR = 2  # columns by which lines that begin together can differ


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


class Builder:
    """Builds the blocks of one stream of lines, line after line."""

    def __init__(self, layout: Layout, stream: Sequence[Spot], *, headed: bool = True, flow: type[Flow] = Flow) -> None:
        """Take the layout and the stream; `headed` tells whether headings and bylines can stand in it."""
        self.layout, self.stream, self.headed = layout, stream, headed
        self.flow = flow(layout, stream)
        self.blocks: list[Block] = []

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

    def _heading(self, at: int) -> int:
        """Take a heading or byline that begins here; gives how many lines it took."""
        spot = self.stream[at]
        if spot.line.cell:
            return 0
        before = self.stream[at - 1].line if at else None
        fresh = before is None or not self.blocks or self.blocks[-1].kind != "paragraph" or before.ends_sentence
        told = fresh or spot.line.look == TITLE
        if not told and not (spot.gap > self.layout.spacing and spot.line.text[:1].isupper()):
            return 0
        lower = spot.line.text[:1].islower()  # as most lines begin: no byline does
        likely = not lower and headings.has_office(spot.line.text)
        match = headings.byline([item.line.text for item in self.stream[at : at + 4]]) if likely else None
        apart = spot.gap or spot.crossed or before is None or not self.layout.wrapped
        if match and (apart or headings.SEPARATE.search(match.words)):
            return self._byline(at, match)
        if spot.line.look == BODY:
            return 0
        if spot.line.look == TITLE:
            return self._titled(at)
        end = at + 1
        while end < len(self.stream) and end - at < 5 and self.stream[end].gap == 0 and not self.stream[end].crossed:
            if self._over_first(at, end):
                break
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
        if name == "plain" and FUNCTION.search(text[-12:]):
            return 0  # titles end with no such word
        self._head([item.line for item in self.stream[at:end]], name, text)
        return end - at

    def _head(self, lines: list[Line], name: str, text: str) -> None:
        """Add a heading; its words go on with a number that stands on a line of its own before them."""
        last = self.blocks[-1] if self.blocks else None
        alone = last is not None and last.kind == "heading" and _sign(last.text.rstrip("."))
        if last is not None and alone and not headings.numbered(text):
            last.parts[0].lines += lines
            last.data["sign"] = last.text
        else:
            self.blocks.append(Block("heading", [Part(False, lines)], {"style": name, "sign": text}))

    def _byline(self, at: int, found: headings.Byline) -> int:
        """Take a byline; words that follow it on its last line stay, as the first of a paragraph."""
        whole = [item.line for item in self.stream[at : at + found.lines]]
        line, text = whole[-1], whole[-1].text
        if found.end >= len(text):
            self.blocks.append(Block("byline", [Part(False, whole)]))
            return found.lines
        cut = line.left + found.end
        named = replace(line, right=cut, stop=cut, text=text[: found.end])
        self.blocks.append(Block("byline", [Part(False, [*whole[:-1], named])]))
        rest = text[found.end :].lstrip()
        line.start, line.left, line.text, line.head = cut, line.right - len(rest), rest, 0
        return found.lines - 1

    def _titled(self, at: int) -> int:
        """Take the lines that the format itself sets as one heading."""
        end = at + 1
        while end < len(self.stream) and self.stream[end].line.look == TITLE and not self.stream[end].gap:
            numbered = headings.numbered(self.stream[end].line.text) or _sign(self.stream[end - 1].line.text)
            if self.stream[end].crossed or numbered:
                break
            end += 1
        text = " ".join(item.line.text for item in self.stream[at:end])
        name = _sign(text) or headings.style(text) or ("caps" if text.isupper() else "plain")
        self._head([item.line for item in self.stream[at:end]], name, text)
        return end - at

    def _alone(self, at: int, end: int) -> bool:
        """Tell whether lines stand by themselves: blank lines or a page's edge on both sides."""
        spot = self.stream[at]
        after = self.stream[end] if end < len(self.stream) else None
        least = 1 if self.layout.spacing == 0 else self.layout.spacing
        over = self._over_first(at, end)
        if self.layout.solid:
            return over
        if end == at + 1 and self._centred(spot.line) and self._by_itself(at) and headings.style(spot.line.text):
            return True
        above = at == 0 or spot.crossed or spot.gap >= least
        return above and (after is None or after.crossed or after.gap >= least or over)

    def _over_first(self, at: int, end: int) -> bool:
        """Tell a title that stands close over the first line of a paragraph: in the middle, or in a text set solid."""
        if end >= len(self.stream):
            return False
        line, after, layout = self.stream[end - 1].line, self.stream[end].line, self.layout
        if end in self.flow.numbered and (self.stream[at].gap or self.stream[at].crossed):
            return True
        if layout.solid:
            style = headings.style(line.text)
            told = style not in (None, "small") and not line.text.endswith(".")
            most = 0.6 if style == "plain" else 0.8
            short = width(line.text, layout.proportional) < most * layout.measure
            return end == at + 1 and told and short and after.text[:1].isupper() and not after.text.isupper()
        opens = layout.indented and abs(after.indent - layout.margin - layout.first) <= 1
        return opens and line.indent > max(after.indent + 3, layout.margin + 9)

    def _set_apart(self, at: int, end: int, name: str) -> bool:
        """Tell whether lines that read like a heading are also set like one."""
        if not self.layout.wrapped or self.layout.spacing == 0:
            return True
        line = self.stream[at].line
        after = self.stream[end] if end < len(self.stream) else None
        if name in ("caps", "roman"):
            return True
        wide = self.stream[at].gap > self.layout.spacing or (after is not None and after.gap > self.layout.spacing)
        centred = self._centred(line)
        opens = (
            self.layout.indented and self.layout.flush(line) and after is not None and not self.layout.flush(after.line)
        )
        most = 0.8 if name == "plain" else 0.95
        short = width(line.text, self.layout.proportional) < most * self.layout.measure
        if name in ("letter", "digit") and opens and self.stream[at].line.text[-1] not in ".;:,":
            return True  # as wide as the text, and yet no part of it
        return short and (centred or wide or opens or (name != "plain" and self.layout.indented))

    def _centred(self, line: Line) -> bool:
        """Tell a line that stands in the middle."""
        middle = line.indent - self.layout.margin + len(line.text) / 2
        return line.indent > self.layout.margin + 9 and abs(middle - self.layout.measure / 2) < max(
            8, 0.1 * self.layout.measure
        )

    def _by_itself(self, at: int) -> bool:
        """Tell a line that begins where neither the one above nor the one below does, as those of quotations do."""
        beside = [self.stream[place].line for place in (at - 1, at + 1) if 0 <= place < len(self.stream)]
        return all(abs(line.indent - self.stream[at].line.indent) > _NEAR for line in beside)

    def _place(self, at: int) -> None:
        """Put a line where it belongs: on with the part before, into a new part, or into a new block."""
        spot = self.stream[at]
        block = self.blocks[-1] if self.blocks and self.blocks[-1].kind == "paragraph" else None
        verdict = self._verdict(at, block) if block else "new"
        if block is None or verdict == "new":
            self.blocks.append(Block("paragraph", [Part(False, [spot.line])]))
        elif verdict == "on":
            block.parts[-1].lines.append(spot.line)
        else:
            block.parts.append(Part(verdict == "quote", [spot.line]))

    def _verdict(self, at: int, block: Block) -> str:
        """Judge a line: a row of a table is a paragraph, whatever else would tell; other lines flow."""
        cell, before = self.stream[at].line.cell, self.stream[at - 1].line.cell
        if cell or before:
            return "on" if cell in (CELL, CELL_LINE) else "new"
        return self.flow.verdict(at, quoted=block.parts[-1].quoted)


def _sign(text: str) -> str | None:
    """Name the style of a heading that is only a number or a letter."""
    if re.fullmatch(r"[IVX]{1,5}", text):
        return "roman"
    return "letter" if re.fullmatch(r"[A-Z]", text) else "digit" if re.fullmatch(r"\d{1,2}", text) else None
