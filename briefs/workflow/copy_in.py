"""Write many new rows of one noun at once by PostgreSQL's COPY: there is no statement to build, send and parse."""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import DateTimeField, Model
from django.utils import timezone
from psycopg import sql

_NUMBERS = "SELECT nextval(%s::regclass) FROM generate_series(1, %s)"
_SEQUENCE = "SELECT pg_get_serial_sequence(%s, 'id')"
_RECORD = """
INSERT INTO {history} ({columns}, history_date, history_type, history_change_reason, history_user_id)
SELECT {columns}, %s, '+', '', %s FROM {noun} WHERE id = ANY(%s) ORDER BY id
"""
_TYPES = "SELECT attname, atttypid FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"


def numbers(noun: type[Model], count: int) -> list[int]:
    """Give so many numbers that new rows of a noun will be kept under, so that others can point to them before."""
    if not count:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [_sequence(noun._meta.db_table), count])
        return [own for (own,) in cursor.fetchall()]


def number(rows: Sequence[Model]) -> None:
    """Give new rows of one noun the numbers they will be kept under."""
    if rows:
        for row, own in zip(rows, numbers(type(rows[0]), len(rows)), strict=True):
            row.pk = own


def copy_in(rows: Sequence[Model]) -> None:
    """Write new rows of one noun, numbering those that have no number yet; raises IntegrityError, DataError.

    The values are written as they are: what only `save()` or a database default would fill in must be there, but for
    the moment of making.
    """
    if not rows:
        return
    number([row for row in rows if row.pk is None])
    fields: list[Any] = [field for field in rows[0]._meta.concrete_fields if not field.generated]
    for field in fields:
        if isinstance(field, DateTimeField) and field.auto_now_add:
            for row in rows:
                field.pre_save(row, add=True)
    copy_values(type(rows[0]), map(attrgetter(*(field.attname for field in fields)), rows), numbered=True)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def copy_values(noun: type[Model], rows: Iterable[Sequence[Any]], *, numbered: bool) -> None:
    """Write new rows of a noun given as the values of their columns, in the order of its fields; raises as copy_in.

    For nouns of which there are so many that making a row of each takes longer than writing it. The first column is
    the row's number; it is left out of rows that are not `numbered`, which the database numbers in their order.
    """
    table = noun._meta.db_table
    fields: list[Any] = [field for field in noun._meta.concrete_fields if not field.generated]
    columns = [field.column for field in fields if numbered or not field.primary_key]
    types = _types(table)
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(statement.as_string()) as copy,
    ):
        copy.set_types([types[column] for column in columns])
        for row in rows:
            copy.write_row(row)


def record(rows: Sequence[Any]) -> None:
    """Write down in the history of a noun that these rows were made, by whoever asked for it."""
    if not rows:
        return
    history = type(rows[0]).history.model
    by = history.get_default_history_user(rows[0])
    statement = sql.SQL(_RECORD).format(
        history=sql.Identifier(history._meta.db_table),
        noun=sql.Identifier(rows[0]._meta.db_table),
        columns=sql.SQL(", ").join(sql.Identifier(field.column) for field in history.tracked_fields),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string(), [timezone.now(), by and by.pk, [row.pk for row in rows]])


@cache
def _sequence(table: str) -> str:
    """Give what numbers the rows of a table; it takes longer to look up than to give ten numbers."""
    with connection.cursor() as cursor:
        cursor.execute(_SEQUENCE, [table])
        return str(cursor.fetchone()[0])


@cache
def _types(table: str) -> dict[str, int]:
    """Give the type of each column, by its number; COPY takes a value in binary only in the column's own type."""
    with connection.cursor() as cursor:
        cursor.execute(_TYPES, [table])
        return dict(cursor.fetchall())
