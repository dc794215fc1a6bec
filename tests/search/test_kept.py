"""The columns kept in step with the rows."""

from typing import Any

import numpy as np
import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefs.models import Case, SearchRow, SearchState
from briefs.search import Found, kept
from briefs.search.columns import PLAIN, Columns
from briefs.search.keys import Keys
from briefs.workflow.index import changed, index
from briefs.workflow.withdraw import withdraw

pytestmark = pytest.mark.django_db


def told(columns: Columns) -> list[Any]:
    """Everything that the columns say, with names for places in lists."""
    citing = columns.citing
    rows = range(len(columns))
    return [
        *(getattr(columns, name).tolist() for name in PLAIN),
        [columns.courts[at] for at in columns.court],
        [columns.countries[at] for at in columns.country],
        [columns.issue_sets[at] for at in columns.issue_set],
        [citing.authorities[citing.begins[at] : citing.begins[at + 1]].tolist() for at in rows],
        columns.by_name.tolist(),
        columns.titles,
        columns.versions.tolist(),
        sorted(zip(columns.keys.numbers.tolist(), columns.keys.rows.tolist(), strict=True)),
        columns.keys.numbers.tolist(),
    ]


@pytest.fixture
def watched(shelf, monkeypatch):
    """A shelf whose columns are brought up to date row by row, and every reading of all of them."""
    monkeypatch.setattr(kept, "LARGE", 1)
    monkeypatch.setattr(kept, "MOST_CHANGED", 9)
    shelf.put("Alpha v. INS", says="A walrus cites 502 U.S. 478.", issues=("nexus",), court="ca2")
    shelf.put("Gamma v. INS", says="A pelican cites 480 U.S. 421.")
    assert Found(QueryDict("q=walrus")).total == 1  # reads the rows, and their keys
    read: list[Any] = []
    whole = kept._read
    monkeypatch.setattr(kept, "_read", lambda mark: (read.append(mark), whole(mark))[1])
    return shelf, read, whole


def in_step(read: list[Any], whole: Any) -> Columns:
    mark = SearchState.objects.values_list("mark", flat=True).get()
    now = kept.columns(mark)
    assert not read
    assert now.mark == mark
    assert told(now) == told(whole(mark))
    return now


def test_after_a_publication_only_its_rows_are_read(watched):
    shelf, read, whole = watched
    before = kept._kept
    shelf.put("Beta v. INS", says="A heron cites 8 U.S.C. § 1158.", issues=("desertion",), court="ca3")
    assert len(in_step(read, whole)) == len(before) + 3
    assert [hit.name for hit in Found(QueryDict("q=heron")).hits] == ["Beta v. INS"]
    assert Found(QueryDict("sort=name")).hits[1].name == "Beta v. INS"


def test_what_is_withdrawn_is_gone_and_what_is_changed_is_as_it_is(watched, attorney):
    shelf, read, whole = watched
    brief = shelf.put("Beta v. INS", says="A heron.").brief
    opinion = brief.opinion
    in_step(read, whole)
    withdraw(brief, by=attorney, because="It was wrong.")
    in_step(read, whole)
    assert not Found(QueryDict("q=heron")).total
    Case.objects.filter(pk=opinion.case_id).update(short_name="Zeta v. INS", court=None)
    index(opinion)
    in_step(read, whole)
    SearchRow.objects.filter(opinion=opinion).update(cited=7, country="Guinea")  # where it stands, as a merge does
    changed()
    assert 7 in in_step(read, whole).cited
    SearchRow.objects.filter(opinion=opinion).delete()
    changed()
    in_step(read, whole)


def test_the_first_row_that_goes_moves_all_others(watched):
    _, read, whole = watched
    SearchRow.objects.filter(name="Alpha v. INS").delete()
    changed()
    in_step(read, whole)
    assert [hit.name for hit in Found(QueryDict("q=pelican")).hits] == ["Gamma v. INS"]


def test_what_is_small_or_much_changed_is_read_all_anew(watched, monkeypatch):
    shelf, read, _ = watched
    monkeypatch.setattr(kept, "MOST_CHANGED", 0)
    shelf.put("Beta v. INS", says="A heron.")
    assert Found(QueryDict("q=heron")).total == 1
    assert len(read) == 1
    monkeypatch.setattr(kept, "LARGE", 10**6)
    shelf.put("Delta v. INS", says="A crane.")
    assert Found(QueryDict("q=crane")).total == 1
    assert len(read) == 2


KEY = st.lists(st.integers(-(2**31), 2**31 - 1), max_size=5)


@given(st.lists(KEY, max_size=6), st.lists(KEY, max_size=4), st.data())
def test_keys_follow_their_rows(old: list[list[int]], new: list[list[int]], data):
    """`old` and `new` are the keys of rows; some of the old ones go, the new ones take any of the places then free."""
    stay = [at for at in range(len(old)) if data.draw(st.booleans())]
    size = len(stay) + len(new)
    taken = sorted(data.draw(st.permutations(range(size)))[: len(stay)])
    free = [at for at in range(size) if at not in taken]
    both = sorted((number, at) for at, key in enumerate(old) for number in key)
    keys = Keys(np.array([one for one, _ in both], np.int32), np.array([at for _, at in both], np.int32))
    places = np.full(len(old), -1, dtype=np.int32)
    places[stay] = taken
    merged = keys.merged(places, dict(zip(free, new, strict=True)))
    wanted = [(number, place) for at, place in zip(stay, taken, strict=True) for number in old[at]]
    wanted += [(number, place) for place, key in zip(free, new, strict=True) for number in key]
    assert sorted(zip(merged.numbers.tolist(), merged.rows.tolist(), strict=True)) == sorted(wanted)
    assert merged.numbers.tolist() == sorted(merged.numbers.tolist())
