"""The anchor tables of `make bench`: how many marks keep their words when a real opinion is changed.

Every change is made here, so where each word went is known: a mark that is placed anywhere else, or that is placed
though its words were changed, is a wrong silent placement.
"""

import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tqdm import tqdm

from briefs import importers
from briefs.text.anchor import describe
from briefs.text.follow import follow
from briefs.text.marks import BLOCKS
from briefs.text.pieces import Clean
from tests.text.changed import Changed, Span, joined

MARKS = 50
CHANGED = 0.05
BOILERPLATE = "The petition for review is denied for the reasons stated in the order of the Board of this date."
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[^.!?]+[.!?]+")
Table = Callable[..., None]


def words_changed(text: str, rng: random.Random, share: float = CHANGED) -> Changed:
    """Replace, take away or put in that share of the words, with words of the same text."""
    words = [match.span() for match in _WORD.finditer(text)]
    parts: list[str | Span] = []
    at = 0
    for start, end in words:
        if rng.random() >= share:
            continue
        other = text[slice(*rng.choice(words))]
        act = rng.choice(("replace", "take", "put"))
        if act == "put":
            parts += [(at, end), " " + other]
        else:
            parts += [(at, start), other if act == "replace" and other != text[start:end] else ""]
        at = end
    return joined(text, [*parts, (at, len(text))])


def paragraph_moved(clean: Clean, rng: random.Random) -> tuple[Changed, Span] | None:
    """Move one paragraph to the end of another one far away; gives the paragraph's old place too."""
    blocks = [(one.start, one.end) for one in clean.marks if one.kind == "paragraph" and one.end > one.start + 200]
    if len(blocks) < 4:
        return None
    (start, end), (_, to) = rng.sample(blocks, 2)
    text, moved = clean.text, (start, end)
    if to <= start:
        return joined(text, [(0, to), "\n", moved, (to, start), (end, len(text))]), moved
    if to == end:
        return None
    return joined(text, [(0, start), (end, to), "\n", moved, (to, len(text))]), moved


def boilerplate(clean: Clean, rng: random.Random) -> Changed:
    """Put the same sentence after six paragraphs, then change words around and take one of the sentences away."""
    ends = sorted(mark.end for mark in clean.marks if mark.kind in BLOCKS and mark.end > mark.start)
    chosen = sorted(rng.sample(ends, min(6, len(ends))))
    pieces, at = [], 0
    for end in chosen:
        pieces += [clean.text[at:end], " " + BOILERPLATE]
        at = end
    text = "".join([*pieces, clean.text[at:]])
    once = words_changed(text, rng, CHANGED)
    gone = rng.choice([match.start() for match in re.finditer(re.escape(BOILERPLATE), text)])
    stretch = (gone, gone + len(BOILERPLATE))
    if once.truth(*stretch) is None:
        return once
    parts: list[str | Span] = []
    began = 0
    for first, last, new in once.kept:
        parts.append(once.new[began:new])
        holds_it = first <= gone < last
        parts += [(first, stretch[0]), (stretch[1], last)] if holds_it else [(first, last)]
        began = new + last - first
    return joined(text, [*parts, once.new[began:]])


def spans(text: str, rng: random.Random, most: int = MARKS, within: Span | None = None) -> list[Span]:
    """Give places for marks, from three words to three sentences long."""
    low, high = within or (0, len(text))
    words = [match.span() for match in _WORD.finditer(text, low, high)]
    sentences = [match.span() for match in _SENTENCE.finditer(text, low, high)]
    found: list[Span] = []
    for _ in range(most * 4):
        if len(found) == most or len(words) < 4:
            break
        if rng.random() < 0.5 or len(sentences) < 4:
            first = rng.randrange(len(words) - 3)
            last = min(first + rng.randint(3, 25), len(words)) - 1
            span = words[first][0], words[last][1]
        else:
            first = rng.randrange(len(sentences) - 3)
            span = sentences[first][0], sentences[first + rng.randint(0, 2)][1]
            span = span[1] - len(text[slice(*span)].lstrip()), span[1]
        if len(_WORD.findall(text, *span)) >= 3 and span[1] - span[0] < 1500:
            found.append(span)
    return found


