"""Which court a name is of: the same answer as the library gives, which looks everywhere in the name."""

import pytest
from courts_db import courts, find_court
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.importers.courts import courts_named

NAMES = sorted({court["name"] for court in courts})


@pytest.mark.parametrize(
    ("name", "court"),
    [
        ("Supreme Court Of The United States", "scotus"),
        ("United States Court Of Appeals For The First Circuit", "ca1"),
        ("United  States Court of Appeals  for the Ninth Circuit", "ca9"),
        ("United States District Court For The District Of Maine", "med"),
    ],
)
def test_a_court_is_known_by_its_name(name: str, court: str):
    assert courts_named(name, bankruptcy=False) == (court,)


@given(
    st.sampled_from(NAMES), st.sampled_from(["", "The ", "In the "]), st.sampled_from(["", ".", " of"]), st.booleans()
)
@settings(max_examples=60, deadline=None)
def test_the_answer_is_the_library_s(name: str, before: str, after: str, bankruptcy: bool):
    whole = f"{before}{name}{after}"
    assert courts_named(whole, bankruptcy=bankruptcy) == tuple(sorted(find_court(whole, bankruptcy=bankruptcy)))
