"""The tables of a Word brief: plain ones between thin rules, and the table of authorities."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from briefs.exporters.word.rich import CATEGORIES, Prose
from briefs.exporters.word.writing import Line, Word

WIDTH = 9360  # twentieths of a point between the margins
PASSIM = 5  # places from which on an authority is cited passim
_LEGEND = (
    "Authorities marked with an asterisk (*) are chiefly relied on: the answer or the rule of a numbered proposition "
    "cites them."
)


def ruled(word: Word, widths: tuple[float, ...], head: list[str], rows: list[list[str]], about: str) -> list[Line]:
    """Set a table whose head repeats on every page; gives the lines of its body, row by row, to write more in."""
    table = word.table(len(rows) + 1, len(head))
    _shape(table, widths, about)
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        _line(word, cell).text(words, "Label")
    lines = []
    for row, values in zip(table.rows[1:], rows, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, words in zip(row.cells, values, strict=True):
            lines.append(_line(word, cell).text(words))
    word.paragraph("TableEnd")  # two tables never touch, and a heading keeps its distance
    return lines


def authorities(
    prose: Prose, groups: list[dict[str, Any]], *, title: str = "Table of authorities", bookmark: str = ""
) -> None:
    """Set the table of authorities: those the brief cites by group with their places, then what only the opinion cites.

    Each group is the result of a TOA field: Word puts page numbers in place of our places when it is updated.
    """
    word = prose.word
    if not groups:
        return
    word.heading(title, bookmark)
    if any(entry["chief"] and entry["slug"] in prose.cited for group in groups for entry in group["entries"]):
        word.paragraph("Aside", keep_next=True).text(_LEGEND)
    for group in groups:
        entries = [entry for entry in group["entries"] if entry["slug"] in prose.cited]
        if not entries:
            continue
        word.paragraph("TOAHeading").text(group["title"])
        lines = [word.paragraph("TableofAuthorities") for _ in entries]
        lines[0].field_begins(f"TOA \\c {CATEGORIES.get(group['title'], 3)} \\p")
        for line, entry in zip(lines, entries, strict=True):
            _entry(line, entry, prose.cited[entry["slug"]])
        lines[-1].field_ends()
    others = [entry for group in groups for entry in group["entries"] if entry["slug"] not in prose.cited]
    if others:
        word.paragraph("TOAHeading").text("Cited in the opinion, not in this brief")
        for entry in others:
            line = word.paragraph("TableofAuthorities")
            _entry(line, entry, {})


def _entry(line: Line, entry: dict[str, Any], places: dict[str, str]) -> None:
    line.text("*" if entry["chief"] and places else "")
    if entry["name"]:
        line.text(entry["name"], italic=entry["italic"]).text(", ")
    line.text(entry["cite"])
    line.text("\t" if places or entry["in_opinion"] else "")
    if len(places) >= PASSIM:
        line.text("passim", italic=True)
    for at, (name, bookmark) in enumerate(places.items() if len(places) < PASSIM else ()):
        line.text("; " if at else "").jump(bookmark).text(name)
    if not places:
        line.text(entry["in_opinion"], "Small")
    if entry["note"]:
        line.text("\n").text(entry["note"], "Small")
    if entry["href"]:
        line.text("\n").link(entry["href"]).text(entry["shown"])
        line.text(f" {entry['remark']}" if entry["remark"] else "", "Small")
    if entry["held"]:
        address(line.text("\n"), entry["held"], "In the library")


def address(line: Line, there: dict[str, str], name: str) -> None:
    """Write a page of the site: its address after its name; where none is printed, the name is the link."""
    if there["shown"]:
        line.text(f"{name}: ", "Small").link(there["href"]).text(there["shown"])
    else:
        line.link(there["href"]).text(name)


def _shape(table: Any, widths: tuple[float, ...], about: str) -> None:
    table.autofit = False
    table.style = "Ruled"
    whole = sum(widths)
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    properties.append(OxmlElement("w:tblLook", {qn("w:val"): "0020", qn("w:firstRow"): "1"}))
    properties.append(OxmlElement("w:tblDescription", {qn("w:val"): about}))
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:cantSplit"))
    head.append(OxmlElement("w:tblHeader"))
    for at, column in enumerate(table._tbl.tblGrid.gridCol_lst):
        column.set(qn("w:w"), str(round(WIDTH * widths[at] / whole)))
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            cell._tc.get_or_add_tcPr().get_or_add_tcW().set(qn("w:w"), str(round(WIDTH * widths[at] / whole)))
            cell._tc.tcPr.tcW.set(qn("w:type"), "dxa")


def _line(word: Word, cell: Any) -> Line:
    paragraph = cell.paragraphs[0]
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:pStyle", {qn("w:val"): "TableText"}))
    return Line(word, word.document.part, paragraph._p)
