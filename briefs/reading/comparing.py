"""Two editions of a brief held against each other: words added and taken, holdings moved, weights and pins changed.

It reads frozen pages (exporters/page.py) and nothing else, so it shows no more than the two pages do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any

from rapidfuzz import fuzz

from briefs.text.differing import Stretch, differing

_ALIKE = 60.0  # of 100: how like its words must be for a holding to be the same one
_TEXTS = (("question", "Question"), ("answer", "Answer"), ("rule", "Rule"), ("application", "Application"))
_CASE = (
    *(("caption", "Caption"), ("court", "Court"), ("citation", "Citation"), ("decided", "Decided")),
    *(
        ("publication", "Publication"),
        ("precedential_note", "Precedential note"),
        ("disposition", "The court's order as printed"),
    ),
    *(("counsel", "Counsel"), ("argued", "Argued")),
)

_BESIDE = 160  # characters of unchanged words shown on each side of a change

PageData = Mapping[str, Any]


@dataclass(frozen=True)
class Words:
    """One text under its name, before and after; equal where nothing changed."""

    label: str
    old: str
    new: str

    @property
    def is_changed(self) -> bool:
        """Say whether a word is another."""
        return self.old != self.new

    @cached_property
    def stretches(self) -> list[Stretch]:
        """Give what stayed, was added and was taken; of long stretches that stayed, the words beside the changes."""
        stretches = differing(self.old, self.new)
        last = len(stretches) - 1
        return [
            (kind, _cut(words, is_first=at == 0, is_last=at == last) if kind == "same" else words)
            for at, (kind, words) in enumerate(stretches)
        ]


@dataclass(frozen=True)
class Listed:
    """A list under its name: what came to it and what went from it."""

    label: str
    added: Sequence[str]
    taken: Sequence[str]


@dataclass(frozen=True)
class HoldingPair:
    """A holding in both editions, or in one; `was` and `now` are its names, "" where it is not there."""

    was: str
    now: str
    is_moved: bool
    texts: Sequence[Words]
    lists: Sequence[Listed]

    @property
    def is_changed(self) -> bool:
        """Say whether anything of it is another."""
        return bool(not self.was or not self.now or self.was != self.now or self.is_moved or self.texts or self.lists)


@dataclass(frozen=True)
class Comparison:
    """All that differs, holdings in their new order; `unchanged` names the parts that are the same to the letter."""

    texts: Sequence[Words]
    holdings: Sequence[HoldingPair]
    lists: Sequence[Listed]
    unchanged: Sequence[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Say whether the two read alike."""
        return not (self.texts or self.lists or self.holdings)


def compared(old: PageData, new: PageData) -> Comparison:
    """Compare two frozen pages of one brief, the older first."""
    texts, pairs = _texts(old, new), _holdings(old["holdings"], new["holdings"])
    unchanged = [one.label for one in texts if not one.is_changed and one.new]
    return Comparison(
        texts=[one for one in texts if one.is_changed],
        holdings=[pair for pair in pairs if pair.is_changed],
        lists=_lists(old, new),
        unchanged=unchanged + [pair.now for pair in pairs if not pair.is_changed],
    )


def _cut(words: str, *, is_first: bool, is_last: bool) -> str:
    if len(words) <= 3 * _BESIDE:
        return words
    before = "" if is_first else words[:_BESIDE].rsplit(" ", 1)[0] + " "
    after = "" if is_last else " " + words[-_BESIDE:].split(" ", 1)[-1]
    return f"{before}…{after}"


def _texts(old: PageData, new: PageData) -> list[Words]:
    found = [Words("Title", old["title"], new["title"]), Words("Summary", _text(old["summary"]), _text(new["summary"]))]
    sections = [{one["field"]: one for one in page["sections"]} for page in (old, new)]
    # New ones in their order; a section that is gone comes last.
    for name in dict.fromkeys([*sections[1], *sections[0]]):
        before, after = (side.get(name) for side in sections)
        title = (after or before or {})["title"]
        found.append(Words(title, _text((before or {}).get("prose")), _text((after or {}).get("prose"))))
    found += [
        Words(label, old[name], new[name]) for name, label in (("country", "Country"), ("content_note", "Content note"))
    ]
    found.append(Words("Law checked", _checked(old), _checked(new)))
    return found + [Words(label, old["case"][name], new["case"][name]) for name, label in _CASE]


