"""A page of HTML as rows: what its tags say of blocks, quotations, headings, notes, star pages and emphasis."""

import re
from collections import Counter

from lxml import etree

from briefs.importers.given.rows import Given, RowWriter
from briefs.importers.given.tags import is_named_around, kinds_of, says, short_words
from briefs.text import headings
from briefs.text.lines import BODY, CELL, TABLE_ROW, TEXT, TITLE

_BLOCKS = frozenset(
    "p div blockquote h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tbody thead tr td th center pre hr article section"
    " aside header footer main figure figcaption address opinion author nav form fieldset parties docketnumber court"
    " decisiondate summary attorneys head-matter otherdate syllabus headnotes judges disposition citation".split()
) - {"citation"}
_CODE = frozenset("script style head template noscript svg math object iframe canvas textarea select option".split())
_AROUND = frozenset("nav form button menu dialog footer".split())
_OF_TABLES = frozenset("tbody thead tr td th".split())
_NAMED_SO = frozenset(("div", "ul", "section", "aside", "p", "span", "table"))
_NOTED = frozenset(("footnote", "footnotemark", "noteref", "fn"))
_STAR = frozenset(
    "star-pagination page-number page-label pagenum pagenumber page-break star-page starpage gsl_pagenum"
    " gsl_pagenum2".split()
)
_BRACKETED = re.compile(r"(\[\*{1,2}\d{1,5}\])")  # star pages as New York's courts print them
_NOTE = re.compile(r"(?i)_?(?:ftn|fn|footnote|note)[-_:]?(?:\d+[-_])?(\d{1,3})")
_CALLS = re.compile(r"(?i)#_?(?:ftn|fn|footnote|note)[-_:]?\d")
_BACK = re.compile(r"(?i)#_?(?:ftnref|fnref|fnr|ref|fn\d+_?ref|footnote[-_]?ref|note[-_]?ref)")
_SIGNED = re.compile(r"\s*[\[(]?(?:FN\s?)?(?:\d{1,3}|\*{1,3}|[†‡])[\])]?\s*")
_MAIN = tuple(map(etree.XPath, (
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' casebody ')]", "//*[@id='opinion']", "//main",
    "//*[@role='main']", "//*[@id='opinion-content']", "//article",
)))  # fmt: skip


def preformatted(tree: etree._Element) -> str | None:
    """Give the text of a page whose words are typed, line by line (CourtListener's own form), else None."""
    if tree.find(".//pre") is None:
        return None
    typed = whole = inside = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start" and element.tag in _CODE:
            walk.skip_subtree()
        if event == "start":
            inside += element.tag == "pre"
            words = element.text if element.tag not in _CODE else ""
        else:
            inside -= element.tag == "pre"
            words = element.tail
        length = len((words or "").strip())
        whole += length
        typed += length if inside else 0
    if not typed or typed < 0.6 * whole:
        return None
    body = tree.find("body")
    return "".join((body if body is not None else tree).itertext())


def reader(tree: etree._Element) -> Given:
    """Read a page."""
    return _Reader(_main(tree)).read(tree)


def _main(tree: etree._Element) -> etree._Element | None:
    """Find the one element that holds the opinion, where a page names one with most of its words."""
    for path in _MAIN:
        found = path(tree)
        if len(found) != 1:
            continue
        body = tree.find("body")
        whole = len("".join((body if body is not None else tree).itertext()))
        if 2 * len("".join(found[0].itertext())) > whole:
            return found[0] if found[0].tag != "body" else None
    return None


def _has_figures(table: etree._Element) -> bool:
    """Tell a table whose cells are headed, mostly hold numbers, or are short and as many in each row."""
    if any(one.tag in _BLOCKS - _OF_TABLES for one in table.iterdescendants() if isinstance(one.tag, str)):
        return False
    rows = [["".join(cell.itertext()).strip() for cell in row.iter("td", "th")] for row in table.iter("tr")]
    rows = [row for row in rows if sum(map(bool, row)) > 1]
    values = [cell for row in rows for cell in row[1:] if cell]
    numbers = sum(any(char.isdigit() for char in cell) and len(cell) < 30 for cell in values)
    if len(rows) < 3:
        return len(rows) > 1 and table.find(".//th") is not None
    even = len({len(row) for row in rows}) == 1 and len(rows[0]) > 2 and all(2 < len(cell) < 60 for cell in values)
    return table.find(".//th") is not None or 2 * numbers > len(values) or even


