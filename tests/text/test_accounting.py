"""Any text at all: every raw character is accounted for, and in good time."""

from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.text.marks import BLOCKS
from briefs.text.normalise import normalise

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"


def raw_of(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_bytes().decode()


LINES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "",
            "   ",
            "    12",
            "-3-",
            "________",
            "1 A note begins.",
            "¹ A raised note.",
            "A. Heading",
            "BACKGROUND",
            "PER CURIAM.",
            "SMITH, Circuit Judge:",
            "Smith v. Jones, No. 12-345",
            "He said:",
            "     set in further",
            "a word bro-",
            "ken here.2",
            "*so* and *506",
            "\u202eleft\u202c",
            "tab\tand  spaces &amp; more",
            "8 U.S.C. &sect;&nbsp;1158 &#8220;x&#8221; &#8238; &#0000; &bogus;",
            "the quick brown fox jumps over the lazy dog and so on and on",
            "[*2] a page. n1",
            "*507",
            "508*508 and on.[FN1]",
            "n1 A note.",
            "[FN1] A note.",
            "FOOTNOTES",
            "- - - End Footnotes - - -",
            "> the fox",
            ">",
            "From: a@example.org",
            "To: b",
            "Subject: c",
            "SMITH,      )    No. 12-345",
            "     v.     )",
            "JONES,            No. 12-345",
            "OPINION:  SMITH, Circuit Judge:",
            "All Citations",
            "5 SMITH V. JONES",
            "SMITH V. JONES 6",
            "the o\ufb03ce of the sta\ufb00 was well\xadfounded",
            "a \ufb01rst\xadhand account of the con\ufb02ict and its self\xad",
        ]
    ),
)
LAYOUTS = st.builds(
    lambda lines, breaks: "".join(line + end for line, end in zip(lines, breaks, strict=False)),
    st.lists(LINES, max_size=40),
    st.lists(
        st.sampled_from(["\n", "\n\n", "\r\n", "\f", "\r", "\n\n\n\n", "\x0b", "\u2028"]), min_size=40, max_size=40
    ),
)

# What is written for a sign that stands for others.
STANDS_FOR = {
    "entity": lambda sign: unescape(sign).replace("\xa0", " "),
    "ligature": {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
                 "\ufb05": "st", "\ufb06": "st"}.get,
    "hyphen-sign": {"\xad": "-"}.get,
}  # fmt: skip


def check(raw: str) -> None:
    clean = normalise(raw)
    assert normalise(raw) == clean
    at = 0
    taken = []
    for piece in clean.pieces:
        assert (piece.raw_start, piece.raw_end > at) == (at, True)
        at = piece.raw_end
        if piece.name == "text":
            assert raw[piece.raw_start : piece.raw_end] == clean.text[piece.clean_start : piece.clean_end]
            taken.append((piece.clean_start, piece.clean_end))
            for offset in {piece.clean_start, piece.clean_end - 1}:
                assert clean.to_clean(clean.to_raw(offset)) == offset
        else:
            written = clean.text[piece.clean_start : piece.clean_end]
            if piece.name in STANDS_FOR:
                assert written == STANDS_FOR[piece.name](raw[piece.raw_start : piece.raw_end])
                taken.append((piece.clean_start, piece.clean_end))
            else:
                assert written in ("", " ", "\n", "\n\n")
            assert clean.to_clean(piece.raw_start) is None
    assert at == len(raw)
    end = 0
    for start, stop in sorted(taken):
        assert start >= end
        assert not clean.text[end:start].strip("\n ")
        end = stop
    end = -1
    for mark in clean.marks:
        assert 0 <= mark.start <= mark.end <= len(clean.text)
        if mark.kind in BLOCKS:
            assert mark.start > end or end < 0
            assert mark.start < mark.end
            assert "\n\n" not in clean.text[mark.start : mark.end]
            end = mark.end
    lost = [char for piece in clean.pieces if piece.name == "text" for char in raw[piece.raw_start : piece.raw_end]]
    assert not set("\x00\x0b\x0c\u202e\u202a\u200b") & set(lost)


@given(st.one_of(LAYOUTS, st.text(st.characters(codec=None), max_size=200)))
@settings(max_examples=250, deadline=None)
def test_every_raw_character_is_accounted_for_whatever_the_text(raw):
    check(raw)


@pytest.mark.parametrize("name", ["kaptsov", "chouchkov", "balachova"])
@pytest.mark.parametrize("change", [str, lambda raw: raw.replace("\n", "\r\n"), lambda raw: raw[: len(raw) // 2]])
def test_every_raw_character_of_the_samples_is_accounted_for(name, change):
    check(change(raw_of(name)))


@pytest.mark.parametrize(
    "raw",
    [
        "(" * 10_000,
        "word " * 200_000,
        "\n" * 500_000,
        "a.1 " * 100_000,
        "*a " * 100_000,
        "a-\n" * 6_000,
        "1\n\n" * 20_000,
    ],
)
def test_monsters_are_read_in_no_time_and_lose_nothing(raw):
    clean = normalise(raw)
    assert sum(piece.raw_end - piece.raw_start for piece in clean.pieces) == len(raw)
