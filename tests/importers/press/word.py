"""Word files of opinions, with real footnotes."""

from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from lxml import etree

from tests.importers.press.opinion import COURT, LEFT, opinion

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


@cache
def word(name: str, *, breaks: bool = False) -> bytes:
    """A shipped opinion as a Word file: styles for headings, indents for quotations, footnotes as Word keeps them."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Petrov v. Ashcroft, No. 02-70755"
    data = opinion(name)
    numbers: list[str] = []
    for line in [*COURT.split("\n"), *LEFT.split("\n"), "No. 02-70755", "OPINION"]:
        document.add_paragraph(line).alignment = 1
    for place, block in enumerate(data["blocks"]):
        for part in block["parts"]:
            style = f"Heading {block['level']}" if block["kind"] == "heading" else None
            paragraph = document.add_paragraph(style=style)
            if part["quoted"]:
                paragraph.paragraph_format.left_indent = Inches(1)
            if breaks and place == 5:
                paragraph.add_run().add_break(WD_BREAK.PAGE)
            for kind, words in part["runs"]:
                run = paragraph.add_run("" if kind == "call" else words)
                run.italic = True if kind == "emphasis" else None
                if kind == "call":
                    numbers.append(words)
                    reference = OxmlElement("w:footnoteReference")
                    reference.set(qn("w:id"), str(len(numbers) + 1))
                    run.font.superscript = True
                    run._r.append(reference)
    saved = BytesIO()
    document.save(saved)
    return _with_notes(saved.getvalue(), [data["notes"][number] for number in numbers])


def _with_notes(content: bytes, notes: list[list[dict[str, Any]]]) -> bytes:
    root = etree.Element(f"{{{_W}}}footnotes", nsmap={"w": _W})
    for index, parts in enumerate(notes, 2):
        note = etree.SubElement(root, f"{{{_W}}}footnote", {f"{{{_W}}}id": str(index)})
        for place, part in enumerate(parts):
            paragraph = etree.SubElement(note, f"{{{_W}}}p")
            if part["quoted"]:
                setup = etree.SubElement(paragraph, f"{{{_W}}}pPr")
                etree.SubElement(setup, f"{{{_W}}}ind", {f"{{{_W}}}left": "1440"})
            if not place:
                run = etree.SubElement(paragraph, f"{{{_W}}}r")
                setup = etree.SubElement(run, f"{{{_W}}}rPr")
                etree.SubElement(setup, f"{{{_W}}}vertAlign", {f"{{{_W}}}val": "superscript"})
                etree.SubElement(run, f"{{{_W}}}footnoteRef")
            for kind, words in part["runs"]:
                run = etree.SubElement(paragraph, f"{{{_W}}}r")
                if kind == "emphasis":
                    etree.SubElement(etree.SubElement(run, f"{{{_W}}}rPr"), f"{{{_W}}}i")
                etree.SubElement(run, f"{{{_W}}}t").text = words
    out = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for info in given.infolist():
            part = given.read(info)
            if info.filename == "[Content_Types].xml":
                part = part.replace(
                    b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/></Types>'.encode()
                )
            if info.filename == "word/_rels/document.xml.rels":
                relation = f'<Relationship Id="rIdNotes" Type="{_RELATION}" Target="footnotes.xml"/></Relationships>'
                part = part.replace(b"</Relationships>", relation.encode())
            made.writestr(info, part)
        made.writestr("word/footnotes.xml", etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    return out.getvalue()
