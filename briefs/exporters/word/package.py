"""The Word file itself: its parts and properties, and the same bytes each time."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.parts.story import StoryPart
from docx.shared import Inches

LOOK = Path(__file__).resolve().parents[3] / "templates" / "word"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of zip's own calendar
# What python-docx's blank document has beside the parts a brief needs.
_LEFT_OUT = ("stylesWithEffects", "customXml", "thumbnail", "webSettings", "fontTable")


def blank() -> Document:
    """Open an empty document on US Letter with the styles, lists, settings and footnotes of templates/word."""
    document = docx.Document()
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(_LEFT_OUT)]:
            del relations[key]
    for part, name in (
        (document.part._styles_part, "styles"),
        (document.part.numbering_part, "numbering"),
        (document.part._settings_part, "settings"),
    ):
        part._element = parse_xml(_look(name))
    page = document.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(1)
    page.header_distance = page.footer_distance = Inches(0.5)
    page.different_first_page_header_footer = True
    return document


def footnotes_part(document: Document) -> StoryPart:
    """Add the part that holds the footnotes, with its two separators."""
    name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
    part = StoryPart(name, kind, parse_xml(_look("footnotes")), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def new_list(document: Document, first: int) -> int:
    """Give the number of a list that counts from `first`, apart from every list before it."""
    numbering = document.part.numbering_part.element
    number = len(numbering.findall(qn("w:num"))) + 1
    listed = _child(numbering, "w:num", **{"w:numId": str(number)})
    _child(listed, "w:abstractNumId", **{"w:val": "1"})
    level = _child(listed, "w:lvlOverride", **{"w:ilvl": "0"})
    _child(level, "w:startOverride", **{"w:val": str(first)})
    return number


def name_it(document: Document, *, title: str, author: str, keywords: list[str], on: datetime, edition: int) -> None:
    """Set the document's properties; Word takes no more than 255 characters of each."""
    told = document.core_properties
    told.title, told.author, told.last_modified_by = title[:255], author[:255], author[:255]
    told.keywords, told.subject, told.comments = ", ".join(keywords)[:255], "Case brief", ""
    told.language, told.category, told.revision = "en-US", "", edition
    told.created = told.modified = on


def packed(document: Document) -> bytes:
    """Save with the parts in order, no clock in it, and no number of an editing session (rsid)."""
    for part in document.part.package.iter_parts():
        for element in part.element.iter() if isinstance(part, XmlPart) else ():
            for name in [name for name in element.attrib if "}rsid" in name]:
                del element.attrib[name]
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            content = made.read(name)
            file.writestr(entry, _APP if name == "docProps/app.xml" else content)
    return out.getvalue()


_APP = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Pincite</Application></Properties>"
)


def _look(name: str) -> bytes:
    return (LOOK / f"{name}.xml").read_bytes()


def _child(parent: Any, name: str, **attributes: str) -> Any:
    child = OxmlElement(name, {qn(key): value for key, value in attributes.items()})
    parent.append(child)
    return child
