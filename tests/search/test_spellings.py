"""Words as others spell them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.search.spellings import otherwise


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("labour", "labor"),
        ("favourable behaviour", "favorable behavior"),
        ("recognised", "recognized"),
        ("organisation", "organization"),
        ("analysed", "analyzed"),
        ("defence", "defense"),
        ("Judgement", "judgment"),
        ("gaol", "jail"),
        ("co-defendant", "codefendant"),
        ("non-citizen", "noncitizen"),
        ("nonresident", "non-resident"),
        ("wellfounded", "well-founded"),
        # spelt so everywhere
        ("four hours of our tour", ""),
        ("otherwise advised exercise of premises", ""),
        ("raised a promise", ""),
        ("court record present contract", ""),
        ("self", ""),
        ("none", ""),
        ("Elias-Zacarias", ""),
        ("02-70755", ""),
        ("", ""),
    ],
)
def test_a_word_is_spelt_as_others_spell_it(typed: str, spelt: str):
    assert otherwise(typed) == spelt


@given(st.text(max_size=40))
def test_any_line_may_be_spelt_otherwise(typed: str):
    assert otherwise(typed) != typed or not typed