def _text(rich: Mapping[str, Any] | None) -> str:
    return rich["text"] if rich else ""


def _checked(page: PageData) -> str:
    law = page["law_checked"]
    return f"through {law['on']} by {law['by']}" if law["on"] else ""


def _lists(old: PageData, new: PageData) -> list[Listed]:
    def of(page: PageData) -> list[tuple[str, list[str]]]:
        case = page["case"]
        return [
            ("Issues", [tag["name"] for tag in page["issues"]]),
            ("Protected grounds", page["grounds"]),
            ("Later changes in the law", [_flag(flag) for flag in page["flags"]]),
            ("Authorities", [line["cite"] for line in page["authorities"]]),
            ("Docket numbers", case["dockets"]),
            ("Judges", [" ".join(filter(None, (one["name"], one["role"]))) for one in case["judges"]]),
            ("Orders", [f"{one['party']}, {one['claim']}: {one['outcome']}" for one in case["dispositions"]]),
        ]

    return _changed_lists(of(old), of(new))


def _flag(flag: Mapping[str, Any]) -> str:
    return f"{flag['label']}: {flag['note']['text']}"


def _changed_lists(old: Iterable[tuple[str, list[str]]], new: Iterable[tuple[str, list[str]]]) -> list[Listed]:
    rows = [
        Listed(label, [one for one in after if one not in before], [one for one in before if one not in after])
        for (label, before), (_, after) in zip(old, new, strict=True)
    ]
    return [row for row in rows if row.added or row.taken]


def _holdings(old: Sequence[PageData], new: Sequence[PageData]) -> list[HoldingPair]:
    """Pair the holdings and list them in their new order, those that are gone after them."""
    pairs = _paired(old, new)
    kept = [(before, after) for after, before in sorted(pairs.items())]
    staying = _longest_rise([before for before, _ in kept])
    rows = [
        _pair(old[pairs[at]] if at in pairs else None, one, pairs.get(at) not in staying) for at, one in enumerate(new)
    ]
    gone = [one for at, one in enumerate(old) if at not in pairs.values()]
    return rows + [_pair(one, None, False) for one in gone]


def _paired(old: Sequence[PageData], new: Sequence[PageData]) -> dict[int, int]:
    """Give for each new holding the old one it is: the same answer first, then the likest words and nearest number."""
    pairs: dict[int, int] = {}
    likeness = []
    for after, before in product(range(len(new)), range(len(old))):
        same = new[after]["answer"]["text"] == old[before]["answer"]["text"]
        like = 101.0 if same else fuzz.ratio(_said(new[after]), _said(old[before]))
        likeness.append((-like, abs(new[after]["number"] - old[before]["number"]), after, before))
    for like, _, after, before in sorted(likeness):
        if -like >= _ALIKE and after not in pairs and before not in pairs.values():
            pairs[after] = before
    return pairs


def _said(holding: PageData) -> str:
    return f"{_text(holding['question'])}\n{holding['answer']['text']}"


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Give the most of these different numbers that stand in rising order: what was not moved among the others."""
    best: list[list[int]] = []
    for number in numbers:
        before = max((run for run in best if run[-1] < number), key=len, default=[])
        best.append([*before, number])
    longest: list[int] = max(best, key=len, default=[])
    return set(longest)


def _pair(old: PageData | None, new: PageData | None, is_moved: bool) -> HoldingPair:
    before, after = old or {}, new or {}
    texts = [Words(label, _text(before.get(name)), _text(after.get(name))) for name, label in _TEXTS]
    texts += [Words("Outcome", before.get("outcome_label", ""), after.get("outcome_label", ""))]
    if old and new:
        texts += [Words("Weight", before["weight_label"], after["weight_label"])]
    lists = _changed_lists(_lists_of(before), _lists_of(after))
    return HoldingPair(_name(old), _name(new), bool(old and is_moved), [one for one in texts if one.is_changed], lists)


def _name(holding: PageData | None) -> str:
    return f"{holding['weight_label']} {holding['number']}" if holding else ""


def _lists_of(holding: PageData) -> list[tuple[str, list[str]]]:
    pins = [f"“{pin['quote']}” ({pin['place']})" for pin in holding.get("pins", ())]
    return [("Pins", pins), ("Issues", [tag["name"] for tag in holding.get("issues", ())])]
