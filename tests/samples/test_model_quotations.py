"""Every quotation of the three model briefs stands where the briefs say, and with one word changed it does not."""

import random
import re
import tomllib
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.nearest import nearest
from briefs.text.normalise import Clean, normalise
from briefs.text.quotes import find_quotation

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"

MODEL = tomllib.loads(Path(__file__).with_name("model_quotations.toml").read_text(encoding="utf-8"))
TOLD = [(name, place, quote) for name, places in MODEL.items() for place, quotes in places.items() for quote in quotes]
every_quotation = pytest.mark.parametrize(
    ("name", "place", "quote"), TOLD, ids=[f"{name} {place} {quote[:24]}" for name, place, quote in TOLD]
)
any_quotation = st.sampled_from([row for row in TOLD if len(row[2].split()) > 2])


@cache
def opinion(name: str) -> Clean:
    return normalise((SAMPLES / f"{name}.txt").read_bytes().decode())


def places(name: str, quote: str) -> list[str]:
    """Where a quotation stands: “para. 3”, “fn. 14”."""
    signs = {"paragraph": "para.", "footnote": "fn."}
    blocks = sorted((mark for mark in opinion(name).marks if mark.kind in signs), key=lambda mark: mark.start)
    starts = [mark.start for mark in blocks]
    found = [blocks[bisect_right(starts, start) - 1] for start, _ in find_quotation(quote, opinion(name).text)]
    return [f"{signs[mark.kind]} {mark.data['number']}" for mark in found]


@every_quotation
def test_a_quotation_of_the_model_briefs_stands_where_they_say(name, place, quote):
    assert place in places(name, quote)


def other_word(word: str, name: str, rng: random.Random) -> str:
    """A word of the opinion that is none of those quoted, in the same case."""
    held = sorted({one.lower() for one in re.findall(r"[^\W\d_]{2,}", opinion(name).text)} - {word.lower()})
    chosen = rng.choice(held)
    return chosen.title() if word[:1].isupper() else chosen


@given(any_quotation, st.randoms(use_true_random=False))
def test_with_any_one_word_changed_it_is_not_found_there(row, rng):
    name, place, quote = row
    words = [match.span() for match in re.finditer(r"[^\W\d_]{2,}", quote)]
    start, end = rng.choice(words)
    changed = quote[:start] + other_word(quote[start:end], name, rng) + quote[end:]
    assert place not in places(name, changed), changed


@given(any_quotation, st.randoms(use_true_random=False))
def test_with_a_word_left_out_put_in_or_exchanged_it_is_not_found_there(row, rng):
    name, place, quote = row
    words = quote.split()
    at = rng.randrange(1, len(words) - 1)
    left_out = [*words[:at], *words[at + 1 :]]
    put_in = [*words[:at], other_word(words[at], name, rng), *words[at:]]
    for changed in (left_out, put_in):
        assert place not in places(name, " ".join(changed)), changed
    if words[at].lower() != words[at - 1].lower():
        exchanged = [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]]
        assert place not in places(name, " ".join(exchanged)), exchanged


MARKS = [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'")]


@given(
    any_quotation,
    st.sampled_from(MARKS),
    st.sampled_from(["'", "’", "ʼ"]),
    st.sampled_from([" ", "  ", "\n", "\u00a0"]),
)
def test_the_style_of_marks_and_spaces_is_all_one(row, marks, apostrophe, space):
    name, place, quote = row
    quote = re.sub(r"(?<=\w)['’](?=\w)", apostrophe, quote).replace("“", marks[0]).replace("”", marks[1])
    assert place in places(name, space.join(quote.split()))


@given(any_quotation, st.sampled_from([" . . . ", " ... ", " … ", " …. "]), st.randoms(use_true_random=False))
def test_points_of_suspension_stand_for_any_words_inside(row, points, rng):
    name, place, quote = row
    words = quote.split()
    if len(words) < 8:
        return
    first = rng.randrange(3, len(words) - 4)
    last = rng.randrange(first + 1, len(words) - 3)
    assert place in places(name, " ".join(words[:first]) + points + " ".join(words[last:]))


@given(any_quotation)
def test_the_first_letter_may_be_altered_in_brackets(row):
    name, place, quote = row
    assert place in places(name, f"[{quote[0].swapcase()}]{quote[1:]}")


@given(any_quotation, st.randoms(use_true_random=False))
def test_the_number_of_a_note_glued_to_a_word_hides_nothing(row, rng):
    name, place, quote = row
    gaps = [before.end() for before, _ in pairwise(re.finditer(r"[^\W\d_]{3,}", quote)) if quote[before.end()] == " "]
    if not gaps:
        return
    at = rng.choice(gaps)
    assert place in places(name, f"{quote[:at]}{rng.choice(['1', '14', '²', '³⁴'])}{quote[at:]}")


@given(any_quotation, st.randoms(use_true_random=False))
def test_the_nearest_words_to_one_with_a_word_changed_are_the_true_ones(row, rng):
    name, _, quote = row
    words = [match.span() for match in re.finditer(r"[^\W\d_]{2,}", quote)]
    if len(words) < 8:
        return
    start, end = rng.choice(words)
    changed = quote[:start] + other_word(quote[start:end], name, rng) + quote[end:]
    near = nearest(changed, [opinion(name).text])
    assert near
    true = find_quotation(quote, opinion(name).text)
    assert any(min(b, near.end) - max(a, near.start) > (b - a) / 2 for a, b in true)
