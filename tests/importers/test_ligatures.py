"""Ligatures that a PDF's fonts do not name: the words they stand in tell them, or a note says that they are missing."""

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
import typst

from briefs.importers import Imported, read
from tests.importers.check import accounted
from tests.importers.test_manners import PAGE, WORDS

SAID = (
    "The first officer filed an affidavit. The plaintiff suffered no specific effect, and the conflict of final"
    " offers was sufficient to reflect what the staff identified as the offense."
)
_NAMED = re.compile(rb"(<[0-9A-Fa-f]{4}>\s*)<(0066006[6-9C](?:006[9C])?)>\n?", re.I)
_COUNTED = re.compile(rb"\d+ beginbfchar(.*?)endbfchar", re.S)


def printed(said: str, change: Callable[[re.Match[bytes]], bytes]) -> Imported:
    """Print words, and change what the tables of the fonts say of ligatures."""
    page = PAGE.replace(b"Liberation Serif", b"Libertinus Serif") + (said.encode() + b"\n\n") * 4
    with pikepdf.open(BytesIO(typst.compile(page + WORDS * 12))) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                table = _NAMED.sub(change, thing.ToUnicode.read_bytes())
                thing.ToUnicode = pdf.make_stream(_COUNTED.sub(counted, table))
        saved = BytesIO()
        pdf.save(saved)
    imported = read("a.pdf", saved.getvalue())
    accounted(imported)
    return imported


def counted(table: re.Match[bytes]) -> bytes:
    return b"%d beginbfchar%sendbfchar" % (table[1].count(b"<") // 2, table[1])


def nameless(said: str) -> Imported:
    return printed(said, lambda one: b"")


def swapped(one: re.Match[bytes]) -> bytes:
    """What Ghostscript makes of a ligature: low bytes first, and the last two letters of three as their sum."""
    first, *more = [int(one[2][at : at + 4], 16) for at in range(0, len(one[2]), 4)]
    return b"%s<%04X%04X>\n" % (one[1], first << 8, sum(more) << 8)


def paragraphs(imported: Imported) -> list[str]:
    return [text for _, text in imported.clean.of_kind("paragraph")][:4]


def test_a_ligature_without_a_name_is_told_by_its_words():
    imported = nameless(SAID)
    assert paragraphs(imported) == [SAID] * 4
    assert "no name" not in imported.note


def test_one_that_no_word_tells_is_shown_to_be_missing():
    imported = nameless("The zarffon of Quilfixx said so.")
    assert "zar\ufffdon" in imported.clean.text
    assert "no name" in imported.note


def test_ligatures_whose_bytes_a_maker_swapped_are_told_by_the_bytes():
    assert paragraphs(printed(SAID, swapped)) == [SAID] * 4
