"""The objects of a PDF that Typst wrote, taken apart as bytes: each on its own, under one table (ISO 32000-1, 7.3).

A library that reads any PDF would take longer than the setting itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

Objects = dict[int, tuple[bytes, bytes | None]]  # number -> what comes before its stream, the stream or None
Cut = list[bytes | int]  # words of objects and, in turn with them, the numbers of the objects they refer to

_TABLE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TRAILER = 64  # bytes: the table's place stands in the last of them
_REFERENCE = re.compile(rb"(\d+) 0 R")
_DIGITS = b"0123456789"
_STRING_SIGN = re.compile(rb"\\.|[()]", re.DOTALL)


def objects_of(content: bytes) -> tuple[Objects, int]:
    """Give the objects of a file with a plain table, and the number of its catalogue."""
    found = _TABLE.search(content, max(0, len(content) - _TRAILER))
    if found is None:
        raise ValueError("This PDF has no table of its objects.")
    table = content[int(found[1]) :]
    places = [int(row) for row in re.findall(rb"(\d{10}) \d{5} n", table)]
    objects: Objects = {}
    for place, end in pairwise(sorted([*places, int(found[1])])):
        number, _, body = content[place:end].partition(b" 0 obj\n")
        head, stream, data = body.partition(b"\nstream\n")
        if stream:
            objects[int(number)] = head, data[: data.rindex(b"\nendstream")]
        else:
            objects[int(number)] = body[: body.rindex(b"\nendobj")], None
    return objects, referred(trailer_of(content), b"/Root")


def pages_of(objects: Objects, root: int) -> list[int]:
    """Give the numbers of the pages, in order."""
    return listed(objects[referred(objects[root][0], b"/Pages")][0], b"/Kids")


def trailer_of(content: bytes) -> bytes:
    """Give what stands after the table: the dictionary that leads to the catalogue and to the file's properties."""
    return content[content.rindex(b"trailer") :]


def referred(head: bytes, key: bytes) -> int:
    """Give the number of the object that a key of a dictionary refers to."""
    found = re.search(re.escape(key) + rb" (\d+) 0 R", head)
    if found is None:
        raise ValueError(f"This PDF has no {key.decode()}.")
    return int(found[1])


def listed(head: bytes, key: bytes) -> list[int]:
    """Give the numbers of the objects in the list under a key of a dictionary, in order; none without the key."""
    found = re.search(re.escape(key) + rb"\[((?:\d+ 0 R ?)*)\]", head)
    if found is None and key + b"[" in head:
        raise ValueError(f"The list {key.decode()} of this PDF holds more than objects.")
    return [int(number) for number in _REFERENCE.findall(found[1])] if found else []


def parted(head: bytes) -> list[bytes]:
    """Cut an object into words and strings in turn, the strings with their parentheses, which may be nested."""
    if b"(" not in head:
        return [head]
    found, depth, at = [], 0, 0
    for sign in _STRING_SIGN.finditer(head, head.index(b"(")):
        if sign[0] == b"(":
            if not depth:
                found.append(head[at : sign.start()])
                at = sign.start()
            depth += 1
        elif sign[0] == b")":
            depth -= 1
            if not depth:
                found.append(head[at : sign.end()])
                at = sign.end()
    found.append(head[at:])
    return found


def plain(head: bytes) -> bytes:
    """Write the strings of an object so that no words in them read as a reference: the R of "12 0 R" by its number."""
    if b" 0 R" not in head.partition(b"(")[2]:
        return head
    told = parted(head)
    told[1::2] = [words.replace(b" 0 R", b" 0 \\122") for words in told[1::2]]
    return b"".join(told)


def cut(words: bytes) -> Cut:
    """Cut objects that are written `plain` at what they refer to."""
    told: Cut = []
    *pieces, last = words.split(b" 0 R")
    for piece in pieces:
        before = piece.rstrip(_DIGITS)
        told += (before, int(piece[len(before) :]))
    return [*told, last]


def numbered(told: Cut, names: Mapping[int, bytes]) -> bytes:
    """Put objects together again; `names` gives what they now say for each number they refer to, "12 0 R"."""
    return b"".join([piece if isinstance(piece, bytes) else names[piece] for piece in told])


def reached(objects: Objects, numbers: Iterable[int]) -> Iterator[int]:
    """Give these objects and all that they refer to, each once."""
    waiting, seen = list(numbers), set()
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            yield number
            waiting += [piece for piece in cut(plain(objects[number][0])) if isinstance(piece, int)]


def text(words: str) -> bytes:
    """Write words as a string of a PDF: UTF-16 in hexadecimal digits, whatever letters they have."""
    return b"<FEFF%b>" % words.encode("utf-16-be", "replace").hex().upper().encode()