class _Reader:
    """Walks a page once, from the first tag to the last."""

    def __init__(self, main: etree._Element | None) -> None:
        self.main = main
        self.targets: set[str] | None = None  # places of the page that links can name
        self.counted: list[str] = []  # what each open tag says of how its words are set
        self.out = RowWriter()
        self.open: Counter[str] = Counter()  # tags that say how their words are set, by what they say
        self.row_at = 0  # rows written before the open row of a table
        self.plain = False  # the row has letters that are not bold

    def read(self, tree: etree._Element) -> Given:
        """Read all of it."""
        inside = self.main is None
        self.out.role = TEXT if inside else "navigation"
        taken: etree._Element | None = None
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "end":
                if element is taken:
                    taken = None
                else:
                    self._end(element, tag)
                if element is self.main:
                    self.out.end()
                    self.out.role = "navigation"
                self._words(element.tail)
                continue
            if element is self.main:
                self.out.end()
                self.out.role = TEXT
            if self._taken(element, tag):
                walk.skip_subtree()
                taken = element
                continue
            self._start(element, tag)
            self._words(element.text)
        self.out.end()
        return self.out.given

    def _words(self, words: str | None) -> None:
        if words:
            for at, piece in enumerate(_BRACKETED.split(words) if "[*" in words else (words,)):
                (self.out.star if at % 2 else self.out.add)(piece)
            if not (self.plain or self.open["bold"]):
                self.plain = any(map(str.isalpha, words))

    def _taken(self, element: etree._Element, tag: str) -> bool:
        """Take an element whole that is no running text: code, navigation, a call, a star page."""
        if tag in _CODE:
            return True
        kinds = kinds_of(element)
        if not _STAR.isdisjoint(kinds) or tag == "page-number":
            number = "".join(element.itertext())
            again = element.getnext()  # the same number in the margin and in the text
            if again is not None and not element.tail and "".join(again.itertext()) == f"*{number}":
                self.out.inset(number, "star-page")
                return True
            label = element.get("data-label") or element.get("label") or element.get("number") or ""
            self.out.star(number, label)
            return True
        if self._is_around(element, tag):
            self.out.end()
            role, self.out.role = self.out.role, "navigation"
            for piece in element.itertext():
                self.out.add(piece + " ")
            self.out.end()
            self.out.role = role
            return True
        if tag == "span" and "num" in kinds:
            self.out.inset("".join(element.itertext()) + " ", "paragraph-number")
            return True
        if tag not in ("a", "sup", "footnotemark"):
            return False
        words, href = short_words(element), element.get("href") or ""
        if words is None:
            return False
        if tag == "a" and words.strip() in ("↩", "↑", "^", "Back", "back"):
            self.out.inset(words, "back-link")
            return True
        linked = href.startswith("#") and bool(_SIGNED.fullmatch(words)) and self._is_there(element, href[1:])
        noted = linked or not _NOTED.isdisjoint(kinds) or _CALLS.match(href)
        if tag != "a" or noted or (_BACK.match(href) and len(words) < 8):
            self.out.call(words)
            return True
        return False

    def _is_there(self, element: etree._Element, name: str) -> bool:
        """Tell whether a place of the page has a name; those that have are looked for once."""
        if self.targets is None:
            places = element.getroottree().iter("a", "p", "div", "li", "sup", "span")
            self.targets = {one.get("name") or one.get("id") for one in places}
        return name in self.targets

    def _is_around(self, element: etree._Element, tag: str) -> bool:
        if self.main is not None and self.out.role != TEXT:
            return False
        if tag in _AROUND or (tag == "aside" and self._note(element, tag) is None):
            return True
        if tag == "header" and element.getparent() is not None and element.getparent().tag == "body":
            return bool(element.xpath(".//nav|.//ul"))
        if tag not in _NAMED_SO:
            return False
        return any(said and is_named_around(said) for said in map(element.get, ("class", "id", "role")))

    def _start(self, element: etree._Element, tag: str) -> None:
        if tag == "br":
            self._flush(gap=not self.out.size)  # two of them part paragraphs
            self.counted.append("")
            return
        if tag == "tr":
            self._flush()
            self.row_at = len(self.out.given.rows)
        if self._is_cell(element, tag):
            self.out.end(look=BODY, gap=False)
            self.out.cell = CELL if len(self.out.given.rows) > self.row_at else TABLE_ROW
        elif tag in _BLOCKS:
            self._flush()
        number = self._note(element, tag)
        if number is not None:
            self.out.open_note(number)
            element.set("data-note", "1")
        said = says(element, tag)
        self.counted.append(said)
        if said:
            self._count(said, 1)

    def _end(self, element: etree._Element, tag: str) -> None:
        if tag == "tr" and element.xpath("ancestor::table[1][@data-figures='1']"):
            self.out.end(look=BODY)  # a row of a table is no heading
            self.out.cell = ""
            self.plain = False
        elif tag in _BLOCKS and not self._is_cell(element, tag):
            self._flush()
        said = self.counted.pop()
        if said:
            self._count(said, -1)
        if element.get("data-note"):
            self.out.close_note()

    def _is_cell(self, element: etree._Element, tag: str) -> bool:
        """Tell a cell of a table of facts or figures: it is words in a row, where a table of layout has blocks."""
        if tag not in ("td", "th"):
            return False
        table = next(element.iterancestors("table"), None)
        if table is None:
            return False
        if table.get("data-figures") is None:
            figures = _has_figures(table)
            table.set("data-figures", "1" if figures else "")
            self.out.given.tables += figures
        return bool(table.get("data-figures"))

    def _count(self, said: str, by: int) -> None:
        """Count the open tags that say how words are set."""
        self.open[said] += by
        if said == "slanted":
            self.out.slant(on=self.open["slanted"] > 0)

    def _note(self, element: etree._Element, tag: str) -> str | None:
        """Tell an element that is one footnote, and its number where it names one."""
        if tag not in ("aside", "div", "p", "li", "footnote", "section") or self.out.note >= 0:
            return None
        kinds, place = kinds_of(element), element.get("id")
        named = _NOTE.fullmatch(place) if place else None
        if tag != "footnote" and "footnote" not in kinds and not named:
            return None
        label = (element.get("data-label") or element.get("label") or "").strip("[]. ")
        if not label and tag == "li" and named:
            label = named.group(1)
        return label

    def _flush(self, *, gap: bool = True) -> None:
        look, text = "", ""
        bold = self.open["bold"] and not self.plain
        if (self.open["titled"] or bold or self.open["middle"]) and not self.open["quoted"]:
            text = " ".join("".join(self.out.chunks).split())
        if text and headings.style(text) and not headings.BYLINE.match(text):
            look = TITLE
        self.out.end(gap=gap, quoted=self.open["quoted"] > 0, look=look)
        self.plain = False
