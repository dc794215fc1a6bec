"""What the lines of a text tell about how it was set: line spacing, margin, measure, and which gaps mean anything."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import add

from briefs.text.lines import BLANK, TEXT, UNPRINTED, Line


class _Widths(dict[str, int]):
    """Widths of characters; one that is not listed is of middling width."""

    def __missing__(self, char: str) -> int:
        return 500


# Widths of a proportional book face in thousandths of its size (the metrics of Times Roman, as Adobe published them).
_WIDTHS = _Widths({
    **dict.fromkeys(" .,", 250), **dict.fromkeys("ijlt:;", 278), "/": 278, "s": 389, "I": 333, "J": 389,
    **dict.fromkeys("fr()[]-!‘’'", 333), **dict.fromkeys("acez?“”", 444), '"': 408, "S": 556, "P": 556, "F": 556,
    **dict.fromkeys("ELTZ", 611), **dict.fromkeys("BCR", 667), **dict.fromkeys("ADGHKNOQUVXYw&", 722),
    "m": 778, "M": 889, "W": 944, "—": 1000,
})  # fmt: skip

# The same of ASCII's characters, in two bytes each: tables that take a whole line at once.
_HIGH = bytes(_WIDTHS[chr(code)] >> 8 for code in range(256))
_LOW = bytes(_WIDTHS[chr(code)] & 255 for code in range(256))


def width(text: str, proportional: bool) -> float:
    """Give the printed width of a line in characters of 500/1000 size, or just its length when all are equally wide."""
    if not proportional:
        return len(text)
    return _printed(text)


@lru_cache(maxsize=512)
def _printed(text: str) -> float:
    """Add up the widths of characters; a line is measured again and again while its neighbours are judged."""
    if text.isascii():
        plain = text.encode()
        return (256 * sum(plain.translate(_HIGH)) + sum(plain.translate(_LOW))) / 500
    return sum(map(_WIDTHS.__getitem__, text)) / 500


@dataclass(slots=True)
class Layout:
    """How a text was set."""

    wrapped: bool  # lines end where the page did, not the paragraph
    spacing: int  # blank lines between two lines of running text
    margin: int  # columns left of running text
    indented: bool  # first lines of paragraphs stand further right
    first: int  # by how many columns they mostly do
    proportional: bool
    measure: float  # width of a full line
    breaks: frozenset[int]  # numbers of blank lines that part paragraphs
    solid: bool = False  # no line stands apart: the text was copied from a page without its spaces
    blocked: bool = False  # paragraphs begin at the margin, parted by blank lines; only quotations are set in

    def flush(self, line: Line) -> bool:
        """Tell whether a line begins at the margin, give or take what a lost sign leaves."""
        half = self.first // 2
        return line.indent <= self.margin + (1 if half < 1 else half if half < 3 else 3)

    def slack(self, line: Line, following: Line) -> float:
        """Tell how much wider the line is free than the next line's first word needs; above 0 it would have fit."""
        first = following.text.split(maxsplit=1)[0] if following.text else ""
        return self.measure - width(line.text, self.proportional) - width(" " + first, self.proportional)


def gaps(lines: Sequence[Line]) -> list[tuple[Line, Line, int, bool]]:
    """Give each pair of neighbouring text lines, the blank lines between, and whether anything else stood there."""
    pairs: list[tuple[Line, Line, int, bool]] = []
    last: Line | None = None
    blanks, crossed = 0, False
    for line in lines:
        if line.role == TEXT:
            if last is not None:
                pairs.append((last, line, blanks, crossed))
            last, blanks, crossed = line, 0, line.feed
        elif line.role == BLANK:
            blanks += line.blanks
            crossed = crossed or line.feed
        elif line.role not in UNPRINTED:
            crossed = True
    return pairs


def measured(lines: Sequence[Line]) -> Layout:
    """Read the layout off the lines; roles must have been given."""
    pairs = gaps(lines)
    texts = [line for line in lines if line.role == TEXT]
    wrapped = _wrapped(texts)
    margin = Counter(line.indent for line in texts if len(line.text) > 30).most_common(1)
    left = margin[0][0] if margin else 0
    if left == 1:
        left = 0
    plain = [(a, b, gap) for a, b, gap, crossed in pairs if not crossed and (len(a.text) > 40 or len(b.text) > 40)]
    running = Counter(gap for a, b, gap in plain if _runs_on(a, b))
    total = Counter(gap for _, _, gap in plain)
    spacing = running.most_common(1)[0][0] if running else 0
    breaks = frozenset(gap for gap in total if gap > 0 and running[gap] < 0.4 * total[gap] and gap != spacing)
    starts = [b for _, b, _ in plain if b.indent - left >= 2]
    indented = wrapped and len(starts) >= max(2, 0.02 * len(texts))
    # Lines that alone are set in, before one at the margin, begin paragraphs; quotations have several.
    beside = pairwise(plain) if indented else ()
    alone = [b for (_, b, _), (_, c, _) in beside if b.indent - left >= 2 and c.indent - left <= 1]
    depth = Counter(b.indent - left for b in alone or starts if b.indent - left <= 20).most_common(1)
    proportional, measure = _measure(lines, pairs, left)
    parts = breaks or frozenset(_beyond(total, spacing))
    apart = plain if indented else ()
    opened = [b.indent - left <= 1 for a, b, gap in apart if gap in parts and a.ends_sentence]
    return Layout(
        wrapped,
        spacing,
        left,
        indented,
        depth[0][0] if depth else 0,
        proportional,
        measure,
        parts,
        solid=wrapped and not indented and sum(gap > 0 for _, _, gap in plain) < 0.06 * len(plain),
        blocked=len(opened) > 4 and sum(opened) >= 0.7 * len(opened),
    )


def _wrapped(texts: Sequence[Line]) -> bool:
    """Tell lines that end where the page did from whole paragraphs: those are very long, or mostly end a sentence."""
    length = sum(len(line.text) for line in texts)
    if sum(len(line.text) for line in texts if len(line.text) > 160) >= 0.5 * length:
        return False
    if sum(line.indent > 3 for line in texts) > 0.3 * len(texts):
        return True  # laid out like a page
    long = [line for line in texts if len(line.text) > 40] or texts
    return sum(line.ends_sentence for line in long[:2000]) < 0.5 * len(long[:2000])


def _beyond(total: Counter[int], spacing: int) -> list[int]:
    return [gap for gap in total if gap > spacing]


_STOPS = frozenset('.?!:;”"’)]_')


def _runs_on(line: Line, following: Line) -> bool:
    """Tell whether a sentence runs on from one line into the next."""
    return line.text[-1] not in _STOPS and (following.text[:1].islower() or not line.text.isupper())


def _measure(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line, int, bool]], margin: int) -> tuple[bool, float]:
    """Find the width of full lines, in whichever of the two metrics makes full lines more alike."""
    full = [a for a, b, _, crossed in pairs[:4000] if not crossed and b.text[:1].islower() and a.text[-1] not in _STOPS]
    best = (False, 80.0)
    if len(full) < 4:
        return best
    least = 9.0
    set_in = [line.indent - margin if line.indent > margin else 0 for line in full]
    for proportional in (False, True):
        widths = sorted(map(add, (width(line.text, proportional) for line in full), set_in))
        high, middle = widths[int(len(widths) * 0.95)], widths[len(widths) // 2]
        spread = (high - middle) / high if high else 9.0
        if spread < least:
            least, best = spread, (proportional, high)
    return best
