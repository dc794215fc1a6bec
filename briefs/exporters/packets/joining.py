"""Parts of a packet put together as one tagged PDF: its pages, tags, bookmarks, and jumps from part to part.

The objects of a part are written as they come, under new numbers, and forgotten; only the branches they hang on are
kept for the end. A library that joins files holds every object until it writes: 3 MB a brief, 300 MB a hundred.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefs.exporters.packets.linking import KEYS_OF_PART, UA, Linked
from briefs.exporters.packets.objects import cut, numbered, objects_of, pages_of, plain, reached, referred, text
from briefs.exporters.packets.writing import Writing

_NUMBER_BOX = b"<</Type/XObject/Subtype/Form/BBox[0 0 108 14]/Resources %d 0 R"  # points: a page of numbers.typ


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
        self._roles: dict[bytes, bytes] = {}
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
        write(info, self._lead.info)
        told = (
            b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R/Metadata %d 0 R/Names<</Dests%s>>"
            b"/Lang(en-US)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines>>"
        )
        write(root, told % (self._all_pages, self._tree, self._outline, metadata, self._by_name("/Names")))
        return self._file.end(root, info)

    def _take(self, part: Linked, title: str, place: int) -> None:
        """Write the objects of a part; what the part left open is filled in."""
        first, count = self._file.number(len(part.numbers)), len(part.feet)
        feet, bookmark = range(foot := self._file.number(count), foot + count), self._file.number()
        given = {"pages": self._all_pages, "document": self._document, "mark": bookmark}
        at = dict(zip(part.numbers, range(first, first + len(part.numbers)), strict=True))
        known = at | {part.open[what]: given[what] for what in part.open} | dict(zip(part.feet, feet, strict=True))
        names = {number: b"%d 0 R" % new for number, new in known.items()}
        for number, head in zip(part.numbers, numbered(part.heads, names).split(b"\n"), strict=True):
            self._file.write(at[number], head, part.streams.get(number))
        held = {what: at[number] for what, number in part.held.items()}
        self._branches.insert(place, _Branch(part.name, title, part.order, part.marks, held, bookmark, feet))
        self._roles |= part.roles
        self._is_ua &= UA in part.metadata
        self.pages += count

    def _number_pages(self, numbers: bytes, feet: Iterator[int]) -> None:
        """Write what is drawn at the foot of the next pages, under the number each page has for it."""
        objects, root = objects_of(numbers)
        pages = [objects[page][0] for page in pages_of(objects, root)]
        used = sorted(set(reached(objects, (referred(page, b"/Resources") for page in pages))))
        names = {number: b"%d 0 R" % self._file.number() for number in used}
        for number in used:
            head, stream = objects[number]
            self._file.write(int(names[number].split()[0]), numbered(cut(plain(head)), names), stream)
        for page in pages:
            head, stream = objects[referred(page, b"/Contents")]
            box = numbered(cut(_NUMBER_BOX % referred(page, b"/Resources")), names)
            self._file.write(next(feet), box + head.removeprefix(b"<<"), stream)

    def _write_tree(self) -> None:
        """Write the root of the tags; the parts' branches of its trees hang in the order of their keys."""
        keys = _list(branch.held["/Keys"] for branch in sorted(self._branches, key=lambda branch: branch.order))
        following = KEYS_OF_PART * (1 + max(branch.order for branch in self._branches))
        told = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Kids%s>>/ParentTreeNextKey %d/RoleMap %s%s>>"
        roles, ids = b"<<%b>>" % b"".join(map(b"".join, sorted(self._roles.items()))), self._by_name("/Ids")
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
            told = [b"/Title", text(branch.title), b"/Parent %d 0 R" % self._outline]
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
