"""A part of a packet made fit to stand among others: its places, tags and bookmarks get the part's own names.

It is done where the part is set, so several processes share the work. What leads out of the part (to the packet's
page tree, its tags, the number at a page's foot) is left open under a number of its own, for `joining` to fill.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefs.exporters.packets.objects import Cut, cut, listed, objects_of, pages_of, parted, plain, referred, trailer_of
from briefs.exporters.packets.part import CITED

KEYS_OF_PART = 100_000  # keys of the tree from pages to tags that a part has for itself
UA = b"<pdfuaid:part>1</pdfuaid:part>"
_ELSEWHERE = b"packet:"  # what an address begins with that leads to a name of the packet
_CITED = CITED.encode()
_ADDRESS = b"/A<</Type/Action/S/URI/URI"  # before the address of a link
_INSIDE = b"(In this packet)"  # what a screen reader is told of a jump from part to part
_KEY = re.compile(rb"/(StructParents?) (\d+)")
_CORNER = re.compile(rb"/Rect\[(?P<left>[\d.-]+) [\d.-]+ [\d.-]+ (?P<top>[\d.-]+)\]")
_FOOT = (432, 36.5)  # points from the left and the bottom: where the number of a page is laid
_FOOT_DRAWN = (
    b"Q /Artifact <</Type /Pagination /Subtype /Footer>> BDC q "
    + f"1 0 0 1 {_FOOT[0]} {_FOOT[1]} cm /Foot Do Q EMC".encode()
)


@dataclass(slots=True)
class Linked:
    """A part ready to be joined: its objects, and the numbers among them that the packet takes over or fills in."""

    name: str
    order: int
    numbers: list[int] = field(default_factory=list)
    heads: Cut = field(default_factory=list)  # of those numbers, a line each
    streams: dict[int, bytes] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)  # what the packet's catalogue leads to
    open: dict[str, int] = field(default_factory=dict)  # "pages", "document" and "mark": only the packet has them
    feet: list[int] = field(default_factory=list)  # of each page, what is drawn at its foot: open too
    marks: int = 0  # bookmarks of the first level
    metadata: bytes = b""
    info: bytes = b""
    roles: dict[bytes, bytes] = field(default_factory=dict)
    cited: dict[str, dict[int, str]] = field(default_factory=dict)  # slug -> pages, each with the name of a place


def link(content: bytes, name: str, order: int) -> Linked:
    """Make a part ready: every place in it is called "name/place"; `order` is its own among the parts, from 0."""
    return _Linking(content, name, order).all()


class _Linking:
    def __init__(self, content: bytes, name: str, order: int) -> None:
        objects, root = objects_of(content)
        self.name, self.first_key, self.last = f"{name}/".encode(), order * KEYS_OF_PART, max(objects)
        self.told = Linked(name, order)
        self.streams = {number: stream for number, (_, stream) in objects.items() if stream is not None}
        self.heads = {number: head for number, (head, _) in objects.items()}
        self.catalogue = self.heads.pop(root)
        self.told.info = self.heads.pop(referred(trailer_of(content), b"/Info"))
        metadata = referred(self.catalogue, b"/Metadata")
        del self.heads[metadata]
        self.told.metadata = self.streams.pop(metadata)
        self.tree, self.tags = referred(self.catalogue, b"/Pages"), referred(self.catalogue, b"/StructTreeRoot")
        self.pages = pages_of(objects, root)
        self.places = {b"start": b"[%d 0 R/Fit]" % self.pages[0], **leaf(self.catalogue, b"/Dests<</Names[")}
        self.resources: dict[int, bytes] = {}

    def all(self) -> Linked:
        told = self.told
        told.held = {"/Pages": self.tree, "/Start": self.pages[0], "/Tags": self.tags}
        told.open = {"pages": self.number(), "document": self.number()}
        self.heads[self.tree] = self.heads[self.tree].replace(b"<<", b"<</Parent %d 0 R" % told.open["pages"], 1)
        self.bookmarks()
        around = self.new(b"<</Length 1>>", b"q"), self.new(b"<</Length %d>>" % len(_FOOT_DRAWN), _FOOT_DRAWN)
        for at, page in enumerate(self.pages):
            self.page(at, page, *around)
        self.tagged()
        told.held["/Names"] = self.names(self.places)
        told.numbers, told.heads = list(self.heads), cut(b"\n".join(map(plain, self.heads.values())))
        told.streams = self.streams
        return told

    def number(self) -> int:
        """Give out the next number."""
        self.last += 1
        return self.last

    def new(self, head: bytes, stream: bytes | None = None) -> int:
        """Add an object; gives its number."""
        number = self.number()
        self.heads[number] = head
        if stream is not None:
            self.streams[number] = stream
        return number

    def bookmarks(self) -> None:
        """Hang the bookmarks of the first level below the part's own."""
        if b"/Outlines" not in self.catalogue:
            return
        outline = referred(self.catalogue, b"/Outlines")
        head = self.heads.pop(outline)
        self.told.open["mark"] = outline
        self.told.held |= {"/First": referred(head, b"/First"), "/Last": referred(head, b"/Last")}
        self.told.marks = sum(mark.startswith(b"<</Parent %d 0 R" % outline) for mark in self.heads.values())

    def page(self, at: int, page: int, before: int, after: int) -> None:
        """Leave room for the number at the foot of a page, and see to its links."""
        head, foot = self.keyed(self.heads[page]), self.number()
        self.told.feet.append(foot)
        contents, resources = referred(head, b"/Contents"), referred(head, b"/Resources")
        used = self.new(b"") if resources in self.resources else resources
        own = self.resources.setdefault(resources, self.heads[resources])
        if b"/XObject<<" in own:
            self.heads[used] = own.replace(b"/XObject<<", b"/XObject<</Foot %d 0 R" % foot, 1)
        else:
            self.heads[used] = own.replace(b"<<", b"<</XObject<</Foot %d 0 R>>" % foot, 1)
        head = head.replace(b"/Resources %d 0 R" % resources, b"/Resources %d 0 R" % used, 1)
        drawn = b"/Contents[%d 0 R %d 0 R %d 0 R]" % (before, contents, after)
        self.heads[page] = head.replace(b"/Contents %d 0 R" % contents, drawn, 1)
        for link in listed(head, b"/Annots"):
            self.heads[link] = b"".join(self.link(parted(self.heads[link]), at))

    def link(self, told: list[bytes], at: int) -> list[bytes]:
        """Give a link on a page the name it leads to, and note which authority it cites."""
        told[::2] = [self.keyed(words) for words in told[::2]]
        lead, target = told[0], told[1][1:-1] if len(told) > 1 else b""
        if lead.endswith(b"/Dest"):
            told[1] = b"(%b%b)" % (self.name, target)
        elif lead.endswith(_ADDRESS) and target.startswith(_ELSEWHERE):
            told[0] = lead.removesuffix(_ADDRESS) + b"/Dest"
            told[1] = b"(%b)" % target.removeprefix(_ELSEWHERE)
            told[2] = told[2].removeprefix(b">>")
            told[3::2] = [_INSIDE for _ in told[3::2]]
        elif lead.endswith(_ADDRESS) and target.startswith(_CITED):
            slug = target.removeprefix(_CITED).partition(b" ")[0]
            told = [words.replace(b"%b%b " % (_CITED, slug), b"", 1) for words in told]
            self.cites(slug.decode(), lead, at)
        return told

    def cites(self, slug: str, lead: bytes, at: int) -> None:
        """Note that a page cites an authority, and name the place of the first link to it there."""
        pages = self.told.cited.setdefault(slug, {})
        corner = _CORNER.search(lead)
        if at not in pages and corner:
            place = b"cited-%d" % len(self.places)
            pages[at] = (self.name + place).decode()
            self.places[place] = b"[%d 0 R/XYZ %b %b 0]" % (self.pages[at], corner["left"], corner["top"])

    def tagged(self) -> None:
        """Give the part's tags as one element, and its branches of the trees that lead to them."""
        root = self.heads[self.tags]
        whole = _list(listed(root, b"/K"))
        self.heads[self.tags] = b"<</Type/StructElem/S/Part/P %d 0 R/K%b>>" % (self.told.open["document"], whole)
        roles = re.search(rb"/RoleMap<<(.*?)>>", root)
        self.told.roles = dict(re.findall(rb"(/\w+)(/\w+)", roles[1])) if roles else {}
        self.told.held["/Keys"] = self.keys(root)
        named = leaf(root, b"/IDTree<</Names[")
        for element in named.values():
            number = int(element.partition(b" ")[0])
            self.heads[number] = b"".join(self.identified(parted(self.heads[number])))
        if named:
            self.told.held["/Ids"] = self.names(named)

    def identified(self, told: list[bytes]) -> list[bytes]:
        """Give an element the part's own name."""
        for at in range(1, len(told), 2):
            if told[at - 1].endswith(b"/ID"):
                told[at] = b"(%b%b)" % (self.name, told[at][1:-1])
        return told

    def keys(self, root: bytes) -> int:
        """Give the part's branch of the tree that leads from pages and links to their tags."""
        found = re.search(rb"/ParentTree<</Nums\[((?:\d+ \d+ 0 R ?)*)\]>>", root)
        if found is None:
            raise ValueError("This PDF does not lead from its pages to its tags.")
        rows = [(int(key) + self.first_key, int(to)) for key, to in re.findall(rb"(\d+) (\d+) 0 R", found[1])]
        flat = b" ".join(b"%d %d 0 R" % row for row in rows)
        return self.new(b"<</Nums[%b]/Limits[%d %d]>>" % (flat, rows[0][0], rows[-1][0]))

    def names(self, named: Mapping[bytes, bytes]) -> int:
        """Give a leaf of a tree of names, in order, each with the part's own name before it."""
        ordered = sorted(named)
        flat = b"".join(b"(%b%b)%b" % (self.name, key, named[key]) for key in ordered)
        ends = b"(%b%b)(%b%b)" % (self.name, ordered[0], self.name, ordered[-1])
        return self.new(b"<</Names[%b]/Limits[%b]>>" % (flat, ends))

    def keyed(self, words: bytes) -> bytes:
        """Give pages and links the keys to their tags that the part has for itself."""
        return _KEY.sub(lambda key: b"/%b %d" % (key[1], int(key[2]) + self.first_key), words)


def leaf(head: bytes, before: bytes) -> dict[bytes, bytes]:
    """Give what stands in the one leaf of a tree of names that opens with `before`; nothing where there is none."""
    told = parted(head)
    start = next((at for at, words in enumerate(told) if words.endswith(before)), None)
    if start is None:
        if before.partition(b"<<")[0] in head:
            raise ValueError("The names of this PDF are not in one leaf.")
        return {}
    named = {}
    for name, words in zip(told[start + 1 :: 2], told[start + 2 :: 2], strict=True):
        value, closed, _ = words.partition(b"]>>")
        named[name[1:-1]] = value
        if closed:
            break
    return named


def _list(numbers: list[int]) -> bytes:
    return b"[%b]" % b" ".join(b"%d 0 R" % number for number in numbers)
