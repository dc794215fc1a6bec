"""From an opinion's raw text to its clean text: paragraphs whole, footnotes lifted, every character accounted for."""

from collections.abc import Sequence

from briefs.text import footnotes, headings, layout, lines
from briefs.text.blocks import Block, Builder
from briefs.text.captions import captions, opening
from briefs.text.flow import spots
from briefs.text.footnotes import Footnote
from briefs.text.joining import Hyphens
from briefs.text.layout import Layout
from briefs.text.lines import Line
from briefs.text.pages import pages
from briefs.text.pieces import Clean
from briefs.text.writing import Writer


def normalise(raw: str) -> Clean:
    """Give the clean text of an opinion with its marks and the map back to `raw`; never fails, whatever the text.

    Paragraphs are numbered from the first one of the opinion itself; front matter, headings and footnotes are
    not counted. A block quotation, and words after it that go on with its paragraph, stay in that paragraph.
    """
    rows = lines.split(raw)
    lines.furniture(rows)
    set_as = layout.measured(rows)
    first = opening(rows)
    feet = footnotes.lift(rows, set_as, raw, first)
    front = captions(rows, first)
    leaves = pages(rows, set_as)
    stream = spots(rows[first:], -1, {page.line.left for page in leaves})
    body = Builder(set_as, stream).build()
    calls = footnotes.calls(raw, [spot.line for spot in stream], feet)
    writer = Writer(raw, leaves, calls, Hyphens(raw))
    for block in [*front, *_numbered(body)]:
        writer.block(block)
    for index, foot in enumerate(feet):
        writer.block(_footnote(rows[foot.first : foot.after], index, foot, set_as))
    return writer.finish(rows)


def _numbered(blocks: Sequence[Block]) -> Sequence[Block]:
    """Number the paragraphs and give the headings their levels."""
    titles = [block for block in blocks if block.kind == "heading"]
    styles = [str(block.data["style"]) for block in titles]
    for block, level in zip(titles, headings.levels(styles, [block.text for block in titles]), strict=True):
        block.data["level"] = level
    number = 0
    for block in blocks:
        if block.kind == "paragraph":
            number += 1
            block.data["number"] = number
    return blocks


def _footnote(rows: Sequence[Line], index: int, foot: Footnote, set_as: Layout) -> Block:
    """Make one block of a footnote: its paragraphs and quotations are its parts; its sign is not its text."""
    opener = foot.lines[0]
    rest = opener.text[foot.sign :].lstrip()
    if rest:
        opener.head = opener.right - len(rest) - opener.start
        opener.left, opener.text = opener.right - len(rest), rest
    else:
        opener.role = lines.SIGN
    parts = [part for block in Builder(set_as, spots(rows, index), headed=False).build() for part in block.parts]
    return Block("footnote", parts, {"number": foot.number})
