"""The database of the search benchmark: its own, kept under var/bench and used again."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import ProgrammingError, connection, connections

from tests.bench.made_shelf import build


def shelf(corpus: Path, size: int) -> dict[str, Any]:
    """Let Django speak to the benchmark's database of so many made opinions, built if it is not there.

    Gives what psycopg needs to reach it.
    """
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "clinic.embedded":
        database["HOST"] = str(settings.VAR_DIR / "bench" / f"postgres-{size}")
        made_by_hand = None
    else:
        made_by_hand = f"{database['NAME']}_bench_{size}"
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [made_by_hand])
            if cursor.fetchone() is None:
                cursor.execute(f'CREATE DATABASE "{made_by_hand}"')
        connection.close()
        database["NAME"] = made_by_hand
    connections["default"].settings_dict.update(database)
    try:
        call_command("migrate", verbosity=0, skip_checks=True)
    except ProgrammingError as error:
        sys.exit(f"The benchmark's database is of an earlier make; remove it, and it is built anew. {error}")
    parameters = connection.get_connection_params()
    wanted = ("host", "port", "user", "password", "dbname")
    address = {name: parameters[name] for name in wanted if parameters.get(name)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM briefs_opinion")
        there = cursor.fetchone()[0]
    if there == 0:
        connection.close()
        build(address, corpus, size)
    elif there != size:
        sys.exit(f"The benchmark's database holds {there} opinions, not {size}; remove it, and it is built anew.")
    return address
