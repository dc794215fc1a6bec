"""A PDF written as its objects come, none of them held: the file format's own numbers and tables (ISO 32000-1, 7.5)."""

import hashlib
import io
import zlib
from array import array

_PACKED = 200  # objects in one compressed stream


class Writing:
    """A file that grows object by object; a number may be given out before its object is written."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._out.write(b"%PDF-1.7\n%\x80\x80\x80\x80\n")
        # Of each object, 0 being none: where it stands, or (its stream, its turn there) if it is packed in one.
        self._place, self._turn, self._kind = array("Q", [0]), array("L", [0]), bytearray([0])
        self._waiting: list[tuple[int, bytes]] = []

    def number(self, count: int = 1) -> int:
        """Give out that many numbers in a row; the first of them."""
        first = len(self._place)
        self._place.extend([0] * count)
        self._turn.extend([0] * count)
        self._kind.extend([0] * count)
        return first

    def write(self, number: int, head: bytes, stream: bytes | None = None) -> None:
        """Write an object; where it has a stream, `head` is its dictionary and tells the length."""
        if stream is not None:
            self._place[number], self._kind[number] = self._out.tell(), 1
            self._out.write(b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, head, stream))
            return
        self._waiting.append((number, head))
        if len(self._waiting) == _PACKED:
            self._pack()

    def end(self, root: int, info: int) -> bytes:
        """Write the table of all objects and give the whole file; it is named by a hash of its bytes."""
        self._pack()
        table, start = self.number(), self._out.tell()
        self._place[table], self._kind[table] = start, 1
        rows = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(5, "big") + turn.to_bytes(2, "big")
            for kind, place, turn in zip(self._kind, self._place, self._turn, strict=True)
        )
        name = hashlib.md5(self._out.getbuffer(), usedforsecurity=False).hexdigest().encode()
        data = zlib.compress(rows)
        head = b"<</Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]/Filter/FlateDecode/Length %d>>"
        self.write(table, head % (len(self._place), root, info, name, name, len(data)), data)
        self._out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._out.getvalue()

    def _pack(self) -> None:
        if not self._waiting:
            return
        holder, at, places = self.number(), 0, []
        for turn, (number, raw) in enumerate(self._waiting):
            self._place[number], self._turn[number], self._kind[number] = holder, turn, 2
            places.append(b"%d %d" % (number, at))
            at += len(raw) + 1
        first = b" ".join(places) + b"\n"
        data = zlib.compress(first + b"\n".join(raw for _, raw in self._waiting))
        head = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>"
        self.write(holder, head % (len(self._waiting), len(first), len(data)), data)
        self._waiting.clear()
