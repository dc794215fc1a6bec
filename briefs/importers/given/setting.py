"""From rows that say what they are to the lines the normaliser's last step takes."""

from collections.abc import Sequence
from dataclasses import replace

from briefs.importers.given.rows import Given, Row
from briefs.text.calls import Call
from briefs.text.compose import Setting
from briefs.text.flow import Flow, Spot, introduces, outcome, resumes
from briefs.text.footnotes import Footnote
from briefs.text.insets import Inset
from briefs.text.layout import Layout
from briefs.text.lines import BLANK, TEXT, Line, cut_line
from briefs.text.openings import opening
from briefs.text.pages import Page
from briefs.text.turns import turns

_SET_IN = 4  # columns a quotation is written in by
_LAYOUT = Layout(
    wrapped=False,
    spacing=0,
    margin=0,
    indented=False,
    first=0,
    proportional=True,
    measure=80.0,
    breaks=frozenset((1,)),
)


class GivenFlow(Flow):
    """Takes paragraphs and quotations as the file gives them; a sentence torn in two is made whole."""

    def __init__(self, layout: Layout, stream: Sequence[Spot]) -> None:
        """Take the layout and the stream, and see whether the file marks its quotations at all."""
        super().__init__(layout, stream)
        self.marked = any(spot.line.indent >= _SET_IN for spot in stream)

    def verdict(self, at: int, *, quoted: bool) -> str:
        """Judge the row at an index: on (goes on), new (paragraph), quote (one begins), resume (after one)."""
        spot, before = self.stream[at], self.stream[at - 1].line
        line = spot.line
        lower = line.text[0].islower()
        if line.indent >= _SET_IN:
            return "quote"
        if not self.marked and not quoted and introduces(before.text) and not lower and not self.lists(at):
            return "quote"  # a page that sets its quotations like paragraphs
        if quoted:
            return "resume" if resumes(line.text) else "new"
        if spot.gap == 0 and not spot.crossed:
            return "on"
        open_ = not before.ends_sentence and before.text[-1] not in ':)]”"'
        return "on" if open_ and (lower or outcome(before.text, line.text)) else "new"


def setting(given: Given, *, paged: bool = False) -> Setting:
    """Write the rows out as the raw text, one to a line, an empty line between those that stand apart.

    `paged` tells that rows end pages, which have no printed numbers then and are counted.
    """
    rows = given.rows
    raw: list[str] = []
    lines: list[Line] = []
    insets: list[Inset] = []
    calls: list[Call] = []
    emphasis: list[tuple[int, int]] = []
    pages: list[Page] = []
    feet = [Footnote(number, 0) for number in given.numbers]
    size = sheet = 0
    fresh = paged
    for row in rows:
        if row.gap and lines:
            lines.append(Line(size, size, size, size + 1, "", 0, 1, BLANK, sheet=sheet))
            raw.append("\n")
            size += 1
        inset_by = _SET_IN if row.quoted else 0
        start = size + inset_by
        line = _line(row, size, inset_by, sheet)
        raw.append(" " * inset_by + row.text + ("\f" if row.feed else "\n"))
        size += inset_by + len(row.text) + 1
        _settle_head(row, line, start, insets, pages)
        insets += [
            replace(inset, start=start + inset.start, end=start + inset.end)
            for inset in row.insets
            if start + inset.start >= line.left
        ]
        calls += [Call(start + left, start + right, number) for left, right, number in row.calls]
        emphasis += [(start + left, start + right) for left, right in row.emphasis]
        if row.note >= 0 and row.role == TEXT:
            foot = feet[row.note]
            if not foot.lines:
                foot.first, foot.sign = len(lines), max(0, row.sign - (line.left - start))
            foot.lines.append(line)
            foot.after = len(lines) + 1
        if fresh and line.role == TEXT and line.foot < 0:
            pages.append(Page(line, str(sheet + 1), "inferred"))
            fresh = False
        lines.append(line)
        if row.feed:
            sheet, fresh = sheet + 1, paged
    feet, order = _kept(feet)
    for line in lines:
        line.foot = order.get(line.foot, -1)
    first = opening(lines)
    pages = [] if paged and sheet == 0 else pages
    return Setting(
        "".join(raw),
        lines,
        _LAYOUT,
        turns(lines, first),
        feet,
        pages,
        raised=calls if calls else None,
        insets=insets,
        emphasis=emphasis,
        flow=GivenFlow,
        literal=True,
    )


def _line(row: Row, at: int, inset_by: int, sheet: int) -> Line:
    start, end = at + inset_by, at + inset_by + len(row.text)
    role = cut_line(row.text, start, end).role if row.role == TEXT else row.role
    return Line(
        at,
        start,
        end,
        end + 1,
        row.text,
        inset_by,
        role=role,
        feed=row.feed,
        foot=row.note if role == TEXT else -1,
        sheet=sheet,
        look=row.look,
        cell=row.cell,
    )


def _settle_head(row: Row, line: Line, start: int, insets: list[Inset], pages: list[Page]) -> None:
    """Begin the line after what stands before its words: a star page, a publisher's number."""
    at = 0
    for inset in sorted(row.insets, key=lambda inset: inset.start):
        if inset.start != at or inset.end >= len(row.text):
            break
        if inset.kind == "page":
            pages.append(Page(line, str(inset.data["label"]), str(inset.data["known"])))
        insets.append(Inset(start + inset.start, start + inset.end, inset.name))
        at = inset.end
    if at:
        line.left, line.head = start + at, start + at - line.start
        line.text = row.text[at:]


def _kept(feet: Sequence[Footnote]) -> tuple[list[Footnote], dict[int, int]]:
    """Leave out footnotes without words; gives the new index of each old one."""
    kept: list[Footnote] = []
    order: dict[int, int] = {}
    for index, foot in enumerate(feet):
        if foot.lines:
            order[index] = len(kept)
            kept.append(foot)
    return kept, order
