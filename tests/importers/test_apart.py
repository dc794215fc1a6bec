"""Reading in a process of its own: the same result, and limits that hold."""

import io
import zipfile
from pathlib import Path

import pytest

from briefs.importers import LIMIT, Unreadable, read, read_apart
from briefs.importers.apart import packed, unpacked
from tests.importers.press.page import page
from tests.importers.press.typst_pdf import slip
from tests.importers.press.word import word

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"
pytestmark = pytest.mark.xdist_group("press")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", slip("kaptsov", "small")),
        ("a.docx", word("kaptsov")),
        ("a.html", page("kaptsov")),
        ("a.txt", (SAMPLES / "kaptsov.txt").read_bytes()),
    ],
    ids=["pdf", "docx", "html", "txt"],
)
def test_it_reads_what_read_reads(name: str, content: bytes):
    imported = read(name, content)
    assert read_apart(name, content) == imported
    assert unpacked(packed(imported)) == imported


def test_a_refusal_comes_back_as_its_sentence():
    with pytest.raises(Unreadable, match="damaged or cut off"):
        read_apart("a.pdf", b"%PDF-1.7 nothing")
    with pytest.raises(Unreadable, match="larger than"):
        read_apart("a.pdf", b"%PDF-1.7" + b"x" * LIMIT)


def test_a_file_that_takes_too_long_is_stopped():
    with pytest.raises(Unreadable, match=r"longer than 0\.05 seconds"):
        read_apart("a.pdf", slip("balachova", "small"), seconds=0.05)


def test_a_file_that_takes_too_much_memory_is_stopped():
    with pytest.raises(Unreadable, match=r"memory|broke the program"):
        read_apart("a.html", page("balachova"), megabytes=40)


def test_a_file_that_needs_more_than_its_processor_time_is_stopped():
    deep = "<html><body>" + "<p>word <i>word</i> <b>word</b></p>" * 60_000
    with pytest.raises(Unreadable, match="longer than 1 seconds"):
        read_apart("a.html", deep.encode(), seconds=1)


def test_a_bomb_is_refused_before_it_is_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"<a>" + b"x" * 30_000_000)
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_apart("a.docx", out.getvalue())
