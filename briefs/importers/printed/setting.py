"""From the rows of a PDF's pages to lines the normaliser's last step takes: the raw text, its layout, its marks."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefs.importers.printed.flow import PrintedFlow
from briefs.importers.printed.furniture import labels
from briefs.importers.printed.margins import Margins, margins
from briefs.importers.printed.misread import misread
from briefs.importers.printed.notes import Note
from briefs.importers.printed.rows import TEXT, Row
from briefs.importers.printed.titles import looks
from briefs.text.calls import Call, signed
from briefs.text.compose import Setting
from briefs.text.footnotes import NOTES_HEADING, Footnote
from briefs.text.insets import Inset
from briefs.text.layout import Layout
from briefs.text.lines import BLANK, HIDDEN, LEADER, RULE, Line, split
from briefs.text.openings import opening
from briefs.text.pages import Page, counted, starred
from briefs.text.turns import turns

_FURTHEST = 9.0  # ems that the first line of a paragraph is set in: an inch and a half


@dataclass(slots=True)
class Printed(Line):
    """A line of print: how far it stands from the margins of its page, in ems of the body's type."""

    inset: float = 0.0  # from the left margin
    short: float = 0.0  # from the right margin
    scale: float = 1.0  # size of its type, the body's being 1
    tight: bool = False
    reach: float = 0.0  # width of its first word, in ems
    opens: bool = False  # begins with the number of its paragraph


