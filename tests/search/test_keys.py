"""The rows' keys in memory."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefs.search.keys import NAMED, Keys

STEMS = st.integers(-(2**24), 2**24 - 1).map(lambda number: number << 7)
KEYS = st.dictionaries(STEMS, st.integers(0, NAMED), max_size=12)


def sent(keys: dict[int, list[int]]) -> tuple[bytes, bytes]:
    """Keys by the number of their row, as the database sends them."""
    ids = np.array([(pk, len(key)) for pk, key in keys.items()], dtype=">i4").tobytes()
    arrays = b""
    for key in keys.values():
        head = (1, 0, 23, len(key), 1) if key else (0, 0, 23)
        arrays += np.array([*head, *(word for number in key for word in (4, number))], dtype=">i4").tobytes()
    return ids, arrays


@given(st.lists(KEYS, max_size=9), st.integers(0, 9))
def test_every_word_of_every_key_is_told_with_its_row(rows: list[dict[int, int]], cut: int):
    keys = {pk + 1: [stem | grade for stem, grade in row.items()] for pk, row in enumerate(rows)}
    lines = [sent(dict(list(keys.items())[:cut])), sent(dict(list(keys.items())[cut:]))]
    read = Keys.of(lines, np.arange(-1, len(rows)))
    for stem in {stem for row in rows for stem in row} | {0}:
        places, amounts, named = read.told(stem)
        wanted = [at for at, row in enumerate(rows) if row.get(stem, NAMED) < NAMED]
        assert sorted(places.tolist()) == wanted
        assert {at: 2 ** ((rows[at][stem] - 24) / 8) for at in wanted} == dict(
            zip(places.tolist(), amounts.tolist(), strict=True)
        )
        assert sorted(named.tolist()) == [at for at, row in enumerate(rows) if row.get(stem) == NAMED]


def test_rows_that_are_not_among_the_columns_are_left_out():
    read = Keys.of([sent({1: [5], 7: [5], 3: [5]})], np.array([-1, 0, -1, 1]))
    assert sorted(read.told(0)[0].tolist()) == [0, 1]
    assert not len(Keys.of([sent({1: [5]})], np.empty(0, np.int32)).told(0)[0])


def test_no_rows_tell_nothing():
    assert not len(Keys.of([], np.empty(0, np.int32)).told(128)[0])
