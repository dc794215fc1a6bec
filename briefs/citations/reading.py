"""A text made ready for spotting: typography folded away character for character, brackets paired, streams known."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefs.citations.capitals import CAPITALS, lowered
from briefs.citations.reporter import ReporterCite, reporter_cites, volumes
from briefs.citations.streams import BODY, Stream, streams
from briefs.citations.words import is_sought, places_of_sought
from briefs.text.marks import BLOCKS, Mark

# Same length in, same length out: what is found in the folded text stands at the same place in the original.
_FOLDED = (
    *((sign, " ") for sign in "\t\v\f\r\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"),
    *((sign, "'") for sign in "\u2018\u2019\u201b\u00b4"),
    *((sign, '"') for sign in "\u201c\u201d\u201f"),
    *((sign, "-") for sign in "\u2010\u2011\u2012\u2013\u2212"),
    ("\ufffd", "\u00a7"),  # what is left of a section sign in text that was decoded wrongly
)
_BRACKET = re.compile(r"\(|\)|\[|\]|\n(?=\n)")  # each begins with a fixed sign: so the scan stops at them only
_OPENED_BY = {")": "(", "]": "["}
# "(a)(42(A)": brackets that number a subsection hug the word before them and are no parentheticals.
_SUBSECTION = re.compile(r"\((?<=[\w)]\()\w{1,5}(?:\)|(?=\())")
_AHEAD = 160  # how far past its needle a pattern is searched; a match found there is read to its true end
_STEPS = 20
_LONGEST = 3000  # characters of a parenthetical: without a bound, many that are never closed cost their square
_REPRINTED = re.compile(r"\n\[(?P<page>\d{1,4} [A-Z][\w.' ]{0,25}\d{1,5})\](?=\n)")
_LETTER = re.compile(
    r"\u2014(?<=\b[A-Z]\u2014)\u2014*(?=[\s,;:.)\u2019']|$)"
)  # "Matter of B\u2014\u2014": a letter that stands for a name
_RANGE = re.compile(r"\u2014(?<=\d\u2014)(?=\d)")  # "at 79\u201480": a range of pages
_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass
class Reading:
    """A text and what spotting needs to know of it; `text` is folded, `original` is as given, same length."""

    original: str
    marks: tuple[Mark, ...]
    text: str = field(init=False)
    streams: list[Stream] = field(init=False)

    def __post_init__(self) -> None:
        """Fold the text and cut it into its streams."""
        folded = self.original
        for sign, plain in _FOLDED:
            if sign in folded:
                folded = folded.replace(sign, plain)
        if "\u2014" in folded:
            folded = _RANGE.sub("-", folded)
            folded = _LETTER.sub(lambda dash: "-" + "_" * (len(dash[0]) - 1), folded)
        if not any(mark.kind in BLOCKS for mark in self.marks):
            folded = _LINE_BREAK.sub(" ", folded)  # lines of running text, not parts of a block
        self.text = folded
        if self.places(CAPITALS):
            self.text = folded = lowered(folded)
            del self._hits
        self.streams = streams(len(folded), self.marks)

    @cached_property
    def reported(self) -> list[ReporterCite]:
        """The citations to reporters and journals, found once for every kind that reads them."""
        return reporter_cites(self.text, self.volumes)

    def matches(self, pattern: re.Pattern[str], needles: tuple[str, ...], back: int = 0) -> Iterator[re.Match[str]]:
        """Give what `pattern.finditer` gives over the text, looking only near the needles.

        Every match must begin at a needle or at most `back` characters before one. Finding fixed words costs next to
        nothing, where a pattern tried at every character is most of the time of reading an opinion.
        """
        return self.near(pattern, self.places(needles), back)

    def near(self, pattern: re.Pattern[str], places: Iterable[int], back: int = 0) -> Iterator[re.Match[str]]:
        """Give the matches of `pattern` that begin at the places, or at most `back` characters before one."""
        text, done, read, far = self.text, 0, pattern.match, back > _STEPS
        for place in places:
            start = place - back
            if start < done:
                start = done
            while start <= place:
                if far:  # a long way back is searched, a short one tried step by step
                    near = pattern.search(text, start, place + _AHEAD)
                    if near is None or near.start() > place:
                        break
                    start = near.start()
                match = read(text, start)
                if match is None:
                    start += 1
                    continue
                yield match
                start = done = max(match.end(), start + 1)

    def places(self, needles: tuple[str, ...]) -> list[int]:
        """Give the places at which any of the needles (registered words) stands, in order."""
        hits = self._hits
        if hits.keys().isdisjoint(needles):
            return []
        found = [place for needle in needles if needle in hits for place in hits[needle]]
        if len(needles) > 1:
            found.sort()
        return found

    @cached_property
    def _hits(self) -> dict[str, list[int]]:
        return places_of_sought(self.text)

    def has(self, *words: str) -> bool:
        """Tell whether any of the words stands in the text; registered ones need not be looked for."""
        return not self._hits.keys().isdisjoint(words) or any(
            word in self.text for word in words if not is_sought(word)
        )

    def count(self, word: str) -> int:
        """Tell how often a word (registered) stands in the text."""
        return len(self._hits.get(word, ()))

    @cached_property
    def volumes(self) -> list[tuple[int, int]]:
        """Where the numbers stand that may be the volume of a reporter, found once for all who read them."""
        return volumes(self.text)

    def closer(self, opening: int) -> int | None:
        """Give where the parenthesis or square bracket at a place closes within its block; None where it does not."""
        text = self.text
        waiting: list[str] = []
        after = opening
        for match in _BRACKET.finditer(text, opening, opening + _LONGEST):
            place, sign = match.start(), match[0]
            if place < after:
                continue  # within the number of a subsection
            if sign == "\n":
                return None
            if sign == "(" and (numbering := _SUBSECTION.match(text, place)):
                if place == opening:
                    return None
                after = numbering.end()
            elif sign in "([":
                waiting.append(sign)
            elif waiting[-1] == _OPENED_BY[sign]:
                waiting.pop()
                if not waiting:
                    return place
        return None

    @cached_property
    def reprinted(self) -> set[int]:
        """Where the pages of a reprint begin, each alone on its line in brackets: "[590 F. Supp. 3d 863]"."""
        text = self.original
        pages = {match.start("page") for match in _REPRINTED.finditer(text)} if "\n[" in text else set()
        return pages | {1} if _REPRINTED.match("\n" + text[:60]) else pages

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """The block quotations, in order."""
        return sorted((mark.start, mark.end) for mark in self.marks if mark.kind == "blockquote")

    def in_block_quote(self, place: int) -> bool:
        """Tell whether a place stands in a block quotation."""
        at = bisect_right(self.quotes, (place, len(self.text))) - 1
        return at >= 0 and self.quotes[at][0] <= place < self.quotes[at][1]

    def in_body(self, place: int) -> bool:
        """Tell whether a place stands in the body, and not in a note."""
        at = bisect_right(self._stream_starts, place) - 1
        return at < 0 or self.streams[at].name == BODY

    @cached_property
    def _stream_starts(self) -> list[int]:
        return [stream.start for stream in self.streams]

    def next_reported(self, place: int) -> int:
        """Where the next reporter citation at or after `place` begins (the end of the text when there is none)."""
        at = bisect_left(self._reported_starts, place)
        return self._reported_starts[at] if at < len(self._reported_starts) else len(self.text)

    @cached_property
    def _reported_starts(self) -> list[int]:
        return [cite.start for cite in self.reported]


def read(text: str, marks: Iterable[Mark]) -> Reading:
    """Make `text` and its marks ready for spotting."""
    return Reading(text, tuple(marks))
