"""A PDF's objects as bytes: what is cut apart goes together again, and words in strings stay words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.exporters.packets.linking import leaf
from briefs.exporters.packets.objects import cut, listed, numbered, objects_of, parted, plain, reached, referred, text


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        (b"<</K[1 0 R]>>", [b"<</K[1 0 R]>>"]),
        (b"<</T(a)/P 1 0 R>>", [b"<</T", b"(a)", b"/P 1 0 R>>"]),
        (b"<</T(a (b) c)>>", [b"<</T", b"(a (b) c)", b">>"]),
        (rb"<</T(a \( b \\)/K 2>>", [b"<</T", rb"(a \( b \\)", b"/K 2>>"]),
        (b"<</T()/U(x)>>", [b"<</T", b"()", b"/U", b"(x)", b">>"]),
    ],
)
def test_strings_are_told_from_words(head: bytes, parts: list[bytes]):
    assert parted(head) == parts


@given(st.lists(st.sampled_from([b"12 0 R", b"/K", b"[3 0 R 4 0 R]", b"(7 0 R)", b"(a\\))", b"(b (5 0 R))", b" 612 "])))
def test_what_is_cut_goes_together_again_with_other_numbers(pieces: list[bytes]):
    head = b"<<" + b"".join(pieces) + b">>"
    outside = [piece for at, piece in enumerate(parted(head)) if at % 2 == 0]
    told = numbered(cut(plain(head)), {number: b"%d 0 R" % (number + 100) for number in range(100)})
    want = [re.sub(rb"(\d+) 0 R", lambda found: b"%d 0 R" % (int(found[1]) + 100), piece) for piece in outside]
    got = [piece for at, piece in enumerate(parted(told)) if at % 2 == 0]
    assert got == want
    strings = [piece for at, piece in enumerate(parted(told)) if at % 2]
    assert [one.replace(b"\\122", b"R") for one in strings] == [one for at, one in enumerate(parted(head)) if at % 2]


def test_a_list_that_holds_more_than_objects_is_refused():
    assert listed(b"<</Kids[1 0 R 22 0 R]>>", b"/Kids") == [1, 22]
    assert listed(b"<</Kids[]>>", b"/Kids") == []
    with pytest.raises(ValueError, match="more than objects"):
        listed(b"<</Kids[1 0 R null]>>", b"/Kids")
    with pytest.raises(ValueError, match="no /Pages"):
        referred(b"<</Type/Catalog>>", b"/Pages")


def test_what_an_object_leads_to_is_reached_once():
    objects = {1: (b"<</A 2 0 R/B 3 0 R>>", None), 2: (b"<</C 3 0 R>>", b"x"), 3: (b"[1 0 R]", None), 4: (b"(2)", None)}
    assert sorted(reached(objects, [1])) == [1, 2, 3]


def test_a_file_without_a_plain_table_is_refused():
    with pytest.raises(ValueError, match="no table"):
        objects_of(b"%PDF-1.7\n")


def test_names_are_read_from_their_one_leaf():
    head = b"<</Lang(en)/Names<</Dests<</Names[(a)1 0 R(b)2 0 R]>>>>/Other(c)>>"
    assert leaf(head, b"/Dests<</Names[") == {b"a": b"1 0 R", b"b": b"2 0 R"}
    assert leaf(b"<</Lang(en)>>", b"/Dests<</Names[") == {}
    with pytest.raises(ValueError, match="not in one leaf"):
        leaf(b"<</Names<</Dests<</Kids[1 0 R]>>>>>>", b"/Dests<</Names[")


@pytest.mark.parametrize("words", ["Tab 1. Kaptsov", "(", "Грузия \\ 北京", "\U0001f600"])
def test_a_string_has_any_letters(words: str):
    told = text(words)
    assert bytes.fromhex(told.decode()[5:-1]).decode("utf-16-be") == words
