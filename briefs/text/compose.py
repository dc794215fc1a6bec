"""From the lines of a text, read whichever way, to its clean text: the last step that every format shares."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from briefs.text import headings, lines
from briefs.text.blocks import Block, Builder
from briefs.text.calls import Call, calls
from briefs.text.captions import captions
from briefs.text.flow import Flow, spots
from briefs.text.footnotes import Footnote
from briefs.text.insets import Inset
from briefs.text.joining import Hyphens
from briefs.text.layout import Layout
from briefs.text.lines import Line
from briefs.text.pages import Page
from briefs.text.pieces import Clean
from briefs.text.turns import Turn
from briefs.text.writing import Writer


@dataclass(slots=True)
class Setting:
    """What a format knows of a text: its lines, which tile `raw`, and what stands where.

    `turns` are the writings in the order of the text, the first with the front matter of the whole; `raised` are
    the note calls the format itself tells, None where they must be looked for; `flow` judges how lines run on.
    """

    raw: str
    rows: list[Line]
    layout: Layout
    turns: Sequence[Turn]
    feet: list[Footnote]
    pages: Sequence[Page] = ()
    raised: Sequence[Call] | None = None
    insets: list[Inset] = field(default_factory=list)
    emphasis: list[tuple[int, int]] = field(default_factory=list)
    flow: type[Flow] = Flow
    literal: bool = False
    note_margin: int | None = None  # columns left of the running text of footnotes, where they are not the body's


def compose(setting: Setting) -> Clean:
    """Write the front matter, then each writing's paragraphs with its footnotes after them.

    Paragraphs are numbered from the first one of the opinion itself through all writings; front matter, headings
    and footnotes are not counted. A block quotation, and words after it that go on with its paragraph, stay in it.
    """
    rows, turns = setting.rows, setting.turns
    starts = {page.line.left for page in setting.pages}
    ends = [turn.front for turn in turns[1:]] + [len(rows)]
    streams = [spots(rows[turn.body : end], -1, starts) for turn, end in zip(turns, ends, strict=True)]
    owners = _owners(setting, [[spot.line for spot in stream] for stream in streams])
    sections, insets = [], list(setting.insets)
    for place, (turn, stream) in enumerate(zip(turns, streams, strict=True)):
        front = captions(rows, turn.body, turn.front)
        body = Builder(setting.layout, stream, flow=setting.flow).build()
        _unheaded(body)
        if turn.syllabus:
            body = [Block("caption", block.parts, {"part": "syllabus"}) for block in body]
        feet = [foot for foot, owner in zip(setting.feet, owners, strict=True) if owner == place]
        found = _called([spot.line for spot in stream], feet, setting.raised)
        insets += [Inset(call.start, call.end, "call", "call", {"number": call.number}) for call in found]
        sections.append((front, body))
    _number([block for _, body in sections for block in body])
    writer = Writer(
        setting.raw,
        setting.pages,
        insets,
        Hyphens(setting.raw),
        emphasis=setting.emphasis,
        literal=setting.literal,
    )
    for place, (front, body) in enumerate(sections):
        for block in [*front, *body]:
            writer.block(block)
        for index, (foot, owner) in enumerate(zip(setting.feet, owners, strict=True)):
            if owner == place:
                writer.block(_footnote(setting, index, foot))
    return writer.finish(rows)


_SENTENCE = 8  # words that a paragraph has, and a line of a signature has not, if it does not read as a sentence


def _unheaded(body: Sequence[Block]) -> None:
    """Take what stands after a writing's last paragraph for no headings: who signed it, and for what court."""
    last = next((at for at in reversed(range(len(body))) if _is_said(body[at])), len(body))
    for block in body[last:]:
        if block.kind == "heading" and not headings.numbered(block.text):
            block.kind, block.data = "paragraph", {}


def _is_said(block: Block) -> bool:
    if block.kind != "paragraph":
        return False
    text = block.text
    words = text.split()
    return len(words) >= _SENTENCE or (text.endswith(".") and sum(word.islower() for word in words) > 1)


