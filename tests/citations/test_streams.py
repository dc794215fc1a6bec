"""Streams cover a text once, in order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefs.citations.streams import BODY, streams
from briefs.text.marks import Mark


def test_each_footnote_is_a_stream_and_the_body_is_one() -> None:
    marks = [
        Mark(10, 20, "footnote", {"number": "1"}),
        Mark(25, 30, "footnote", {"number": "2"}),
        Mark(0, 9, "paragraph"),
    ]
    found = streams(40, marks)
    assert [(stream.start, stream.end) for stream in found] == [(0, 10), (10, 20), (20, 25), (25, 30), (30, 40)]
    assert [stream.name == BODY for stream in found] == [True, False, True, False, True]
    assert len({stream.name for stream in found}) == 3


def test_a_note_of_the_caption_is_a_stream() -> None:
    found = streams(9, [Mark(3, 9, "caption", {"part": "note"})])
    assert [stream.name == BODY for stream in found] == [True, False]


@given(st.integers(0, 50), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_streams_tile_the_text(length: int, spans: list[tuple[int, int]]) -> None:
    found = streams(length, [Mark(min(a, b), max(a, b), "footnote") for a, b in spans])
    assert found[0].start == 0
    assert found[-1].end == length
    assert all(one.end == two.start for one, two in pairwise(found))
