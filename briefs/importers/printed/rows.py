"""Rows of print: glyphs on one baseline, left to right, with their raised signs and slanted words told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from briefs.importers.printed.glyphs import Glyph, Sheet

TEXT = "text"
_APART = 1.5  # ems of white that part two segments of a row
_UNEVEN = 0.4  # ems that the words of one row may stand apart in height
_BETWEEN = 0.12  # ems of white that part words where the file has no spaces
_HARDLY = 0.12  # of a size that OCR is out by
_RAISED = 0.86  # a raised sign is smaller than this share of its row's type


@dataclass(slots=True)
class Row:
    """One row: its words, where it lies (points from the page's top left), and what its type tells."""

    text: str
    left: float
    right: float
    y: float
    size: float
    sheet: int = 0
    bold: bool = False
    italics: list[tuple[int, int]] = field(default_factory=list)  # offsets in `text`
    raised: list[tuple[int, int]] = field(default_factory=list)
    gaps: list[tuple[int, float, float]] = field(default_factory=list)  # wide white: offset after it, from, to
    glyphs: list[Glyph] = field(default_factory=list)
    role: str = TEXT
    label: str = ""  # the page number a head or foot prints
    note: str = ""  # the number of the footnote that begins here
    sign: int = 0  # characters its sign takes
    foot: int = -1  # index of the footnote it belongs to
    gap: bool = False  # white stands above it
    tight: bool = False  # set closer to the row above than running text is
    cell: str = ""  # of a table, as of a Line
    calls: list[tuple[int, int, str]] = field(default_factory=list)  # typed in brackets: offsets and number
    opens: bool = False  # begins with the number of its paragraph


def rows(sheet: Sheet, number: int) -> list[Row]:
    """Give the rows of a page from top to bottom."""
    return laid(sheet.glyphs, number)


def laid(glyphs: Sequence[Glyph], number: int) -> list[Row]:
    """Give the rows that some glyphs of a page lie on, from top to bottom."""
    found = [row(band, number) for band in _bands(glyphs)]
    return [one for one in found if one.text]


def _bands(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Group glyphs by baseline; small ones that stand a little off the baseline of a row join it."""
    bands: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if bands and glyph.y - bands[-1][0].y <= min(1.2, 0.12 * glyph.size + 0.2):
            bands[-1].append(glyph)
        else:
            bands.append([glyph])
    bands = _levelled(bands)
    kept: list[list[Glyph]] = []
    for place, band in enumerate(bands):
        for other in (place + 1, place - 1):
            if 0 <= other < len(bands) and _belongs(band, bands[other]):
                (bands[other] if other > place else kept[-1]).extend(band)
                break
        else:
            kept.append(band)
    return kept


def _levelled(bands: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Join bands whose words stand beside each other a little off one line, as OCR and skewed scans leave them."""
    found: list[list[Glyph]] = []
    for band in bands:
        if found and _level(found[-1], band):
            found[-1].extend(band)
        else:
            found.append(band)
    return found


def _level(above: Sequence[Glyph], band: Sequence[Glyph]) -> bool:
    size, other = _size(above), _size(band)
    if not 0.75 < size / other < 1.34 or abs(_base(band) - _base(above)) > _UNEVEN * min(size, other):
        return False
    ordered = sorted([*above, *band], key=lambda glyph: glyph.left)
    held = {id(glyph) for glyph in band}
    whites = [b.left - a.right for a, b in pairwise(ordered) if (id(a) in held) != (id(b) in held)]
    over = sum(white < -0.3 * size for white in whites)
    return over <= 0.02 * len(ordered) and min(map(abs, whites)) < _APART * size


def _belongs(band: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Tell whether a band is only the raised or lowered signs of a row beside it."""
    size, small = _size(row), max(glyph.size for glyph in band)
    if small > _RAISED * size and not (
        len(band) <= 3 and all(glyph.char.isdigit() or glyph.char in "*†‡" for glyph in band)
    ):
        return False
    rise = _base(row) - band[0].y
    if not (0.08 * size < rise < 0.75 * size or -0.35 * size < rise < 0):
        return False
    left, right = min(glyph.left for glyph in row), max(glyph.right for glyph in row)
    for glyph in sorted(band, key=lambda glyph: glyph.left):
        if not left - 2 * size < glyph.left < right + 1.2 * size:
            return False
        right = max(right, glyph.right)
    return len(band) < 0.5 * len(row) + 4


def _size(glyphs: Sequence[Glyph]) -> float:
    return median(glyph.size for glyph in glyphs)


def _base(glyphs: Sequence[Glyph]) -> float:
    return median(glyph.y for glyph in glyphs)


def row(glyphs: Sequence[Glyph], number: int) -> Row:
    """Make a row of the glyphs on one baseline."""
    ordered = sorted(glyphs, key=lambda glyph: (glyph.left, glyph.order))
    _hyphened(ordered)
    size, base = _size(ordered), _base(ordered)
    biggest = max(glyph.size for glyph in ordered)
    words: list[str] = []
    kept: list[Glyph] = []
    places: list[int] = []
    gaps: list[tuple[int, float, float]] = []
    length = 0
    for glyph in ordered:
        last = kept[-1] if kept else None
        if last is not None:
            if last.char == glyph.char and abs(glyph.left - last.left) < 0.12 * glyph.size and _twice(last, glyph):
                continue  # printed twice to look bold
            white = glyph.left - last.right
            wide = white > _APART * size
            if wide or (white > 0.28 * size and glyph.char != "\xad") or _spaced(last, glyph, white / size):
                words.append("   " if wide else " ")
                length += len(words[-1])
            if wide:
                gaps.append((length, last.right, glyph.left))
        places.append(length)
        words.append(glyph.char)
        length += len(glyph.char)
        kept.append(glyph)
    text = "".join(words)
    raised = [(at, at + 1) for at, glyph in zip(places, kept, strict=True) if _is_raised(glyph, base, size, biggest)]
    letters = [glyph for glyph in kept if glyph.char.isalpha()]
    return Row(
        text=text,
        left=kept[0].left,
        right=max(glyph.right for glyph in kept),
        y=base,
        size=size,
        sheet=number,
        bold=bool(letters) and sum(glyph.bold for glyph in letters) > 0.8 * len(letters),
        italics=_runs([(at, at + 1) for at, glyph in zip(places, kept, strict=True) if glyph.italic], text),
        raised=_runs(raised, text),
        gaps=gaps,
        glyphs=kept,
    )


def _hyphened(ordered: Sequence[Glyph]) -> None:
    """Take a sign for a hyphen that may be left out for the hyphen it is, where it is drawn between two letters."""
    for at in [at for at, glyph in enumerate(ordered[:-1]) if glyph.char == "\xad"]:
        glyph = ordered[at]
        if glyph.right - glyph.left > 0.1 * glyph.size and ordered[at + 1].left > glyph.left:
            glyph.char = "-"


def _spaced(last: Glyph, glyph: Glyph, white: float) -> bool:
    """Tell a space the file has between two letters, or that PDFium sees; `white` is in ems."""
    if glyph.char == "\xad":
        return False  # a hyphen at a line's end
    if glyph.spaced < 0:
        return white > _BETWEEN
    if glyph.spaced == 2 and 0 < glyph.order - last.order < 4:
        return white > -0.3
    return bool(glyph.spaced) and white > 0.04


def _is_raised(glyph: Glyph, base: float, size: float, biggest: float) -> bool:
    """Tell a raised sign: small and off the baseline, or a digit of the face that is drawn raised."""
    if glyph.y < base - 0.08 * size and (glyph.size < _RAISED * biggest or base - glyph.y > 0.2 * size):
        return True
    return glyph.char.isdigit() and glyph.rise > 0.15 * glyph.size


def _twice(last: Glyph, glyph: Glyph) -> bool:
    """Tell a letter printed over another from the next letter of a ligature."""
    return abs(glyph.order - last.order) > 1


def _runs(cells: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Join single characters into runs, over the spaces between them."""
    runs: list[tuple[int, int]] = []
    for start, end in cells:
        if runs and not text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def evened(page: Sequence[Row]) -> None:
    """Give rows that OCR measured one by one the size most of them have, where they hardly differ from it."""
    sizes = Counter(round(one.size) for one in page for _ in one.text)
    common = sizes.most_common(1)[0][0] if sizes else 0
    for one in page:
        if common and abs(one.size / common - 1) < _HARDLY:
            one.size = float(common)
