"""Rows written by COPY are the rows that save() writes, and so is the first line of their history."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from briefs.models import Authority, Case, Citation, Finding, Opinion, Passage, Source
from briefs.workflow.copy_in import copy_in, copy_values, number, numbers, record

pytestmark = pytest.mark.django_db

_OWN = {"id", "imported_at", "received_at", "history_id", "history_date"}


def _values(row: Model, *besides: str) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in {*_OWN, *besides}
    }


def _written(made: Sequence[Model]) -> list[Model]:
    """Copy rows in and read them back."""
    copy_in(made)
    kept = type(made[0])._base_manager.in_bulk([row.pk for row in made])
    return [kept[row.pk] for row in made]


def _sources(staff: Any, *names: str) -> list[Source]:
    return [
        Source(name=name, content=b"\x00\\N\t\n\xff" * 9, sha256=f"{at}" * 64, size=45, received_by=staff)
        for at, name in enumerate(names)
    ]


def test_rows_copied_in_are_the_rows_that_were_made(staff):
    case = Case.objects.create(slug="a-v-b", short_name="A v. B", caption="A v. B")
    source = _sources(staff, "tab\tand “quotes”, \\N.txt")[0]
    assert [_values(row) for row in _written([source])] == [_values(source)]
    opinion = Opinion(case=case, slug="copied", source=source, raw="\\.\n\tA-1", text="A-1 \\N", imported_by=staff)
    opinion.marks, opinion.pieces, opinion.hidden = (
        [[0, 3, "call", {"n": "“1”"}]],
        b"\x00\n\\\xff",
        ['a "b"', "c,d"],
    )
    assert [_values(row) for row in _written([opinion])] == [_values(opinion)]
    passage = Passage(opinion=opinion, ordinal=0, kind="paragraph", label="1", start=0, end=3, text="A-1")
    kept = _written([passage])[0]
    assert _values(kept, "search") == _values(passage, "search")
    assert kept.search  # type: ignore[attr-defined]  # the database's own
    row = Citation(opinion=opinion, passage=passage, start=0, end=3, form="full", flags=[["code", "Why."]], pin="3")
    assert [_values(one) for one in _written([row])] == [_values(row)]
    found = Finding(opinion=opinion, kind="twice", start=0, end=3, words="A-1", why="Twice.", fix=None)
    assert [_values(one) for one in _written([found])] == [_values(found)]


def test_a_copied_row_counts_as_saved_and_knows_when_it_was_made(staff):
    before = timezone.now()
    source = _sources(staff, "one.txt")[0]
    copy_in([source])
    assert source.pk
    assert not source._state.adding
    assert before <= Source.objects.get().received_at <= timezone.now()
    source.name = "another.txt"
    source.save()
    assert Source.objects.get().name == "another.txt"


def test_rows_are_numbered_before_they_are_written(staff):
    first, second = _sources(staff, "one.txt", "two.txt")
    number([first])
    own = first.pk
    copy_in([first, second])
    assert first.pk == own
    assert set(Source.objects.values_list("pk", "name")) == {(own, "one.txt"), (second.pk, "two.txt")}


def test_values_are_written_as_rows_of_them_would_be(staff):
    own, *_ = numbers(Source, 3)
    values = ("one.txt", b"\x00", "a" * 64, 1, "", timezone.now(), None, "", "", staff.pk)
    copy_values(Source, [(own, *values)], numbered=True)
    row = Source.objects.get(pk=own)
    assert (row.name, bytes(row.content), row.size, row.received_by) == ("one.txt", b"\x00", 1, staff)
    others = [(name, content, str(at) * 64, *rest) for at, name in enumerate("xy") for _, content, _, *rest in [values]]
    copy_values(Source, others, numbered=False)
    assert list(Source.objects.order_by("pk").values_list("name", flat=True)) == ["one.txt", "x", "y"]
    assert Source.objects.count() == 3


def test_nothing_is_written_of_no_rows():
    with CaptureQueriesContext(connection) as asked:
        number([])
        assert numbers(Source, 0) == []
        copy_in([])
        record([])
    assert not asked.captured_queries


def test_however_many_rows_take_one_copy(staff):
    copy_in(_sources(staff, "zero.txt"))  # the columns' types are asked for once
    Source.objects.all().delete()
    with CaptureQueriesContext(connection) as asked:
        copy_in(_sources(staff, *(f"{number}.txt" for number in range(9))))
    assert len(asked.captured_queries) == 2


def test_what_cannot_be_kept_is_refused_with_djangos_own_errors(staff):
    same = [
        Source(name="a", content=b"", sha256="a" * 64, size=0),
        Source(name="b", content=b"", sha256="a" * 64, size=0),
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        copy_in(same)
    with pytest.raises(DataError), transaction.atomic():
        copy_in([Source(name="a" * 300, content=b"", sha256="b" * 64, size=0)])
    assert not Source.objects.exists()


def test_the_history_of_copied_rows_begins_as_that_of_saved_ones(staff):
    saved = Authority.objects.create(kind="case", key="case:1:U.S.:1", slug="1-us-1", cite="1 U.S. 1", year=1800)
    copied = Authority(kind="case", key="case:1:U.S.:2", slug="1-us-2", cite="1 U.S. 2", year=1800)
    copy_in([copied])
    record([copied])
    one, other = saved.history.get(), copied.history.get()
    differ = ("key", "slug", "cite", "history_change_reason")
    assert _values(one, *differ) == _values(other, *differ)
    assert (other.id, other.key, other.history_type) == (copied.pk, copied.key, "+")
    case = Case(slug="copied", short_name="A v. B", caption="A v. B", sources={"court": "cover page"})
    copy_in([case])
    record([case])
    assert case.history.get().sources == {"court": "cover page"}
