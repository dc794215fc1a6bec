"""Headings as blocks: a number and its words are one, the first line of a paragraph is none."""

import pytest

from briefs.text.normalise import normalise

LEAD = "PAEZ, Circuit Judge:\n\nThe petition is denied because the record does not compel another result at all.\n\n"
AFTER = "\n\nThe record was made before the immigration judge, and it was the Board that left it standing.\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("I.\n\nBACKGROUND", ["I. BACKGROUND"]),
        ("I.\n\nA.\n\nFacts", ["I.", "A. Facts"]),
        ("II. Discussion", ["II. Discussion"]),
        ("ii. Interference with State Policymaking", ["ii. Interference with State Policymaking"]),
        ("On April 26, 2001, Sokrat and Kristi Nako Arrived in", []),
    ],
)
def test_a_heading_is_what_is_set_and_worded_like_one(title: str, expected: list[str]):
    assert [words for _, words in normalise(f"{LEAD}{title}{AFTER}").of_kind("heading")] == expected