def setting(
    pages: Sequence[Sequence[Row]],
    notes: Sequence[Note],
    body: float,
    continued: Container[int] = (),
    sharing: Container[int] = (),
    *,
    recognised: bool = False,
) -> Setting:
    """Write the rows out as the raw text, one to a line, a form feed after each page, and describe its lines.

    `continued` are the places of those that only go on with the page before, as its second column does; `sharing`
    are those of pages on one sheet with the page before; `recognised` tells that the words were read by OCR.
    """
    edged = margins(pages, body, leaves=not continued)
    steps = Counter(round(edges.leading) for edges in edged if edges is not None)
    writer = _Writer(body, common=float(steps.most_common(1)[0][0]) if steps else 0.0)
    firsts: list[Line | None] = []
    for at, (page, edges) in enumerate(zip(pages, edged, strict=True)):
        first = writer.page(page, edges, ends=at + 1 not in continued and at + 1 not in sharing)
        if at not in continued:
            firsts.append(first)
        elif firsts[-1] is None:
            firsts[-1] = first
    raw, lines = "".join(writer.chunks), writer.lines
    looks(writer.placed, body)
    feet = _feet(lines, notes, writer.signs)
    _unhead(lines)
    openers = _openers(lines)
    whole = sum(line.role == TEXT and line.foot < 0 for line in lines)
    layout = Layout(
        wrapped=True,
        spacing=0,
        margin=0,
        indented=len(openers) >= max(2, 0.02 * whole),
        first=openers[len(openers) // 2] if len(openers) >= max(2, 0.02 * whole) else 0,
        proportional=True,
        measure=80.0,
        breaks=frozenset((1,)),
    )
    stars, leaves = starred(raw, lines)
    leaves = leaves if stars else _leaves(firsts, _joined(labels(pages), continued))
    start = opening(lines)
    writer.raised += misread(lines, feet, writer.raised) if recognised else ()
    raised = sorted(writer.raised, key=lambda call: call.start)
    return Setting(
        raw,
        lines,
        layout,
        turns(lines, start),
        feet,
        leaves,
        raised=raised,
        emphasis=writer.emphasis,
        insets=[
            *(Inset(call.start, call.end, "call", "call", {"number": call.number}) for call in signed(lines, feet)),
            *stars,
        ],
        flow=PrintedFlow,
        literal=True,
        note_margin=_note_margin(lines),
    )


def _unhead(lines: Sequence[Line]) -> None:
    """Give the heading over notes that are set together a role of its own: it is none of the opinion's."""
    texts = [line for line in lines if line.role == TEXT]
    for above, line in pairwise(texts):
        if above.foot < 0 <= line.foot and NOTES_HEADING.fullmatch(above.text.strip()):
            above.role = "notes-heading"


def _openers(lines: Sequence[Line]) -> list[int]:
    """Give the indents, in columns, of the lines that alone are set in before a flush one: first lines, in order."""
    body = [line for line in lines if isinstance(line, Printed) and line.role == TEXT and line.foot < 0]
    return sorted(
        round(line.inset * 2)
        for before, line, after in zip(body, body[1:], body[2:], strict=False)
        if 0.9 < line.inset < _FURTHEST
        and line.short < 3
        and after.inset < 0.6
        and before.sheet == line.sheet == after.sheet
        and (before.inset < 0.6 or before.ends_sentence)
    )


def _note_margin(lines: Sequence[Line]) -> int:
    """Find where the further lines of footnotes begin: the leftmost place that many of them share."""
    places = Counter(
        line.indent
        for before, line in pairwise(lines)
        if line.role == TEXT and line.foot >= 0 and before.foot == line.foot and before.role == TEXT
    )
    whole = sum(places.values())
    return min((place for place, count in places.items() if count >= 0.15 * whole), default=0)


@dataclass(slots=True)
class _Writer:
    """Writes rows as lines of the raw text."""

    body: float
    common: float = 0.0  # the distance of baselines on most pages
    chunks: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    placed: list[tuple[Printed, Row]] = field(default_factory=list)
    raised: list[Call] = field(default_factory=list)
    emphasis: list[tuple[int, int]] = field(default_factory=list)
    signs: dict[int, tuple[Line, int]] = field(default_factory=dict)
    size: int = 0
    sheet: int = 0

    def page(self, page: Sequence[Row], given: Margins | None, *, ends: bool = True) -> Line | None:
        """Write a page, or a part of one that does not end it; gives its first line of running text."""
        mark = "\f" if ends else "\n"
        first: Line | None = None
        edges = given or Margins(0.0, 600.0, 1.2 * self.body)
        above: Row | None = None
        start = len(self.lines)
        for row in page:
            if row.role == TEXT:
                self._space(row, above, edges)
                above = row
            line = self._line(row, edges)
            if first is None and line.role == TEXT and row.foot < 0:
                first = line
        if len(self.lines) > start:
            last = self.lines[-1]
            last.feed = True
            self.chunks[-1] = self.chunks[-1][:-1] + mark
        else:
            self._put(Line(self.size, self.size, self.size, self.size + 1, "", 0, 0, BLANK, feed=True), mark)
        self.sheet += 1
        return first

    def _space(self, row: Row, above: Row | None, edges: Margins) -> None:
        """Write an empty line where white stands above a row."""
        if above is None or (above.foot != row.foot and row.foot >= 0 and above.foot >= 0):
            return
        step = row.y - above.y
        size = min(row.size, above.size)
        usual = edges.leading if row.foot < 0 and size > 0.94 * self.body else min(edges.leading, 1.45 * size)
        row.tight = 0 < step < 0.8 * edges.leading and row.foot < 0
        # On a first page the caption's lines stand closer than those of the text under it.
        long = above.right - above.left > 0.75 * (edges.right - edges.left)
        lined = row.left < edges.left + size or (long and abs(row.left - above.left) < 2)
        runs = step <= 1.1 * self.common and above.right > edges.right - 5 * size and lined
        if row.gap or step < 0 or (step > 1.3 * usual and not (runs and row.foot < 0)):
            row.gap = True
            self._put(Line(self.size, self.size, self.size, self.size + 1, "", 0, 1, BLANK, sheet=self.sheet), "\n")

    def _line(self, row: Row, edges: Margins) -> Line:
        text = row.text
        start = self.size
        leader = LEADER.match(text)
        lead = leader.end() if leader else 0
        inset = (row.left - edges.left) / self.body
        outset = inset if edges.caption is None else (row.left - edges.caption) / self.body
        line = Printed(
            start,
            start + lead,
            start + len(text),
            start + len(text) + 1,
            text[lead:],
            max(0, round(outset * 2)),
            role=row.role if row.role != TEXT else self._role(text[lead:]),
            foot=row.foot,
            sheet=self.sheet,
            inset=inset,
            short=(edges.right - row.right) / self.body,
            scale=row.size / self.body,
            tight=row.tight,
            reach=_first_word(row) / self.body,
            opens=row.opens,
            cell=row.cell,
        )
        self._put(line, text + "\n")
        if row.role == TEXT:
            self.placed.append((line, row))
            self.emphasis += [(start + left, start + right) for left, right in row.italics]
            self.raised += [Call(start + left, start + right, number) for left, right, number in row.calls]
            for left, right in row.raised:
                sign = text[left:right]
                if sign.isdigit() and not (row.note and not left):
                    self.raised.append(Call(start + left, start + right, text[left:right]))
            if row.note:
                self.signs[row.foot] = (line, row.sign)
        return line

    def _role(self, text: str) -> str:
        """Tell signs that part sections, and characters that print nothing, as they are told in plain text."""
        told = split(" ".join(text.split()))
        return told[0].role if told and told[0].role in (RULE, HIDDEN) else TEXT

    def _put(self, line: Line, text: str) -> None:
        self.lines.append(line)
        self.chunks.append(text)
        self.size += len(text)


def _first_word(row: Row) -> float:
    width = row.right - row.left
    word = row.text.split(maxsplit=1)[0] if row.text else ""
    return width * len(word) / max(1, len(row.text))


def _feet(lines: Sequence[Line], notes: Sequence[Note], signs: dict[int, tuple[Line, int]]) -> list[Footnote]:
    feet = [Footnote(note.number, note.sign) for note in notes]
    firsts: dict[int, int] = {}
    for at, line in enumerate(lines):
        if line.foot >= 0 and line.role == TEXT:
            feet[line.foot].lines.append(line)
            firsts.setdefault(line.foot, at)
            feet[line.foot].after = at + 1
    for index, foot in enumerate(feet):
        foot.first = firsts[index]
    return feet


def _joined(labels: Sequence[str | None], continued: Container[int]) -> list[str | None]:
    """Give each page's label once, whichever of its parts prints it."""
    found: list[str | None] = []
    for at, label in enumerate(labels):
        if at not in continued:
            found.append(label)
        else:
            found[-1] = found[-1] or label
    return found


def _leaves(firsts: Sequence[Line | None], printed: Sequence[str | None]) -> list[Page]:
    """Give each page its printed number, or one counted from its neighbours."""
    numbers = [int(label) if label and label.isdigit() else None for label in printed]
    found = []
    for line, label, number, at in zip(firsts, printed, numbers, counted(numbers), strict=True):
        if line is not None and label and number is None:
            found.append(Page(line, label, "printed"))
        elif line is not None and at > 0:
            found.append(Page(line, str(at), "printed" if number is not None else "inferred"))
    return found
