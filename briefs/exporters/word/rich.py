"""A brief's prose in Word: the sheet's blocks as paragraphs, lists and quotations, citations marked for the table."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from briefs.exporters.word.package import new_list
from briefs.exporters.word.writing import Line, Word

Blocks = list[dict[str, Any]]
# Word's own categories of a table of authorities; it leaves 8 and up to the writer.
CATEGORIES = {
    "Cases": 1, "Statutes": 2, "Other": 3, "Rules": 4, "Regulations": 6, "Constitution": 7,
    "Administrative decisions": 8, "Treaties": 9,
}  # fmt: skip


class Prose:
    """Writes the sheet's prose into a document and keeps where each authority is cited."""

    def __init__(self, word: Word, authorities: Mapping[str, tuple[str, str, str]]) -> None:
        """`authorities` gives for each slug its group, name (set in italics) and citation in the table."""
        self.word = word
        self.authorities = authorities
        self.cited: dict[str, dict[str, str]] = {}  # slug -> name of each place -> bookmark
        self._place = ("", "")

    @contextmanager
    def at(self, name: str, bookmark: str) -> Iterator[None]:
        """Say in which part of the brief the citations that follow stand."""
        before, self._place = self._place, (name, bookmark)
        yield
        self._place = before

    def blocks(self, blocks: Blocks, style: str = "", *, label: str = "", keep_next: bool = False) -> None:
        """Write blocks as paragraphs of a style; `label` leads the first on its own line."""
        first: Any = blocks[0] if blocks else {"kind": ""}
        runs_in = first["kind"] == "paragraph" and first["parts"] and not first["parts"][0]["quoted"]
        if label and not runs_in:
            self.word.paragraph(style, keep_next=True).text(label, "Label")
            label = ""
        for block in blocks:
            if block["kind"] == "list":
                self._list(block)
                continue
            for part in block["parts"]:
                line = self.word.paragraph("Quote" if part["quoted"] else style, keep_next=keep_next)
                if label:
                    line.text(label, "Label").text("  ")
                    label = ""
                self.runs(line, part["runs"])

    def inline(self, line: Line, blocks: Blocks) -> None:
        """Write the words of blocks into one line."""
        for at, runs in enumerate(_parts(blocks)):
            self.runs(line.text(" ") if at else line, runs)

    def runs(self, line: Line, runs: Iterable[dict[str, Any]]) -> None:
        """Write runs: words, citations with their link, pins with theirs."""
        for run in runs:
            if "cite" in run:
                self._cite(line, run["cite"])
                into = line.link(run["href"])
                for words in run["runs"]:
                    _styled(into, words)
            elif "passage" in run:
                _pin(line, run)
            else:
                _styled(line, run)

    def _list(self, block: dict[str, Any]) -> None:
        style = "ListNumber" if block["ordered"] else "ListBullet"
        number = new_list(self.word.document, block["start"]) if block["ordered"] else 0
        for parts in block["items"]:
            for at, part in enumerate(parts):
                line = self.word.paragraph("Quote" if part["quoted"] else style if at == 0 else "ListContinue")
                if number and at == 0:
                    _count(line, number)
                self.runs(line, part["runs"])

    def _cite(self, line: Line, slug: str) -> None:
        """Mark a citation for Word's table of authorities (a TA field), and note the place for ours."""
        if slug not in self.authorities:
            return
        group, title, cite = self.authorities[slug]
        seen = slug in self.cited
        name, bookmark = self._place
        if name:
            self.cited.setdefault(slug, {}).setdefault(name, bookmark)
        short = _escaped(f"{title}{cite}"[:120])
        if seen:
            line.entry([(f' TA \\s "{short}" ', False)])
        else:
            last = f'{_escaped(cite)}" \\s "{short}" \\c {CATEGORIES.get(group, 3)} '
            line.entry([(' TA \\l "', False), *([(_escaped(title), True)] if title else []), (last, False)])


def _parts(blocks: Blocks) -> Iterator[list[dict[str, Any]]]:
    for block in blocks:
        lists = block["items"] if block["kind"] == "list" else [block["parts"]]
        for parts in lists:
            for part in parts:
                yield part["runs"]


def _styled(line: Line, run: dict[str, Any]) -> None:
    line.text(run["text"], bold=run["strong"], italic=run["emphasis"])


def _pin(line: Line, run: dict[str, Any]) -> None:
    """Write a pin: to the passage in the appendix, else to the opinion online."""
    if run["added"]:
        line.text("\u202f")
    into = line.jump(f"passage_{run['passage']}") if run["passage"] is not None else line.link(run["href"])
    into.text(run["text"], ("Small" if into is line else "SmallLink") if run["added"] else "")


def _count(line: Line, number: int) -> None:
    numbered = OxmlElement("w:numPr")
    numbered.append(OxmlElement("w:ilvl", {qn("w:val"): "0"}))
    numbered.append(OxmlElement("w:numId", {qn("w:val"): str(number)}))
    line.element.pPr.append(numbered)


def _escaped(words: str) -> str:
    """Escape what a field's instruction takes for signs of its own."""
    return re.sub(r'(["\\])', r"\\\1", words)
