"""How two lines of one sentence join: with a space, without one, with or without the hyphen between them."""

import re
from functools import cached_property

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_JOINTS = "-’'"
_LAST = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*[-\u2010]$")
_ENDS = tuple(re.compile(rf"{sign}(?<=[^\W\d_].)\s?\n") for sign in "-\u2010")  # lines that end in a hyphen
_SOFT_ENDS = re.compile(r"\xad[ \t]*\n")
_FEW = 3
_MANY = 120  # lines that tell how a text is set
_BROKEN = 0.01  # of them
_FIRST = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A statute's subsections are written together: § 1252(b) at a line's end, (4)(B) on the next line.
_SECTION = re.compile(r"\d[a-z]?(?:\(\w{1,4}\))+$")
_SUBSECTION = re.compile(r"\((?:\d{1,3}|[A-Z]{1,3}|[a-z]|[ivx]{1,4})\)")

# First elements that stand before a hyphen far more often than they are broken off a longer word.
_FIRSTS = frozenset(
    "well self half quasi extra non one two three four five six seven eight nine ten"
    " twenty thirty forty fifty sixty seventy eighty ninety"
    " cross post first second third long high full state court government".split()
)
# Second elements that make a compound of whatever stands before them.
_SECONDS = frozenset(
    "based related sponsored driven oriented motivated funded linked specific appellant appellee".split()
)
# How words go on that only look as if they began with one of the first elements: extra-dition, non-sense, one-self.
_SOLID = {
    "extra": ("dit", "ordinar", "neous", "vagan", "polat", "ct"),
    "non": ("sens", "e", "chalan", "pareil"),
    "self": ("ish", "less", "same"),
    "one": ("self", "rous", "ness"),
    "well": ("ness", "spring", "ing"),
    "half": ("way",),
    "two": ("fold", "some"),
    "three": ("fold", "some"),
    "four": ("te", "th", "fold"),
    "six": ("te", "th", "fold"),
    "seven": ("te", "th", "ty", "fold"),
    "eight": ("e", "h", "y"),
    "nine": ("te", "ty", "fold"),
    "cross": ("ed", "es", "ing", "over", "road", "walk", "wise", "bow", "fire"),
    "post": ("ed", "al", "er", "ing", "pone", "ure", "age", "script", "ul", "hum", "mast", "mark", "dat"),
    "first": ("hand", "born", "ly"),
    "second": ("ar", "ed", "ing", "ly", "hand", "ment"),
    "third": ("ly",),
    "long": ("e", "ing", "itud", "time", "hand", "shore"),
    "high": ("e", "ly", "light", "way", "land", "ness", "school", "lands"),
    "full": ("y", "er", "est", "ness"),
    "state": ("ment", "hood", "side", "wide", "craft", "ly", "less", "room"),
    "court": ("room", "house", "esy", "eous", "yard", "ship", "ed", "ing", "martial"),
    "government": ("al", "wide"),
    "ten": ("or", "able", "abil", "an", "d", "t", "et", "u", "si"),
}


class Hyphens:
    """Tells a real hyphen at a line's end from a broken word, by the words the same text uses elsewhere."""

    def __init__(self, text: str) -> None:
        """Take the whole raw text."""
        self.text = text

    @cached_property
    def kept(self) -> bool:
        """Whether the text breaks no words, as one that does breaks them on several lines in a hundred."""
        lines = self.text.count("\n")
        broken = sum(len(ends.findall(self.text)) for ends in (*_ENDS, _SOFT_ENDS))
        return lines >= _MANY and broken < _BROKEN * lines

    @cached_property
    def drawn(self) -> bool:
        """Whether the sign for a hyphen that may be left out stands for every hyphen, as in the text of some PDFs."""
        return "\xad" in self.text and len(_SOFT_ENDS.findall(self.text)) >= _FEW

    @cached_property
    def _small(self) -> str:
        return self.text.casefold()

    def often(self, word: str) -> int:
        """How often a word stands in the text as a whole word, line-end fragments included."""
        word = word.casefold()
        if not _WORD.fullmatch(word):
            return 0
        text, count = self._small, 0
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            count += not (_goes_on(text[end : end + 2]) or _goes_on(text[max(0, at - 2) : at][::-1]))
            at = text.find(word, at + 1)
        return count

    def real(self, left: str, right: str) -> bool:
        """Tell whether the hyphen that ends the line `left` belongs to the word that `right` goes on with.

        Evidence first: is the word written whole, or with this hyphen, elsewhere in the text? Then form: a
        capital after the hyphen, a number before it, an element that makes compounds. Otherwise it was broken.
        """
        if not left.endswith(("-", "\u2010")):
            return False
        last, first = _LAST.search(left[-60:]), _FIRST.match(right[:60])
        if last is None or first is None:
            return True
        head, tail = last.group()[:-1].replace("\u2010", "-"), first.group()
        stem, rest = head.rsplit("-", 1)[-1], tail.split("-", 1)[0]
        joined = self.often(head + tail) + self._count(stem + rest, head + tail)
        hyphened = self.often(f"{head}-{tail}") + self._count(f"{stem}-{rest}", f"{head}-{tail}")
        if joined != hyphened:
            return hyphened > joined
        if head[-1].isdigit() or (rest[0].isupper() and not (stem.isupper() and rest.isupper())):
            return True
        if self.kept:
            return True
        low, next_ = stem.casefold(), rest.casefold()
        if low in _FIRSTS:
            return not next_.startswith(_SOLID.get(low, ("\0",))) and len(next_) > 2
        return next_ in _SECONDS and len(low) > 3

    def _count(self, part: str, whole: str) -> int:
        return self.often(part) if part.casefold() != whole.casefold() else 0


def _goes_on(beside: str) -> bool:
    """Tell from the two signs beside a word, the nearer first, whether it goes on: a letter, or one after a joint."""
    return _is_letter(beside[:1]) or (beside[:1] in _JOINTS and _is_letter(beside[1:2]))


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def joint(left: str, right: str, hyphens: Hyphens) -> tuple[str, int]:
    """Give what stands between two joined lines, and how many characters the left one loses at its end."""
    last = left[-1:]
    if (last.isalnum() or last in ",;.") and right[:1] not in "-—":
        return " ", 0  # as nearly all lines join
    if last == "\u00ad":
        return "", 0 if hyphens.drawn and hyphens.real(f"{left[:-1]}-", right) else 1
    if left.endswith(("-", "\u2010")) and not left.endswith("--") and len(left) > 1 and right:
        if left[-2].isalpha() and right[0].isalpha():
            return "", 0 if hyphens.real(left, right) else 1
        return ("", 0) if left[-2].isalnum() and right[0].isalnum() else (" ", 0)
    if left.endswith("–") and left[-2:-1].isalnum() and right[:1].isalnum():
        return "", 0
    if left.endswith(("--", "—")) and len(left) > 2 and not left.rstrip("-—")[-1:].isspace():
        return "", 0
    if right.startswith(("--", "—")) and right.lstrip("-—")[:1].isalnum():
        return "", 0
    if _SECTION.search(left[-30:]) and _SUBSECTION.match(right):
        return "", 0
    return ("", 0) if left.endswith("/") else (" ", 0)
