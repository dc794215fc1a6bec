"""Parts of a packet put together as one tagged PDF: its pages, tags, bookmarks, and jumps from part to part.

Every place that is jumped to gets a name, the part's own name before it ("t3/holding-2"), because a page
of another part cannot be pointed at before it is there. Names, tags and bookmarks are written when all parts are in.
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from briefs.exporters.packets.part import CITED

_ELSEWHERE = "packet:"  # what an address begins with that leads to a name of the packet
_FOOT = (432, 36.5)  # points from the left and the bottom: where the number of a page is laid
_UA = b"<pdfuaid:part>1</pdfuaid:part>"

Place = tuple[int, list[Any]]  # a page, 0 the first after cover and contents, and how it is shown there


class Joined:
    """A packet that grows part by part."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self._places: dict[str, Place] = {}
        self._wanted: set[str] = set()
        self._outline: list[tuple[str, Place, list[Any]]] = []
        self._tags: list[Any] = []
        self._tagged: list[Any] = []  # the parent tree: key, what it leads to, key ...
        self._next = 0
        self._roles: dict[str, Any] = {}
        self._ids: dict[str, Any] = {}
        self.cited: dict[str, dict[int, str]] = {}  # slug of an authority -> pages, each with the name of a place
        self._is_ua = True
        self._front = 0
        self._pages: list[Any] = []

    def lead(self, content: bytes, name: str, title: str) -> None:
        """Put cover and contents before everything, once all that they tell of is in."""
        with pikepdf.open(io.BytesIO(content)) as part:
            self._front = len(part.pages)
            self.pdf.Root.Metadata = self.pdf.copy_foreign(part.Root.Metadata)
            for key, value in part.docinfo.items():
                self.pdf.docinfo[key] = str(value)
            self._take(part, name, title, 0)

    def add(self, content: bytes, name: str, title: str) -> int:
        """Put a part at the end, under its name and a bookmark with its title; gives how many pages it has."""
        with pikepdf.open(io.BytesIO(content)) as part:
            self._take(part, name, title, len(self._outline))
            return len(part.pages)

    def _take(self, part: pikepdf.Pdf, name: str, title: str, order: int) -> None:
        leads = bool(self._front)
        start = -self._front if leads else len(self.pdf.pages)
        pages = {page.obj.objgen: at for at, page in enumerate(part.pages)}

        def place(target: Any) -> Place:
            return start + pages[target[0].objgen], list(target)[1:]

        for key, target in _leaves(part.Root.get("/Names", Dictionary()).get("/Dests")):
            self._places[f"{name}/{key}"] = place(target)
        self._places[f"{name}/start"] = (start, [Name.Fit])
        for page in part.pages:
            self._link_by_name(page, name, place)
        marks = [_bookmark(one, place) for one in _siblings(part.Root.get("/Outlines", Dictionary()).get("/First"))]
        self._outline.insert(order, (title, (start, [Name.Fit]), marks))
        self._is_ua &= _UA in part.Root.Metadata.read_bytes()
        for at, page in enumerate(part.pages):
            self.pdf.pages.insert(at if leads else len(self.pdf.pages), page)
        self._take_tags(part, name, order)

    def pages_of(self, name: str) -> int:
        """Give the number of the page a name stands on; until cover and contents lead, 1 is the first after them."""
        return self._places[name][0] + 1 + self._front

    def finish(self, numbers: bytes) -> bytes:
        """Number the pages (`numbers`: a file with one number on each page) and give the whole file."""
        self._number(numbers)
        self._pages = [page.obj for page in self.pdf.pages]
        root = self.pdf.Root
        root.Lang = String("en-US")
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageMode = Name.UseOutlines
        self._write_outline()
        self._write_tags()
        known = sorted(name for name in self._wanted if name in self._places)
        names = [one for name in known for one in (String(name), self._target(self._places[name]))]
        root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))
        if not self._is_ua:
            root.Metadata.write(root.Metadata.read_bytes().replace(_UA, b""), type_check=False)
        out = io.BytesIO()
        self.pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue()

    def _link_by_name(self, page: Any, name: str, place: Any) -> None:
        if "/StructParents" in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + self._next
        for link in page.obj.get("/Annots", Array()):
            if "/StructParent" in link:
                link.StructParent = int(link.StructParent) + self._next
            action = link.get("/A")
            target = link.get("/Dest", action.get("/D") if action is not None else None)
            if target is not None:
                goal = f"{name}/{target}" if isinstance(target, String) else self._unnamed(name, place(target))
            elif action is not None and str(action.get("/URI", "")).startswith(_ELSEWHERE):
                goal = str(action.URI).removeprefix(_ELSEWHERE)
            else:
                if action is not None and str(action.get("/URI", "")).startswith(CITED):
                    self._note_cited(link, place([page.obj, Name.XYZ, link.Rect[0], link.Rect[3], 0]), name)
                continue
            if action is not None:
                del link["/A"]
            link.Dest = String(goal)
            self._wanted.add(goal)

    def _note_cited(self, link: Any, place: Place, name: str) -> None:
        """Note which authority a link cites, and give the link its own address again."""
        told = str(link.A.URI)
        slug, _, address = told.removeprefix(CITED).partition(" ")
        link.A.URI = String(address)
        link.Contents = String(str(link.get("/Contents", "")).replace(told, address))
        pages = self.cited.setdefault(slug, {})
        if place[0] not in pages:
            pages[place[0]] = self._unnamed(name, place)

    def _unnamed(self, name: str, place: Place) -> str:
        at, how = place
        goal = f"{name}/@{at}-{'-'.join(str(part) for part in how)}"
        self._places[goal] = place
        return goal

    def _take_tags(self, part: pikepdf.Pdf, name: str, order: int) -> None:
        """Take the part's structure over; its pages have been copied before, so the tags find them."""
        root = self.pdf.copy_foreign(part.Root.StructTreeRoot)
        whole = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, K=root.K))
        for child in root.K:
            child.P = whole
        self._tags.insert(order, whole)
        for key, value in _numbered(root.ParentTree):
            self._tagged += [key + self._next, value]
        self._next += int(root.ParentTreeNextKey)
        for key, element in _leaves(root.get("/IDTree")):
            element.ID = String(f"{name}/{key}")
            self._ids[f"{name}/{key}"] = element
        self._roles |= dict(root.get("/RoleMap", Dictionary()).items())

    def _number(self, numbers: bytes) -> None:
        with pikepdf.open(io.BytesIO(numbers)) as feet:
            before = self.pdf.make_stream(b"q")
            x, y = _FOOT
            after = self.pdf.make_stream(b"Q /Artifact <</Type /Pagination /Subtype /Footer>> BDC q "
                                         + f"1 0 0 1 {x} {y} cm /Foot Do Q EMC".encode())  # fmt: skip
            for page, foot in zip(self.pdf.pages, feet.pages, strict=True):
                form = self.pdf.copy_foreign(foot.as_form_xobject())
                page.add_resource(form, Name.XObject, Name.Foot)
                page.contents_add(before, prepend=True)
                page.contents_add(after)

    def _target(self, place: Place) -> Any:
        at, how = place
        return Array([self._pages[at + self._front], *how])

    def _write_outline(self) -> None:
        def items(marks: list[Any]) -> list[pikepdf.OutlineItem]:
            made = []
            for title, (at, how), below in marks:
                item = pikepdf.OutlineItem(title, self._target((at, how)))
                item.is_closed = True
                item.children.extend(items(below))
                made.append(item)
            return made

        with self.pdf.open_outline() as outline:
            outline.root.extend(items(self._outline))

    def _write_tags(self) -> None:
        tree = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array(self._tags)))
        for part in self._tags:
            part.P = whole
        tree.K = whole
        tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(self._tagged)))
        tree.ParentTreeNextKey = self._next
        tree.RoleMap = Dictionary(self._roles)
        if self._ids:
            flat = [one for key in sorted(self._ids) for one in (String(key), self._ids[key])]
            tree.IDTree = self.pdf.make_indirect(Dictionary(Names=Array(flat)))
        self.pdf.Root.StructTreeRoot = tree


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


def _siblings(first: Any) -> Iterator[Any]:
    while first is not None:
        yield first
        first = first.get("/Next")


def _bookmark(mark: Any, place: Any) -> tuple[str, Place, list[Any]]:
    below = [_bookmark(one, place) for one in _siblings(mark.get("/First"))]
    return str(mark.Title), place(mark.Dest), below
