"""The words that come nearest to a quotation that is not true."""

import pytest

from briefs.text.nearest import nearest

OPINION = (
    "The Board found no nexus. It erred. The consular report is unreliable, and cannot contribute to a finding of "
    "substantial evidence. The alien must have sufficient knowledge that his or her actions may assist in persecution."
)
DISSENT = "I would hold that the record compels no other result."


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("the consular report was unreliable", "The consular report is unreliable"),
        ("report is unreliable and may contribute", "report is unreliable, and cannot contribute"),
        ("found no nexus whatever", "found no nexus"),
        ("the record compels another result", "the record compels no other result"),
        (
            "must have ... sufficient knowledge that her deeds may assist",
            "must have sufficient knowledge that his or her actions may assist",
        ),
    ],
)
def test_the_nearest_words_are_found(quote, words):
    texts = [OPINION, DISSENT]
    near = nearest(quote, texts)
    assert near
    assert texts[near.text][near.start : near.end] == words
    assert 0 < near.likeness <= 1


@pytest.mark.parametrize("quote", ["wholly different matters", "the of and", "…", "", "[…]", "no"])
def test_what_is_like_nothing_has_no_nearest_words(quote):
    assert nearest(quote, [DISSENT.replace("no ", ""), ""]) is None


def test_no_text_has_no_nearest_words():
    assert nearest("the consular report", []) is None
