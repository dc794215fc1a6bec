"""Word files (DOCX): opinions as they come from judges' chambers.

The raw text is defined so: the paragraphs of the document in their order, one to a line, each with the number Word sets
before it, an empty line between those that are set apart, each footnote's paragraphs after the document's, headers and
footers last. Headers, footers and comments are no text of the opinion: the first two are the artefact "running-head",
comments and deleted words are not read at all. Page breaks begin pages, which have no printed numbers.
"""

import zipfile

from lxml import etree

from briefs.importers.details import from_text
from briefs.importers.given.end_notes import end_notes
from briefs.importers.given.setting import setting
from briefs.importers.given.word import Parts, reader
from briefs.importers.imported import Imported, Unreadable, checked
from briefs.importers.packed import opened, taken
from briefs.importers.writings import writings
from briefs.importers.zipped import is_word
from briefs.text.compose import compose

SUFFIX = ".docx"
MOST_OF_PART = 48 * 1024**2
MOST_PARTS = 5_000
_WANTED = ("document", "footnotes", "endnotes", "styles", "numbering")


def claims(name: str, content: bytes) -> bool:
    """Take a ZIP with a Word document in it, and what is named as one and begins like a ZIP."""
    return is_word(content) or (name.casefold().endswith(SUFFIX) and content.startswith(b"PK"))


def read(content: bytes) -> Imported:
    """Read a Word file; raises Unreadable."""
    with _opened(content) as archive:
        parts = _parts(archive)
    given, paged = reader(parts)
    end_notes(given)
    if not given.rows:
        raise Unreadable("The Word file has no text in it.")
    set_as = setting(given, paged=paged)
    checked(set_as.raw)
    clean = compose(set_as)
    return Imported(set_as.raw, clean, from_text(clean), writings=writings(clean))


def _opened(content: bytes) -> zipfile.ZipFile:
    try:
        archive = opened(content)
    except Unreadable:
        raise Unreadable("The Word document is damaged or cut off, so it cannot be opened.") from None
    if len(archive.infolist()) > MOST_PARTS:
        raise Unreadable(f"The Word file has more than {MOST_PARTS:,} parts, as no real one does.")
    return archive


def _parts(archive: zipfile.ZipFile) -> Parts:
    """Parse the parts that hold text; raises Unreadable for bombs, declarations and broken XML."""
    found: dict[str, etree._Element] = {}
    heads: list[etree._Element] = []
    for info in archive.infolist():
        folder, _, file = info.filename.rpartition("/")
        name = file.removesuffix(".xml")
        head = name.rstrip("0123456789") in ("header", "footer")
        if folder != "word" or not file.endswith(".xml") or not (head or name in _WANTED):
            continue
        try:
            tree = _tree(taken(archive, info, most=MOST_OF_PART))
        except Unreadable as problem:
            raise Unreadable(f"The Word file cannot be read. Its part {name}: {problem}") from None
        if head:
            heads.append(tree)
        else:
            found[name] = tree
    if "document" not in found:
        raise Unreadable("The Word file has no document in it.")
    return Parts(found, heads)


def _tree(xml: bytes) -> etree._Element:
    # A DTD could declare entities that grow without end or that fetch files: no Word file has one (ECMA-376 part 2).
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml:
        raise Unreadable("it declares entities, which is not safe to read.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(xml, parser)
    except (etree.LxmlError, ValueError):
        raise Unreadable("its XML is broken.") from None
    if tree.getroottree().docinfo.doctype:
        raise Unreadable("it declares entities, which is not safe to read.")
    return tree
