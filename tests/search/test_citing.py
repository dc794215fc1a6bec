"""Which rows cite which authorities."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefs.search.citing import gathered
from briefs.search.columns import Columns
from tests.search.test_facets import row


@given(st.data())
def test_the_most_cited_are_those_one_counts_by_hand_however_many_authorities_there_are(data):
    cited = st.lists(st.integers(1, 400), unique=True, max_size=8)
    rows = [row(n + 1, authority_ids=sorted(data.draw(cited))) for n in range(data.draw(st.integers(0, 40)))]
    kept = Columns.of(rows)
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows))), dtype=bool)
    counts = Counter(pk for one, here in zip(rows, mask, strict=True) if here for pk in one.authority_ids)
    by_hand = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:10]
    assert list(kept.citing.most_cited(mask, 10).items()) == by_hand


def test_the_most_cited_of_many_rows_are_found_among_those_most_cited_of_all():
    rows = [row(n + 1, authority_ids=[*range(1, 12 - n % 3), 1000 + n]) for n in range(300)]
    kept = Columns.of(rows)
    mask = np.arange(300) % 2 == 0
    counts = Counter(pk for n in range(0, 300, 2) for pk in rows[n].authority_ids)
    by_hand = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:10]
    assert list(kept.citing.most_cited(mask, 10).items()) == by_hand


def test_an_authority_gathers_its_parts_and_theirs():
    assert gathered({2: 1, 3: 2, 5: 4}) == {1: frozenset((1, 2, 3)), 2: frozenset((2, 3)), 4: frozenset((4, 5))}
    assert gathered({1: 2, 2: 1}) == {1: frozenset((1, 2)), 2: frozenset((1, 2))}  # told in a circle, and no end of it
    assert gathered({}) == {}
