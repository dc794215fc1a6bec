"""Reading in a process of its own: the same result, and limits that hold."""

import io
import os
import signal
import zipfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from briefs.importers import LIMIT, Imported, Unreadable, apart, read, read_apart, reader
from briefs.importers.apart import packed, unpacked
from tests.importers.press.page import page
from tests.importers.press.typst_pdf import slip
from tests.importers.press.word import word

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"


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
    large = "<html><body>" + "<p>word <i>word</i> <b>word</b></p>" * 20_000
    with pytest.raises(Unreadable, match=r"memory|broke the program"):
        read_apart("a.html", large.encode(), megabytes=40)


def test_a_reader_that_is_killed_for_memory_is_told_from_one_that_works_too_long(monkeypatch: pytest.MonkeyPatch):
    call = {"name": "a.pdf", "limit": 1, "seconds": 60, "wait": 60, "megabytes": 64, "size": 0}
    monkeypatch.setattr(reader, "_child", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    assert reader._read_in_a_fork(call, b"") == (apart.NO_MEMORY, b"")
    assert reader._read_in_a_fork(call | {"seconds": 0}, b"") == (apart.TOO_LONG, b"")


def test_a_file_that_needs_more_than_its_processor_time_is_stopped():
    deep = "<html><body>" + "<p>word <i>word</i> <b>word</b></p>" * 60_000
    with pytest.raises(Unreadable, match="longer than 1 seconds"):
        read_apart("a.html", deep.encode(), seconds=1)


def test_a_reader_that_is_gone_is_replaced():
    read_apart("a.html", page("kaptsov"))
    reader = apart._readers.idle[-1]
    reader.process.kill()
    reader.process.wait()
    assert read_apart("a.html", page("kaptsov")) == read("a.html", page("kaptsov"))
    assert reader not in apart._readers.idle


def test_one_reader_reads_file_after_file_and_a_bad_one_does_not_harm_the_next():
    read_apart("a.html", page("kaptsov"))
    reader = apart._readers.idle[-1]
    with pytest.raises(Unreadable, match=r"longer than 0\.01 seconds"):
        read_apart("a.pdf", slip("balachova", "small"), seconds=0.01)
    assert read_apart("a.html", page("kaptsov")).raw == read("a.html", page("kaptsov")).raw
    assert apart._readers.idle[-1] is reader


def test_files_are_read_at_once_each_by_a_reader_of_its_own():
    pages = {name: page(name) for name in ("kaptsov", "balachova", "chouchkov")}
    with ThreadPoolExecutor(3) as threads:
        read_at_once = threads.map(lambda one: read_apart("a.html", one), pages.values())
        assert [one.raw for one in read_at_once] == [read("a.html", one).raw for one in pages.values()]


def test_a_forked_process_has_readers_of_its_own():
    read_apart("a.html", page("kaptsov"))
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        theirs, readers = pool.submit(_read_in_a_fork).result()
    assert theirs == read("a.html", page("kaptsov"))
    assert readers == 1
    assert read_apart("a.html", page("kaptsov")) == theirs


def _read_in_a_fork() -> tuple[Imported, int]:
    return read_apart("a.html", page("kaptsov")), len(apart._readers.idle)


def test_a_bomb_is_refused_before_it_is_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"<a>" + b"x" * 30_000_000)
    with pytest.raises(Unreadable, match="unpacks to more"):
        read_apart("a.docx", out.getvalue())


@pytest.mark.parametrize("before", [b" " * 1100, b"Words, then <p>tags. "], ids=["behind white space", "by its name"])
def test_whatever_is_read_as_markup_is_read_apart(before: bytes):
    with pytest.raises(Unreadable, match=r"longer than 0\.01 seconds"):
        read_apart("a.html", before + page("kaptsov") * 100, seconds=0.01)
