"""An anchor follows its words, and never settles on the wrong ones silently."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefs.text.anchor import describe, locate

TEXT = (
    "The respondent testified that he had a well-founded fear. The judge found that the fear was real. "
    "On appeal the Board agreed that the fear was real, but denied relief as a matter of discretion. "
    "We conclude that the denial rested on conjecture, which is not a substitute for substantial evidence."
)


def anchor_of(words, text=TEXT, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return describe(text, start, start + len(words))


@pytest.mark.parametrize(
    ("after", "status"),
    [
        (TEXT, "placed"),
        ("Held: " + TEXT, "moved"),
        (TEXT.replace("well-founded ", ""), "moved"),
        (TEXT.replace("rested on conjecture", "rested upon conjectures"), "suspect"),
        ("An entirely different opinion about the tax treatment of farm income.", "orphan"),
        ("", "orphan"),
    ],
)
def test_an_anchor_follows_its_words(after, status):
    place = locate(after, anchor_of("the denial rested on conjecture"))
    assert place.status == status
    if status in ("placed", "moved"):
        assert after[place.start : place.end] == "the denial rested on conjecture"


def test_of_two_like_passages_the_one_in_the_same_surroundings_is_meant():
    anchor = anchor_of("the fear was real", nth=1)
    place = locate("Added before. " + TEXT, anchor)
    assert place.status == "moved"
    assert place.start == len("Added before. ") + TEXT.index("the fear was real, but")


def test_words_that_stand_in_two_equally_likely_places_are_suspect():
    anchor = describe("xx the same words yy", 3, 17)
    assert locate("a the same words b. c the same words d.", anchor).status == "suspect"


def test_a_passage_without_words_cannot_be_described():
    with pytest.raises(ValueError, match="must have words"):
        describe(TEXT, 5, 5)


LETTERS = st.text(alphabet=st.sampled_from("abcde fgh\u0301é🙂אب.\n"), min_size=1, max_size=40)


@given(LETTERS, LETTERS, LETTERS, LETTERS)
def test_text_that_grows_or_shrinks_before_or_after_never_moves_an_anchor_to_other_words(before, quote, after, edit):
    assume(quote.strip())
    old, new = before + quote + after, edit + quote + after
    place = locate(new, describe(old, len(before), len(before) + len(quote)))
    if place.status in ("placed", "moved"):
        assert new[place.start : place.end] == quote


@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_any_two_texts_give_an_answer_inside_the_new_text(old, new):
    place = locate(new, describe(old, 0, len(old)))
    assert 0 <= place.start <= place.end <= len(new)
