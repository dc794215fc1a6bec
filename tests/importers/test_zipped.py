"""ZIP archives: every file by itself, and none that is wrong stops the rest."""

import io
import zipfile

import pytest

from briefs.importers import Unreadable, entries, is_archive, read
from tests.importers.press.word import word


def archive(*members: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


def locked(content: bytes) -> bytes:
    """An archive whose members say that they are encrypted."""
    changed = bytearray(content)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = changed.find(sign)
        changed[start + at] |= 1
    return bytes(changed)


def test_every_file_comes_with_its_path_and_bytes_in_order():
    content = archive(("b/two.txt", b"two"), ("a.txt", b"one"), ("__MACOSX/._a.txt", b"litter"), ("b/", b""))
    assert [(one.path, one.content, one.why) for one in entries("x.zip", content)] == [
        ("b/two.txt", b"two", ""),
        ("a.txt", b"one", ""),
    ]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("../../evil.txt", b"x", "leads out"),
        ("/etc/passwd", b"x", "leads out"),
        ("C:\\evil.txt", b"x", "leads out"),
        ("a\\..\\..\\b.txt", b"x", "leads out"),
        ("inner.zip", archive(("a.txt", b"x")), "inside the ZIP archive"),
        ("inner.txt", archive(("a.txt", b"x")), "inside the ZIP archive"),
        ("bomb.txt", b"a" * 3_000_000, "200 times"),
    ],
    ids=["up", "absolute", "drive", "backslashes", "nested", "nested under another name", "bomb"],
)
def test_a_file_that_may_not_be_unpacked_gets_its_sentence_and_the_rest_come(name: str, content: bytes, says: str):
    found = list(entries("x.zip", archive(("first.txt", b"one"), (name, content), ("last.txt", b"two"))))
    assert [one.content for one in found] == [b"one", None, b"two"]
    assert says in found[1].why
    assert found[1].why.endswith(".")


def test_what_is_past_the_limits_is_said_file_by_file():
    content = archive(*((f"{n}.txt", bytes([65 + n]) * 400) for n in range(5)), packing=zipfile.ZIP_STORED)
    found = list(entries("x.zip", content, most_bytes=1000))
    assert [one.content is None for one in found] == [False, False, True, True, True]
    assert "past the limit" in found[-1].why
    assert ["larger than" in one.why for one in entries("x.zip", content, most_of_one=399)] == [True] * 5
    with pytest.raises(Unreadable, match="holds 5 files"):
        list(entries("x.zip", content, most_files=4))


def test_a_header_that_lies_about_the_size_unpacks_no_more_than_is_taken():
    content = bytearray(archive(("a.txt", bytes(range(256)) * 400), packing=zipfile.ZIP_DEFLATED))
    at = content.find(b"PK\x01\x02")
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    (found,) = entries("x.zip", bytes(content), most_of_one=5000)
    assert found.content is None
    assert found.why.endswith(".")


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"PK\x03\x04 noise", "damaged"), (archive(("a.txt", b"x"))[:30], "damaged"), (archive(), "no files")],
    ids=["noise", "truncated", "empty"],
)
def test_an_archive_that_cannot_be_opened_gets_its_sentence(content: bytes, says: str):
    with pytest.raises(Unreadable, match=says):
        list(entries("x.zip", content))


def test_an_encrypted_file_gets_its_sentence():
    (found,) = entries("x.zip", locked(archive(("a.txt", b"words"))))
    assert found.content is None
    assert "encrypted" in found.why


def test_an_archive_is_told_from_a_word_file():
    assert is_archive(archive(("a.txt", b"x")))
    assert not is_archive(word("kaptsov"))
    with pytest.raises(Unreadable, match="one by one"):
        read("opinions.zip", archive(("a.txt", b"x")))
