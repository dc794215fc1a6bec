"""How printed lines run on: paragraphs by their indent or the white above them, quotations by being set in."""

import re
from typing import TYPE_CHECKING, cast

from briefs.text.flow import FUNCTION, Flow, introduces, resumes

if TYPE_CHECKING:
    from briefs.importers.printed.setting import Printed

_SET_IN = 0.8  # ems from the margin that mean something
_BULLET = re.compile(r"[•▪◦●■□▸➢\uf0b7]\s*\S")
_LISTED = re.compile(r"(?:[;,] |^)(?:and|or)$")
_ITEM = re.compile(r"\((?:[a-z]|\d{1,2}|[ivx]{1,4})\)\s")
_SUBSECTION = re.compile(r"\((?:[A-Za-z]|\d{1,2}|[ivx]{1,4})\)\s*\S")  # of a statute that is quoted
_ORDERED = re.compile(r"(?i)(?:and )?it is so ordered\.|so ordered\.")  # a line of its own, wherever it begins
_CLOSING = 12.0  # ems from the margin at which no quotation stands: there an opinion is signed
_BROKEN = 12.0  # ems a line leaves free that cannot have run on
_SMALL = 0.95  # of the body's type: quotations set smaller


class PrintedFlow(Flow):
    """Judges lines by their places on the page."""

    def verdict(self, at: int, *, quoted: bool) -> str:
        """Judge the line at an index: on (goes on), new (paragraph), quote (one begins), resume (after one)."""
        spot, before, line = self.stream[at], self._line(at - 1), self._line(at)
        lower = line.text[0].islower()
        gap = spot.gap > 0 and not spot.crossed
        margin = self.layout.margin / 2
        inset = line.inset - margin
        if _BULLET.match(line.text) and (
            before.ends_sentence or before.text[-1] in ":;" or _LISTED.search(before.text)
        ):
            return "new"
        if line.opens or _ORDERED.fullmatch(line.text) or self._item(at, quoted=quoted):
            return "new"
        hung = before.inset - margin >= _SET_IN and line.inset > before.inset - 0.4 and not spot.crossed
        if hung and not (gap or quoted or before.ends_sentence) and before.short < line.reach + 1.5:
            return "on"  # the further lines of an item stand under its words
        if self._quotes(at, quoted):
            if not quoted:
                return "quote"
            listed = before.text[-1] in ";:" or _LISTED.search(before.text)
            if listed and _SUBSECTION.match(line.text) and before.short > max(0.0, line.inset) + line.reach + 1.5:
                return "quote"
            again = gap or (line.inset > before.inset + _SET_IN and before.ends_sentence and not spot.crossed)
            return "quote" if again and before.ends_sentence and not lower else "on"
        if inset < _SET_IN:
            if quoted:
                return "resume" if self.layout.indented or resumes(line.text) else "new"
            if gap:
                return "on" if lower and not before.ends_sentence else "new"
            broken = before.short > _BROKEN and line.text[0].isupper()  # a last line that ends no sentence
            if broken and before.short > line.reach + _BROKEN and before.text[-1] not in ",;-—:":
                return "new"
            if self.layout.indented or not (before.ends_sentence or broken):
                return "on"
            return "new" if before.short > line.reach + 1.5 and not lower else "on"
        if inset > _CLOSING and abs(line.inset - before.inset) < 0.4 and not gap and not spot.crossed:
            return "on"
        if not before.ends_sentence and not gap and (lower or FUNCTION.search(before.text[-12:])):
            return "on"
        return "new"

    def _item(self, at: int, *, quoted: bool) -> bool:
        """Tell an item of a list of the court's own: begun like any paragraph, it runs on at the margin."""
        line, before = self._line(at), self._line(at - 1)
        begins = _ITEM.match(line.text) and abs(line.inset - (self.layout.margin + self.layout.first) / 2) < 0.4
        if not begins or quoted or not self.layout.indented:
            return False
        if not (before.ends_sentence or before.text[-1] in ":;" or _LISTED.search(before.text)):
            return False
        below = self._line(at + 1) if at + 1 < len(self.stream) else None
        if below is None or below.inset - self.layout.margin / 2 < _SET_IN or _ITEM.match(below.text):
            return True
        return line.ends_sentence and before.text[-1] != ":"  # the last of them

    def _line(self, at: int) -> "Printed":
        return cast("Printed", self.stream[at].line)

    def _quotes(self, at: int, quoted: bool) -> bool:
        """Tell whether a line is of a block quotation."""
        spot, line, before = self.stream[at], self._line(at), self._line(at - 1)
        margin, first = self.layout.margin / 2, self.layout.first / 2
        inset = line.inset - margin
        if line.scale < _SMALL and before.scale >= _SMALL and not quoted:
            return inset > _SET_IN / 2 or introduces(before.text)
        if quoted and line.scale < _SMALL and before.scale < _SMALL:
            return True
        if inset < _SET_IN:
            return False
        if inset > (8 if line.short < 1 else _CLOSING):
            return False  # set to the right: a closing line
        if not quoted and self.layout.indented and introduces(before.text) and inset < 8 and abs(inset - first) > 0.4:
            return not self._centred(at)
        leads = introduces(line.text) and abs(inset - first) < 0.4
        if not quoted and leads and (before.ends_sentence or line.text[-1] == before.text[-1] == ":"):
            return False  # a paragraph of one line leads up to the quotation
        after = self.stream[at + 1] if at + 1 < len(self.stream) else None
        below = self._line(at + 1) if at + 1 < len(self.stream) else None
        runs = after is not None and below is not None and after.gap == 0
        if quoted:
            out = before.inset - line.inset > 0.3 and abs(inset - first) < 0.3 and self.layout.indented
            if out and before.ends_sentence:
                return False  # a paragraph begins nearer to the margin than the quotation stands
            if (
                before.ends_sentence
                and below is not None
                and runs
                and self._reaches(at)
                and below.inset < line.inset - 0.4
            ):
                return False  # a paragraph begins as far in as the quotation stands
            if abs(line.inset - before.inset) < 0.4 and (not spot.gap or spot.crossed):
                return True
            if below is None or not runs:
                return abs(line.inset - before.inset) < 0.4 and abs(inset - first) > 0.4
            return below.inset - margin > _SET_IN and not (abs(inset - first) < 0.4 and below.inset < line.inset - 0.4)
        if runs and below is not None:
            if below.inset - margin < _SET_IN:
                return False
            own = line.short > 1 and line.ends_sentence and abs(inset - first) < 0.4
            return not own and (line.short < 6 or inset > first + 0.4)
        if spot.gap == 0 and not introduces(before.text):
            return False
        return introduces(before.text) and abs(inset - first) > 0.4 and not self._centred(at)

    def _reaches(self, at: int) -> bool:
        """Tell a line that reaches to the right margin, which none of the quotation above it does."""
        if self._line(at).short > 0.7 or at < 3:
            return False
        return all(self._line(place).short > 1 for place in range(at - 3, at))

    def _centred(self, at: int) -> bool:
        """Tell a line set in the middle; a quotation set in on both sides has its next line begin where it does."""
        line = self._line(at)
        if abs(line.inset - line.short) >= 1.5 or line.inset - self.layout.margin / 2 <= 4:
            return False
        after = self.stream[at + 1] if at + 1 < len(self.stream) else None
        apart = after is None or (after.gap > 0 and not after.crossed)
        return apart or abs(self._line(at + 1).inset - line.inset) > 0.4
