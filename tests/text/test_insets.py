"""What stands inside lines: kept apart from the words, and emphasis told in clean places."""

import pytest

from briefs.text.insets import Inset, spread, untangled
from briefs.text.marks import Mark


def test_insets_come_in_order_and_the_first_of_two_that_overlap_stays():
    given = [Inset(9, 12, "b"), Inset(0, 4, "a"), Inset(2, 5, "c"), Inset(4, 4, "d", "page")]
    assert [inset.name for inset in untangled(given)] == ["a", "d", "b"]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 3)], ["one"]),
        ([(0, 3), (4, 7)], ["one two"]),
        ([(4, 7), (0, 3)], ["one two"]),
        ([(0, 4)], ["one"]),
        ([(3, 4)], []),
        ([(8, 18)], ["three", "four"]),
    ],
)
def test_emphasis_is_joined_over_a_space_and_never_leaves_its_block(spans: list[tuple[int, int]], expected: list[str]):
    text = "one two three\n\nfour five"
    blocks = [Mark(0, 13, "paragraph"), Mark(15, 24, "paragraph")]
    assert [text[mark.start : mark.end] for mark in spread(spans, text, blocks)] == [
        words if words != "four" else "fou" for words in expected
    ]
