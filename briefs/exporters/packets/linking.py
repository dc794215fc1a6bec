"""A part of a packet made fit to stand among others: its places, tags and bookmarks get the part's own names.

It is done where the part is set, so several processes share the work. What leads out of the part (to the packet's
page tree, its tags, the number at a page's foot) is left open as a name that begins "/packet-", for `joining` to fill.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from briefs.exporters.packets.part import CITED

KEYS_OF_PART = 100_000  # keys of the tree from pages to tags that a part has for itself
_ELSEWHERE = "packet:"  # what an address begins with that leads to a name of the packet
_FOOT = (432, 36.5)  # points from the left and the bottom: where the number of a page is laid
UA = b"<pdfuaid:part>1</pdfuaid:part>"


@dataclass(slots=True)
class Linked:
    """A part ready to be joined; `content` is a file whose catalogue holds what the packet takes over."""

    name: str
    order: int
    content: bytes = b""
    pages: int = 0
    is_ua: bool = True
    marks: int = 0  # bookmarks of the first level
    metadata: bytes = b""
    info: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    cited: dict[str, dict[int, str]] = field(default_factory=dict)  # slug -> pages, each with the name of a place


def link(content: bytes, name: str, order: int) -> Linked:
    """Make a part ready: every place in it is called "name/place"; `order` is its own among the parts, from 0."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return _Linking(pdf, name, order).all()


class _Linking:
    def __init__(self, pdf: pikepdf.Pdf, name: str, order: int) -> None:
        self.pdf, self.name, self.first_key = pdf, name, order * KEYS_OF_PART
        self.numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        self.places: dict[str, Any] = {f"{name}/start": Array([pdf.pages[0].obj, Name.Fit])}
        metadata = pdf.Root.Metadata.read_bytes()
        self.told = Linked(name, order, pages=len(pdf.pages), is_ua=UA in metadata, metadata=metadata)
        self.told.info = {str(key): str(value) for key, value in pdf.docinfo.items()}

    def all(self) -> Linked:
        root, told = self.pdf.Root, self.told
        for key, target in _leaves(root.get("/Names", Dictionary()).get("/Dests")):
            self.places[f"{self.name}/{key}"] = target
        before, after = self.pdf.make_stream(b"q"), self.pdf.make_stream(_FOOT_DRAWN)
        for at, page in enumerate(self.pdf.pages):
            self.links(page.obj)
            resources = page.obj.Resources
            resources.XObject = Dictionary(dict(resources.get("/XObject", Dictionary())) | {"/Foot": _open("foot", at)})
            page.contents_add(before, prepend=True)
            page.contents_add(after)
        tags, marks = root.StructTreeRoot, root.get("/Outlines", Dictionary())
        told.marks = len(list(_siblings(marks.get("/First"), "/Parent", _open("mark"))))
        told.roles = {key: str(value) for key, value in tags.get("/RoleMap", Dictionary()).items()}
        root.Pages.Parent = _open("pages")
        kept = {
            "/Pages": root.Pages,
            "/Start": self.pdf.pages[0].obj,
            "/Tags": self.tags(tags),
            "/Keys": self.keys(tags.ParentTree),
            "/Names": self.leaf({key: self.places[key] for key in sorted(self.places)}),
        }
        named = {f"{self.name}/{key}": element for key, element in _leaves(tags.get("/IDTree"))}
        for key, element in named.items():
            element.ID = String(key)
        if named:
            kept["/Ids"] = self.leaf({key: named[key] for key in sorted(named)})
        if told.marks:
            kept |= {"/First": marks.First, "/Last": marks.Last}
        for key in list(root.keys()):
            if key not in ("/Type", "/Pages"):
                del root[key]
        for key, value in kept.items():
            root[key] = value
        out = io.BytesIO()
        self.pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
        told.content = out.getvalue()
        return told

    def links(self, page: Any) -> None:
        """Give each link of a page the name it leads to, and note which authorities it cites."""
        if "/StructParents" in page:
            page.StructParents = int(page.StructParents) + self.first_key
        for link in page.get("/Annots", Array()):
            if "/StructParent" in link:
                link.StructParent = int(link.StructParent) + self.first_key
            action = link.get("/A")
            target = link.get("/Dest", action.get("/D") if action is not None else None)
            if isinstance(target, String):
                link.Dest = String(f"{self.name}/{target}")
            elif action is not None and str(action.get("/URI", "")).startswith(_ELSEWHERE):
                link.Dest = String(str(action.URI).removeprefix(_ELSEWHERE))
                del link["/A"]
            elif action is not None and str(action.get("/URI", "")).startswith(CITED):
                self.cites(link, page)

    def cites(self, link: Any, page: Any) -> None:
        """Note which authority a link cites, and give the link its own address again."""
        told = str(link.A.URI)
        slug, _, address = told.removeprefix(CITED).partition(" ")
        link.A.URI = String(address)
        link.Contents = String(str(link.get("/Contents", "")).replace(told, address))
        pages = self.told.cited.setdefault(slug, {})
        at = self.numbers[page.objgen]
        if at not in pages:
            pages[at] = f"{self.name}/cited-{len(self.places)}"
            self.places[pages[at]] = Array([page, Name.XYZ, link.Rect[0], link.Rect[3], 0])

    def tags(self, tree: Any) -> Any:
        """Give the part's structure as one element."""
        whole = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, P=_open("document"), K=tree.K))
        for child in tree.K:
            child.P = whole
        return whole

    def keys(self, tree: Any) -> Any:
        """Give the part's branch of the tree that leads from pages and links to their tags."""
        rows = [(key + self.first_key, value) for key, value in _numbered(tree)]
        flat = [one for row in rows for one in row]
        return self.pdf.make_indirect(Dictionary(Nums=Array(flat), Limits=Array([rows[0][0], rows[-1][0]])))

    def leaf(self, named: dict[str, Any]) -> Any:
        """Give a leaf of a tree of names; `named` is in order."""
        ends = [String(min(named)), String(max(named))]
        flat = [one for key, value in named.items() for one in (String(key), value)]
        return self.pdf.make_indirect(Dictionary(Names=Array(flat), Limits=Array(ends)))


def _open(what: str, at: int | None = None) -> Name:
    return Name(f"/packet-{what}" if at is None else f"/packet-{what}-{at}")


_FOOT_DRAWN = (
    b"Q /Artifact <</Type /Pagination /Subtype /Footer>> BDC q "
    + f"1 0 0 1 {_FOOT[0]} {_FOOT[1]} cm /Foot Do Q EMC".encode()
)


def _leaves(tree: Any) -> Iterator[tuple[str, Any]]:
    """Give what stands in a name tree."""
    if tree is None:
        return
    names = list(tree.get("/Names", Array()))
    for key, value in zip(names[::2], names[1::2], strict=True):
        yield str(key), value.D if isinstance(value, Dictionary) and "/D" in value else value
    for kid in tree.get("/Kids", Array()):
        yield from _leaves(kid)


def _numbered(tree: Any) -> Iterator[tuple[int, Any]]:
    """Give what stands in a number tree."""
    rows = list(tree.get("/Nums", Array()))
    for key, value in zip(rows[::2], rows[1::2], strict=True):
        yield int(key), value
    for kid in tree.get("/Kids", Array()):
        yield from _numbered(kid)


def _siblings(first: Any, key: str, value: Any) -> Iterator[Any]:
    """Give bookmarks beside each other, each with `key` set to `value`."""
    while first is not None:
        first[key] = value
        yield first
        first = first.get("/Next")