def _called(body: Sequence[Line], feet: Sequence[Footnote], raised: Sequence[Call] | None) -> list[Call]:
    """Find the calls of a writing's notes; numbers that begin again are called on the pages their notes stand on."""
    runs: list[list[Footnote]] = []
    for foot in feet:
        if not runs or _restarts(runs[-1][-1], foot):
            runs.append([])
        runs[-1].append(foot)
    if len(runs) < 2 or not body or not body[-1].sheet:
        return calls(body, feet, raised)
    found: list[Call] = []
    for run in runs:
        sheets = {foot.lines[0].sheet for foot in run}
        found += calls([line for line in body if line.sheet in sheets], run, raised)
    return found


def _owners(setting: Setting, streams: Sequence[Sequence[Line]]) -> list[int]:
    """Tell which writing each footnote belongs to: notes numbered on from each other go where they are called."""
    if len(streams) == 1:
        return [0] * len(setting.feet)
    owners: list[int] = []
    chunk: list[Footnote] = []
    least = 0
    for foot, following in zip_longest(setting.feet, setting.feet[1:]):
        chunk.append(foot)
        if following is not None and not _restarts(foot, following):
            continue
        before = max(
            (place for place, turn in enumerate(setting.turns) if turn.front <= chunk[0].first or not place),
            default=0,
        )
        called = {
            place: _numbers_called(stream, chunk, setting.raised)
            for place, stream in enumerate(streams)
            if place >= least
        }
        chosen = _shared(chunk, called, before)
        owners += chosen
        least = min(chosen[-1] + 1, len(streams) - 1)
        chunk = []
    return owners


def _numbers_called(stream: Sequence[Line], feet: Sequence[Footnote], raised: Sequence[Call] | None) -> set[str]:
    """Give the numbers of the notes that a writing calls: those the format tells, where it tells most notes' calls."""
    own = {foot.number for foot in feet}
    told = [call for call in raised or () if call.number in own]
    if not stream or 2 * len({call.number for call in told}) < len(own):
        return {call.number for call in calls(stream, feet, raised, sure=True)}
    return {call.number for call in told if stream[0].left <= call.start <= stream[-1].right}


def _shared(chunk: Sequence[Footnote], called: Mapping[int, Collection[str]], before: int) -> list[int]:
    """Share notes out that are numbered on: to the writing that calls most, or on to later ones that call the rest.

    `called` gives the numbers each writing calls; `before` is the writing in which the first note stands.
    """
    most, _, whole = max((len(numbers), place == before, place) for place, numbers in called.items())
    best = dict.fromkeys(sorted(called), 0)
    came: list[dict[int, int]] = []  # for each note and writing, where the note before it goes
    for foot in chunk:
        top, count, steps, now = before, -1, {}, {}
        for place in best:
            if best[place] > count:
                top, count = place, best[place]
            steps[place], now[place] = top, count + (foot.number in called[place])
        came.append(steps)
        best = now
    if max(best.values()) <= most:
        return [whole] * len(chunk)
    at = max(best, key=lambda place: (best[place], -place))
    places: list[int] = []
    for steps in reversed(came):
        places.append(at)
        at = steps[at]
    return places[::-1]


def _restarts(foot: Footnote, following: Footnote) -> bool:
    return following.number.isdigit() and foot.number.isdigit() and int(following.number) <= int(foot.number)


def _number(blocks: Sequence[Block]) -> None:
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


def _footnote(setting: Setting, index: int, foot: Footnote) -> Block:
    """Make one block of a footnote: its paragraphs and quotations are its parts; its sign is not its text."""
    opener = foot.lines[0]
    rest = opener.text[foot.sign :].lstrip()
    if not foot.sign:
        pass  # the format keeps the sign apart from the words
    elif rest:
        opener.head = opener.right - len(rest) - opener.start
        opener.left, opener.text = opener.right - len(rest), rest
    else:
        opener.role = lines.SIGN
    stream = spots(setting.rows[foot.first : foot.after], index)
    layout = setting.layout
    if setting.note_margin is not None:
        layout = replace(layout, margin=setting.note_margin)
    built = Builder(layout, stream, headed=False, flow=setting.flow).build()
    return Block("footnote", [part for block in built for part in block.parts], {"number": foot.number})
