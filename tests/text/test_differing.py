"""What stayed, what was added, what was taken."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.differing import differing

prose = st.text("ab, \n“\"'’.", max_size=60)


@pytest.mark.parametrize(
    ("old", "new", "stretches"),
    [
        ("", "", []),
        ("the fear", "the fear", [("same", "the fear")]),
        ("", "the fear", [("added", "the fear")]),
        ("the fear", "", [("taken", "the fear")]),
        (
            "the fear was real",
            "the fear is real",
            [("same", "the fear "), ("taken", "was "), ("added", "is "), ("same", "real")],
        ),
        ("a real fear", "a fear", [("same", "a "), ("taken", "real "), ("same", "fear")]),
        ("the fear", "the fear.", [("same", "the fear"), ("added", ".")]),
        # White space and the style of quotation marks are no difference.
        ("the  “fear”", 'the "fear"', [("same", 'the "fear"')]),
        # A word that both have by chance between longer changes holds nothing together.
        ("a b c the d e f", "u v w the x y z", [("taken", "a b c the d e f"), ("added", "u v w the x y z")]),
        # A paragraph put in between two others leaves them whole.
        ("One.\n\nTwo.", "One.\n\nNew.\n\nTwo.", [("same", "One.\n\n"), ("added", "New.\n\n"), ("same", "Two.")]),
    ],
)
def test_words_are_told_apart(old, new, stretches):
    assert differing(old, new) == stretches


@given(prose, prose)
def test_what_is_not_taken_is_the_new_text_and_what_is_not_added_the_old_one(old, new):
    stretches = differing(old, new)
    assert "".join(words for kind, words in stretches if kind != "taken") == new
    before = "".join(words for kind, words in stretches if kind != "added")
    folded = str.maketrans("“’", "\"'", " \n")
    assert before.translate(folded) == old.translate(folded)


@given(prose)
def test_a_text_does_not_differ_from_itself(text):
    assert [kind for kind, _ in differing(text, text)] == (["same"] if text else [])


@given(prose, prose)
def test_kinds_alternate_and_no_stretch_is_empty(old, new):
    kinds = [kind for kind, words in differing(old, new) if words]
    assert len(kinds) == len(differing(old, new))
    assert all(one != other for one, other in pairwise(kinds))
