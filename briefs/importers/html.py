"""HTML: pages of court sites, Justia, Public.Resource.Org, CourtListener's html fields, Harvard's CAP.

The raw text is defined so: the words of the page in their order, entities decoded once, white space as a browser shows
it, one line for each block, an empty line between blocks. Tags and code (scripts, styles, the head) are no words and
are not in it; navigation and whatever else stands around the opinion is in it, as the artefact "navigation".
"""

import re

from lxml import etree

from briefs.importers.details import from_text
from briefs.importers.given.end_notes import end_notes
from briefs.importers.given.setting import setting
from briefs.importers.given.webpage import preformatted, reader
from briefs.importers.imported import Imported, Unreadable, checked
from briefs.importers.txt import decoded
from briefs.importers.writings import writings
from briefs.text.compose import compose
from briefs.text.normalise import normalise

SUFFIXES = (".html", ".htm", ".xhtml")
MOST_TAGS = 400_000
_OPENS = re.compile(rb"(?is)(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|section)\b")
_BLOCK = re.compile(rb"(?i)<(?:p|div|center|blockquote|pre|h[1-4])[\s>]")
_CHARSET = re.compile(
    rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{2,20})"
)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


def claims(name: str, content: bytes) -> bool:
    """Take what begins like a page, or is named as one and has a tag in it."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _OPENS.match(start):
        return True
    return name.casefold().endswith(SUFFIXES) and bool(_BLOCK.search(content[:65536]))


def read(content: bytes) -> Imported:
    """Read one page; raises Unreadable."""
    return from_markup(_decoded(content))


def from_markup(markup: str) -> Imported:
    """Read the HTML of one opinion, a whole page or a piece of one; raises Unreadable."""
    if "\x00" in markup:
        raise Unreadable("The file holds NUL characters, so it is not a page of HTML.")
    if markup.count("<") > MOST_TAGS:
        raise Unreadable(f"The page has more than {MOST_TAGS:,} tags.")
    try:
        # Without huge_tree libxml2 silently drops what is nested deeper than 256 tags; with it, 2,048.
        parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
        tree = etree.fromstring(_DECLARED.sub("", markup), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        tree = None
    if tree is None:
        raise Unreadable("The HTML cannot be read: it is empty or broken.")
    if any(problem.type_name == "ERR_RESOURCE_LIMIT" for problem in parser.error_log):
        raise Unreadable("The page's tags are nested too deeply: a part of it would be lost.")
    typed = preformatted(tree)
    if typed is not None:
        clean = normalise(checked(typed))
        return Imported(typed, clean, from_text(clean), writings=writings(clean))
    given = reader(tree)
    end_notes(given)
    set_as = setting(given)
    checked(set_as.raw)
    clean = compose(set_as)
    return Imported(set_as.raw, clean, from_text(clean), note=_told(given.tables), writings=writings(clean))


def _told(tables: int) -> str:
    """Say that tables were read as words."""
    if not tables:
        return ""
    many = "A table was" if tables == 1 else f"{tables} tables were"
    return f"{many} read as rows of words, each a paragraph: check them against the page."


def _decoded(content: bytes) -> str:
    """Decode a page: as it says itself, else as text is decoded."""
    said = _CHARSET.search(content[:4096])
    if said and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = (said.group(1) or said.group(2)).decode("ascii").casefold()
        # What browsers take these names for (WHATWG, Encoding).
        name = "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252") else name
        try:
            return content.decode(name, errors="replace" if name == "cp1252" else "strict")
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content)