def judged(changed: Changed, places: list[Span]) -> tuple[Counter[str], float]:
    """Follow marks into the changed text and count what became of them; and the milliseconds it took."""
    anchors = [describe(changed.old, *span) for span in places]
    began = time.perf_counter()
    found = follow(changed.old, changed.new, anchors)
    spent = (time.perf_counter() - began) * 1000
    tally: Counter[str] = Counter()
    for span, place in zip(places, found, strict=True):
        truth = changed.truth(*span)
        silent = place.status in ("placed", "moved")
        tally["survived" if truth is not None else "changed"] += 1
        if silent and place.start != truth:
            tally["wrong"] += 1
        elif truth is not None:
            tally["right" if silent else f"kept {place.status}"] += 1
        else:
            tally[place.status] += 1
            meant = changed.kept and place.status == "suspect" and _overlaps(changed, span, place.start, place.end)
            tally["proposed rightly"] += bool(meant)
    return tally, spent


def _overlaps(changed: Changed, span: Span, start: int, end: int) -> bool:
    """Say whether a proposed place holds words that the changed passage kept."""
    for first, last, new in changed.kept:
        low, high = max(first, span[0]), min(last, span[1])
        if low < high and new + low - first < end and start < new + high - first:
            return True
    return False


def texts(corpus: Path, most: int) -> list[Clean]:
    """Give the clean texts of the corpus, at most so many, without scraps."""
    found = []
    for path in sorted(corpus.glob("*.json"))[:most]:
        try:
            clean = importers.read(path.name, path.read_bytes()).clean
        except importers.Unreadable:
            continue
        if len(clean.text) > 1000:
            found.append(clean)
    return found


def tables(corpus: Path, most: int, table: Table) -> None:
    """Print what became of the marks under each kind of change."""
    opinions = texts(corpus, most)
    if not opinions:
        print("\nNo corpus is here, so no anchors are followed in it.")
        return
    tallies: dict[str, Counter[str]] = {}
    spent: dict[str, list[float]] = {}
    for number, clean in enumerate(tqdm(opinions, desc="Anchors", unit="opinion", leave=False, disable=None)):
        rng = random.Random(number)
        trials: list[tuple[str, Changed, list[Span]]] = []
        changed = words_changed(clean.text, rng)
        trials.append(("5 % of the words changed", changed, spans(clean.text, rng)))
        if moved := paragraph_moved(clean, rng):
            trials.append(("a paragraph moved: marks in it", moved[0], spans(clean.text, rng, within=moved[1])))
            trials.append(("a paragraph moved: other marks", moved[0], spans(clean.text, rng)))
        plate = boilerplate(clean, rng)
        stands = [match.span() for match in re.finditer(re.escape(BOILERPLATE), plate.old)]
        trials.append(("the same sentence six times", plate, stands))
        for name, made, places in trials:
            tally, ms = judged(made, places)
            tallies.setdefault(name, Counter()).update(tally)
            spent.setdefault(name, []).append(ms)
    heads = ("change", "opinions", "marks", "survived", "right %", "shown", "wrong", "changed", "near %", "ms", "most")
    rows = []
    for name, tally in tallies.items():
        survived, lost = tally["survived"], tally["changed"]
        rows.append(
            (
                name,
                len(spent[name]),
                survived + lost,
                survived,
                100 * tally["right"] / survived if survived else 0.0,
                tally["kept suspect"] + tally["kept orphan"],
                tally["wrong"],
                lost,
                100 * tally["proposed rightly"] / lost if lost else 0.0,
                statistics.median(spent[name]),
                max(spent[name]),
            )
        )
    rows = [tuple(f"{cell:.2f}" if isinstance(cell, float) else cell for cell in row) for row in rows]
    table("Marks followed into changed texts", heads, rows)
