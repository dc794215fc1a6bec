"""Any bytes at all: an opinion, or a sentence that says why not, in good time."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.importers import FORMATS, LIMIT, Unreadable, read

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n ", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", "\u202e\u200b".encode(), "no words"),
        ("a.txt", b"... 123 ---", "no words"),
        ("a.txt", b"words and\x00more", "NUL"),
        ("a.txt", bytes(range(256)) * 40, "not plain text"),
        ("a.txt", b"\x01\x02\x03\x04\x05word " * 60, "control characters"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.txt", b"PK\x03\x04....", "Word document"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.txt", b"word\n" * 100_100, "lines"),
        ("a.txt", b"a" * (LIMIT + 1), "larger than 10 MB"),
        ("a.txt", b"word " * 900_000, "characters"),
        ("a.json", b"{", "not valid JSON"),
        ("a.json", b"[" * 10_000, "not valid JSON"),
        ("a.json", b'{"a": 1}', "not one opinion record"),
        ("a.json", b"[]", "not one opinion record"),
        ("a.json", b'{"plain_text": ""}', "no text"),
        ("a.json", b'{"plain_text": "a\\u0000b"}', "NUL"),
        ("a.json", b'{"plain_text": "a\\ud800b"}', "broken characters"),
        ("a.json", b'{"plain_text": 5}', "no text"),
        ("a.json", b"\xff\xfe{", "not UTF-8"),
        ("a.json", b'{"plain_text": ' + b"9" * 5000 + b"}", "JSON"),
    ],
)
def test_what_is_no_opinion_is_refused_with_a_sentence(name, content, says):
    with pytest.raises(Unreadable, match=says) as refusal:
        read(name, content)
    assert str(refusal.value)[0].isupper()
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    "content",
    [
        b"a" * LIMIT,
        b"a" * 3_900_000,
        b"word " * 700_000,
        b"word\n" * 99_000,
        b"w" + b"(" * 10_000,
        b"w" + b"\n" * 99_000,
        b"<div>" * 100_000,
        b"1 A.\n____\n" * 40_000,
        json.dumps({"plain_text": "", "html": "<b><i><blockquote>" * 100_000 + "word"}).encode(),
        json.dumps({"plain_text": "", "html": "<p>a<sup>1</sup>" * 50_000}).encode(),
        json.dumps({"plain_text": "", "html": "<" * 100_000 + "![word"}).encode(),
    ],
    ids=range(11),
)
def test_a_monster_is_read_or_refused(content):
    try:
        assert read("x.json" if content.startswith(b"{") else "x.txt", content).raw
    except Unreadable:
        pass


STARTS = st.sampled_from(
    [
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"<html><body>",
        b"<p>",
        b'{"casebody": ',
        b'{"plain_text": "',
        b"<?xml version='1.0'?>",
    ]
)


def test_the_limit_can_be_set():
    with pytest.raises(Unreadable, match="larger than"):
        read("a.txt", b"word " * 100, limit=99)


@given(
    st.one_of(st.binary(max_size=300), st.builds(bytes.__add__, STARTS, st.binary(max_size=300))),
    st.sampled_from(["a.txt", "a.json", "a.html", "a.pdf", "a.docx", "a", ""]),
)
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(content, name):
    try:
        imported = read(name, content)
    except Unreadable:
        return
    assert imported.clean.pieces[-1].raw_end == len(imported.raw)


def test_hostile_text_is_only_text():
    imported = read("a.txt", "<script>alert(1)</script> \u202edeen\u202c a\u0007b {{ x }}.\n".encode())
    assert imported.clean.text == "<script>alert(1)</script> deen ab {{ x }}."
    names = [piece.name for piece in imported.clean.pieces]
    assert names.count("bidi-control") == 2
    assert names.count("control-character") == 1


def test_the_same_bytes_give_the_same_opinion():
    content = (SAMPLES / "kaptsov.txt").read_bytes()
    assert read("kaptsov.txt", content) == read("other.txt", content)


def test_every_format_says_what_it_claims():
    def claiming(name: str, content: bytes) -> list[str]:
        return [form.__name__.rpartition(".")[2] for form in FORMATS if form.claims(name, content)]

    assert claiming("a.json", b"{}") == ["courtlistener", "txt"]
    assert claiming("a.json", b'{"casebody": {}}') == ["cap", "courtlistener", "txt"]
    assert claiming("a.txt", b"words") == ["txt"]
    assert claiming("a.txt", b"%PDF-1.7") == ["pdf", "txt"]
    assert claiming("a.docx", b"PK\x03\x04") == ["docx", "txt"]
    assert claiming("a", b"<html><body>") == ["html", "txt"]


@pytest.mark.parametrize(
    ("name", "content", "note"),
    [
        ("a.pdf", b"PAEZ, Circuit Judge:\n\nDenied.\n", "name ends in .pdf, but it is plain text"),
        ("a.txt", b"<html><body><p>Denied by the court.</p></body></html>", "name ends in .txt, but it is HTML"),
        ("a.html", b'{"resource_uri": "", "plain_text": "Denied."}', "name ends in .html, but it is a record in JSON"),
        ("a.txt", b"Denied by the court.", ""),
        ("a.dat", b"Denied by the court.", ""),
    ],
)
def test_a_file_is_known_by_its_bytes_and_a_wrong_name_is_said(name, content, note):
    said = read(name, content).note
    assert note in said
    assert bool(said) is bool(note)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="The corpus of real opinions is not on this machine.")
def test_every_opinion_of_the_corpus_is_read_or_refused_with_a_sentence():
    refused = {}
    for path in sorted(CORPUS.glob("*.json"))[::6]:
        try:
            imported = read(path.name, path.read_bytes())
        except Unreadable as refusal:
            refused[path.name] = str(refusal)
        else:
            assert any(mark.kind == "paragraph" for mark in imported.clean.marks), path.name
    assert not refused
