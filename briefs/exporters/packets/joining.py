"""Parts of a packet put together as one tagged PDF: its pages, tags, bookmarks, and jumps from part to part.

The objects of a part are written as they come, under new numbers, and forgotten; only the branches they hang on are
kept for the end. A library that joins files holds every object until it writes: 3 MB a brief, 300 MB a hundred.
"""

import io
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pikepdf
from pikepdf import Dictionary, Name, String

from briefs.exporters.packets.linking import KEYS_OF_PART, UA, Linked
from briefs.exporters.packets.writing import Objects, Writing, objects_of

# A string is passed over, so that words in it are never taken for a number to be changed.
_REFERENCE = re.compile(rb"\((?:[^()\\]|\\.)*\)|/packet-(?P<open>[a-z]+(?:-\d+)?)|(?P<number>\d+) 0 R", re.DOTALL)


class _Branch(NamedTuple):
    """What is kept of a part: the numbers of what its catalogue held, of its bookmark and of the feet of its pages."""

    name: str
    title: str
    order: int
    marks: int
    held: dict[str, int]
    bookmark: int
    feet: range


class Joined:
    """A packet that grows part by part."""

    def __init__(self) -> None:
        self._file = Writing()
        self._tree, self._document, self._outline, self._all_pages = (self._file.number() for _ in range(4))
        self._branches: list[_Branch] = []
        self._starts: dict[str, int] = {}
        self._roles: dict[str, Name] = {}
        self._is_ua = True
        self._lead: Linked | None = None
        self.pages = 0
        self.cited: dict[str, dict[int, str]] = {}  # slug of an authority -> pages, each with the name of a place

    def lead(self, part: Linked, title: str) -> None:
        """Put cover and contents before everything, once all that they tell of is in."""
        self._lead = part
        self._take(part, title, 0)

    def add(self, part: Linked, title: str) -> None:
        """Put a part at the end, with a bookmark of this title."""
        self._starts[part.name] = self.pages
        for slug, places in part.cited.items():
            self.cited.setdefault(slug, {}).update({self.pages + at: name for at, name in places.items()})
        self._take(part, title, len(self._branches))

    def start_of(self, name: str) -> int:
        """Give how many pages stand before a part, cover and contents left out."""
        return self._starts[name]

    def finish(self, numbers: Iterable[bytes]) -> bytes:
        """Number the pages (`numbers`: files with one number on each page, in order) and give the whole file."""
        if self._lead is None:
            raise ValueError("A packet begins with its cover.")
        feet = (number for branch in self._branches for number in branch.feet)
        for file in numbers:
            self._number_pages(file, feet)
        write, number = self._file.write, self._file.number
        kids = _list(branch.held["/Pages"] for branch in self._branches)
        write(self._all_pages, b"<</Type/Pages/Count %d/Kids%s>>" % (self.pages, kids))
        kids = _list(branch.held["/Tags"] for branch in self._branches)
        write(self._document, b"<</Type/StructElem/S/Document/P %d 0 R/K%s>>" % (self._tree, kids))
        self._write_tree()
        self._write_bookmarks()
        metadata, info, root = number(), number(), number()
        words = self._lead.metadata if self._is_ua else self._lead.metadata.replace(UA, b"")
        write(metadata, b"<</Type/Metadata/Subtype/XML/Length %d>>" % len(words), words)
        write(info, Dictionary({key: String(value) for key, value in self._lead.info.items()}).unparse())
        told = (
            b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R/Metadata %d 0 R/Names<</Dests%s>>"
            b"/Lang(en-US)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines>>"
        )
        write(root, told % (self._all_pages, self._tree, self._outline, metadata, self._by_name("/Names")))
        return self._file.end(root, info)

    def _take(self, part: Linked, title: str, place: int) -> None:
        """Write the objects of a part; what the part left open is filled in."""
        objects, root = objects_of(part.content)
        first = self._file.number(part.pages)
        feet, bookmark = range(first, first + part.pages), self._file.number()
        opened = {b"pages": self._all_pages, b"document": self._document, b"mark": bookmark}
        opened |= {b"foot-%d" % at: number for at, number in enumerate(feet)}
        before = self._copy(objects, root, opened, {})
        held = {key.decode(): before + int(at) for key, at in re.findall(rb"(/\w+) (\d+) 0 R", objects[root][0])}
        self._branches.insert(place, _Branch(part.name, title, part.order, part.marks, held, bookmark, feet))
        self._roles |= {key: Name(value) for key, value in part.roles.items()}
        self._is_ua &= part.is_ua
        self.pages += part.pages

    def _copy(self, objects: Objects, root: int, opened: dict[bytes, int], known: dict[int, int]) -> int:
        """Write all objects but the catalogue, each under its number plus what is given back, or its `known` one."""
        before = self._file.number(max(objects)) - 1

        def renumbered(found: re.Match[bytes]) -> bytes:
            if found["number"]:
                number = int(found["number"])
                return b"%d 0 R" % known.get(number, before + number)
            return b" %d 0 R" % opened[found["open"]] if found["open"] else found[0]

        for number, (head, stream) in objects.items():
            if number != root:
                self._file.write(known.get(number, before + number), _REFERENCE.sub(renumbered, head), stream)
        return before

    def _number_pages(self, numbers: bytes, feet: Iterator[int]) -> None:
        """Write what is drawn at the foot of the next pages, under the number each page has for it."""
        drawn, out = pikepdf.new(), io.BytesIO()
        with pikepdf.open(io.BytesIO(numbers)) as pages:
            forms = [drawn.copy_foreign(page.as_form_xobject()) for page in pages.pages]
        drawn.Root.Feet = pikepdf.Array(forms)
        drawn.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
        objects, root = objects_of(out.getvalue())
        _, _, drawn_feet = objects[root][0].partition(b"/Feet")
        self._copy(
            objects,
            root,
            {},
            {int(form): next(feet) for form in re.findall(rb"(\d+) 0 R", drawn_feet.partition(b"]")[0])},
        )

    def _write_tree(self) -> None:
        """Write the root of the tags; the parts' branches of its trees hang in the order of their keys."""
        keys = _list(branch.held["/Keys"] for branch in sorted(self._branches, key=lambda branch: branch.order))
        following = KEYS_OF_PART * (1 + max(branch.order for branch in self._branches))
        told = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Kids%s>>/ParentTreeNextKey %d/RoleMap %s%s>>"
        roles, ids = Dictionary(self._roles).unparse(), self._by_name("/Ids")
        self._file.write(self._tree, told % (self._document, keys, following, roles, b"/IDTree" + ids if ids else b""))

    def _by_name(self, held: str) -> bytes:
        """Give a tree of names whose leaves are the parts' own; all names of a part begin with its name and a "/"."""
        ordered = sorted(self._branches, key=lambda branch: f"{branch.name}/")
        leaves = [branch.held[held] for branch in ordered if held in branch.held]
        return b"<</Kids%s>>" % _list(leaves) if leaves else b""

    def _write_bookmarks(self) -> None:
        """Write one bookmark for each part, its own below it, folded."""
        numbers = [branch.bookmark for branch in self._branches]
        for at, branch in enumerate(self._branches):
            told = [b"/Title", String(branch.title).unparse(), b"/Parent %d 0 R" % self._outline]
            told.append(b"/Dest[%d 0 R/Fit]" % branch.held["/Start"])
            if at:
                told.append(b"/Prev %d 0 R" % numbers[at - 1])
            if at + 1 < len(numbers):
                told.append(b"/Next %d 0 R" % numbers[at + 1])
            if branch.marks:
                told.append(b"/First %d 0 R/Last %d 0 R" % (branch.held["/First"], branch.held["/Last"]))
                told.append(b"/Count %d" % -branch.marks)
            self._file.write(branch.bookmark, b"<<%s>>" % b"".join(told))
        ends = (numbers[0], numbers[-1], len(numbers))
        self._file.write(self._outline, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends)


def _list(numbers: Iterable[int]) -> bytes:
    return b"[%s]" % b" ".join(b"%d 0 R" % number for number in numbers)
