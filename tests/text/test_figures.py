"""A quick look never says that there is no such run of figures where there is one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.figures import may_have, zeroed

PARTS = st.sampled_from([*"0123456789- .", "x", "é", "“", "§", "三", "٣", "९", "\U0001d7d7", "\ud800", "\u2028"])
TEXTS = st.one_of(st.text(), st.lists(PARTS, max_size=40).map("".join))


@pytest.mark.parametrize(("pattern", "run"), [(r"\d{3}", b"000"), (r"\d-\d\d", b"0-00"), (r"\d{2}\.\d", b"00.0")])
@given(text=TEXTS)
def test_what_a_pattern_finds_is_never_denied(pattern: str, run: bytes, text: str):
    assert may_have(text, run) or not re.search(pattern, text)


def test_a_text_of_other_runs_has_none():
    assert not may_have("Filed on 12 May 1998, “No. 12-345”.", b"000-0000", b"000000000")
    assert may_have("Call 555-2671.", b"0000000", b"000-0000")


def test_figures_of_another_alphabet_are_not_told():
    assert zeroed("A 12 “b” § 3 é") == "A 00 “b” § 0 é".encode()
    assert zeroed("٣٤٥") is None
